"""Lists with marks of their own (pure): numbers, letters, first and second, bullets."""

import re
from collections.abc import Sequence

from app.conversations.piece import Piece

NUMBERED = re.compile(
    r"(?<![0-9.,/:£$€])(?:\bno\.? ?)?[(\[]?([0-9]{1,2})(?:\s?(?:[.)\]](?![0-9])"
    r"|[:\-/=>](?!\s?[0-9]))|\ufe0f?\u20e3)\s*",
    re.IGNORECASE,
)
TIGHT = re.compile(
    r"(?<![0-9.,])([1-9])\s?(?=[^\W\d])(?!(?:st|nd|rd|th|x|mg|ml|pm|am|hrs?|mins?|%)\b)",
    re.IGNORECASE,
)
CIRCLED = re.compile(r"\s*([\u2460-\u2468])\s*")
HASHED = re.compile(r"(?:^|(?<=\s))#\s?([1-9])[.):]?\s*")
NUMBER_WORD = re.compile(
    r"(?:^|(?<=[\s.,;]))(?:number )?(one|two|three|four|five)\s*[,:.)\-]+\s+(?=\w)", re.IGNORECASE
)
SAID_NUMBER = re.compile(
    r"(?:^|(?<=[\s,.;]))(?:and |n |then )?(?:number|numba|num)\s*(one|two|three|four|five"
    r"|[1-5])\b\s*(?:is\b|would be\b)?[\s:,\-]*",
    re.IGNORECASE,
)
NUMBER_WORDS = ("one", "two", "three", "four", "five")
ROMAN = re.compile(r"(?:^|(?<=\s))\(?(iv|v|i{1,3})[.)]\s*(?=\w)", re.IGNORECASE)
ROMANS = ("i", "ii", "iii", "iv", "v")
LETTER_LINE = re.compile(r"^[ \t]*([a-e])[ \t]+(?=\w)", re.IGNORECASE | re.MULTILINE)
NUMBER_AND_SPACE = re.compile(r"(?:^|(?<=\s))(?:no\.? ?)?([0-9])\s+(?=[^\W\d]|\?)", re.IGNORECASE)
LETTERED = re.compile(r"(?:^|(?<=[\s,;]))\(?([a-f])[.)]\s*(?=\w)", re.IGNORECASE)
ORDINAL = re.compile(
    r"(?:\b(?:and|an|n|then|my|the)\s+){0,4}\b(first(?:ly)?|second(?:ly)?|third(?:ly)?"
    r"|fourth(?:ly)?"
    r"|last(?:ly)?|finally|then|next|after that|1st|2nd|3rd|4th)\b(?!\s+(?:time|week|day|year"
    r"|month|night|term|visit|lesson"
    r"|aid|one to|appointment|seizure|few|two|couple))(?:\s+(?:of all|thing|one|priority|ting))?"
    r"(?:\s+(?:is|would be|wud be)\b)?[\s,:\-]*",
    re.IGNORECASE,
)
BULLET = re.compile(
    r"^[ \t]*(?:[-*+\u2022\u2023\u25cf\u25aa\u00b7\u2013\u2014>\u2192\u27a1\u2705\u2714\u2b50"
    r"\ufe0f]+"
    r"|[\U0001f534-\U0001f539\U0001f449\U0001f4cc\U0001f7e0-\U0001f7eb])[ \t]*(?=\S)",
    re.MULTILINE,
)
INLINE_BULLET = re.compile(r"(?:^|(?<=\s))[-\u2013\u2022*>\u2192]\s+(?=\S)")
BULLETED = re.compile(r"\s*[-\u2013\u2022*>\u2192]\s")


def marked(text: str, next_number: int, known: Sequence[int]) -> list[Piece]:
    """Part a text at the marks of a list; empty if it has none."""
    return (
        _numbered(text, next_number, known)
        or _other_numbers(text)
        or _lettered(text, next_number)
        or _ordinals(text)
        or _bullets(text)
    )


