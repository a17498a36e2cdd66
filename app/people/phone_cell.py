"""A cell that should hold a mobile (pure): two numbers in it, notes about whose it is, repairs."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from app.people.phone import (
    SEPARATORS,
    Mobile,
    PhoneProblem,
    as_seen,
    national,
    plain_mobile,
    read_mobile,
    whole_digits,
)
from app.people.phone_words import (
    NUMBER,
    forbids,
    names_an_owner,
    read_beside,
    with_number_spelled,
)

# One number: an optional plus, then digits with what people put between them; what trails is cut.
# It takes all it can at once, so that a text is walked once however it is made.
ONE_NUMBER = re.compile(r"\+?[0-9(][0-9()\s.\-\u2010-\u2015\u00a0]*")
DIGITS = "0123456789"
UK_RUN = re.compile(r"(?:\+44|0044|44)?0?7[0-9]{9}")
FIVE_NOUGHTS = re.compile(r"(?:\+?44|7)[0-9]*0{5}")
TEN = re.compile(r"7[0-9]{9}")
GROUP = re.compile(r"\+?[0-9]+")
NUMBERS_ONLY = re.compile(r"[0-9+]+")
MOST_GROUPS, MOST_DIGITS, WHOLE = 12, 14, 10
# A landline as neighbours write it: no area code, and nothing that a mobile begins with.
LOCAL = re.compile(r"([^0-9]*)((?!07|00|447)[0-9]{2,8}(?:[ -][0-9]{2,5})?)([^0-9]*)")
EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
FEWEST_DIGITS = 3
# A column too narrow for its numbers, saved as it was shown.
TOO_NARROW = re.compile(r"#{3,}")


class PhoneCell(NamedTuple):
    """What a cell says: a mobile in E.164, or why there is none; whose it is, if it says so.

    `repair` names what was mended to read it: lost_nought, whole_number, two_numbers or note.
    """

    mobile: str | None
    problem: PhoneProblem | None = None
    owner: str | None = None
    repair: str | None = None


UNCLEAR = PhoneCell(None, PhoneProblem.NOT_A_NUMBER)


class Pieces(NamedTuple):
    """A cell cut between its numbers, and whether it is clear which words belong to which."""

    texts: list[str]
    clear: bool = True


def read_phone_cell(text: str, *, fictional: bool) -> PhoneCell:
    """Read a cell of a clinic list as a UK mobile, or say why there is none."""
    plain = plain_mobile(text)
    if plain:
        return PhoneCell(plain)
    seen = as_seen(text)
    if seen is None:
        return UNCLEAR
    cell = _number(seen, fictional)
    if cell != UNCLEAR:
        return cell
    problem = _without_a_mobile(seen)
    return PhoneCell(None, problem) if problem else _among_words(seen, fictional)


def _number(text: str, fictional: bool) -> PhoneCell:
    """Read one number that has no words beside it, and say what was mended.

    One that ends in noughts may be one that lost its digits.
    """
    found = read_mobile(text, fictional=fictional)
    if not isinstance(found, Mobile) and found is not PhoneProblem.PLACEHOLDER:
        return PhoneCell(None, found)
    whole = whole_digits(text) or ""
    plain = SEPARATORS.sub("", whole)
    if FIVE_NOUGHTS.fullmatch(plain):
        return PhoneCell(None, PhoneProblem.LOST_DIGITS)
    if not isinstance(found, Mobile):
        return PhoneCell(None, found)
    if whole != text:
        return PhoneCell(found.e164, repair="whole_number")
    return PhoneCell(found.e164, repair="lost_nought" if TEN.fullmatch(plain) else None)


def _without_a_mobile(text: str) -> PhoneProblem | None:
    """Why a cell holds no mobile that could be misread: hardly a digit in it, or a local number."""
    if text.startswith("#") and text.casefold() != "#n/a":
        lost = TOO_NARROW.fullmatch(text)
        return PhoneProblem.LOST_DIGITS if lost else PhoneProblem.NOT_A_NUMBER
    if sum(char.isnumeric() for char in text) < FEWEST_DIGITS or _is_email(text):
        return PhoneProblem.DO_NOT_TEXT if forbids(text) else PhoneProblem.EMPTY
    return PhoneProblem.LANDLINE if _is_local(text) else None


def _is_email(text: str) -> bool:
    return len(_digits(text)) < 7 and EMAIL.fullmatch(text) is not None


def _is_local(text: str) -> bool:
    found = LOCAL.fullmatch(text)
    if found is None or not 6 <= len(_digits(text)) <= 8:
        return False
    return read_beside(f"{found[1]}{NUMBER}{found[3]}") is not None


def _among_words(text: str, fictional: bool) -> PhoneCell:
    spelled = with_number_spelled(text)
    return _several(spelled, fictional) or _with_note(spelled, fictional) or UNCLEAR


def _several(text: str, fictional: bool) -> PhoneCell | None:
    """Read two numbers or more in one cell: the young person's own first, else the first mobile.

    None where a person has to look: a piece is not understood or says not to text, or which of
    two is the young person's own is not clear.
    """
    pieces, clear = _pieces(text) if len(_digits(text)) >= 2 * WHOLE else Pieces([text])
    if len(pieces) < 2:
        return None
    read = [cell for piece in pieces if (cell := _with_note(piece, fictional))]
    if len(read) < len(pieces) or any(c.problem is PhoneProblem.DO_NOT_TEXT for c in read):
        return None
    # What is said beside one number may be meant of the other too, a landline's among them.
    if any(map(forbids, [text, *pieces])):
        return None
    if not any(each.mobile for each in read):
        return read[0]
    chosen = _chosen([each for each in read if each.mobile], clear)
    if chosen is None or {each.mobile for each in read} == {chosen.mobile}:
        return chosen
    return chosen._replace(repair="two_numbers")


def _chosen(mobiles: list[PhoneCell], clear: bool) -> PhoneCell | None:
    """Choose the young person's own of several mobiles, else the first; None if not certain."""
    own = [each for each in mobiles if each.owner == "self"]
    if own and not clear and len(mobiles) > 1:
        return None
    chosen = (own or mobiles)[0]
    owners = {each.owner for each in mobiles if each.mobile == chosen.mobile} - {None}
    return chosen._replace(owner=chosen.owner if clear and len(owners) == 1 else None)


