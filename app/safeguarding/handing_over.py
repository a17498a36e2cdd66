"""Handing alerts over to mail and texts: claimed, sent with no transaction open, and noted."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.clock import Clock
from app.db import Database, unseal
from app.logs import logger
from app.safeguarding.alert_words import AlertWords, alert_words
from app.safeguarding.alerts import EMAIL, claim, note_failed, note_sent
from app.safeguarding.mail import Handed, Mail, Mailer
from app.safeguarding.models import Alert
from app.settings import Settings
from app.sms.gateway import Accepted, Gateway, Refused, Text
from app.sms.signature import public_url

log = logger(__name__)

# A text to staff that is older than this tells nobody anything: the next has long been told.
VALID_SECONDS = 3600
MOST_ROUNDS = 250


@dataclass(frozen=True)
class Ready:
    """One alert with its address opened and its words written."""

    id: UUID
    channel: str
    address: str
    words: AlertWords


@dataclass(frozen=True)
class Carriers:
    """Whoever carries alerts away: mail, and texts."""

    mailer: Mailer
    gateway: Gateway


def hand_over(
    database: Database,
    carriers: Carriers,
    settings: Settings,
    clock: Clock,
) -> int:
    """Hand over every alert that is due; return how many were taken."""
    taken = 0
    for _ in range(MOST_ROUNDS):
        ready = _claimed(database, settings, clock())
        if not ready:
            break
        for alert in ready:
            outcome = _send(alert, carriers, settings)
            _note(database, alert, outcome, clock())
            taken += outcome.taken
    return taken


def _claimed(database: Database, settings: Settings, now: datetime) -> list[Ready]:
    with database.writing() as session:
        return [
            Ready(each.id, each.channel, unseal(session, each, "address"), _words(each, settings))
            for each in claim(session, now=now)
        ]


def _words(alert: Alert, settings: Settings) -> AlertWords:
    if alert.concern_id is not None:
        path = f"/concerns/{alert.concern_id}"
    else:
        path = "/replies-to-read" if alert.kind == "unread" else "/"
    soon = "yes" if alert.about.startswith("soon:") else ""
    return alert_words(
        alert.kind,
        alert.channel,
        tier=str(alert.tier),
        link=public_url(settings.public_base_url, path),
        told_before="yes" if alert.step else "",
        soon=soon,
    )


def _send(alert: Ready, carriers: Carriers, settings: Settings) -> Handed:
    try:
        if alert.channel == EMAIL:
            words = alert.words
            return carriers.mailer.send(
                Mail(alert.address, words.subject, words.body, alert.id.hex)
            )
        callback = public_url(settings.public_base_url, f"/sms/alerts/{alert.id}")
        text = Text(alert.address, alert.words.body, callback, VALID_SECONDS, settings.sender)
        outcome = carriers.gateway.send(text)
    except Exception:
        log.exception("alert_could_not_be_handed_over", alert=str(alert.id))
        return Handed(False, "fault")
    if isinstance(outcome, Accepted):
        return Handed(True)
    if isinstance(outcome, Refused):
        return Handed(False, f"refused_{outcome.code}", lasting=True)
    return Handed(False, type(outcome).__name__.lower())


def _note(database: Database, alert: Ready, outcome: Handed, now: datetime) -> None:
    with database.writing() as session:
        if outcome.taken:
            note_sent(session, alert.id, now=now)
        else:
            note_failed(session, alert.id, outcome.failure, lasting=outcome.lasting, now=now)
