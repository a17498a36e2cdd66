"""Where the things that matter likely begin and end (pure but for its file of weights).

Each word begins a thing that matters, goes on with it, or stands beside; what is looked at speaks
for one of these as much as it did in labelled replies (a linear-chain conditional random field;
the best of all ways through a text is found as A. Viterbi taught, 1967).
"""

from collections.abc import Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

from app.conversations.likely.looking import TAGS
from app.conversations.likely.words import Word
from app.weighing import load

# Three whole numbers are added at once, as digits of one: none is ever as large as half of this.
BASE = 1 << 24
HALF = BASE >> 1
# Less than anything else comes to.
NEVER = -1_000_000


def packed(three: Sequence[int]) -> int:
    """Write three small whole numbers as one, so that sums of such are sums of each."""
    begins, goes_on, besides = three
    return (begins * BASE + goes_on) * BASE + besides


def unpacked(one: int) -> list[int]:
    """Return the three numbers that were written, or added up, as one.

    >>> unpacked(packed([3, -2, 5]) + packed([-4, -1, -7]))
    [-1, -3, -2]
    """
    besides = (one + HALF) % BASE - HALF
    one = (one - besides) // BASE
    goes_on = (one + HALF) % BASE - HALF
    return [(one - goes_on) // BASE, goes_on, besides]


@cache
def _learnt() -> tuple[dict[str, int], list[list[int]]]:
    """Return what each sign speaks for, written as one, and each step from tag to tag."""
    file = load(Path(__file__).with_name("tagging.json"))
    return {sign: packed(each) for sign, each in file["weights"].items()}, file["steps"]


def best_tags(seen: Sequence[Sequence[str]]) -> list[str]:
    """Return the likeliest tag of each word, all words considered together."""
    if not seen:
        return []
    weights, steps = _learnt()
    return _best_way([unpacked(sum(map(weights.get, each, repeat(0)))) for each in seen], steps)


def _best_way(sums: Sequence[Sequence[int]], steps: Sequence[Sequence[int]]) -> list[str]:
    """Return the best way through what speaks for each tag; nothing goes on that has not begun."""
    (b_b, b_i, b_o), (i_b, i_i, i_o), (o_b, _, o_o) = steps
    begins, goes_on, besides = sums[0][0], NEVER, sums[0][2]
    came: list[tuple[str, str, str]] = []
    for here_b, here_i, here_o in sums[1:]:
        to_b, from_b = max((begins + b_b, "B"), (goes_on + i_b, "I"), (besides + o_b, "O"))
        to_i, from_i = max((begins + b_i, "B"), (goes_on + i_i, "I"))
        to_o, from_o = max((begins + b_o, "B"), (goes_on + i_o, "I"), (besides + o_o, "O"))
        came.append((from_b, from_i, from_o))
        begins, goes_on, besides = to_b + here_b, to_i + here_i, to_o + here_o
    tag = max((begins, "B"), (goes_on, "I"), (besides, "O"))[1]
    tags = [tag]
    for back in reversed(came):
        tag = back[TAGS.index(tag)]
        tags.append(tag)
    return tags[::-1]


def spans_of(words: Sequence[Word], tags: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches text[start:end] that tags mark as one thing each."""
    found: list[tuple[int, int]] = []
    for word, tag in zip(words, tags, strict=True):
        if tag == "B":
            found.append((word.start, word.end))
        elif tag == "I":
            found[-1] = (found[-1][0], word.end)
    return found
