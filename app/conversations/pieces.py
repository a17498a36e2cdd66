"""Where one text comes apart into the things it lists (pure): spans of it, never new words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Digits and marks of other widths, each to one ASCII character so that places stay the same.
NARROW = str.maketrans("０１２３４５６７８９．）（：－", "0123456789.)(:-")

NUMBERED = re.compile(
    r"(?<![0-9.,/:£$€])(?:\bno\.? ?)?\(?([0-9]{1,2})(?:\s?[.):\-/](?!\s?[0-9])|\ufe0f?\u20e3)\s*",
    re.IGNORECASE,
)
NUMBER_AND_SPACE = re.compile(r"(?:^|(?<=\s))(?:no\.? ?)?([0-9])\s+(?=[^\W\d])", re.IGNORECASE)
LETTERED = re.compile(r"(?:^|(?<=[\s,;]))\(?([a-f])[.)]\s*(?=\w)", re.IGNORECASE)
ORDINAL = re.compile(
    r"(?:\b(?:and|then|my|the)\s+){0,4}\b(first(?:ly)?|second(?:ly)?|third(?:ly)?|last(?:ly)?|finally"
    r"|1st|2nd|3rd)\b(?:\s+(?:of all|thing|one))?(?:\s+is\b)?[\s,:\-]*",
    re.IGNORECASE,
)
# White space taken whole and from its beginning, so that a long run of it costs no more than once.
SPACE = r"(?<!\s)\s*+"
BULLET = re.compile(r"^[ \t]*[-*\u2022\u2023\u25cf\u2013\u2014>]+[ \t]*(?=\S)", re.MULTILINE)
SEPARATORS = (
    ("line", re.compile(r"(?<![ \t])[ \t]*+[\r\n]+[ \t]*")),
    ("semicolon", re.compile(SPACE + r"[;；]\s*")),
    ("comma", re.compile(SPACE + r"(?:,(?![0-9]{3})|،|、)\s*(?:(?:and|n|&|also|oh and)\b\s*)?")),
    ("plus", re.compile(SPACE + r"(?:(?<=\s)\+\s*|\+\s+)")),
    ("slash", re.compile(SPACE + r"(?:(?<=\s)/\s*|/\s+)|(?<=[a-z])/(?=[a-z])")),
    ("sentence", re.compile(r"(?<=[a-z]{3})[.!]\s+")),
)
JOINT = re.compile(SPACE + r"(?:(?<=\s)(?:and|n|&|plus)\s+|&\s*)", re.IGNORECASE)
# Two things that are one: a joint between them does not part them.
PAIRS = re.compile(
    r"\b(?:mum|mam|mom|dad|brother|sister|nan|gran|pins|salt|fish|ups|up|in|on|off|out|here|now"
    r"|again|back|a|e|p|bits|side|trial|ins|nose|arms|hands|day|night)s?\s+(?:and|n|&)\s+"
    r"(?:dad|mum|mam|mom|sister|brother|grandad|gramps|needles|vinegar|chips|downs|down|out|off|on"
    r"|there|then|again|forth|e|pieces|effects|error|throat|legs|feet|night|day)\b",
    re.IGNORECASE,
)
TITLES = re.compile(r"\b(?:dr|mr|mrs|ms|st|prof)\.\s", re.IGNORECASE)
LONGEST_JOINED_ITEM = 3
LONGEST_LISTED_ITEM = 9
LONGEST_SENTENCE = 6


@dataclass(frozen=True)
class Piece:
    """One piece of a text: text[start:end], the number it was given, the rule that parted it."""

    start: int
    end: int
    rule: str
    number: int | None = None
    confident: bool = True


def pieces_of(text: str, next_number: int = 1) -> list[Piece]:
    """Part one text into what it lists; a text that lists nothing is one piece.

    `next_number` is the one that would go on with the list of the texts before.
    """
    narrow = text.translate(NARROW)
    for marked in (
        _numbered(narrow, next_number),
        _lettered(narrow),
        _ordinals(narrow),
        _bullets(narrow),
    ):
        if marked:
            return marked
    for rule, separator in SEPARATORS:
        parted = _separated(narrow, rule, separator)
        if parted:
            return parted
    joined = _joined(narrow, 0, len(narrow))
    return joined or [Piece(0, len(text), "whole", confident=not _runs_on(narrow))]


def _numbered(text: str, next_number: int) -> list[Piece]:
    marks = list(NUMBERED.finditer(text))
    numbers = [int(mark[1]) for mark in marks]
    at_start = bool(marks) and not text[: marks[0].start()].strip()
    if _is_list(numbers) or (len(marks) == 1 and at_start):
        return _between(text, marks, "numbered", numbers)
    spaced = list(NUMBER_AND_SPACE.finditer(text))
    numbers = [int(mark[1]) for mark in spaced]
    goes_on = next_number > 1 and numbers == [next_number] and not spaced[0].start()
    if goes_on or (_is_list(numbers) and numbers[0] == 1):
        return _between(text, spaced, "numbered", numbers)
    return []


def _is_list(numbers: Sequence[int]) -> bool:
    if len(numbers) < 2:
        return False
    return set(numbers) == {1} or sorted(numbers) == list(range(1, len(numbers) + 1))


def _lettered(text: str) -> list[Piece]:
    marks = list(LETTERED.finditer(text))
    letters = [ord(mark[1].lower()) - ord("a") + 1 for mark in marks]
    return _between(text, marks, "lettered", letters) if _is_list(letters) else []


def _ordinals(text: str) -> list[Piece]:
    marks = list(ORDINAL.finditer(text))
    begins = marks and marks[0][1].lower() in ("first", "firstly", "1st")
    return _between(text, marks, "ordinal") if begins and len(marks) > 1 else []


def _bullets(text: str) -> list[Piece]:
    marks = list(BULLET.finditer(text))
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
        Piece(mark.end(), end, rule, given[place] if given else None)
        for place, (mark, end) in enumerate(zip(marks, ends, strict=True))
    ]
    before = Piece(0, marks[0].start(), "before the list")
    return [before, *found] if text[: marks[0].start()].strip() else found


def _separated(text: str, rule: str, separator: re.Pattern[str]) -> list[Piece]:
    spans = list(_spans(text, separator, rule))
    if len(spans) < 2:
        return []
    longest = max(len(text[start:end].split()) for start, end in spans)
    limit = {"sentence": LONGEST_SENTENCE, "line": 10_000}.get(rule, LONGEST_LISTED_ITEM)
    if longest > limit:
        return []
    start, end = spans[-1]
    last = _joined(text, start, end) if rule == "comma" else []
    whole = [Piece(start, end, rule) for start, end in spans]
    return [*whole[:-1], *last] if last else whole


def _spans(text: str, separator: re.Pattern[str], rule: str) -> Iterable[tuple[int, int]]:
    at = 0
    for found in separator.finditer(text):
        if rule == "sentence" and TITLES.search(text[max(0, found.start() - 5) : found.end()]):
            continue
        if text[at : found.start()].strip():
            yield at, found.start()
        at = found.end()
    if text[at:].strip():
        yield at, len(text)


def _joined(text: str, start: int, end: int) -> list[Piece]:
    """Part two short things at `and` or `n`, unless together they are one."""
    within = text[start:end]
    pairs = [pair.span() for pair in PAIRS.finditer(within)]
    joints = [
        joint
        for joint in JOINT.finditer(within)
        if not any(first <= joint.start() < last for first, last in pairs)
    ]
    if len(joints) != 1:
        return []
    left, right = within[: joints[0].start()], within[joints[0].end() :]
    if not (0 < len(left.split()) <= LONGEST_JOINED_ITEM and 0 < len(right.split()) <= 3):
        return []
    middle = start + joints[0].start(), start + joints[0].end()
    return [Piece(start, middle[0], "joint"), Piece(middle[1], end, "joint")]


def _runs_on(text: str) -> bool:
    """Return whether a text that could not be parted looks like several things in one breath."""
    return len(text.split()) > LONGEST_LISTED_ITEM and bool(JOINT.search(text) or "," in text)
