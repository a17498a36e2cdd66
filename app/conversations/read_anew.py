"""Reading a whole conversation anew: after a person has placed a reply, or with newer rules."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, text, update
from sqlmodel import Session, col, func, select

from app.conversations.earlier import MOST_READ
from app.conversations.heard import note_heard
from app.conversations.models import ForEither, Reading, Reply
from app.conversations.reading import RULES, Read, read
from app.conversations.said import said_in
from app.db import seal, unseal
from app.invitations.models import Invitation
from app.invitations.states import Kind
from app.logs import logger

log = logger(__name__)

# The same lock as understanding takes: what comes in on a phone waits for us, and we for it.
_ONE_PHONE = text("SELECT pg_advisory_xact_lock(:number)")
A_MOMENT = timedelta(microseconds=1)


def hold_phones(session: Session, number_keys: Iterable[bytes]) -> None:
    """Let nobody else understand a text of these phones until this transaction ends."""
    if session.get_bind().dialect.name != "postgresql":
        return
    # Always in one order, so that two of us never wait for each other.
    for number in sorted(int.from_bytes(key[:8], signed=True) for key in set(number_keys)):
        session.connection().execute(_ONE_PHONE, {"number": number})


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
    as_well = select(ForEither.reply_id).where(ForEither.appointment_id == appointment_id)
    question = (
        select(Reply)
        .where(or_(col(Reply.appointment_id) == appointment_id, col(Reply.id).in_(as_well)))
        .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
        .limit(MOST_READ)
        .execution_options(populate_existing=True)
    )
    return list(session.exec(question))[::-1]


def read_now(session: Session, appointment_id: UUID) -> Read:
    """Return what a conversation says by the rules of this version; keeps nothing."""
    return read([unseal(session, reply, "body") for reply in replies_in(session, appointment_id)])


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
