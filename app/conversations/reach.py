"""Whose replies somebody may read: those of their clinics, and those that nobody has placed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import Session, col, func, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.queries import clinics_seen_by
from app.conversations.models import Reply
from app.people.models import YoungPerson
from app.staff.roles import Scope


@dataclass(frozen=True)
class Reach:
    """What one member of staff may read: an organisation, and its clinics that are theirs."""

    organisation_code: str
    clinics: tuple[Clinic, ...]

    @property
    def clinic_ids(self) -> list[UUID]:
        """The clinics by their ids."""
        return [clinic.id for clinic in self.clinics]


def reach_of(session: Session, scope: Scope) -> Reach:
    """Return what a signed-in person may read."""
    return Reach(scope.organisation_code, tuple(clinics_seen_by(session, scope)))


def within(reach: Reach, clinic_id: UUID | None = None) -> Any:
    """Say for a query which replies are within reach; with a clinic, its own and those unplaced.

    What is not placed may be about any clinic, and no choice of a clinic puts it out of sight. A
    number that a young person of some organisation has is shown there only; one that nobody has is
    shown to every organisation, so that it is never nobody's.
    """
    clinics = [each for each in reach.clinic_ids if clinic_id in (None, each)]
    visit = select(Appointment.id).where(
        col(Appointment.id) == col(Reply.appointment_id), col(Appointment.clinic_id).in_(clinics)
    )
    holders = select(YoungPerson.id).where(col(YoungPerson.mobile_key) == col(Reply.number_key))
    ours = holders.where(YoungPerson.organisation_code == reach.organisation_code)
    unplaced = and_(col(Reply.appointment_id).is_(None), or_(ours.exists(), ~holders.exists()))
    return or_(visit.exists(), unplaced)


def reply_within(session: Session, reach: Reach, reply_id: UUID) -> Reply | None:
    """Return one reply as it stands now, or None if it is not theirs to read."""
    question = select(Reply).where(col(Reply.id) == reply_id, within(reach))
    return session.exec(question.execution_options(populate_existing=True)).one_or_none()


def count_unread(session: Session, reach: Reach) -> int:
    """Return how many replies within reach nobody has read."""
    question = select(func.count()).select_from(Reply)
    return session.exec(question.where(col(Reply.read_at).is_(None), within(reach))).one()
