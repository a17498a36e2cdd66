"""Understanding one reply that is kept: whose it is, what it says, what is done and answered."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from uuid import UUID

from sqlalchemy import bindparam, func, insert, update
from sqlmodel import Session, col

from app.conversations.answer import NEEDS_A_VISIT
from app.conversations.answering import Understood, answer
from app.conversations.answering_late import answer_late
from app.conversations.choosing import Placed, note_either, place
from app.conversations.earlier import Before, before, conversation, joined, last_reading
from app.conversations.echoes import echoes, repeats
from app.conversations.heard import is_an_answer, note_heard
from app.conversations.intent import Intent
from app.conversations.kept import Kept
from app.conversations.listening import Told, intents_in, listen
from app.conversations.matching import Matched
from app.conversations.models import Reading, Reply
from app.conversations.one_phone import hold_phones
from app.conversations.opting import (
    From,
    has_orders,
    intents_with,
    leaves_us,
    left_alone,
    obey,
)
from app.conversations.pressing import Pressing, note_said, pressing
from app.conversations.read_anew import A_MOMENT, as_json
from app.conversations.reading import RULES, Read, read
from app.db import must_last, vault_of
from app.invitations.late_help import SUPPORT
from app.invitations.queries import sent_to
from app.invitations.sent import SentTo
from app.invitations.states import Kind
from app.logs import logger
from app.privacy import new_id

log = logger(__name__)

_READING = insert(Reading)
_UNDERSTOOD = (
    update(Reply)
    .where(col(Reply.id) == bindparam("reply"), col(Reply.understood_at).is_(None))
    .values(
        matched=bindparam("placed"),
        appointment_id=bindparam("visit"),
        understood_at=bindparam("now"),
        # What was said although it could not be understood stays said.
        answer_kind=func.coalesce(bindparam("kind"), col(Reply.answer_kind)),
        answer_sealed=func.coalesce(bindparam("sealed"), col(Reply.answer_sealed)),
        said_sealed=bindparam("said"),
    )
)


@dataclass(frozen=True)
class Talk:
    """A conversation as it was read with one more reply: its texts, and those but this one."""

    whole: Read | None = None
    texts: Sequence[str] = ()
    others: Sequence[str] = ()

    def changed(self) -> bool:
        """Whether the list is another by a text that named nothing itself: "remove 2"."""
        if self.whole is None or not self.others or not self.whole.priorities:
            return False
        old = read(self.others).priorities
        return [each.text for each in old] != [each.text for each in self.whole.priorities]


class UnderstoodMeanwhile(Exception):
    """Another process understood the same reply first: nothing of ours may be kept."""


def read_alone(reply: Kept) -> Read:
    """Read one reply by itself: needs no database, so that nobody waits for it with one open."""
    return read([reply.body])


def understand(
    session: Session, reply: Kept, here: Read, *, now: datetime, answers: bool
) -> str | None:
    """Match and obey one reply that was read alone; return the words of its answer, if any.

    Without `answers` no webhook is left to carry one: where help is is owed as a text of its own.
    Raises UnderstoodMeanwhile if that was done by now, and DoesNotLast if a text asks for something
    that a power cut must not undo, in a transaction whose end does not wait for the disk.
    """
    hold_phones(session, [reply.number_key])
    given = str(reply.form.get("OptOutType", "")).upper()
    went, earlier = sent_to(session, reply.number_key), before(session, reply)
    placed = place(session, reply, went, earlier)
    sender, about_feedback = placed.sender, _about_feedback(placed.sender, went)
    told = listen(reply.body, here, placed.blank, about_feedback=about_feedback)
    intents = intents_with(given, _said(reply, told, sender, earlier))
    if has_orders(reply, intents, given):
        must_last(session)
        obey(session, reply, intents, given, sender, now=now)
    if leaves_us(intents, bool(told.alone.priorities)):
        must_last(session)
        left_alone(session, sender, reply.received_at, now=now)
    # Who says back what we said, or the same again, adds nothing: it may well be a machine.
    echo = _is_echo(reply, sender, went, earlier)
    talk = Talk() if echo else _talk(session, reply, placed, told, now)
    if is_an_answer(intents, bool(told.alone.priorities)) and not echo:
        note_heard(session, _answered(reply, sender), now)
    presses = pressing(session, reply, sender, now=now)
    chosen = None
    if presses.presses or (answers and not echo):
        it = _to_answer(intents, told, placed, earlier, bool(given), about_feedback, talk, presses)
        chosen = answer(session, reply, it)
    if chosen and not answers:
        chosen = answer_late(session, reply, chosen, presses, now=now)
    elif chosen and presses.presses and chosen[0] == SUPPORT:
        note_said(session, presses, now=now)
    _note_understood(session, reply, sender, chosen, _said_as_json(intents, told), now)
    return chosen[1] if chosen and answers else None


def _about_feedback(sender: From, went: SentTo) -> bool:
    """Whether the last we sent about the visit was the question how it had been."""
    visit = sender.appointment_id
    return visit is not None and went.last_kinds.get(visit) == Kind.FEEDBACK.value


def _to_answer(
    intents: Sequence[Intent],
    told: Told,
    placed: Placed,
    earlier: Before,
    provider_answered: bool,
    about_feedback: bool,
    talk: "Talk",
    presses: Pressing,
) -> Understood:
    """Put together what decides about the answer; what was placed with a reply is answered too."""
    waited = [Intent(name) for held in placed.held for name in held.intents]
    news = bool(told.alone.priorities) or any(held.priorities for held in placed.held)
    return Understood(
        intents=[*intents, *(each for each in waited if each in NEEDS_A_VISIT)],
        has_priorities=news or talk.changed(),
        sender=placed.sender,
        earlier=earlier,
        provider_answered=provider_answered,
        asks_ideas=told.asks_ideas,
        about_feedback=about_feedback,
        whole=talk.whole,
        texts=talk.texts,
        others=talk.others,
        presses=presses,
    )


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


def _said(reply: Kept, told: Told, sender: From, earlier: Before) -> list[Intent]:
    names = list(dict.fromkeys(ask.first_name for ask in sender.asks))
    # The last thing we answered to this number was: your visit, or these texts?
    asked_which = earlier.given[-1:] == ["which_stop"]
    return intents_in(told, reply.body, reply.media, names, asked_which=asked_which)


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


def _talk(session: Session, reply: Kept, placed: Placed, told: Told, now: datetime) -> Talk:
    """Read anew the conversations that a reply, or what was placed with it, belongs to."""
    found = placed.sender.found
    if not isinstance(found, Matched) or (told.words is None and not placed.held):
        return Talk()
    if found.either:
        note_either(session, [reply.id, *(held.id for held in placed.held)], found)
        for other in found.either:
            _read_anew(session, other, reply, told, now)
    return _read_anew(session, found.appointment_id, reply, told, now)


def _read_anew(
    session: Session, appointment_id: UUID, reply: Kept, told: Told, now: datetime
) -> Talk:
    others, row = conversation(session, appointment_id, reply), new_id()
    texts = joined(others, reply, told.words)
    # Whoever waited for another's reading is the newer, whenever their own text came.
    last = last_reading(session, appointment_id) if others else None
    made_at = max(now, last + A_MOMENT) if last else now
    result = read(texts) if others else told.alone
    content = vault_of(session).seal("reading.content", row, as_json(result))
    values = {"id": row, "appointment_id": appointment_id, "rules": RULES}
    values |= {"content_sealed": content, "made_at": made_at}
    session.connection().execute(_READING, values)
    return Talk(result, texts, [body for _, _, body in others])


def _said_as_json(intents: Sequence[Intent], told: Told) -> str:
    """Write down what one text said by itself, for who must see to it, or count scores later."""
    here, more = told.alone, {}
    if told.blank is not None:
        more["blank"] = [told.blank.start, told.blank.end]
    said = {"intents": [*intents], "priorities": len(here.priorities), "language": here.language}
    said |= {"confidence": here.confidence}
    return json.dumps(said | more | ({} if told.score is None else {"score": told.score}))
