"""Who is told: a clinic's lead and cover person, an organisation's list; naming and leaving."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, or_, select

from app.audit.trail import record
from app.clinics.models import Clinic
from app.db import seal
from app.safeguarding.escalation import COVER, LEAD, LIST, Person
from app.safeguarding.models import SafetyPerson

NEEDED = (LEAD, COVER)


def name_person(
    session: Session,
    role: str,
    *,
    organisation_code: str,
    full_name: str,
    email: str,
    mobile: str | None,
    by: str,
    now: datetime,
    clinic_id: UUID | None = None,
) -> SafetyPerson:
    """Name somebody who is told; who had the same part at a clinic has left it by that.

    `mobile` is in E.164. Those of the list come after those who are on it.
    """
    if clinic_id is not None:
        for held in _present(session, clinic_id, role):
            leave(session, held, by=by, now=now)
    person = SafetyPerson(
        organisation_code=organisation_code,
        clinic_id=None if role == LIST else clinic_id,
        role=role,
        place=_next_place(session, organisation_code) if role == LIST else 1,
        name_sealed=b"",
        email_sealed=b"",
        added_at=now,
        added_by=by,
    )
    for column, value in (("name", full_name), ("email", email), ("mobile", mobile)):
        seal(session, person, column, value)
    session.add(person)
    session.flush()
    subject = f"safety_person:{person.id}"
    record(session, "safety_person_named", by=by, now=now, subject=subject, role=role)
    return person


def leave(session: Session, person: SafetyPerson, *, by: str, now: datetime) -> None:
    """Note that somebody has left: from now on they are told nothing."""
    person.left_at, person.left_by = now, by
    session.add(person)
    session.flush()
    subject = f"safety_person:{person.id}"
    record(session, "safety_person_left", by=by, now=now, subject=subject, role=person.role)


def people_for(
    session: Session, organisation_code: str | None, clinic_id: UUID | None
) -> list[SafetyPerson]:
    """Return who may be told of a clinic's concerns, with its organisation's list.

    Where the clinic is not known, those of all clinics of the organisation; where nothing is, all
    there are: it must never be nobody.
    """
    question = select(SafetyPerson).where(col(SafetyPerson.left_at).is_(None))
    if organisation_code is not None:
        question = question.where(SafetyPerson.organisation_code == organisation_code)
    if clinic_id is not None:
        own = or_(col(SafetyPerson.clinic_id) == clinic_id, col(SafetyPerson.clinic_id).is_(None))
        question = question.where(own)
    return list(session.exec(question.order_by(col(SafetyPerson.place), col(SafetyPerson.id))))


def as_values(people: list[SafetyPerson]) -> list[Person]:
    """Return people as the escalation knows them."""
    return [Person(each.id, each.role, each.place) for each in people]


def clinics_without_net(session: Session, clinics: set[UUID]) -> set[UUID]:
    """Return those of these clinics that lack a lead or a cover person with a tested address."""
    tested = select(SafetyPerson.clinic_id, SafetyPerson.role).where(
        col(SafetyPerson.left_at).is_(None), col(SafetyPerson.tested_at).is_not(None)
    )
    held = {(clinic, role) for clinic, role in session.exec(tested)}
    return {each for each in clinics if any((each, role) not in held for role in NEEDED)}


def clinic_of(session: Session, clinic_id: UUID | None) -> Clinic | None:
    """Return a clinic by its id, if there is one."""
    return session.get(Clinic, clinic_id) if clinic_id else None


def _present(session: Session, clinic_id: UUID, role: str) -> list[SafetyPerson]:
    question = select(SafetyPerson).where(
        SafetyPerson.clinic_id == clinic_id,
        SafetyPerson.role == role,
        col(SafetyPerson.left_at).is_(None),
    )
    return list(session.exec(question))


def _next_place(session: Session, organisation_code: str) -> int:
    question = select(func.max(col(SafetyPerson.place))).where(
        SafetyPerson.organisation_code == organisation_code, SafetyPerson.role == LIST
    )
    return (session.exec(question).one() or 0) + 1
