"""Where the things that matter likely begin and end (pure but for its file of weights).

Each word begins a thing that matters, goes on with it, or stands beside; what is looked at speaks
for one of these as much as it did in labelled replies (a linear-chain conditional random field;
the best of all ways through a text is found as A. Viterbi taught, 1967).
"""

from collections.abc import Sequence

from app.conversations.likely.looking import TAGS
from app.conversations.likely.weights import load
from app.conversations.likely.words import Word

_file = load("tagging.json")
_WEIGHTS: dict[str, list[int]] = _file["weights"]
_STEPS: list[list[int]] = _file["steps"]
# Nothing goes on that has not begun.
NEVER = -1_000_000


def best_tags(seen: Sequence[Sequence[str]]) -> list[str]:
    """Return the likeliest tag of each word, all words considered together."""
    if not seen:
        return []
    sums = [_sums(each) for each in seen]
    sums[0][1] += NEVER
    best, came = list(sums[0]), []
    for here in sums[1:]:
        row, back = [], []
        for tag in range(3):
            ways = [best[before] + _STEPS[before][tag] for before in range(3)]
            if tag == 1:
                ways[2] += NEVER
            top = max(range(3), key=ways.__getitem__)
            row.append(ways[top] + here[tag])
            back.append(top)
        best = row
        came.append(back)
    tag = max(range(3), key=best.__getitem__)
    tags = [tag]
    for back in reversed(came):
        tag = back[tag]
        tags.append(tag)
    return [TAGS[tag] for tag in reversed(tags)]


def _sums(seen: Sequence[str]) -> list[int]:
    """Add up what speaks for each tag of one word."""
    known = [weights for each in seen if (weights := _WEIGHTS.get(each))]
    return [sum(each) for each in zip(*known, strict=True)] if known else [0, 0, 0]


def spans_of(words: Sequence[Word], tags: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches text[start:end] that tags mark as one thing each."""
    found: list[tuple[int, int]] = []
    for word, tag in zip(words, tags, strict=True):
        if tag == "B":
            found.append((word.start, word.end))
        elif tag == "I":
            found[-1] = (found[-1][0], word.end)
    return found
