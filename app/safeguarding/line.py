"""What was heard as one line to search in (pure): its words, where each stands, what lies near.

A phrase is only looked for near a word of its own, so that a long text costs no more than its
words do, however many phrases may stand in it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.safeguarding.words import Word

TEXT_ENDS = "|"


@dataclass(frozen=True, slots=True)
class Heard:
    """A word or a break, the text that it stands in, and the clause or item of a list there."""

    word: Word
    text: int
    clause: int


ENDS = Heard(Word(TEXT_ENDS, 0, 0), -1, 0)


@dataclass(frozen=True)
class Line:
    """All that was heard as one line to search in, and where in it each word begins."""

    line: str
    heard: tuple[Heard, ...]
    starts: tuple[int, ...]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands, by its number among the words."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.line.split()):
            found.setdefault(word, []).append(place)
        return found

    @cached_property
    def _bounds(self) -> list[int]:
        """Where each word begins as it stands in the line, and where the line ends."""
        at, found = 1, []
        for word in self.line.split():
            found.append(at)
            at += len(word) + 1
        return [*found, at]

    def stretches(self, near: Iterable[int], reach: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of the line that lie within some words of these, in order, none twice."""
        bounds = self._bounds
        last = len(bounds) - 1
        begins = ends = -1
        for place in near:
            first = max(0, place - reach)
            if begins < 0 or first > ends:
                if begins >= 0:
                    yield bounds[begins] - 1, bounds[ends]
                begins = first
            ends = min(last, place + reach + 1)
        if begins >= 0:
            yield bounds[begins] - 1, bounds[ends]

    def without(self, stretches: Iterable[tuple[int, int]]) -> "Line":
        """Return a line in which some words, from one to another, say nothing any more."""
        parts, at = [], 0
        for first, last in _merged(stretches):
            start, end = self.starts[first], self.starts[last] + len(self.heard[last].word.plain)
            silent = "".join(char if char in " ;|" else "_" for char in self.line[start:end])
            parts += [self.line[at:start], silent]
            at = end
        return Line("".join([*parts, self.line[at:]]), self.heard, self.starts) if parts else self


def line_of(heard: Sequence[Heard]) -> Line:
    """Make a line of what was heard."""
    whole = (ENDS, *heard, ENDS)
    starts, place = [], 1
    for each in whole:
        starts.append(place)
        place += len(each.word.plain) + 1
    return Line(f" {' '.join(each.word.plain for each in whole)} ", whole, tuple(starts))


def _merged(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches in order, those that meet as one."""
    held: tuple[int, int] | None = None
    for first, last in sorted(stretches):
        if held is not None and first <= held[1]:
            held = held[0], max(held[1], last)
            continue
        if held is not None:
            yield held
        held = first, last
    if held is not None:
        yield held
