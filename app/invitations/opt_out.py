"""Who has asked for no more texts: recorded per number, open until they text START."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.audit.trail import record
from app.db import chunks, insert_new, vault_of
from app.invitations.models import OptOut
from app.privacy import new_id


def record_opt_out(session: Session, number: str, reason: str, *, by: str, now: datetime) -> bool:
    """Stop all texts to a number (E.164); return False if it had asked before."""
    vault, row = vault_of(session), new_id()
    values = {
        "id": row,
        "number_key": vault.lookup("mobile", number),
        "number_sealed": vault.seal("opt_out.number", row, number),
        "reason": reason,
        "began_at": now,
    }
    added = insert_new(session, OptOut, [values]) == 1
    if added:
        record(session, "opted_out", by=by, now=now, subject=f"opt_out:{row}", reason=reason)
    return added


def end_opt_out(session: Session, number: str, *, by: str, now: datetime) -> bool:
    """Let texts go to a number again; return False if it had not opted out."""
    key = vault_of(session).lookup("mobile", number)
    ended = session.connection().execute(
        update(OptOut)
        .where(col(OptOut.number_key) == key, col(OptOut.ended_at).is_(None))
        .values(ended_at=now)
        .returning(col(OptOut.id))
    )
    ids = ended.scalars().all()
    for row in ids:
        record(session, "opted_in", by=by, now=now, subject=f"opt_out:{row}")
    return bool(ids)


def opted_out_among(session: Session, keys: Iterable[bytes]) -> set[bytes]:
    """Return which of these numbers (by keyed hash) have asked for no texts."""
    found: set[bytes] = set()
    for chunk in chunks(keys):
        question = select(OptOut.number_key).where(
            col(OptOut.number_key).in_(chunk), col(OptOut.ended_at).is_(None)
        )
        found.update(session.exec(question))
    return found
