"""What is likely a concern where no phrase tells (pure but for its file of weights).

Words, pairs, triples and runs of letters speak for or against looking at a text now, or the same
day, as much as they did in texts that people labelled (logistic regression); a net that sees all
words together speaks as well, and both count the same. What is likely comes forward though no
phrase tells; what a phrase tells is left out only where both know the words and hold it for surely
ordinary.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import sha256
from math import sqrt
from pathlib import Path

from app.safeguarding.likely_net import plain_of, share_known, weighed_by_net
from app.safeguarding.signs import Sign
from app.safeguarding.words import BREAK, Word
from app.weighing import FAR, HUNDREDTHS, Weights, likelihood, signs_beside, signs_of, weights_in

MANY = 4096
KIND, RULE = "likely", "likely"
# How likely it must be that a person should look the same day, and that life is at risk now.
SOON, NOW = 0.84, 0.5
# How unlikely it must be for a phrase of a tier to be left out, and how many words be known.
SURELY_ORDINARY, ENOUGH_KNOWN = {1: 0.06, 2: 0.2}, 0.8
# In a text of more letters than a few sentences have, nothing is left out.
MOST_LETTERS = 300
# What so many ordinary replies speak of that only the phrase can tell; it is never left out.
ALWAYS = frozenset({"stopped_vital_medicine"})
# Where words speak so little for it (log odds), the net is not asked.
QUIET = -4.0
# Of so many texts the last are looked at by the net one by one.
MOST_TEXTS = 40
# So few words are shown as what made it so.
SHOWN = 4
# Of a clause that is longer than this each part is judged too, or few words would drown in it.
LONG, PART, STEP = 60, 24, 12
# So many clauses may be a list.
LISTED = 3

_path = Path(__file__).with_name("likely.json")
_net = _path.with_name("likely_net.npz")
# Other letters and digits as soon as any weight is another.
LEARNT = sha256(_path.read_bytes() + _net.read_bytes()).hexdigest()[:8]


@cache
def learnt() -> Weights:
    """Return the weights of each sign: for looking at once, and the same day."""
    return weights_in(_path)


@dataclass(frozen=True)
class Likely:
    """How likely one must look at once, and soon, from 0 to 1; which words of which text say so.

    `heard` are the words of all texts.
    """

    at_once: float
    soon: float
    heard: Sequence[Sequence[Word]]
    text: int = 0
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What speaks for looking at once, and soon, in log odds; where, and in which words."""

    at_once: float
    soon: float
    text: int
    words: Sequence[Word]


def likely_in(heard: Sequence[Sequence[Word]]) -> Likely:
    """Return how likely the texts of one conversation are a concern, and which words say so.

    `heard` are the words of each text. Each counts by itself, so that none calms another; what they
    say together counts as well.
    """
    by_words = [_gravest(words, text) for text, words in enumerate(heard)]
    loud = [found for found in by_words[-MOST_TEXTS:] if found.soon > QUIET]
    each = [_with_net(found, [heard[found.text]]) for found in loud]
    # Few words drown in a list or a long text for the net as well: it looks at them by themselves.
    each += [_with_net(one, [one.words]) for one in loud if _may_drown(heard[one.text])]
    if loud and len(heard) > 1:
        each.append(_with_net(max(loud, key=_grave), heard))
    gravest = max(each or by_words, key=_grave, default=_Weighed(-FAR, -FAR, 0, ()))
    return Likely(
        likelihood(gravest.at_once),
        likelihood(gravest.soon),
        heard,
        gravest.text,
        _strongest(gravest.words),
    )


def _may_drown(words: Sequence[Word]) -> bool:
    return len(words) > LONG or len(list(clauses_of(words))) >= LISTED


def signs_of_likely(found: Likely) -> Iterator[Sign]:
    """Yield a sign for each word that makes a concern likely, where it is likely enough."""
    if found.soon >= SOON:
        tier = 1 if found.at_once >= NOW else 2
        for word in found.words:
            yield Sign(KIND, tier, found.text, word.start, word.end, RULE, medical=False)


