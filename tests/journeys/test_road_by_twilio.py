"""The road with Twilio at its end: out through their SDK, back in through signed webhooks."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from cast import LONDON, SAM
from factories import make_clinic
from fake_twilio.server import FakeTwilio, running
from fake_twilio.through import through
from flask.testing import FlaskClient
from lists import CODE, clinic_list, row
from sqlmodel import select

from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list, save_clinic_list
from app.clinics.models import Clinic
from app.db import Database
from app.factory import create_app
from app.invitations.dispatch import Round, send_due
from app.invitations.live import go_live
from app.invitations.models import Invitation
from app.invitations.pauses import ALL, resume
from app.settings import Settings
from app.sms.signature import sign
from app.sms.twilio import TwilioGateway
from app.summaries.presenter import as_json
from app.summaries.queries import clinic_sheet

DUE = datetime(2026, 5, 8, 15, 5, tzinfo=UTC)


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    with running() as server:
        yield server


@pytest.fixture
def twilio(settings: Settings, fake: FakeTwilio, database: Database, now: datetime) -> Settings:
    """Settings of a service that texts everybody, and a database made live for its address."""
    live = through(fake, settings)
    with database.writing() as session:
        go_live(session, live, by="tests", now=now)
    return live


@pytest.fixture
def clinic(database: Database, now: datetime) -> Clinic:
    """A clinic whose list holds Sam on Tuesday 12 May at half past nine."""
    with database.writing() as session:
        made = make_clinic(session, code=CODE)
        upload = Upload("list.csv", clinic_list(row(SAM)), LONDON, None, fictional=True)
        preview = preview_clinic_list(session, upload, by="tests", now=now)
        save_clinic_list(session, preview.list_id, by="tests", now=now)
    return made


def go(database: Database, twilio: Settings) -> Round:
    return send_due(database, TwilioGateway(twilio), twilio, lambda: DUE)


def post(client: FlaskClient, twilio: Settings, url: str, form: dict[str, str]) -> int:
    headers = {"X-Twilio-Signature": sign(url, form, twilio.webhook_tokens[0])}
    return client.post(urlsplit(url).path, data=form, headers=headers).status_code


def only_line(database: Database, clinic: Clinic) -> dict[str, object]:
    with database.reading() as session:
        sheet = clinic_sheet(session, clinic, datetime(2026, 5, 12).date(), now=DUE)
    line: dict[str, object] = as_json(sheet)["appointments"][0]
    return line


def test_a_text_goes_out_is_delivered_and_is_answered(
    database: Database, twilio: Settings, fake: FakeTwilio, clinic: Clinic
) -> None:
    client = create_app(twilio, database, lambda: DUE).test_client()
    assert go(database, twilio).sent == 1
    (text,) = fake.accepted
    assert text["To"] == SAM.mobile
    assert text["Body"].startswith("Hi Sam, Riverside Hospital here.")
    sid = f"SM{1:032x}"
    receipt = {"MessageSid": sid, "MessageStatus": "delivered", "To": text["To"]}
    assert post(client, twilio, text["StatusCallback"], receipt) == 204
    assert (only_line(database, clinic)["state"], only_line(database, clinic)["why"]) == (
        "no_reply",
        "",
    )
    reply = {
        "MessageSid": "SM" + "f" * 32,
        "AccountSid": twilio.twilio_account_sid,
        "From": text["To"],
        "Body": "sleep, school n my knee",
    }
    assert post(client, twilio, f"{twilio.public_base_url}/sms/inbound", reply) == 200
    assert only_line(database, clinic)["priorities"] == ["sleep", "school", "my knee"]


@pytest.mark.parametrize("mood", ["fail_after_accepting", "hang_up_after_accepting"])
def test_a_lost_answer_is_resolved_by_the_receipt_and_never_by_a_second_text(
    database: Database, twilio: Settings, fake: FakeTwilio, clinic: Clinic, mood: str
) -> None:
    fake.mood = mood
    client = create_app(twilio, database, lambda: DUE).test_client()
    assert go(database, twilio).in_doubt == 1
    assert only_line(database, clinic)["state"] == "in_doubt"
    fake.mood = "accept"
    go(database, twilio)
    assert len(fake.accepted) == 1
    callback = fake.accepted[0]["StatusCallback"]
    form = {"MessageSid": f"SM{1:032x}", "MessageStatus": "sent"}
    assert post(client, twilio, callback, form) == 204
    assert only_line(database, clinic)["state"] == "no_reply"


def test_wrong_credentials_fail_nobody_and_the_texts_go_once_they_are_mended(
    database: Database, twilio: Settings, fake: FakeTwilio, clinic: Clinic
) -> None:
    fake.mood = "refuse_credentials"
    assert go(database, twilio).stopped
    with database.reading() as session:
        assert session.exec(select(Invitation)).one().state == "ready"
    fake.mood = "accept"
    later = DUE.replace(minute=30)
    assert not send_due(database, TwilioGateway(twilio), twilio, lambda: later).anything
    with database.writing() as session:
        assert resume(session, ALL, by="tests", now=later) == 1
    done = send_due(database, TwilioGateway(twilio), twilio, lambda: later)
    assert done.sent == 1
    assert clinic.code == CODE
