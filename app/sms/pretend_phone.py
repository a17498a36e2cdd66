"""A gateway like Twilio's that sends nothing: texts land on a pretend phone in the database.

Texts reach it through the real outbox; what is typed on it enters through the real webhook, in
Twilio's form and with a true signature.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from app.clock import Clock
from app.db import Database, seal, unseal, vault_of
from app.settings import Settings
from app.sms.gateway import Accepted, InboundText, SentText, Text
from app.sms.models import PretendText
from app.sms.segments import cost
from app.sms.signature import public_url, sign

INBOUND = "/sms/inbound"
API_VERSION = "2010-04-01"
DELIVERED = "delivered"

Signed = tuple[str, dict[str, str], str]


@dataclass(frozen=True)
class PhoneText:
    """One text as the phone shows it."""

    body: str
    at: datetime
    from_the_phone: bool


@dataclass(frozen=True)
class Undelivered:
    """A text whose receipt the pretend provider still owes us."""

    sid: str
    callback: str


class PretendPhone:
    """The gateway: accepts every text and keeps it for the phone to show."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def sent_to(self, number: str, since: datetime) -> list[SentText]:
        """Return the texts on one phone that came from us, newest first."""
        with self._database.reading() as session:
            texts = [
                SentText(each.sid, number, unseal(session, each, "body"), DELIVERED, "", each.at)
                for each in _texts(session, number)
                if not each.from_the_phone and each.at >= since
            ]
        return texts[::-1]

    def inbound(self, since: datetime) -> list[InboundText]:
        """Return nothing: what a pretend phone sends never gets lost on the way."""
        return []

    def send(self, text: Text) -> Accepted:
        """Put a text on the phone."""
        sid = new_sid()
        with self._database.writing() as session:
            keep(
                session,
                text.to,
                text.body,
                sid=sid,
                from_the_phone=False,
                now=self._clock(),
                callback=text.callback,
            )
        return Accepted(sid, "queued")


def new_sid() -> str:
    """Make a message id of Twilio's shape."""
    return "SM" + secrets.token_hex(16)


def keep(
    session: Session,
    number: str,
    body: str,
    *,
    sid: str,
    from_the_phone: bool,
    now: datetime,
    callback: str | None = None,
) -> None:
    """Put a text on a phone, to it or from it."""
    text = PretendText(
        sid=sid,
        number_key=vault_of(session).lookup("mobile", number),
        from_the_phone=from_the_phone,
        body_sealed=b"",
        at=now,
        callback=callback,
    )
    seal(session, text, "body", body)
    session.add(text)


def texts_on(session: Session, number: str) -> list[PhoneText]:
    """Return the texts of one phone in the order they came."""
    return [
        PhoneText(unseal(session, text, "body"), text.at, text.from_the_phone)
        for text in _texts(session, number)
    ]


def _texts(session: Session, number: str) -> Sequence[PretendText]:
    key = vault_of(session).lookup("mobile", number)
    return session.exec(
        select(PretendText).where(PretendText.number_key == key).order_by(col(PretendText.id))
    ).all()


def undelivered(session: Session) -> list[Undelivered]:
    """Return the texts that nobody has told our webhook about yet, oldest first."""
    found = session.exec(
        select(PretendText)
        .where(col(PretendText.callback).is_not(None), col(PretendText.delivered_at).is_(None))
        .order_by(col(PretendText.id))
    )
    return [Undelivered(text.sid, text.callback or "") for text in found]


def mark_delivered(session: Session, sid: str, *, now: datetime) -> None:
    """Remember that our webhook has heard of a text."""
    text = session.exec(select(PretendText).where(PretendText.sid == sid)).one()
    text.delivered_at = now
    session.add(text)


def signed_reply(settings: Settings, number: str, body: str, sid: str) -> Signed:
    """Make the webhook of an inbound text: address, form, signature."""
    form = {
        "MessageSid": sid,
        "SmsSid": sid,
        "SmsMessageSid": sid,
        "AccountSid": settings.twilio_account_sid,
        "From": number,
        "To": settings.sender,
        "Body": body,
        "NumMedia": "0",
        "NumSegments": str(cost(body).segments),
        "SmsStatus": "received",
        "ApiVersion": API_VERSION,
    }
    return _signed(settings, public_url(settings.public_base_url, INBOUND), form)


def signed_receipt(settings: Settings, text: Undelivered, status: str) -> Signed:
    """Make the status callback of a text: address, form, signature."""
    form = {
        "MessageSid": text.sid,
        "SmsSid": text.sid,
        "AccountSid": settings.twilio_account_sid,
        "From": settings.sender,
        "MessageStatus": status,
        "SmsStatus": status,
        "ApiVersion": API_VERSION,
    }
    return _signed(settings, text.callback, form)


def _signed(settings: Settings, url: str, form: dict[str, str]) -> Signed:
    return url, form, sign(url, form, settings.webhook_tokens[0])