def _pieces(text: str) -> Pieces:
    """Cut a cell between its numbers, each with the words beside it."""
    for mark in ("/", ";", ",", "\n", "|", "&", " or ", " and "):
        parts = [part for part in text.split(mark) if part.strip()]
        if len(parts) > 1 and all(len(_digits(part)) >= WHOLE for part in parts):
            return Pieces(parts)
    if NUMBERS_ONLY.fullmatch(SEPARATORS.sub("", text)):
        return Pieces(_cut_by_gaps(GROUP.findall(text)))
    return _cut_by_words(text)


def _cut_by_gaps(groups: list[str]) -> list[str]:
    """Cut groups of digits into whole numbers, if that can be done in one way only.

    A number begins and ends where a group does, unless all is written in one run.
    """
    if len(groups) == 1:
        runs = UK_RUN.findall(groups[0])
        return runs if "".join(runs) == groups[0] else groups
    ways = _ways(groups) if len(groups) <= MOST_GROUPS else []
    return ways[0] if len(ways) == 1 else [" ".join(groups)]


def _ways(groups: list[str]) -> list[list[str]]:
    """Every way to cut groups into whole British mobiles and landlines."""
    if not groups:
        return [[]]
    firsts = [" ".join(groups[:end]) for end in range(1, len(groups) + 1)]
    return [
        [first, *rest]
        for end, first in enumerate(firsts, 1)
        if WHOLE <= len(_digits(first)) <= MOST_DIGITS and _is_whole(first)
        for rest in _ways(groups[end:])
    ]


def _is_whole(text: str) -> bool:
    found = read_mobile(text, fictional=True)
    return isinstance(found, Mobile) or found is PhoneProblem.LANDLINE


def _cut_by_words(text: str) -> Pieces:
    """Cut "mum 07… dad 07…" between number and words.

    It is clear whose each is if an owner stands before the first number and none after the last,
    or the other way about. "07… mum 07…" may say either.
    """
    spans = [(start, end) for start, end in numbers_in(text) if _is_long(text[start:end])]
    if len(spans) < 2:
        return Pieces([text])
    first = names_an_owner(text[: spans[0][0]])
    last = names_an_owner(text[spans[-1][1] :])
    inner = [end for _, end in spans[:-1]] if first else [start for start, _ in spans[1:]]
    cuts = [0, *inner, len(text)]
    return Pieces([text[start:end] for start, end in pairwise(cuts)], first != last)


def numbers_in(text: str) -> list[tuple[int, int]]:
    """Where what may be a number begins and ends in a text."""
    return [
        (found.start(), found.start() + 1 + max(map(found[0].rfind, DIGITS)))
        for found in ONE_NUMBER.finditer(text)
    ]


def _is_long(text: str) -> bool:
    return len(_digits(text)) >= WHOLE


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isdigit())


def _with_note(text: str, fictional: bool) -> PhoneCell | None:
    """Read one number with words beside it; None if there is no number or a word is unknown."""
    spans = [(start, end) for start, end in numbers_in(text) if _is_long(text[start:end])]
    if len(spans) != 1 or NUMBER in text:
        return None
    ((start, end),) = spans
    beside = read_beside(f"{text[:start]} {NUMBER} {text[end:]}")
    if beside is None:
        return None
    cell = _number(text[start:end], fictional)
    if cell.mobile is None:
        return cell
    if beside.forbids:
        return PhoneCell(None, PhoneProblem.DO_NOT_TEXT)
    return cell._replace(owner=beside.owner, repair="note" if beside.words else cell.repair)


REPAIRS: dict[str, Callable[[str], str]] = {
    "lost_nought": lambda number: f"The leading nought was added: {national(number)}.",
    "whole_number": lambda number: f"The spreadsheet's number was written out: {national(number)}.",
    "two_numbers": lambda number: f"The cell holds two numbers. Used: {national(number)}.",
    "note": lambda number: f"The words beside the number were read. Used: {national(number)}.",
}
