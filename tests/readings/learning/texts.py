"""The texts to learn from: what the rules make of each, and what stands in it by its labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from readings.score import Labelled

from app.conversations import reading
from app.conversations.likely.looking import ByRules
from app.conversations.likely.settling import Settled, as_looked_at
from app.conversations.likely.words import Word
from app.conversations.told import Told

Span = tuple[int, int]
# Texts that are edits, or were taken back, say nothing of where things begin and end.
CHANGES = ("_edited", "_not_for_us", "_edited_half_way")


@dataclass(frozen=True)
class Text:
    """One text of a labelled conversation: its words, what the rules find, what is there."""

    of: Labelled
    text: str
    words: list[Word]
    by_rules: ByRules
    spans: list[Span]

    @property
    def is_alone(self) -> bool:
        """Whether it is the whole conversation."""
        return len(self.of.texts) == 1


def texts_of(labelled: Labelled) -> list[Text] | None:
    """Return the texts of a conversation as the rules alone read them; None if one is changed."""
    seen: list[Text] = []
    where = located(labelled)
    changed = False

    def note(text: str, words: Sequence[Word], ruled: Settled, told: Told, reply: int) -> Settled:
        by_rules = as_looked_at(ruled, told, reply)
        if words:
            spans = [span for span in where[reply] if span[1] > words[0].start]
            seen.append(Text(labelled, text, list(words), by_rules, spans))
        return ruled

    def watched(name: str) -> Any:
        real = getattr(reading, name)

        def watch(*given: object) -> bool:
            nonlocal changed
            done = bool(real(*given))
            changed = changed or done
            return done

        return watch

    stands_in: dict[str, Any] = {name: watched(name) for name in CHANGES} | {"settled": note}
    with patch.multiple(reading, **stands_in):
        reading.read(labelled.texts, labelled.language)
    return None if changed else seen


def located(labelled: Labelled) -> list[list[Span]]:
    """Find where each labelled priority stands: the longest first, none over another."""
    found: list[list[Span]] = [[] for _ in labelled.texts]
    for priority in sorted(labelled.priorities, key=len, reverse=True):
        best = max(
            _places(labelled.texts, priority, found),
            default=None,
            key=lambda place: (place[0], -place[1], -place[2]),
        )
        if best:
            _, reply, start = best
            found[reply].append((start, start + len(priority)))
    return found


def _places(
    texts: Sequence[str], words: str, taken: Sequence[Sequence[Span]]
) -> Iterator[tuple[bool, int, int]]:
    for reply, text in enumerate(texts):
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            if not any(one < end and start < other for one, other in taken[reply]):
                yield _stands_alone(text, start, end), reply, start
            start = text.find(words, start + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is not a part of a longer word."""
    before = text[start - 1 : start] if start else ""
    behind = text[end : end + 1]
    return not (before.isalpha() and text[start].isalpha()) and not (
        behind.isalpha() and text[end - 1].isalpha()
    )
