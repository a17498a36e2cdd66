"""Asking the database what is held of the people and clinics that a list names: by set."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col, select

from app.appointments.holding import Held, HeldAppointment, HeldPerson, Holder
from app.appointments.models import Appointment
from app.appointments.rows import ListRow
from app.db import chunks, vault_of
from app.people.models import YoungPerson
from app.privacy import Vault

PERSON = (
    YoungPerson.id,
    YoungPerson.nhs_number_key,
    YoungPerson.first_name_sealed,
    YoungPerson.last_name_sealed,
    YoungPerson.date_of_birth_sealed,
    YoungPerson.mobile_sealed,
    YoungPerson.number_belongs_to,
    YoungPerson.language,
    YoungPerson.not_texted,
    YoungPerson.interpreter,
    YoungPerson.ethnicity_sealed,
    YoungPerson.postcode_area_sealed,
)
VISIT = (
    Appointment.id,
    Appointment.young_person_id,
    Appointment.clinic_id,
    Appointment.starts_at,
    Appointment.status,
    Appointment.external_id_sealed,
    Appointment.visit_kind,
)


def held_for(
    session: Session, organisation_code: str, rows: Sequence[ListRow], *, now: datetime
) -> Held:
    """Return what is held of the people in these rows, of their numbers, and of their clinics."""
    people = _people(session, organisation_code, {row.nhs_number for row in rows})
    found = {each.id: each for each in _appointments(session, rows, people, now)}
    mobiles = {row.mobile for row in rows if row.mobile is not None}
    return Held(people, list(found.values()), _holders(session, organisation_code, mobiles))


def _people(session: Session, organisation_code: str, numbers: set[str]) -> dict[str, HeldPerson]:
    vault = vault_of(session)
    keys = {vault.lookup("nhs_number", number): number for number in numbers}
    held: dict[str, HeldPerson] = {}
    for chunk in chunks(keys):
        question = select(*PERSON).where(  # type: ignore[call-overload]
            YoungPerson.organisation_code == organisation_code,
            col(YoungPerson.nhs_number_key).in_(chunk),
        )
        for row in session.connection().execute(question):
            number = keys[row.nhs_number_key]
            held[number] = _held_person(vault, row, number)
    return held


def _held_person(vault: Vault, row: Row[Any], number: str) -> HeldPerson:
    def opened(column: str) -> str:
        sealed = getattr(row, f"{column}_sealed")
        return vault.open(f"young_person.{column}", row.id, sealed) if sealed else ""

    return HeldPerson(
        id=row.id,
        nhs_number=number,
        first_name=opened("first_name"),
        last_name=opened("last_name"),
        date_of_birth=date.fromisoformat(opened("date_of_birth")),
        mobile=opened("mobile") or None,
        number_belongs_to=row.number_belongs_to,
        language=row.language,
        not_texted=row.not_texted,
        interpreter=row.interpreter,
        ethnicity=opened("ethnicity") or None,
        postcode_area=opened("postcode_area") or None,
    )


def _holders(
    session: Session, organisation_code: str, mobiles: set[str]
) -> dict[str, list[Holder]]:
    vault = vault_of(session)
    keys = {vault.lookup("mobile", mobile): mobile for mobile in mobiles}
    holders: dict[str, list[Holder]] = {}
    for chunk in chunks(keys):
        question = select(
            YoungPerson.id, YoungPerson.mobile_key, YoungPerson.number_belongs_to
        ).where(
            col(YoungPerson.mobile_key).in_(chunk),
            YoungPerson.organisation_code == organisation_code,
        )
        for row in session.connection().execute(question):
            holder = Holder(row.id, row.number_belongs_to)
            holders.setdefault(keys[row.mobile_key], []).append(holder)
    return holders


def _appointments(
    session: Session, rows: Sequence[ListRow], people: dict[str, HeldPerson], now: datetime
) -> Iterable[HeldAppointment]:
    clinics = {row.clinic_id for row in rows}
    of_clinics = col(Appointment.clinic_id).in_(clinics)
    ahead = col(Appointment.starts_at) > now
    yield from _visits(session, of_clinics, ahead)
    vault = vault_of(session)
    ids = {vault.lookup("appointment_id", row.appointment_id) for row in rows if row.appointment_id}
    for chunk in chunks(ids):
        yield from _visits(session, of_clinics, ~ahead, col(Appointment.external_key).in_(chunk))
    past = [row for row in rows if row.starts_at <= now]
    seen = {person.id for row in past if (person := people.get(row.nhs_number))}
    for some in chunks(seen):
        span = col(Appointment.starts_at).between(
            min(row.starts_at for row in past), max(row.starts_at for row in past)
        )
        theirs = col(Appointment.young_person_id).in_(some)
        yield from _visits(session, of_clinics, span, theirs)


def _visits(session: Session, *conditions: Any) -> Iterable[HeldAppointment]:
    vault = vault_of(session)
    question = select(*VISIT).where(*conditions)  # type: ignore[call-overload]
    for row in session.connection().execute(question):
        sealed = row.external_id_sealed
        given = vault.open("appointment.external_id", row.id, sealed) if sealed else None
        yield HeldAppointment(
            row.id,
            row.young_person_id,
            row.clinic_id,
            row.starts_at,
            row.status,
            given,
            row.visit_kind,
        )
