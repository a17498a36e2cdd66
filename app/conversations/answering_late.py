"""Answering late: where help is goes out as a text of its own where no webhook can carry it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists
from sqlmodel import Session, col, select

from app.conversations.discreet import is_read_by_others
from app.conversations.kept import Kept, kept_as
from app.conversations.models import Reply
from app.conversations.one_phone import hold_phones
from app.conversations.pressing import (
    ANSWERED,
    NOT_ANSWERED,
    Pressing,
    is_said,
    note_not_said,
    note_said,
    support,
)
from app.db import Database, chunks, seal
from app.invitations.late_help import HELP_WITHIN, SUPPORT, LateHelp, owe_help
from app.invitations.models import Invitation
from app.invitations.states import LEFT, NEVER_LEFT, Kind, State
from app.logs import logger
from app.safeguarding.models import Concern, ConcernEvent

log = logger(__name__)

# Of what a reply that presses may be answered with, this says where help is.
SAYS_WHERE_HELP_IS = (SUPPORT, "thanks")
LONGEST_SENDER = 40
TOO_OLD = "too_old"
MISSED = (State.UNDELIVERED, State.FAILED)
WENT = [state.value for state in LEFT.difference(MISSED)]
DID_NOT_GO = [state.value for state in (*NEVER_LEFT, *MISSED, State.UNRESOLVED)]
MOST_AT_ONCE = 200

Answer = tuple[str, str]


def answer_late(
    session: Session, reply: Kept, chosen: Answer, it: Pressing, *, now: datetime
) -> Answer | None:
    """Owe the answer chosen for a reply that presses; return it if it is owed by this.

    After a day it is not: then the history of the concern says that they were not answered.
    """
    name, words = chosen
    if name not in SAYS_WHERE_HELP_IS or _is_answered(session, reply.id):
        return None
    if now - reply.received_at >= HELP_WITHIN:
        if not _is_told_not_answered(session, it):
            note_not_said(session, it, TOO_OLD, now=now)
        return None
    texted = str(reply.form.get("To", ""))[:LONGEST_SENDER]
    help_ = LateHelp(reply.id, reply.number, words, name, texted, reply.received_at)
    return chosen if owe_help(session, help_, now=now) else None


def answer_anyway_late(database: Database, sid: str, *, now: datetime) -> None:
    """Owe where help is to a reply that cannot be understood, if it presses; it never raises."""
    try:
        with database.writing() as session:
            reply, is_understood, answered = kept_as(session, sid)
            hold_phones(session, [reply.number_key])
            it = _presses(session, reply)
            if it is None or is_understood or answered:
                return
            chosen = answer_late(session, reply, (SUPPORT, support(it)), it, now=now)
            if chosen is not None:
                kept = session.get_one(Reply, reply.id)
                kept.answer_kind = chosen[0]
                seal(session, kept, "answer", chosen[1])
                session.add(kept)
    except Exception:
        log.exception("could_not_be_answered_late")


def note_what_became(database: Database, *, now: datetime) -> int:
    """Write into the histories of concerns which late answers went, and which did not."""
    noted = 0
    for states, what in ((WENT, ANSWERED), (DID_NOT_GO, NOT_ANSWERED)):
        with database.reading() as session:
            found = session.exec(_untold(states, what).limit(MOST_AT_ONCE)).all()
        for text, concern in found:
            with database.writing() as session:
                noted += _note(session, text, concern, states, what, now)
    return noted


def texts_of_help(session: Session, reply_ids: Iterable[UUID]) -> dict[UUID, Invitation]:
    """Return the late answers to these replies, by reply."""
    found: dict[UUID, Invitation] = {}
    for chunk in chunks(reply_ids):
        for text in session.exec(select(Invitation).where(col(Invitation.reply_id).in_(chunk))):
            if text.reply_id is not None:
                found[text.reply_id] = text
    return found


def _presses(session: Session, reply: Kept) -> Pressing | None:
    """How a reply presses by its concern alone; None where it need not be said where help is."""
    concern = session.exec(select(Concern).where(Concern.reply_id == reply.id)).first()
    if concern is None:
        return None
    it = Pressing(True, concern.id, concern.tier, concern.medical)
    if not it.presses or is_said(session, reply, it.tier, it.medical):
        return None
    return None if it.tier > 1 and is_read_by_others(reply.body) else it


def _is_answered(session: Session, reply_id: UUID) -> bool:
    question = select(Reply.answer_kind).where(Reply.id == reply_id)
    return session.exec(question).one() is not None


def _is_told_not_answered(session: Session, it: Pressing) -> bool:
    told = select(ConcernEvent.id).where(
        ConcernEvent.concern_id == it.concern_id, ConcernEvent.what == NOT_ANSWERED
    )
    return session.exec(told.limit(1)).first() is not None


def _untold(states: list[str], what: str) -> Any:
    """Late answers in one of these states, with their concerns, whose history does not say so."""
    told = exists().where(
        col(ConcernEvent.concern_id) == col(Concern.id),
        col(ConcernEvent.what) == what,
        col(ConcernEvent.at) >= col(Invitation.created_at),
    )
    question = select(Invitation.id, Concern.id).join(
        Concern, col(Concern.reply_id) == col(Invitation.reply_id)
    )
    question = question.where(
        col(Invitation.reply_id).is_not(None), col(Invitation.state).in_(states), ~told
    )
    if what == ANSWERED:
        # What is said to a phone that others read does not count as having told them.
        question = question.where(col(Invitation.template) == SUPPORT)
    return question


def _note(
    session: Session, text_id: UUID, concern_id: UUID, states: list[str], what: str, now: datetime
) -> bool:
    """Note it once, whoever else is at it: the text is locked, and its history asked again."""
    locked = select(Invitation).where(Invitation.id == text_id).with_for_update()
    text = session.exec(locked.execution_options(populate_existing=True)).one()
    if session.exec(_untold(states, what).where(Invitation.id == text_id)).first() is None:
        return False
    concern = session.get_one(Concern, concern_id)
    it = Pressing(True, concern.id, concern.tier, concern.medical)
    if what == ANSWERED:
        note_said(session, it, now=now, late=True)
    else:
        note_not_said(session, it, text.error_code or text.reason or text.state, now=now)
    log.info("late_answer_noted", concern=str(concern_id), what=what, kind=Kind.HELP.value)
    return True
