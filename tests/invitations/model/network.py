"""The provider and the way to it: it accepts, late or not, loses answers, refuses, and lists."""

from itertools import combinations

from invitations.model.machine import (
    MOST_TEXTS,
    NEVER,
    Step,
    Steps,
    Variant,
    Worker,
    World,
    takes_news,
    with_worker,
)

WORDS = ("queued", "delivered")


def answers(world: World, place: int) -> Steps:
    """Yield every way in which a call that is under way can end."""
    worker, whose = world.workers[place], f"worker {place + 1}"

    def ends(kind: str, answer: str, world: World = world, sid: int = 0) -> Step:
        ended = Worker("answered", worker.current, 0, answer, sid)
        return Step(kind, whose, with_worker(world, place, ended))

    if worker.age == NEVER:
        yield ends("gets no answer, its request is long lost", "unknown")
        return
    yield ends("is told: too many requests, or never connects", "later")
    yield ends("is refused for good", "refused")
    yield ends("gets a 5xx or a reset, nothing was accepted", "unknown")
    yield ends("times out, its request is still under way", "unknown", _adrift(world, worker.age))
    if len(world.texts) < MOST_TEXTS:
        there, sid = _accepted(world)
        yield ends("is accepted and told so", "accepted", there, sid)
        yield ends("is accepted, but the answer is lost or a 5xx", "unknown", there)


def drifting(world: World) -> Steps:
    """Yield what becomes of requests for which nobody waits: accepted late, or dropped."""
    for age in set(world.adrift):
        left = list(world.adrift)
        left.remove(age)
        without = world._replace(adrift=tuple(left))
        yield Step("drops a request", "network", without)
        if len(world.texts) < MOST_TEXTS:
            yield Step("accepts a late request", "provider", _accepted(without)[0])


def killed(world: World, place: int) -> Step:
    """Return the step that kills a worker; its request goes on without it."""
    worker = world.workers[place]
    calling = worker.doing == "calling" and worker.age != NEVER
    after = _adrift(world, worker.age) if calling else world
    return Step("is killed", f"worker {place + 1}", with_worker(after, place, Worker()))


def listings(world: World, variant: Variant) -> set[tuple[int, ...]]:
    """Return every list that may be shown now: what was accepted lately may be left out."""
    ids = range(1, len(world.texts) + 1)
    must = {sid for sid in ids if world.texts[sid - 1] >= variant.visible}
    return {
        shown
        for size in range(len(world.texts) + 1)
        for shown in combinations(ids, size)
        if must <= set(shown)
    }


def callbacks(world: World, variant: Variant) -> Steps:
    """Yield the receipts that may come: any, at any time, twice, in any order, or never."""
    if not variant.callbacks:
        return
    for sid in range(1, len(world.texts) + 1):
        for word in WORDS:
            yield Step(f"says {word}", f"receipt of id {sid}", takes_news(world, sid, word))


def _accepted(world: World) -> tuple[World, int]:
    return world._replace(texts=(*world.texts, 0)), len(world.texts) + 1


def _adrift(world: World, age: int) -> World:
    return world._replace(adrift=tuple(sorted((*world.adrift, age))))
