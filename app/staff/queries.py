"""Looking staff up, and adding one."""

import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from argon2 import PasswordHasher
from sqlmodel import Session, select

from app.audit.trail import record
from app.db import seal, unseal
from app.errors import Refusal
from app.staff.models import StaffClinic, StaffMember, StaffRole
from app.staff.roles import Role, Scope

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 128
EMAIL = re.compile(r"[^@\s]{1,64}@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+")
UNIQUIFIER_BYTES = 32


def staff_named(session: Session, email: str) -> StaffMember | None:
    """Return the staff member who signs in with this address, or None."""
    wanted = email.strip().lower()
    return session.exec(select(StaffMember).where(StaffMember.email == wanted)).first()


def scope_of(session: Session, staff_id: UUID) -> Scope:
    """Return what a staff member may see as things stand now; nothing if they are disabled."""
    member = session.get(StaffMember, staff_id)
    if member is None or not member.active:
        return Scope(staff_id, "", frozenset(), frozenset())
    return Scope(staff_id, member.organisation_code, *_held(session, staff_id))


def full_name(session: Session, staff_id: UUID) -> str:
    """Return the name of a staff member, or nothing if there is none."""
    member = session.get(StaffMember, staff_id)
    return unseal(session, member, "full_name") if member else ""


def names_of_staff(session: Session, acts_by: Iterable[str | None]) -> dict[str | None, str]:
    """Return who did something, by the name the trail gives them (`staff:<id>`, `command line`)."""
    names: dict[str | None, str] = {None: ""}
    for by in set(acts_by) - {None}:
        kind, _, given = str(by).partition(":")
        names[by] = full_name(session, UUID(given)) if kind == "staff" else str(by)
    return names


def add_staff(
    session: Session,
    *,
    email: str,
    full_name: str,
    organisation_code: str,
    roles: Sequence[Role],
    clinic_ids: Iterable[UUID],
    password: str,
    by: str,
    now: datetime,
) -> StaffMember:
    """Add a staff member; Refusal for a bad or taken address, no role, or a weak password."""
    address = email.strip().lower()
    _refuse(session, address, full_name, roles, password)
    member = StaffMember(
        email=address,
        password=hash_password(password),
        fs_uniquifier=secrets.token_hex(UNIQUIFIER_BYTES),
        organisation_code=organisation_code.strip().upper(),
        full_name_sealed=b"",
        created_at=now,
    )
    seal(session, member, "full_name", full_name.strip())
    session.add(member)
    session.flush()
    session.add_all(StaffRole(staff_id=member.id, role=role.value) for role in set(roles))
    session.add_all(StaffClinic(staff_id=member.id, clinic_id=clinic) for clinic in set(clinic_ids))
    held = ",".join(sorted(roles))
    record(session, "staff_added", by=by, now=now, subject=f"staff:{member.id}", roles=held)
    return member


def give_staff(
    session: Session,
    member: StaffMember,
    *,
    roles: Iterable[Role],
    clinic_ids: Iterable[UUID],
    by: str,
    now: datetime,
) -> None:
    """Give a staff member roles and clinics beside those they have."""
    has, named_for = _held(session, member.id)
    more = sorted(set(roles) - has)
    places = set(clinic_ids) - named_for
    session.add_all(StaffRole(staff_id=member.id, role=role.value) for role in more)
    session.add_all(StaffClinic(staff_id=member.id, clinic_id=clinic) for clinic in places)
    session.flush()
    given = ",".join(more)
    subject = f"staff:{member.id}"
    record(
        session, "staff_given", by=by, now=now, subject=subject, roles=given, clinics=len(places)
    )


def hash_password(password: str) -> str:
    """Hash a password with Argon2id (RFC 9106), as Flask-Security checks it."""
    return PasswordHasher().hash(password)


def _held(session: Session, staff_id: UUID) -> tuple[frozenset[Role], frozenset[UUID]]:
    """The roles of a staff member, and the clinics they are named for."""
    roles = session.exec(select(StaffRole.role).where(StaffRole.staff_id == staff_id))
    clinics = session.exec(select(StaffClinic.clinic_id).where(StaffClinic.staff_id == staff_id))
    return frozenset(Role(role) for role in roles), frozenset(clinics)


def _refuse(
    session: Session, email: str, full_name: str, roles: Sequence[Role], password: str
) -> None:
    if not EMAIL.fullmatch(email):
        raise Refusal("That is not an e-mail address. Use the person's work address.")
    if staff_named(session, email) is not None:
        raise Refusal(f"{email} is a staff member already.")
    if not full_name.strip():
        raise Refusal("A staff member needs a name.")
    if not roles:
        raise Refusal("A staff member needs at least one role.")
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD or len(set(password)) < 6:
        raise Refusal(
            f"That password is weak: use {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters, "
            "three words for example."
        )
