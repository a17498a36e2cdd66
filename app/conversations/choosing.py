"""Placing a reply: by what was sent, or by what the sender says whom it is about.

Where several young people were asked on one phone, a text that names one of them clearly, the
answer to our question, and what follows either within half an hour are placed with that one; the
answer places what we asked about as well. Everything else there waits for a person.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlmodel import Session, col

from app.conversations.blanks import Blank
from app.conversations.earlier import Before
from app.conversations.heard import not_heard
from app.conversations.kept import Kept
from app.conversations.matching import Matched, Several, match, of_one
from app.conversations.models import ForEither, Reply
from app.conversations.opting import From
from app.conversations.whom import Naming, answered, labels_of, mentions, named, of_two
from app.db import insert_new, vault_of
from app.invitations.sent import SentAsk, SentTo

JOINED_WITHIN = timedelta(minutes=30)
QUESTION = "which_of_you"

_HELD = (
    select(col(Reply.id), col(Reply.body_sealed), col(Reply.said_sealed), col(Reply.understood_at))
    .where(
        col(Reply.number_key) == bindparam("number"),
        col(Reply.matched) == "several",
        col(Reply.read_at).is_(None),
        col(Reply.id) != bindparam("reply"),
        col(Reply.received_at) >= bindparam("since"),
        col(Reply.received_at) <= bindparam("at"),
    )
    .order_by(col(Reply.received_at))
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
    found = match(went.asks, reply.received_at, reply.form.get("To"))
    if not isinstance(found, Several):
        return Placed(From(found, went.asks))
    names = [ask.first_name for ask in found.candidates]
    question = _open_question(earlier, went)
    naming = answered(reply.body, names) if question else named(reply.body, names)
    if naming is None:
        followed = _followed(reply, found.candidates, earlier, went)
        chosen = _chosen(reply, went, followed.young_person_id) if followed else found
        return Placed(From(chosen, went.asks))
    chosen = _chosen(reply, went, found.candidates[naming.place].young_person_id)
    sender = From(chosen, went.asks)
    held = []
    if question and naming.answers:
        held = _place_held(session, reply, sender, found, naming, earlier, went)
    return Placed(sender, Blank(naming.start, naming.end), held)


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
    return isinstance(sender.found, Several) and labels_of(names_in(sender.found)) is not None


def names_in(several: Several) -> list[str]:
    """Return the first names of the young people a reply may be about."""
    return [ask.first_name for ask in several.candidates]


def _chosen(reply: Kept, went: SentTo, person: UUID) -> Matched:
    return of_one(went.asks, person, reply.received_at, chosen=True)


def _open_question(earlier: Before, went: SentTo) -> bool:
    """Whether the last that this number had from us is the question whom its texts are about."""
    if earlier.question is None or earlier.given[-1:] != [QUESTION]:
        return False
    return went.last_at is None or went.last_at <= earlier.question[1]


def _followed(
    reply: Kept, candidates: Sequence[SentAsk], earlier: Before, went: SentTo
) -> SentAsk | None:
    """Return the ask that the text just before was placed with by choice, if this one goes on."""
    last = earlier.last
    if last is None or last.matched != "chosen" or last.appointment_id is None:
        return None
    since = max(reply.received_at - JOINED_WITHIN, went.last_at or last.received_at)
    before = [ask for ask in went.asks if ask.appointment_id == last.appointment_id]
    if last.received_at < since or not before:
        return None
    others = [ask for ask in candidates if ask.young_person_id != before[0].young_person_id]
    asked = QUESTION in earlier.given
    if any(mentions(reply.body, ask.first_name) for ask in others) or (
        not asked and of_two(reply.body)
    ):
        return None
    return before[0] if len(others) < len(candidates) else None


def _place_held(
    session: Session,
    reply: Kept,
    sender: From,
    several: Several,
    naming: Naming,
    earlier: Before,
    went: SentTo,
) -> list[Held]:
    """Place what waited since the question, and what it asked about, with whom was chosen."""
    if earlier.question is None or not isinstance(sender.found, Matched):
        return []
    asked_about, asked_at = earlier.question
    # What came before we last texted was about something else, or for a person already.
    since = max(asked_at - JOINED_WITHIN, went.last_at or asked_at - JOINED_WITHIN)
    given = {"number": reply.number_key, "reply": reply.id, "since": since}
    rows = session.connection().execute(_HELD, given | {"at": reply.received_at}).all()
    others = [ask.first_name for at, ask in enumerate(several.candidates) if at != naming.place]
    vault, held, moments = vault_of(session), [], []
    for row in rows:
        body = vault.open("reply.body", row.id, row.body_sealed)
        if row.id != asked_about and any(mentions(body, name) for name in others):
            continue
        values = {"of_id": row.id, "visit": sender.found.appointment_id}
        if session.connection().execute(_PLACE, values).rowcount == 1:
            held.append(_opened(row, vault.open("reply.said", row.id, row.said_sealed)))
            moments.append(row.understood_at)
    elsewhere = [ask.appointment_id for ask in went.asks if ask.young_person_id != sender.person]
    not_heard(session, elsewhere, moments)
    return held


def _opened(row: Any, said: str) -> Held:
    told = json.loads(said)
    return Held(row.id, told["intents"], told["priorities"])
