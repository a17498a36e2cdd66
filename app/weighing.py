"""Weighing words by learned weights (pure but for their files): what is looked at, and how likely.

Each word, its runs of letters, and words beside each other are signs; what they speak for was
learned from labelled texts by logistic regression, and is kept in whole hundredths.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Any

SHORTEST, LONGEST = 3, 5
HUNDREDTHS = 100
# Nothing is less likely than this power of e says.
FAR = 30.0


@dataclass(frozen=True)
class Weights:
    """What was learned: where each sum begins, and what each sign speaks for, in hundredths."""

    start: Sequence[float]
    of: dict[str, list[int]]


def load(path: Path) -> dict[str, Any]:
    """Return a file of weights as it stands."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def weights_in(path: Path) -> Weights:
    """Return what was learned and is kept in a file. It is large: ask for it once, when needed."""
    file = load(path)
    return Weights([each / HUNDREDTHS for each in file["start"]], file["weights"])


def signs_of(word: str) -> list[str]:
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


def signs_beside(plain: Sequence[str]) -> list[str]:
    """Return the signs of words beside each other: pairs, triples, pairs with one between."""
    found = [f"2{one} {two}" for one, two in pairwise(plain)]
    for one, two, three in zip(plain, plain[1:], plain[2:], strict=False):
        found.append(f"3{one} {two} {three}")
        found.append(f"s{one} _ {three}")
    return found


def likelihood(weighed: float) -> float:
    """Return how likely something is, from 0 to 1, by what speaks for and against it."""
    return 1 / (1 + exp(min(FAR, -weighed)))
