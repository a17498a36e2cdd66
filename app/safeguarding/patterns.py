"""Phrases of a small language, made into patterns over words in their usual spelling (pure).

die|dead     either word          better_off   two words, as one of several ways
kill*        begins so            to?          may be left out
~ ~5         up to two (five) words between, within the clause
KIN          a slot, see slots.py ^ $          the clause begins or ends here
!to          not followed by this <not         not preceded by this
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.safeguarding.slots import SLOTS

# Too frequent to look for a phrase by.
_FREQUENT_WORDS = """
    i you he she it we they me my am is are be to a the and of in on at for with not do can
    have  has had was were will would want feel get got going been so really just this that
    all no if  when him her them his their up out too very off by from as or but there what
    how like
"""
_FREQUENT = frozenset(_FREQUENT_WORDS.split())
# What says no: one is as good as another.
DENIALS = ("not", "never", "no_longer", "hardly", "barely")
# What every number is found by.
A_NUMBER = "#"
_IN_A_PATTERN = re.compile(r"(?<!\\)\b[a-z]+\b")
# So many letters a word has that may take an ending.
LONG = 4
ENDINGS = ("s", "ed", "ing")
_WORD = r"[^ ;|]+"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase to search for, and words one of which is in every text that has it.

    `reach` is how many words on either side of such a word are enough to find all of it, with what
    must not stand beside it.
    """

    phrase: str
    keys: frozenset[str]
    literals: frozenset[str]
    reach: int

    @property
    def search(self) -> re.Pattern[str]:
        """Return what to search with; made when first needed."""
        return _compiled(self.phrase)


@lru_cache(8192)
def alternatives(element: str) -> tuple[str, ...]:
    """Return the ways an element can be said: the words of a slot, or those between bars."""
    return tuple(_ways(element))


def _ways(element: str) -> Iterator[str]:
    for each in element.split("|"):
        yield from DENIALS if each == "not" else SLOTS.get(each, (each,))


def pattern(phrase: str) -> Pattern:
    """Make a pattern of a phrase."""
    elements = phrase.split()
    needed = [_first_words(each) for each in elements if each[0] not in "~!<^$" and each[-1] != "?"]
    literals = {
        word
        for each in elements
        if each[0] not in "~!<^$"
        for way in alternatives(each.rstrip("?"))
        for word in (_IN_A_PATTERN.findall(way) if way.startswith("re:") else way.split("_"))
    }
    return Pattern(
        phrase,
        min((each for each in needed if each), key=_frequency),
        frozenset(word for word in literals if word.isascii() and word.isalpha()),
        sum(map(_width, elements)),
    )


@lru_cache(None)
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile("".join(map(_regex, phrase.split())) + "(?= )")


def _width(element: str) -> int:
    """Return how many words an element takes at most, or looks at beside it."""
    if element[0] == "~":
        return int(element[1:] or 2)
    if element in ("^", "$"):
        return 2
    ways = alternatives(element.strip("!<?"))
    return max(len(re.split(r"[_ ]", way)) for way in ways) + (element[0] in "!<")


def _first_words(element: str) -> frozenset[str]:
    keys: set[str] = set()
    for way in alternatives(element):
        if way.startswith("re:"):
            keys.update((A_NUMBER, *_IN_A_PATTERN.findall(way[3:])))
        else:
            keys.add(min(way.split("_"), key=lambda word: word in _FREQUENT))
    return frozenset(keys)


def _frequency(words: frozenset[str]) -> tuple[int, int]:
    return len(words & (_FREQUENT | {A_NUMBER})), len(words)


@lru_cache(8192)
def _regex(element: str) -> str:
    return _searched(element)


def _searched(element: str) -> str:
    if element == "^":
        return r"(?<=[;|\d])(?: \d+(?= \D))?"
    if element == "$":
        return r"(?= (?:[;|]|\d+ ))"
    if element[0] == "~":
        return rf"(?: {_WORD}){{0,{element[1:] or 2}}}?"
    if element[0] == "!":
        return rf"(?! (?:{_either(element[1:])}) )"
    if element[0] == "<":
        return "".join(
            rf"(?<! {re.escape(way).replace('_', ' ')})" for way in alternatives(element[1:])
        )
    if element[-1] == "?":
        return rf"(?: (?:{_either(element[:-1])}))?"
    return rf" (?:{_either(element)})(?= )"


def _either(element: str) -> str:
    return "|".join(map(_way, sorted(alternatives(element), key=len, reverse=True)))


def _way(way: str) -> str:
    if way.startswith("re:"):
        return way[3:]
    stem = re.escape(way.rstrip("*")).replace("_", " ")
    if way.endswith("*"):
        return stem + r"[^ ;|]*"
    return stem + _endings(way)


def _endings(way: str) -> str:
    """Return the endings with which a word is the same word: `monitor`, `monitors`, `monitored`."""
    if not way.isascii() or not way[-3:].isalpha() or way in _FREQUENT or way[-2:] in ("ed", "ng"):
        return ""
    last = way.split("_")[-1]
    return "(?:s|ed|ing)?" if len(last) >= LONG else "s?" if len(last) == LONG - 1 else ""
