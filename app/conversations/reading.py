"""What they answered (pure): replies into ordered priorities, in the young person's own words.

A reading is a view. The replies stay as they came; every priority is an exact slice of one. Rules
come one after the other, and each priority says which rule made it. Nothing here ever raises.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.conversations.intents import Intent, cannot_attend, intents_of
from app.conversations.pieces import Piece, pieces_of
from app.conversations.plain import plain_words

RULES = "2026-11"

Confidence = Literal["high", "low"]

LEAD_IN = re.compile(
    r"(?:just\s+one\b[\s,.:!\-]*|(?:hi|hey|hiya|hello|yo|so|um+|erm+|well|ok|okay|yeah|yes|also|and|oh|but|basically|just"
    r"|like|idk|lol|n|&)\b[\s,.:!\-]*"
    r"|(?:my|the)\s+(?:top\s+)?(?:3|three)?\s*(?:main\s+)?things?\s*(?:are|is|r)?\b[\s,.:!\-]*"
    r"|(?:i\s*(?:'|\u2019)?d\s+like|i\s+(?:want|wanna|need)|can\s+we|could\s+we|wanna)\s*"
    r"(?:to\s+)?(?:talk|chat|speak|ask)\s+(?:about|abt|bout)\b[\s,.:!\-]*"
    r"|is\s+(?=\w))",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"(?<![\s,.!\-])[\s,.!\-]*+\b(?:thanks?(?:\s+you)?|thx|ty|cheers|that(?:'|\u2019)?s\s+(?:it|all)|x{1,4})"
    r"(?:\s+(?:x{1,4}|so much|very much))*[\s.!]*$",
    re.IGNORECASE,
)
SCRAPPED = re.compile(
    r"^\W*(?:(?:actually|no|omg|sorry|wait)\s+)*(?:scrap that|scrap it|ignore that|forget that"
    r"|forget what i said|start again|disregard that)\b[\s,.:!\-]*",
    re.IGNORECASE,
)
EDGES = " \t\r\n\u00a0,;:.-\u2013\u2022*"
ALONE = {
    Intent.OPT_OUT,
    Intent.OPT_IN,
    Intent.HELP,
    Intent.WHO,
    Intent.NOTHING,
    Intent.THANKS,
    Intent.ACKNOWLEDGEMENT,
    Intent.EMPTY,
    Intent.UNCLEAR,
    Intent.WHICH,
    Intent.FORGET,
    Intent.WRONG_NUMBER,
    Intent.BEREAVEMENT,
}


@dataclass(frozen=True)
class Priority:
    """One thing that matters: texts[reply][start:end], and the rule that found it."""

    text: str
    reply: int
    start: int
    end: int
    rule: str
    number: int | None = None


@dataclass(frozen=True)
class Read:
    """What the replies of one conversation say so far, in order."""

    priorities: list[Priority]
    intents: list[Intent]
    confidence: Confidence


def read(texts: Sequence[str]) -> Read:
    """Read all replies of one conversation, oldest first; never raises.

    Later texts add; "scrap that" takes back what came before, in the view only.
    """
    priorities: list[Priority] = []
    intents: list[Intent] = []
    sure = True
    for reply, text in enumerate(texts):
        scrapped = SCRAPPED.match(text)
        if scrapped:
            priorities.clear()
        said = intents_of(text)
        intents.extend(intent for intent in said if intent not in intents)
        if not ALONE & set(said):
            begin = scrapped.end() if scrapped else 0
            found, confident = _priorities(text, reply, begin, len(priorities) + 1)
            priorities.extend(found)
            sure = sure and confident
            if not found and not said and Intent.UNCLEAR not in intents:
                intents.append(Intent.UNCLEAR)
    return Read(_folded(_in_order(priorities)), intents, "high" if sure else "low")


def _priorities(text: str, reply: int, begin: int, next_number: int) -> tuple[list[Priority], bool]:
    found, sure = [], True
    begin = _after_lead_in(text, begin, len(text))
    for piece in pieces_of(text[begin:], next_number):
        start, end = _tidied(text, begin + piece.start, begin + piece.end)
        words = text[start:end]
        if not words or _says_nothing(words, piece):
            continue
        found.append(Priority(words, reply, start, end, piece.rule, piece.number))
        sure = sure and piece.confident
    return found, sure


def _tidied(text: str, start: int, end: int) -> tuple[int, int]:
    """Take lead-in, sign-off and loose marks off the edges of a piece."""
    start, end = _edged(text, start, end)
    sign_off = SIGN_OFF.search(text, start, end)
    if sign_off and sign_off.start() > start:
        end = sign_off.start()
    return _edged(text, _after_lead_in(text, start, end), end)


def _after_lead_in(text: str, start: int, end: int) -> int:
    while (lead := LEAD_IN.match(text, start, end)) and lead.end() > start:
        start = lead.end()
    return start


def _edged(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _says_nothing(words: str, piece: Piece) -> bool:
    """Return whether a piece is only a greeting, a thank-you, or about coming at all."""
    if cannot_attend(words):
        return True
    plain = plain_words(words)
    if not plain:
        # Only signs: they may well say something, but not when they are what parts a list.
        return piece.rule != "whole"
    if piece.rule in ("whole", "before the list", "line", "comma", "sentence"):
        lead = LEAD_IN.fullmatch(words) is not None or plain in ("things", "my things", "3 things")
        return lead or SIGN_OFF.fullmatch(words) is not None
    return plain in ("thats it", "thats all", "thanks")


def _in_order(priorities: list[Priority]) -> list[Priority]:
    numbers = [priority.number for priority in priorities]
    if None in numbers or len(set(numbers)) != len(numbers):
        return priorities
    return sorted(priorities, key=lambda priority: priority.number or 0)


def _folded(priorities: list[Priority]) -> list[Priority]:
    seen: dict[str, Priority] = {}
    for priority in priorities:
        seen.setdefault(plain_words(priority.text) or priority.text, priority)
    return list(seen.values())
