"""One piece of a text (pure): where it stands, and the rule that parted it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """One piece of a text: text[start:end], the number it was given, the rule that parted it."""

    start: int
    end: int
    rule: str
    number: int | None = None
    confident: bool = True
