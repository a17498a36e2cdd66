"""The words of a text in one spelling (pure), each with the stretch of the text that it came from.

`gonna k*ll` becomes `going to kill`. Only for finding; what is shown is what was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.safeguarding.letters import LOOK_ALIKE, folded
from app.safeguarding.slips import mended, run_together

BREAK = ";"
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_HAN = "\u3400-\u9fff"
_LETTER = rf"(?:[^\W_{_HAN}]|[{_INDIC}])"
_TOKEN = re.compile(
    # Letters typed one by one, as in "d i e".
    rf"(?P<spaced>(?<!{_LETTER})(?:[a-z][ .*_-]{{1,3}}){{2,}}[a-z](?!{_LETTER}|'))"
    rf"|(?P<han>[{_HAN}])"
    r"|(?P<slashed>\b(?:s/h|w/o|w/out)\b)"
    r"|(?P<number>\d+[.,]\d+|\d+(?![^\W_]))"
    # Never looked ahead further than it goes: ten thousand stars are read once.
    rf"|(?P<word>{_LETTER}(?:'?[*@$!#+|]*{_LETTER})*)"
    r"|(?P<break>[^\w\s'\"*_~()\[\]/-]+|\n+|(?<=\s)-+(?=\s))"
)
_CYRILLIC_OR_GREEK = re.compile("[\u0370-\u052f]")
_LATIN = re.compile("[a-z]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word in its usual spelling, or a break; where the text has what it came from."""

    plain: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text and the breaks between its clauses.

    >>> [word.plain for word in words_of("Im gonna. Ring")]
    ['i', 'am', 'going', 'to', ';', 'ring']
    """
    letters, places = folded(text)
    return list(_found(letters, places))


def bare_words_of(text: str) -> list[Word]:
    """Return the words of a text as they are typed, for languages other than English."""
    letters, places = folded(text)
    return [
        Word(
            BREAK if found.lastgroup == "break" else found[0].replace("'", " "),
            places[found.start()],
            places[found.end() - 1] + 1,
        )
        for found in _TOKEN.finditer(letters)
    ]


def _found(letters: str, places: list[int]) -> Iterator[Word]:
    for found in _TOKEN.finditer(letters):
        start, end = places[found.start()], places[found.end() - 1] + 1
        for plain in _plain(found.lastgroup or "", found[0]):
            yield Word(plain, start, end)


def _plain(kind: str, typed: str) -> tuple[str, ...]:
    if kind == "break":
        return (BREAK,)
    if kind == "number":
        return (typed.replace(",", "."),)
    if kind == "spaced":
        return run_together(typed)
    return _word(typed)


@lru_cache(2048)
def _word(typed: str) -> tuple[str, ...]:
    return mended(_in_latin(typed))


def _in_latin(typed: str) -> str:
    if _LATIN.search(typed) and _CYRILLIC_OR_GREEK.search(typed):
        return typed.translate(LOOK_ALIKE)
    return typed
