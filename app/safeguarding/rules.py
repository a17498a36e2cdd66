"""Rules of the room (pure): which phrases make which concern, looked up by their rarest words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, permutations

from app.safeguarding.patterns import A_NUMBER, ENDINGS, Pattern, pattern

STEM = 3
# What is said in any order, with so many words between.
_NEAR = " ~5 "
_CONTINUED = re.compile(r"\|\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """Phrases, one a line, that are signs of one kind of concern.

    With `also`, one of its phrases must be said as well, wherever. A `calm` rule is a way of
    speaking: its words are no sign for any other rule (tier 0), or only a lesser one.
    """

    name: str
    kind: str
    tier: int
    phrases: str
    also: str = ""
    medical: bool = False
    calm: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a rule, ready to be searched for."""

    rule: Rule
    pattern: Pattern


def lines(phrases: str) -> list[str]:
    """Return the phrases of a block of them; a line that ends in a bar goes on in the next.

    >>> lines("no food & home")
    ['no food ~5 home', 'home ~5 no food']
    """
    return [_NEAR.join(order) for row in rows(phrases) for order in permutations(row.split(" & "))]


def rows(phrases: str) -> list[str]:
    """Return the rows of a block of phrases as they are written, each on one line."""
    whole = [row.strip() for row in _CONTINUED.sub("|", phrases).splitlines()]
    return [row for row in whole if row]


def calm(name: str, phrases: str) -> Rule:
    """Return a rule for a way of speaking whose words are no sign for any other rule."""
    return Rule(name, "figure_of_speech", 0, phrases, calm=True)


class Index:
    """Phrases by the words that one of must be in a text for the phrase to be."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._whole: dict[str, list[int]] = {}
        self._stems: dict[str, list[tuple[str, int]]] = {}
        for number, phrase in enumerate(self.phrases):
            for key in phrase.pattern.keys:
                if key.endswith("*"):
                    stem = key.rstrip("*")
                    self._stems.setdefault(stem[:STEM], []).append((stem, number))
                else:
                    self._whole.setdefault(key, []).append(number)

    def possible(
        self, places: Mapping[str, Sequence[int]]
    ) -> Iterator[tuple[Phrase, Sequence[int]]]:
        """Yield, in the order of the rules, the phrases that may stand in a text, and where.

        `places` says where each word of the text stands: a phrase holds one of those it is given.
        """
        near: dict[int, list[Sequence[int]]] = {}
        for word, at in places.items():
            for number in self._with(word):
                near.setdefault(number, []).append(at)
        for number in sorted(near):
            every = near[number]
            yield self.phrases[number], every[0] if len(every) == 1 else sorted(chain(*every))

    def _with(self, word: str) -> set[int]:
        """The phrases, by number, that a word may stand in."""
        numbers = set(self._whole.get(word, ()))
        if word[0].isdigit():
            numbers.update(self._whole.get(A_NUMBER, ()))
        for ending in ENDINGS:
            if word.endswith(ending):
                numbers.update(self._whole.get(word.removesuffix(ending), ()))
        for stem, number in self._stems.get(word[:STEM], ()):
            if word.startswith(stem):
                numbers.add(number)
        return numbers


def index_of(rules: Iterable[Rule]) -> Index:
    """Make an index of the phrases of rules."""
    return Index(Phrase(rule, pattern(line)) for rule in rules for line in lines(rule.phrases))
