"""Telling people of concerns that are due: whom, and when the next; nothing leaves from here."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.clinics.models import Clinic
from app.clinics.safety_people import SafetyPerson, people_for
from app.db import Database
from app.logs import logger
from app.safeguarding.alerts import Told, about_concern, put_down, put_down_for_clinic
from app.safeguarding.escalation import Person, Standing, Step, next_step
from app.safeguarding.models import Concern
from app.safeguarding.working_hours import Where

log = logger(__name__)

MOST_AT_ONCE = 200


def tell_what_is_due(database: Database, *, now: datetime) -> list[UUID]:
    """Put down the alerts of every concern that is due; return which concerns those were."""
    with database.reading() as session:
        due = session.exec(
            select(Concern.id)
            .where(col(Concern.due_at) <= now)
            .order_by(col(Concern.tier), col(Concern.due_at))
            .limit(MOST_AT_ONCE)
        ).all()
    told = []
    for concern_id in due:
        try:
            with database.writing() as session:
                if _tell(session, concern_id, now):
                    told.append(concern_id)
        except Exception:
            log.exception("concern_could_not_be_told_of", concern=str(concern_id))
    return told


def _tell(session: Session, concern_id: UUID, now: datetime) -> bool:
    """Tell of one concern, unless somebody was quicker."""
    question = select(Concern).where(col(Concern.id) == concern_id, col(Concern.due_at) <= now)
    concern = session.exec(question.with_for_update()).one_or_none()
    if concern is None:
        return False
    people = people_for(session, concern.organisation_code, concern.clinic_id)
    clinic = session.get(Clinic, concern.clinic_id) if concern.clinic_id else None
    where = Where(clinic.time_zone, clinic.nation) if clinic else Where()
    closed = concern.closed_at is not None
    standing = Standing(concern.tier, concern.step, concern.acknowledged_at, closed)
    known = [Person(each.id, each.role, each.place) for each in people]
    step = next_step(standing, known, where, now)
    _put_down(session, concern, step, people, now)
    concern.step, concern.due_at = step.step, step.due_at
    session.add(concern)
    return True


def _put_down(
    session: Session, concern: Concern, step: Step, people: Sequence[SafetyPerson], now: datetime
) -> None:
    told = Told(
        kind="reminder" if step.reminds else "concern",
        about=about_concern(session, concern.id),
        step=concern.step,
        tier=concern.tier,
        concern_id=concern.id,
        clinic_id=concern.clinic_id,
    )
    whom = [person for person in people if person.id in step.whom]
    if whom:
        put_down(session, told, whom, now=now)
    elif not people and step.step > concern.step:
        _tell_clinics(session, told, concern, now)


def _tell_clinics(session: Session, told: Told, concern: Concern, now: datetime) -> None:
    """Where nobody is named, mail to the address that each clinic gave for concerns."""
    log.error("nobody_is_named_to_be_told", concern=str(concern.id))
    question = select(Clinic)
    if concern.organisation_code is not None:
        question = question.where(Clinic.organisation_code == concern.organisation_code)
    if concern.clinic_id is not None:
        question = question.where(Clinic.id == concern.clinic_id)
    for clinic in session.exec(question):
        put_down_for_clinic(session, told, clinic.id, clinic.concerns_email, now=now)
