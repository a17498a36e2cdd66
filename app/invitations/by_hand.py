"""Texts taken back before they go: one by a clinic admin, or all that are left about a visit."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col

from app.audit.trail import record
from app.invitations import outbox
from app.invitations.models import Invitation
from app.invitations.outbox import Plan
from app.invitations.states import Kind, State

BY_HAND, LEFT_ALONE = "by_hand", "left_alone"
# What ended for these reasons is not owed anew.
NOT_OWED_ANEW = (BY_HAND, LEFT_ALONE)
# Owed texts count from 1: this one stands in the way of all others of its kind.
BEFORE_ALL = 0


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


def leave_alone(
    session: Session,
    appointment_id: UUID,
    clinic_id: UUID,
    starts_at: datetime,
    *,
    by: str,
    now: datetime,
) -> None:
    """Let no more texts about one visit go, now or later; other visits are asked about as ever.

    What is owed later (a reminder, the question after the visit) is ended before it is planned.
    """
    plans = [
        Plan(
            appointment_id=appointment_id, clinic_id=clinic_id, kind=kind, cycle=BEFORE_ALL,
            due_at=starts_at, deadline=starts_at, planned_for=starts_at, clinic_version=1,
        )
        for kind in (Kind.REMINDER, Kind.FEEDBACK)
    ]  # fmt: skip
    outbox.plan(session, plans, now=now)
    waiting = update(Invitation).where(
        col(Invitation.appointment_id) == appointment_id,
        col(Invitation.state).in_([State.PLANNED.value, State.READY.value]),
    )
    values = {"state": State.CANCELLED.value, "reason": LEFT_ALONE, "finished_at": now}
    if outbox.count(session, waiting.values(**values)):
        subject = f"appointment:{appointment_id}"
        record(session, "texts_ended", by=by, now=now, subject=subject)
