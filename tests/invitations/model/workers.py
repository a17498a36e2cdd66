"""What workers do: claim, mark, ask if the mark is fresh, call, record; each a step of its own."""

from invitations.model.machine import (
    ACCEPTED,
    CLAIMED,
    IN_DOUBT,
    NOW,
    READY,
    SUBMITTING,
    Row,
    Step,
    Steps,
    Variant,
    Worker,
    World,
    hears_of,
    outdated,
    rest,
    takes_news,
    with_worker,
)
from invitations.model.network import answers, killed

from app.invitations.doubt import is_fresh
from app.invitations.states import State


def worker_steps(world: World, variant: Variant, place: int) -> Steps:
    """Yield everything that one worker can do, or suffer, next."""
    worker, whose = world.workers[place], f"worker {place + 1}"
    if worker.doing == "idle":
        if world.row.state == READY:
            yield from _claims(world, place, whose)
        return
    yield killed(world, place)
    if worker.doing == "claimed":
        yield _marks(world, variant, place, whose)
    elif worker.doing == "marked":
        yield from _calls(world, variant, place, whose)
    elif worker.doing == "checked":
        yield _calling(world, place, whose)
    elif worker.doing == "calling":
        yield from answers(world, place)
    else:
        yield from _records(world, variant, place, whose)


def lease_steps(world: World) -> Steps:
    """Yield the end of a lease, at any time, and what the next round does about it and the rest."""
    row = world.row
    if row.state == CLAIMED:
        if row.lease_over:
            free = world._replace(row=rest(row, READY))
            yield Step("frees the text, nothing was sent", "round", free)
        else:
            yield Step("ends", "lease", world._replace(row=row._replace(lease_over=True)))
    if row.state == READY and world.over:
        expired = world._replace(row=rest(row, State.EXPIRED.value))
        yield Step("ends what is overdue", "round", expired)


def _claims(world: World, place: int, whose: str) -> Steps:
    """Claim; in the same transaction it is asked whether the text is still wanted."""
    cancelled = world._replace(row=rest(world.row, State.CANCELLED.value))
    yield Step("claims and finds it not wanted any more", whose, cancelled)
    if not world.over:
        claimed = outdated(world)._replace(row=world.row._replace(state=CLAIMED))
        yield Step("claims", whose, with_worker(claimed, place, Worker("claimed", True)))


def _marks(world: World, variant: Variant, place: int, whose: str) -> Step:
    """Mark durably, if the claim and its lease are still its own."""
    worker = world.workers[place]
    if not variant.marks_first:
        return _calling(world, place, whose)
    row = _marked(world.row, worker)
    if row is None:
        return Step("comes too late to mark", whose, with_worker(world, place, Worker()))
    marked = with_worker(world._replace(row=row), place, Worker("marked", True))
    return Step("marks, and the mark is kept", whose, marked)


def _marked(row: Row, worker: Worker) -> Row | None:
    if row.state != CLAIMED or not worker.current or row.lease_over:
        return None
    return Row(SUBMITTING, row.tries + 1, started=0, sid=row.sid, to_look=True)


def _calls(world: World, variant: Variant, place: int, whose: str) -> Steps:
    """Call if the mark is fresh; not to call (too old, or the process ends) is always allowed."""
    worker = world.workers[place]
    uncalled = Worker("answered", worker.current, 0, "uncalled")
    yield Step("finds its mark too old, or is ending", whose, with_worker(world, place, uncalled))
    fresh = is_fresh(NOW - worker.age * variant.unit, NOW)
    if not variant.asks_freshness or (fresh and variant.calls_at_once):
        yield _calling(world, place, whose)
    elif fresh:
        checked = worker._replace(doing="checked", age=0)
        yield Step("finds its mark fresh", whose, with_worker(world, place, checked))


def _calling(world: World, place: int, whose: str) -> Step:
    calling = Worker("calling", world.workers[place].current)
    return Step("calls", whose, with_worker(world, place, calling))


def _records(world: World, variant: Variant, place: int, whose: str) -> Steps:
    """Record what came of the call, if the attempt is still the row's; then the worker is idle."""
    worker = world.workers[place]
    world = with_worker(world, place, Worker())
    row = world.row if variant.marks_first else _marked(world.row, worker) or world.row
    own = worker.current or (worker.answer == "uncalled" and not variant.puts_back_its_own)
    if row.state != SUBMITTING or not own:
        yield Step("records too late", whose, _too_late(world, variant, worker))
    elif worker.answer == "accepted":
        heard = hears_of(world, worker.sid)
        accepted = heard._replace(row=rest(row, ACCEPTED, sid=worker.sid))
        yield Step("records that it was accepted", whose, accepted)
    elif worker.answer == "refused":
        refused = world._replace(row=rest(row, State.REJECTED.value))
        yield Step("records that it was refused", whose, refused)
    elif worker.answer == "unknown":
        doubted = world._replace(row=row._replace(state=IN_DOUBT))
        yield Step("records that nobody knows", whose, doubted)
    else:
        owed = world._replace(row=rest(row, READY, tries=max(row.tries - 1, 0)))
        yield Step(f"puts it back, {worker.answer}", whose, owed)


def _too_late(world: World, variant: Variant, worker: Worker) -> World:
    """Proof that it went counts whoever brings it and whenever; all else is dropped."""
    if worker.answer != "accepted":
        return world
    if variant.takes_late_news:
        return takes_news(world, worker.sid, "queued")
    return hears_of(world, worker.sid)
