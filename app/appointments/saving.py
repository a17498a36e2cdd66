"""Writing a list's changes down: people, then appointments, many in one statement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, update
from sqlmodel import Session

from app.appointments.book import not_texted_after, owner_after
from app.appointments.changes import Change, Changes, RowChange
from app.appointments.held import ids_by_number
from app.appointments.holding import Held, HeldPerson
from app.appointments.models import Appointment, AppointmentStatus
from app.appointments.rows import ListRow
from app.db import vault_of
from app.people.models import YoungPerson
from app.privacy import Vault, new_id

CHUNK = 2_000
NO_CHANGE = (Change.UNCHANGED, Change.IGNORED)


@dataclass
class Written:
    """What was written: ids of new rows, and of the changed ones."""

    people: list[UUID] = field(default_factory=list)
    appointments: list[UUID] = field(default_factory=list)


@dataclass(frozen=True)
class Writing:
    """What every row is written with. `deciles` are deprivation deciles by whole postcode."""

    session: Session
    organisation_code: str
    list_id: UUID
    now: datetime
    deciles: Mapping[str, int] = field(default_factory=dict)

    @property
    def vault(self) -> Vault:
        """The vault of the session."""
        return vault_of(self.session)


def apply(writing: Writing, changes: Changes, held: Held) -> Written:
    """Write every change inside the caller's transaction; return what is new."""
    session = writing.session
    people = ids_by_number(held)
    wanted = [change for change in changes.rows if change.change is not Change.IGNORED]
    fresh = {
        change.row.nhs_number: change.row
        for change in wanted
        if change.change is Change.NEW and change.row.nhs_number not in people
    }
    people |= {number: new_id() for number in fresh}
    _insert(session, YoungPerson, [_person(writing, people, row) for row in fresh.values()])
    _update(session, YoungPerson, _changed_people(writing, changes.rows, held))
    booked = [
        _appointment(writing, people[change.row.nhs_number], change.row)
        for change in wanted
        if change.change is Change.NEW
    ]
    # A moved visit frees its old time first: the list may give that time to a new one, or to
    # another that moves at the same time.
    _free_times(session, wanted, held)
    _update(session, Appointment, _changed_appointments(writing, changes))
    _insert(session, Appointment, booked)
    return Written(
        [people[number] for number in fresh], [appointment["id"] for appointment in booked]
    )


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


def _person(writing: Writing, people: Mapping[str, UUID], row: ListRow) -> dict[str, Any]:
    vault, person_id = writing.vault, people[row.nhs_number]
    return {
        "id": person_id,
        "organisation_code": writing.organisation_code,
        "nhs_number_key": vault.lookup("nhs_number", row.nhs_number),
        "nhs_number_sealed": vault.seal("young_person.nhs_number", person_id, row.nhs_number),
        "created_at": writing.now,
        "language": row.language or "en",
        "interpreter": bool(row.interpreter),
        "not_texted": row.flagged or None,
        "number_belongs_to": row.number_belongs_to,
        "ethnicity_sealed": None,
        "postcode_area_sealed": None,
        "deprivation_decile": None,
        **_details(writing, person_id, row),
        **_said(writing, person_id, row),
    }


def _details(writing: Writing, person_id: UUID, row: ListRow) -> dict[str, Any]:
    """The columns that every row fills."""
    vault, mobile = writing.vault, row.mobile
    born = row.date_of_birth.isoformat()
    return {
        "first_name_sealed": vault.seal("young_person.first_name", person_id, row.first_name),
        "last_name_sealed": vault.seal("young_person.last_name", person_id, row.last_name),
        "date_of_birth_sealed": vault.seal("young_person.date_of_birth", person_id, born),
        "mobile_sealed": vault.seal("young_person.mobile", person_id, mobile) if mobile else None,
        "mobile_key": vault.lookup("mobile", mobile) if mobile else None,
        "updated_at": writing.now,
    }


