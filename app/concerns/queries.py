"""A concern with all that a person needs beside it: the words, whose, who was told, what was done.

The words of replies, young people, visits and staff live in folders of their own: this joins them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, SQLModel, col, or_, select

from app.appointments.models import Appointment
from app.clinics.safety_people import SafetyPerson
from app.conversations.cards import Card, cards
from app.conversations.models import Reply
from app.conversations.reach import Reach
from app.conversations.read_anew import replies_in
from app.db import chunks, unseal
from app.errors import SealBroken
from app.logs import logger
from app.people.queries import PersonFacts, facts_of
from app.safeguarding.history import history_of
from app.safeguarding.models import Alert, Concern, ConcernEvent
from app.staff.models import StaffClinic, StaffMember, StaffRole
from app.staff.queries import names_of_staff
from app.staff.roles import Role

log = logger(__name__)

MOST_OF_A_NUMBER = 50


@dataclass(frozen=True)
class Told:
    """One message to one person about a concern: by what way, and what became of it."""

    name: str
    role: str
    channel: str
    state: str
    kind: str
    step: int
    at: datetime


@dataclass(frozen=True)
class Seen:
    """One concern with the reply it is about; `signs` is the sealed list of signs, opened."""

    concern: Concern
    card: Card
    signs: str
    person: PersonFacts | None
    names: Mapping[str | None, str]
    action: str = ""


@dataclass(frozen=True)
class Whole:
    """One concern with everything around it."""

    seen: Seen
    conversation: list[Card]
    events: list[tuple[ConcernEvent, str]]
    told: list[Told]
    names: Mapping[str | None, str]
    staff: list[tuple[str, str]] = field(default_factory=list)


def seen_of(session: Session, reach: Reach, ids: Sequence[UUID], *, now: datetime) -> list[Seen]:
    """Return these concerns in this order, each with its reply."""
    concerns: dict[UUID, Concern] = {}
    for chunk in chunks(ids):
        found = session.exec(select(Concern).where(col(Concern.id).in_(chunk)))
        concerns |= {each.id: each for each in found}
    in_order = [concerns[each] for each in ids if each in concerns]
    opened = cards(session, reach, [each.reply_id for each in in_order], now=now)
    by_reply = {card.reply.id: card for card in opened}
    by = [who for each in in_order for who in (each.acknowledged_by, each.closed_by)]
    names = names_of_staff(session, by)
    return [_seen(session, each, by_reply[each.reply_id], names) for each in in_order]


def whole_of(session: Session, reach: Reach, concern: Concern, *, now: datetime) -> Whole:
    """Return one concern with its conversation, its history and who was told."""
    (seen,) = seen_of(session, reach, [concern.id], now=now)
    events = [(each, _opened(session, each, "note")) for each in history_of(session, concern.id)]
    by = [each.by for each, _ in events]
    by += [each.code for each, _ in events if each.what == "handed_over"]
    by += [who for who in (concern.lowered_by, concern.second_look_by) if who]
    return Whole(
        seen=seen,
        conversation=_conversation(session, reach, seen.card.reply, now),
        events=events,
        told=_told(session, concern),
        names=names_of_staff(session, by),
        staff=staff_for(session, reach.organisation_code, clinic_of(session, concern.id)),
    )


def _seen(session: Session, concern: Concern, card: Card, names: Mapping[str | None, str]) -> Seen:
    person = facts_of(session, card.visit.person) if card.visit else None
    signs, action = _opened(session, concern, "signs"), _opened(session, concern, "action")
    return Seen(concern, card, signs, person, names, action)


def _conversation(session: Session, reach: Reach, reply: Reply, now: datetime) -> list[Card]:
    """All that the conversation said, or the number where it is beside no visit; oldest first."""
    if reply.appointment_id is not None:
        ids = [each.id for each in replies_in(session, reply.appointment_id)]
    else:
        question = select(Reply.id).where(
            col(Reply.number_key) == reply.number_key, col(Reply.appointment_id).is_(None)
        )
        newest = question.order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
        ids = list(session.exec(newest.limit(MOST_OF_A_NUMBER)))[::-1]
    return cards(session, reach, ids, now=now)


def _told(session: Session, concern: Concern) -> list[Told]:
    question = select(Alert).where(Alert.concern_id == concern.id)
    alerts = session.exec(question.order_by(col(Alert.created_at), col(Alert.id))).all()
    people: dict[UUID, SafetyPerson] = {}
    for chunk in chunks(alert.who for alert in alerts):
        found = session.exec(select(SafetyPerson).where(col(SafetyPerson.id).in_(chunk)))
        people |= {each.id: each for each in found}
    return [
        Told(
            name=_opened(session, people[each.who], "name") if each.who in people else "",
            role=people[each.who].role if each.who in people else "",
            channel=each.channel,
            state=each.state,
            kind=each.kind,
            step=each.step,
            at=each.sent_at or each.created_at,
        )
        for each in alerts
    ]


def _opened(session: Session, row: SQLModel, column: str) -> str:
    """Open a sealed cell; one that does not open must not take the page down."""
    try:
        return unseal(session, row, column)
    except SealBroken:
        log.exception("concern_cannot_be_opened", row=str(getattr(row, "id", "")))
        return ""


def clinic_of(session: Session, concern_id: UUID) -> UUID | None:
    """Return the clinic of a concern: of the visit it stands beside now, else as it was opened."""
    question = (
        select(Concern.clinic_id, Appointment.clinic_id)
        .join(Reply, col(Reply.id) == col(Concern.reply_id))
        .outerjoin(Appointment, col(Appointment.id) == col(Reply.appointment_id))
        .where(col(Concern.id) == concern_id)
    )
    opened_at, now_at = session.exec(question).one()
    return now_at or opened_at


def staff_for(
    session: Session, organisation_code: str, clinic_id: UUID | None
) -> list[tuple[str, str]]:
    """Return whom a concern can be handed to: leads, and who is named for its clinic, by name."""
    leads = select(StaffRole.staff_id).where(StaffRole.role == Role.SAFEGUARDING_LEAD.value)
    named = select(StaffClinic.staff_id).where(StaffClinic.clinic_id == clinic_id)
    question = select(StaffMember).where(
        StaffMember.organisation_code == organisation_code,
        col(StaffMember.active).is_(True),
        or_(col(StaffMember.id).in_(leads), col(StaffMember.id).in_(named)),
    )
    found = session.exec(question)
    names = [(f"staff:{each.id}", unseal(session, each, "full_name")) for each in found]
    return sorted(names, key=lambda each: each[1])
