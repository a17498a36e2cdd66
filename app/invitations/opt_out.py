"""Who has asked for no more texts: recorded per number and per young person, until it is undone.

A number stops whoever holds it. A young person stops whatever number they have by then: a new
phone does not undo what they said.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.audit.trail import record
from app.db import chunks, insert_new, vault_of
from app.invitations.models import OptOut
from app.privacy import new_id

# What somebody texted themselves, START undoes; what staff recorded, staff undo.
BY_TEXT = ("texted", "wrong_number", "forget", "provider")


def record_opt_out(session: Session, number: str, reason: str, *, by: str, now: datetime) -> bool:
    """Stop all texts to a number (E.164); return False if it had asked before."""
    vault, row = vault_of(session), new_id()
    about = {
        "number_key": vault.lookup("mobile", number),
        "number_sealed": vault.seal("opt_out.number", row, number),
        "young_person_id": None,
    }
    return _stop(session, row, about, reason, by, now)


def record_person_opt_out(
    session: Session, young_person_id: UUID, reason: str, *, by: str, now: datetime
) -> bool:
    """Stop all texts to a young person, whatever number they have; False if that was so before."""
    about = {"number_key": None, "number_sealed": None, "young_person_id": young_person_id}
    return _stop(session, new_id(), about, reason, by, now)


def end_opt_out(
    session: Session, number: str, *, by: str, now: datetime, people: Sequence[UUID] = ()
) -> bool:
    """Let texts go to a number again, and to `people` who had texted; False if nothing was stopped.

    What staff recorded for a person is not undone by a text.
    """
    key = vault_of(session).lookup("mobile", number)
    ended = _end(session, (col(OptOut.number_key) == key,), by, now)
    if people:
        theirs = (col(OptOut.young_person_id).in_(people), col(OptOut.reason).in_(BY_TEXT))
        ended += _end(session, theirs, by, now)
    return bool(ended)


def end_one(session: Session, opt_out_id: UUID, *, by: str, now: datetime) -> bool:
    """Undo one opt-out, for staff who were told so; False if it had ended."""
    return bool(_end(session, (col(OptOut.id) == opt_out_id,), by, now))


def opted_out_among(session: Session, keys: Iterable[bytes]) -> set[bytes]:
    """Return which of these numbers (by keyed hash) have asked for no texts."""
    found: set[bytes] = set()
    for chunk in chunks(keys):
        question = select(OptOut.number_key).where(
            col(OptOut.number_key).in_(chunk), col(OptOut.ended_at).is_(None)
        )
        found.update(key for key in session.exec(question) if key)
    return found


def people_opted_out_among(session: Session, ids: Iterable[UUID]) -> set[UUID]:
    """Return which of these young people are not to be texted, on any number."""
    found: set[UUID] = set()
    for chunk in chunks(ids):
        question = select(OptOut.young_person_id).where(
            col(OptOut.young_person_id).in_(chunk), col(OptOut.ended_at).is_(None)
        )
        found.update(person for person in session.exec(question) if person)
    return found


def _stop(
    session: Session, row: UUID, about: dict[str, Any], reason: str, by: str, now: datetime
) -> bool:
    values = {"id": row, "reason": reason, "began_at": now, "began_by": by, **about}
    added = insert_new(session, OptOut, [values]) == 1
    if added:
        record(session, "opted_out", by=by, now=now, subject=f"opt_out:{row}", reason=reason)
    return added


def _end(session: Session, which: Sequence[Any], by: str, now: datetime) -> list[UUID]:
    ended = session.connection().execute(
        update(OptOut)
        .where(*which, col(OptOut.ended_at).is_(None))
        .values(ended_at=now, ended_by=by)
        .returning(col(OptOut.id))
    )
    ids = list(ended.scalars())
    for row in ids:
        record(session, "opted_in", by=by, now=now, subject=f"opt_out:{row}")
    return ids
