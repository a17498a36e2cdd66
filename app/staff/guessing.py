"""Guessing passwords: after ten refusals in a quarter of an hour, the next ones have to wait.

Counted for an e-mail address from one network address, so that nobody can lock a colleague out
from elsewhere. What is counted stands on the audit trail, under a keyed hash.
"""

from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.audit.models import AuditEvent
from app.audit.trail import record
from app.db import vault_of

REFUSED = "sign_in_refused"
MOST_REFUSALS = 10
WITHIN = timedelta(minutes=15)
BY = "web"


def has_to_wait(session: Session, email: str, network: str, *, now: datetime) -> bool:
    """Return whether too many guesses have come for this address from this network address."""
    refusals = session.exec(
        select(func.count())
        .select_from(AuditEvent)
        .where(
            col(AuditEvent.at) > now - WITHIN,
            AuditEvent.action == REFUSED,
            AuditEvent.subject == _who(session, email, network),
        )
    ).one()
    return refusals >= MOST_REFUSALS


def note_refusal(session: Session, email: str, network: str, *, now: datetime) -> None:
    """Put a refused sign-in on the trail."""
    record(session, REFUSED, by=BY, now=now, subject=_who(session, email, network))


def _who(session: Session, email: str, network: str) -> str:
    key = vault_of(session).lookup("sign_in", f"{email.strip().lower()} {network}")
    return f"sign_in:{key.hex()[:32]}"
