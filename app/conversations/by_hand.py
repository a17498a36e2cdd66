"""Saying whose a reply is: placed, moved or taken off by a person, with the sheets read anew."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.audit.trail import record
from app.clinics.models import Clinic
from app.conversations.intent import Intent
from app.conversations.models import ForEither, Reply
from app.conversations.one_phone import hold_phones
from app.conversations.opting import ABOUT_THE_PERSON, REASONS
from app.conversations.reach import Reach, reply_within
from app.conversations.read_anew import hear_anew, phones_of, read_anew
from app.conversations.said import said_in
from app.conversations.triage import Done, Outcome, TooLate, changed
from app.invitations.opt_out import opted_out_among, record_person_opt_out
from app.safeguarding.opening import concern_about, place_concern

# Why a person says that a reply is about a visit, or is not, as the trail keeps it.
PLACE_REASONS = ("says_so", "rang", "known", "other")
DETACH_REASONS = ("somebody_else", "other_visit", "not_sure")


def place(
    session: Session,
    reach: Reach,
    reply_id: UUID,
    appointment_id: UUID,
    *,
    was: UUID | None,
    reason: str,
    by: str,
    now: datetime,
) -> Outcome:
    """Put a reply beside a visit; `was` is where it stood when the person looked.

    What it asks for about the texts themselves holds from now on for this young person too.
    """
    if reason not in PLACE_REASONS:
        raise ValueError(f"{reason} is no reason for placing a reply")
    visit = session.get(Appointment, appointment_id)
    if visit is None or visit.clinic_id not in reach.clinic_ids or appointment_id == was:
        return None
    outcome = _put(session, reach, reply_id, appointment_id, was, by, now)
    if isinstance(outcome, Done):
        action = "reply_moved" if was else "reply_placed"
        _record(session, action, reply_id, was, appointment_id, reason, by, now)
        _obey(session, outcome.reply, visit, by, now)
    return outcome


def detach(
    session: Session,
    reach: Reach,
    reply_id: UUID,
    *,
    was: UUID,
    reason: str,
    by: str,
    now: datetime,
) -> Outcome:
    """Take a reply off a visit that it is not about: it waits for a person again, unread."""
    if reason not in DETACH_REASONS:
        raise ValueError(f"{reason} is no reason for taking a reply off")
    outcome = _put(session, reach, reply_id, None, was, by, now)
    if isinstance(outcome, Done):
        _record(session, "reply_detached", reply_id, was, None, reason, by, now)
    return outcome


def _put(
    session: Session,
    reach: Reach,
    reply_id: UUID,
    to: UUID | None,
    was: UUID | None,
    by: str,
    now: datetime,
) -> Outcome:
    reply = reply_within(session, reach, reply_id)
    if reply is None:
        return None
    others = _for_either(session, reply_id)
    touched = {visit for visit in (was, to, *others) if visit}
    hold_phones(session, {reply.number_key, *phones_of(session, touched)})
    as_seen = update(Reply).where(
        col(Reply.id) == reply_id,
        col(Reply.appointment_id).is_(None) if was is None else col(Reply.appointment_id) == was,
    )
    values = {
        "appointment_id": to,
        "matched": "placed" if to else "nobody",
        # A person has understood it: nothing that is tried again later undoes what they said.
        "understood_at": reply.understood_at or now,
        "placed_at": now,
        "placed_by": by,
        "unread_due_at": None,
    }
    if to is None:
        values |= {"read_at": None, "read_by": None, "read_reason": None}
    if not changed(session, as_seen.values(**values)):
        session.refresh(reply)
        return TooLate(reply.placed_by or "", reply.placed_at, "placed")
    _move_concern(session, reply_id, to, by, now)
    session.connection().execute(delete(ForEither).where(col(ForEither.reply_id) == reply_id))
    session.refresh(reply)
    for visit in sorted(touched):
        read_anew(session, visit, now=now)
        hear_anew(session, visit, now=now)
    return Done(reply)


def _move_concern(
    session: Session, reply_id: UUID, to: UUID | None, by: str, now: datetime
) -> None:
    """Let the concern of a reply stand where the reply does; taken off, its clinic keeps it."""
    concern_id = concern_about(session, reply_id)
    if concern_id is None:
        return
    visit = session.get(Appointment, to) if to else None
    whose: dict[str, Any] = {"appointment_id": to, "young_person_id": None}
    if visit is not None:
        clinic = session.get_one(Clinic, visit.clinic_id)
        whose |= {"young_person_id": visit.young_person_id, "clinic_id": clinic.id}
        whose |= {"organisation_code": clinic.organisation_code}
    place_concern(session, concern_id, by=by, now=now, age=None, **whose)


def _for_either(session: Session, reply_id: UUID) -> list[UUID]:
    question = select(ForEither.appointment_id).where(ForEither.reply_id == reply_id)
    return list(session.exec(question))


def _obey(session: Session, reply: Reply, visit: Appointment, by: str, now: datetime) -> None:
    """Stop texts to the young person too, whatever their number, if the reply has stopped its own.

    Unless it was taken back since: then its number is not stopped any more.
    """
    said = said_in(session, reply).intents
    stop = next((each for each in REASONS if each in said and each in ABOUT_THE_PERSON), None)
    if stop is None or not opted_out_among(session, [reply.number_key]):
        return
    record_person_opt_out(session, visit.young_person_id, REASONS[Intent(stop)], by=by, now=now)


def _record(
    session: Session,
    action: str,
    reply_id: UUID,
    was: UUID | None,
    to: UUID | None,
    reason: str,
    by: str,
    now: datetime,
) -> None:
    record(
        session, action, by=by, now=now, subject=f"reply:{reply_id}", reason=reason,
        was=str(was) if was else None, to=str(to) if to else None,
    )  # fmt: skip
