"""What is held of the people and clinics that a list names, as plain values (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID


@dataclass(frozen=True)
class HeldPerson:
    """A young person as they are held; `not_texted` says why not, if they are not.

    `known_here` is False of somebody known to other clinics only than those of who asks.
    """

    id: UUID
    nhs_number: str
    first_name: str
    last_name: str
    date_of_birth: date
    mobile: str | None
    number_belongs_to: str
    language: str
    not_texted: str | None = None
    interpreter: bool = False
    ethnicity: str | None = None
    postcode_area: str | None = None
    known_here: bool = True


@dataclass(frozen=True)
class HeldAppointment:
    """An appointment as it is held."""

    id: UUID
    young_person_id: UUID
    clinic_id: UUID
    starts_at: datetime
    status: str
    external_id: str | None
    visit_kind: str = "in_person"


class Holder(NamedTuple):
    """Somebody who holds a mobile already."""

    person_id: UUID
    number_belongs_to: str


@dataclass(frozen=True)
class Held:
    """What is held: people by NHS number, appointments, and who holds a mobile already."""

    people: Mapping[str, HeldPerson]
    appointments: Sequence[HeldAppointment]
    holders: Mapping[str, Sequence[Holder]] = field(default_factory=dict)
