"""What is likely a concern where no phrase tells (pure but for its file of weights).

Words, pairs, triples and runs of letters speak for or against looking at a text now, or the same
day, as much as they did in texts that people labelled (logistic regression). It only ever brings
more forward: what a phrase found stays found.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from math import sqrt
from pathlib import Path

from app.safeguarding.signs import Sign
from app.safeguarding.words import BREAK, Word, words_of
from app.weighing import HUNDREDTHS, likelihood, load, signs_beside, signs_of

MANY = 4096
KIND, RULE = "likely", "likely"
# How likely it must be that a person should look the same day, and that life is at risk now.
SOON, NOW = 0.85, 0.6
# So few words are shown as what made it so.
SHOWN = 4
# Of a clause that is longer than this each part is judged too, or few words would drown in it.
LONG, PART, STEP = 60, 24, 12

_path = Path(__file__).with_name("likely.json")
_file = load(_path)
# Other letters and digits as soon as any weight is another.
LEARNT = sha256(_path.read_bytes()).hexdigest()[:8]
START: list[float] = [each / HUNDREDTHS for each in _file["start"]]
WEIGHTS: dict[str, list[int]] = _file["weights"]


@dataclass(frozen=True)
class Likely:
    """How likely one must look now, and the same day, from 0 to 1; and which words say so most."""

    at_once: float
    soon: float
    words: tuple[Word, ...] = ()


def likely_signs(texts: Sequence[str]) -> Iterator[Sign]:
    """Yield a sign for each text of a conversation that a person likely must look at soon."""
    for number, text in enumerate(texts):
        found = likeliest(words_of(text))
        if found.soon < SOON or not found.words:
            continue
        tier = 1 if found.at_once >= NOW else 2
        for word in found.words:
            yield Sign(KIND, tier, number, word.start, word.end, RULE, medical=False)


def likeliest(words: Sequence[Word]) -> Likely:
    """Return the gravest of a whole text, of each of its clauses, and of the parts of long ones."""
    parts = list(clauses_of(words))
    all_of_it = [word for word in words if word.plain != BREAK]
    stretches = [all_of_it, *(parts if len(parts) > 1 else []), *_parts_of_long_ones(parts)]
    return max((_judged(each) for each in stretches if each), key=_grave, default=Likely(0, 0))


def _parts_of_long_ones(clauses: Iterable[list[Word]]) -> Iterator[list[Word]]:
    for clause in clauses:
        if len(clause) > LONG:
            for start in range(0, len(clause) - PART + STEP, STEP):
                yield clause[start : start + PART]


def _grave(found: Likely) -> float:
    return found.at_once + found.soon


def clauses_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Part words at their breaks, and at what may be the number of an item."""
    clause: list[Word] = []
    for word in words:
        if word.plain == BREAK or (len(word.plain) == 1 and word.plain.isdigit()):
            if clause:
                yield clause
            clause = []
        else:
            clause.append(word)
    if clause:
        yield clause


def _judged(words: Sequence[Word]) -> Likely:
    sums, count = [0, 0], 0
    for word in dict.fromkeys(word.plain for word in words):
        at_once, soon, signs = _weights_of(word)
        sums = [sums[0] + at_once, sums[1] + soon]
        count += signs
    between = signs_between([word.plain for word in words])
    for each in between:
        at_once, soon = WEIGHTS.get(each, (0, 0))
        sums = [sums[0] + at_once, sums[1] + soon]
    share = 1 / (HUNDREDTHS * sqrt(count + len(between)))
    likely = [likelihood(start + each * share) for start, each in zip(START, sums, strict=True)]
    return Likely(likely[0], likely[1], _strongest(words) if likely[1] >= SOON else ())


def _strongest(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that speak most for looking at a text, in their order."""
    most = sorted(words, key=lambda word: -_weights_of(word.plain)[1])[:SHOWN]
    return tuple(word for word in words if word in most and word.end > word.start)


@lru_cache(MANY)
def _weights_of(word: str) -> tuple[int, int, int]:
    signs = signs_of(word)
    known = [WEIGHTS[each] for each in signs if each in WEIGHTS]
    return sum(each[0] for each in known), sum(each[1] for each in known), len(signs)


def signs_between(plain: Sequence[str]) -> list[str]:
    """Return what is looked at in words beside each other: pairs, triples, some with a gap."""
    found = signs_beside(plain)
    for one, two, _, four in zip(plain, plain[1:], plain[2:], plain[3:], strict=False):
        found.append(f"S{one} {two} _ {four}")
    found.append(f"l{min(len(plain), 12) // 3}")
    return found
