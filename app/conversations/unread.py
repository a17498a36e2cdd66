"""The replies that nobody has read: oldest first, a page at a time, however many there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select

from app.conversations.models import Reply
from app.conversations.reach import Reach, within
from app.conversations.said import why_of
from app.conversations.triage import FOR_THE_DESK
from app.conversations.why_read import ASKING, COMING, Why
from app.safeguarding.models import Concern

A_PAGE = 25
# What is opened at once while replies of one kind are looked for: enough to be quick.
LOOKED_THROUGH = 500
READ_LATELY = timedelta(days=14)
MOST_READ_SHOWN = 100
# No more than this is opened for the desk's page: it says so when there are more.
MOST_FOR_THE_DESK = 10_000


@dataclass(frozen=True)
class Found:
    """One page of replies by their ids, and whether more follow."""

    ids: list[UUID]
    more: bool


def unread(
    session: Session,
    reach: Reach,
    *,
    kind: Why | None = None,
    clinic_id: UUID | None = None,
    after: UUID | None = None,
    most: int = A_PAGE,
    but: Sequence[UUID] = (),
) -> Found:
    """Return the replies that nobody has read, oldest first, from the one behind `after` on.

    Those of `but` stand before all others already. What a reply says is sealed, so that those of
    one kind are opened one after the other.
    """
    found: list[UUID] = []
    size = most if kind is None else None
    for reply in _in_order(session, reach, clinic_id, after, size, but):
        if kind is None or kind in why_of(session, reply):
            found.append(reply.id)
        if len(found) > most:
            break
    return Found(found[:most], len(found) > most)


def unread_first(session: Session, reach: Reach) -> list[UUID]:
    """Return the unread replies with an open concern: by tier, then the oldest first.

    No choice of a kind or a clinic puts one of these out of sight.
    """
    question = (
        select(Reply.id)
        .join(Concern, col(Concern.reply_id) == col(Reply.id))
        .where(col(Reply.read_at).is_(None), col(Concern.closed_at).is_(None), within(reach))
        .order_by(col(Concern.tier), col(Reply.received_at), col(Reply.id))
    )
    return list(session.exec(question.limit(MOST_READ_SHOWN)))


def for_the_desk(session: Session, reach: Reach) -> dict[UUID, list[Why]]:
    """Return what reception has to see to, oldest first, and why: unread, or passed to the desk."""
    passed = _rows().where(col(Reply.read_reason) == FOR_THE_DESK, within(reach))
    found = {row.id: (row, why_of(session, row)) for row in session.connection().execute(passed)}
    wanted = {*COMING, *ASKING}
    for place, row in enumerate(_in_order(session, reach, None, None, None)):
        if place >= MOST_FOR_THE_DESK:
            break
        why = why_of(session, row)
        if wanted & set(why):
            found[row.id] = (row, why)
    in_order = sorted(found.values(), key=lambda each: (each[0].received_at, each[0].id))
    return {row.id: why for row, why in in_order}


def read_lately(session: Session, reach: Reach, *, now: datetime) -> list[UUID]:
    """Return the replies that somebody has read in the last days, the newest first."""
    question = select(Reply.id).where(
        col(Reply.read_at).is_not(None), col(Reply.read_at) > now - READ_LATELY, within(reach)
    )
    newest = question.order_by(col(Reply.read_at).desc(), col(Reply.id).desc())
    return list(session.exec(newest.limit(MOST_READ_SHOWN)))


def _in_order(
    session: Session,
    reach: Reach,
    clinic_id: UUID | None,
    after: UUID | None,
    most: int | None,
    but: Sequence[UUID] = (),
) -> Iterator[Any]:
    """Yield what decides about unread replies, oldest first, without their words."""
    at = session.get(Reply, after) if after else None
    last = (at.received_at, at.id) if at else None
    size = most + 1 if most is not None else LOOKED_THROUGH
    while True:
        question = _rows().where(col(Reply.read_at).is_(None), within(reach, clinic_id))
        if but:
            question = question.where(col(Reply.id).not_in(but))
        if last is not None:
            question = question.where(_behind(*last))
        question = question.order_by(col(Reply.received_at), col(Reply.id)).limit(size)
        rows = session.connection().execute(question).all()
        yield from rows
        if len(rows) < size or most is not None:
            return
        last = (rows[-1].received_at, rows[-1].id)


def _rows() -> Any:
    return select(
        col(Reply.id),
        col(Reply.received_at),
        col(Reply.matched),
        col(Reply.media),
        col(Reply.said_sealed),
    )  # type: ignore[call-overload]


def _behind(at: datetime, reply_id: UUID) -> Any:
    received = col(Reply.received_at)
    return or_(received > at, and_(received == at, col(Reply.id) > reply_id))
