"""What is wrong with a cell, or was mended in it (pure): a code for machines, words for people."""

from typing import Any, NamedTuple

# No cell that we read says more; whatever does is never given to a regular expression.
LONGEST_CELL = 200


class CellFault(ValueError):
    """A cell that cannot be read; `code` says why, the words what to do."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


class Mended(NamedTuple):
    """A value taken from a cell that did not say it plainly: what was taken, and why in words."""

    value: Any
    code: str
    words: str


def not_too_long(text: str) -> str:
    """Return the text without the spaces around it; CellFault if it is far too long for a cell."""
    bare = text.strip()
    if len(bare) > LONGEST_CELL:
        raise CellFault("too_long", "This cell is far too long. Shorten it.")
    return bare
