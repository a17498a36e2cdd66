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


def moved(piece: Piece, by: int) -> Piece:
    """Return a piece of a part of a text, as a piece of the whole: the part begins `by` later."""
    if not by:
        return piece
    return Piece(piece.start + by, piece.end + by, piece.rule, piece.number, piece.confident)
