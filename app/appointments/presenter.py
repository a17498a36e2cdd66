"""A clinic list in finished words (pure): what it changes, row by row."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.appointments.changes import Change, RowChange
from app.people.nhs_number import spaced
from app.people.phone import national

MOST_SHOWN = 200
FIGURES = (
    ("new", "New"),
    ("moved", "Moved"),
    ("cancelled", "Cancelled"),
    ("rebooked", "Booked again"),
    ("changed", "Details changed"),
    ("unchanged", "Unchanged"),
    ("rejected", "Rows to mend"),
)
WORDS = {
    Change.NEW: "New",
    Change.MOVED: "Moved",
    Change.CANCELLED: "Cancelled",
    Change.REBOOKED: "Booked again",
    Change.CHANGED: "Details changed",
    Change.UNCHANGED: "Unchanged",
    Change.IGNORED: "Cancelled, and never held here",
}
WHAT_COUNTS = ("new", "moved", "cancelled", "rebooked", "changed")


def preview_in_words(
    counts: Mapping[str, int], rows: list[RowChange], zones: Mapping[UUID, str]
) -> dict[str, Any]:
    """Return the figures of a list and its rows, those that change something first."""
    changing = sum(counts[name] for name in WHAT_COUNTS)
    order = sorted(rows, key=lambda each: (each.change is Change.UNCHANGED, each.row.number))
    days = sorted(_local(row.row.starts_at, zones[row.row.clinic_id]) for row in rows)
    return {
        "figures": [(words, counts[name]) for name, words in FIGURES],
        "rows": [_row(row, zones[row.row.clinic_id]) for row in order[:MOST_SHOWN]],
        "rows_left_out": max(0, len(rows) - MOST_SHOWN),
        "span": _span(days),
        "missing": counts["missing"],
        "changing": changing,
        "rejected": counts["rejected"],
    }


def moment_in_words(moment: datetime, zone: str = "Europe/London") -> str:
    """Write a moment in a clinic's own time, in full.

    >>> from datetime import UTC
    >>> moment_in_words(datetime(2026, 5, 12, 8, 30, tzinfo=UTC))
    'Tuesday 12 May 2026, 09:30'
    """
    return f"{_local(moment, zone):%A %-d %B %Y, %H:%M}"


def _span(days: Sequence[datetime]) -> str:
    if not days:
        return ""
    first, last = f"{days[0]:%A %-d %B %Y}", f"{days[-1]:%A %-d %B %Y}"
    return first if first == last else f"{first} to {last}"


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def _row(change: RowChange, zone: str) -> dict[str, str | int]:
    row = change.row
    moved = change.change is Change.MOVED and change.was_at is not None
    was = f", was {moment_in_words(change.was_at, zone)}" if moved and change.was_at else ""
    return {
        "number": row.number,
        "change": WORDS[change.change] + was,
        "name": f"{row.first_name} {row.last_name}",
        "nhs_number": spaced(row.nhs_number),
        "mobile": national(row.mobile) if row.mobile else "none",
        "when": moment_in_words(row.starts_at, zone),
    }
