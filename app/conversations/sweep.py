"""Fetching texts to us whose webhook never came: the provider forgets what it could not deliver.

Each is taken in like any other, but for the answer: the webhook that could have carried one is
over. UNIQUE (provider_sid) makes a race with a webhook that comes late after all harmless.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from app.conversations.intake import Inbound, take_in
from app.conversations.models import Reply
from app.db import Database, chunks
from app.settings import Settings
from app.sms.gateway import Gateway, InboundText

LOOKED_BACK = timedelta(hours=48)
# The webhook of a text that has just come may be on its way, and can carry an answer.
LEFT_TO_ITS_WEBHOOK = timedelta(minutes=1)


def sweep(
    database: Database,
    gateway: Gateway,
    settings: Settings,
    *,
    now: datetime,
    since: datetime | None = None,
) -> int:
    """Take in what was texted to us of late and is not here; return how many that were."""
    texts = gateway.inbound(since or now - LOOKED_BACK)
    if not texts:
        return 0
    with database.reading() as session:
        missing = _missing(session, [text.sid for text in texts])
    late = now - LEFT_TO_ITS_WEBHOOK
    found = [text for text in texts if text.sid in missing and text.at <= late]
    for text in sorted(found, key=lambda each: each.at):
        inbound = _as_inbound(text, settings)
        take_in(database, inbound, now=now, came_at=text.at, answers=False)
    return len(found)


def _missing(session: Session, sids: list[str]) -> set[str]:
    known: set[str] = set()
    for chunk in chunks(sids):
        known.update(
            session.exec(select(Reply.provider_sid).where(col(Reply.provider_sid).in_(chunk)))
        )
    return set(sids) - known


def _as_inbound(text: InboundText, settings: Settings) -> Inbound:
    form = [
        ("MessageSid", text.sid),
        ("AccountSid", settings.twilio_account_sid),
        ("From", text.from_number),
        ("To", text.to_number),
        ("Body", text.body),
        ("NumMedia", str(text.media)),
    ]
    return Inbound(text.sid, text.from_number, text.body, text.media, form)
