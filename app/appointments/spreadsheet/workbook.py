"""A workbook while it is read: its sheets one after the other, their rows as they come (pure).

Nothing of a sheet is held longer than its row: a long list has to pass through little memory.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.appointments.spreadsheet.kinds import Kind
from app.appointments.spreadsheet.table import DAY_NOUGHT_1900, TableRow, is_blank

Merged = tuple[tuple[int, int, int], ...]


@dataclass
class Tally:
    """What was left out of a sheet: known when its last row has passed."""

    hidden_rows: int = 0
    columns: set[int] = field(default_factory=set)


class Sheet(NamedTuple):
    """One visible sheet; `merged` as in Table."""

    name: str
    rows: Iterator[TableRow]
    tally: Tally
    merged: Merged = ()


@dataclass(frozen=True)
class Workbook:
    """A whole workbook, its sheets to be walked once."""

    kind: Kind
    sheets: Iterable[Sheet]
    hidden_sheets: tuple[str, ...] = ()
    day_nought: date = DAY_NOUGHT_1900
    remarks: tuple[str, ...] = ()


def seen(
    name: str,
    rows: Iterable[tuple[int, tuple[str, ...]]],
    hidden_rows: Set[int],
    hidden_columns: Set[int],
    merged: Merged = (),
) -> Sheet:
    """Make a sheet of what a person sees of it: hidden rows and columns are only counted."""
    tally = Tally()
    shifted = tuple(
        (row, first - _before(hidden_columns, first), last - _before(hidden_columns, last))
        for row, first, last in merged
    )
    return Sheet(name, _seen_rows(rows, hidden_rows, hidden_columns, tally), tally, shifted)


def _seen_rows(
    rows: Iterable[tuple[int, tuple[str, ...]]],
    hidden_rows: Set[int],
    hidden_columns: Set[int],
    tally: Tally,
) -> Iterator[TableRow]:
    for number, cells in rows:
        if is_blank(cells):
            continue
        if number in hidden_rows:
            tally.hidden_rows += 1
            continue
        if hidden_columns:
            tally.columns |= {at for at in hidden_columns if "".join(cells[at : at + 1]).strip()}
            cells = tuple(c for place, c in enumerate(cells) if place not in hidden_columns)
            if is_blank(cells):
                continue
        yield TableRow(number, cells)


def _before(hidden: Set[int], place: int) -> int:
    return sum(1 for each in hidden if each < place)
