"""Lists parted by a sign between their things (pure): a dash, a bar, a picture, wide spaces."""

import re
from collections.abc import Sequence

from app.conversations.edges import only_an_edge
from app.conversations.piece import Piece

# White space taken whole and from its beginning, so that a long run of it costs no more than once.
SPACE = r"(?<!\s)\s*+"
BAR = re.compile(
    SPACE + r"(?:\|+\s*|[\u2022\u00b7]\s+|(?<=\s)(?:\\+|//+|~+|>+|\u2192)\s+)",
)
DASH = re.compile(r"(?<=[^\s,.:;!?])[ \t]+[-\u2013\u2014]{1,2}[ \t]+(?=\S)")
WIDE = re.compile(r"(?<=\S)[ \t]{3,}(?=\S)")
DOTS = re.compile(r"(?<=\w)[ \t]*(?:\.{2,}|\u2026)[ \t]*(?=[^\W\d])")
THEN = re.compile(
    r"(?<=\w)[ \t]*,?[ \t]+(?:(?:and|an|n|&)[ \t]+)?(?:then|after that)[ \t]+"
    r"(?:(?:lastly|finally|also)[ \t]+)?(?=\w)",
    re.IGNORECASE,
)
_PICTURE = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
PICTURES = re.compile(rf"(?<!\s)\s*+(?:{_PICTURE}[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*+\s?)++\s*")
FACE = re.compile(r"[\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\u2639\u263a]")
SEEN = re.compile(_PICTURE)
JOINED = re.compile(r"[ \t](?:and|n|an)[ \t]", re.IGNORECASE)
# What only adds to what stands before it.
ADDS = re.compile(
    r"\W*(?:it|its|it's|they|theyre|this|that|thats|which|because|cos|coz|so|but|especially"
    r"|mainly|like|not|i mean|sorry|lol|x+|thanks|ta|from)\b",
    re.IGNORECASE,
)
LONGEST_PART = 9
SHORT_PART = 3


def divided(text: str) -> list[Piece]:
    """Part one line at the signs that stand between its things; empty if none do."""
    if "\n" in text.strip():
        return []
    for separator, fewest in ((BAR, 2), (DASH, 2), (WIDE, 2), (DOTS, 3)):
        parts = _between(text, list(separator.finditer(text)))
        if len(parts) >= fewest and _listed(text, parts, separator):
            return [Piece(start, end, "bullet") for start, end in parts]
    return _pictured(text) or _one_after_another(text)


def _between(text: str, signs: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    cuts = [0, *(at for sign in signs for at in sign.span()), len(text)]
    parts = [(cuts[place], cuts[place + 1]) for place in range(0, len(cuts), 2)]
    return [(start, end) for start, end in parts if text[start:end].strip()]


def _listed(text: str, parts: list[tuple[int, int]], separator: re.Pattern[str]) -> bool:
    """Whether parts are things of their own, and not a remark behind a dash."""
    words = [text[start:end] for start, end in parts]
    counts = [len(each.split()) for each in words]
    named = sum(not only_an_edge(each) for each in words)
    if max(counts) > LONGEST_PART or any(ADDS.match(each) for each in words[1:]):
        return False
    if separator is DOTS and max(counts) > SHORT_PART + 1:
        return False
    if separator in (DASH, WIDE) and len(parts) == 2:
        return named > 1 and max(counts) <= SHORT_PART and "," not in text
    return named > 1


def _pictured(text: str) -> list[Piece]:
    """Pictures before, behind or between short things."""
    if "," in text or not SEEN.search(text):
        return []
    signs = list(PICTURES.finditer(text))
    parts = _between(text, signs)
    if len(signs) < 2 or len(parts) < 2:
        return []
    words = [text[start:end] for start, end in parts]
    if max(len(each.split()) for each in words) > LONGEST_PART - 3 or any(map(ADDS.match, words)):
        return []
    alike = len({sign[0].strip() for sign in signs}) == 1
    told = alike and not FACE.search(signs[0][0])
    first, last = not signs[0].start(), signs[-1].end() == len(text)
    if first and not last and len(parts) == len(signs) and (told or len(signs) > 2):
        return [Piece(start, end, "bullet") for start, end in parts]
    if last and not first and len(parts) == len(signs):
        short = max(len(each.split()) for each in words) < SHORT_PART
        if told or (len(signs) > 2 and short) or (short and not FACE.search(text)):
            ends = [sign.end() for sign in signs]
            starts = [0, *ends[:-1]]
            return [Piece(s, e, "bullet") for s, e in zip(starts, ends, strict=True)]
    if not first and not last and len(parts) == len(signs) + 1:
        return [Piece(start, end, "bullet") for start, end in parts]
    return []


def _one_after_another(text: str) -> list[Piece]:
    """X then Y then Z."""
    signs = list(THEN.finditer(text))
    if len(signs) < 2 or len(signs) > 5:
        return []
    parts = _between(text, signs)
    words = [text[start:end] for start, end in parts]
    if len(parts) != len(signs) + 1 or any(JOINED.search(each) for each in words):
        return []
    if max(len(each.split()) for each in words) > LONGEST_PART:
        return []
    return [Piece(start, end, "then") for start, end in parts]
