"""Counting what has gone: to a number, for a clinic and in all, so that no limit is passed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import Session, col, select

from app.db import chunks
from app.invitations.at_state import stands
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
    but: Collection[UUID],
    midnight: datetime,
    now: datetime,
) -> Tally:
    """Count what has gone, or may have, or is claimed by another worker; `but` are our own."""
    claimed = [each for each in _claimed(session) if each.id not in but]
    of_clinics = Counter(each.clinic_id for each in claimed)
    went_on = _went_on(session, clinics)
    gone = _of_clinics(session, clinics, went_on, now - AN_HOUR)
    return Tally(
        numbers=_by_number(session, numbers, claimed, now),
        clinics={each: gone.get(each, 0) + of_clinics[each] for each in clinics},
        overall=_today(session, went_on, midnight) + len(claimed),
        now=now,
    )


def _claimed(session: Session) -> Sequence[Any]:
    """What anybody has claimed and not yet begun: few, and counted here."""
    question = select(Invitation.id, Invitation.clinic_id, Invitation.number_key)
    return session.exec(question.where(stands(State.CLAIMED))).all()


def _by_number(
    session: Session, numbers: Iterable[bytes], claimed: Sequence[Any], now: datetime
) -> dict[bytes, list[datetime]]:
    found: dict[bytes, list[datetime]] = {}
    for each in claimed:
        if each.clinic_id is None:
            # Where help is does not stand in the way of what a visit is asked about.
            continue
        found.setdefault(each.number_key, []).append(now)
    for chunk in chunks(numbers):
        rows = session.exec(
            select(Invitation.number_key, Invitation.started_at).where(
                col(Invitation.number_key).in_(chunk),
                col(Invitation.started_at) > now - A_WEEK,
                col(Invitation.clinic_id).is_not(None),
                _counted(),
            )
        )
        for key, started_at in rows:
            if key is not None and started_at is not None:
                found.setdefault(key, []).append(started_at)
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
    return {scope: ended_at for scope, ended_at in rows if ended_at is not None}


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
    rows = session.exec(question.group_by(col(Invitation.clinic_id)))
    return {clinic: count for clinic, count in rows if clinic}


def _today(session: Session, went_on: Mapping[str, datetime], midnight: datetime) -> int:
    since = max(midnight, went_on.get(ALL, midnight))
    question = select(func.count()).where(col(Invitation.started_at) >= since, _counted())
    return session.exec(question).one()


def _counted() -> ColumnElement[bool]:
    return col(Invitation.state).in_(COUNTED)
