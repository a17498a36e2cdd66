"""Switching off, for an organisation, that words bring replies forward; and on again."""

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.audit.trail import record
from app.db import insert_new
from app.privacy import new_id
from app.safeguarding.codes import Beware, not_everything
from app.safeguarding.models import PhrasesOff


def switch_off(
    session: Session, organisation_code: str, reason: str, *, by: str, now: datetime
) -> bool:
    """Bring nothing forward by words any more, and keep why; False if that is so already."""
    row: dict[str, Any] = {"id": new_id(), "organisation_code": organisation_code}
    row |= {"reason": reason, "off_at": now, "off_by": by}
    done = insert_new(session, PhrasesOff, [row]) == 1
    if done:
        record(session, "phrases_off", by=by, now=now, subject=f"organisation:{organisation_code}")
    return done


def switch_on(session: Session, organisation_code: str, *, by: str, now: datetime) -> None:
    """Bring replies forward by their words again."""
    session.connection().execute(
        update(PhrasesOff)
        .where(
            col(PhrasesOff.organisation_code) == organisation_code,
            col(PhrasesOff.on_at).is_(None),
        )
        .values(on_at=now, on_by=by)
    )
    record(session, "phrases_on", by=by, now=now, subject=f"organisation:{organisation_code}")


def off_since(session: Session, organisation_code: str) -> PhrasesOff | None:
    """Return since when and why an organisation brings nothing forward, or None if it does."""
    question = select(PhrasesOff).where(
        PhrasesOff.organisation_code == organisation_code, col(PhrasesOff.on_at).is_(None)
    )
    return session.exec(question).first()


def times_off(session: Session, organisation_code: str) -> list[PhrasesOff]:
    """Return every time in which an organisation brought nothing forward, the newest first."""
    question = select(PhrasesOff).where(PhrasesOff.organisation_code == organisation_code)
    return list(session.exec(question.order_by(col(PhrasesOff.off_at).desc())))


def beware(session: Session, organisation_code: str) -> Beware:
    """Say to an organisation's people that not everything is found, and whether the words are off.

    It stands on every page with a concern.
    """
    return not_everything(words_off=off_since(session, organisation_code) is not None)
