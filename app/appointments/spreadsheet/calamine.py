"""Workbooks read by calamine, a compiled reader: its sheets, and its cells as text."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from io import BytesIO
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.appointments.spreadsheet.kinds import DAMAGED, LOCKED
from app.appointments.spreadsheet.table import Table, TableRow, is_blank, refuse_large
from app.errors import Refusal

A_DAY = timedelta(days=1)
MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001 - only its time of day is used


def visible_sheets(content: bytes) -> tuple[list[tuple[str, CalamineSheet]], tuple[str, ...]]:
    """Return the visible worksheets with their names, and the names of the hidden ones."""
    workbook = _guarded(lambda: CalamineWorkbook.from_object(BytesIO(content)))
    shown: list[tuple[str, CalamineSheet]] = []
    hidden: list[str] = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            hidden.append(sheet.name)
            continue
        read = partial(workbook.get_sheet_by_name, sheet.name)
        shown.append((sheet.name, _guarded(read)))
    return shown, tuple(hidden)


def table_of(name: str, sheet: CalamineSheet, hidden_rows: frozenset[int]) -> Table:
    """Read a sheet without its hidden rows, which are given by number and counted if not empty."""
    last_row, last_place = sheet.end or (0, 0)
    refuse_large(last_row + 1, last_place + 1)
    kept: list[TableRow] = []
    skipped = 0
    for number, cells in enumerate(_guarded(lambda: _rows(sheet)), 1):
        if is_blank(cells):
            continue
        if number in hidden_rows:
            skipped += 1
        else:
            kept.append(TableRow(number, cells))
    merged = tuple(
        (first[0] + 1, first[1], last[1]) for first, last in sheet.merged_cell_ranges or ()
    )
    return Table(name, kept, hidden_rows=skipped, merged=merged)


def _rows(sheet: CalamineSheet) -> Iterator[tuple[str, ...]]:
    """Yield every row from the first, each from its first column: the reader leaves empty ones out
    on the left but not above.
    """
    indent = ("",) * (sheet.start or (0, 0))[1]
    for row in sheet.iter_rows():
        yield indent + _texts(row)


def _texts(row: Iterable[Any]) -> tuple[str, ...]:
    return tuple([cell if type(cell) is str else WRITTEN[type(cell)](cell) for cell in row])


def number_in_words(number: float) -> str:
    """Write a number without losing a digit: whole ones without a point, others in full.

    >>> number_in_words(7700900123.0), number_in_words(0.5)
    ('7700900123', '0.5')
    """
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def _duration(length: timedelta) -> str:
    """Write a duration as the time of day it stands for, if it is one; else in days."""
    if timedelta() <= length < A_DAY:
        return (MIDNIGHT + length).time().isoformat()
    return number_in_words(length / A_DAY)


def _moment(moment: datetime) -> str:
    return moment.isoformat(sep=" ")


WRITTEN: dict[type, Callable[[Any], str]] = {
    float: number_in_words,
    int: str,
    bool: lambda yes: "yes" if yes else "no",
    date: date.isoformat,
    datetime: _moment,
    time: time.isoformat,
    timedelta: _duration,
}


def _guarded(read: Callable[[], Any]) -> Any:
    """Turn every way in which the reader gives up into one sentence."""
    try:
        return read()
    except PasswordError:
        raise Refusal(LOCKED) from None
    except (CalamineError, ValueError, OSError, MemoryError):
        raise Refusal(DAMAGED) from None
    except BaseException as fault:
        # The compiled reader's own panics are no ordinary exceptions; anything else goes on.
        if type(fault).__name__ != "PanicException":
            raise
        raise Refusal(DAMAGED) from None
