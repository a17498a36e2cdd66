"""Who may be texted from here: everybody only by the service that this database is live for.

A copy of the database on a test machine must not text anybody: it has another address.
"""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from sqlmodel import Session

from app.audit.trail import record
from app.clinics.safety_people import without_net
from app.invitations.models import LiveHost
from app.settings import Settings


def only_to(session: Session, settings: Settings) -> frozenset[str] | None:
    """Return the only numbers that may be texted from here, or None where everybody may.

    With a real provider everybody is texted only if TEXTING=live and the database was made live
    for this very address; otherwise only the numbers of the trial.
    """
    allowed = settings.only_to
    if allowed is None and settings.gateway == "twilio" and not is_live_here(session, settings):
        return frozenset(settings.trial_list)
    return allowed


def is_live_here(session: Session, settings: Settings) -> bool:
    """Return whether this database is live for the public address of these settings."""
    live = session.get(LiveHost, 1)
    return live is not None and live.host == host_of(settings)


def bare_clinics(session: Session, clinic_ids: Iterable[UUID]) -> set[UUID]:
    """Return the clinics that may not be texted for: nobody would see what must not wait.

    Before the database is made live there are none: rehearsals and trials reach nobody unasked.
    """
    if session.get(LiveHost, 1) is None:
        return set()
    return without_net(session, clinic_ids)


def go_live(session: Session, settings: Settings, *, by: str, now: datetime) -> None:
    """Make this database live for this public address, and for no other."""
    host = host_of(settings)
    session.merge(LiveHost(id=1, host=host, since=now, by=by))
    record(session, "went_live", by=by, now=now, subject=f"host:{host}"[:200])


def host_of(settings: Settings) -> str:
    """Return the host that the settings say people and Twilio use."""
    return (urlsplit(settings.public_base_url).netloc or "").lower()
