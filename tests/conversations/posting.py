"""Posting one inbound text as the provider does, and looking at what was kept of it."""

from cast import SAM
from flask.testing import FlaskClient
from sqlmodel import select

from app.conversations.models import Reply
from app.db import Database, unseal
from app.settings import Settings
from app.sms.signature import sign

PATH = "/sms/inbound"
SID = "SM" + "e" * 32


def form_of(settings: Settings, **given: str) -> dict[str, str]:
    return {
        "MessageSid": SID,
        "AccountSid": settings.twilio_account_sid,
        "From": SAM.mobile or "",
        "To": "+447700900999",
        "Body": "sleep",
    } | given


def post(client: FlaskClient, settings: Settings, form: dict[str, str]) -> tuple[int, str]:
    url = f"{settings.public_base_url}{PATH}"
    headers = {"X-Twilio-Signature": sign(url, form, settings.webhook_tokens[0])}
    answer = client.post(PATH, data=form, headers=headers)
    return answer.status_code, answer.text


def kept(database: Database) -> list[Reply]:
    with database.reading() as session:
        return list(session.exec(select(Reply)))


def bodies(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(unseal(session, reply, "body") for reply in session.exec(select(Reply)))
