"""Drops each row of the safety net's tables in turn and asks whether a text shows it: make mutants.

mutmut puts faults into functions; what the safety net knows stands in tables, which it leaves as
they are. A row is noticed if without it some text that the tests hold to it is no longer told as
it must be. The words that slips are mended to stay, so that a row counts only for what it finds.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from unittest.mock import patch

from safeguarding.alone import TEXTS, is_told
from safeguarding.score import Labelled

from app.safeguarding import past, phrases, slips, spellings, words
from app.safeguarding.all_rules import RULES
from app.safeguarding.elsewhere import ELSEWHERE
from app.safeguarding.line import Line
from app.safeguarding.patterns import alternatives
from app.safeguarding.rules import Index, Phrase, lines, rows
from app.safeguarding.slots import SLOTS
from app.safeguarding.words import BREAK, bare_words_of, words_of

GOAL = 0.9
Said = Mapping[str, Sequence[int]]
# A row by the name and kind of its rule, and as it is written.
Row = tuple[str, str, str]
# A word that stands beside others: in which element of which row, or in which slot.
Way = tuple[Row | str, str, str]


class Rows:
    """Looks for phrases with one row left out, or one element of it changed; notes what matched."""

    def __init__(self) -> None:
        self.matched: set[Row] = set()
        self._row: Row | None = None
        self._element, self._changed = "", ""
        self._by_line = {
            (rule.name, rule.kind, line): (rule.name, rule.kind, row)
            for rule in (*RULES, *ELSEWHERE)
            for row in (*rows(rule.phrases), *rows(rule.also))
            for line in lines(row)
        }
        self.all = frozenset(self._by_line.values())
        self._possible, self._found = Index.possible, phrases._found

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Stand between the phrases and their index."""
        with (
            patch.object(Index, "possible", lambda index, said: self._left(index, said)),
            patch.object(phrases, "_found", self._noted),
        ):
            yield

    @contextmanager
    def without(self, row: Row, element: str = "", changed: str = "") -> Iterator[None]:
        """Look without a row; or with the row, but with one element of it changed."""
        self._row, self._element, self._changed = row, element, changed
        yield
        self._row = None

    def _of(self, phrase: Phrase) -> Row:
        return self._by_line[phrase.rule.name, phrase.rule.kind, phrase.pattern.phrase]

    def _left(self, index: Index, said: Said) -> Iterator[tuple[Phrase, Sequence[int]]]:
        for phrase, near in self._possible(index, said):
            if self._row is None or self._of(phrase) != self._row:
                yield phrase, near
            elif self._changed:
                elements = phrase.pattern.phrase.split()
                line = [self._changed if each == self._element else each for each in elements]
                pattern = replace(phrase.pattern, phrase=" ".join(line))
                yield replace(phrase, pattern=pattern), near

    def _noted(self, line: Line, index: Index) -> Iterator[tuple[Phrase, int, int]]:
        for phrase, first, last in self._found(line, index):
            if self._row is None:
                self.matched.add(self._of(phrase))
            yield phrase, first, last


def drop_rows() -> tuple[set[Row], set[Way], frozenset[Row]]:
    """Return which rows of the rules, and which words in those, are noticed; and all rows."""
    looked = Rows()
    noticed: set[Row] = set()
    words_noticed: set[Way] = set()
    with looked.looking():
        for each in TEXTS:
            looked.matched = set()
            if not is_told(each):
                raise AssertionError(f"make test fails: {each}")
            for row in looked.matched:
                with looked.without(row):
                    needed = not is_told(each)
                if needed:
                    noticed.add(row)
                    words_noticed.update(_words_noticed(looked, row, each, words_noticed))
    return noticed, words_noticed, looked.all


def _words_noticed(looked: Rows, row: Row, each: Labelled, known: Set[Way]) -> Iterator[Way]:
    said = _said(each)
    for way, element, changed in _ways(row):
        if way not in known and _may_stand_in(said, way[2]):
            with looked.without(row, element, changed):
                if not is_told(each):
                    yield way


