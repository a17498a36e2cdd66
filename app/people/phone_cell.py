"""A cell that should hold a mobile (pure): two numbers in it, notes about whose it is, repairs."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from app.people.phone import (
    PLAIN,
    SEPARATORS,
    Mobile,
    PhoneProblem,
    national,
    plain_mobile,
    read_mobile,
    whole_digits,
)

# Words beside a number that say whose phone it is, and those that say nothing we need.
OWNER_WORDS = {
    "own": "self",
    "self": "self",
    "patient": "self",
    "pt": "self",
    "mum": "parent",
    "mums": "parent",
    "mam": "parent",
    "mom": "parent",
    "mother": "parent",
    "mothers": "parent",
    "dad": "parent",
    "dads": "parent",
    "father": "parent",
    "fathers": "parent",
    "parent": "parent",
    "parents": "parent",
    "carer": "parent",
    "guardian": "parent",
    "nok": "parent",
    "family": "shared",
    "shared": "shared",
}
IDLE_WORDS = {
    *("c", "h", "m", "p", "t", "w", "mob", "mobile", "mobiles", "cell", "tel", "telephone"),
    *("phone", "ph", "no", "num", "number", "home", "hm", "work", "wk", "text", "sms", "preferred"),
    *("pref", "main", "only", "contact", "first", "second", "and", "or"),
}
# What people write where there is no number.
NOTHING = {"n/a", "na", "none", "nil", "unknown", "not known", "no mobile", "no phone", "tbc"}
NOTHING |= {"-", "--", "x", "0", "?", "not given", "declined", "no number", "null", "nan"}
WORD = re.compile(r"[^\W\d_]+")
# One number: an optional plus, then digits with what people put between them.
ONE_NUMBER = re.compile(r"\+?[0-9(](?:[0-9()\s.\-\u2010-\u2015\u00a0]*[0-9])?")
UK_RUN = re.compile(r"(?:\+44|0044|44)?0?7[0-9]{9}")
FIVE_NOUGHTS = re.compile(r"(?:\+?44|7)[0-9]*0{5}")
TEN = re.compile(r"7[0-9]{9}")


class PhoneCell(NamedTuple):
    """What a cell says: a mobile in E.164, or why there is none; whose it is, if it says so.

    `repair` names what was mended to read it: lost_nought, whole_number, two_numbers or note.
    """

    mobile: str | None
    problem: PhoneProblem | None = None
    owner: str | None = None
    repair: str | None = None


def read_phone_cell(text: str, *, fictional: bool) -> PhoneCell:
    """Read a cell of a clinic list as a UK mobile, or say why there is none."""
    plain = plain_mobile(text)
    if plain:
        return PhoneCell(plain)
    found = read_mobile(text, fictional=fictional)
    if isinstance(found, Mobile):
        return _checked(text, found.e164)
    if found is not PhoneProblem.NOT_A_NUMBER:
        return PhoneCell(None, found)
    if text.strip().casefold() in NOTHING:
        return PhoneCell(None, PhoneProblem.EMPTY)
    return _several(text, fictional) or _with_note(text, fictional) or PhoneCell(None, found)


def _checked(text: str, e164: str) -> PhoneCell:
    """Say what was mended; a number that ends in noughts may be one that lost its digits."""
    plain = SEPARATORS.sub("", text)
    if FIVE_NOUGHTS.fullmatch(plain):
        return PhoneCell(None, PhoneProblem.LOST_DIGITS)
    if TEN.fullmatch(plain):
        return PhoneCell(e164, repair="lost_nought")
    return PhoneCell(e164, repair=None if PLAIN.fullmatch(plain) else "whole_number")


def _several(text: str, fictional: bool) -> PhoneCell | None:
    """Read two numbers or more in one cell: the young person's own first, else the first mobile."""
    pieces = _pieces(text)
    if len(pieces) < 2:
        return None
    read = [_with_note(piece, fictional) for piece in pieces]
    if any(each is None for each in read):
        return None
    mobiles = [each for each in read if each is not None and each.mobile]
    if not mobiles:
        return read[0]
    chosen = next((each for each in mobiles if each.owner == "self"), mobiles[0])
    same = {each.mobile for each in mobiles} == {chosen.mobile} and len(mobiles) == len(read)
    return chosen._replace(repair=chosen.repair if same else "two_numbers")


def _pieces(text: str) -> list[str]:
    """Cut a cell between its numbers, each with the words beside it."""
    for mark in ("/", ";", ",", "\n", "|", "&", " or ", " and "):
        parts = [part for part in text.split(mark) if part.strip()]
        if len(parts) > 1 and all(_has_a_number(part) for part in parts):
            return parts
    digits = SEPARATORS.sub("", text)
    run = UK_RUN.findall(digits)
    if len(run) > 1 and "".join(run) == digits:
        return run
    return _cut_by_words(text)


def _cut_by_words(text: str) -> list[str]:
    """Cut "mum 07… dad 07…" before each word that follows a number."""
    numbers = [found for found in ONE_NUMBER.finditer(text) if len(_digits(found[0])) >= 10]
    if len(numbers) < 2:
        return [text]
    words_first = WORD.search(text[: numbers[0].start()]) is not None
    if words_first:
        cuts = [0, *(found.end() for found in numbers[:-1]), len(text)]
    else:
        cuts = [0, *(found.start() for found in numbers[1:]), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def _has_a_number(text: str) -> bool:
    return len(_digits(text)) >= 10


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isdigit())


def _with_note(text: str, fictional: bool) -> PhoneCell | None:
    """Read one number with words beside it; None if there is no number or a word is unknown."""
    numbers = [found[0] for found in ONE_NUMBER.finditer(text) if len(_digits(found[0])) >= 10]
    if len(numbers) != 1 or whole_digits(numbers[0]) is None:
        return None
    rest = text.replace(numbers[0], " ")
    words = [word.casefold() for word in WORD.findall(rest.replace("'", "").replace("\u2019", ""))]
    if re.search(r"[0-9+]", rest) or any(not _known(word) for word in words):
        return None
    owners = {OWNER_WORDS[word] for word in words if word in OWNER_WORDS}
    if len(owners) > 1:
        return None
    found = read_mobile(numbers[0], fictional=fictional)
    if not isinstance(found, Mobile):
        return PhoneCell(None, found)
    cell = _checked(numbers[0], found.e164)
    return cell._replace(owner=next(iter(owners), None), repair="note" if words else cell.repair)


def _known(word: str) -> bool:
    return word in OWNER_WORDS or word in IDLE_WORDS


REPAIRS: dict[str, Callable[[str], str]] = {
    "lost_nought": lambda number: f"The leading nought was added: {national(number)}.",
    "whole_number": lambda number: f"The spreadsheet's number was written out: {national(number)}.",
    "two_numbers": lambda number: f"The cell holds two numbers. Used: {national(number)}.",
    "note": lambda number: f"The words beside the number were read. Used: {national(number)}.",
}
