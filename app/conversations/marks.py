"""Lists with marks of their own (pure): numbers, letters, first and second, bullets."""

import re
from collections.abc import Sequence

from app.conversations import bare_marks
from app.conversations.bare_marks import Mark
from app.conversations.piece import Piece

NUMBERED = re.compile(
    r"(?<![0-9.,/:£$€])(?:\b(?:no\.?|number|priority|point|question"
    r"|q) ?)?[(\[]?([0-9]{1,2})(?:\s?(?:[.)\]、](?![0-9])"
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
# No list of those kinds goes without one of these.
OTHER = re.compile(
    r"[\u2460-\u2468#]|\bnum|\b(?:one|two|three|four|five|i|ii)\s?[,:.)\-]", re.IGNORECASE
)
# One of these at the beginning of a text goes on with a list.
ALSO_ALONE = (HASHED, NUMBER_WORD)
# Beside a number with a sign, as in a dose, only so many bare ones make a list.
BARE_AND_SIGNED = 3
LETTER_LINE = re.compile(r"^[ \t]*([a-e])[ \t]+(?=\w)", re.IGNORECASE | re.MULTILINE)
NUMBER_AND_SPACE = re.compile(
    r"(?:^|(?<=\s))(?:no\.? ?)?([0-9])\s+(?:is\s+)?(?=[^\W\d]|\?)", re.IGNORECASE
)
NUMBER_IS = re.compile(r"\s*([1-5])\s+is\s+(?=\w)(?!enough|fine|ok|okay|too|plenty|all|good)")
LETTERED = re.compile(r"(?:^|(?<=[\s,;]))\(?([a-f])[.)]\s*(?=\w)", re.IGNORECASE)
ORDINAL = re.compile(
    r"(?:\b(?:and|an|n|then|my|the)\s+){0,4}\b(first(?:ly)?|second(?:ly)?|third(?:ly)?"
    r"|fourth(?:ly)?"
    r"|last(?:ly)?|finally|then|next|after that|1st|2nd|3rd|4th)\b(?!\s+(?:time|week|day|year"
    r"|month|night|term|visit|lesson"
    r"|opinion|dose|hand|half|aid|one to|appointment|seizure|few|two|couple))"
    r"(?:\s+(?:of all|off|thing|one|priority|ting))?"
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
TIGHT_BULLET = re.compile(r"(?:^|(?<=\s))[-\u2013\u2022*](?=[^\W\d])")
BULLETED = re.compile(r"\s*[-\u2013\u2022*>\u2192]\s")


def marked(text: str, next_number: int, known: Sequence[int]) -> list[Piece]:
    """Part a text at the marks of a list; empty if it has none."""
    return (
        _signed(text)
        or _other_numbers(text, next_number)
        or _numbered(text, next_number, known)
        or _lettered(text, next_number)
        or _ordinals(text)
        or _bullets(text)
    )


def _signed(text: str) -> list[Piece]:
    """Numbers with a sign of their own: 1. 2) (3) 4- ..."""
    marks = list(NUMBERED.finditer(text))
    numbers = [int(mark[1]) for mark in marks]
    if _is_list(numbers) or (len(marks) > 1 and _goes_on(text, marks, numbers)):
        return _between(text, marks, "numbered", numbers)
    return []


def _goes_on(text: str, marks: Sequence[re.Match[str]], numbers: Sequence[int]) -> bool:
    """Whether a text goes on with a list at its first word: 2. rugby 3. jaundice."""
    first = numbers[0]
    return list(numbers) == list(range(first, first + len(numbers))) and _begins(text, marks)


def _begins(text: str, marks: Sequence[re.Match[str]]) -> bool:
    return bool(marks) and not text[: marks[0].start()].strip()


def _other_numbers(text: str, next_number: int) -> list[Piece]:
    """Circled and hashed numbers, number words and Roman ones."""
    if not OTHER.search(text):
        return []
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
        goes_on = pattern in ALSO_ALONE and numbers == [next_number] and _begins(text, marks)
        if goes_on and text[marks[0].start() : marks[0].end()].strip()[-1:] not in ".,":
            return _between(text, marks, "numbered", numbers)
    return []


def _numbered(text: str, next_number: int, known: Sequence[int]) -> list[Piece]:
    signed = list(NUMBERED.finditer(text))
    bare = [] if len(signed) > 1 else bare_marks.numbered(text) or bare_marks.worded(text)
    if bare and not (signed and len(bare) < BARE_AND_SIGNED):
        return _between_bare(text, bare)
    if len(signed) == 1 and _begins(text, signed):
        return _between(text, signed, "numbered", [int(signed[0][1])])
    tight = list(TIGHT.finditer(text))
    numbers = [int(mark[1]) for mark in tight]
    counted = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    if counted and _begins(text, tight):
        return _between(text, tight, "numbered", numbers)
    spaced = list(NUMBER_AND_SPACE.finditer(text))
    numbers = [int(mark[1]) for mark in spaced]
    at_start = _begins(text, spaced)
    next_one = next_number > 1 and at_start and 0 < numbers[0] <= next_number
    goes_on = (
        next_one
        and (len(numbers) > 1 or numbers[0] == next_number or numbers[0] in known)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )
    if goes_on or (_is_list(numbers) and numbers[0] == 1):
        return _between(text, spaced, "numbered", numbers)
    said = NUMBER_IS.match(text)
    return _between(text, [said], "numbered", [int(said[1])]) if said else []


def _between_bare(text: str, marks: Sequence[Mark], rule: str = "numbered") -> list[Piece]:
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    found = [
        Piece(start, _without_joint(text, start, end), rule, number)
        for (_, start, number), end in zip(marks, ends, strict=True)
    ]
    return _after(text, marks[0][0], _own_line_last(text, found, rule))


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
    bare = bare_marks.lettered(text)
    return _between_bare(text, bare, "lettered") if bare else []


def _ordinals(text: str) -> list[Piece]:
    marks = list(ORDINAL.finditer(text))
    begins = marks and marks[0][1].lower() in ("first", "firstly", "1st")
    return _between(text, marks, "ordinal") if begins and len(marks) > 1 else []


def _bullets(text: str) -> list[Piece]:
    marks = list(BULLET.finditer(text))
    if len(marks) < 2 and BULLETED.match(text):
        marks = list(INLINE_BULLET.finditer(text))
    elif len(marks) == 1 and not marks[0].start():
        marks = list(TIGHT_BULLET.finditer(text))
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
    return _after(text, marks[0].start(), _own_line_last(text, found, rule))


def _own_line_last(text: str, found: list[Piece], rule: str) -> list[Piece]:
    """A line of its own behind the last mark is not part of what was marked."""
    last = found[-1]
    line = text.find("\n", last.start, last.end)
    if rule != "ordinal" and line > 0 and text[last.start : line].strip() and text[line:].strip():
        return [
            *found[:-1],
            Piece(last.start, line, rule, last.number),
            Piece(line, last.end, "line"),
        ]
    return found


def _after(text: str, begun: int, found: list[Piece]) -> list[Piece]:
    """What stands before the first mark is kept by itself."""
    return [Piece(0, begun, "before the list"), *found] if text[:begun].strip() else found


def _without_joint(text: str, start: int, end: int) -> int:
    """Leave out an "and" before the next mark."""
    joint = re.search(r"(?<=\s)(?:and|n|&|plus|then)\s*$", text[start:end], re.IGNORECASE)
    return start + joint.start() if joint and joint.start() else end
