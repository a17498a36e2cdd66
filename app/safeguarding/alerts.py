"""Alerts that wait to be handed over: put down once for each person, claimed by one worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, update
from sqlmodel import Session, col, select

from app.clinics.safety_people import note_tested
from app.db import insert_new, unseal, vault_of
from app.logs import logger
from app.privacy import new_id
from app.safeguarding.history import count_anew
from app.safeguarding.models import Alert, Concern, SafetyPerson
from app.safeguarding.opening import add_event

log = logger(__name__)

EMAIL, TEXT = "email", "text"
BY = "scheduler"
# A worker that says nothing for so long has died; its mail may go twice rather than never.
LEASE = timedelta(seconds=60)
# So few that all are handed over before the lease ends, unless a server dawdles at each step.
MOST_AT_ONCE = 4
MOST_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)


@dataclass(frozen=True)
class Told:
    """What an alert is about; by ids, so that nobody is told the same twice."""

    kind: str
    about: str
    step: int
    tier: int = 0
    concern_id: UUID | None = None
    clinic_id: UUID | None = None


def about_concern(session: Session, concern_id: UUID) -> str:
    """Name what an alert about a concern is about: how it stands since it last asked everybody.

    Each time that it is raised or opened again it is something new to tell of.
    """
    anew = count_anew(session, concern_id)
    return f"concern:{concern_id}:{anew}" if anew else f"concern:{concern_id}"


def put_down(session: Session, told: Told, people: Sequence[SafetyPerson], *, now: datetime) -> int:
    """Put down an alert by mail, and by text where there is a mobile; return how many are new.

    Of replies that lie unread, and for a test, people are told by mail alone.
    """
    new = 0
    for person in people:
        channels = {EMAIL: "email", TEXT: "mobile"}
        if told.kind in ("unread", "test"):
            channels.pop(TEXT)
        for channel, column in channels.items():
            address = unseal(session, person, column)
            new += _put_down(session, told, channel, person.id, address, now) if address else 0
    return new


def put_down_for_clinic(
    session: Session, told: Told, clinic_id: UUID, address: str, *, now: datetime
) -> int:
    """Put down a mail to a clinic's own address for concerns: it has nobody else to be told."""
    return _put_down(session, told, EMAIL, clinic_id, address, now)


def test_address(session: Session, person: SafetyPerson, *, now: datetime) -> bool:
    """Put down a mail that tests an address: it counts as tested once the mail server took it.

    False if one was put down in this very second.
    """
    told = Told("test", f"test:{person.id}:{int(now.timestamp())}", 0, clinic_id=person.clinic_id)
    return put_down(session, told, [person], now=now) == 1


def claim(session: Session, *, now: datetime) -> list[Alert]:
    """Claim a few alerts that are due, so that no other worker hands them over."""
    free = or_(
        col(Alert.state) == "waiting",
        and_(col(Alert.state) == "sending", col(Alert.lease_until) <= now),
    )
    question = select(Alert).where(free, col(Alert.due_at) <= now)
    ordered = question.order_by(col(Alert.due_at), col(Alert.id)).limit(MOST_AT_ONCE)
    claimed = session.exec(ordered.with_for_update(skip_locked=True)).all()
    for alert in claimed:
        alert.state, alert.lease_until, alert.tries = "sending", now + LEASE, alert.tries + 1
        session.add(alert)
    session.flush()
    return list(claimed)


def note_sent(session: Session, alert_id: UUID, *, now: datetime) -> None:
    """Note that an alert was taken; of a test that the address is good."""
    alert = session.get_one(Alert, alert_id)
    alert.state, alert.sent_at, alert.lease_until, alert.failure = "sent", now, None, ""
    session.add(alert)
    if alert.concern_id is not None:
        code = f"{alert.channel} {alert.who}"
        add_event(session, alert.concern_id, "alerted", by=BY, now=now, code=code)
    if alert.channel == EMAIL:
        note_tested(session, alert.who, now=now)


def note_failed(
    session: Session, alert_id: UUID, failure: str, *, lasting: bool, now: datetime
) -> None:
    """Note that an alert was not taken: it is tried again, or the next person is told at once."""
    alert = session.get_one(Alert, alert_id)
    alert.failure, alert.lease_until = failure[:60], None
    if not lasting and alert.tries < MOST_TRIES:
        alert.state, alert.due_at = "waiting", now + FIRST_WAIT * 2 ** (alert.tries - 1)
        session.add(alert)
        return
    give_up(session, alert, failure, now=now)


def give_up(session: Session, alert: Alert, failure: str, *, now: datetime) -> None:
    """End an alert that does not arrive, and let the next person be told at once."""
    alert.state, alert.failure, alert.sent_at = "failed", failure[:60], None
    session.add(alert)
    session.flush()
    log.error("alert_failed", alert=str(alert.id), failure=alert.failure)
    if alert.concern_id is None:
        return
    code = f"{alert.channel} {alert.who}"
    add_event(session, alert.concern_id, "alert_failed", by=BY, now=now, code=code)
    if alert.about != about_concern(session, alert.concern_id):
        return
    session.connection().execute(
        update(Concern)
        .where(
            col(Concern.id) == alert.concern_id,
            col(Concern.step) == alert.step + 1,
            col(Concern.acknowledged_at).is_(None),
            col(Concern.closed_at).is_(None),
            col(Concern.due_at) > now,
        )
        .values(due_at=now)
    )


def _put_down(
    session: Session, told: Told, channel: str, who: UUID, address: str, now: datetime
) -> int:
    row = new_id()
    values: dict[str, Any] = {
        **vars(told),
        "id": row,
        "channel": channel,
        "who": who,
        "address_sealed": vault_of(session).seal("alert.address", row, address),
        "state": "waiting",
        "tries": 0,
        "failure": "",
        "due_at": now,
        "created_at": now,
    }
    return insert_new(session, Alert, [values], ("about", "step", "channel", "who"))