def _other_numbers(text: str) -> list[Piece]:
    """Circled and hashed numbers, number words and Roman ones."""
    for pattern, value in (
        (CIRCLED, lambda mark: ord(mark) - 0x245F),
        (HASHED, int),
        (
            SAID_NUMBER,
            lambda mark: int(mark) if mark.isdigit() else NUMBER_WORDS.index(mark.lower()) + 1,
        ),
        (NUMBER_WORD, lambda mark: NUMBER_WORDS.index(mark.lower()) + 1),
        (ROMAN, lambda mark: ROMANS.index(mark.lower()) + 1),
    ):
        marks = list(pattern.finditer(text))
        numbers = [value(mark[1]) for mark in marks]
        if _is_list(numbers) and numbers[0] == min(numbers):
            return _between(text, marks, "numbered", numbers)
    return []


def _numbered(text: str, next_number: int, known: Sequence[int]) -> list[Piece]:
    marks = list(NUMBERED.finditer(text))
    numbers = [int(mark[1]) for mark in marks]
    at_start = bool(marks) and not text[: marks[0].start()].strip()
    if _is_list(numbers) or (len(marks) == 1 and at_start):
        return _between(text, marks, "numbered", numbers)
    tight = list(TIGHT.finditer(text))
    numbers = [int(mark[1]) for mark in tight]
    if (
        tight
        and not text[: tight[0].start()].strip()
        and len(numbers) > 1
        and numbers == list(range(1, len(numbers) + 1))
    ):
        return _between(text, tight, "numbered", numbers)
    spaced = list(NUMBER_AND_SPACE.finditer(text))
    numbers = [int(mark[1]) for mark in spaced]
    goes_on = (
        next_number > 1
        and len(numbers) == 1
        and (numbers == [next_number] or numbers[0] in known)
        and not spaced[0].start()
    )
    if goes_on or (_is_list(numbers) and numbers[0] == 1):
        return _between(text, spaced, "numbered", numbers)
    return []


def _is_list(numbers: Sequence[int]) -> bool:
    if len(numbers) < 2:
        return False
    return set(numbers) == {1} or sorted(numbers) == list(range(1, len(numbers) + 1))


def _lettered(text: str, next_number: int) -> list[Piece]:
    for pattern in (LETTERED, LETTER_LINE):
        marks = list(pattern.finditer(text))
        letters = [ord(mark[1].lower()) - ord("a") + 1 for mark in marks]
        at_start = bool(marks) and not text[: marks[0].start()].strip()
        goes_on = pattern is LETTERED and at_start and letters in ([1], [next_number])
        if _is_list(letters) or goes_on:
            return _between(text, marks, "lettered", letters)
    return []


def _ordinals(text: str) -> list[Piece]:
    marks = list(ORDINAL.finditer(text))
    begins = marks and marks[0][1].lower() in ("first", "firstly", "1st")
    return _between(text, marks, "ordinal") if begins and len(marks) > 1 else []


def _bullets(text: str) -> list[Piece]:
    marks = list(BULLET.finditer(text))
    if len(marks) < 2 and BULLETED.match(text):
        marks = list(INLINE_BULLET.finditer(text))
    return _between(text, marks, "bullet") if len(marks) > 1 else []


def _between(
    text: str,
    marks: Sequence[re.Match[str]],
    rule: str,
    numbers: Sequence[int | None] | None = None,
) -> list[Piece]:
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    given = numbers if numbers is not None and len(set(numbers)) == len(numbers) else None
    found = [
        Piece(
            mark.end(), _without_joint(text, mark.end(), end), rule, given[place] if given else None
        )
        for place, (mark, end) in enumerate(zip(marks, ends, strict=True))
    ]
    last = found[-1]
    line = text.find("\n", last.start, last.end)
    if rule != "ordinal" and line > 0 and text[last.start : line].strip() and text[line:].strip():
        # A line of its own behind the last mark is not part of what was marked.
        found[-1:] = [Piece(last.start, line, rule, last.number), Piece(line, last.end, "line")]
    before = Piece(0, marks[0].start(), "before the list")
    return [before, *found] if text[: marks[0].start()].strip() else found


def _without_joint(text: str, start: int, end: int) -> int:
    """Leave out an "and" before the next mark."""
    joint = re.search(r"(?<=\s)(?:and|n|&|plus|then)\s*$", text[start:end], re.IGNORECASE)
    return start + joint.start() if joint and joint.start() else end
