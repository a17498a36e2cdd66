"""Writing a list's changes down: people, then appointments, many in one statement."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, update
from sqlmodel import Session

from app.appointments.changes import Change, Changes, Held, RowChange, owner_after
from app.appointments.clinic_list import ListRow
from app.appointments.held import ids_by_number
from app.appointments.models import Appointment, AppointmentStatus
from app.db import vault_of
from app.people.models import YoungPerson
from app.privacy import new_id

CHUNK = 2_000


def apply(
    session: Session,
    organisation_code: str,
    list_id: UUID,
    changes: Changes,
    held: Held,
    *,
    now: datetime,
) -> None:
    """Write every change inside the caller's transaction."""
    people = ids_by_number(held)
    wanted = [change for change in changes.rows if change.change is not Change.IGNORED]
    fresh = {
        change.row.nhs_number: change.row
        for change in wanted
        if change.row.nhs_number not in people
    }
    people |= {number: new_id() for number in fresh}
    rows = [_person(session, organisation_code, people, row, now) for row in fresh.values()]
    _insert(session, YoungPerson, rows)
    _update(session, YoungPerson, _changed_people(session, wanted, held, now))
    booked = [
        _appointment(session, list_id, people[change.row.nhs_number], change.row, now)
        for change in wanted
        if change.change is Change.NEW
    ]
    # A moved visit frees its old time first: the list may give that time to a new one.
    _update(session, Appointment, _changed_appointments(session, list_id, wanted, now))
    _insert(session, Appointment, booked)


def _insert(session: Session, table: type[Any], rows: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(rows), CHUNK):
        session.connection().execute(insert(table), list(rows[start : start + CHUNK]))


def _update(session: Session, table: type[Any], rows: Iterable[dict[str, Any]]) -> None:
    """Change many rows by their id, those of the same columns in one statement."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        alike.setdefault(tuple(sorted(row)), []).append(row)
    for names, group in alike.items():
        values: dict[str, Any] = {n: bindparam(n) for n in names if n != "row_id"}
        statement = update(table.__table__).where(table.__table__.c.id == bindparam("row_id"))
        session.connection().execute(statement.values(values), group)


def _person(
    session: Session, organisation_code: str, people: dict[str, UUID], row: ListRow, now: datetime
) -> dict[str, Any]:
    vault, person_id = vault_of(session), people[row.nhs_number]
    born = row.date_of_birth.isoformat()
    return {
        "id": person_id,
        "organisation_code": organisation_code,
        "nhs_number_key": vault.lookup("nhs_number", row.nhs_number),
        "nhs_number_sealed": vault.seal("young_person.nhs_number", person_id, row.nhs_number),
        "date_of_birth_sealed": vault.seal("young_person.date_of_birth", person_id, born),
        "created_at": now,
        **_details(session, person_id, row, row.number_belongs_to, now),
    }


def _details(
    session: Session, person_id: UUID, row: ListRow, owner: str, now: datetime
) -> dict[str, Any]:
    vault = vault_of(session)
    mobile = row.mobile
    sealed = vault.seal("young_person.mobile", person_id, mobile) if mobile else None
    return {
        "first_name_sealed": vault.seal("young_person.first_name", person_id, row.first_name),
        "last_name_sealed": vault.seal("young_person.last_name", person_id, row.last_name),
        "mobile_sealed": sealed,
        "mobile_key": vault.lookup("mobile", mobile) if mobile else None,
        "number_belongs_to": owner,
        "language": row.language,
        "updated_at": now,
    }


def _changed_people(
    session: Session, wanted: Sequence[RowChange], held: Held, now: datetime
) -> Iterable[dict[str, Any]]:
    last = {change.row.nhs_number: change for change in wanted if change.details_differ}
    for number, change in last.items():
        person = held.people[number]
        owner = owner_after(change.row, person)
        yield {"row_id": person.id, **_details(session, person.id, change.row, owner, now)}


def _appointment(
    session: Session, list_id: UUID, person_id: UUID, row: ListRow, now: datetime
) -> dict[str, Any]:
    appointment_id = new_id()
    return {
        "id": appointment_id,
        "clinic_id": row.clinic_id,
        "young_person_id": person_id,
        "starts_at": row.starts_at,
        "status": AppointmentStatus.BOOKED.value,
        "clinic_list_id": list_id,
        "created_at": now,
        "updated_at": now,
        **_external(session, appointment_id, row),
    }


def _external(session: Session, appointment_id: UUID, row: ListRow) -> dict[str, Any]:
    if not row.appointment_id:
        return {"external_id_sealed": None, "external_key": None}
    vault = vault_of(session)
    given = row.appointment_id
    return {
        "external_id_sealed": vault.seal("appointment.external_id", appointment_id, given),
        "external_key": vault.lookup("appointment_id", given),
    }


def _changed_appointments(
    session: Session, list_id: UUID, wanted: Sequence[RowChange], now: datetime
) -> Iterable[dict[str, Any]]:
    for change in wanted:
        if change.appointment_id is None or change.change is Change.UNCHANGED:
            continue
        status = AppointmentStatus.CANCELLED if change.row.cancelled else AppointmentStatus.BOOKED
        values: dict[str, Any] = {
            "row_id": change.appointment_id,
            "status": status.value,
            "clinic_list_id": list_id,
            "updated_at": now,
        }
        if not change.row.cancelled:
            values["starts_at"] = change.row.starts_at
        if change.row.appointment_id:
            values |= _external(session, change.appointment_id, change.row)
        yield values
