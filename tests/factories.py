"""Rows for tests, stored and flushed: what is not said is ordinary."""

import itertools
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, TypeVar

from cast import CLINIC_TIME, CLINICIAN, LONDON, NOW, SAM, Cast, StaffCast
from sqlmodel import Session, SQLModel, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.safety_people import SafetyPerson
from app.conversations.models import Reply
from app.db import seal, unseal, vault_of
from app.invitations.models import Invitation
from app.invitations.states import Kind, State
from app.people.models import YoungPerson
from app.staff.models import StaffClinic, StaffMember, StaffRole
from app.staff.roles import Role

ASK_WORDS = "Hi, what are the three things that matter most to you?"
HAVE_A_SID = {State.ACCEPTED, State.SENT, State.DELIVERED}
NO_PASSWORD = "!"

Row = TypeVar("Row", bound=SQLModel)

_counter = itertools.count(1)


def make_clinic(session: Session, **given: Any) -> Clinic:
    """Store a clinic with people who are told of concerns, unless `netted` is False.

    `given` overrides any column.
    """
    netted = given.pop("netted", True)
    ordinary: dict[str, Any] = {
        "organisation_code": LONDON,
        "code": f"CLINIC-{next(_counter)}",
        "name": "Riverside Hospital",
        "desk_phone": "020 7946 0011",
        "concerns_email": "concerns@riverside.example",
        "created_at": NOW,
    }
    clinic = _stored(session, Clinic(**ordinary | given))
    for role in ("lead", "cover") if netted else ():
        make_safety_person(session, clinic, role)
    return clinic


def make_person(session: Session, who: Cast = SAM, **given: Any) -> YoungPerson:
    """Store a young person of the cast; `given` overrides a member of the cast or a column."""
    facts = {name: given.pop(name, value) for name, value in vars(who).items()}
    person = YoungPerson(
        organisation_code=facts["organisation_code"],
        nhs_number_key=vault_of(session).lookup("nhs_number", facts["nhs_number"]),
        number_belongs_to=facts["number_belongs_to"],
        language=facts["language"],
        **{"created_at": NOW, "updated_at": NOW} | given,
    )
    for column in ("nhs_number", "first_name", "last_name", "mobile"):
        seal(session, person, column, facts[column])
    seal(session, person, "date_of_birth", facts["date_of_birth"].isoformat())
    if facts["mobile"] is not None:
        person.mobile_key = vault_of(session).lookup("mobile", facts["mobile"])
    return _stored(session, person)


def make_appointment(
    session: Session,
    clinic: Clinic | None = None,
    person: YoungPerson | None = None,
    *,
    external_id: str | None = None,
    **given: Any,
) -> Appointment:
    """Store a booked appointment; without a clinic or a person it makes one (Sam Okafor, once)."""
    clinic = clinic or make_clinic(session)
    person = person or _sam(session)
    ordinary = {"starts_at": CLINIC_TIME, "created_at": NOW, "updated_at": NOW}
    ids = {"clinic_id": clinic.id, "young_person_id": person.id}
    appointment = Appointment(**ordinary | ids | given)
    if external_id is not None:
        seal(session, appointment, "external_id", external_id)
        appointment.external_key = vault_of(session).lookup("appointment_id", external_id)
    return _stored(session, appointment)


