"""The concerns that stand on a clinic sheet: of its replies, its young people, its numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.conversations.models import Reply
from app.db import chunks
from app.safeguarding.models import Concern
from app.safeguarding.queries import ConcernFacts, concerns_about

Key = TypeVar("Key")


@dataclass(frozen=True)
class AtClinic:
    """An open concern, and at which clinic it is (None: nobody knows)."""

    facts: ConcernFacts
    clinic_id: UUID | None


@dataclass(frozen=True)
class Standing:
    """What stands open: of young people by their ids, of numbers by keyed hash; all by reply."""

    by_reply: dict[UUID, ConcernFacts]
    by_person: dict[UUID, list[AtClinic]]
    by_number: dict[bytes, list[AtClinic]]


def standing_of(
    session: Session,
    reply_ids: Iterable[UUID],
    person_ids: Iterable[UUID],
    number_keys: Iterable[bytes],
) -> Standing:
    """Return the concerns about these replies, open or closed, and the open ones of these people.

    Whatever visit a text was about: a concern stays with the young person until it is closed.
    """
    return Standing(
        by_reply=concerns_about(session, reply_ids),
        by_person=_of_people(session, person_ids),
        by_number=_of_numbers(session, number_keys),
    )


def _of_people(session: Session, person_ids: Iterable[UUID]) -> dict[UUID, list[AtClinic]]:
    found: list[tuple[UUID, UUID, UUID | None]] = []
    for chunk in chunks(person_ids):
        question = (
            select(Appointment.young_person_id, Concern.reply_id, Appointment.clinic_id)
            .join(Reply, col(Reply.appointment_id) == col(Appointment.id))
            .join(Concern, col(Concern.reply_id) == col(Reply.id))
            .where(col(Appointment.young_person_id).in_(chunk), col(Concern.closed_at).is_(None))
        )
        found += session.exec(question).all()
    return _gathered(session, found)


def _of_numbers(session: Session, number_keys: Iterable[bytes]) -> dict[bytes, list[AtClinic]]:
    found: list[tuple[bytes, UUID, UUID | None]] = []
    for chunk in chunks(number_keys):
        question = (
            select(Concern.number_key, Concern.reply_id, Concern.clinic_id)
            .join(Reply, col(Reply.id) == col(Concern.reply_id))
            .where(
                col(Concern.number_key).in_(chunk),
                col(Reply.appointment_id).is_(None),
                col(Concern.closed_at).is_(None),
            )
        )
        found += session.exec(question).all()
    return _gathered(session, found)


def _gathered(
    session: Session, rows: list[tuple[Key, UUID, UUID | None]]
) -> dict[Key, list[AtClinic]]:
    facts = concerns_about(session, [reply_id for _, reply_id, _ in rows])
    gathered: dict[Key, list[AtClinic]] = {}
    for key, reply_id, clinic_id in rows:
        gathered.setdefault(key, []).append(AtClinic(facts[reply_id], clinic_id))
    return gathered
