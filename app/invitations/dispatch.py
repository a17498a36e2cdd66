"""Sending what is due, once: claim, freeze the words, mark, call, record; many at a time.

One thread speaks with the database; the calls are made by others, each with connections of its
own. The first text of a round goes alone: a fault of ours must not meet a whole clinic.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakKeyDictionary

from app.clock import Clock
from app.db import Database
from app.invitations import outbox
from app.invitations.claiming import Ready, claim_due, paced
from app.invitations.doubt import FRESH, is_fresh
from app.invitations.live import only_to
from app.invitations.pace import reserve, room
from app.invitations.pauses import end_what_passes
from app.invitations.planning import plan_texts
from app.invitations.recording import NotCalled, Recorder, Round
from app.logs import logger
from app.settings import Settings
from app.sms.gateway import Gateway, Outcome, Unknown

__all__ = ["Round", "plan_due", "send_due", "send_ready"]

log = logger(__name__)

# How long a sender that is busy is waited for before the next look.
BREATH_SECONDS = 0.05
# How long what has come back waits for more that does.
GATHER_SECONDS = 0.02
# No call takes so long, with its time-outs: what does is given up as unknown.
LONGEST_CALL_SECONDS = 30.0

BOOT_TIME: int | None = getattr(time, "CLOCK_BOOTTIME", None)

Stop = Callable[[], bool]

_pools: WeakKeyDictionary[Gateway, ThreadPoolExecutor] = WeakKeyDictionary()


@dataclass(frozen=True)
class Begun:
    """A marked text: when, by both clocks, and how long to wait before its call."""

    ready: Ready
    started_at: datetime
    mark_seconds: float
    wait_seconds: float


def send_due(
    database: Database,
    gateway: Gateway,
    settings: Settings,
    clock: Clock,
    stop: Stop = lambda: False,
) -> Round:
    """Do one round: owe what has come in sight, then send until nothing is due."""
    planned = plan_due(database, settings, clock)
    done = send_ready(database, gateway, settings, clock, stop)
    done.planned = planned
    return done


def plan_due(database: Database, settings: Settings, clock: Clock) -> int:
    """Owe what has come in sight and make ready what is due; return how many texts are new."""
    with database.writing() as session:
        trial = only_to(session, settings)
        return plan_texts(session, now=clock(), only_to=trial)


def send_ready(
    database: Database,
    gateway: Gateway,
    settings: Settings,
    clock: Clock,
    stop: Stop = lambda: False,
) -> Round:
    """Send what is ready until nothing is due, everything stands still, or `stop` says so."""
    sending = Sending(database, gateway, settings, clock, stop)
    sending.run()
    return sending.done


@dataclass
class Sending:
    """One round of sending: what is claimed, what is under way, and what came of it."""

    database: Database
    gateway: Gateway
    settings: Settings
    clock: Clock
    stop: Stop
    done: Round = field(default_factory=Round)
    claimed: list[Ready] = field(default_factory=list)
    under_way: dict[Future[Outcome | NotCalled], Begun] = field(default_factory=dict)
    more: bool = True
    busy: bool = False

    def run(self) -> None:
        """Hand over until there is nothing left to do."""
        recorder = Recorder(self.done)
        with self.database.writing() as session:
            end_what_passes(session, now=self.clock())
        pool = _pool_of(self.gateway, self.settings.texts_at_once)
        while self._go_on() or self.under_way:
            if self._go_on():
                self._hand_over(pool, self.settings.texts_at_once if recorder.proven else 1)
            self._take_in(recorder)
        self._give_back()

    def _go_on(self) -> bool:
        return (self.more or bool(self.claimed)) and not self.done.stopped and not self.stop()

    def _hand_over(self, pool: ThreadPoolExecutor, width: int) -> None:
        room = width - len(self.under_way)
        if room <= 0:
            return
        if not self.claimed and self.more:
            self._claim(width)
        for begun in self._begin(self.claimed[:room]):
            self.under_way[pool.submit(self._call, begun)] = begun

    def _claim(self, most: int) -> None:
        """Claim what may go soon; where the senders are busy, nothing yet."""
        with self.database.writing() as session:
            most = min(most, room(session, paced(self.settings), self.settings.sender_rate))
            self.busy = most == 0
            if self.busy:
                return
            trial = only_to(session, self.settings)
            found = claim_due(session, self.settings, most, now=self.clock(), only_to=trial)
        self.claimed += found.ready
        self.done.held += found.held
        self.more = found.any

    def _begin(self, chosen: Sequence[Ready]) -> list[Begun]:
        """Mark texts, as many as their senders may hand over soon, in one durable commit."""
        if not chosen:
            return []
        by_sender: dict[str, list[Ready]] = {}
        for ready in chosen:
            by_sender.setdefault(ready.sender, []).append(ready)
        waits: dict[object, float] = {}
        with self.database.writing() as session:
            for sender, texts in by_sender.items():
                slots = reserve(session, sender, len(texts), self.settings.sender_rate)
                waits |= {text.row.id: slot for text, slot in zip(texts, slots, strict=False)}
            started_at, mark_seconds = self.clock(), even_seconds()
            starting = [ready for ready in chosen if ready.row.id in waits]
            begun = outbox.begin(session, [ready.row for ready in starting], now=started_at)
        self.claimed = [ready for ready in self.claimed if ready.row.id not in waits]
        return [
            Begun(ready, started_at, mark_seconds, waits[ready.row.id])
            for ready in starting
            if ready.row.id in begun
        ]

    def _call(self, begun: Begun) -> Outcome | NotCalled:
        """Make one call, if the mark is still fresh: by the wall's clock and by the machine's."""
        left = begun.mark_seconds + begun.wait_seconds - even_seconds()
        if left > 0:
            time.sleep(left)
        if self.stop():
            return NotCalled("ending")
        # The clock that may have to ask the database comes first: its answer may be late.
        fresh = is_fresh(begun.started_at, self.clock())
        if not fresh or even_seconds() - begun.mark_seconds > FRESH.total_seconds():
            # Frozen between mark and call: others may think us dead. We know we did not call.
            return NotCalled("too_slow")
        return self.gateway.send(begun.ready.text)

    def _take_in(self, recorder: Recorder) -> None:
        """Record what has come back, in one transaction; wait for something if nothing has."""
        if not self.under_way:
            if self.claimed or self.busy:
                time.sleep(BREATH_SECONDS)
            return
        wait(self.under_way, LONGEST_CALL_SECONDS, FIRST_COMPLETED)
        # Others that end in a moment are recorded with it: each transaction has its price.
        ended, _ = wait(self.under_way, GATHER_SECONDS)
        come = [(self.under_way.pop(call), call) for call in ended]
        outcomes = [(begun.ready.row, _outcome(call)) for begun, call in come]
        with self.database.writing() as session:
            recorder.record(session, outcomes, now=self.clock())

    def _give_back(self) -> None:
        """Give up the claims that were not begun: nothing of them was sent."""
        if self.claimed:
            with self.database.writing() as session:
                for ready in self.claimed:
                    outbox.put_back(session, [ready.row], due_at=ready.row.due_at)


def even_seconds() -> float:
    """Return seconds that no setting of a clock moves, and that go on while a machine sleeps."""
    return time.clock_gettime(BOOT_TIME) if BOOT_TIME is not None else time.monotonic()


def _pool_of(gateway: Gateway, width: int) -> ThreadPoolExecutor:
    """Return the threads that call this gateway: kept, so that their connections are used again."""
    if gateway not in _pools:
        _pools[gateway] = ThreadPoolExecutor(width, "texts")
    return _pools[gateway]


def _outcome(call: Future[Outcome | NotCalled]) -> Outcome | NotCalled:
    """A gateway never raises; if one does, nobody knows what happened."""
    fault = call.exception()
    if fault is not None:
        log.error("gateway_raised", error=type(fault).__name__)
        return Unknown(f"gateway raised {type(fault).__name__}")
    return call.result()
