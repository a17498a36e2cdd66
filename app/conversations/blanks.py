"""Stretches of a text that only answer a question of ours, and are not to be read (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Blank:
    """text[start:end] says whom it is about, how the visit was, or that ideas are wanted."""

    start: int
    end: int


def to_read(text: str, blank: Blank | None) -> str | None:
    """Return a text to be read, each character where it stood; None if nothing is left to read.

    >>> to_read("S. also sleep", Blank(0, 3)), to_read("sam", Blank(0, 3))
    ('   also sleep', None)
    """
    if blank is None:
        return text
    rest = text[: blank.start] + " " * (blank.end - blank.start) + text[blank.end :]
    return rest if rest.strip() else None


def as_read(text: str, said: Mapping[str, Any]) -> str | None:
    """Return a text as it is to be read, by what was written down when it was understood."""
    return to_read(text, Blank(*said["blank"]) if "blank" in said else None)
