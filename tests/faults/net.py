"""A young person who was asked, what they text, and who is told of it, when the parts fail."""

from datetime import datetime

from cast import NOW, SAM
from flask import Flask
from sqlmodel import select

from app.clock import Clock
from app.db import Database
from app.factory import Service
from app.heartbeat import SCHEDULER, beat
from app.safeguarding.models import Concern, KeptMail
from app.settings import Settings
from app.sms.choose import gateway_for
from app.sms.signature import sign
from scheduler import jobs

R1, R2, CALM = "i wanna kill myself", "my mums boyfriend hits me", "sleep"
PATH = "/sms/inbound"


def text_in(app: Flask, settings: Settings, body: str) -> tuple[int, str]:
    """Text us as Sam; return the code and the answer, once all that follows it is done."""
    form = {
        "MessageSid": f"SM{abs(hash(body)):032x}"[:34],
        "AccountSid": settings.twilio_account_sid,
        "From": str(SAM.mobile),
        "To": settings.sender,
        "Body": body,
    }
    url = f"{settings.public_base_url}{PATH}"
    headers = {"X-Twilio-Signature": sign(url, form, settings.webhook_tokens[0])}
    answer = app.test_client().post(PATH, data=form, headers=headers)
    said = answer.status_code, answer.text
    # As the server does, once the answer has gone.
    answer.close()
    return said


def scheduler_lives(database: Database, at: datetime = NOW) -> None:
    """Leave a scheduler's sign of life."""
    with database.writing() as session:
        beat(session, SCHEDULER, now=at)


def tick(database: Database, settings: Settings, now: datetime) -> None:
    """Let a scheduler tell people of concerns once."""
    clock: Clock = lambda: now  # noqa: E731
    jobs.tell_of_concerns(
        Service(settings, database, clock, gateway_for(settings, database, clock))
    )


def mails(database: Database) -> list[str]:
    """The subjects of the mails that would have gone out."""
    with database.reading() as session:
        return [each.subject for each in session.exec(select(KeptMail))]


def concerns(database: Database) -> list[Concern]:
    """All concerns."""
    with database.reading() as session:
        return list(session.exec(select(Concern)))


def broken(*_: object, **__: object) -> None:
    """Fail in the place of some part."""
    raise RuntimeError("broken")
