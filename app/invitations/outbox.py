"""The outbox: every change of a text's state is one compare-and-swap, so that no two workers win.

A text is claimed and its words frozen in one transaction, marked as submitting in another that is
committed before the call, and its outcome recorded in a third. Nothing is sent inside any of them.
"""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Select, Update, bindparam, case, func, or_, select, text, tuple_, update
from sqlmodel import Session, col

from app.db import insert_new
from app.invitations.at_state import stands
from app.invitations.doubt import FIRST_LOOK, GRACE
from app.invitations.models import Invitation
from app.invitations.states import IN_QUESTION, Kind, State
from app.privacy import new_id

LEASE = timedelta(seconds=60)
TOKEN_BYTES = 16
LONGEST_REASON = 40
# On PostgreSQL one claims at a time: what has gone to a number is counted before more is claimed.
ONE_CLAIMS = text("SELECT pg_advisory_xact_lock(7305113)")


@dataclass(frozen=True)
class Plan:
    """One text to be owed: what about, when it is due and until when, worked out from what."""

    appointment_id: UUID
    clinic_id: UUID
    kind: Kind
    cycle: int
    due_at: datetime
    deadline: datetime
    planned_for: datetime
    clinic_version: int


def plan(session: Session, plans: Sequence[Plan], *, now: datetime) -> int:
    """Owe these texts; return how many are new.

    UNIQUE (appointment, kind, cycle) makes a second plan of the same text impossible.
    """
    rows = [
        {
            **vars(each),
            "id": new_id(),
            "kind": each.kind.value,
            "state": State.PLANNED.value,
            "token": secrets.token_urlsafe(TOKEN_BYTES),
            "attempt": 0,
            "tries": 0,
            "faults": 0,
            "absences": 0,
            "created_at": now,
        }
        for each in plans
    ]
    return insert_new(session, Invitation, rows, ("appointment_id", "kind", "cycle"))


def make_ready(session: Session, *, now: datetime) -> int:
    """Make the planned texts ready that are due by now."""
    due = update(Invitation).where(stands(State.PLANNED), col(Invitation.due_at) <= now)
    return count(session, due.values(state=State.READY.value))


def claim(
    session: Session, most: int, *, now: datetime, but_clinics: Collection[UUID] = ()
) -> list[Invitation]:
    """Claim texts that are due, each with a lease, the longest due first; at most `most`."""
    due: Select[Any] = (
        select(col(Invitation.id))
        .where(stands(State.READY), col(Invitation.due_at) <= now)
        .order_by(col(Invitation.due_at), col(Invitation.id))
        .limit(most)
    )
    if but_clinics:
        theirs = col(Invitation.clinic_id).not_in(but_clinics)
        due = due.where(or_(col(Invitation.clinic_id).is_(None), theirs))
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(ONE_CLAIMS)
        due = due.with_for_update(skip_locked=True)
    first = due.cte("due")
    claimed = session.connection().execute(
        update(Invitation)
        .where(
            col(Invitation.id).in_(select(first.c.id)),
            col(Invitation.state) == State.READY.value,
        )
        .values(
            state=State.CLAIMED.value,
            attempt=col(Invitation.attempt) + 1,
            lease_until=now + LEASE,
        )
        .returning(col(Invitation.id))
    )
    return _rows(session, [row.id for row in claimed])


def _rows(session: Session, ids: Sequence[UUID]) -> list[Invitation]:
    if not ids:
        return []
    question = select(Invitation).where(col(Invitation.id).in_(ids))
    found = session.scalars(question.execution_options(populate_existing=True))
    return sorted(found, key=lambda row: (row.due_at, row.id))


def freeze(session: Session, frozen: Sequence[tuple[Invitation, Mapping[str, Any]]]) -> None:
    """Fix number, words, sender and template of texts just claimed, once for all attempts.

    Every one names the same columns. The claim is in the same transaction: nobody else has them.
    """
    if not frozen:
        return
    as_claimed = (
        update(Invitation)
        .where(
            col(Invitation.id) == bindparam("of_id"),
            col(Invitation.state) == State.CLAIMED.value,
            col(Invitation.attempt) == bindparam("of_attempt"),
        )
        .values({name: bindparam(f"new_{name}") for name in frozen[0][1]})
    )
    session.connection().execute(
        as_claimed,
        [
            {"of_id": row.id, "of_attempt": row.attempt}
            | {f"new_{name}": value for name, value in values.items()}
            for row, values in frozen
        ],
    )


def put_back(
    session: Session,
    claimed: Sequence[Invitation],
    *,
    due_at: datetime,
    reason: str | None = None,
    **more: Any,
) -> int:
    """Give up claims, each if it is ours still: nothing was sent, and all are due at `due_at`."""
    if not claimed:
        return 0
    values = {"state": State.READY.value, "due_at": due_at, "lease_until": None, "reason": reason}
    ours = update(Invitation).where(
        _as_claimed(claimed), col(Invitation.state) == State.CLAIMED.value
    )
    return count(session, ours.values(**values, **more))


