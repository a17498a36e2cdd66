"""The road is played with words that occur nowhere else: then nothing of them is found.

Neither in the raw bytes of either database, nor in any log, nor in an address or a header.
"""

import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import count
from logging import getLogger
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from cast import CLINIC_TIME
from conftest import SignedIn
from factories import make_clinic, make_staff
from flask import Flask
from flask.testing import FlaskClient
from house import canaries
from house.canaries import PERSON, SECRETS, bytes_of, found_in
from sqlmodel import select
from werkzeug.test import TestResponse

from app.clinics.models import Clinic
from app.conversations import understanding, webhook
from app.db import Database
from app.invitations.dispatch import send_due
from app.logs import set_up
from app.settings import Settings
from app.sms.pretend_phone import PretendPhone, signed_receipt, signed_reply, texts_on, undelivered

HEADINGS = (
    "NHS number,First name,Last name,Date of birth,Mobile,"
    "Appointment date,Appointment time,Clinic code,Appointment ID\r\n"
)
LOCAL = CLINIC_TIME.astimezone(ZoneInfo("Europe/London"))
WHEN = f"{LOCAL:%d/%m/%Y},{LOCAL:%H:%M},CANARY"
GOOD = f"{PERSON.nhs_number},{PERSON.first_name},{PERSON.last_name},23/07/2009,07700 900777,{WHEN}"
BAD = (
    f"{canaries.BAD_NHS_NUMBER},{canaries.BAD_NAME},{PERSON.last_name},23/07/2009,"
    f"{canaries.BAD_MOBILE},{WHEN}"
)
LIST = f"{HEADINGS}{GOOD},{canaries.APPOINTMENT_ID}\r\n{BAD},\r\n"

_sid = (f"SM{number:032x}" for number in count(1))


@pytest.fixture(autouse=True)
def everything_is_logged(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Log as much as can be logged, as a running service would; afterwards as before."""
    root = getLogger()
    kept = (root.handlers[:], root.level, sys.excepthook, threading.excepthook)
    set_up("DEBUG")
    yield
    root.handlers, root.level, sys.excepthook, threading.excepthook = kept


class Road:
    """Everything that is done with a young person's words, through the doors people use."""

    def __init__(self, app: Flask, database: Database, settings: Settings) -> None:
        self.app, self.database, self.settings = app, database, settings
        self.answers: list[TestResponse] = []

    def keep(self, answer: TestResponse) -> TestResponse:
        self.answers.append(answer)
        return answer

    def upload(self, admin: FlaskClient) -> None:
        file = (BytesIO(LIST.encode()), canaries.FILE_NAME)
        preview = self.keep(admin.post("/clinic-lists", data={"file": file}))
        page = self.keep(admin.get(preview.location))
        assert PERSON.last_name in page.text
        assert canaries.BAD_MOBILE in page.text
        self.keep(admin.get(f"{preview.location}/rejected"))
        self.keep(admin.post(f"{preview.location}/save"))
        self.keep(admin.get("/clinic-lists"))

    def send(self, now: datetime) -> None:
        phone = PretendPhone(self.database, lambda: now)
        assert send_due(self.database, phone, self.settings, lambda: now).sent == 1
        with self.database.reading() as session:
            (text,) = texts_on(session, PERSON.mobile or "")
            (waiting,) = undelivered(session)
        assert PERSON.first_name in text.body
        address, form, signature = signed_receipt(self.settings, waiting, "delivered")
        path = address.removeprefix(self.settings.public_base_url)
        self.post(path, form, signature, expect=204)

    def reply(self, number: str, words: str, *, expect: int = 200, signed: bool = True) -> None:
        _, form, signature = signed_reply(self.settings, number, words, next(_sid))
        self.post("/sms/inbound", form, signature if signed else "forged", expect=expect)

    def post(self, path: str, form: dict[str, str], signature: str, *, expect: int) -> None:
        headers = {"X-Twilio-Signature": signature}
        answer = self.keep(self.app.test_client().post(path, data=form, headers=headers))
        assert answer.status_code == expect

    def read(self, clinician: FlaskClient, admin: FlaskClient) -> None:
        with self.database.reading() as session:
            clinic_id = session.exec(select(Clinic.id)).one()
        sheet = self.keep(clinician.get(f"/clinic-sheets/{clinic_id}/{LOCAL:%Y-%m-%d}"))
        assert "Vorpalsocks" in sheet.text
        assert "Fenwhistle" in sheet.text
        waiting = self.keep(admin.get("/replies-to-read"))
        assert canaries.UNPLACED in waiting.text
        assert canaries.BROKEN in waiting.text


@pytest.fixture
def played(
    app: Flask,
    database: Database,
    settings: Settings,
    signed_in: SignedIn,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> Road:
    """The road from upload to clinic sheet, with every kind of fault on the way."""
    with database.writing() as session:
        clinic = make_clinic(session, code="CANARY", name=canaries.CLINIC_NAME)
        admin = make_staff(session, canaries.ADMIN, clinics=[clinic])
        clinician = make_staff(session, canaries.CLINICIAN, clinics=[clinic])
    road = Road(app, database, settings)
    road.upload(signed_in(admin))
    road.send(now)
    road.reply(PERSON.mobile or "", canaries.REPLY)
    road.reply(canaries.UNKNOWN_NUMBER, canaries.UNPLACED)
    road.reply(PERSON.mobile or "", canaries.UNSIGNED, expect=403, signed=False)
    _break_on_the_way(road, monkeypatch)
    road.reply(PERSON.mobile or "", "STOP")
    road.read(signed_in(clinician), signed_in(admin))
    return road


def _break_on_the_way(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ValueError(f"{PERSON.mobile} {canaries.BROKEN}")

    with monkeypatch.context() as broken:
        broken.setattr(understanding, "read", breaks)
        road.reply(canaries.UNKNOWN_NUMBER, canaries.BROKEN)
        broken.setattr(webhook, "take_in", breaks)
        road.reply(canaries.UNKNOWN_NUMBER, canaries.BROKEN, expect=500)


def test_no_word_is_found_in_the_database_or_in_the_logs(
    played: Road,
    database: Database,
    postgresql_folder: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    said = "".join(capfd.readouterr()).encode()
    assert b"reply_kept_but_not_understood" in said
    assert found_in(said, [*SECRETS, *canaries.ONLY_IN_THE_DATABASE]) == set()
    plain = set()
    for place, content in bytes_of(database, postgresql_folder):
        assert found_in(content) == set(), place
        plain |= found_in(content, canaries.ONLY_IN_THE_DATABASE)
    # What is kept plain was found: the search can see.
    assert plain == set(canaries.ONLY_IN_THE_DATABASE)


def test_no_word_is_found_in_an_address_or_a_header(played: Road) -> None:
    for answer in played.answers:
        head = f"{answer.request.url}\n{answer.headers}".encode()
        assert found_in(head) == set(), answer.request.path


@pytest.mark.parametrize(
    "written",
    [
        b"Kestrelmoth nights",
        b"KESTRELMOTH",
        b"x4b65737472656c6d6f7468",
        "Kestrelmoth".encode("utf-16-le"),
        b"MSBLZXN0cmVsbW90aCBuaWdodHM=",
    ],
)
def test_the_search_sees_a_word_however_it_is_written(written: bytes) -> None:
    assert "Kestrelmoth" in found_in(b"\x00\x01" + written + b"\xff")
