"""Asking the database what is held of the people and clinics that a list names: by set."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.changes import Held, HeldAppointment, HeldPerson
from app.appointments.clinic_list import ListRow
from app.appointments.models import Appointment
from app.db import chunks, unseal, vault_of
from app.people.models import YoungPerson


def held_for(
    session: Session, organisation_code: str, rows: Sequence[ListRow], *, now: datetime
) -> Held:
    """Return what is held of the people in these rows, and of the clinics they name."""
    people = _people(session, organisation_code, {row.nhs_number for row in rows})
    found = {
        appointment.id: _held_appointment(session, appointment)
        for appointment in _appointments(session, rows, now)
    }
    return Held(people, list(found.values()))


def _people(session: Session, organisation_code: str, numbers: set[str]) -> dict[str, HeldPerson]:
    vault = vault_of(session)
    keys = {vault.lookup("nhs_number", number): number for number in numbers}
    held: dict[str, HeldPerson] = {}
    for chunk in chunks(keys):
        question = select(YoungPerson).where(
            YoungPerson.organisation_code == organisation_code,
            col(YoungPerson.nhs_number_key).in_(chunk),
        )
        for person in session.exec(question):
            number = keys[person.nhs_number_key]
            held[number] = _held_person(session, person, number)
    return held


def _held_person(session: Session, person: YoungPerson, number: str) -> HeldPerson:
    return HeldPerson(
        id=person.id,
        nhs_number=number,
        first_name=unseal(session, person, "first_name"),
        last_name=unseal(session, person, "last_name"),
        date_of_birth=date.fromisoformat(unseal(session, person, "date_of_birth")),
        mobile=unseal(session, person, "mobile") or None,
        number_belongs_to=person.number_belongs_to,
        language=person.language,
    )


def _appointments(
    session: Session, rows: Sequence[ListRow], now: datetime
) -> Iterable[Appointment]:
    clinics = {row.clinic_id for row in rows}
    ahead = col(Appointment.starts_at) > now
    yield from session.exec(
        select(Appointment).where(col(Appointment.clinic_id).in_(clinics), ahead)
    )
    vault = vault_of(session)
    ids = {vault.lookup("appointment_id", row.appointment_id) for row in rows if row.appointment_id}
    for chunk in chunks(ids):
        yield from session.exec(
            select(Appointment).where(
                col(Appointment.clinic_id).in_(clinics),
                ~ahead,
                col(Appointment.external_key).in_(chunk),
            )
        )


def _held_appointment(session: Session, appointment: Appointment) -> HeldAppointment:
    return HeldAppointment(
        id=appointment.id,
        young_person_id=appointment.young_person_id,
        clinic_id=appointment.clinic_id,
        starts_at=appointment.starts_at,
        status=appointment.status,
        external_id=unseal(session, appointment, "external_id") or None,
    )


def ids_by_number(held: Held) -> dict[str, UUID]:
    """The row ids of the people who are held, by NHS number."""
    return {number: person.id for number, person in held.people.items()}
