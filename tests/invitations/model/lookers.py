"""What reconcilers do: read the row, look at the provider, apply what the pure rooms decide."""

from functools import cache

from invitations.model.machine import (
    NEVER,
    NOW,
    QUESTIONED,
    READY,
    UNRESOLVED,
    Looker,
    Row,
    Step,
    Steps,
    Variant,
    World,
    hears_of,
    rest,
    takes_news,
    with_looker,
)
from invitations.model.network import listings

from app.invitations.doubt import (
    Absent,
    CannotTell,
    Doubt,
    Found,
    GiveUp,
    OweAgain,
    StillInDoubt,
    Went,
    after_look,
)

FAR = NOW.replace(year=NOW.year + 1)
Decision = Went | StillInDoubt | OweAgain | GiveUp


def looker_steps(world: World, variant: Variant, place: int) -> Steps:
    """Yield everything that one reconciler can do, or suffer, next."""
    looker, whose, row = world.lookers[place], f"reconciler {place + 1}", world.row
    if looker.doing == "idle":
        if row.state in QUESTIONED and row.to_look:
            read = Looker("reading", True, *_as_read(row))
            yield Step("reads the row", whose, with_looker(world, place, read))
        return
    yield Step("is killed", whose, with_looker(world, place, Looker()))
    if looker.doing == "reading":
        yield from _looks(world, variant, place, whose)
    else:
        yield from _applies(world, variant, place, whose)


def _looks(world: World, variant: Variant, place: int, whose: str) -> Steps:
    looked = world.lookers[place]._replace(doing="looked", over=world.over)
    yield Step("cannot read the list", whose, with_looker(world, place, looked))
    if not variant.lists:
        return
    for found in listings(world, variant):
        kind = "finds it" if found else "reads the whole list and does not find it"
        after = with_looker(world, place, looked._replace(whole=True, found=found))
        yield Step(kind, whose, after)


def _applies(world: World, variant: Variant, place: int, whose: str) -> Steps:
    """Apply the decision, if the row has not changed since it was read."""
    looker = world.lookers[place]
    decision = _decision(variant, looker)
    world = with_looker(world, place, Looker())
    unchanged = world.row.state in QUESTIONED and (looker.current or not variant.settles_as_read)
    if isinstance(decision, Went):
        yield Step("applies: it went", whose, _went(world, variant, looker, unchanged))
    elif not unchanged:
        yield Step("comes too late to apply", whose, world)
    elif isinstance(decision, StillInDoubt):
        doubted = _counted(world, variant, looker, decision)
        yield Step("applies: still in doubt", whose, doubted)
    elif isinstance(decision, OweAgain):
        hasty = world.hasty or world.row.early or not _sound(variant, looker)
        owed = world._replace(row=rest(world.row, READY), hasty=hasty)
        yield Step("applies: owed again", whose, owed)
    else:
        yield Step("applies: given up", whose, world._replace(row=rest(world.row, UNRESOLVED)))


def _decision(variant: Variant, looker: Looker) -> Decision:
    """Ask the pure room, as of when the look was made (or, weakened, as of now)."""
    passed = 0 if variant.dates_looks_when_made else looker.since
    absent = NEVER if looker.absent == NEVER else looker.absent + passed
    whole = looker.whole or not variant.failed_look_says_nothing
    doubt = (looker.started + passed, looker.tries, looker.over, looker.absences, absent)
    return _asked(variant, *doubt, looker.found, whole)


@cache
def _asked(
    variant: Variant,
    started: int,
    tries: int,
    over: bool,
    absences: int,
    absent: int,
    found: tuple[int, ...],
    whole: bool,
) -> Decision:
    look = Found([str(sid) for sid in found]) if found else Absent() if whole else CannotTell()
    absent_at = None if absent == NEVER else NOW - absent * variant.unit
    deadline = NOW if over else FAR
    doubt = Doubt(NOW - started * variant.unit, tries, deadline, absences, absent_at)
    return after_look(doubt, look, NOW)


def _went(world: World, variant: Variant, looker: Looker, unchanged: bool) -> World:
    """Take the first id; any other is an incident. Weakened: for an unchanged row only."""
    first, *others = looker.found
    for sid in looker.found:
        world = hears_of(world, sid)
    if others:
        world = world._replace(incident=True)
    if unchanged or variant.takes_late_news:
        return takes_news(world, first, "queued")
    return world


def _counted(world: World, variant: Variant, looker: Looker, decision: StillInDoubt) -> World:
    row, absent, looked = world.row, NEVER, NEVER
    counted = decision.absences > looker.absences
    if decision.absent_at is not None:
        passed = looker.since if variant.dates_looks_when_made else 0
        absent = min((NOW - decision.absent_at) // variant.unit + passed, variant.apart)
        looked = min(looker.since + (0 if counted else looker.looked), variant.apart)
    early = row.early or (counted and looker.started < variant.old)
    doubted = row._replace(
        absences=decision.absences, absent=absent, looked=looked, early=early, to_look=True
    )
    return world._replace(row=doubted)


def _sound(variant: Variant, looker: Looker) -> bool:
    """Whether the last look was truly made after the grace, and truly apart from the one before."""
    return looker.started >= variant.old and looker.looked >= variant.apart


def _as_read(row: Row) -> tuple[int, int, int, int, int]:
    return row.tries, row.started, row.absences, row.absent, row.looked
