"""XLS workbooks of old Excel (MS-XLS), read by xlrd: it knows values, hidden rows and columns."""

from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any, Literal, cast

import xlrd
from xlrd.biffh import XLRDError
from xlrd.sheet import Sheet

from app.appointments.spreadsheet.calamine import WRITTEN, number_in_words
from app.appointments.spreadsheet.kinds import DAMAGED, LOCKED, Kind
from app.appointments.spreadsheet.table import DAY_NOUGHT_1900, DAY_NOUGHT_1904, refuse_large
from app.appointments.spreadsheet.workbook import Sheet as SeenSheet
from app.appointments.spreadsheet.workbook import Workbook, seen
from app.errors import Refusal

SHOWN = 0


def read_xls(content: bytes) -> Workbook:
    """Read an old workbook; xlrd never runs its macros."""
    try:
        workbook = xlrd.open_workbook(
            file_contents=content,
            formatting_info=True,
            ragged_rows=True,
            on_demand=True,
            logfile=StringIO(),
        )
    except XLRDError as fault:
        raise Refusal(LOCKED if "encrypted" in str(fault) else DAMAGED) from None
    # Said by xlrd in public only of sheets that it has loaded, and hidden ones need not be.
    visible = cast(Any, workbook)._sheet_visibility
    names = list(zip(workbook.sheet_names(), visible, strict=True))
    day_nought = DAY_NOUGHT_1904 if workbook.datemode else DAY_NOUGHT_1900
    sheets = (_sheet(workbook, at) for at, (_, seen_as) in enumerate(names) if seen_as == SHOWN)
    hidden = tuple(name for name, seen_as in names if seen_as != SHOWN)
    return Workbook(Kind.XLS, sheets, hidden, day_nought)


def _sheet(workbook: xlrd.Book, place: int) -> SeenSheet:
    sheet = workbook.sheet_by_index(place)
    refuse_large(sheet.nrows, sheet.ncols)
    hidden = {place + 1 for place, facts in sheet.rowinfo_map.items() if facts.hidden}
    columns = {place for place, facts in sheet.colinfo_map.items() if facts.hidden}
    merged = tuple((top + 1, left, right - 1) for top, _, left, right in sheet.merged_cells)
    datemode: Literal[0, 1] = workbook.datemode
    return seen(sheet.name, _rows(sheet, datemode), hidden, columns, merged)


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
