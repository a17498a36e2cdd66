"""Who is told of concerns: a clinic's lead and cover person, an organisation's list."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, Session, SQLModel, col, func, or_, select

from app.audit.trail import record
from app.clinics.models import Clinic
from app.clinics.safety_roles import COVER, IN_WORDS, LEAD, LIST, NEEDED, ROLES
from app.db import chunks, seal, unseal
from app.errors import Refusal, SealBroken
from app.logs import logger
from app.privacy import new_id

log = logger(__name__)

KNOWN = "', '".join(ROLES)


def _only_where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class SafetyPerson(SQLModel, table=True):
    """Somebody who is told of concerns: a clinic's lead or cover person, or on the list.

    Those without a clinic are their organisation's list, told in the order of `place`. Nobody is
    removed: who has left has `left_at`. `tested_at` is when a mail to them was last taken.
    """

    __tablename__ = "safety_person"
    __table_args__ = (
        CheckConstraint(f"role IN ('{KNOWN}')", name="role_known"),
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
    instead_of: SafetyPerson | None = None,
) -> SafetyPerson:
    """Name somebody who is told; who had the same part at a clinic has left it by that.

    `mobile` is in E.164. On the list they come last, or where the one stood whom they replace. An
    address that stays need not be tested anew. Refusal: one person for two, as lead and cover.
    """
    _refuse_one_for_two(session, role, organisation_code, clinic_id, email=email, but=instead_of)
    replaced = _replaced(session, role, clinic_id, instead_of)
    for held in replaced:
        leave(session, held, by=by, now=now)
    person = SafetyPerson(
        organisation_code=organisation_code,
        clinic_id=None if role == LIST else clinic_id,
        role=role,
        place=_place(session, organisation_code, replaced) if role == LIST else 1,
        name_sealed=b"",
        email_sealed=b"",
        tested_at=_tested_at(session, replaced, email),
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


def hold_clinic(session: Session, clinic_id: UUID) -> str:
    """Let whoever names somebody for a clinic at the same time wait; return the clinic's code."""
    held = select(Clinic.code).where(Clinic.id == clinic_id).with_for_update()
    return session.exec(held).one()


def leave(session: Session, person: SafetyPerson, *, by: str, now: datetime) -> None:
    """Note that somebody has left: from now on they are told nothing."""
    person.left_at, person.left_by = now, by
    session.add(person)
    session.flush()
    subject = f"safety_person:{person.id}"
    record(session, "safety_person_left", by=by, now=now, subject=subject, role=person.role)


def move(session: Session, person: SafetyPerson, *, up: bool, by: str, now: datetime) -> bool:
    """Let somebody on the list change places with the one before or after; False at its end."""
    everybody = on_list(session, person.organisation_code, held=True)
    at = next((n for n, each in enumerate(everybody) if each.id == person.id), None)
    to = None if at is None else at - 1 if up else at + 1
    if at is None or to is None or not 0 <= to < len(everybody):
        return False
    everybody[at], everybody[to] = everybody[to], everybody[at]
    for place, each in enumerate(everybody, 1):
        each.place = place
        session.add(each)
    session.flush()
    subject = f"safety_person:{person.id}"
    record(session, "safety_person_moved", by=by, now=now, subject=subject, place=to + 1)
    return True


def note_tested(session: Session, person_id: UUID, *, now: datetime) -> None:
    """Note that a mail to somebody was taken: it holds for every part that has their address."""
    person = session.get(SafetyPerson, person_id)
    for each in same_address(session, person) if person else ():
        each.tested_at = now
        session.add(each)
    session.flush()


def same_address(session: Session, person: SafetyPerson) -> list[SafetyPerson]:
    """Return somebody with every part in their organisation, now, of who has their address."""
    address = address_of(session, person)
    if not address:
        return [person]
    others = people_for(session, person.organisation_code, None)
    same = (each for each in others if address_of(session, each) == address)
    return [person, *(each for each in same if each.id != person.id)]


def address_of(session: Session, person: SafetyPerson) -> str:
    """Return the address of somebody as it is compared, or nothing where it cannot be opened."""
    try:
        return unseal(session, person, "email").casefold()
    except SealBroken:
        log.exception("safety_person_cannot_be_opened", person=str(person.id))
        return ""


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


def on_list(session: Session, organisation_code: str, *, held: bool = False) -> list[SafetyPerson]:
    """Return who is on an organisation's list now, in order; `held` until the transaction ends."""
    question = select(SafetyPerson).where(
        SafetyPerson.organisation_code == organisation_code,
        SafetyPerson.role == LIST,
        col(SafetyPerson.left_at).is_(None),
    )
    question = question.order_by(col(SafetyPerson.place), col(SafetyPerson.id))
    return list(session.exec(question.with_for_update() if held else question))


def _refuse_one_for_two(
    session: Session,
    role: str,
    organisation_code: str,
    clinic_id: UUID | None,
    *,
    email: str,
    but: SafetyPerson | None,
) -> None:
    """Raise Refusal where an address would be lead and cover of a clinic, or twice on the list."""
    if role == LIST or clinic_id is None:
        others, said = on_list(session, organisation_code), "is on the list already"
    else:
        code, other = hold_clinic(session, clinic_id), COVER if role == LEAD else LEAD
        others = present(session, clinic_id, other)
        said = f"is the {IN_WORDS[other]} of {code}: lead and cover are two people"
    for each in others:
        if each is not but and address_of(session, each) == email.casefold():
            raise Refusal(f"{unseal(session, each, 'name')} {said}. Name somebody else.")


def _replaced(
    session: Session, role: str, clinic_id: UUID | None, instead_of: SafetyPerson | None
) -> list[SafetyPerson]:
    """Whoever leaves a part because somebody else is named for it."""
    if clinic_id is not None and role != LIST:
        return present(session, clinic_id, role)
    return [instead_of] if instead_of and instead_of.left_at is None else []


def _tested_at(session: Session, replaced: list[SafetyPerson], email: str) -> datetime | None:
    """When the address was tested, of who keeps it while other details are put right."""
    same = (each for each in replaced if address_of(session, each) == email.casefold())
    return next((each.tested_at for each in same), None)


def _place(session: Session, organisation_code: str, replaced: list[SafetyPerson]) -> int:
    if replaced:
        return replaced[0].place
    question = select(func.max(col(SafetyPerson.place))).where(
        SafetyPerson.organisation_code == organisation_code, SafetyPerson.role == LIST
    )
    return (session.exec(question).one() or 0) + 1
