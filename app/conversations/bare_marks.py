"""Lists whose numbers and letters stand bare (pure): 2 gym 1 sleep, Q1 and Q2, a and b, one two."""

import re
from collections.abc import Iterator, Sequence

# A mark: where it begins, where what it marks begins, and its number.
Mark = tuple[int, int, int]

# A number behind one of these counts something, and is no mark.
COUNTED = re.compile(
    r"(?:^|\W)(?:the|my|every|for|in|at|of|after|take|takin|taking|need|these|those|only|year|yr"
    r"|type|stage|grade|age|aged|turn|turned|have|had|got|do|about|over|under|than|to|around|by"
    r"|or|from|til|till|until|last|next|all|on|no|got|say|said|drop|number|numba|num|room|ward"
    r"|level|im|i|am|is|was|are|be|option|dose|want|waited|be|up|down|another|like|past|half|his"
    r"|her|their|our|your|least)\s*$",
    re.IGNORECASE,
)
# A number before one of these counts it, unless the whole row of numbers is there.
COUNTS = re.compile(
    r"(?:times?|days?|weeks?|wks?|months?|mths?|yrs?|years?|hours?|hrs?|mins?|minutes?|nights?"
    r"|tablets?|tabs?|pills?|puffs?|units?|goes|mg|ml|mcg|kg|stone|cm|am|pm|percent|of|or|more"
    r"|lots?|different|operations?|ops|things?|a day|per|x|and a half|weekly|daily|sugars?"
    r"|bags|pints|kids|sisters|brothers|meals|inhalers|injections|jabs|to \d)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w.,/:£$€#(+\-])([1-9])(?=\s+[\w?'\u2018\u2019(])")
LINE_NUMBER = re.compile(r"^[ \t]*([1-9])[ \t]+(?=[^\W\d])", re.MULTILINE)
COMMA_NUMBER = re.compile(r"(?:^|(?<=\s))([1-9])\s?,\s+(?=[^\W\d])")
LABEL = re.compile(
    r"(?:^|(?<=[\s,;.]))(?:q|n|p|no\.?|nr|pt|point|item|question|priority|thing|topic)\s?([1-9])\b"
    r"(?:\s+(?:is|would be)\b)?[\s.:,;)=\-\u2013]*(?=\S)",
    re.IGNORECASE,
)
WORD = re.compile(
    r"(?:^|(?<=[\s,;.]))(one|two|three|four|five)\s+(?=[^\W\d])"
    r"(?!(?:of|or|day|thing|time|more|in|at|on|minute|side|to|is|was|and|week|year)\b)",
    re.IGNORECASE,
)
WORDS = ("one", "two", "three", "four", "five")
LETTER = re.compile(r"(?:^|(?<=\s))([a-e])\s+(?=\w)")
CAPITAL = re.compile(r"(?:^|(?<=\s))([A-E])\s+(?=\w)")
SIGNED_LETTER = re.compile(r"(?:^|(?<=[\s,;]))\(?([a-f])(?:\s?[:=]\s*|/\s+|\s[-\u2013]\s+)(?=\w)")
SIGNED_CAPITAL = re.compile(r"(?:^|(?<=[\s,;]))\(?([A-F])(?:\s?[:=]\s*|/\s+|\s[-\u2013]\s+)(?=\w)")
ROMAN = re.compile(r"(?:^|(?<=\s))(i{1,3}|iv)\s+(?=\w)", re.IGNORECASE)
ROMANS = ("i", "ii", "iii", "iv", "v")
# No list of letters or Roman numbers goes without its second.
SECOND = re.compile(r"(?<!\w)(?:[bB]|ii|II)(?!\w)")
MOST = 5
LONGEST_COUNTED = 12


def numbered(text: str) -> list[Mark]:
    """Find the bare numbers of a list, in any order; empty if they make none."""
    if not any(digit in text for digit in "12345"):
        return []
    lines = [(m.start(), m.end(), int(m[1])) for m in LINE_NUMBER.finditer(text)]
    if len(lines) > 1 and _is_whole(lines) and "\n" in text:
        return lines
    commas = [(m.start(), m.end(), int(m[1])) for m in COMMA_NUMBER.finditer(text)]
    if len(commas) > 1 and not commas[0][0] and _is_whole(commas):
        return commas
    labels = [(m.start(), m.end(), int(m[1])) for m in LABEL.finditer(text)]
    if len(labels) > 1 and _is_whole(labels):
        return labels
    return _bare(text)


def _bare(text: str) -> list[Mark]:
    found = list(NUMBER.finditer(text))
    if len(found) < 2:
        return []
    every = [(m.start(), _behind(text, m.end()), int(m[1])) for m in found]
    numbers = [number for _, _, number in every]
    if len(every) > 2 and numbers == list(range(1, len(every) + 1)):
        return every
    if numbers[:2] == [1, 1]:
        return []
    marks = [each for each in every if not _counted(text, each[0])]
    row = _row(marks)
    at_start = bool(marks) and not text[: marks[0][0]].strip()
    if len(row) > 2 or (len(row) == 2 and len(marks) == 2 and at_start):
        return row
    if not at_start:
        return []
    marks = [mark for mark in marks if not COUNTS.match(text, mark[1])]
    numbers = [number for _, _, number in marks]
    if len(marks) < 2 or marks[0][0] or max(numbers) > MOST or len(set(numbers)) < len(numbers):
        return []
    # Out of order, or one left out: only if it cannot well be anything else.
    whole = _is_whole(marks) and len(marks) > 2
    return marks if whole or (numbers[0] == 1 and numbers == sorted(numbers)) else []


def _counted(text: str, at: int) -> bool:
    return at > 0 and COUNTED.search(text, max(0, at - LONGEST_COUNTED), at) is not None


def _behind(text: str, end: int) -> int:
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _row(marks: Sequence[Mark]) -> list[Mark]:
    """The marks that go on 1, 2, 3 one after the other, whatever other numbers stand between."""
    row: list[Mark] = []
    for mark in marks:
        if mark[2] == len(row) + 1:
            row.append(mark)
    return row


def _is_whole(marks: Sequence[Mark]) -> bool:
    return sorted(number for _, _, number in marks) == list(range(1, len(marks) + 1))


def worded(text: str) -> list[Mark]:
    """Find one, two, three as the marks of a list; empty if they make none."""
    if "three" not in text.lower():
        return []
    found = [(m.start(), m.end(), WORDS.index(m[1].lower()) + 1) for m in WORD.finditer(text)]
    found = [each for each in found if not _counted(text, each[0])]
    row = _row(found)
    return row if len(row) > 2 and not text[: row[0][0]].strip() else []


def lettered(text: str) -> list[Mark]:
    """Find the letters of a list that stand bare, or before a colon; empty if they make none."""
    if not SECOND.search(text):
        return []
    for pattern, fewest in ((SIGNED_LETTER, 2), (SIGNED_CAPITAL, 2), (LETTER, 3), (CAPITAL, 3)):
        row = _row([(m.start(), m.end(), _place(m[1])) for m in pattern.finditer(text)])
        if len(row) >= fewest and not text[: row[0][0]].strip():
            return row
    row = _row(list(_romans(text)))
    return row if len(row) > 1 and not row[0][0] else []


def _place(letter: str) -> int:
    return ord(letter.lower()) - ord("a") + 1


def _romans(text: str) -> Iterator[Mark]:
    for mark in ROMAN.finditer(text):
        yield mark.start(), mark.end(), ROMANS.index(mark[1].lower()) + 1
