"""Which concerns somebody may see: those of their clinics, and for some those of nobody yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, or_
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.conversations.models import ForEither, Reply
from app.conversations.reach import Reach, reach_of
from app.people.models import YoungPerson
from app.safeguarding.look import PRESSING
from app.safeguarding.models import Concern
from app.staff.roles import PLACES_REPLIES, Scope

_WAITS = and_(col(Concern.lowered_at).is_not(None), col(Concern.second_look_at).is_(None))
_GRAVEST = case((_WAITS, 1), else_=col(Concern.tier))


@dataclass(frozen=True)
class Sight:
    """What one member of staff may see, and whether that holds what nobody has placed."""

    reach: Reach
    unplaced: bool


def sight_of(session: Session, scope: Scope) -> Sight:
    """Return what a signed-in person may see of concerns."""
    return Sight(reach_of(session, scope), scope.may(*PLACES_REPLIES))


def in_sight(sight: Sight) -> Any:
    """Say for a query over concerns and their replies which of them somebody may see.

    Where the reply stands now decides, not where it stood when the concern was opened. One that is
    beside no visit stays with the clinic that texted the number, and is shown to those who place
    replies: in the organisation that has the number, or in every one if none has.
    """
    clinics = sight.reach.clinic_ids
    unplaced = col(Reply.appointment_id).is_(None)
    found = [reply_of_clinics(sight.reach), and_(unplaced, col(Concern.clinic_id).in_(clinics))]
    if sight.unplaced:
        found.append(and_(unplaced, _ours_or_nobodys(sight.reach)))
    return or_(*found)


def reply_of_clinics(reach: Reach) -> Any:
    """Say for a query over replies which are about a visit at these clinics, or may be."""
    clinics = reach.clinic_ids
    visit = select(Appointment.id).where(
        col(Appointment.id) == col(Reply.appointment_id), col(Appointment.clinic_id).in_(clinics)
    )
    either = (
        select(ForEither.reply_id)
        .join(Appointment, col(Appointment.id) == col(ForEither.appointment_id))
        .where(col(ForEither.reply_id) == col(Reply.id), col(Appointment.clinic_id).in_(clinics))
    )
    return or_(visit.exists(), either.exists())


def reply_in_sight(session: Session, sight: Sight, reply_id: UUID) -> Reply | None:
    """Return a reply that somebody may raise a concern about, or None."""
    seen = reply_of_clinics(sight.reach)
    if sight.unplaced:
        unplaced = col(Reply.appointment_id).is_(None)
        seen = or_(seen, and_(unplaced, _ours_or_nobodys(sight.reach)))
    return session.exec(select(Reply).where(col(Reply.id) == reply_id, seen)).one_or_none()


def open_ids(session: Session, sight: Sight, *, unplaced_only: bool = False) -> list[UUID]:
    """Return the open concerns in sight: by tier, then the oldest first.

    What was at tier 1 keeps its place until another person has looked.
    """
    question = _concerns(sight).where(col(Concern.closed_at).is_(None))
    if unplaced_only:
        question = question.where(col(Reply.appointment_id).is_(None))
    question = question.order_by(_GRAVEST, col(Concern.opened_at), col(Concern.id))
    return list(session.exec(question))


def presses(session: Session, sight: Sight) -> bool:
    """Return whether an open concern in sight cannot wait: more than a wish to be seen alone."""
    question = _concerns(sight).where(col(Concern.closed_at).is_(None), _GRAVEST <= PRESSING)
    return session.exec(question.limit(1)).first() is not None


def closed_lately(session: Session, sight: Sight, *, since: datetime, most: int) -> list[UUID]:
    """Return the concerns in sight that were closed since then, the newest first."""
    question = _concerns(sight).where(col(Concern.closed_at) > since)
    question = question.order_by(col(Concern.closed_at).desc(), col(Concern.id))
    return list(session.exec(question.limit(most)))


def concern_in_sight(session: Session, sight: Sight, concern_id: UUID) -> Concern | None:
    """Return one concern, or None if there is none or it is not theirs to see."""
    found = session.exec(_concerns(sight).where(col(Concern.id) == concern_id)).first()
    return session.get(Concern, found) if found else None


def _concerns(sight: Sight) -> Any:
    question = select(col(Concern.id)).join(Reply, col(Reply.id) == col(Concern.reply_id))
    return question.where(in_sight(sight))


def _ours_or_nobodys(reach: Reach) -> Any:
    holders = select(YoungPerson.id).where(col(YoungPerson.mobile_key) == col(Reply.number_key))
    ours = holders.where(YoungPerson.organisation_code == reach.organisation_code)
    return or_(ours.exists(), ~holders.exists())
