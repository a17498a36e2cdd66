"""What was texted too late for its visit: carried forward to the next visit of the young person."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.appointments.models import Appointment, AppointmentStatus
from app.conversations.intent import Intent
from app.conversations.matching import OVER_AFTER
from app.conversations.models import ForEither, Reply
from app.db import chunks, unseal

CANCELLED = AppointmentStatus.CANCELLED.value
CARRIED_FOR = timedelta(days=400)


@dataclass(frozen=True)
class Late:
    """A reply about a visit that was over when it came, or that was cancelled."""

    text: str
    came_at: datetime
    visit_at: datetime
    was_cancelled: bool
    reply_id: UUID


def late_words(session: Session, appointments: Sequence[Appointment]) -> dict[UUID, list[Late]]:
    """Return what each of these visits has to make up for, in the order it came.

    That is what the same young person texted since their last visit, about a visit that was over or
    did not take place; what names nothing that matters is left where it was.
    """
    people = [visit.young_person_id for visit in appointments if visit.status != CANCELLED]
    visits, replies = _visits(session, people), _replies(session, people)
    either = _shown_as_either(session, [reply.id for reply, _ in replies])
    found: dict[UUID, list[Late]] = {}
    for visit in appointments:
        since = _since(visit, visits.get(visit.young_person_id, []))
        for reply, about in replies:
            if (
                about.young_person_id == visit.young_person_id
                and visit.status != CANCELLED
                and about.id != visit.id
                and (reply.id, visit.id) not in either
                and since < reply.received_at <= visit.starts_at + OVER_AFTER
            ):
                found.setdefault(visit.id, []).append(_late(session, reply, about))
    return found


def _late(session: Session, reply: Reply, about: Appointment) -> Late:
    text, is_off = unseal(session, reply, "body"), about.status == CANCELLED
    return Late(text, reply.received_at, about.starts_at, is_off, reply.id)


def _since(visit: Appointment, all_of_them: Sequence[Any]) -> datetime:
    """The end of the visit before this one: what came until then was read there."""
    before = [
        starts_at
        for starts_at, status in all_of_them
        if starts_at < visit.starts_at and status != CANCELLED
    ]
    long_ago = visit.starts_at - CARRIED_FOR
    return max(long_ago, max(before) + OVER_AFTER) if before else long_ago


def _visits(session: Session, people: Iterable[UUID]) -> dict[UUID, list[tuple[datetime, str]]]:
    found: dict[UUID, list[tuple[datetime, str]]] = {}
    for chunk in chunks(people):
        question = select(
            Appointment.young_person_id, Appointment.starts_at, Appointment.status
        ).where(col(Appointment.young_person_id).in_(chunk))
        for person, starts_at, status in session.exec(question):
            found.setdefault(person, []).append((starts_at, status))
    return found


def _replies(session: Session, people: Iterable[UUID]) -> list[tuple[Reply, Appointment]]:
    found: list[tuple[Reply, Appointment]] = []
    for chunk in chunks(people):
        question = (
            select(Reply, Appointment)
            .join(Appointment, col(Appointment.id) == col(Reply.appointment_id))
            .where(
                col(Appointment.young_person_id).in_(chunk),
                or_(
                    col(Reply.received_at) > col(Appointment.starts_at),
                    col(Appointment.status) == CANCELLED,
                ),
            )
            .order_by(col(Reply.received_at), col(Reply.id))
        )
        found += [
            (reply, about)
            for reply, about in session.exec(question)
            if _is_late(reply, about) and _matters(session, reply)
        ]
    return found


def _is_late(reply: Reply, about: Appointment) -> bool:
    return about.status == CANCELLED or reply.received_at > about.starts_at + OVER_AFTER


def _matters(session: Session, reply: Reply) -> bool:
    """Whether a reply names what matters, or complains; what nobody has read yet does as well."""
    if reply.said_sealed is None:
        return True
    said = json.loads(unseal(session, reply, "said"))
    return bool(said.get("priorities", 1)) or Intent.COMPLAINT.value in said.get("intents", ())


def _shown_as_either(session: Session, reply_ids: Iterable[UUID]) -> set[tuple[UUID, UUID]]:
    found: set[tuple[UUID, UUID]] = set()
    for chunk in chunks(reply_ids):
        rows = session.exec(select(ForEither).where(col(ForEither.reply_id).in_(chunk)))
        found |= {(row.reply_id, row.appointment_id) for row in rows}
    return found
