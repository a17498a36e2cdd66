"""Replies that a person must look at: marking one as read, with name and time."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col

from app.audit.trail import record
from app.conversations.models import Reply
from app.conversations.queries import unplaced_replies


def mark_read(
    session: Session, organisation_code: str, reply_id: UUID, *, by: str, now: datetime
) -> bool:
    """Mark a reply as read by a person; False if it is not theirs to read, or was read before."""
    if reply_id not in {reply.id for reply in unplaced_replies(session, organisation_code)}:
        return False
    changed = session.connection().execute(
        update(Reply)
        .where(col(Reply.id) == reply_id, col(Reply.read_at).is_(None))
        .values(read_at=now, read_by=by)
    )
    if cast(Any, changed).rowcount != 1:
        return False
    record(session, "reply_read", by=by, now=now, subject=f"reply:{reply_id}")
    return True
