"""What came from a number before, and in a conversation: looked up for the one reply at hand."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, union_all
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from app.conversations.blanks import as_read
from app.conversations.kept import Kept
from app.conversations.models import ForEither, Reading, Reply
from app.db import vault_of
from app.privacy import Vault

A_DAY = timedelta(days=1)
# Of what we answered to a number only this much is held against a text that may be an echo.
LOOKED_AT = 3
# A machine that texts without end must not make each text slower than the one before: the newest
# are read together, and all of them are shown word for word.
MOST_READ = 50


@dataclass(frozen=True)
class Last:
    """The last text that came from the same number within a day, opened; how it was placed."""

    appointment_id: UUID | None
    body: str
    matched: str
    received_at: datetime


@dataclass(frozen=True)
class Before:
    """What a number has texted within a day: its last text, and how its texts were answered.

    `given` are the kinds of our answers, the oldest first; `answers` opens the words of the newest
    few, when they are asked for; `question` is the text, and when it came, that was answered last.
    """

    last: Last | None
    given: Sequence[str]
    answers: Callable[[], Iterator[str]]
    question: tuple[UUID, datetime] | None = None


_other = aliased(Reply)
_last = (
    select(_other.id)
    .where(
        col(_other.number_key) == bindparam("number"),
        col(_other.id) != bindparam("reply"),
        col(_other.received_at) > bindparam("since"),
        col(_other.received_at) <= bindparam("at"),
    )
    .order_by(col(_other.received_at).desc(), col(_other.id).desc())
    .limit(1)
    .scalar_subquery()
)
_BEFORE = (
    select(Reply)
    .with_only_columns(
        col(Reply.id),
        col(Reply.appointment_id),
        col(Reply.matched),
        col(Reply.received_at),
        col(Reply.answer_kind),
        col(Reply.body_sealed),
        col(Reply.answer_sealed),
    )
    .where(
        col(Reply.number_key) == bindparam("number"),
        col(Reply.id) != bindparam("reply"),
        col(Reply.received_at) > bindparam("since"),
        or_(col(Reply.answer_kind).is_not(None), col(Reply.id) == _last),
    )
    .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
)
# Looked up by its index each: with OR, PostgreSQL reads all replies there are.
_BELONGING = union_all(
    select(col(Reply.id)).where(col(Reply.appointment_id) == bindparam("appointment")),
    # The same young person said this when two visits were asked about.
    select(col(ForEither.reply_id)).where(
        col(ForEither.appointment_id) == bindparam("appointment")
    ),
)
_CONVERSATION = (
    select(col(Reply.id), col(Reply.received_at), col(Reply.body_sealed), col(Reply.said_sealed))
    .where(col(Reply.id).in_(_BELONGING), col(Reply.id) != bindparam("reply"))
    .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
    .limit(MOST_READ)
)
_LAST_READING = select(func.max(col(Reading.made_at))).where(
    col(Reading.appointment_id) == bindparam("appointment")
)
_ANSWERED = select(col(Reply.answer_kind)).where(
    col(Reply.appointment_id) == bindparam("appointment"), col(Reply.answer_kind).is_not(None)
)


def before(session: Session, reply: Kept) -> Before:
    """Look up what the number of a reply has texted within a day of it."""
    given = {
        "number": reply.number_key,
        "reply": reply.id,
        "since": reply.received_at - A_DAY,
        "at": reply.received_at,
    }
    rows = session.connection().execute(_BEFORE, given).all()
    vault, earlier = vault_of(session), [row for row in rows if row.received_at <= given["at"]]
    answered = [row for row in earlier if row.answer_kind][:LOOKED_AT]
    return Before(
        last=Last(
            earlier[0].appointment_id,
            vault.open("reply.body", earlier[0].id, earlier[0].body_sealed),
            earlier[0].matched,
            earlier[0].received_at,
        )
        if earlier
        else None,
        given=[row.answer_kind for row in reversed(rows) if row.answer_kind],
        answers=lambda: (vault.open("reply.answer", row.id, row.answer_sealed) for row in answered),
        question=(answered[0].id, answered[0].received_at) if answered else None,
    )


def conversation(
    session: Session, appointment_id: UUID, reply: Kept
) -> list[tuple[datetime, UUID, str]]:
    """Return the newest texts of a conversation but for one reply, oldest first, to be read.

    What a text only answers to a question of ours (whom it is about, how the visit was) is blanked;
    a text that says nothing else is left out.
    """
    given = {"appointment": appointment_id, "reply": reply.id}
    rows = session.connection().execute(_CONVERSATION, given)
    opened = (_opened(row, vault_of(session)) for row in rows)
    return sorted((at, row, body) for at, row, body in opened if body is not None)


def joined(
    others: Sequence[tuple[datetime, UUID, str]], reply: Kept, words: str | None
) -> list[str]:
    """Join a reply, as far as it is to be read, with the other texts of its conversation."""
    own = [] if words is None else [(reply.received_at, reply.id, words)]
    return [body for _, _, body in sorted([*others, *own])[-MOST_READ:]]


def _opened(row: Any, vault: Vault) -> tuple[datetime, UUID, str | None]:
    body = vault.open("reply.body", row.id, row.body_sealed)
    said = json.loads(vault.open("reply.said", row.id, row.said_sealed)) if row.said_sealed else {}
    return row.received_at, row.id, as_read(body, said)


def kinds_answered(session: Session, appointment_id: UUID | None) -> list[str]:
    """Return the kinds of the answers that a conversation has had."""
    if appointment_id is None:
        return []
    found = session.connection().execute(_ANSWERED, {"appointment": appointment_id})
    return [kind for kind in found.scalars() if kind]


def last_reading(session: Session, appointment_id: UUID) -> datetime | None:
    """Return when a conversation was last read, as its readings say."""
    given = {"appointment": appointment_id}
    made_at: datetime | None = session.connection().execute(_LAST_READING, given).scalar()
    return made_at
