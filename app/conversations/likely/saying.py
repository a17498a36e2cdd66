"""What a stretch of a reply is likely to say (pure but for its file of weights).

Each word, pair, triple and run of letters speaks for or against each thing that may be said, as
much as it did in labelled replies (logistic regression, one against all). The sum says how likely.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import sqrt
from operator import add
from pathlib import Path

from app.conversations.intent import Intent
from app.conversations.likely.words import Word
from app.weighing import HUNDREDTHS, Weights, likelihood, signs_beside, signs_of, weights_in

MATTERS = "matters"
MANY = 4096
# What the rules note counts half a sign, whatever the length of the text.
NOTED = 1 / (2 * HUNDREDTHS)
_LENGTHS = ["1", "1", "2", "3", "4", *["6"] * 2, *["9"] * 3, *["15"] * 6]
# What no words are needed for.
NEVER_LEARNT = frozenset({Intent.MEDIA, Intent.EMPTY, Intent.WHICH, Intent.BLOCKED})
LABELS = (MATTERS, *(intent.value for intent in Intent if intent not in NEVER_LEARNT))


@cache
def learnt() -> Weights:
    """Return the weights of each sign, as pairs: the place of a label, what speaks for it."""
    return weights_in(Path(__file__).with_name("saying.json"))


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


@lru_cache(MANY)
def weights_of(word: str) -> tuple[list[int], int]:
    """Return what one word speaks for, summed up once, and the count of its signs."""
    found = signs_of(word)
    return _summed(found, [0] * len(LABELS)), len(found)


def _summed(found: Sequence[str], sums: list[int]) -> list[int]:
    weights = learnt().of
    for each in found:
        known = weights.get(each, ())
        for place in range(0, len(known), 2):
            sums[known[place]] += known[place + 1]
    return sums


def length(count: int) -> str:
    """Return a length as one of a few sizes."""
    return _LENGTHS[count] if count < len(_LENGTHS) else "more"


def likely_said(words: Sequence[Word], noted: Sequence[str] = ()) -> list[float]:
    """Return how likely a stretch says each of LABELS, from 0 to 1; `noted` is what rules found."""
    plain = [word.plain for word in words]
    between = _signs_between(plain)
    sums, count = _summed(between, [0] * len(LABELS)), len(between)
    for word in dict.fromkeys(plain):
        weights, signs_of_word = weights_of(word)
        sums = list(map(add, sums, weights))
        count += signs_of_word
    share = 1 / (HUNDREDTHS * sqrt(count))
    by_rules = _summed([f"r{each}" for each in noted], [0] * len(LABELS))
    return [
        likelihood(start + here * share + there * NOTED)
        for start, here, there in zip(learnt().start, sums, by_rules, strict=True)
    ]
