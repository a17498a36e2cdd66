"""What tests of replies ask for: a young person who has been asked, and a phone to text from."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from cast import CLINIC_TIME, SAM, Cast
from conversations.lost import Provider
from factories import make_appointment, make_ask, make_clinic, make_person
from flask.testing import FlaskClient
from sqlmodel import select
from werkzeug.test import TestResponse

from app.clinics.models import Clinic
from app.db import Database
from app.settings import Settings
from app.sms.signature import sign

_counter = itertools.count(1)

Asked = Callable[..., UUID]
TextIn = Callable[..., TestResponse]


@pytest.fixture
def asked(database: Database) -> Asked:
    """Store a young person who was asked an hour ago; returns the appointment."""

    def make(who: Cast = SAM, days: int = 0) -> UUID:
        with database.writing() as session:
            clinic = session.exec(select(Clinic)).first() or make_clinic(session, code="RIV")
            starts_at = CLINIC_TIME + timedelta(days=days)
            visit = make_appointment(
                session, clinic, make_person(session, who), starts_at=starts_at
            )
            make_ask(session, visit)
            return visit.id

    return make


@pytest.fixture
def text_in(client: FlaskClient, settings: Settings) -> TextIn:
    """Text from a phone, through the webhook, as the provider would post and sign it."""

    def send(
        body: str, number: str = SAM.mobile or "", *, sid: str | None = None, **form: str
    ) -> TestResponse:
        whole = {
            "MessageSid": sid or f"SM{next(_counter):032x}",
            "AccountSid": settings.twilio_account_sid,
            "From": number,
            "To": settings.sender,
            "Body": body,
            "NumMedia": "0",
            **form,
        }
        url = f"{settings.public_base_url}/sms/inbound"
        headers = {"X-Twilio-Signature": sign(url, whole, settings.webhook_tokens[0])}
        return client.post("/sms/inbound", data=whole, headers=headers)

    return send


@pytest.fixture
def provider(database: Database, settings: Settings) -> Provider:
    """A provider that takes our texts, and loses its webhooks when it is told to."""
    return Provider(database, settings)
