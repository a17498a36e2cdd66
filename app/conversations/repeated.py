"""Saying back what was understood (pure): as many whole things as fit, in their own words."""

from collections.abc import Callable, Sequence

from app.sms.segments import cost

MOST_SEGMENTS = 3
# A thing that is longer than this is no thing one can change by its number.
LONGEST_THING = 80


def said_back(things: Sequence[str], write: Callable[[int], str]) -> str | None:
    """Write a text that names the things, or as many of the first as fit; None if not even one.

    `write` makes the whole text that names the first so many.
    """
    whole = [" ".join(each.split()) for each in things]
    if not whole or any(len(each) > LONGEST_THING for each in whole):
        return None
    for count in range(len(whole), 0, -1):
        text = write(count)
        if cost(text).segments <= MOST_SEGMENTS:
            return text
    return None


def numbered(things: Sequence[str], count: int) -> str:
    """Return the first things with their numbers.

    >>> numbered(["sleep", "school"], 2)
    '1 sleep, 2 school'
    """
    return ", ".join(
        f"{place} {' '.join(each.split())}" for place, each in enumerate(things[:count], 1)
    )
