"""What a clinic admin does to one text: taking it back before it goes."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from app.audit.trail import record
from app.invitations import outbox
from app.invitations.models import Invitation
from app.invitations.states import State

BY_HAND = "by_hand"


def cancel_one(session: Session, row: Invitation, *, by: str, now: datetime) -> bool:
    """Take one text back that has not gone; it is not owed anew. False if it is too late for that.

    A text that a worker has claimed is just going: nobody can say any more that it will not.
    """
    waiting = update(Invitation).where(
        col(Invitation.id) == row.id,
        col(Invitation.state).in_([State.PLANNED.value, State.READY.value]),
    )
    values = {"state": State.CANCELLED.value, "reason": BY_HAND, "finished_at": now}
    if outbox.count(session, waiting.values(**values)) != 1:
        return False
    record(session, "text_cancelled", by=by, now=now, subject=f"invitation:{row.id}")
    return True
