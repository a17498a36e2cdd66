"""One change to a list, and the thing of the list that it names (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.conversations.edit_patterns import WORDS
from app.conversations.plain import plain_words

LIKE = 0.6
NEARLY = 0.75
# The same words and more of them.
FULLER = 0.9
# Words that name nothing by themselves.
_SAYS_NOTHING = """
    it i that this them me a an and to of is in on im its my the so for
"""
SAYS_NOTHING = frozenset(_SAYS_NOTHING.split())
BESIDE = re.compile(
    r"^(?:(?:the|my|that|about|one|bit|part|thing|of)\s+)+|\s+(?:one|bit|thing|part)$"
)


JOINT = re.compile(r"(?:\band\b|\bn\b|&|,|\+)", re.IGNORECASE)


@dataclass(frozen=True)
class Item:
    """One thing of the list so far: its words and the number it was given, if any."""

    text: str
    number: int | None = None


@dataclass(frozen=True)
class Edit:
    """One change: `act` is replace, add, remove, clear, clear last, first, swap, undo, nothing; the
    item's place in the list; and where the new words stand, text[start:end]."""

    act: str
    place: int = -1
    other: int = -1
    start: int = 0
    end: int = 0


def at(given: str, items: Sequence[Item]) -> int | None:
    """Return the place in the list of what a number, a letter or "last" names."""
    word = given.lower()
    digits = re.match(r"\d+", word)
    number = int(digits[0]) if digits else WORDS.get(word)
    if number == -1:
        return len(items) - 1
    numbers = [item.number for item in items]
    if number in numbers:
        return numbers.index(number)
    if any(numbers):
        return None
    return number - 1 if number and 0 < number <= len(items) else None


def named(words: str, items: Sequence[Item]) -> int | None:
    """Return the place of the item that these words name: its own words, or most of them."""
    exact = named_exactly(words, items)
    wanted = BESIDE.sub("", plain_words(words))
    if exact is not None or not wanted:
        return exact
    plain = [plain_words(item.text) for item in items]
    best = max(range(len(plain)), key=lambda place: ratio(plain[place], wanted))
    return best if ratio(plain[best], wanted) >= NEARLY else None


def named_exactly(words: str, items: Sequence[Item]) -> int | None:
    """Return the place of the first item that has all of these words."""
    wanted = BESIDE.sub("", plain_words(words))
    if not set(wanted.split()) - SAYS_NOTHING:
        return None
    for place, item in enumerate(items):
        if set(wanted.split()) <= set(plain_words(item.text).split()):
            return place
    return None


def names_half(words: str, item: str) -> bool:
    """Whether words name only one side of an item that was not parted: the other must stay."""
    if not JOINT.search(item) or JOINT.search(words):
        return False
    return 2 * len(plain_words(words).split()) < len(plain_words(item).split())


def closest(words: str, items: Sequence[Item], like: float = LIKE) -> int | None:
    """Return the place of the item that these words may be a correction of."""
    wanted = plain_words(words)
    scores = [
        max(
            [
                FULLER if set(plain.split()) <= set(wanted.split()) else ratio(plain, wanted),
                *(ratio(word, wanted) for word in plain.split() if len(plain.split()) <= 2),
            ],
            default=0.0,
        )
        for plain in (plain_words(item.text) for item in items)
    ]
    best = max(range(len(scores)), key=scores.__getitem__)
    return best if scores[best] >= like else None


def ratio(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()
