"""How well replies are read, over labelled conversations: items, order, intents, false opt-outs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.conversations.plain import plain_words
from app.conversations.reading import read

HERE = Path(__file__).parent
# Two priorities are the same if this part of their words is: a "the" more or less is no mistake.
ALIKE = 0.8


@dataclass(frozen=True)
class Labelled:
    """One conversation and what is to be read in it."""

    id: str
    kind: str
    texts: list[str]
    language: str
    priorities: list[str]
    intents: frozenset[str]
    says: str


@dataclass
class Score:
    """What came of reading them all."""

    conversations: int = 0
    found: int = 0
    wanted: int = 0
    right: int = 0
    counts: int = 0
    orders: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Labelled, list[str], list[str]]] = field(default_factory=list)

    @property
    def item_f1(self) -> float:
        """Harmonic mean of how many items found were right, and of how many wanted were found."""
        return 2 * self.right / max(1, self.found + self.wanted)

    @property
    def exact_count(self) -> float:
        """Part of the conversations with as many items as wanted."""
        return self.counts / max(1, self.conversations)

    @property
    def exact_order(self) -> float:
        """Part of the conversations with the items wanted, in their order, and no others."""
        return self.orders / max(1, self.conversations)

    def recall(self, intent: str) -> float:
        """Part of the conversations that say this, in which it was found."""
        return self.hits[intent] / max(1, self.hits[intent] + self.misses[intent])

    def precision(self, intent: str) -> float:
        """Part of the conversations in which this was found, that say it."""
        return self.hits[intent] / max(1, self.hits[intent] + self.extra[intent])

    @property
    def false_opt_outs(self) -> float:
        """Part of the conversations that ask for no end of texts, in which one was found."""
        asked = self.hits["opt_out"] + self.misses["opt_out"]
        return self.extra["opt_out"] / max(1, self.conversations - asked)


def learnt() -> list[str]:
    """Return the names of the files that the rules were tuned on and the weights learned from."""
    return sorted(f"learnt/{path.name}" for path in (HERE / "learnt").glob("*.jsonl"))


def labelled(name: str) -> Iterator[Labelled]:
    """Yield the conversations of one file."""
    for line in (HERE / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        intents = frozenset(row["intents"])
        yield Labelled(
            **{
                **{k: row[k] for k in ("id", "kind", "texts", "language", "priorities", "says")},
                "intents": intents,
            }
        )


def alike(one: str, other: str) -> bool:
    """Whether two priorities are the same but for a small word."""
    first, second = plain_words(one).split(), plain_words(other).split()
    if first == second or one == other:
        return True
    shared = sum((Counter(first) & Counter(second)).values())
    return 2 * shared >= ALIKE * (len(first) + len(second)) and shared > 0


def score(conversations: Sequence[Labelled]) -> Score:
    """Read them all and compare."""
    done = Score()
    for each in conversations:
        result = read(each.texts, each.language)
        items = [priority.text for priority in result.priorities]
        left = list(each.priorities)
        right = 0
        for item in items:
            match = next((want for want in left if alike(item, want)), None)
            if match is not None:
                left.remove(match)
                right += 1
        said = frozenset(result.said)
        done.conversations += 1
        done.found += len(items)
        done.wanted += len(each.priorities)
        done.right += right
        done.counts += len(items) == len(each.priorities)
        in_order = len(items) == len(each.priorities) and all(
            alike(item, want) for item, want in zip(items, each.priorities, strict=True)
        )
        done.orders += in_order
        done.hits.update(said & each.intents)
        done.misses.update(each.intents - said)
        done.extra.update(said - each.intents)
        if not in_order or said != each.intents:
            done.wrong.append((each, items, sorted(said)))
    return done
