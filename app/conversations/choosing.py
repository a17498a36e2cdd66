"""Placing a reply where the database is: what waited for an answer is placed with it, once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, col

from app.conversations.blanks import Blank
from app.conversations.earlier import Before
from app.conversations.heard import not_heard
from app.conversations.kept import Kept
from app.conversations.matching import Matched, Several
from app.conversations.models import ForEither, Reply
from app.conversations.opting import From
from app.conversations.whose import Lately, Waiting, Whose, can_be_asked, placed_with, whose
from app.db import insert_new, vault_of
from app.invitations.sent import SentTo

QUESTION = "which_of_you"

_SINCE = (
    select(
        col(Reply.id),
        col(Reply.matched),
        col(Reply.read_at),
        col(Reply.body_sealed),
        col(Reply.said_sealed),
        col(Reply.understood_at),
    )
    .where(
        col(Reply.number_key) == bindparam("number"),
        col(Reply.matched).in_(("several", "chosen")),
        col(Reply.id) != bindparam("reply"),
        col(Reply.received_at) >= bindparam("since"),
        col(Reply.received_at) <= bindparam("until"),
    )
    .order_by(col(Reply.received_at), col(Reply.id))
)
# A person may have placed it meanwhile, or read it and done what was to be done.
_PLACE = (
    update(Reply)
    .where(
        col(Reply.id) == bindparam("of_id"),
        col(Reply.matched) == "several",
        col(Reply.read_at).is_(None),
    )
    .values(matched="chosen", appointment_id=bindparam("visit"))
)


@dataclass(frozen=True)
class Held:
    """A text that waited and is placed by an answer: its intents, and how many things it named."""

    id: UUID
    intents: Sequence[str]
    priorities: int


@dataclass(frozen=True)
class Placed:
    """Whose a reply is; what of it only says so; and what waited and is placed with it."""

    sender: From
    blank: Blank | None = None
    held: Sequence[Held] = ()


def place(session: Session, reply: Kept, went: SentTo, earlier: Before) -> Placed:
    """Find out whose a reply is, and place with it what had waited for just this answer."""
    lately = _lately(earlier, went)
    found = whose(reply.body, reply.received_at, went.asks, lately, reply.form.get("To"))
    sender, held = From(found.found, went.asks), []
    if found.answers and lately.held is not None:
        held = _place_held(session, reply, sender, found, earlier, lately.held)
    return Placed(sender, found.blank, held)


def note_either(session: Session, reply_ids: Sequence[UUID], found: Matched) -> None:
    """Note which other visits of the same young person replies may be about as well."""
    rows = [
        {"reply_id": reply_id, "appointment_id": visit}
        for reply_id in reply_ids
        for visit in found.either
    ]
    insert_new(session, ForEither, rows)


def can_ask_whom(sender: From) -> bool:
    """Return whether the young people a reply may be about can be told apart by first names."""
    return isinstance(sender.found, Several) and can_be_asked(sender.found, sender.asks)


def names_in(several: Several) -> list[str]:
    """Return the first names of the young people a reply may be about."""
    return [ask.first_name for ask in several.candidates]


def _lately(earlier: Before, went: SentTo) -> Lately:
    last, question = earlier.last, earlier.question
    chosen = last and last.appointment_id if last and last.matched == "chosen" else None
    asked = question is not None and earlier.given[-1:] == [QUESTION]
    return Lately(
        texted_at=went.last_at,
        chosen=(chosen, last.received_at) if last and chosen else None,
        asked_at=question[1] if question and asked else None,
        asked_today=QUESTION in earlier.given,
    )


def _place_held(
    session: Session,
    reply: Kept,
    sender: From,
    choice: Whose,
    earlier: Before,
    came: tuple[datetime, datetime],
) -> list[Held]:
    """Place what the question asked about, and what came with it, with whom was chosen."""
    since, until = came[0], min(came[1], reply.received_at)
    given = {"number": reply.number_key, "reply": reply.id, "since": since, "until": until}
    rows = session.connection().execute(_SINCE, given).all()
    vault, held, moments = vault_of(session), [], []
    question = earlier.question[0] if earlier.question else None
    texts = [
        Waiting(
            body=vault.open("reply.body", row.id, row.body_sealed),
            waits=row.matched == "several" and row.read_at is None,
            chosen=row.matched == "chosen",
            asked_about=row.id == question,
        )
        for row in rows
    ]
    for row in (rows[each] for each in placed_with(texts, choice)):
        values = {"of_id": row.id, "visit": sender.appointment_id}
        if session.connection().execute(_PLACE, values).rowcount == 1:
            said = row.said_sealed and vault.open("reply.said", row.id, row.said_sealed)
            held.append(_opened(row, said or "{}"))
            moments.append(row.understood_at)
    elsewhere = [ask.appointment_id for ask in sender.asks if ask.young_person_id != sender.person]
    not_heard(session, elsewhere, moments)
    return held


def _opened(row: Any, said: str) -> Held:
    told = json.loads(said)
    return Held(row.id, told.get("intents", ()), told.get("priorities", 1))
