"""Writing the trail and checking that nobody has altered it."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from app.audit.models import AuditEvent

NOTHING_BEFORE = bytes(32)
# Held to the end of the transaction, so that two writers cannot both follow the same row.
LOCK = text("SELECT pg_advisory_xact_lock(7305111)")


def record(
    session: Session,
    action: str,
    *,
    by: str,
    now: datetime,
    subject: str = "",
    **details: str | int | bool | None,
) -> None:
    """Write down, inside the caller's transaction, that `by` did `action` at `now`.

    `by` is `staff:<id>`, `command line` or the name of a process; details are ids and counts.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(LOCK)
    last = session.exec(select(AuditEvent).order_by(col(AuditEvent.place).desc()).limit(1)).first()
    event = AuditEvent(
        place=last.place + 1 if last else 1,
        at=now,
        by=by,
        action=action,
        subject=subject,
        details=details,
        previous_hash=last.hash if last else NOTHING_BEFORE,
        hash=b"",
    )
    event.hash = _hash(event)
    session.add(event)
    session.flush()


def faults_in(session: Session) -> Iterator[int]:
    """Yield the place of each row that was altered, or whose predecessor was removed."""
    previous, place = NOTHING_BEFORE, 0
    for event in session.exec(select(AuditEvent).order_by(col(AuditEvent.place))):
        broken = event.previous_hash != previous or event.hash != _hash(event)
        if broken or event.place != place + 1:
            yield event.place
        previous, place = event.hash, event.place


def _hash(event: AuditEvent) -> bytes:
    content: list[Any] = [
        event.place,
        event.at.astimezone(UTC).isoformat(),
        event.by,
        event.action,
        event.subject,
        event.details,
    ]
    said = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(event.previous_hash + said.encode()).digest()
