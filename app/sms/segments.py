"""What a text costs: its encoding and segments (GSM 03.38, 3GPP TS 23.038 and 23.040)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# These take an escape as well, and so count for two.
EXTENDED = frozenset("\f^{}\\[~]|€")
GSM = BASIC | EXTENDED

ALONE = {"GSM-7": 160, "UCS-2": 70}
JOINED = {"GSM-7": 153, "UCS-2": 67}
LAST_OF_ONE_UNIT = 0xFFFF

Encoding = Literal["GSM-7", "UCS-2"]


@dataclass(frozen=True)
class Cost:
    """What words cost as a text.

    `characters` are billed units: septets in GSM-7, where an extended character counts two, and
    UTF-16 units in UCS-2, where most emoji count two. Up to 160 (70) fit one segment; longer texts
    go as segments of 153 (67), and no character is cut in two.
    """

    encoding: Encoding
    segments: int
    characters: int


def cost(text: str) -> Cost:
    """Count what a text costs; an empty text still goes as one segment."""
    if BASIC.issuperset(text):
        # The usual case: every character is one septet, and none can be cut in two.
        joined = -(-len(text) // JOINED["GSM-7"])
        return Cost("GSM-7", 1 if len(text) <= ALONE["GSM-7"] else joined, len(text))
    encoding: Encoding = "GSM-7" if is_gsm(text) else "UCS-2"
    units = [_units(character, encoding) for character in text]
    total = sum(units)
    segments = 1 if total <= ALONE[encoding] else _pack(units, JOINED[encoding])
    return Cost(encoding, segments, total)


def is_gsm(text: str) -> bool:
    """Return whether GSM-7 can carry every character of a text."""
    return GSM.issuperset(text)


def _units(character: str, encoding: Encoding) -> int:
    if encoding == "GSM-7":
        return 2 if character in EXTENDED else 1
    return 2 if ord(character) > LAST_OF_ONE_UNIT else 1


def _pack(units: Iterable[int], room: int) -> int:
    segments, used = 1, 0
    for unit in units:
        if used + unit > room:
            segments, used = segments + 1, 0
        used += unit
    return segments
