"""Which visits a reply may be about: those asked about on its number, and those somebody looks for.

Nothing is chosen here, and nothing is put first but by time: a person says whose it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations.matching import OPEN_AFTER_VISIT
from app.conversations.models import Reply
from app.conversations.name_search import fits, looked_for
from app.conversations.reach import Reach
from app.db import chunks, vault_of
from app.errors import SealBroken
from app.invitations.queries import sent_to
from app.logs import logger
from app.people.models import YoungPerson
from app.people.nhs_number import normalise
from app.people.queries import PersonFacts, names_of

log = logger(__name__)

LOOKED_AHEAD = timedelta(days=120)
MOST_FOUND = 20


@dataclass(frozen=True)
class Candidate:
    """One visit that a reply may be about; `asked_at` when its ask went to the reply's number."""

    appointment_id: UUID
    person: PersonFacts
    clinic: Clinic
    starts_at: datetime
    status: str
    asked_at: datetime | None = None


def asked_on_its_number(session: Session, reach: Reach, reply: Reply) -> list[Candidate]:
    """Return the visits within reach that were asked about on a reply's number, newest first."""
    asked: dict[UUID, datetime] = {}
    for ask in sent_to(session, reply.number_key).asks:
        asked.setdefault(ask.appointment_id, ask.sent_at)
    found = _candidates(session, reach, asked, asked)
    return [found[each] for each in asked if each in found]


def searched(session: Session, reach: Reach, typed: str, *, now: datetime) -> list[Candidate]:
    """Return the visits of late and ahead that fit a name or a whole NHS number, soonest first.

    One more than is shown, if there are more.
    """
    people = _people(session, reach, typed, now)
    ids: list[UUID] = []
    for chunk in chunks(people):
        near = _visits(reach, now).where(col(Appointment.young_person_id).in_(chunk))
        ids += session.exec(near.order_by(col(Appointment.starts_at)).limit(MOST_FOUND + 1))
    found = _candidates(session, reach, ids, {})
    return sorted(found.values(), key=lambda each: (each.starts_at, each.appointment_id))[
        : MOST_FOUND + 1
    ]


def _people(session: Session, reach: Reach, typed: str, now: datetime) -> list[UUID]:
    number = normalise(typed)
    if number is not None:
        key = vault_of(session).lookup("nhs_number", number)
        question = select(YoungPerson.id).where(
            YoungPerson.nhs_number_key == key,
            YoungPerson.organisation_code == reach.organisation_code,
        )
        return list(session.exec(question))
    words = looked_for(typed)
    return _named(session, reach, words, now) if words else []


def _named(session: Session, reach: Reach, words: list[str], now: datetime) -> list[UUID]:
    """Whoever has a visit near and a name that fits: names are sealed, so each is opened."""
    near = _visits(reach, now).with_only_columns(col(Appointment.young_person_id)).distinct()
    rows = session.connection().execute(
        select(
            col(YoungPerson.id),
            col(YoungPerson.first_name_sealed),
            col(YoungPerson.last_name_sealed),
        ).where(col(YoungPerson.id).in_(near))
    )
    vault, found = vault_of(session), []
    for row in rows:
        try:
            first = vault.open("young_person.first_name", row.id, row.first_name_sealed)
            last = vault.open("young_person.last_name", row.id, row.last_name_sealed)
        except SealBroken:
            log.exception("young_person_cannot_be_read", young_person=str(row.id))
            continue
        if fits(words, first, last):
            found.append(row.id)
    return found


def _visits(reach: Reach, now: datetime) -> Any:
    starts = col(Appointment.starts_at)
    return select(Appointment.id).where(
        col(Appointment.clinic_id).in_(reach.clinic_ids),
        starts > now - OPEN_AFTER_VISIT,
        starts < now + LOOKED_AHEAD,
    )


def _candidates(
    session: Session, reach: Reach, ids: Iterable[UUID], asked: dict[UUID, datetime]
) -> dict[UUID, Candidate]:
    clinics, visits = {clinic.id: clinic for clinic in reach.clinics}, list[Appointment]()
    for chunk in chunks(ids):
        visits += session.exec(
            select(Appointment).where(
                col(Appointment.id).in_(chunk), col(Appointment.clinic_id).in_(reach.clinic_ids)
            )
        )
    people = names_of(session, (visit.young_person_id for visit in visits))
    return {
        visit.id: Candidate(
            appointment_id=visit.id,
            person=people[visit.young_person_id],
            clinic=clinics[visit.clinic_id],
            starts_at=visit.starts_at,
            status=visit.status,
            asked_at=asked.get(visit.id),
        )
        for visit in visits
    }
