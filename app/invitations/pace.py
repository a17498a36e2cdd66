"""How fast a sender number may hand over: reserved in the database, for all processes together."""

import time
from collections.abc import Sequence

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from app.db import insert_new
from app.invitations.models import SenderPace

# Only what can start so soon is reserved and marked: a mark must be fresh when its call is made.
SOON_SECONDS = 2.0
# A reservation so far ahead was made by a clock that is wrong.
NONSENSE_SECONDS = 600.0
DATABASE_TIME = text("SELECT extract(epoch from clock_timestamp())")


def reserve(session: Session, sender: str, wanted: int, rate: float) -> Sequence[float]:
    """Reserve times to hand texts over at; return each as seconds from now, at most two ahead.

    As many as `wanted`, or fewer if the sender is busy; `rate` is in texts a second.
    """
    now = _seconds(session)
    free_at = _free_at(session, sender)
    start = max(now, free_at) if free_at < now + NONSENSE_SECONDS else now
    slots = [start - now + place / rate for place in range(wanted)]
    soon = [slot for slot in slots if slot <= SOON_SECONDS]
    if soon:
        session.connection().execute(
            update(SenderPace)
            .where(col(SenderPace.sender) == sender)
            .values(free_at=start + len(soon) / rate)
        )
    return soon


def room(session: Session, senders: Sequence[str], rate: float) -> int:
    """Return how many texts these senders may begin soon, all together.

    No more is claimed: what is asked at the claim is to be true still when the text goes.
    """
    now = _seconds(session)
    rows = session.exec(select(SenderPace).where(col(SenderPace.sender).in_(senders)))
    busy = {row.sender: max(0.0, row.free_at - now) for row in rows}
    waits = [busy.get(sender, 0.0) for sender in senders]
    soon = [0.0 if wait > NONSENSE_SECONDS else wait for wait in waits]
    return sum(1 + int((SOON_SECONDS - wait) * rate) for wait in soon if wait <= SOON_SECONDS)


def _free_at(session: Session, sender: str) -> float:
    """When a sender is free: its row is locked, and made first if there is none."""
    question = select(SenderPace.free_at).where(SenderPace.sender == sender).with_for_update()
    free_at = session.exec(question).one_or_none()
    if free_at is None:
        insert_new(session, SenderPace, [{"sender": sender, "free_at": 0.0}], ("sender",))
        free_at = session.exec(question).one()
    return free_at


def _seconds(session: Session) -> float:
    """The time that all processes share: the database's, or this machine's beside SQLite."""
    if session.get_bind().dialect.name == "postgresql":
        return float(session.connection().execute(DATABASE_TIME).scalar_one())
    return time.time()
