"""Edits that put right what was typed (pure): *sleep, oops skin, i meant keppra, no wait X."""

import re
from collections.abc import Sequence

from app.conversations.edges import edged, only_an_edge
from app.conversations.edit import Edit, Item, closest, named_exactly
from app.conversations.edit_patterns import MEANT, STAR, TAIL
from app.conversations.pieces import pieces_of
from app.conversations.plain import plain_words
from app.conversations.topics import is_grave

OOPS = re.compile(
    r"(?:(?:oops|whoops|sorry|soz|sry|typo|my bad|omg|lol|i put|wrong word)[\s,.:;!]*)+"
    r"(?P<new>\w.{0,60})$",
    re.IGNORECASE,
)
HEADED = re.compile(
    r"(?:(?:sorry|soz)\s+)?(?:edit|correction|update|updated?|fix|typo)\s*[:\-]\s*(?P<new>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
BEHIND = re.compile(r"(?P<new>\S.{0,60}?)\s+i (?:mean|meant)\b\W*(?:lol|sorry|haha|\W)*$", re.I)
# Said in the middle of a list, it takes the place of what was said last.
TURN = re.compile(
    r"\W*(?:(?:oh|ah|sorry|hmm)[\s,.]+)?(?:(?:no|nah|nope)[\s,.]+(?:wait|actually|i mean|i meant)"
    r"|(?:wait|actually|hang on|hold on)[\s,.]+(?:no|nah|not))[\s,.]+(?=\S)",
    re.IGNORECASE,
)
# Whoever goes on like this says something else than another thing for the list.
SAYS_ELSE = re.compile(
    r"(?:i|im|i'm|ive|i've|ill|we|were|it|its|it's|can|cant|is|are|what|when|where|who|do|does|dont"
    r"|that|thats|leave|keep|stop|thanks|sorry|nothing|none|he|she|they)\b",
    re.IGNORECASE,
)
NOT_IT = re.compile(r"[\s,]+(?:not|and not|isnt|no)\s+(?:just |the |my )?(?P<old>\w.{0,40})$", re.I)
BECAUSE = re.compile(r"[\s,]+(?:cos|coz|cuz|because|bc|since)\s+\w.{0,80}$", re.IGNORECASE)
I_MEANT = re.compile(r"(?:sorry |soz |oops )*i (?:meant|mean) ", re.IGNORECASE)
ANY_MORE = re.compile(r"(?:[\s,]+(?:not|no)\b.*)$", re.IGNORECASE)
MARK = re.compile(r"\s+[2-5]\s?[.)]\s?(?=[^\W\d])")
JOINT = re.compile(r"\s*,\s*(?:and|n|also|plus)\s+", re.IGNORECASE)
NEARLY = 0.7
LONGEST_WORD = 7
LONGEST_TURN = 16


def replacing(text: str, place: int, start: int, end: int, items: Sequence[Item]) -> Edit:
    """Put new words in a place, without the small words and reasons behind them."""
    for _ in range(2):
        tail = TAIL.search(text, start, end)
        if tail and text[start : tail.start()].strip():
            end = tail.start()
        for pattern in (BECAUSE, NOT_IT):
            behind = pattern.search(text, start, end)
            if behind and _may_go(behind, items) and text[start : behind.start()].strip():
                end = behind.start()
    meant = I_MEANT.match(text, start, end)
    start, end = edged(text, meant.end() if meant else start, end)
    while start < end and text[start] in "'\"\u2018\u201c":
        start += 1
    while end > start and text[end - 1] in "'\"\u2019\u201d":
        end -= 1
    return Edit("replace", place, start=start, end=end)


def _may_go(behind: re.Match[str], items: Sequence[Item]) -> bool:
    if is_grave(plain_words(behind[0])):
        return False
    old = behind.groupdict().get("old")
    return old is None or named_exactly(old, items) is not None or closest(old, items) is not None


def corrected(text: str, items: Sequence[Item]) -> list[Edit]:
    """Return what puts a word or a thing right; empty if nothing does."""
    return (
        _starred(text, items) or _headed(text, items) or _meant(text, items) or _oops(text, items)
    )


def _starred(text: str, items: Sequence[Item]) -> list[Edit]:
    edits, at = [], 0
    for line in text.split("\n"):
        star = STAR.fullmatch(line.strip()) if "*" in line else None
        if not star and line.strip():
            return []
        if star:
            words = star["new"] or star["after"]
            start = text.index(words, at)
            place = closest(words, items)
            chosen = len(items) - 1 if place is None else place
            edits.append(replacing(text, chosen, start, start + len(words), items))
        at += len(line) + 1
    return edits


def _headed(text: str, items: Sequence[Item]) -> list[Edit]:
    """Edit: the whole list again, or one of its things put right."""
    headed = HEADED.match(text)
    if not headed:
        return []
    if len(items) > 1 and len(pieces_of(headed["new"])) >= len(items):
        return [Edit("clear", start=headed.start("new"), end=len(text))]
    return _put_right(text, headed, items, NEARLY - 0.2)


def _meant(text: str, items: Sequence[Item]) -> list[Edit]:
    meant = MEANT.match(text)
    if meant:
        found = _put_right(text, meant, items)
        # What was the only thing said is what was meant otherwise.
        if found or len(items) > 1 or only_an_edge(meant["new"]):
            return found
        start, end = meant.span("new")
        joint = JOINT.search(text, start, end)
        return with_rest(text, 0, start, joint.start() if joint else end, items)
    behind = BEHIND.match(text)
    return _put_right(text, behind, items) if behind else []


def _oops(text: str, items: Sequence[Item]) -> list[Edit]:
    oops = OOPS.match(text)
    if oops and len(oops["new"].split()) <= LONGEST_WORD:
        return _put_right(text, oops, items, NEARLY)
    return []


def _put_right(
    text: str, found: re.Match[str], items: Sequence[Item], like: float | None = None
) -> list[Edit]:
    start, end = found.span("new")
    new = ANY_MORE.sub("", TAIL.sub("", text[start:end]))
    place = closest(new, items) if like is None else closest(new, items, like)
    if place is None and (old := NOT_IT.search(text, start, end)):
        place = named_exactly(old["old"], items)
    return [] if place is None else [replacing(text, place, start, end, items)]


def turned(text: str, items: Sequence[Item]) -> list[Edit]:
    """No wait, X: what comes first behind it takes the place of the last thing, the rest joins."""
    turn = TURN.match(text)
    if not turn or not text[turn.end() :].strip():
        return []
    begin = turn.end()
    first = pieces_of(text[begin:])[0]
    if SAYS_ELSE.match(text, begin + first.start) or len(text[begin:].split()) > LONGEST_TURN:
        return []
    start, end = begin + first.start, begin + first.end
    mark = MARK.search(text, start, end)
    return with_rest(text, len(items) - 1, start, mark.start() if mark else end, items)


def with_rest(text: str, place: int, start: int, end: int, items: Sequence[Item]) -> list[Edit]:
    """Replace one thing, and add what a text goes on with."""
    edits = [replacing(text, place, start, end, items)]
    if any(sign.isalnum() for sign in text[end:]):
        edits.append(Edit("add", start=end, end=len(text)))
    return edits
