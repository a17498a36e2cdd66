"""Taking replies in: the words are kept before they are understood, and understood once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations import answer as answering
from app.conversations import opting
from app.conversations.echoes import echoes_us
from app.conversations.heard import note_heard
from app.conversations.intents import Intent, intents_of
from app.conversations.matching import Matched, Several, match
from app.conversations.models import Reading, Reply
from app.conversations.reading import RULES, Read, read
from app.db import Database, insert_new, seal, unseal, vault_of
from app.invitations.queries import asks_sent_to
from app.logs import logger
from app.people.models import YoungPerson
from app.privacy import new_id
from app.sms.wording import words

log = logger(__name__)

BY = "webhook"
A_DAY = timedelta(days=1)
# A reply that could not be understood is tried again for this long, then left to people.
TRIED_FOR = timedelta(days=1)
MOST_AT_ONCE = 100


@dataclass(frozen=True)
class Inbound:
    """One inbound text as the provider told it: number in E.164, `form` as it came."""

    sid: str
    number: str
    body: str
    media: int
    form: Sequence[tuple[str, str]]


def take_in(
    database: Database, inbound: Inbound, *, now: datetime, answers: bool = True
) -> str | None:
    """Keep an inbound text, understand it, and return the words of the answer, if there is one.

    The same message id twice is kept once and gets the same answer. If understanding fails, the
    words are kept all the same and shown to staff as not yet placed. Without `answers` none is
    given: there is no webhook that could carry it.
    """
    with database.writing() as session:
        _keep(session, inbound, now)
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
                understand(session, sid, now=now)
            done += 1
        except Exception:
            log.exception("reply_still_not_understood")
    return done


def _keep(session: Session, inbound: Inbound, now: datetime) -> None:
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
        "received_at": now,
    }
    if insert_new(session, Reply, [values], ("provider_sid",)) == 0:
        log.info("reply_came_again")


def _understand(session: Session, reply: Reply, now: datetime, answers: bool) -> None:
    body = unseal(session, reply, "body")
    here = read([body])
    form = dict(json.loads(unseal(session, reply, "form")))
    given = str(form.get("OptOutType", "")).upper()
    intents = opting.intents_with(given, body, _intents(body, reply.media, here))
    asks = asks_sent_to(session, reply.number_key)
    found = match(asks, reply.received_at, form.get("To"))
    opting.obey(session, reply, intents, given, found, asks, now=now)
    reply.matched = "nobody"
    if isinstance(found, Matched):
        reply.matched, reply.appointment_id = "matched", found.appointment_id
    elif isinstance(found, Several):
        reply.matched = "several"
    reply.understood_at = now
    session.add(reply)
    session.flush()
    if reply.appointment_id is not None:
        _read_anew(session, reply.appointment_id, now)
    note_heard(session, reply, intents, bool(here.priorities), asks, now=now)
    if answers:
        _answer(session, reply, intents, bool(here.priorities), given, now)
    log.info("reply_understood", reply=str(reply.id), matched=reply.matched)


def _intents(body: str, media: int, here: Read) -> list[Intent]:
    return list(dict.fromkeys([*intents_of(body, media), *here.intents]))


def _read_anew(session: Session, appointment_id: UUID, now: datetime) -> None:
    replies = session.exec(
        select(Reply)
        .where(Reply.appointment_id == appointment_id)
        .order_by(col(Reply.received_at), col(Reply.id))
    )
    result = read([unseal(session, reply, "body") for reply in replies])
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


def _answer(
    session: Session,
    reply: Reply,
    intents: Sequence[Intent],
    has_priorities: bool,
    given: str,
    now: datetime,
) -> None:
    said = answering.Said(
        intents=intents,
        has_priorities=has_priorities,
        is_matched=reply.appointment_id is not None,
        kinds_before=_kinds_before(session, reply.appointment_id),
        provider_answered=bool(given),
        given_today=_given_since(session, reply, now - A_DAY),
        echoes=echoes_us(session, reply),
    )
    name = answering.choose(said)
    if name is None:
        return
    language, desk_phone = _whose(session, reply.appointment_id)
    reply.answer_kind = name
    seal(session, reply, "answer", words(name, language, desk_phone=desk_phone).text)
    session.add(reply)


def _given_since(session: Session, reply: Reply, since: datetime) -> list[str]:
    """The kinds of the answers that this number has had since a moment."""
    kinds = session.exec(
        select(Reply.answer_kind)
        .where(
            Reply.number_key == reply.number_key,
            col(Reply.answer_kind).is_not(None),
            col(Reply.received_at) > since,
        )
        .order_by(col(Reply.received_at), col(Reply.id))
    )
    return [kind for kind in kinds if kind]


def _kinds_before(session: Session, appointment_id: UUID | None) -> list[str]:
    if appointment_id is None:
        return []
    kinds = session.exec(select(Reply.answer_kind).where(Reply.appointment_id == appointment_id))
    return [kind for kind in kinds if kind]


def _whose(session: Session, appointment_id: UUID | None) -> tuple[str, str]:
    """Return the language to answer in and the number of the clinic's desk."""
    if appointment_id is None:
        return "en", ""
    appointment = session.get_one(Appointment, appointment_id)
    person = session.get_one(YoungPerson, appointment.young_person_id)
    clinic = session.get_one(Clinic, appointment.clinic_id)
    return person.language, clinic.desk_phone
