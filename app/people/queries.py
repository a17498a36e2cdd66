"""Looking people up, with their names opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from app.db import chunks, unseal
from app.people.models import YoungPerson


@dataclass(frozen=True)
class PersonFacts:
    """What is known of one young person, opened."""

    id: UUID
    organisation_code: str
    first_name: str
    last_name: str
    nhs_number: str
    date_of_birth: date
    mobile: str | None
    mobile_key: bytes | None
    number_belongs_to: str
    language: str
    not_texted: str | None = None
    interpreter: bool = False

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.first_name} {self.last_name}"


def names_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, PersonFacts]:
    """Return the young people with these ids."""
    found: dict[UUID, PersonFacts] = {}
    for chunk in chunks(ids):
        for person in session.exec(select(YoungPerson).where(col(YoungPerson.id).in_(chunk))):
            found[person.id] = facts_of(session, person)
    return found


def facts_of(session: Session, person: YoungPerson) -> PersonFacts:
    """Open the sealed columns of one young person."""
    return PersonFacts(
        id=person.id,
        organisation_code=person.organisation_code,
        first_name=unseal(session, person, "first_name"),
        last_name=unseal(session, person, "last_name"),
        nhs_number=unseal(session, person, "nhs_number"),
        date_of_birth=date.fromisoformat(unseal(session, person, "date_of_birth")),
        mobile=unseal(session, person, "mobile") or None,
        mobile_key=person.mobile_key,
        number_belongs_to=person.number_belongs_to,
        language=person.language,
        not_texted=person.not_texted,
        interpreter=person.interpreter,
    )
