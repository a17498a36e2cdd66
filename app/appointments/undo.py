"""Taking a saved list back (the rows): what it added goes, what it changed is as it was.

What another list, or a person, has changed since is left as it is and counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from app.appointments.models import Appointment, ClinicList, ListState
from app.appointments.report import Before, before
from app.audit.trail import record
from app.db import chunks
from app.errors import Refusal
from app.people.models import YoungPerson

TAKEN_SINCE = (
    "The list cannot be undone: another list has since booked a visit at a time that this one "
    "freed. Undo that list first. Nothing was undone."
)


@dataclass(frozen=True)
class TakenBack:
    """What taking a list back did, in visits and people; `left` were changed by others since."""

    visits_removed: int
    visits_restored: int
    people_removed: int
    people_restored: int
    left: int


def take_back(session: Session, kept: ClinicList, *, by: str, now: datetime) -> TakenBack:
    """Undo a saved list inside the caller's transaction; texts about it must be gone already."""
    was = before(kept)
    removed = _remove_visits(session, kept, was.new_visits)
    _free_times(session, kept, was.visits)
    try:
        restored = _restore(session, Appointment, was.visits, kept.saved_at)
    except IntegrityError:
        raise Refusal(TAKEN_SINCE) from None
    people_restored = _restore(session, YoungPerson, was.people, kept.saved_at)
    people_removed = _remove_people(session, was.new_people)
    done = TakenBack(
        removed, restored, people_removed, people_restored, _touched(was) - removed - restored
    )
    kept.state, kept.undone_at, kept.undone_by = ListState.UNDONE.value, now, by
    session.add(kept)
    session.flush()
    record(
        session,
        "clinic_list_undone",
        by=by,
        now=now,
        subject=f"clinic_list:{kept.id}",
        visits_removed=removed,
        visits_restored=restored,
        left=done.left,
    )
    return done


def _touched(was: Before) -> int:
    return len(was.new_visits) + len(was.visits)


def _remove_visits(session: Session, kept: ClinicList, ids: Iterable[UUID]) -> int:
    """Remove the visits that a list added, but for those changed since."""
    removed = 0
    for chunk in chunks(ids):
        gone = session.connection().execute(
            delete(Appointment).where(
                col(Appointment.id).in_(chunk),
                col(Appointment.clinic_list_id) == kept.id,
                col(Appointment.updated_at) == kept.saved_at,
            )
        )
        removed += int(cast(Any, gone).rowcount)
    return removed


def _free_times(session: Session, kept: ClinicList, visits: Sequence[dict[str, Any]]) -> None:
    """Set the changed visits aside first: two may have changed places."""
    for chunk in chunks(visit["id"] for visit in visits):
        session.connection().execute(
            update(Appointment)
            .where(col(Appointment.id).in_(chunk), col(Appointment.updated_at) == kept.saved_at)
            .values(status="cancelled")
        )


def _restore(
    session: Session, table: type[Any], rows: Sequence[dict[str, Any]], saved_at: datetime | None
) -> int:
    """Put rows back as they were, but for those changed since."""
    restored = 0
    for row in rows:
        values = {name: value for name, value in row.items() if name != "id"}
        done = session.connection().execute(
            update(table).where(table.id == row["id"], table.updated_at == saved_at).values(values)
        )
        restored += int(cast(Any, done).rowcount)
    return restored


def _remove_people(session: Session, ids: Iterable[UUID]) -> int:
    """Remove the people that a list added and that no visit is left of."""
    removed = 0
    has_visit = exists(
        select(col(Appointment.id)).where(col(Appointment.young_person_id) == col(YoungPerson.id))
    )
    for chunk in chunks(ids):
        gone = session.connection().execute(
            delete(YoungPerson).where(col(YoungPerson.id).in_(chunk), ~has_visit)
        )
        removed += int(cast(Any, gone).rowcount)
    return removed
