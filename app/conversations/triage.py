"""What a person does with a reply: reads it, settles it at the desk, says whose it is.

Each is one change that asks that nobody was quicker, with its row on the trail in the same
transaction. Who comes second changes nothing, and is told who came first.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Update, update
from sqlmodel import Session, col

from app.audit.trail import record
from app.conversations.models import Reply
from app.conversations.reach import Reach, reply_within

# What was done about a reply, as it is kept.
READ_REASONS = ("nothing", "told", "rang", "desk", "answered", "other")
# Passed to the desk: it stays on the desk's page until the desk has settled it.
FOR_THE_DESK, SETTLED = "desk", "desk_done"


@dataclass(frozen=True)
class Done:
    """It was done, by this person, just now."""

    reply: Reply


@dataclass(frozen=True)
class TooLate:
    """Somebody was quicker: who (`by` as the trail names them), when, and what they did."""

    by: str
    at: datetime | None
    what: str


# None: it is not theirs to read, or there is no such reply.
Outcome = Done | TooLate | None


def mark_read(
    session: Session, reach: Reach, reply_id: UUID, *, reason: str, by: str, now: datetime
) -> Outcome:
    """Mark a reply as read, and say what was done about it."""
    if reason not in READ_REASONS:
        raise ValueError(f"{reason} is no reason for having read a reply")
    reply = reply_within(session, reach, reply_id)
    if reply is None:
        return None
    unread = update(Reply).where(col(Reply.id) == reply_id, col(Reply.read_at).is_(None))
    values = {"read_at": now, "read_by": by, "read_reason": reason}
    if not changed(session, unread.values(**values)):
        return too_late(session, reply)
    subject = f"reply:{reply_id}"
    record(session, "reply_read", by=by, now=now, subject=subject, reason=reason)
    return Done(reply)


def mark_unread(
    session: Session, reach: Reach, reply_id: UUID, *, by: str, now: datetime
) -> Outcome:
    """Put a reply back among the unread; the trail keeps who had read it."""
    reply = reply_within(session, reach, reply_id)
    if reply is None:
        return None
    had = {"read_by": reply.read_by, "reason": reply.read_reason}
    as_read = update(Reply).where(
        col(Reply.id) == reply_id,
        col(Reply.read_at).is_not(None),
        col(Reply.read_at) == reply.read_at,
    )
    anew = {"read_at": None, "read_by": None, "read_reason": None, "unread_due_at": None}
    if not changed(session, as_read.values(**anew)):
        return TooLate("", None, "unread")
    record(session, "reply_unread_again", by=by, now=now, subject=f"reply:{reply_id}", **had)
    return Done(reply)


def settle(session: Session, reach: Reach, reply_id: UUID, *, by: str, now: datetime) -> Outcome:
    """Say that the desk has seen to a reply; who had read it before still has."""
    reply = reply_within(session, reach, reply_id)
    if reply is None:
        return None
    unread = update(Reply).where(col(Reply.id) == reply_id, col(Reply.read_at).is_(None))
    first = changed(session, unread.values(read_at=now, read_by=by, read_reason=SETTLED))
    passed_on = update(Reply).where(
        col(Reply.id) == reply_id, col(Reply.read_reason) == FOR_THE_DESK
    )
    if not first and not changed(session, passed_on.values(read_reason=SETTLED)):
        return too_late(session, reply)
    subject = f"reply:{reply_id}"
    record(session, "reply_settled", by=by, now=now, subject=subject, read_with_it=first)
    return Done(reply)


def changed(session: Session, statement: Update) -> bool:
    """Carry out a change of one row; return whether it was still as it should be."""
    return int(cast(Any, session.connection().execute(statement)).rowcount) == 1


def too_late(session: Session, reply: Reply) -> TooLate:
    """Say who has read a reply before."""
    session.refresh(reply)
    return TooLate(reply.read_by or "", reply.read_at, reply.read_reason or "")
