"""Asking the database what is held of the people and clinics that a list names: by set."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

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


class Lookups:
    """The keyed hashes of a list's numbers, each made once: for looking, for asking again, for
    writing.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._known: dict[str, dict[str, bytes]] = {}

    def of(self, kind: str, value: str) -> bytes:
        """Return the hash of a value under which it is looked up."""
        known = self._known.setdefault(kind, {})
        found = known.get(value)
        if found is None:
            found = known[value] = self._vault.lookup(kind, value)
        return found

    def values_by_key(self, kind: str, values: Iterable[str]) -> dict[bytes, str]:
        """Return values by their hashes."""
        return {self.of(kind, value): value for value in values}


def held_for(
    session: Session,
    organisation_code: str,
    rows: Sequence[ListRow],
    *,
    now: datetime,
    lookups: Lookups | None = None,
    clinic_ids: Set[UUID] | None = None,
    also: Iterable[str] = (),
) -> Held:
    """Return what is held of the people in these rows, of their numbers, and of their clinics.

    `clinic_ids` are the clinics of who asks; None is all of the organisation's. `also` are further
    NHS numbers: of rows that are not good, but whose people are not to be taken for missing.
    """
    known = lookups or Lookups(vault_of(session))
    named = {row.nhs_number for row in rows}.union(filter(None, also))
    numbers = known.values_by_key("nhs_number", named)
    people = _people(session, organisation_code, numbers)
    if clinic_ids is not None and people:
        here = _known_at(session, clinic_ids, {person.id for person in people.values()})
        people = {n: replace(p, known_here=p.id in here) for n, p in people.items()}
    found = {each.id: each for each in _appointments(session, rows, people, known, now)}
    mobiles = known.values_by_key("mobile", {row.mobile for row in rows if row.mobile})
    return Held(people, list(found.values()), _holders(session, organisation_code, mobiles))


def _people(
    session: Session, organisation_code: str, keys: Mapping[bytes, str]
) -> dict[str, HeldPerson]:
    vault = vault_of(session)
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


def _known_at(session: Session, clinic_ids: Set[UUID], people: Set[UUID]) -> set[UUID]:
    """Who of these people has, or had, a visit at one of these clinics."""
    here: set[UUID] = set()
    for chunk in chunks(people):
        question = select(Appointment.young_person_id).where(
            col(Appointment.young_person_id).in_(chunk), col(Appointment.clinic_id).in_(clinic_ids)
        )
        here.update(session.exec(question))
    return here


def _holders(
    session: Session, organisation_code: str, keys: Mapping[bytes, str]
) -> dict[str, list[Holder]]:
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
    session: Session,
    rows: Sequence[ListRow],
    people: Mapping[str, HeldPerson],
    lookups: Lookups,
    now: datetime,
) -> Iterable[HeldAppointment]:
    clinics = {row.clinic_id for row in rows}
    of_clinics = col(Appointment.clinic_id).in_(clinics)
    ahead = col(Appointment.starts_at) > now
    yield from _visits(session, of_clinics, ahead)
    ids = {row.appointment_id for row in rows if row.appointment_id}
    for chunk in chunks(lookups.values_by_key("appointment_id", ids)):
        # Of any time: saying here that it is past would have SQLite walk a clinic's whole past.
        yield from _visits(session, of_clinics, col(Appointment.external_key).in_(chunk))
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
