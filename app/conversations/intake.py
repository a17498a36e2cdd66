"""Taking replies in: the words are kept before they are understood, and understood once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.conversations.answering import answer
from app.conversations.echoes import echoes
from app.conversations.heard import is_an_answer, note_heard
from app.conversations.intents import Intent, all_intents_of, which_was_meant
from app.conversations.matching import Matched, Several, match
from app.conversations.models import Reading, Reply
from app.conversations.opting import From, intents_with, obey
from app.conversations.reading import RULES, Read, read
from app.db import Database, insert_new, seal, unseal, vault_of
from app.invitations.queries import asks_sent_to
from app.logs import logger
from app.people.queries import names_of
from app.privacy import new_id

log = logger(__name__)

A_DAY = timedelta(days=1)
# A reply that could not be understood is tried again for this long, then left to people.
TRIED_FOR = timedelta(days=1)
MOST_AT_ONCE = 100
# A machine that texts without end must not make each text slower than the one before: the newest
# are read together, and all of them are shown word for word.
MOST_READ = 50


@dataclass(frozen=True)
class Inbound:
    """One inbound text as the provider told it: number in E.164, `form` as it came."""

    sid: str
    number: str
    body: str
    media: int
    form: Sequence[tuple[str, str]]


def take_in(
    database: Database,
    inbound: Inbound,
    *,
    now: datetime,
    came_at: datetime | None = None,
    answers: bool = True,
) -> str | None:
    """Keep an inbound text, understand it, and return the words of the answer, if there is one.

    The same message id twice is kept once and gets the same answer. If understanding fails, the
    words are kept all the same and shown to staff as not yet placed. `came_at` is when it came, if
    that was earlier. Without `answers` none is given: no webhook is left that could carry it.
    """
    with database.writing() as session:
        _keep(session, inbound, came_at or now)
    try:
        with database.writing() as session:
            return understand(session, inbound.sid, now=now, answers=answers)
    except Exception:
        log.exception("reply_kept_but_not_understood")
        return None


def understand(session: Session, sid: str, *, now: datetime, answers: bool = True) -> str | None:
    """Match and read one kept reply, once, under a lock on its row; return its answer's words."""
    question = select(Reply).where(Reply.provider_sid == sid)
    reply = session.exec(question.with_for_update()).one()
    if reply.understood_at is None:
        _understand(session, reply, now, answers)
    return unseal(session, reply, "answer") or None


def understand_waiting(database: Database, *, now: datetime) -> int:
    """Take up replies that were kept but not understood; return how many are understood now."""
    with database.reading() as session:
        waiting = session.exec(
            select(Reply.provider_sid)
            .where(col(Reply.understood_at).is_(None), col(Reply.received_at) > now - TRIED_FOR)
            .order_by(col(Reply.received_at))
            .limit(MOST_AT_ONCE)
        ).all()
    done = 0
    for sid in waiting:
        try:
            with database.writing() as session:
                understand(session, sid, now=now, answers=False)
            done += 1
        except Exception:
            log.exception("reply_still_not_understood")
    return done


def _keep(session: Session, inbound: Inbound, came_at: datetime) -> None:
    vault, row = vault_of(session), new_id()
    form = json.dumps(list(inbound.form))
    values: dict[str, Any] = {
        "id": row,
        "provider_sid": inbound.sid,
        "matched": "waiting",
        "number_key": vault.lookup("mobile", inbound.number),
        "number_sealed": vault.seal("reply.number", row, inbound.number),
        "body_sealed": vault.seal("reply.body", row, inbound.body),
        "form_sealed": vault.seal("reply.form", row, form),
        "media": inbound.media,
        "received_at": came_at,
    }
    if insert_new(session, Reply, [values], ("provider_sid",)) == 0:
        log.info("reply_came_again")


def _understand(session: Session, reply: Reply, now: datetime, answers: bool) -> None:
    here = read([unseal(session, reply, "body")])
    form = dict(json.loads(unseal(session, reply, "form")))
    given = str(form.get("OptOutType", "")).upper()
    asks = asks_sent_to(session, reply.number_key)
    sender = From(match(asks, reply.received_at, form.get("To")), asks)
    intents = intents_with(given, _said(session, reply, here, sender))
    obey(session, reply, intents, given, sender, now=now)
    reply.matched = "nobody"
    if isinstance(sender.found, Matched):
        reply.matched, reply.appointment_id = "matched", sender.found.appointment_id
    elif isinstance(sender.found, Several):
        reply.matched = "several"
    reply.understood_at = now
    session.add(reply)
    session.flush()
    # Who says back what we said, or the same again, adds nothing: it may well be a machine.
    echo = echoes(session, reply)
    if reply.appointment_id is not None and not echo:
        _read_anew(session, reply.appointment_id, now)
    if is_an_answer(intents, bool(here.priorities)) and not echo:
        note_heard(session, _answered(reply, sender), now)
    if answers and not echo:
        answer(session, reply, intents, bool(here.priorities), sender, bool(given))
    log.info("reply_understood", reply=str(reply.id), matched=reply.matched)


def _said(session: Session, reply: Reply, here: Read, sender: From) -> list[Intent]:
    body = unseal(session, reply, "body")
    asked = names_of(session, (ask.young_person_id for ask in sender.asks))
    names = [person.first_name for person in asked.values()]
    said = [*all_intents_of(body, reply.media, names), *here.intents]
    if _was_asked_which(session, reply):
        said += which_was_meant(body)
    return list(dict.fromkeys(said))


def _was_asked_which(session: Session, reply: Reply) -> bool:
    """Whether the last thing we answered to this number was: your visit, or these texts?"""
    last = session.exec(
        select(Reply.answer_kind)
        .where(
            Reply.number_key == reply.number_key,
            col(Reply.answer_kind).is_not(None),
            col(Reply.received_at) > reply.received_at - A_DAY,
        )
        .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
        .limit(1)
    ).first()
    return last == "which_stop"


def _answered(reply: Reply, sender: From) -> list[UUID]:
    """The appointments whose question this reply answers; one that fits several counts for each."""
    if reply.appointment_id is not None:
        return [reply.appointment_id]
    if reply.matched == "several":
        return [ask.appointment_id for ask in sender.still_open(reply.received_at)]
    return []


def _read_anew(session: Session, appointment_id: UUID, now: datetime) -> None:
    replies = session.exec(
        select(Reply)
        .where(Reply.appointment_id == appointment_id)
        .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
        .limit(MOST_READ)
    ).all()
    result = read([unseal(session, reply, "body") for reply in reversed(replies)])
    reading = Reading(appointment_id=appointment_id, rules=RULES, content_sealed=b"", made_at=now)
    seal(session, reading, "content", _as_json(result))
    session.add(reading)
    session.flush()


def _as_json(result: Read) -> str:
    return json.dumps(
        {
            "priorities": [priority.__dict__ for priority in result.priorities],
            "intents": result.intents,
            "confidence": result.confidence,
        }
    )
