"""Writing a list's changes down: people, then appointments, many in one statement."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, update
from sqlmodel import Session

from app.appointments.models import Appointment
from app.appointments.prepared import Prepared, Values
from app.many_rows import write_out
from app.people.models import YoungPerson


def apply(session: Session, prepared: Prepared) -> None:
    """Write everything that is prepared, inside the caller's transaction."""
    write_out(session, prepared.new_people)
    _update(session, YoungPerson, prepared.changed_people)
    # A moved visit frees its old time first: the list may give that time to a new one, or to
    # another that moves at the same time.
    _update(session, Appointment, prepared.aside)
    _update(session, Appointment, prepared.changed_visits)
    write_out(session, prepared.new_visits)


def _update(session: Session, table: type[Any], rows: Sequence[Values]) -> None:
    """Change many rows by their id, those of the same columns in one statement."""
    alike: dict[tuple[str, ...], list[Values]] = {}
    for row in rows:
        alike.setdefault(tuple(sorted(row)), []).append(row)
    for names, group in alike.items():
        values: dict[str, Any] = {n: bindparam(n) for n in names if n != "row_id"}
        statement = update(table.__table__).where(table.__table__.c.id == bindparam("row_id"))
        session.connection().execute(statement.values(values), group)
