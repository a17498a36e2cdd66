"""Which words of a reply bring it to a person sooner (pure): concerns in a conversation's texts.

Judged on each text as it stands and on all of them joined, before and apart from the reading of
priorities. It finds too much rather than too little, and it does not find everything: a tier of 0
only means that nothing was found, never that all is well. A person reads every reply.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.safeguarding.all_rules import RULES
from app.safeguarding.elsewhere import ELSEWHERE
from app.safeguarding.past import is_over
from app.safeguarding.rules import Index, Phrase, Rule, index_of
from app.safeguarding.signs import Concerns, Sign
from app.safeguarding.words import BREAK, Word, bare_words_of, words_of

VERSION = "2025.1"
# What a young person did to themselves comes forward however long ago it was.
DONE_TO_ONESELF = ("overdose", "self_harm")
_TEXT_ENDS = "|"


@dataclass(frozen=True, slots=True)
class _Heard:
    """A word or a break, and the text that it stands in."""

    word: Word
    text: int


@dataclass(frozen=True, slots=True)
class _Line:
    """All that was heard as one line to search in, and where in it each word begins."""

    line: str
    heard: tuple[_Heard, ...]
    starts: tuple[int, ...]

    @property
    def words(self) -> frozenset[str]:
        """Return the words of the line."""
        return frozenset(self.line.split())


def concerns_in(texts: Sequence[str]) -> Concerns:
    """Return what in the texts of one conversation must be looked at, the gravest first.

    >>> found = concerns_in(["1 hair 2 hba1c 3 sometimes i wanna disappear"])
    >>> found.tier, [sign.kind for sign in found.signs]
    (1, ['suicide'])
    """
    heard = [[_Heard(word, number) for word in words_of(text)] for number, text in enumerate(texts)]
    apart = _line([*_parted(heard)])
    found = dict.fromkeys(_signs(apart))
    for joined in _joined(heard):
        if joined.line != apart.line:
            found.update(dict.fromkeys(_signs(joined, joined_only=True)))
    found.update(dict.fromkeys(_in_other_languages(texts)))
    return Concerns(_gravest_first(found), VERSION)


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


def _is_mark(word: Word) -> bool:
    """Return whether a word may be no more than the number of an item in a list."""
    return len(word.plain) == 1 and word.plain.isdigit()


def _parted(texts: Sequence[Sequence[_Heard]]) -> Iterator[_Heard]:
    for text in texts:
        yield _Heard(Word(_TEXT_ENDS, 0, 0), -1)
        yield from text


def _joined(texts: Sequence[Sequence[_Heard]]) -> Iterator[_Line]:
    """Yield all that was said in one breath: whole, without list marks, without small numbers."""
    said = [
        (each, place == 0 or text[place - 1].word.plain == BREAK)
        for text in texts
        for place, each in enumerate(text)
        if each.word.plain != BREAK
    ]
    lines = (
        _line([each for each, _ in said]),
        _line([each for each, opens in said if not (opens and _is_mark(each.word))]),
        _line([each for each, _ in said if not _is_mark(each.word)]),
    )
    yield from {each.line: each for each in lines}.values()


def _line(heard: Sequence[_Heard]) -> _Line:
    ends = _Heard(Word(_TEXT_ENDS, 0, 0), -1)
    whole = (ends, *heard, ends)
    starts, place = [], 1
    for each in whole:
        starts.append(place)
        place += len(each.word.plain) + 1
    return _Line(f" {' '.join(each.word.plain for each in whole)} ", whole, tuple(starts))


def _signs(line: _Line, *, joined_only: bool = False) -> Iterator[Sign]:
    searched = line
    for phrase, start, end in list(_found(line, _calm())):
        yield from _shown(line, phrase.rule, start, end)
        searched = _without(searched, start, end)
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


def _in_other_languages(texts: Sequence[str]) -> Iterator[Sign]:
    heard = [
        [_Heard(word, number) for word in bare_words_of(text)] for number, text in enumerate(texts)
    ]
    line = _line([*_parted(heard)])
    for phrase, start, end in _found(line, _elsewhere()):
        yield from _shown(line, phrase.rule, start, end)


def _is_told_of(line: _Line, rule: Rule, first: int, last: int) -> bool:
    """Return whether an emergency is only told of: it was, and is over."""
    if not rule.medical or rule.kind in DONE_TO_ONESELF:
        return False
    end = line.starts[last] + len(line.heard[last].word.plain)
    return is_over(line.line, line.starts[first] - 1, end)


def _found(line: _Line, index: Index) -> Iterator[tuple[Phrase, int, int]]:
    """Yield each phrase that stands in a line, with its first and its last word by number."""
    for phrase in index.possible(line.words):
        for match in phrase.pattern.search.finditer(line.line):
            first = bisect_right(line.starts, match.start() + 1) - 1
            yield phrase, first, bisect_right(line.starts, match.end() - 1) - 1


def _without(line: _Line, first: int, last: int) -> _Line:
    """Return a line in which some words say nothing any more."""
    start, end = line.starts[first], line.starts[last] + len(line.heard[last].word.plain)
    silent = "".join(char if char in " ;|" else "_" for char in line.line[start:end])
    return _Line(line.line[:start] + silent + line.line[end:], line.heard, line.starts)


def _shown(line: _Line, rule: Rule, first: int, last: int) -> Iterator[Sign]:
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
    kept: list[Sign] = []
    for sign in signs:
        if not any(_holds(other, sign) for other in kept):
            kept.append(sign)
    return tuple(kept)


def _holds(other: Sign, sign: Sign) -> bool:
    return (
        other.kind == sign.kind
        and other.text == sign.text
        and other.start <= sign.start
        and sign.end <= other.end
    )
