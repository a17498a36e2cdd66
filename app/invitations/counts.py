"""Counting what has gone: to a number, for a clinic and in all, so that no limit is passed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select

from app.db import chunks
from app.invitations.caps import Counts, Limits
from app.invitations.models import Invitation, Pause
from app.invitations.pauses import ALL, CAP_CLINIC, CAP_OVERALL, of_clinic
from app.invitations.states import LEFT, MAYBE_LEFT, State
from app.invitations.window import Times, local_midnight, week_ago
from app.settings import Settings

AN_HOUR = timedelta(hours=1)
A_WEEK = timedelta(days=8)
# A text that found no phone was not read by anybody, and may be followed by another.
COUNTED = [state.value for state in (LEFT | MAYBE_LEFT) - {State.UNDELIVERED, State.FAILED}]


def limits_of(settings: Settings) -> Limits:
    """Return the limits that the settings give."""
    return Limits(
        number_a_day=settings.most_per_number_a_day,
        number_a_week=settings.most_per_number_a_week,
        clinic_an_hour=settings.most_per_clinic_an_hour,
        a_day=settings.most_a_day,
    )


@dataclass
class Tally:
    """What has gone so far, counted once for a batch; each text that will go is added."""

    numbers: dict[bytes, list[datetime]]
    clinics: dict[UUID, int]
    overall: int
    now: datetime

    def counts(self, number_key: bytes, clinic_id: UUID, times: Times) -> Counts:
        """Return the counts that one more text to a number for a clinic would add to."""
        moments = self.numbers.get(number_key, [])
        midnight, week = local_midnight(self.now, times), week_ago(self.now, times)
        return Counts(
            number_today=sum(moment >= midnight for moment in moments),
            number_this_week=sum(moment >= week for moment in moments),
            clinic_this_hour=self.clinics.get(clinic_id, 0),
            overall=self.overall,
        )

    def add(self, number_key: bytes, clinic_id: UUID) -> None:
        """Count a text that is about to go."""
        self.numbers.setdefault(number_key, []).append(self.now)
        self.clinics[clinic_id] = self.clinics.get(clinic_id, 0) + 1
        self.overall += 1


def tally(
    session: Session,
    numbers: Iterable[bytes],
    clinics: Collection[UUID],
    *,
    but: Sequence[UUID],
    midnight: datetime,
    now: datetime,
) -> Tally:
    """Count what has gone, or may have, or is claimed by another worker; `but` are our own."""
    claimed = and_(col(Invitation.state) == State.CLAIMED.value, col(Invitation.id).not_in(but))
    claimed_by_clinic = _by_clinic(session, claimed)
    went_on = _went_on(session, clinics)
    gone = _of_clinics(session, clinics, went_on, now - AN_HOUR)
    return Tally(
        numbers=_by_number(session, numbers, claimed, now),
        clinics={each: gone.get(each, 0) + claimed_by_clinic.get(each, 0) for each in clinics},
        overall=_today(session, went_on, midnight) + sum(claimed_by_clinic.values()),
        now=now,
    )


def _by_number(
    session: Session, numbers: Iterable[bytes], claimed: Any, now: datetime
) -> dict[bytes, list[datetime]]:
    found: dict[bytes, list[datetime]] = {}
    gone = and_(col(Invitation.started_at) > now - A_WEEK, col(Invitation.state).in_(COUNTED))
    for chunk in chunks(numbers):
        rows = session.exec(
            select(Invitation.number_key, Invitation.started_at, Invitation.state).where(
                col(Invitation.number_key).in_(chunk), or_(gone, claimed)
            )
        )
        for key, started_at, state in rows:
            moment = now if state == State.CLAIMED else started_at
            if key is not None and moment is not None:
                found.setdefault(key, []).append(moment)
    return found


def _went_on(session: Session, clinics: Collection[UUID]) -> dict[str, datetime]:
    """When somebody last looked at a limit that was passed, and went on: before counts no more."""
    scopes = [ALL, *map(of_clinic, clinics)]
    rows = session.exec(
        select(Pause.scope, func.max(Pause.ended_at))
        .where(
            col(Pause.scope).in_(scopes),
            col(Pause.reason).in_((CAP_CLINIC, CAP_OVERALL)),
            col(Pause.ended_at).is_not(None),
        )
        .group_by(col(Pause.scope))
    )
    return dict(rows.all())


def _of_clinics(
    session: Session, clinics: Collection[UUID], went_on: Mapping[str, datetime], since: datetime
) -> dict[UUID, int]:
    """What has gone for each clinic of late."""
    later = {
        each: moment for each in clinics if (moment := went_on.get(of_clinic(each), since)) > since
    }
    started, clinic = col(Invitation.started_at), col(Invitation.clinic_id)
    others = [each for each in clinics if each not in later]
    found = _by_clinic(session, and_(clinic.in_(others), started >= since, _counted()))
    for each, moment in later.items():
        found |= _by_clinic(session, and_(clinic == each, started >= moment, _counted()))
    return found


def _by_clinic(session: Session, condition: ColumnElement[bool]) -> dict[UUID, int]:
    question = select(Invitation.clinic_id, func.count()).where(condition)
    return dict(session.exec(question.group_by(col(Invitation.clinic_id))).all())


def _today(session: Session, went_on: Mapping[str, datetime], midnight: datetime) -> int:
    since = max(midnight, went_on.get(ALL, midnight))
    question = select(func.count()).where(col(Invitation.started_at) >= since, _counted())
    return session.exec(question).one()


def _counted() -> ColumnElement[bool]:
    return col(Invitation.state).in_(COUNTED)
