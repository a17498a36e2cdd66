"""What a list will write, sealed and laid out beforehand, so that the database is held briefly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.appointments.book import not_texted_after, owner_after
from app.appointments.change import NO_CHANGE, Change, Changes, RowChange
from app.appointments.held import Lookups
from app.appointments.holding import Held, HeldPerson
from app.appointments.models import Appointment, AppointmentStatus
from app.appointments.rows import ListRow
from app.many_rows import Laid, laid_out
from app.people.models import YoungPerson
from app.privacy import Vault, new_id

Values = dict[str, Any]


@dataclass(frozen=True)
class Writing:
    """What every row is written with. `deciles` are deprivation deciles by whole postcode."""

    vault: Vault
    lookups: Lookups
    organisation_code: str
    list_id: UUID
    now: datetime
    deciles: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Prepared:
    """Rows by column, ready to be written in this order.

    `aside` are visits that are set aside first, so that no two meet at one time on the way;
    `people` and `visits` are the ids of the new ones.
    """

    new_people: Laid
    changed_people: list[Values]
    aside: list[Values]
    changed_visits: list[Values]
    new_visits: Laid
    people: Sequence[UUID]
    visits: Sequence[UUID]


def prepare(session: Session, writing: Writing, changes: Changes, held: Held) -> Prepared:
    """Lay out every change of a list for the session's database, its personal words sealed."""
    fresh = [each for each in changes.rows if each.change is Change.NEW]
    people = {number: person.id for number, person in held.people.items()}
    unknown = {each.row.nhs_number: each.row for each in fresh if each.row.nhs_number not in people}
    people |= {number: new_id() for number in unknown}
    new_people = [_person(writing, people[number], row) for number, row in unknown.items()]
    new_visits = [_visit(writing, people[each.row.nhs_number], each.row) for each in fresh]
    return Prepared(
        laid_out(session, YoungPerson, new_people),
        [*_changed_people(writing, changes.rows, held), *_flagged_people(writing, changes)],
        list(_aside(changes, held)),
        list(_changed_visits(writing, changes)),
        laid_out(session, Appointment, new_visits),
        [person["id"] for person in new_people],
        [visit["id"] for visit in new_visits],
    )


def _person(writing: Writing, person_id: UUID, row: ListRow) -> Values:
    vault = writing.vault
    return {
        "id": person_id,
        "organisation_code": writing.organisation_code,
        "nhs_number_key": writing.lookups.of("nhs_number", row.nhs_number),
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


def _details(writing: Writing, person_id: UUID, row: ListRow) -> Values:
    """The columns that every row fills."""
    vault, mobile = writing.vault, row.mobile
    born = row.date_of_birth.isoformat()
    return {
        "first_name_sealed": vault.seal("young_person.first_name", person_id, row.first_name),
        "last_name_sealed": vault.seal("young_person.last_name", person_id, row.last_name),
        "date_of_birth_sealed": vault.seal("young_person.date_of_birth", person_id, born),
        "mobile_sealed": vault.seal("young_person.mobile", person_id, mobile) if mobile else None,
        "mobile_key": writing.lookups.of("mobile", mobile) if mobile else None,
        "updated_at": writing.now,
    }


def _said(writing: Writing, person_id: UUID, row: ListRow) -> Values:
    """The columns that a row fills only if the list says anything of them."""
    said: Values = {}
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


def _changed_people(writing: Writing, rows: Iterable[RowChange], held: Held) -> Iterable[Values]:
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


def _flagged_people(writing: Writing, changes: Changes) -> Iterable[Values]:
    for person_id, reason in changes.flagged.items():
        yield {"row_id": person_id, "not_texted": reason, "updated_at": writing.now}


def _language(row: ListRow, person: HeldPerson) -> Values:
    interpreter = person.interpreter if row.interpreter is None else row.interpreter
    return {"language": row.language or person.language, "interpreter": interpreter}


def _visit(writing: Writing, person_id: UUID, row: ListRow) -> Values:
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
        **_external(writing, appointment_id, row),
    }


def _external(writing: Writing, appointment_id: UUID, row: ListRow) -> Values:
    if not row.appointment_id:
        return {"external_id_sealed": None, "external_key": None}
    given = row.appointment_id
    return {
        "external_id_sealed": writing.vault.seal("appointment.external_id", appointment_id, given),
        "external_key": writing.lookups.of("appointment_id", given),
    }


def _aside(changes: Changes, held: Held) -> Iterable[Values]:
    """The visits that move away from a time which another visit of the same person moves to."""
    taken = {
        (each.young_person_id, each.clinic_id, each.starts_at)
        for each in held.appointments
        if each.status != AppointmentStatus.CANCELLED
    }
    for change in changes.rows:
        key = (change.person_id, change.row.clinic_id, change.row.starts_at)
        if change.change is Change.MOVED and key in taken:
            yield {"row_id": change.appointment_id, "status": AppointmentStatus.CANCELLED.value}


def _changed_visits(writing: Writing, changes: Changes) -> Iterable[Values]:
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


def _changed(writing: Writing, change: RowChange, appointment_id: UUID) -> Values:
    row = change.row
    values: Values = {
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
        values |= _external(writing, appointment_id, row)
    return values
