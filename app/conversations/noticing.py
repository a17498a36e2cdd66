"""Noticing what must not wait in a text that is kept: before its reading, and apart from it.

Looked at alone before anybody waits for the database, then with what the number texted before.
Whatever goes wrong here, the reply is kept: then a person looks, and the sweeper looks again.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, update
from sqlmodel import col, select

from app.conversations.kept import Kept, kept_as
from app.conversations.models import Reply
from app.db import Database
from app.logs import logger
from app.privacy import Vault
from app.safeguarding.look import COULD_NOT_LOOK, Look, both, look_at
from app.safeguarding.opening import open_concern

log = logger(__name__)

# What is texted in pieces is understood as a whole: so far back, and so many pieces.
JOINED_WITHIN, MOST_JOINED = timedelta(days=1), 10
# A webhook that is at it just now needs no help.
LEFT_TO_ITS_WEBHOOK = timedelta(seconds=30)

_BEFORE = (
    select(col(Reply.id), col(Reply.body_sealed))
    .where(
        col(Reply.number_key) == bindparam("number"),
        col(Reply.id) != bindparam("reply"),
        col(Reply.received_at) > bindparam("since"),
        col(Reply.received_at) <= bindparam("at"),
    )
    .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
    .limit(MOST_JOINED)
)
_CHECKED = (
    update(Reply).where(col(Reply.id) == bindparam("reply")).values(checked_at=bindparam("at"))
)


def look_alone(text: str) -> Look:
    """Look at one text by itself; a reader that fails makes it a text that nobody could look at."""
    return _look((), text)


def notice(on: Connection, vault: Vault, kept: Kept, alone: Look, *, now: datetime) -> UUID | None:
    """Open the concern of a reply that was just kept, if there is any, in the same transaction.

    If that fails the transaction goes on without it, and the reply stays marked as not looked at.
    """
    try:
        with on.begin_nested():
            look = _together(on, vault, kept, alone)
            return open_concern(on, vault, kept.id, kept.number_key, look, now=now)
    except Exception:
        log.exception("reply_kept_but_not_looked_at", reply=str(kept.id))
        on.execute(_CHECKED, {"reply": kept.id, "at": None})
        return None


def look_at_unchecked(database: Database, *, now: datetime) -> int:
    """Look at replies that are kept and were not looked at; return how many are now."""
    with database.reading() as session:
        waiting = session.exec(
            select(Reply.provider_sid)
            .where(
                col(Reply.checked_at).is_(None),
                col(Reply.received_at) <= now - LEFT_TO_ITS_WEBHOOK,
            )
            .order_by(col(Reply.received_at))
        ).all()
    done = 0
    for sid in waiting:
        try:
            _look_again(database, sid, now)
            done += 1
        except Exception:
            log.exception("reply_still_not_looked_at")
    return done


def _look_again(database: Database, sid: str, now: datetime) -> None:
    with database.writing() as session:
        kept, _, _ = kept_as(session, sid)
        on = session.connection()
        look = _together(on, database.vault, kept, look_alone(kept.body))
        open_concern(on, database.vault, kept.id, kept.number_key, look, now=now)
        on.execute(_CHECKED, {"reply": kept.id, "at": now})


def _together(on: Connection, vault: Vault, kept: Kept, alone: Look) -> Look:
    """Look at a reply with what came before it, if anything did; the graver of both counts."""
    since, at = kept.received_at - JOINED_WITHIN, kept.received_at
    given: dict[str, Any] = {"number": kept.number_key, "reply": kept.id, "since": since, "at": at}
    rows = on.execute(_BEFORE, given).all()
    if not rows or alone.failed:
        return alone
    before = [vault.open("reply.body", row.id, row.body_sealed) for row in reversed(rows)]
    # What is said over and over without a word between is said once: a machine may never stop.
    *before, _ = (text for text, _ in groupby([*before, kept.body]))
    return both(alone, _look(before, kept.body)) if before else alone


def _look(before: Sequence[str], text: str) -> Look:
    try:
        return look_at(before, text)
    except Exception:
        log.exception("phrases_could_not_be_looked_for")
        return COULD_NOT_LOOK
