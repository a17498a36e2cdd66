"""One text in words (pure): where each stands, how it is usually spelt, and of which sort it is."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.conversations.spelling import spelled

MANY = 4096
# How the end of a line is written among words.
LINE_END = "\u00b6"
# Words part from digits ("2.tiredness3.college"); signs that follow a letter in some scripts stay.
WORD = re.compile(
    r"[\n\r]+|[^\W\d_](?:['\u2019\u0300-\u036f\u064b-\u0652\u0900-\u0dff]|[^\W\d_])*|\d+|[^\w\s]|_"
)
_SORTS = {
    "self": "i im ive id ill we were weve us me",
    "you": "you youre youve your yours",
    "they": "he she it they them him her its hes shes theyre theyve",
    "of whom": "my our his their",
    "the": "the a an this that these those some any no every each",
    "is": "is am are was be been being isnt arent wasnt werent",
    "does": "do does did have has had dont doesnt didnt havent hasnt hadnt having doing done",
    "may": "will would can could should may might must cant wont couldnt wouldnt shouldnt cannot",
    "wish": "want wanna need like gonna gotta hope wanted needs wants hate love",
    "at": "in on at of for with from to about by into off over up down out through near around",
    "while": "after before during since until till when while if whether because without unless",
    "asks": "what where who how why which whats whos hows wheres whens",
    "joins": "and or but also plus so then nor",
    "not": "not never none nothing nobody",
    "mood": "really just always too very still now again today more all even only well maybe",
    "places": "first second third last firstly secondly thirdly lastly finally next one two three",
}
_SORT = {word: sort for sort, words in _SORTS.items() for word in words.split()}
ENDINGS = ("ing", "ed", "ly", "s")


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or sign: text[start:end], as it is usually spelt, and its sort."""

    start: int
    end: int
    plain: str
    sort: str
    is_capital: bool


def words_of(text: str, begin: int = 0) -> list[Word]:
    """Part a text from a place on into words, numbers, signs and ends of lines."""
    return list(_words(text, begin))


def _words(text: str, begin: int) -> Iterator[Word]:
    for found in WORD.finditer(text, begin):
        written = found.group()
        plain, sort = _known(written)
        yield Word(found.start(), found.end(), plain, sort, written[0].isupper())


@lru_cache(MANY)
def _known(written: str) -> tuple[str, str]:
    if written[0] in "\r\n":
        return LINE_END, "line"
    plain = spelled(written.lower().replace("'", "").replace("\u2019", ""))
    if plain.isdigit():
        return plain if len(plain) == 1 else "#", "number"
    return plain or written, _SORT.get(plain) or _sort_of(plain or written)


def _sort_of(word: str) -> str:
    category = unicodedata.category(word[0])
    if category[0] == "P" or (category[0] == "S" and word.isascii()):
        return word[0]
    if category[0] == "S":
        return "picture"
    if not word.isascii():
        return "other letters"
    return next((ending for ending in ENDINGS if word.endswith(ending)), "word")
