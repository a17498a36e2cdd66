"""Reading a whole conversation anew: after a person has placed a reply, or with newer rules."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import union_all, update
from sqlmodel import Session, col, func, select

from app.conversations.blanks import as_read
from app.conversations.earlier import MOST_READ
from app.conversations.heard import note_heard
from app.conversations.models import ForEither, Reading, Reply
from app.conversations.reading import RULES, Read, read
from app.conversations.said import said_in, said_of
from app.db import seal, unseal
from app.invitations.models import Invitation
from app.invitations.states import Kind
from app.logs import logger

log = logger(__name__)

A_MOMENT = timedelta(microseconds=1)


def phones_of(session: Session, appointment_ids: Iterable[UUID]) -> set[bytes]:
    """Return the phones (by keyed hash) that these conversations are held on."""
    ids = list(appointment_ids)
    texted = select(Invitation.number_key).where(
        col(Invitation.appointment_id).in_(ids), col(Invitation.number_key).is_not(None)
    )
    replied = select(Reply.number_key).where(col(Reply.appointment_id).in_(ids))
    return {key for key in (*session.exec(texted), *session.exec(replied)) if key}


def replies_in(session: Session, appointment_id: UUID) -> list[Reply]:
    """Return the newest replies of a conversation, oldest first, those for either visit too."""
    # Looked up by its index each: with OR, PostgreSQL reads all replies there are.
    belonging = union_all(
        select(col(Reply.id)).where(col(Reply.appointment_id) == appointment_id),
        select(col(ForEither.reply_id)).where(col(ForEither.appointment_id) == appointment_id),
    )
    question = (
        select(Reply)
        .where(col(Reply.id).in_(belonging))
        .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
        .limit(MOST_READ)
        .execution_options(populate_existing=True)
    )
    return list(session.exec(question))[::-1]


def read_now(session: Session, appointment_id: UUID) -> Read:
    """Return what a conversation says by the rules of this version; keeps nothing.

    What a text only answers to a question of ours is left out, as when it came.
    """
    texts = (
        as_read(unseal(session, reply, "body"), said_of(session, reply))
        for reply in replies_in(session, appointment_id)
    )
    return read([each for each in texts if each is not None])


def read_anew(session: Session, appointment_id: UUID, *, now: datetime) -> bool:
    """Add a reading of a conversation as it is now; False if it cannot be read, and nothing is.

    One without any reply left is read as saying nothing, so that no sheet shows what was taken off.
    """
    try:
        result = read_now(session, appointment_id)
    except Exception:
        # The words stand whole on the sheet all the same, and wait on the page for a person.
        log.exception("conversation_not_read_anew", appointment=str(appointment_id))
        return False
    keep_reading(session, appointment_id, result, now=now)
    return True


def keep_reading(session: Session, appointment_id: UUID, result: Read, *, now: datetime) -> None:
    """Add a reading; the newest is the one that counts, whatever the clocks say."""
    last = session.exec(
        select(func.max(Reading.made_at)).where(Reading.appointment_id == appointment_id)
    ).one()
    reading = Reading(
        appointment_id=appointment_id,
        rules=RULES,
        content_sealed=b"",
        made_at=max(now, last + A_MOMENT) if last else now,
    )
    seal(session, reading, "content", as_json(result))
    session.add(reading)
    session.flush()


def as_json(result: Read) -> str:
    """Write a reading down as it is kept."""
    return json.dumps(
        {
            "priorities": [priority.__dict__ for priority in result.priorities],
            "intents": result.intents,
            "confidence": result.confidence,
            "language": result.language,
        }
    )


def hear_anew(session: Session, appointment_id: UUID, *, now: datetime) -> None:
    """Note whether the ask of a conversation has been answered, as its replies stand now."""
    replies = replies_in(session, appointment_id)
    if any(said_in(session, reply).answers_us for reply in replies):
        note_heard(session, [appointment_id], now)
        return
    session.connection().execute(
        update(Invitation)
        .where(
            col(Invitation.appointment_id) == appointment_id,
            col(Invitation.kind) == Kind.ASK.value,
        )
        .values(heard_at=None)
    )
