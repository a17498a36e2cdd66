"""Which words of a reply bring it to a person sooner (pure): concerns in a conversation's texts.

Judged on each text as it stands and on all of them joined, before and apart from the reading of
priorities. It finds too much rather than too little, and it does not find everything: a tier of 0
only means that nothing was found, never that all is well. A person reads every reply.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from app.safeguarding.all_rules import RULES, fingerprint
from app.safeguarding.elsewhere import ELSEWHERE
from app.safeguarding.likely import LEARNT, is_surely_ordinary, likely_in, signs_of_likely
from app.safeguarding.line import ENDS, Heard, Line, line_of
from app.safeguarding.past import is_over
from app.safeguarding.rules import Index, Phrase, Rule, index_of
from app.safeguarding.signs import Concerns, Sign
from app.safeguarding.words import BREAK, Word, bare_words_of, words_of

# Another digit when the room looks in another way; the rest changes with any phrase by itself.
VERSION = f"3.{fingerprint()}.{LEARNT}"
# So many words of a clause are looked at on either side.
NEAR = 15
# What a young person did to themselves comes forward however long ago it was.
DONE_TO_ONESELF = ("overdose", "self_harm")
SAME_DAY = (1, 2)
# Found at tier 3 only where it is said not to be so.
DENIED = "suicide"
# What weights and net know too little of to leave anything out.
_IN_OTHER_LANGUAGES = frozenset(rule.name for rule in ELSEWHERE)


def concerns_in(texts: Sequence[str]) -> Concerns:
    """Return what in the texts of one conversation must be looked at, the gravest first.

    >>> found = concerns_in(["1 hair 2 hba1c 3 sometimes i wanna disappear"])
    >>> found.tier, [sign.kind for sign in found.signs]
    (1, ['suicide'])
    """
    heard = [words_of(text) for text in texts]
    likely = likely_in(heard)
    found = [
        sign
        for sign in _told(texts, heard)
        if sign.rule in _IN_OTHER_LANGUAGES or not is_surely_ordinary(sign, likely)
    ]
    if not any(sign.tier in SAME_DAY or sign.kind == DENIED for sign in found):
        # What no phrase tells or denies, words that were labelled by people may.
        found += signs_of_likely(likely)
    return Concerns(_gravest_first(found), VERSION)


def told_in(texts: Sequence[str]) -> Concerns:
    """Return what the phrases alone tell of, the gravest first: without what is only likely."""
    return Concerns(_told(texts, [words_of(text) for text in texts]), VERSION)


def _told(texts: Sequence[str], words: Sequence[Sequence[Word]]) -> tuple[Sign, ...]:
    heard = [_hear(each, number) for number, each in enumerate(words)]
    apart = line_of([*_parted(heard)])
    found = dict.fromkeys(_signs(apart))
    for joined in _joined(heard):
        if joined.line != apart.line:
            found.update(dict.fromkeys(_signs(joined, joined_only=True)))
    found.update(dict.fromkeys(_in_other_languages(texts)))
    return _gravest_first(found)


@cache
def _calm() -> Index:
    return index_of(rule for rule in RULES if rule.calm)


@cache
def _grave() -> Index:
    return index_of(rule for rule in RULES if not rule.calm)


@cache
def _elsewhere() -> Index:
    return index_of(ELSEWHERE)


@cache
def _also(rule: Rule) -> Index:
    return index_of([Rule(rule.name, rule.kind, rule.tier, rule.also)])


def _hear(words: Iterable[Word], text: int) -> list[Heard]:
    heard, clause = [], 0
    for word in words:
        clause += word.plain == BREAK or _is_mark(word)
        heard.append(Heard(word, text, clause))
    return heard


def _is_mark(word: Word) -> bool:
    """Return whether a word may be no more than the number of an item in a list."""
    return len(word.plain) == 1 and word.plain.isdigit()


def _parted(texts: Sequence[Sequence[Heard]]) -> Iterator[Heard]:
    for text in texts:
        yield ENDS
        yield from text


def _stands_apart(text: Sequence[Heard], place: int) -> bool:
    """Return whether a break is on either side of a word, as of the number before an item."""
    around = (*text[max(0, place - 1) : place], *text[place + 1 : place + 2])
    return all(each.word.plain == BREAK for each in around)


def _joined(texts: Sequence[Sequence[Heard]]) -> Iterator[Line]:
    """Yield all that was said in one breath: whole, without list marks, without small numbers."""
    said = [
        (each, _stands_apart(text, place))
        for text in texts
        for place, each in enumerate(text)
        if each.word.plain != BREAK
    ]
    lines = (
        line_of([each for each, _ in said]),
        line_of([each for each, apart in said if not (apart and _is_mark(each.word))]),
        line_of([each for each, _ in said if not _is_mark(each.word)]),
    )
    yield from {each.line: each for each in lines}.values()


def _signs(line: Line, *, joined_only: bool = False) -> Iterator[Sign]:
    silent = []
    for phrase, start, end in _found(line, _calm()):
        # A way of speaking is said in one breath: it silences nothing in another item of a list.
        if not _is_one_clause(line, start, end):
            continue
        yield from _shown(line, phrase.rule, start, end)
        silent.append((start, end))
    searched = line.without(silent)
    others: dict[Rule, tuple[int, int] | None] = {}
    for phrase, start, end in _found(searched, _grave()):
        rule = phrase.rule
        if joined_only and rule.tier > 1 and "~" in phrase.pattern.phrase:
            continue
        if _is_told_of(line, rule, start, end):
            continue
        if rule.also:
            if rule not in others:
                others[rule] = next((found[1:] for found in _found(searched, _also(rule))), None)
            other = others[rule]
            if other is None:
                continue
            yield from _shown(line, rule, *other)
        yield from _shown(line, rule, start, end)


def _is_one_clause(line: Line, first: int, last: int) -> bool:
    begins, ends = line.heard[first], line.heard[last]
    return (begins.text, begins.clause) == (ends.text, ends.clause)


def _in_other_languages(texts: Sequence[str]) -> Iterator[Sign]:
    heard = [_hear(bare_words_of(text), number) for number, text in enumerate(texts)]
    line = line_of([*_parted(heard)])
    for phrase, start, end in _found(line, _elsewhere()):
        yield from _shown(line, phrase.rule, start, end)


def _is_told_of(line: Line, rule: Rule, first: int, last: int) -> bool:
    """Return whether an emergency is only told of: it was, and is over."""
    if not rule.medical or rule.kind in DONE_TO_ONESELF:
        return False
    said = range(max(0, first - NEAR), min(len(line.heard), last + 1 + NEAR))
    clause = (
        line.heard[place].word.plain
        for place in said
        if first <= place <= last
        or _is_one_clause(line, min(place, first), max(place, first))
        or _is_one_clause(line, min(place, last), max(place, last))
    )
    return is_over(" ".join(clause))


def _found(line: Line, index: Index) -> Iterator[tuple[Phrase, int, int]]:
    """Yield each phrase that stands in a line, with its first and its last word by number."""
    for phrase, near in index.possible(line.places):
        for begins, ends in line.stretches(near, phrase.pattern.reach):
            for match in phrase.pattern.search.finditer(line.line, begins, ends):
                first = bisect_right(line.starts, match.start() + 1) - 1
                yield phrase, first, bisect_right(line.starts, match.end() - 1) - 1


def _shown(line: Line, rule: Rule, first: int, last: int) -> Iterator[Sign]:
    """Yield a sign for each text that the words of a rule stand in."""
    if not rule.tier:
        return
    heard = [each for each in line.heard[first : last + 1] if each.text >= 0]
    for text in dict.fromkeys(each.text for each in heard):
        words = [each.word for each in heard if each.text == text]
        start, end = min(word.start for word in words), max(word.end for word in words)
        yield Sign(rule.kind, rule.tier, text, start, end, rule.name, rule.medical)


def _gravest_first(found: Iterable[Sign]) -> tuple[Sign, ...]:
    """Return signs in order, without those that others of their kind hold already."""
    signs = sorted(found, key=lambda sign: (sign.tier, sign.text, sign.start, -sign.end))
    held: dict[tuple[str, int], dict[int, _Held]] = {}
    kept: list[Sign] = []
    for sign in signs:
        tiers = held.setdefault((sign.kind, sign.text), {})
        if not any(each.holds(sign) for each in tiers.values()):
            tiers.setdefault(sign.tier, _Held()).add(sign)
            kept.append(sign)
    return tuple(kept)


class _Held:
    """Signs of one kind and tier in one text, added in the order in which they begin."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, sign: Sign) -> None:
        """Add a sign: of those that begin before a place, what counts is which ends last."""
        self._starts.append(sign.start)
        self._ends.append(max([sign.end, *self._ends[-1:]]))

    def holds(self, sign: Sign) -> bool:
        """Return whether one of them begins no later and ends no sooner."""
        before = bisect_right(self._starts, sign.start)
        return before > 0 and self._ends[before - 1] >= sign.end
