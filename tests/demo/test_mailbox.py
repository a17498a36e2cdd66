"""The demo's mailbox shows what would have gone to staff, and leads to where one looks at it."""

from datetime import datetime
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from app.db import Database, seal
from app.factory import create_app
from app.safeguarding.models import Alert, KeptMail
from app.settings import Settings
from app.sms import pretend_phone

LEADS_PHONE = "+447700900199"
BASE = "https://whatmatters.example"


@pytest.fixture
def browser(settings: Settings, database: Database, now: datetime) -> FlaskClient:
    demo = settings.model_copy(update={"demo_mode": True})
    return create_app(demo, database=database, clock=lambda: now).test_client()


def alert(database: Database, now: datetime, *, state: str, channel: str, address: str) -> None:
    with database.writing() as session:
        row = Alert(
            kind="concern", about="concern:1", channel=channel, who=UUID(int=1), state=state,
            address_sealed=b"", due_at=now, created_at=now, step=0,
            sent_at=now if state == "sent" else None,
        )  # fmt: skip
        seal(session, row, "address", address)
        session.add(row)


def test_it_says_when_nobody_was_told(browser: FlaskClient) -> None:
    assert "Nobody has been told of anything." in browser.get("/pretend-mailbox").text


def test_mails_and_texts_stand_whole_and_lead_to_the_concern_and_nowhere_else(
    database: Database, browser: FlaskClient, now: datetime
) -> None:
    with database.writing() as session:
        mail = KeptMail(subject="A concern <1>", at=now, to_sealed=b"", body_sealed=b"")
        seal(session, mail, "to", "lead@riverside.example")
        seal(session, mail, "body", f"Open {BASE}/concerns/7 not https://elsewhere.example/x")
        session.add(mail)
        pretend_phone.keep(
            session, LEADS_PHONE, f"Concern: {BASE}/concerns/7", sid=pretend_phone.new_sid(),
            from_the_phone=False, now=now,
        )  # fmt: skip
    alert(database, now, state="sent", channel="text", address=LEADS_PHONE)
    page = browser.get("/pretend-mailbox").text
    assert "A concern &lt;1&gt;" in page
    assert "E-mail to lead@riverside.example" in page
    assert f"Text to {LEADS_PHONE}" in page
    assert page.count('<a href="/concerns/7">') == 2
    assert 'href="https://elsewhere.example' not in page


@pytest.mark.parametrize(
    ("state", "said"), [("waiting", "waits to go"), ("failed", "could not go")]
)
def test_what_has_not_gone_is_not_hidden(
    database: Database, browser: FlaskClient, now: datetime, state: str, said: str
) -> None:
    alert(database, now, state=state, channel="email", address="lead@riverside.example")
    page = browser.get("/pretend-mailbox").text
    assert f"A mail to lead@riverside.example {said}." in page
