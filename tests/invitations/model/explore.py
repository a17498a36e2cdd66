"""The search: every world that can be reached, breadth first, so that a trace is a shortest one."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from invitations.model.lookers import looker_steps
from invitations.model.machine import (
    ENDED,
    Step,
    Steps,
    Variant,
    World,
    begin_with,
    breaches,
    plain,
    time_passes,
)
from invitations.model.network import callbacks, drifting
from invitations.model.workers import lease_steps, worker_steps

Test = Callable[[World], bool]

STUCK = "stuck: no state in which it ends can be reached"
UNTOLD = "a duplicate that can never come to light"


@dataclass
class Explored:
    """What a search found: worlds, steps of each kind, the shortest way to each kind of breach."""

    worlds: int = 0
    steps: int = 0
    taken: Counter[str] = field(default_factory=Counter)
    broken: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Search:
    """One search, with all that is needed to tell how a world was reached, and where it leads."""

    variant: Variant
    until: str | None = None
    worlds: list[World] = field(default_factory=list)
    number_of: dict[World, int] = field(default_factory=dict)
    reached_by: list[tuple[int, str, str]] = field(default_factory=list)
    leads_to: list[list[int]] = field(default_factory=list)
    found: Explored = field(default_factory=Explored)

    def run(self) -> Explored:
        """Visit every world, or stop at the first that breaks the promise `until`."""
        self._number(begin_with(self.variant), (-1, "", ""))
        done = 0
        while done < len(self.worlds) and self.until not in self.found.broken:
            self._visit(done)
            done += 1
        self.found.worlds = len(self.worlds)
        if self.until is None:
            self._check_reach(STUCK, lambda world: True, lambda world: world.row.state in ENDED)
            self._check_reach(UNTOLD, lambda world: len(world.texts) > 1, lambda w: w.incident)
        return self.found

    def _visit(self, number: int) -> None:
        after: list[int] = []
        for kind, whose, world in _steps(self.worlds[number], self.variant):
            self.found.taken[kind] += 1
            after.append(self._number(world, (number, whose, kind)))
        self.found.steps += len(after)
        self.leads_to.append(after)

    def _number(self, world: World, by: tuple[int, str, str]) -> int:
        world = plain(world, self.variant)
        known = self.number_of.get(world)
        if known is not None:
            return known
        number = self.number_of[world] = len(self.worlds)
        self.worlds.append(world)
        self.reached_by.append(by)
        for breach in breaches(world):
            if breach not in self.found.broken:
                self.found.broken[breach] = self._trace(number)
        return number

    def _trace(self, number: int) -> list[str]:
        lines: list[str] = []
        while number > 0:
            number, whose, kind = self.reached_by[number]
            lines.append(f"{whose}: {kind}")
        return lines[::-1]

    def _check_reach(self, breach: str, of: Test, to: Test) -> None:
        """Note the first of some worlds from which no world of another kind can be reached."""
        leads_from: list[list[int]] = [[] for _ in self.worlds]
        for number, after in enumerate(self.leads_to):
            for other in after:
                leads_from[other].append(number)
        ahead = [number for number, world in enumerate(self.worlds) if to(world)]
        reaches = bytearray(len(self.worlds))
        for number in ahead:
            reaches[number] = 1
        while ahead:
            for before in leads_from[ahead.pop()]:
                if not reaches[before]:
                    reaches[before] = 1
                    ahead.append(before)
        for number, world in enumerate(self.worlds):
            if not reaches[number] and of(world):
                self.found.broken[breach] = self._trace(number)
                return


def explore(variant: Variant, until: str | None = None) -> Explored:
    """Search a variant whole, or until it breaks one promise."""
    return Search(variant, until).run()


def _steps(world: World, variant: Variant) -> Steps:
    for place in range(variant.workers):
        yield from worker_steps(world, variant, place)
    for place in range(variant.lookers):
        yield from looker_steps(world, variant, place)
    yield from lease_steps(world)
    yield from drifting(world)
    yield from callbacks(world, variant)
    yield Step("passes", "time", time_passes(world, variant))
    if not world.over:
        yield Step("passes", "deadline", world._replace(over=True))