def is_surely_ordinary(sign: Sign, found: Likely) -> bool:
    """Whether what a phrase found is left out: hardly likely a concern, and the words known.

    All texts together must be so, the one that holds the phrase, and its clause by itself: no list
    and nothing said beside it calms a grave word. Where life may be at risk, it must be all that
    was said.
    """
    at_most = 0.0 if sign.kind in ALWAYS else SURELY_ORDINARY.get(sign.tier, 0.0)
    if not at_most or found.soon >= at_most or share_known(plain_of(found.heard)) < ENOUGH_KNOWN:
        return False
    words = found.heard[sign.text]
    if not words:
        return False
    parts = list(clauses_of(words))
    alone = len(parts) == len(found.heard) == 1
    if words[-1].end > MOST_LETTERS or (sign.tier == 1 and not alone):
        return False
    clause = [
        word
        for part in parts
        if any(word.start < sign.end and sign.start < word.end for word in part)
        for word in part
    ]
    stretches = [clause, words]
    weighed = [_with_net(_gravest(each, sign.text), [each]) for each in stretches]
    weighed.append(_with_net(weighed[-1], found.heard))
    return bool(clause) and likelihood(max(each.soon for each in weighed)) < at_most


def _grave(found: _Weighed) -> float:
    return likelihood(found.at_once) + likelihood(found.soon)


def _with_net(found: _Weighed, heard: Sequence[Sequence[Word]]) -> _Weighed:
    """Let the net speak as loud as the words."""
    at_once, soon = weighed_by_net(plain_of(heard))
    return replace(found, at_once=(found.at_once + at_once) / 2, soon=(found.soon + soon) / 2)


def _gravest(words: Sequence[Word], text: int) -> _Weighed:
    """Return what speaks for the gravest of a text, its clauses, and the parts of long ones."""
    parts = list(clauses_of(words))
    all_of_it = [word for word in words if word.plain != BREAK]
    stretches = [all_of_it, *(parts if len(parts) > 1 else []), *_parts_of_long_ones(parts)]
    weighed = (_weighed(each, text) for each in stretches if each)
    return max(weighed, key=_grave, default=_Weighed(-FAR, -FAR, text, ()))


def _parts_of_long_ones(clauses: Iterable[list[Word]]) -> Iterator[list[Word]]:
    for clause in clauses:
        if len(clause) > LONG:
            for start in range(0, len(clause) - PART + STEP, STEP):
                yield clause[start : start + PART]


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


def _weighed(words: Sequence[Word], text: int) -> _Weighed:
    sums, count = [0, 0], 0
    for word in dict.fromkeys(word.plain for word in words):
        at_once, soon, signs = _weights_of(word)
        sums = [sums[0] + at_once, sums[1] + soon]
        count += signs
    weights, between = learnt(), signs_between([word.plain for word in words])
    for each in between:
        at_once, soon = weights.of.get(each, (0, 0))
        sums = [sums[0] + at_once, sums[1] + soon]
    share = 1 / (HUNDREDTHS * sqrt(count + len(between)))
    now, later = (start + each * share for start, each in zip(weights.start, sums, strict=True))
    return _Weighed(now, later, text, words)


def _strongest(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words that speak most for looking at a text, in their order."""
    most = sorted(words, key=lambda word: -_weights_of(word.plain)[1])[:SHOWN]
    return tuple(word for word in words if word in most and word.end > word.start)


@lru_cache(MANY)
def _weights_of(word: str) -> tuple[int, int, int]:
    signs, weights = signs_of(word), learnt().of
    known = [weights[each] for each in signs if each in weights]
    return sum(each[0] for each in known), sum(each[1] for each in known), len(signs)


def signs_between(plain: Sequence[str]) -> list[str]:
    """Return what is looked at in words beside each other: pairs, triples, some with a gap."""
    found = signs_beside(plain)
    for one, two, _, four in zip(plain, plain[1:], plain[2:], plain[3:], strict=False):
        found.append(f"S{one} {two} _ {four}")
    found.append(f"l{min(len(plain), 12) // 3}")
    return found
