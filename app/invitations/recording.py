"""Writing down what came of a call: the text's state, and whether all of them have to wait."""

import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from app.clinics.models import Clinic
from app.db import unseal
from app.invitations import outbox, pauses
from app.invitations.models import Invitation
from app.invitations.notices import NoticeKind, notify
from app.invitations.opt_out import record_opt_out
from app.invitations.presence import take_presence
from app.invitations.states import State
from app.logs import logger
from app.sms.gateway import Accepted, Outcome, Refused, TryLater, Unknown

log = logger(__name__)

BY = "scheduler"
MOST_WAITING = timedelta(hours=1)
# So many calls in a row without a connection, or without an answer, and everybody waits a while.
IN_A_ROW, A_WHILE = 5, timedelta(minutes=5)
WAITS_UP_TO_MORE = 0.2

Chance = Callable[[], float]


@dataclass(frozen=True)
class NotCalled:
    """The call was not made: the mark was too old, or the process is ending."""

    reason: str


@dataclass
class Round:
    """What one round did, in texts."""

    planned: int = 0
    sent: int = 0
    held: int = 0
    later: int = 0
    refused: int = 0
    in_doubt: int = 0
    stopped: bool = False

    @property
    def anything(self) -> bool:
        """Whether the round did anything at all."""
        return any(asdict(self).values())

    def figures(self) -> dict[str, int | bool]:
        """The figures by name."""
        return asdict(self)


@dataclass
class Recorder:
    """Records outcomes, and remembers how many calls in a row went wrong."""

    done: Round
    chance: Chance = random.random
    proven: bool = False
    unconnected: int = 0
    unanswered: int = 0

    def record(
        self,
        session: Session,
        outcomes: Sequence[tuple[Invitation, Outcome | NotCalled]],
        *,
        now: datetime,
    ) -> None:
        """Record what came of some calls inside the caller's transaction."""
        accepted = [(row, each.sid) for row, each in outcomes if isinstance(each, Accepted)]
        as_begun = outbox.accept(session, accepted, now=now)
        for row, outcome in outcomes:
            if isinstance(outcome, Accepted) and row.id not in as_begun:
                # Others acted meanwhile; the id in our hands is proof all the same.
                take_presence(session, row.id, outcome.sid, outcome.status, now=now)
            self._record_one(session, row, outcome, now)

    def _record_one(
        self, session: Session, row: Invitation, outcome: Outcome | NotCalled, now: datetime
    ) -> None:
        match outcome:
            case Accepted():
                self.done.sent += 1
                self.proven, self.unconnected, self.unanswered = True, 0, 0
            case NotCalled(reason=reason):
                outbox.try_later(session, row, reason, due_at=now)
                self.done.later += 1
            case TryLater():
                self._later(session, row, outcome, now)
            case Unknown(reason=reason):
                self._doubt(session, row, reason, now)
            case Refused():
                self._refuse(session, row, outcome, now)
        log.info("text_handed_over", invitation=str(row.id), outcome=type(outcome).__name__)

    def _later(self, session: Session, row: Invitation, outcome: TryLater, now: datetime) -> None:
        wait = min(
            timedelta(seconds=outcome.after_seconds * 2 ** min(row.attempt - 1, 10)),
            max(MOST_WAITING, timedelta(seconds=outcome.after_seconds)),
        ) * (1 + WAITS_UP_TO_MORE * self.chance())
        outbox.try_later(session, row, outcome.reason, due_at=now + wait)
        self.done.later += 1
        if outcome.everybody:
            self._wait(session, pauses.TOO_MANY, timedelta(seconds=outcome.after_seconds), now)
            return
        self.unconnected += 1
        if self.unconnected >= IN_A_ROW:
            self._wait(session, pauses.NO_CONNECTION, A_WHILE, now)

    def _doubt(self, session: Session, row: Invitation, reason: str, now: datetime) -> None:
        outbox.doubt(session, row, reason)
        self.done.in_doubt += 1
        self.unanswered += 1
        if self.unanswered >= IN_A_ROW:
            self._wait(session, pauses.NO_ANSWER, A_WHILE, now)

    def _refuse(self, session: Session, row: Invitation, refusal: Refused, now: datetime) -> None:
        if refusal.stops_everything:
            # The fault is ours, not this young person's: the text stays owed.
            outbox.try_later(session, row, "configuration", due_at=now)
            reason = pauses.CONFIGURATION
            pauses.pause(session, pauses.ALL, reason, by=BY, now=now, code=refusal.code)
            self.done.stopped = True
            return
        self.proven, self.unconnected, self.unanswered = True, 0, 0
        if refusal.opted_out:
            take_providers_opt_out(session, row, now=now)
        if refusal.stops_clinic and row.clinic_id is not None:
            scope = pauses.of_clinic(row.clinic_id)
            pauses.pause(session, scope, pauses.CONTENT, by=BY, now=now, code=refusal.code)
        state = State.SUPPRESSED if refusal.opted_out else State.REJECTED
        outbox.refuse(session, row, state, refusal.code, now=now)
        self.done.refused += 1

    def _wait(self, session: Session, reason: str, length: timedelta, now: datetime) -> None:
        pauses.pause(session, pauses.ALL, reason, by=BY, now=now, until=now + length)
        self.done.stopped = True


def take_providers_opt_out(session: Session, row: Invitation, *, now: datetime) -> None:
    """Make an opt-out that only the provider knew ours, and tell the clinic's people."""
    number = unseal(session, session.get_one(Invitation, row.id), "number")
    if record_opt_out(session, number, "provider", by=BY, now=now) and row.clinic_id is not None:
        owner = session.get_one(Clinic, row.clinic_id).organisation_code
        given = {"invitation_id": row.id, "clinic_id": row.clinic_id, "organisation_code": owner}
        notify(session, NoticeKind.PROVIDER_OPT_OUT, str(row.id), now=now, **given)