def _said(writing: Writing, person_id: UUID, row: ListRow) -> dict[str, Any]:
    """The columns that a row fills only if the list says anything of them."""
    said: dict[str, Any] = {}
    vault = writing.vault
    if row.ethnicity is not None:
        sealed = vault.seal("young_person.ethnicity", person_id, row.ethnicity)
        said["ethnicity_sealed"] = sealed
    if row.postcode is not None:
        # Only the first half stays; of the whole, only how deprived the area is.
        sealed = vault.seal("young_person.postcode_area", person_id, row.postcode[0])
        decile = writing.deciles.get("".join(row.postcode))
        said |= {"postcode_area_sealed": sealed, "deprivation_decile": decile}
    return said


def _changed_people(
    writing: Writing, rows: Iterable[RowChange], held: Held
) -> Iterable[dict[str, Any]]:
    last = {change.row.nhs_number: change for change in rows if change.details_differ}
    for number, change in last.items():
        person, row = held.people[number], change.row
        yield {
            "row_id": person.id,
            "number_belongs_to": owner_after(row, person),
            "not_texted": not_texted_after(row, person),
            **_language(row, person),
            **_details(writing, person.id, row),
            **_said(writing, person.id, row),
        }


def _language(row: ListRow, person: HeldPerson) -> dict[str, Any]:
    interpreter = person.interpreter if row.interpreter is None else row.interpreter
    return {"language": row.language or person.language, "interpreter": interpreter}


def _appointment(writing: Writing, person_id: UUID, row: ListRow) -> dict[str, Any]:
    appointment_id = new_id()
    return {
        "id": appointment_id,
        "clinic_id": row.clinic_id,
        "young_person_id": person_id,
        "starts_at": row.starts_at,
        "status": AppointmentStatus.BOOKED.value,
        "visit_kind": row.visit_kind or "in_person",
        "clinic_list_id": writing.list_id,
        "created_at": writing.now,
        "updated_at": writing.now,
        **_external(writing.vault, appointment_id, row),
    }


def _external(vault: Vault, appointment_id: UUID, row: ListRow) -> dict[str, Any]:
    if not row.appointment_id:
        return {"external_id_sealed": None, "external_key": None}
    given = row.appointment_id
    return {
        "external_id_sealed": vault.seal("appointment.external_id", appointment_id, given),
        "external_key": vault.lookup("appointment_id", given),
    }


def _free_times(session: Session, wanted: Iterable[RowChange], held: Held) -> None:
    """Set the visits that move into each other's times aside, so that no two meet on the way."""
    taken = {
        (each.young_person_id, each.clinic_id, each.starts_at): each.id
        for each in held.appointments
        if each.status != AppointmentStatus.CANCELLED
    }
    moved = [change for change in wanted if change.change is Change.MOVED]
    aside = [
        {"row_id": change.appointment_id, "status": AppointmentStatus.CANCELLED.value}
        for change in moved
        if (change.person_id, change.row.clinic_id, change.row.starts_at) in taken
    ]
    _update(session, Appointment, aside)


def _changed_appointments(writing: Writing, changes: Changes) -> Iterable[dict[str, Any]]:
    for appointment_id in changes.cancelled:
        yield {
            "row_id": appointment_id,
            "status": AppointmentStatus.CANCELLED.value,
            "clinic_list_id": writing.list_id,
            "updated_at": writing.now,
        }
    for change in changes.rows:
        if change.appointment_id is not None and change.change not in NO_CHANGE:
            yield _changed(writing, change, change.appointment_id)


def _changed(writing: Writing, change: RowChange, appointment_id: UUID) -> dict[str, Any]:
    row = change.row
    values: dict[str, Any] = {
        "row_id": appointment_id,
        "status": row.status.value,
        "clinic_list_id": writing.list_id,
        "updated_at": writing.now,
    }
    if change.change in (Change.MOVED, Change.REBOOKED):
        values["starts_at"] = row.starts_at
    if row.visit_kind is not None:
        values["visit_kind"] = row.visit_kind
    if row.appointment_id:
        values |= _external(writing.vault, appointment_id, row)
    return values
