"""Edits that change only the order (pure): X first, hair to the end, order should be 2, 3, 1."""

import re
from collections.abc import Sequence

from app.conversations.edit import Edit, Item, at, named, named_exactly
from app.conversations.edit_patterns import FIRST, NUMBER, SOFT, SWAP

LAST = re.compile(
    rf"{SOFT}(?:put|move|make|shift"
    rf"|bump)\s+(?:the\s+)?(?P<old>\S.{{0,60}}?)\s+(?:down\s+)?(?:to |at )?"
    r"(?:the )?(?:very )?(?:end|bottom|last)\b.{0,20}$",
    re.IGNORECASE,
)
UP = re.compile(
    rf"{SOFT}(?:put|move|make|bump|shift"
    rf"|bring)\s+(?:the\s+)?(?P<old>\S.{{0,60}}?)\s+(?:up )?(?:to )"
    r"?(?:the )?(?:first|top|start|front|number (?:1|one)|no 1)\b.{0,20}$",
    re.IGNORECASE,
)
MAIN = re.compile(
    r"\W*(?:(?P<old>\S.{0,40}?)(?: thing| one| bit)? (?:is|are)(?: the| my)? (?:main|most important"
    r"|biggest|top)(?: one| thing| priority)?|(?:the )?most important(?: one| thing)?(?: is|:)"
    r" (?P<old2>\S.{0,40}?))(?: tho| really| for me| to me| btw| pls| please)*[\s.!)]*$",
    re.IGNORECASE,
)
ORDER = re.compile(
    r"(?:.{0,30}\b)?(?:order|other way (?:round|around))\b(?: should be| is| now| its| it's"
    r"|:)*[\s,:.]*"
    r"(?:its |it's |should be )?(?P<rest>\S.{0,120})?$",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:,|>|\bthen\b|\band\b|\bn\b|&|\.)\s*", re.IGNORECASE)
ORDINAL = re.compile(r"\s*\b(?:first|second|third|last|1st|2nd|3rd)\b\s*", re.IGNORECASE)


def reordered(text: str, items: Sequence[Item]) -> list[Edit]:
    """Return what puts the list into the order that a text asks for; empty if it asks for none."""
    swap = SWAP.match(text)
    if swap:
        one, other = (0, 1) if swap["n"] is None else (at(swap["n"], items), at(swap["m"], items))
        if one is not None and other is not None and max(one, other) < len(items):
            return [Edit("swap", one, other)]
    for pattern in (LAST, UP, FIRST, MAIN):
        found = pattern.match(text)
        groups = found.groupdict() if found else {}
        old = groups.get("old") or groups.get("old2")
        place = _place(old, items, exact=pattern is MAIN) if old else None
        if place is not None:
            rest = [other for other in range(len(items)) if other != place]
            return (
                as_edits([*rest, place], len(items)) if pattern is LAST else [Edit("first", place)]
            )
    order = ORDER.match(text)
    return _in_this_order(order["rest"], items) if order else []


def _place(words: str, items: Sequence[Item], exact: bool = False) -> int | None:
    number = re.fullmatch(NUMBER, words.strip(" ("), re.IGNORECASE)
    if number and (place := at(number["n"], items)) is not None:
        return place
    return named_exactly(words, items) if exact else named(words, items)


def _in_this_order(rest: str | None, items: Sequence[Item]) -> list[Edit]:
    if not rest:
        return [Edit("swap", 0, 1)] if len(items) == 2 else []
    parts = [each for part in PARTS.split(rest) if (each := ORDINAL.sub(" ", part).strip())]
    if len(parts) == 1 and re.fullmatch(r"[1-5]{2,5}|[1-5](?: [1-5])+", parts[0]):
        parts = re.findall(r"[1-5]", parts[0])
    places = [_place(part, items) for part in parts]
    known = [place for place in places if place is not None]
    if len(known) < 2 or len(known) < len(parts) or len(set(known)) < len(known):
        return []
    return as_edits([*known, *(at for at in range(len(items)) if at not in known)], len(items))


def as_edits(order: Sequence[int], count: int) -> list[Edit]:
    """Put things first one by one, from the last to the first of the order that is wanted."""
    now, edits = list(range(count)), []
    for wanted in reversed(order):
        place = now.index(wanted)
        edits.append(Edit("first", place))
        now.insert(0, now.pop(place))
    return edits
