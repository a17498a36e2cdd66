"""The clinic sheet: a day of every kind of line, the same facts everywhere, only one's own."""

import itertools
import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from cast import (
    ADMINISTRATOR,
    AISHA,
    CLINIC_ADMIN,
    CLINIC_TIME,
    CLINICIAN,
    ELLA,
    LUKASZ,
    NO_PHONE,
    SAFEGUARDING,
    SAM,
    STRANGER,
    ZOE,
    Cast,
    StaffCast,
)
from conftest import SignedIn
from factories import make_appointment, make_ask, make_clinic, make_person, make_staff
from flask.testing import FlaskClient

from app.clinics.models import Clinic
from app.conversations.intake import Inbound, take_in
from app.db import Database
from app.invitations.states import State
from app.summaries.presenter import as_json, as_text
from app.summaries.queries import clinic_sheet

DAY = CLINIC_TIME.date()
SCRIPT = "3 sometimes <i>wanna</i> disappear"

_sids = itertools.count(1)
Line = dict[str, object]


@pytest.fixture
def clinic(database: Database, now: datetime) -> Clinic:
    """A clinic with one young person of each kind on its Friday."""

    def visit(who: Cast, minutes: int, state: State | None, status: str = "booked") -> None:
        person = make_person(session, who)
        starts_at = CLINIC_TIME + timedelta(minutes=minutes)
        found = make_appointment(session, made, person, starts_at=starts_at, status=status)
        if state is not None:
            make_ask(session, found, state=state.value)

    with database.writing() as session:
        made = make_clinic(session, code="RIV-FRI")
        visit(AISHA, 40, State.DELIVERED)
        visit(SAM, 20, State.DELIVERED)
        visit(ELLA, 60, State.DELIVERED)
        visit(ZOE, 80, State.UNDELIVERED)
        visit(NO_PHONE, 100, None)
        visit(LUKASZ, 0, None, status="cancelled")
    for who, text in (
        (SAM, "1 hair 2 hba1c"),
        (SAM, SCRIPT),
        (ELLA, "nah im good thx"),
    ):
        sid = f"SM{next(_sids):032x}"
        take_in(database, Inbound(sid, who.mobile or "", text, 0, []), now=now)
    return made


@pytest.fixture
def lines(database: Database, clinic: Clinic, now: datetime) -> dict[str, Line]:
    with database.reading() as session:
        made = as_json(clinic_sheet(session, clinic, DAY, now=now))
    return {str(line["name"]): line for line in made["appointments"]}


def test_every_line_says_honestly_how_it_stands(lines: dict[str, Line]) -> None:
    assert {name: line["state"] for name, line in lines.items()} == {
        "Sam Okafor": "answered",
        "Aisha Begum": "no_reply",
        "Ella Whitcombe": "nothing_to_raise",
        "Zoë Marchetti": "not_delivered",
        "Ravi Patel": "not_asked",
        "Łukasz Nowak": "cancelled",
    }
    assert "no mobile" in str(lines["Ravi Patel"]["why"])


def test_lines_stand_in_time_order_and_cancelled_ones_last(lines: dict[str, Line]) -> None:
    assert [line["time"] for line in lines.values()] == [
        "10:20",
        "10:40",
        "11:00",
        "11:20",
        "11:40",
        "10:00",
    ]


def test_priorities_are_their_own_words_and_the_whole_texts_stand_beneath(
    lines: dict[str, Line],
) -> None:
    sam = lines["Sam Okafor"]
    assert sam["priorities"] == ["hair", "hba1c", "sometimes <i>wanna</i> disappear"]
    assert [reply["text"] for reply in sam["replies"]] == ["1 hair 2 hba1c", SCRIPT]  # type: ignore[attr-defined]


def test_the_terminal_prints_the_same_facts(
    database: Database, clinic: Clinic, now: datetime, lines: dict[str, Line]
) -> None:
    with database.reading() as session:
        text = as_text(clinic_sheet(session, clinic, DAY, now=now))
    for name, line in lines.items():
        assert name in text
        for priority in line["priorities"]:  # type: ignore[attr-defined]
            assert priority in text
    assert "It does not mean that all is well." in text
    assert "1 of 5 answered" in text


def test_machines_get_plain_json(database: Database, clinic: Clinic, now: datetime) -> None:
    with database.reading() as session:
        made = as_json(clinic_sheet(session, clinic, DAY, now=now))
    assert json.loads(json.dumps(made)) == made
    assert made["date"] == "2026-05-08"


def test_a_day_without_appointments_says_so(
    database: Database, clinic: Clinic, now: datetime
) -> None:
    with database.reading() as session:
        empty = clinic_sheet(session, clinic, DAY + timedelta(days=1), now=now)
    assert "No appointments." in as_text(empty)


SignIn = Callable[[StaffCast], FlaskClient]


@pytest.fixture
def sign_in(database: Database, clinic: Clinic, signed_in: SignedIn) -> SignIn:
    """Sign a member of the cast in, named for the clinic."""

    def go(who: StaffCast) -> FlaskClient:
        with database.writing() as session:
            member = make_staff(session, who, clinics=[clinic])
        return signed_in(member)

    return go


def test_a_clinician_reads_the_sheet_of_their_clinic(clinic: Clinic, sign_in: SignIn) -> None:
    browser = sign_in(CLINICIAN)
    assert f"/clinic-sheets/{clinic.id}/{DAY}" in browser.get("/clinic-sheets").text
    page = browser.get(f"/clinic-sheets/{clinic.id}/{DAY}")
    assert page.status_code == 200
    for words in ("Sam Okafor", "hba1c", "Nothing to raise", "No reply", "Not delivered"):
        assert words in page.text
    assert "&lt;i&gt;wanna&lt;/i&gt;" in page.text
    assert "<i>wanna" not in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_a_chosen_clinic_and_date_lead_to_the_sheet(clinic: Clinic, sign_in: SignIn) -> None:
    browser = sign_in(SAFEGUARDING)
    chosen = browser.get(f"/clinic-sheets?clinic={clinic.id}&date={DAY}")
    assert chosen.location == f"/clinic-sheets/{clinic.id}/{DAY}"
    assert "Choose a clinic and a whole date" in browser.get("/clinic-sheets?date=x").text


@pytest.mark.parametrize(
    ("who", "status"), [(CLINIC_ADMIN, 403), (ADMINISTRATOR, 403), (STRANGER, 404)]
)
def test_nobody_else_reads_it(clinic: Clinic, sign_in: SignIn, who: StaffCast, status: int) -> None:
    assert sign_in(who).get(f"/clinic-sheets/{clinic.id}/{DAY}").status_code == status


@pytest.mark.parametrize("day", ["2026-13-01", "tomorrow", "20260508x"])
def test_a_date_that_is_none_is_not_there(clinic: Clinic, sign_in: SignIn, day: str) -> None:
    assert sign_in(CLINICIAN).get(f"/clinic-sheets/{clinic.id}/{day}").status_code == 404
