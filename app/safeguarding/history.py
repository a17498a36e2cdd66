"""The history of a concern: each thing that people or the service did, only ever added to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.audit.trail import record
from app.db import seal
from app.safeguarding.escalation import ANEW
from app.safeguarding.models import Concern, ConcernEvent

# What only people do: whoever sends a form has seen so many of these.
BY_PEOPLE = (
    *("acknowledged", "noted", "handed_over", "raised", "lowered"),
    *("second_look", "closed", "opened_again"),
)


def add_to_history(
    session: Session,
    concern: Concern,
    what: str,
    *,
    by: str,
    now: datetime,
    code: str = "",
    note: str = "",
) -> None:
    """Write down what happened to a concern, and on the trail, inside the caller's transaction."""
    event = ConcernEvent(concern_id=concern.id, what=what, by=by, at=now, code=code)
    if note:
        seal(session, event, "note", note)
    session.add(event)
    session.flush()
    record(session, f"concern_{what}", by=by, now=now, subject=f"concern:{concern.id}", code=code)


def history_of(session: Session, concern_id: UUID) -> Sequence[ConcernEvent]:
    """Return all that happened to a concern, oldest first."""
    question = select(ConcernEvent).where(ConcernEvent.concern_id == concern_id)
    return session.exec(question.order_by(col(ConcernEvent.at), col(ConcernEvent.id))).all()


def done_by_people(events: Iterable[ConcernEvent]) -> list[ConcernEvent]:
    """Return what people did, of all that happened."""
    return [event for event in events if event.what in BY_PEOPLE]


def count_by_people(session: Session, concern_id: UUID) -> int:
    """Return how often people did something with a concern."""
    return _count(session, concern_id, BY_PEOPLE)


def count_anew(session: Session, concern_id: UUID) -> int:
    """Return how often a concern was raised or opened again: each time everybody is asked anew."""
    return _count(session, concern_id, ANEW)


def _count(session: Session, concern_id: UUID, done: Sequence[str]) -> int:
    question = select(func.count()).where(
        col(ConcernEvent.concern_id) == concern_id, col(ConcernEvent.what).in_(done)
    )
    return session.exec(question).one()
