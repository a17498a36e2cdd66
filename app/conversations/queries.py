"""Looking replies and readings up, opened."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import union_all
from sqlmodel import Session, col, select

from app.conversations.blanks import as_read
from app.conversations.models import ForEither, Reading, Reply
from app.db import chunks, unseal


@dataclass(frozen=True)
class ReplyFacts:
    """One reply, opened: its whole text as it came."""

    id: UUID
    text: str
    received_at: datetime
    media: int
    matched: str = "matched"
    for_either: bool = False


@dataclass(frozen=True)
class ReadingFacts:
    """The newest reading of one conversation: priorities in order, in their own words.

    `told_by` says for each whose point it is, where a parent or carer writes as well.
    """

    priorities: list[str]
    intents: list[str]
    confidence: str
    language: str = "en"
    told_by: tuple[str, ...] = ()


def replies_of(session: Session, appointment_ids: Iterable[UUID]) -> dict[UUID, list[ReplyFacts]]:
    """Return the replies of these conversations, each in the order they came.

    One that may be about either of two visits belongs to both. A score of how a visit was is for
    nobody's sheet.
    """
    found: dict[UUID, list[ReplyFacts]] = {}
    for chunk in chunks(appointment_ids):
        belonging = union_all(
            select(col(Reply.id)).where(col(Reply.appointment_id).in_(chunk)),
            select(col(ForEither.reply_id)).where(col(ForEither.appointment_id).in_(chunk)),
        )
        question = (
            select(Reply)
            .where(col(Reply.id).in_(belonging))
            .order_by(col(Reply.received_at), col(Reply.id))
        )
        replies = [reply for reply in session.exec(question) if not _only_scores(session, reply)]
        either = _either(session, replies)
        for reply in replies:
            visits = {reply.appointment_id, *either.get(reply.id, ())} & set(chunk)
            text = unseal(session, reply, "body")
            facts = ReplyFacts(
                reply.id, text, reply.received_at, reply.media, reply.matched, reply.id in either
            )
            for visit in visits:
                if visit is not None:
                    found.setdefault(visit, []).append(facts)
    return found


def _either(session: Session, replies: Iterable[Reply]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for chunk in chunks(reply.id for reply in replies):
        question = select(ForEither).where(col(ForEither.reply_id).in_(chunk))
        for row in session.exec(question):
            found.setdefault(row.reply_id, set()).add(row.appointment_id)
    return found


def _only_scores(session: Session, reply: Reply) -> bool:
    if reply.said_sealed is None:
        return False
    said = json.loads(unseal(session, reply, "said"))
    return "score" in said and as_read(unseal(session, reply, "body"), said) is None


def readings_of(session: Session, appointment_ids: Iterable[UUID]) -> dict[UUID, ReadingFacts]:
    """Return the newest reading of each of these conversations that has one."""
    found: dict[UUID, ReadingFacts] = {}
    for chunk in chunks(appointment_ids):
        question = (
            select(Reading)
            .where(col(Reading.appointment_id).in_(chunk))
            .order_by(col(Reading.made_at), col(Reading.id))
        )
        newest = {reading.appointment_id: reading for reading in session.exec(question)}
        for appointment_id, reading in newest.items():
            content = json.loads(unseal(session, reading, "content"))
            found[appointment_id] = ReadingFacts(
                priorities=[priority["text"] for priority in content["priorities"]],
                intents=content["intents"],
                confidence=content["confidence"],
                language=content.get("language") or "en",
                told_by=tuple(each.get("told_by") or "" for each in content["priorities"]),
            )
    return found


def numbers_with_unplaced(
    session: Session, number_keys: Iterable[bytes], *, since: datetime
) -> set[bytes]:
    """Return which of these numbers (by keyed hash) have sent a reply that is not placed."""
    found: set[bytes] = set()
    for chunk in chunks(number_keys):
        question = select(Reply.number_key).where(
            col(Reply.number_key).in_(chunk),
            col(Reply.appointment_id).is_(None),
            col(Reply.received_at) > since,
        )
        found.update(session.exec(question))
    return found
