"""What changes an answer given before (pure): change 2 to, swap, add, remove, scrap that, *word.

A text is read as such a command only if it names a thing that stands in the list. New words are
always a stretch of the text itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.conversations.edges import edged
from app.conversations.edit_patterns import (
    ADD,
    AND_NUMBER,
    CAN_BE,
    CHANGE_NUMBER,
    CHANGE_WORDS,
    CLEAR,
    DROP_NUMBER,
    DROP_WORDS,
    EVERYTHING,
    FIRST,
    INSTEAD_OF,
    KEEP,
    MEANT,
    NEVER_MIND,
    NEW_INSTEAD,
    NOT_OLD_NEW,
    NUMBER,
    NUMBER_AFTER_ALL,
    NUMBER_INSTEAD,
    NUMBER_IS,
    ONLY,
    ONLY_ONE,
    STAR,
    SWAP,
    TAIL,
    TAKE_OFF,
    WORDS,
)
from app.conversations.plain import plain_words


@dataclass(frozen=True)
class Item:
    """One thing of the list so far: its words and the number it was given, if any."""

    text: str
    number: int | None = None


@dataclass(frozen=True)
class Edit:
    """One change: `act` is replace, add, remove, clear, clear last, first, swap, undo; the item's
    place in the list; and where the new words stand, text[start:end]."""

    act: str
    place: int = -1
    other: int = -1
    start: int = 0
    end: int = 0


# "I" and "a" are words before they are numbers of a list.
PLAIN_NUMBER = re.compile(r"\d|first|second|third|fourth|last", re.IGNORECASE)
SAID_PLAINLY = (NUMBER_IS, NUMBER_INSTEAD, NUMBER_AFTER_ALL)
# "Just sleep" may be one thing more; "actually just sleep" is not.
MEANT_SO = re.compile(
    r"^\W*(?:actually|no|nah|sorry)\b|\b(?:keep|leave|matters?|counts?|others|scrap)\b",
    re.IGNORECASE,
)
LIKE = 0.6
LONGEST_EDIT = 250


def edits_of(text: str, items: Sequence[Item]) -> list[Edit]:
    """Return the changes that a text asks for; empty if it asks for none.

    A text that clears the list may go on with a new one: the edit's `start` says where.
    """
    text_end = len(text)
    marked = re.match(r"\s*\d\s*[.):]?\s+", text)
    clear = CLEAR.match(text) or (CLEAR.fullmatch(text, marked.end()) if marked else None)
    if clear:
        what = clear["what"] or clear["that"]
        everything = what is None or re.fullmatch(EVERYTHING, what, re.IGNORECASE)
        return [Edit("clear" if everything else "clear last", start=clear.end(), end=text_end)]
    if not items or text_end > LONGEST_EDIT:
        return []
    for find in (_order, _numbers, _words, _dropped, _starred, _meant):
        found = find(text, items)
        if found:
            return found
    one = ONLY_ONE.match(text)
    if one and MEANT_SO.search(text):
        kept = _named(one["old"], items)
        number = re.match(NUMBER, one["old"], re.IGNORECASE)
        kept = _at(number["n"], items) if kept is None and number else kept
        if kept is not None:
            return [Edit("only", kept)]
    add = ADD.match(text)
    if add:
        return [Edit("add", start=add.start("new"), end=add.end("new"))]
    only = ONLY.match(text)
    if only:
        return [Edit("clear", start=only.start("new"), end=text_end)]
    keep = KEEP.match(text)
    if keep and (_named(keep["old"], items) is not None or len(keep["old"].split()) == 1):
        return [Edit("undo")]
    never_mind = NEVER_MIND.match(text)
    if never_mind and text[never_mind.end() :].strip():
        return [Edit("clear last", start=never_mind.end(), end=text_end)]
    return []


def _numbers(text: str, items: Sequence[Item]) -> list[Edit]:
    for pattern in (CAN_BE, CHANGE_NUMBER, NUMBER_INSTEAD, NUMBER_IS, NUMBER_AFTER_ALL):
        found = pattern.match(text)
        if not found:
            continue
        place = _at(found["n"], items)
        if place is None or (pattern in SAID_PLAINLY and not PLAIN_NUMBER.match(found["n"])):
            continue
        return _with_more(text, found, place, items)
    return []


def _with_more(text: str, found: re.Match[str], place: int, items: Sequence[Item]) -> list[Edit]:
    start, end = found.span("new")
    more = AND_NUMBER.search(text, start, end)
    second = _at(more["n"], items) if more else None
    if more and second is not None:
        return [_replace(text, place, start, more.start()), _replace(text, second, more.end(), end)]
    return [_replace(text, place, start, end)]


def _words(text: str, items: Sequence[Item]) -> list[Edit]:
    for pattern in (CHANGE_WORDS, INSTEAD_OF, NOT_OLD_NEW, NEW_INSTEAD):
        found = pattern.match(text)
        place = _named(found["old"], items) if found else None
        if found and place is not None:
            return [_replace(text, place, *found.span("new"))]
    found = re.match(r"(?:.{0,20}\b)?(?:instead of|rather than)\s+(?:the\s+)?", text, re.IGNORECASE)
    for place, item in enumerate(items):
        end = found.end() + len(item.text) if found else 0
        if found and text[found.end() : end].lower() == item.text.lower() and text[end:].strip():
            return [_replace(text, place, end, len(text))]
    return []


def _order(text: str, items: Sequence[Item]) -> list[Edit]:
    swap = SWAP.match(text)
    if swap:
        one, other = (0, 1) if swap["n"] is None else (_at(swap["n"], items), _at(swap["m"], items))
        if one is not None and other is not None and max(one, other) < len(items):
            return [Edit("swap", one, other)]
    first = FIRST.match(text)
    place = None
    if first:
        old = first["old"] or first["old2"]
        place = _named(old, items)
        if place is None and (number := re.fullmatch(NUMBER, old.strip(), re.IGNORECASE)):
            place = _at(number["n"], items)
    return [Edit("first", place)] if place is not None else []


def _dropped(text: str, items: Sequence[Item]) -> list[Edit]:
    number = DROP_NUMBER.match(text)
    place = _at(number["n"], items) if number else None
    if number and place is not None:
        more = re.match(rf"\s*(?:and|n|&|/)\s*{NUMBER}", number["why"], re.IGNORECASE)
        other = _at(more["n"], items) if more else None
        places = {place} if other is None else {place, other}
        return [Edit("remove", each) for each in sorted(places, reverse=True)]
    for pattern in (TAKE_OFF, DROP_WORDS):
        found = pattern.match(text)
        place = _named(found["old"], items) if found else None
        if place is not None:
            return [Edit("remove", place)]
    return []


def _starred(text: str, items: Sequence[Item]) -> list[Edit]:
    star = STAR.fullmatch(text.strip())
    if not star:
        return []
    words = star["new"] or star["after"]
    start = text.index(words)
    place = _closest(words, items)
    return [_replace(text, len(items) - 1 if place is None else place, start, start + len(words))]


def _meant(text: str, items: Sequence[Item]) -> list[Edit]:
    meant = MEANT.match(text)
    if not meant:
        return []
    place = _closest(meant["new"], items)
    return [] if place is None else [_replace(text, place, *meant.span("new"))]


def _replace(text: str, place: int, start: int, end: int) -> Edit:
    tail = TAIL.search(text, start, end)
    if tail and text[start : tail.start()].strip():
        end = tail.start()
    start, end = edged(text, start, end)
    while start < end and text[start] in "'\"\u2018\u201c":
        start += 1
    while end > start and text[end - 1] in "'\"\u2019\u201d":
        end -= 1
    return Edit("replace", place, start=start, end=end)


def _at(given: str, items: Sequence[Item]) -> int | None:
    """Return the place in the list of what a number, a letter or "last" names."""
    word = given.lower()
    digits = re.match(r"\d+", word)
    number = int(digits[0]) if digits else WORDS.get(word)
    if number == -1:
        return len(items) - 1
    numbers = [item.number for item in items]
    if number in numbers:
        return numbers.index(number)
    if any(numbers):
        return None
    return number - 1 if number and 0 < number <= len(items) else None


def _named(words: str, items: Sequence[Item]) -> int | None:
    """Return the place of the item that these words name: its own words, or most of them."""
    wanted = plain_words(words).removeprefix("the ").removesuffix(" one")
    if not wanted:
        return None
    plain = [plain_words(item.text) for item in items]
    for place, item in enumerate(plain):
        if item == wanted or (set(wanted.split()) <= set(item.split())):
            return place
    best = max(range(len(plain)), key=lambda place: _ratio(plain[place], wanted))
    return best if _ratio(plain[best], wanted) >= 0.75 else None


def _closest(words: str, items: Sequence[Item]) -> int | None:
    wanted = plain_words(words)
    scores = [
        max(
            [
                _ratio(plain, wanted),
                *(_ratio(word, wanted) for word in plain.split() if len(plain.split()) <= 2),
            ],
            default=0.0,
        )
        for plain in (plain_words(item.text) for item in items)
    ]
    best = max(range(len(scores)), key=scores.__getitem__)
    return best if scores[best] >= LIKE else None


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
