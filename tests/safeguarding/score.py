"""How much of what must come forward does, and how much that is ordinary does too."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.safeguarding.phrases import concerns_in
from app.safeguarding.signs import Concerns

HERE = Path(__file__).parent
SAME_DAY = 2


@dataclass(frozen=True)
class Labelled:
    """The texts of one phone, and what they must bring forward: tier 0 is ordinary."""

    id: str
    tier: int
    kind: str
    texts: list[str]


@dataclass
class Score:
    """What came of looking at them all.

    A text of tier 1 is found only at tier 1. Tiers 1 and 2 together ask whether a person looks
    the same day; a text of tier 2 that is raised to tier 1 is looked at sooner.
    """

    wanted: Counter[tuple[int, str]] = field(default_factory=Counter)
    found: Counter[tuple[int, str]] = field(default_factory=Counter)
    raised: int = 0
    ordinary: int = 0
    alarms: Counter[int] = field(default_factory=Counter)
    wrong: list[tuple[Labelled, Concerns]] = field(default_factory=list)

    def recall(self, *tiers: int) -> float:
        """Part of the texts of these tiers that came forward at their tier or sooner."""
        wanted = sum(count for (tier, _), count in self.wanted.items() if tier in tiers)
        found = sum(count for (tier, _), count in self.found.items() if tier in tiers)
        return found / max(1, wanted)

    def same_day(self) -> float:
        """Part of the texts of tiers 1 and 2 that came forward at either."""
        wanted = sum(count for (tier, _), count in self.wanted.items() if tier <= SAME_DAY)
        late = sum(
            label.tier in (1, SAME_DAY) and found.tier not in (1, SAME_DAY)
            for label, found in self.wrong
        )
        return (wanted - late) / max(1, wanted)

    def false_alarms(self, *tiers: int) -> float:
        """Ordinary texts of a thousand that came forward at one of these tiers."""
        return 1000 * sum(self.alarms[tier] for tier in tiers) / max(1, self.ordinary)


def labelled(name: str) -> Iterator[Labelled]:
    """Yield the labelled texts of one file."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        yield Labelled(**json.loads(line))


def score(labels: Sequence[Labelled]) -> Score:
    """Look at them all and compare."""
    done = Score()
    for each in labels:
        concerns = concerns_in(each.texts)
        if each.tier == 0:
            done.ordinary += 1
            done.alarms[concerns.tier] += 1
            right = concerns.tier == 0
        else:
            right = 0 < concerns.tier <= each.tier
            done.wanted[each.tier, each.kind] += 1
            done.found[each.tier, each.kind] += right
            done.raised += 0 < concerns.tier < each.tier
        if not right:
            done.wrong.append((each, concerns))
    return done
