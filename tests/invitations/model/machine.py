"""What the model is made of: the text's row, who works on it, what the provider has, and time.

Time is counted in units; an age stops counting where it no longer matters. Attempts are compared
for equality only, so each holder just remembers whether its attempt is still the row's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from app.invitations.doubt import FRESH, GRACE, LOOKS_APART, MOST_TRIES
from app.invitations.states import IN_QUESTION, LEFT, NEVER_LEFT, State, moves_to

NOW = datetime(2026, 3, 2, 9, 0)
NEVER = -1
# More than two is no worse than two.
MOST_TEXTS = 2

QUESTIONED = frozenset(state.value for state in IN_QUESTION)
GONE = frozenset(state.value for state in LEFT)
UNSENT = frozenset(state.value for state in NEVER_LEFT)
HELD = QUESTIONED | {State.CLAIMED.value}
KNOWN_OR_ASKED = GONE | UNSENT | QUESTIONED
ENDED = GONE | UNSENT | {State.UNRESOLVED.value}
READY, CLAIMED, SUBMITTING = State.READY.value, State.CLAIMED.value, State.SUBMITTING.value
IN_DOUBT, ACCEPTED, UNRESOLVED = (
    State.IN_DOUBT.value,
    State.ACCEPTED.value,
    State.UNRESOLVED.value,
)


@dataclass(frozen=True)
class Variant:
    """The world to be searched; what is switched off or on here weakens the machine.

    `late` and `visible` are how many units a call may be under way, and a list may lag.
    """

    workers: int = 2
    lookers: int = 1
    unit: timedelta = timedelta(minutes=10)
    late: int = 1
    visible: int = 2
    callbacks: bool = True
    lists: bool = True
    # Fewer states: no differences that make none; workers by what they do, not by who they are.
    merged: bool = True
    alike: bool = False
    # The rules, each of which can be taken away.
    marks_first: bool = True
    asks_freshness: bool = True
    calls_at_once: bool = True
    failed_look_says_nothing: bool = True
    puts_back_its_own: bool = True
    settles_as_read: bool = True
    dates_looks_when_made: bool = True
    takes_late_news: bool = True

    @property
    def old(self) -> int:
        """The age from which a call is past the grace."""
        return GRACE // self.unit + 1

    @property
    def apart(self) -> int:
        """The age from which a look is far enough from the last one."""
        return -(-LOOKS_APART // self.unit)

    @property
    def stale(self) -> int:
        """The age from which a mark is not fresh."""
        return FRESH // self.unit + 1


class Row(NamedTuple):
    """The text as the database has it; `looked` and `early` are known to the model alone.

    `looked` is the age of the last look that counted, `early` whether one was made too early.
    """

    state: str = READY
    tries: int = 0
    started: int = NEVER
    absences: int = 0
    absent: int = NEVER
    looked: int = NEVER
    early: bool = False
    sid: int = 0
    lease_over: bool = False
    to_look: bool = False


class Worker(NamedTuple):
    """One worker: idle, claimed, marked, checked, calling or answered.

    `age` is that of its mark, or of its request while it is calling (NEVER: the request is lost).
    """

    doing: str = "idle"
    current: bool = False
    age: int = 0
    answer: str = ""
    sid: int = 0


class Looker(NamedTuple):
    """One reconciler: idle, reading or looked; with the row as it was read, and what was found."""

    doing: str = "idle"
    current: bool = False
    tries: int = 0
    started: int = NEVER
    absences: int = 0
    absent: int = NEVER
    looked: int = NEVER
    over: bool = False
    found: tuple[int, ...] = ()
    whole: bool = False
    since: int = 0


class World(NamedTuple):
    """Everything at one moment. `adrift` are requests whose worker does not wait any more.

    `texts` are those that the provider accepted, by age; the first has the id 1. `seen` are the
    ids that anybody told us of.
    """

    row: Row = Row()
    workers: tuple[Worker, ...] = ()
    lookers: tuple[Looker, ...] = ()
    adrift: tuple[int, ...] = ()
    texts: tuple[int, ...] = ()
    seen: tuple[int, ...] = ()
    over: bool = False
    incident: bool = False
    hasty: bool = False


class Step(NamedTuple):
    """One step: what kind, whose, and the world after it."""

    kind: str
    whose: str
    after: World


Steps = Iterator[Step]


def begin_with(variant: Variant) -> World:
    """Return the world in which a text has just become due."""
    return World(workers=(Worker(),) * variant.workers, lookers=(Looker(),) * variant.lookers)


def rest(row: Row, state: str, *, tries: int | None = None, sid: int = 0) -> Row:
    """Return the row in a state in which nobody reads when it was started or looked for."""
    kept = row.tries if tries is None else tries
    return Row(state=state, tries=0 if state in GONE | UNSENT else kept, sid=sid or row.sid)


def with_worker(world: World, place: int, worker: Worker) -> World:
    """Return the world with one worker changed."""
    workers = world.workers
    return world._replace(workers=(*workers[:place], worker, *workers[place + 1 :]))


def with_looker(world: World, place: int, looker: Looker) -> World:
    """Return the world with one reconciler changed."""
    lookers = world.lookers
    return world._replace(lookers=(*lookers[:place], looker, *lookers[place + 1 :]))


def outdated(world: World) -> World:
    """Return the world after a new attempt has begun: whoever holds an older one is too late."""
    return world._replace(
        workers=tuple(worker._replace(current=False) for worker in world.workers),
        lookers=tuple(looker._replace(current=False) for looker in world.lookers),
    )


def plain(world: World, variant: Variant) -> World:
    """Return the world without differences that make none: many worlds become one.

    An attempt is submitted once. When the row has left that attempt, its holders' swaps all fail
    for good, whatever they remember; what they may still do at the provider is kept.
    """
    workers, lookers, state = world.workers, world.lookers, world.row.state
    if variant.merged and state not in HELD:
        workers = tuple(worker._replace(current=False) for worker in workers)
    if variant.merged and variant.settles_as_read:
        asked = state in QUESTIONED
        lookers = tuple(
            looker if asked and looker.current else _forgotten(looker) for looker in lookers
        )
    if variant.alike:
        workers, lookers = tuple(sorted(workers)), tuple(sorted(lookers))
    return world._replace(workers=workers, lookers=lookers)


def _forgotten(looker: Looker) -> Looker:
    return Looker(looker.doing, found=looker.found, whole=looker.whole)


def hears_of(world: World, sid: int) -> World:
    """Return the world in which we were told of an id."""
    return world if sid in world.seen else world._replace(seen=tuple(sorted((*world.seen, sid))))


def takes_news(world: World, sid: int, word: str) -> World:
    """Raise the row by proof that it went, whatever state it is in; another id is an incident."""
    world, row = hears_of(world, sid), world.row
    if row.sid not in (0, sid) or row.state in UNSENT:
        return world._replace(incident=True)
    state = moves_to(State(row.state), word)
    return world if state is None else world._replace(row=rest(row, state.value, sid=sid))


def time_passes(world: World, variant: Variant) -> World:
    """Return the world one unit later; requests that are too old never arrive."""
    row = world.row
    return world._replace(
        row=row._replace(
            started=_older(row.started, variant.old),
            absent=_older(row.absent, variant.apart),
            looked=_older(row.looked, variant.apart),
        ),
        workers=tuple(_worker_later(worker, variant) for worker in world.workers),
        lookers=tuple(_looker_later(looker, variant) for looker in world.lookers),
        adrift=tuple(age + 1 for age in world.adrift if age < variant.late),
        texts=tuple(_older(age, variant.visible) for age in world.texts),
    )


def _older(age: int, most: int) -> int:
    return age if age in (NEVER, most) else age + 1


def _worker_later(worker: Worker, variant: Variant) -> Worker:
    if worker.doing == "calling":
        age = worker.age + 1 if NEVER < worker.age < variant.late else NEVER
        return worker._replace(age=age)
    if worker.doing == "marked":
        return worker._replace(age=_older(worker.age, variant.stale))
    return worker


def _looker_later(looker: Looker, variant: Variant) -> Looker:
    if looker.doing == "reading":
        return looker._replace(
            started=_older(looker.started, variant.old),
            absent=_older(looker.absent, variant.apart),
            looked=_older(looker.looked, variant.apart),
        )
    if looker.doing == "looked":
        most = variant.apart if variant.dates_looks_when_made else variant.old
        return looker._replace(since=_older(looker.since, most))
    return looker


def breaches(world: World) -> Iterator[str]:
    """Name the promises that this world breaks."""
    row, there = world.row, world.texts
    if len(there) > 1:
        yield "duplicate"
    if row.state in GONE and not 0 < row.sid <= len(there):
        yield "accepted without the provider having it"
    if row.state in UNSENT and there and not world.incident:
        yield "ended unsent though the provider has it"
    if len(world.seen) > 1 and not world.incident:
        yield "a duplicate seen and not told"
    if world.seen and row.state not in KNOWN_OR_ASKED:
        yield "an id known and forgotten"
    if world.hasty:
        yield "owed again on looks too early or too close"
    if row.state == UNRESOLVED and not (world.over or row.tries >= MOST_TRIES):
        yield "given up though there was time"
    if row.state in QUESTIONED and not row.to_look:
        yield "in question and nobody will look"
