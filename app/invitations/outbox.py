"""The outbox: every change of a text's state is one compare-and-swap, so that no two workers win.

A text is claimed and its words frozen in one transaction, marked as submitting in another that is
committed before the call, and its outcome recorded in a third. Nothing is sent inside any of them.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Select, Update, select, update
from sqlmodel import Session, col

from app.db import insert_new
from app.invitations.models import Invitation
from app.invitations.states import Kind, State
from app.privacy import new_id

LEASE = timedelta(seconds=60)
# A worker frozen for longer than this between mark and call must not make the call.
FRESH = timedelta(seconds=5)
TOKEN_BYTES = 16


def plan(session: Session, appointment_ids: Iterable[UUID], kind: Kind, *, now: datetime) -> int:
    """Owe a text to each of these appointments; return how many are new.

    UNIQUE (appointment, kind, cycle) makes a second plan of the same text impossible.
    """
    rows = [
        {
            "id": new_id(),
            "appointment_id": appointment,
            "kind": kind.value,
            "cycle": 1,
            "state": State.READY.value,
            "due_at": now,
            "token": secrets.token_urlsafe(TOKEN_BYTES),
            "attempt": 0,
            "created_at": now,
        }
        for appointment in appointment_ids
    ]
    return insert_new(session, Invitation, rows, ("appointment_id", "kind", "cycle"))


def claim_next(session: Session, *, now: datetime) -> Invitation | None:
    """Claim one text that is due, with a lease; None if there is none for this worker."""
    first: Select[Any] = (
        select(col(Invitation.id))
        .where(col(Invitation.state) == State.READY.value, col(Invitation.due_at) <= now)
        .order_by(col(Invitation.due_at), col(Invitation.id))
        .limit(1)
    )
    if session.get_bind().dialect.name == "postgresql":
        first = first.with_for_update(skip_locked=True)
    claimed = session.connection().execute(
        update(Invitation)
        .where(
            col(Invitation.id) == first.scalar_subquery(),
            col(Invitation.state) == State.READY.value,
        )
        .values(
            state=State.CLAIMED.value,
            attempt=col(Invitation.attempt) + 1,
            lease_until=now + LEASE,
        )
        .returning(col(Invitation.id))
    )
    row = claimed.scalar_one_or_none()
    return session.get(Invitation, row, populate_existing=True) if row else None


def freeze(session: Session, claimed: Invitation, **frozen: Any) -> bool:
    """Fix number, words and template of a claimed text, once for all attempts."""
    return _changed(session, _mine(claimed, State.CLAIMED).values(**frozen))


def put_back(session: Session, claimed: Invitation, *, due_at: datetime) -> bool:
    """Give up a claim: nothing was sent, and the text is due again at `due_at`."""
    values = {"state": State.READY.value, "due_at": due_at, "lease_until": None}
    return _changed(session, _mine(claimed, State.CLAIMED).values(**values))


def end_unsent(
    session: Session, claimed: Invitation, state: State, reason: str, *, now: datetime
) -> bool:
    """End a claimed text that must not go: suppressed, cancelled or expired, and why."""
    values = {"state": state.value, "reason": reason, "finished_at": now, "lease_until": None}
    return _changed(session, _mine(claimed, State.CLAIMED).values(**values))


def start(session: Session, claimed: Invitation, *, now: datetime) -> bool:
    """Mark a text as being submitted; True only while the lease is still ours."""
    mine = _mine(claimed, State.CLAIMED).where(col(Invitation.lease_until) > now)
    return _changed(session, mine.values(state=State.SUBMITTING.value, started_at=now))


def is_fresh(started_at: datetime, now: datetime) -> bool:
    """Return whether the mark is young enough for the call to be made."""
    return timedelta(0) <= now - started_at <= FRESH


def accept(session: Session, started: Invitation, sid: str, *, now: datetime) -> bool:
    """Record that the provider has the text; a receipt may have said so before us."""
    values = {"state": State.ACCEPTED.value, "provider_sid": sid, "accepted_at": now}
    return _changed(session, _mine(started, State.SUBMITTING).values(**values))


def try_later(session: Session, started: Invitation, reason: str, *, due_at: datetime) -> bool:
    """Record that the provider certainly has not got the text: it is due again at `due_at`."""
    values = {
        "state": State.READY.value,
        "due_at": due_at,
        "reason": reason,
        "lease_until": None,
    }
    return _changed(session, _mine(started, State.SUBMITTING).values(**values))


def refuse(
    session: Session, started: Invitation, state: State, code: str, *, now: datetime
) -> bool:
    """Record that the provider refused the text for good: rejected, or suppressed."""
    values = {"state": state.value, "error_code": code, "finished_at": now}
    return _changed(session, _mine(started, State.SUBMITTING).values(**values))


def doubt(session: Session, started: Invitation, reason: str) -> bool:
    """Record that nobody knows whether the provider has the text: it is never sent again."""
    values = {"state": State.IN_DOUBT.value, "reason": reason[:40]}
    return _changed(session, _mine(started, State.SUBMITTING).values(**values))


def free_ended_leases(session: Session, *, now: datetime) -> int:
    """Free the texts whose worker died between claim and call: nothing was sent."""
    freed = session.connection().execute(
        update(Invitation)
        .where(col(Invitation.state) == State.CLAIMED.value, col(Invitation.lease_until) <= now)
        .values(state=State.READY.value, lease_until=None)
    )
    return int(cast(Any, freed).rowcount)


def _mine(row: Invitation, state: State) -> Update:
    return update(Invitation).where(
        col(Invitation.id) == row.id,
        col(Invitation.state) == state.value,
        col(Invitation.attempt) == row.attempt,
    )


def _changed(session: Session, statement: Update) -> bool:
    # The caller's object is a picture of the row at the claim; the row itself is what counts.
    result = session.connection().execute(statement)
    return int(cast(Any, result).rowcount) == 1