def end_unsent(
    session: Session, row: Invitation, state: State, reason: str, *, now: datetime
) -> bool:
    """End a text that must not go: suppressed, cancelled, expired or rejected, and why."""
    values = {"state": state.value, "reason": reason, "finished_at": now, "lease_until": None}
    return _changed(session, _mine(row, State(row.state)).values(**values))


def begin(session: Session, claimed: Sequence[Invitation], *, now: datetime) -> set[UUID]:
    """Mark texts as being submitted; return those whose lease was still ours.

    The mark is committed before the call: whoever finds it knows that the text may have gone.
    """
    if not claimed:
        return set()
    mine = update(Invitation).where(
        _as_claimed(claimed),
        col(Invitation.state) == State.CLAIMED.value,
        col(Invitation.lease_until) > now,
    )
    begun = session.connection().execute(
        mine.values(
            state=State.SUBMITTING.value,
            started_at=now,
            first_started_at=func.coalesce(col(Invitation.first_started_at), now),
            tries=col(Invitation.tries) + 1,
            look_at=now + FIRST_LOOK,
            absences=0,
            absent_at=None,
        ).returning(col(Invitation.id))
    )
    return set(begun.scalars())


def accept(
    session: Session, started: Sequence[tuple[Invitation, str]], *, now: datetime
) -> set[UUID]:
    """Record that the provider has these texts, each under an id; return those that were still so.

    A receipt may have said so before us, and then there is nothing to record.
    """
    if not started:
        return set()
    ours = update(Invitation).where(
        _as_claimed([row for row, _ in started]), col(Invitation.state) == State.SUBMITTING.value
    )
    accepted = session.connection().execute(
        ours.values(
            state=State.ACCEPTED.value,
            provider_sid=case({row.id: sid for row, sid in started}, value=col(Invitation.id)),
            accepted_at=now,
            # After a second try somebody looks once more: the first may have arrived very late.
            look_at=case((col(Invitation.tries) > 1, now + GRACE + FIRST_LOOK), else_=None),
            reason=None,
        ).returning(col(Invitation.id))
    )
    return set(accepted.scalars())


def try_later(session: Session, started: Invitation, reason: str, *, due_at: datetime) -> bool:
    """Record that this call certainly did not reach the provider: it is due again at `due_at`."""
    values = {
        "state": State.READY.value,
        "due_at": due_at,
        "reason": reason[:LONGEST_REASON],
        "lease_until": None,
        "look_at": None,
        "tries": case((col(Invitation.tries) > 0, col(Invitation.tries) - 1), else_=0),
    }
    return _changed(session, _mine(started, State.SUBMITTING).values(**values))


def refuse(
    session: Session, started: Invitation, state: State, code: str, *, now: datetime
) -> bool:
    """Record that the provider refused the text for good: rejected, or suppressed."""
    values = {"state": state.value, "error_code": code, "finished_at": now, "look_at": None}
    return _changed(session, _mine(started, State.SUBMITTING).values(**values))


def doubt(session: Session, started: Invitation, reason: str) -> bool:
    """Record that nobody knows whether the provider has the text: somebody has to look."""
    values = {"state": State.IN_DOUBT.value, "reason": reason[:LONGEST_REASON]}
    return _changed(session, _mine(started, State.SUBMITTING).values(**values))


def settle(session: Session, row: Invitation, **values: Any) -> bool:
    """Change a text in question after a look, if nothing else has changed it since it was read."""
    as_read = update(Invitation).where(
        col(Invitation.id) == row.id,
        col(Invitation.state).in_([state.value for state in IN_QUESTION]),
        col(Invitation.attempt) == row.attempt,
        col(Invitation.started_at) == row.started_at,
    )
    return _changed(session, as_read.values(**values))


def free_ended_leases(session: Session, *, now: datetime) -> int:
    """Free the texts whose worker died between claim and call: nothing was sent."""
    ended = update(Invitation).where(stands(State.CLAIMED), col(Invitation.lease_until) <= now)
    return count(session, ended.values(state=State.READY.value, lease_until=None))


def expire_overdue(session: Session, *, now: datetime) -> int:
    """End the texts whose time has passed unsent, so that they are listed and never go late."""
    values = {"state": State.EXPIRED.value, "reason": "too_late", "finished_at": now}
    # One state at a time: each has an index of its own, and no other text is looked at.
    return sum(
        count(
            session,
            update(Invitation)
            .where(stands(state), col(Invitation.deadline) <= now)
            .values(**values),
        )
        for state in (State.PLANNED, State.READY)
    )


def _as_claimed(rows: Sequence[Invitation]) -> Any:
    """These rows, if nobody has claimed them again since."""
    return tuple_(col(Invitation.id), col(Invitation.attempt)).in_(
        [(row.id, row.attempt) for row in rows]
    )


def _mine(row: Invitation, state: State) -> Update:
    return update(Invitation).where(
        col(Invitation.id) == row.id,
        col(Invitation.state) == state.value,
        col(Invitation.attempt) == row.attempt,
    )


def _changed(session: Session, statement: Update) -> bool:
    # The caller's object is a picture of the row at the claim; the row itself is what counts.
    return count(session, statement) == 1


def count(session: Session, statement: Update) -> int:
    """Carry out a change and return how many rows it met."""
    return int(cast(Any, session.connection().execute(statement)).rowcount)
