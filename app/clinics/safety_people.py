"""Who is told of concerns: a clinic's lead and cover person, an organisation's list."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, Session, SQLModel, col, func, or_, select

from app.audit.trail import record
from app.db import chunks, seal
from app.privacy import new_id

LEAD, COVER, LIST = "lead", "cover", "list"
NEEDED = (LEAD, COVER)
ROLES = "', '".join((LEAD, COVER, LIST))


def _only_where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class SafetyPerson(SQLModel, table=True):
    """Somebody who is told of concerns: a clinic's lead or cover person, or on the list.

    Those without a clinic are their organisation's list, told in the order of `place`. Nobody is
    removed: who has left has `left_at`. `tested_at` is when a mail to them was last taken.
    """

    __tablename__ = "safety_person"
    __table_args__ = (
        CheckConstraint(f"role IN ('{ROLES}')", name="role_known"),
        CheckConstraint("(role = 'list') = (clinic_id IS NULL)", name="role_place"),
        CheckConstraint("(left_at IS NULL) = (left_by IS NULL)", name="left_pair"),
        Index(
            "uq_safety_person_clinic",
            "clinic_id",
            "role",
            unique=True,
            **_only_where("left_at IS NULL AND clinic_id IS NOT NULL"),
        ),
        Index("ix_safety_person_organisation", "organisation_code", "place"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisation_code: str = Field(max_length=10)
    clinic_id: UUID | None = None
    role: str = Field(max_length=10)
    place: int = 1
    name_sealed: bytes
    email_sealed: bytes
    mobile_sealed: bytes | None = None
    tested_at: datetime | None = None
    added_at: datetime
    added_by: str = Field(max_length=80)
    left_at: datetime | None = None
    left_by: str | None = Field(default=None, max_length=80)


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
        for held in present(session, clinic_id, role):
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


def without_net(session: Session, clinic_ids: Iterable[UUID]) -> set[UUID]:
    """Return those of these clinics that lack a lead or a cover person with a tested address."""
    wanted, held = set(clinic_ids), set()
    for chunk in chunks(wanted):
        tested = select(SafetyPerson.clinic_id, SafetyPerson.role).where(
            col(SafetyPerson.clinic_id).in_(chunk),
            col(SafetyPerson.left_at).is_(None),
            col(SafetyPerson.tested_at).is_not(None),
        )
        held |= set(session.exec(tested).all())
    return {each for each in wanted if any((each, role) not in held for role in NEEDED)}


def present(session: Session, clinic_id: UUID, role: str) -> list[SafetyPerson]:
    """Return who has a part at a clinic now: one person, or nobody."""
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
