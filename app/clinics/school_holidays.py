"""When a clinic's schools are closed (pure): ranges of dates, as somebody types them."""

import re
from datetime import date
from functools import lru_cache

MOST_RANGES = 12
LONGEST_DAYS = 100
# A year that is none of these is a slip of the finger.
FIRST_YEAR, LAST_YEAR = 2000, 2099
HOW = "Write each as 22/07/2026 to 01/09/2026, one a line"
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
BRITISH = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")

Range = tuple[date, date]


@lru_cache(maxsize=256)
def ranges_of(text: str) -> tuple[Range, ...]:
    """Return the ranges of a text, first and last days included, in order.

    Raises ValueError, in words for the person, for anything that is not one.

    >>> ranges_of("22/07/2026 to 01/09/2026")
    ((datetime.date(2026, 7, 22), datetime.date(2026, 9, 1)),)
    """
    lines = [line.strip() for line in re.split(r"[\n;,]+", text) if line.strip()]
    if len(lines) > MOST_RANGES:
        raise ValueError(f"Enter at most {MOST_RANGES} school holidays: this year's are enough")
    return tuple(sorted({_range(line) for line in lines}))


def normal(text: str) -> str:
    """Write ranges the same way whoever typed them: ISO dates, one range a line, in order."""
    return "\n".join(f"{first} to {last}" for first, last in ranges_of(text))


def _range(line: str) -> Range:
    found = re.split(r"\s+(?:to|until|-|\u2013)\s+", line, flags=re.IGNORECASE)
    first, last = _day(found[0]), _day(found[-1])
    if len(found) > 2:
        raise ValueError(f'"{line}" is not a school holiday. {HOW}')
    if last < first:
        raise ValueError(f'"{line}" ends before it begins. {HOW}')
    if (last - first).days > LONGEST_DAYS:
        raise ValueError(f'"{line}" is longer than any school holiday. {HOW}')
    return first, last


def _day(text: str) -> date:
    iso, british = ISO.fullmatch(text.strip()), BRITISH.fullmatch(text.strip())
    parts = iso.groups() if iso else british.groups()[::-1] if british else None
    try:
        year, month, day = (int(part) for part in parts or ())
        read = date(year, month, day)
    except ValueError:
        raise ValueError(f'"{text.strip()}" is not a date. {HOW}') from None
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise ValueError(f'"{text.strip()}" is not in this century. {HOW}')
    return read
