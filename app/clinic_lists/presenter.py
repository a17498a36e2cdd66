"""A clinic list in finished words (pure): what it changes, what was mended, what it leads to."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.appointments.change import CHANGING, Change, RowChange
from app.appointments.columns import sampled
from app.appointments.headings import MOBILE, NEEDED
from app.appointments.layout import Layout, data_rows, letters
from app.appointments.previewed import Preview
from app.appointments.rows import Repair, ReportedRow
from app.appointments.spreadsheet import Table
from app.clinic_lists.foreseen import Foreseen, Sample
from app.clinic_lists.near import Near
from app.invitations.caps import Limits
from app.invitations.rules import IN_WORDS, HeldReason
from app.people.nhs_number import spaced
from app.people.phone import national

MOST_SHOWN = 200
EXAMPLES = 3
FIGURES = (
    ("new", "New"),
    ("moved", "Moved"),
    ("cancelled", "Cancelled"),
    ("rebooked", "Booked again"),
    ("changed", "Details changed"),
    ("outcome", "Attended or not"),
    ("unchanged", "Unchanged"),
    ("ignored", "Over or off, not held"),
    ("missing", "Not in this list"),
    ("held_back", "Wait for you"),
    ("set_aside", "Not for us"),
    ("rejected", "Rows to mend"),
)
# What is gravest if it is wrong is shown first: a long list is not shown whole.
FIRST = (
    *(Change.CANCELLED, Change.MOVED, Change.REBOOKED, Change.OUTCOME, Change.CHANGED),
    *(Change.NEW, Change.IGNORED, Change.UNCHANGED),
)
# Where on the page of a preview there is more of a figure.
PARTS = {
    "rejected": "to-mend",
    "held_back": "decide",
    "missing": "missing",
    "set_aside": "set-aside",
}
WORDS = {
    Change.NEW: "New",
    Change.MOVED: "Moved",
    Change.CANCELLED: "Cancelled",
    Change.REBOOKED: "Booked again",
    Change.CHANGED: "Details changed",
    Change.OUTCOME: "Attended or not, as the list says",
    Change.UNCHANGED: "Unchanged",
    Change.IGNORED: "Nothing: cancelled or over, and never held here",
}
# One and several of what was not read.
SKIPPED = {
    "hidden_rows": ("hidden row", "hidden rows"),
    "hidden_columns": ("hidden column", "hidden columns"),
    "hidden_sheets": ("hidden sheet", "hidden sheets"),
    "other_sheets": ("other sheet", "other sheets"),
    "headings_again": ("repeated heading row", "repeated heading rows"),
    "footers": ("line that is no row", "totals and other lines that are no rows"),
}
STATES = {"previewed": "not saved", "saved": "saved", "undone": "undone"}


def preview_in_words(
    found: Preview,
    zones: Mapping[UUID, str],
    missing: Mapping[UUID, str],
    foreseen: Foreseen,
    *,
    limits: Limits,
    segment_pence: float,
) -> dict[str, Any]:
    """Return the figures of a list, what is asked, its texts, and its rows, changing ones first."""
    order = sorted(found.rows, key=lambda each: (FIRST.index(each.change), each.row.number))
    return {
        "figures": _figures(found.counts),
        "changing": sum(found.counts[change] for change in CHANGING),
        "span": _span(found, zones),
        "saved_before": moment_in_words(found.saved_before) if found.saved_before else "",
        "skipped": [_skipped(name, count) for name, count in found.skipped.items()],
        "repairs": _repairs(found.repairs),
        "missing": [
            {
                "key": f"missing:{each.id}",
                "name": missing[each.young_person_id],
                "when": moment_in_words(each.starts_at, zones[each.clinic_id]),
            }
            for each in found.missing[:MOST_SHOWN]
        ],
        "texts": _texts(foreseen, segment_pence),
        "near": _near(foreseen.near, limits, zones),
        "rows": [_row(each, zones[each.row.clinic_id]) for each in order[:MOST_SHOWN]],
        "rows_left_out": max(0, len(order) - MOST_SHOWN),
    }


def _skipped(name: str, count: int) -> str:
    one, several = SKIPPED[name]
    return f"{count} {one if count == 1 else several}"


def _figures(counts: Mapping[str, int]) -> list[tuple[str, int, str]]:
    """The figures that say something, each with the part of the page that tells more of it."""
    always = ("new", "unchanged", "rejected")
    return [
        (words, counts.get(name, 0), PARTS.get(name, "") if counts.get(name) else "")
        for name, words in FIGURES
        if counts.get(name) or name in always
    ]


def _repairs(repairs: Sequence[Repair]) -> list[dict[str, Any]]:
    """What was mended, by heading and kind, each with a few examples."""
    groups: dict[tuple[str, str], list[Repair]] = {}
    for repair in repairs:
        groups.setdefault((repair.heading, repair.code), []).append(repair)
    return [
        {
            "heading": heading,
            "count": len(group),
            "examples": [
                f"row {each.row}: {each.value}. {each.message}" for each in group[:EXAMPLES]
            ],
        }
        for (heading, _), group in groups.items()
    ]


def _texts(foreseen: Foreseen, segment_pence: float) -> dict[str, Any]:
    pounds = foreseen.segments * segment_pence / 100
    return {
        "count": foreseen.texts,
        "cost": f"{foreseen.segments} segments, about £{pounds:,.2f}",
        "samples": [_sample(each, segment_pence) for each in foreseen.samples],
        "held": sorted(foreseen.held.items()),
        "wants_net": IN_WORDS[HeldReason.NO_SAFETY_NET],
    }


def _near(near: Sequence[Near], limits: Limits, zones: Mapping[UUID, str]) -> dict[str, Any]:
    """Who has two visits within a week, and how many texts one number gets of them."""
    a_day = "1 text" if limits.number_a_day == 1 else f"{limits.number_a_day} texts"
    shown = [
        (each.name, [moment_in_words(at, zones[place]) for at, place in each.visits])
        for each in near[:EXAMPLES]
    ]
    return {
        "count": len(near),
        "limits": f"at most {a_day} a day and {limits.number_a_week} in seven days",
        "examples": [{"name": name, "when": " and ".join(both)} for name, both in shown],
    }


def _sample(sample: Sample, segment_pence: float) -> dict[str, str]:
    when = "within minutes"
    if sample.at is not None:
        when = f"on {moment_in_words(sample.at, sample.zone)}"
    segments = "1 segment" if sample.segments == 1 else f"{sample.segments} segments"
    return {
        "name": sample.name,
        "words": sample.words,
        "facts": f"Goes out {when}. {segments}, about {sample.segments * segment_pence:.0f}p.",
    }


def saved_in_words(
    counts: Mapping[str, Any], rows: Sequence[ReportedRow], zones: Mapping[str, str]
) -> dict[str, Any]:
    """Return the figures of a saved list and some of its rows, as they were when it was saved."""
    return {
        "figures": _figures(counts),
        "rejected": counts.get("rejected", 0) + counts.get("held_back", 0),
        "rows": [
            {
                "number": row.number,
                "change": _change(Change(row.change), row.was_at, zones.get(row.clinic_id, "UTC")),
                "name": row.name,
                "nhs_number": spaced(row.nhs_number),
                "mobile": national(row.mobile) if row.mobile else "none",
                "when": moment_in_words(
                    datetime.fromisoformat(row.starts_at), zones.get(row.clinic_id, "UTC")
                ),
            }
            for row in rows
        ],
    }


def _change(change: Change, was_at: str | None, zone: str) -> str:
    if was_at is None:
        return WORDS[change]
    return f"{WORDS[change]}, was {moment_in_words(datetime.fromisoformat(was_at), zone)}"


def history_in_words(
    list_id: UUID, name: str, who: str, at: datetime, state: str, counts: Mapping[str, Any]
) -> dict[str, Any]:
    """Return one line of the history: what, who, when, and what became of it."""
    return {
        "id": list_id,
        "name": name,
        "who": who,
        "when": moment_in_words(at),
        "state": STATES[state],
        "counts": counts,
    }


def columns_in_words(
    layout: Layout, sheet: Table, asked: Sequence[str], said: Mapping[str, str]
) -> dict[str, Any]:
    """Return the fields to ask about, and the file's columns with a few of their values."""
    rows = data_rows(sheet, layout)
    known = dict(layout.places) | ({MOBILE: layout.phones[0].place} if layout.phones else {})
    return {
        "fields": [
            {
                "name": name,
                "chosen": str(said.get(name, known.get(name, ""))),
                "needed": name in NEEDED,
                "missing": name in layout.missing or name in layout.doubtful,
            }
            for name in asked
        ],
        "columns": [
            {
                "place": str(place),
                "letter": letters(place),
                "heading": layout.at(place),
                "cells": ", ".join(sampled(layout, rows, place)),
            }
            for place in range(len(layout.headings))
        ],
    }


def moment_in_words(moment: datetime, zone: str = "Europe/London") -> str:
    """Write a moment in a clinic's own time, in full.

    >>> from datetime import UTC
    >>> moment_in_words(datetime(2026, 5, 12, 8, 30, tzinfo=UTC))
    'Tuesday 12 May 2026, 09:30'
    """
    return f"{_local(moment, zone):%A %-d %B %Y, %H:%M}"


def _span(found: Preview, zones: Mapping[UUID, str]) -> str:
    if not found.rows:
        return ""
    rows = sorted((each.row for each in found.rows), key=lambda row: row.starts_at)
    days = [
        f"{_local(row.starts_at, zones[row.clinic_id]):%A %-d %B %Y}" for row in (rows[0], rows[-1])
    ]
    return days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def _row(change: RowChange, zone: str) -> dict[str, str | int]:
    row = change.row
    was = change.moved_from.isoformat() if change.moved_from else None
    return {
        "number": row.number,
        "change": _change(change.change, was, zone),
        "name": f"{row.first_name} {row.last_name}",
        "nhs_number": spaced(row.nhs_number),
        "mobile": national(row.mobile) if row.mobile else "none",
        "when": moment_in_words(row.starts_at, zone),
    }
