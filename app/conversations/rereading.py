"""Reading with newer rules what was read with older ones: adds readings, and changes nothing else.

A conversation whose every reply a person has read is settled: what they had in front of them when
they read it stays there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from app.conversations.models import ForEither, Reading, Reply
from app.conversations.one_phone import hold_phones
from app.conversations.read_anew import as_json, keep_reading, phones_of, read_now
from app.conversations.reading import RULES
from app.db import Database, unseal
from app.logs import logger

log = logger(__name__)

# Each in a transaction of its own, small enough that nobody waits for it with a text.
AT_ONCE = 20


@dataclass
class Reread:
    """How many conversations were read with older rules, and what became of them."""

    changed: int = 0
    same: int = 0
    settled: int = 0
    failed: int = 0


def reread(database: Database, clock: Callable[[], datetime], *, dry_run: bool = False) -> Reread:
    """Read anew what was read with older rules; with `dry_run` only say what would come of it."""
    done = Reread()
    with database.reading() as session:
        waiting = read_with_older_rules(session)
    for start in range(0, len(waiting), AT_ONCE):
        some = waiting[start : start + AT_ONCE]
        if dry_run:
            with database.reading() as session:
                for each in some:
                    _reread_one(session, each, done, keep_at=None)
            continue
        with database.writing() as session:
            hold_phones(session, phones_of(session, some))
            for each in some:
                _reread_one(session, each, done, keep_at=clock())
    return done


def read_with_older_rules(session: Session) -> Sequence[UUID]:
    """Return the conversations whose newest reading was made with rules older than these."""
    newer = aliased(Reading)
    later = select(newer.id).where(
        col(newer.appointment_id) == col(Reading.appointment_id),
        or_(
            col(newer.made_at) > col(Reading.made_at),
            and_(col(newer.made_at) == col(Reading.made_at), col(newer.id) > col(Reading.id)),
        ),
    )
    question = select(Reading.appointment_id).where(col(Reading.rules) < RULES, ~later.exists())
    return session.exec(question.order_by(col(Reading.appointment_id))).all()


def _reread_one(
    session: Session, appointment_id: UUID, done: Reread, *, keep_at: datetime | None
) -> None:
    last = _newest(session, appointment_id)
    if last is None or last.rules >= RULES:
        # Somebody has texted meanwhile, and it was read anew.
        return
    if _is_settled(session, appointment_id):
        done.settled += 1
        return
    try:
        result = read_now(session, appointment_id)
        is_same = unseal(session, last, "content") == as_json(result)
    except Exception:
        # One conversation must not stop the others; its last reading stands.
        log.exception("conversation_not_read_anew", appointment=str(appointment_id))
        done.failed += 1
        return
    if keep_at is not None:
        keep_reading(session, appointment_id, result, now=keep_at)
    if is_same:
        done.same += 1
    else:
        done.changed += 1


def _is_settled(session: Session, appointment_id: UUID) -> bool:
    """Whether a person has read every reply of a conversation; one without replies has none to."""
    as_well = select(ForEither.reply_id).where(ForEither.appointment_id == appointment_id)
    here = or_(col(Reply.appointment_id) == appointment_id, col(Reply.id).in_(as_well))
    any_reply = session.exec(select(Reply.id).where(here).limit(1)).first()
    unread = select(Reply.id).where(here, col(Reply.read_at).is_(None))
    return any_reply is not None and session.exec(unread.limit(1)).first() is None


def _newest(session: Session, appointment_id: UUID) -> Reading | None:
    question = select(Reading).where(Reading.appointment_id == appointment_id)
    return session.exec(
        question.order_by(col(Reading.made_at).desc(), col(Reading.id).desc()).limit(1)
    ).first()
