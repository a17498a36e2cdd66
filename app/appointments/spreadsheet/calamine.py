"""Workbooks read by calamine, a compiled reader: its sheets, and its cells as text."""

from collections.abc import Callable, Iterable, Iterator, Set
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from app.appointments.spreadsheet.table import refuse_large
from app.appointments.spreadsheet.workbook import Sheet, seen

A_DAY = timedelta(days=1)
MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001 - only its time of day is used


def opened_by_calamine(content: bytes) -> CalamineWorkbook:
    """Open a workbook."""
    return CalamineWorkbook.from_object(BytesIO(content))


def sheet_names(workbook: CalamineWorkbook) -> tuple[list[str], tuple[str, ...]]:
    """Return the names of the visible worksheets, and of the hidden ones."""
    sheets = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    shown = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
    return shown, tuple(each.name for each in sheets if each.name not in shown)


def read_sheet(
    workbook: CalamineWorkbook, name: str, hidden_rows: Set[int], hidden_columns: Set[int]
) -> Sheet:
    """Read one sheet without its hidden rows, by number, and its hidden columns, by place."""
    sheet = workbook.get_sheet_by_name(name)
    last_row, last_place = sheet.end or (0, 0)
    refuse_large(last_row + 1, last_place + 1)
    merged = tuple(
        (first[0] + 1, first[1], last[1]) for first, last in sheet.merged_cell_ranges or ()
    )
    return seen(name, enumerate(_rows(sheet), 1), hidden_rows, hidden_columns, merged)


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
