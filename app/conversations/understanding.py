"""Understanding one reply that is kept: whose it is, what it says, what is done and answered."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import chain
from uuid import UUID

from sqlalchemy import bindparam, insert, text, update
from sqlmodel import Session, col

from app.conversations.answering import answer
from app.conversations.earlier import Before, before, conversation, last_reading
from app.conversations.echoes import echoes, repeats
from app.conversations.heard import is_an_answer, note_heard
from app.conversations.intent import Intent
from app.conversations.intents import all_intents_of, which_was_meant
from app.conversations.kept import Kept
from app.conversations.matching import match
from app.conversations.models import Reading, Reply
from app.conversations.opting import From, has_orders, intents_with, obey
from app.conversations.reading import RULES, Read, read
from app.db import must_last, vault_of
from app.invitations.queries import sent_to
from app.invitations.sent import SentTo
from app.logs import logger
from app.privacy import new_id

log = logger(__name__)

# Two texts of one phone at the same moment are understood one after the other, so that each is
# read with the other's words. SQLite has one writer at a time as it is.
_ONE_PHONE = text("SELECT pg_advisory_xact_lock(:number)")
_READING = insert(Reading)
A_MOMENT = timedelta(microseconds=1)
_UNDERSTOOD = (
    update(Reply)
    .where(col(Reply.id) == bindparam("reply"), col(Reply.understood_at).is_(None))
    .values(
        matched=bindparam("placed"),
        appointment_id=bindparam("visit"),
        understood_at=bindparam("now"),
        answer_kind=bindparam("kind"),
        answer_sealed=bindparam("sealed"),
        said_sealed=bindparam("said"),
    )
)


class UnderstoodMeanwhile(Exception):
    """Another process understood the same reply first: nothing of ours may be kept."""


def read_alone(reply: Kept) -> Read:
    """Read one reply by itself: needs no database, so that nobody waits for it with one open."""
    return read([reply.body])


def understand(
    session: Session, reply: Kept, here: Read, *, now: datetime, answers: bool
) -> str | None:
    """Match and obey one reply that was read alone; return the words of its answer, if any.

    Raises UnderstoodMeanwhile if that was done by now, and DoesNotLast if a text asks for something
    that a power cut must not undo, in a transaction whose end does not wait for the disk.
    """
    _one_at_a_time(session, reply)
    given = str(reply.form.get("OptOutType", "")).upper()
    went, earlier = sent_to(session, reply.number_key), before(session, reply)
    sender = From(match(went.asks, reply.received_at, reply.form.get("To")), went.asks)
    intents = intents_with(given, _said(reply, here, sender, earlier))
    if has_orders(reply, intents, given):
        must_last(session)
        obey(session, reply, intents, given, sender, now=now)
    # Who says back what we said, or the same again, adds nothing: it may well be a machine.
    echo = _is_echo(reply, sender, went, earlier)
    if sender.appointment_id is not None and not echo:
        _read_anew(session, sender.appointment_id, reply, here, now)
    if is_an_answer(intents, bool(here.priorities)) and not echo:
        note_heard(session, _answered(reply, sender), now)
    chosen = None
    if answers and not echo:
        chosen = answer(
            session, reply, intents, bool(here.priorities), sender, earlier, bool(given)
        )
    said = _said_as_json(intents, here)
    _note_understood(session, reply, sender, chosen, said, now)
    return chosen[1] if chosen else None


def _one_at_a_time(session: Session, reply: Kept) -> None:
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(reply.number_key[:8], signed=True)
        session.connection().execute(_ONE_PHONE, {"number": number})


def _note_understood(
    session: Session,
    reply: Kept,
    sender: From,
    chosen: tuple[str, str] | None,
    said: str,
    now: datetime,
) -> None:
    (kind, words), vault = chosen or (None, None), vault_of(session)
    sealed = None if words is None else vault.seal("reply.answer", reply.id, words)
    given = {"reply": reply.id, "placed": sender.matched, "visit": sender.appointment_id}
    given |= {"now": now, "kind": kind, "sealed": sealed}
    given["said"] = vault.seal("reply.said", reply.id, said)
    if session.connection().execute(_UNDERSTOOD, given).rowcount != 1:
        raise UnderstoodMeanwhile
    log.info("reply_understood", reply=str(reply.id), matched=sender.matched)


def _said(reply: Kept, here: Read, sender: From, earlier: Before) -> list[Intent]:
    names = list(dict.fromkeys(ask.first_name for ask in sender.asks))
    said = [*all_intents_of(reply.body, reply.media, names), *here.intents]
    # The last thing we answered to this number was: your visit, or these texts?
    if earlier.given[-1:] == ["which_stop"]:
        said += which_was_meant(reply.body)
    return list(dict.fromkeys(said))


def _is_echo(reply: Kept, sender: From, went: SentTo, earlier: Before) -> bool:
    """Whether a reply says again what we said; or what it said last, about the same visit.

    About another visit the same may be as true.
    """
    last = earlier.last
    again = last is not None and last.appointment_id == sender.appointment_id
    if last is not None and again and repeats(reply.body, last.body):
        return True
    return echoes(reply.body, chain(went.words(), earlier.answers()))


def _answered(reply: Kept, sender: From) -> list[UUID]:
    """The appointments whose question this reply answers; one that fits several counts for each."""
    if sender.appointment_id is not None:
        return [sender.appointment_id]
    if sender.matched == "several":
        return [ask.appointment_id for ask in sender.still_open(reply.received_at)]
    return []


def _read_anew(
    session: Session,
    appointment_id: UUID,
    reply: Kept,
    here: Read,
    now: datetime,
) -> None:
    bodies, row = conversation(session, appointment_id, reply), new_id()
    # Whoever waited for another's reading is the newer, whenever their own text came.
    last = last_reading(session, appointment_id) if len(bodies) > 1 else None
    made_at = max(now, last + A_MOMENT) if last else now
    result = here if len(bodies) == 1 else read(bodies)
    content = vault_of(session).seal("reading.content", row, _as_json(result))
    values = {"id": row, "appointment_id": appointment_id, "rules": RULES}
    values |= {"content_sealed": content, "made_at": made_at}
    session.connection().execute(_READING, values)


def _said_as_json(intents: Sequence[Intent], here: Read) -> str:
    """Write down what one text said by itself, for who must see to it."""
    said = {"intents": [*intents], "priorities": len(here.priorities), "language": here.language}
    return json.dumps(said | {"confidence": here.confidence})


def _as_json(result: Read) -> str:
    return json.dumps(
        {
            "priorities": [priority.__dict__ for priority in result.priorities],
            "intents": result.intents,
            "confidence": result.confidence,
            "language": result.language,
        }
    )
