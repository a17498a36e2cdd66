"""What a stretch of a reply is likely to say (pure but for its file of weights).

Each word, pair, triple and run of letters speaks for or against each thing that may be said, as
much as it did in labelled replies (logistic regression, one against all). The sum says how likely.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from math import sqrt
from pathlib import Path
from struct import Struct

from app.conversations.intent import Intent
from app.conversations.likely.words import Word
from app.conversations.plain import LATELY
from app.weighing import HUNDREDTHS, Weights, likelihood, signs_beside, signs_of, weights_in

MATTERS = "matters"
MANY = 4096
# What the rules note counts half a sign, whatever the length of the text.
NOTED = 1 / (2 * HUNDREDTHS)
_LENGTHS = ["1", "1", "2", "3", "4", *["6"] * 2, *["9"] * 3, *["15"] * 6]
# What no words are needed for.
NEVER_LEARNT = frozenset({Intent.MEDIA, Intent.EMPTY, Intent.WHICH, Intent.BLOCKED})
LABELS = (MATTERS, *(intent.value for intent in Intent if intent not in NEVER_LEARNT))


# What speaks for each label is written as digits of one number, so that all are added at once. None
# is ever as large as half of what a digit holds.
DIGIT = 32
HALF = 1 << (DIGIT - 1)
BYTES = len(LABELS) * DIGIT // 8
_ALL_HALVES = sum(HALF << (DIGIT * place) for place in range(len(LABELS)))
_DIGITS = Struct(f"<{len(LABELS)}I")


@dataclass(frozen=True)
class Spoken:
    """What was learned: where each sum begins, and what each sign speaks for, as one number."""

    start: Sequence[float]
    of: dict[str, int]


@cache
def learnt() -> Spoken:
    """Return what each sign speaks for. It is much: ask for it once, when needed."""
    return spoken(weights_in(Path(__file__).with_name("saying.json")))


def spoken(weights: Weights) -> Spoken:
    """Write each sign's pairs, the place of a label and what speaks for it, as one number."""
    return Spoken(weights.start, {sign: packed(pairs) for sign, pairs in weights.of.items()})


def packed(pairs: Sequence[int]) -> int:
    """Write pairs as one number, so that sums of such are sums of each.

    >>> unpacked(packed([0, 5, 2, -3]) + packed([2, 1]))[:3]
    [5, 0, -2]
    """
    return sum(
        weight << (DIGIT * place) for place, weight in zip(pairs[::2], pairs[1::2], strict=True)
    )


def unpacked(total: int) -> list[int]:
    """Return what speaks for each label of what was written, or added up, as one number."""
    digits = _DIGITS.unpack((total + _ALL_HALVES).to_bytes(BYTES, "little"))
    return [digit - HALF for digit in digits]


def signs(words: Sequence[Word]) -> list[str]:
    """Return what is looked at in a stretch: words, runs of letters, pairs, triples, ends."""
    plain = [word.plain for word in words]
    found = [sign for word in dict.fromkeys(plain) for sign in signs_of(word)]
    return found + _signs_between(plain)


def _signs_between(plain: Sequence[str]) -> list[str]:
    """Return the signs of words beside each other, and of the stretch as a whole."""
    found = signs_beside(plain)
    if plain:
        found += (f"<{plain[0]}", f">{plain[-1]}")
    found.append(f"l{length(len(plain))}")
    return found


def _summed(found: Sequence[str]) -> int:
    return sum(map(learnt().of.get, found, repeat(0)))


@lru_cache(MANY)
def _weight_of(word: str) -> tuple[int, int]:
    """Return what one word speaks for, summed up once, and the count of its signs."""
    found = signs_of(word)
    return _summed(found), len(found)


@lru_cache(LATELY)
def _heard(plain: tuple[str, ...]) -> tuple[int, int]:
    """Return what all words of a stretch speak for, and the count of their signs."""
    between = _signs_between(plain)
    total, count = _summed(between), len(between)
    for word in dict.fromkeys(plain):
        weight, signs_of_word = _weight_of(word)
        total += weight
        count += signs_of_word
    return total, count


def forget() -> None:
    """Forget what was summed up: what is learned is another now."""
    _weight_of.cache_clear()
    _heard.cache_clear()


def length(count: int) -> str:
    """Return a length as one of a few sizes."""
    return _LENGTHS[count] if count < len(_LENGTHS) else "more"


def likely_said(words: Sequence[Word], noted: Sequence[str] = ()) -> list[float]:
    """Return how likely a stretch says each of LABELS, from 0 to 1; `noted` is what rules found."""
    total, count = _heard(tuple(word.plain for word in words))
    share = 1 / (HUNDREDTHS * sqrt(count))
    by_rules = _summed([f"r{each}" for each in noted])
    return [
        likelihood(start + here * share + there * NOTED)
        for start, here, there in zip(
            learnt().start, unpacked(total), unpacked(by_rules), strict=True
        )
    ]