def make_ask(
    session: Session, appointment: Appointment, *, words: str = ASK_WORDS, **given: Any
) -> Invitation:
    """Store an ask, accepted by the provider an hour before now unless `state` says otherwise."""
    place = next(_counter)
    sent_at = given.pop("sent_at", NOW - timedelta(hours=1))
    ordinary: dict[str, Any] = {
        "appointment_id": appointment.id,
        "clinic_id": appointment.clinic_id,
        "kind": Kind.ASK.value,
        "state": State.ACCEPTED.value,
        "due_at": sent_at,
        "deadline": appointment.starts_at,
        "planned_for": appointment.starts_at,
        "token": f"{place:032x}",
        "created_at": sent_at,
    }
    ask = Invitation(**ordinary | given)
    if ask.state not in (State.PLANNED, State.READY):
        ask.attempt, ask.tries, ask.template = 1, 1, "en/ask@00000000"
        ask.started_at = ask.first_started_at = sent_at
        _freeze(session, ask, appointment, words)
    if ask.state == State.CLAIMED:
        ask.tries, ask.lease_until = 0, ask.lease_until or sent_at + timedelta(seconds=60)
    if ask.state in (State.SUBMITTING, State.IN_DOUBT):
        ask.look_at = ask.look_at or sent_at + timedelta(minutes=1)
    if ask.state in HAVE_A_SID:
        ask.accepted_at = sent_at
        ask.provider_sid = ask.provider_sid or f"SM{place:032x}"
    return _stored(session, ask)


def make_reply(
    session: Session, appointment: Appointment | None, words: str, *, number: str, **given: Any
) -> Reply:
    """Store one inbound text from `number` (E.164); without an appointment it matched nobody."""
    ordinary: dict[str, Any] = {
        "provider_sid": f"SM{(1 << 127) + next(_counter):032x}",
        "appointment_id": appointment.id if appointment else None,
        "matched": "matched" if appointment else "nobody",
        "number_key": vault_of(session).lookup("mobile", number),
        "received_at": NOW,
        "understood_at": NOW,
        "checked_at": NOW,
    }
    reply = Reply(**ordinary | given)
    for column, value in (("number", number), ("body", words), ("form", f"Body={words}")):
        seal(session, reply, column, value)
    return _stored(session, reply)


def make_safety_person(
    session: Session, clinic: Clinic, role: str = "lead", **given: Any
) -> SafetyPerson:
    """Store somebody who is told of concerns: of a clinic, or (role `list`) its organisation."""
    place = next(_counter)
    address = given.pop("email", f"{role}{place}@riverside.example")
    mobile = given.pop("mobile", f"+4477009009{place % 80 + 10}")
    ordinary: dict[str, Any] = {
        "organisation_code": clinic.organisation_code,
        "clinic_id": None if role == "list" else clinic.id,
        "role": role,
        "tested_at": NOW,
        "added_at": NOW,
        "added_by": "tests",
    }
    person = SafetyPerson(**ordinary | given)
    for column, value in (("name", f"Person {place}"), ("email", address), ("mobile", mobile)):
        seal(session, person, column, value)
    return _stored(session, person)


def make_staff(
    session: Session,
    who: StaffCast = CLINICIAN,
    *,
    clinics: Iterable[Clinic] = (),
    roles: Iterable[Role] | None = None,
    **given: Any,
) -> StaffMember:
    """Store a staff member of the cast with their role, named for `clinics`; no password fits."""
    ordinary: dict[str, Any] = {
        "email": who.email,
        "password": NO_PASSWORD,
        "fs_uniquifier": f"{next(_counter):032x}",
        "organisation_code": who.organisation_code,
        "created_at": NOW,
    }
    member = StaffMember(**ordinary | given)
    seal(session, member, "full_name", who.full_name)
    _stored(session, member)
    for role in roles if roles is not None else (who.role,):
        session.add(StaffRole(staff_id=member.id, role=role.value))
    for clinic in clinics:
        session.add(StaffClinic(staff_id=member.id, clinic_id=clinic.id))
    session.flush()
    return member


def _sam(session: Session) -> YoungPerson:
    key = vault_of(session).lookup("nhs_number", SAM.nhs_number)
    known = session.exec(select(YoungPerson).where(col(YoungPerson.nhs_number_key) == key)).first()
    return known or make_person(session)


def _freeze(session: Session, ask: Invitation, appointment: Appointment, words: str) -> None:
    person = session.get_one(YoungPerson, appointment.young_person_id)
    number = unseal(session, person, "mobile")
    seal(session, ask, "number", number)
    seal(session, ask, "body", words)
    ask.number_key = vault_of(session).lookup("mobile", number)


def _stored(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row
