"""What a stretch of a reply is likely to say (pure but for its file of weights).

Each word, pair, triple and run of letters speaks for or against each thing that may be said, as
much as it did in labelled replies (logistic regression, one against all). The sum says how likely.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, sqrt
from operator import add

from app.conversations.likely.weights import load
from app.conversations.likely.words import Word

MATTERS = "matters"
SHORTEST, LONGEST = 3, 5
MANY = 4096
# Nothing is less likely than this power of e says.
FAR = 30.0
_LENGTHS = ["1", "1", "2", "3", "4", *["6"] * 2, *["9"] * 3, *["15"] * 6]
_file = load("saying.json")
LABELS: tuple[str, ...] = tuple(_file["labels"])
START: list[float] = [each / 100 for each in _file["start"]]
WEIGHTS: dict[str, list[int]] = _file["weights"]


def signs(words: Sequence[Word]) -> list[str]:
    """Return what is looked at in a stretch: words, runs of letters, pairs, triples, ends."""
    plain = [word.plain for word in words]
    found = [sign for word in dict.fromkeys(plain) for sign in _signs_of(word)]
    return found + _signs_between(plain)


def _signs_of(word: str) -> list[str]:
    """Return the signs of one word: itself, and its runs of letters."""
    if not word.isalpha():
        return [f"1{word}"]
    padded = f"_{word}_"
    runs = (
        f"c{padded[at : at + size]}"
        for size in range(SHORTEST, LONGEST + 1)
        for at in range(len(padded) - size + 1)
    )
    return [f"1{word}", *runs]


def _signs_between(plain: Sequence[str]) -> list[str]:
    """Return the signs of words beside each other, and of the stretch as a whole."""
    found = [f"2{one} {two}" for one, two in pairwise(plain)]
    for one, two, three in zip(plain, plain[1:], plain[2:], strict=False):
        found.append(f"3{one} {two} {three}")
        found.append(f"s{one} _ {three}")
    if plain:
        found += (f"<{plain[0]}", f">{plain[-1]}")
    found.append(f"l{length(len(plain))}")
    return found


@lru_cache(MANY)
def weights_of(word: str) -> tuple[list[int], int]:
    """Return what one word speaks for, summed up once, and the count of its signs."""
    found = _signs_of(word)
    return _summed(found, [0] * len(LABELS)), len(found)


def _summed(found: Sequence[str], sums: list[int]) -> list[int]:
    for each in found:
        known = WEIGHTS.get(each, ())
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
    share = 1 / (100 * sqrt(count))
    by_rules = _summed([f"r{each}" for each in noted], [0] * len(LABELS))
    return [
        1 / (1 + exp(min(FAR, -(start + here * share + there / 200))))
        for start, here, there in zip(START, sums, by_rules, strict=True)
    ]
