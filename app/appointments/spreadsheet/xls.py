"""XLS workbooks of old Excel (MS-XLS), read by xlrd: it knows values, hidden rows and columns."""

import struct
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from typing import Any, Literal

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError
from xlrd.sheet import Sheet

from app.appointments.spreadsheet.calamine import WRITTEN, number_in_words
from app.appointments.spreadsheet.kinds import DAMAGED, LOCKED, Kind
from app.appointments.spreadsheet.table import (
    DAY_NOUGHT_1900,
    DAY_NOUGHT_1904,
    Book,
    Table,
    TableRow,
    is_blank,
    refuse_large,
    without_columns,
)
from app.errors import Refusal

SHOWN = 0


def read_xls(content: bytes) -> Book:
    """Read an old workbook; xlrd never runs its macros."""
    return _guarded(lambda: _read(content))


def _read(content: bytes) -> Book:
    with xlrd.open_workbook(
        file_contents=content, formatting_info=True, ragged_rows=True, logfile=StringIO()
    ) as workbook:
        sheets = workbook.sheets()
        shown = [sheet for sheet in sheets if sheet.visibility == SHOWN]
        hidden = tuple(sheet.name for sheet in sheets if sheet.visibility != SHOWN)
        day_nought = DAY_NOUGHT_1904 if workbook.datemode else DAY_NOUGHT_1900
        tables = [_table(sheet, workbook.datemode) for sheet in shown]
    return Book(Kind.XLS, tables, hidden, day_nought)


def _table(sheet: Sheet, datemode: Literal[0, 1]) -> Table:
    refuse_large(sheet.nrows, sheet.ncols)
    kept: list[TableRow] = []
    skipped = 0
    for number, cells in _rows(sheet, datemode):
        if is_blank(cells):
            continue
        facts = sheet.rowinfo_map.get(number - 1)
        if facts is not None and facts.hidden:
            skipped += 1
        else:
            kept.append(TableRow(number, cells))
    merged = tuple((top + 1, left, right - 1) for top, _, left, right in sheet.merged_cells)
    columns = {place for place, facts in sheet.colinfo_map.items() if facts.hidden}
    return without_columns(Table(sheet.name, kept, skipped, merged=merged), columns)


def _rows(sheet: Sheet, datemode: Literal[0, 1]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for place in range(sheet.nrows):
        yield place + 1, tuple(_text(cell, datemode) for cell in sheet.row(place))


def _text(cell: Any, datemode: Literal[0, 1]) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return number_in_words(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _date(cell.value, datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "yes" if cell.value else "no"
    return ""


def _date(days: float, datemode: Literal[0, 1]) -> str:
    """Write a cell that is shown as a date, a time, or both."""
    try:
        moment = xlrd.xldate_as_datetime(days, datemode)
    except (xlrd.XLDateError, OverflowError, ValueError):
        return number_in_words(days)
    if days < 1:
        return moment.time().isoformat()
    written = WRITTEN[date](moment.date()) if days == int(days) else moment.isoformat(sep=" ")
    return str(written)


def _guarded(read: Callable[[], Book]) -> Book:
    try:
        return read()
    except Refusal:
        raise
    except XLRDError as fault:
        if "encrypted" in str(fault):
            raise Refusal(LOCKED) from None
        raise Refusal(DAMAGED) from None
    except (
        # What xlrd raises over bytes that are no workbook: it was written for sound files.
        CompDocError,
        AssertionError,
        AttributeError,
        LookupError,
        MemoryError,
        NotImplementedError,
        OverflowError,
        TypeError,
        ValueError,
        RecursionError,
        UnboundLocalError,
        struct.error,
    ):
        raise Refusal(DAMAGED) from None