@cache
def _ways(row: Row) -> list[tuple[Way, str, str]]:
    """Return each word that stands beside others in a row, its element, and that without it."""
    found: list[tuple[Way, str, str]] = []
    for element in dict.fromkeys(row[2].split()):
        bars = element.rstrip("?").split("|")
        if element[0] in "~!<^$&":
            continue
        maybe = "?" if element.endswith("?") else ""
        for bar in bars:
            beside = [each for each in bars if each != bar]
            if beside:
                found.append(((row, element, bar), element, "|".join(beside) + maybe))
            for word in SLOTS.get(bar, ()):
                others = [each for each in SLOTS[bar] if each != word] + beside
                if others:
                    found.append((("a slot", bar, word), element, "|".join(others) + maybe))
    return found


def _all_words(every: Iterable[Row]) -> set[Way]:
    return {way for row in every for way, _, _ in _ways(row)}


def _said(each: Labelled) -> str:
    plain = [[word.plain for word in words_of(text)] for text in each.texts]
    typed = [[word.plain for word in bare_words_of(text)] for text in each.texts]
    return " ".join(word for text in (*plain, *typed) for word in text if word != BREAK)


def _may_stand_in(said: str, way: str) -> bool:
    ways = alternatives(way)
    return any(each[:3] == "re:" or each.replace("_", " ").rstrip("*") in said for each in ways)


def drop_spellings() -> tuple[set[str], set[str]]:
    """Return which usual spellings are missed once slang and slips no longer stand for them."""
    noticed: set[str] = set()
    for usual, written in spellings._AS_WRITTEN.items():
        forms = [form.replace("_", " ") for form in written.split()]
        typed = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
        having = [each for each in TEXTS if any(map(typed.search, each.texts))]
        left = {form: plain for form, plain in spellings.SPELLED.items() if form not in forms}
        with patch.object(slips, "SPELLED", left), _nothing_remembered():
            if not all(map(is_told, having)):
                noticed.add(usual)
    return noticed, set(spellings._AS_WRITTEN)


@contextmanager
def _nothing_remembered() -> Iterator[None]:
    remembering = (slips.mended, slips._written_once, words._word)
    for each in remembering:
        each.cache_clear()
    yield
    for each in remembering:
        each.cache_clear()


def drop_what_is_past() -> tuple[set[str], set[str]]:
    """Return which ways of saying that it is over, that all is well, or that it is now count."""
    noticed: set[str] = set()
    every: set[str] = set()
    said = [(each, f" {_said(each)} ") for each in TEXTS]
    for name in ("_OVER", "_WELL", "_NOW"):
        ways = _apart(getattr(past, name))
        every.update(ways)
        for way in ways:
            left = past._any_of("\n".join(other for other in ways if other != way))
            stands = re.compile(rf" (?:{way})(?= )")
            having = [each for each, plain in said if stands.search(plain)]
            with patch.object(past, f"_IS{name}", left):
                if not all(map(is_told, having)):
                    noticed.add(way)
    return noticed, every


def _apart(block: str) -> list[str]:
    """Part ways at the bars between them, but not at those inside brackets."""
    whole = "|".join(line.strip() for line in block.splitlines() if line.strip())
    return re.findall(r"(?:\([^()]*\)|[^|()])+", whole)


def main(show: bool) -> int:
    """Print how much of each table is noticed, and what is not if asked; return 1 under a goal."""
    noticed, words_noticed, every = drop_rows()
    spelt, usual = drop_spellings()
    over, ways = drop_what_is_past()
    all_words = _all_words(every)
    met = [
        _told("rows of the rules", noticed, every, show),
        _told("usual spellings with their slips and slang", spelt, usual, show),
        _told("ways to say that it is over, or is now", over, ways, show),
    ]
    print(
        f"without a goal: {len(words_noticed)} of {len(all_words)} words that stand beside others,"
        f" in a row or a slot, noticed: {len(words_noticed) / len(all_words):.1%}"
    )
    return 0 if all(met) else 1


def _told(what: str, noticed: Set[object], every: Set[object], show: bool) -> bool:
    share = len(noticed) / len(every)
    print(f"{len(noticed)} of {len(every)} {what} noticed: {share:.1%}; goal {GOAL:.0%}")
    for each in sorted(map(str, every - noticed)) if show else ():
        print(f"    {each}")
    return share >= GOAL


if __name__ == "__main__":
    sys.exit(main("--show" in sys.argv))
