"""What every file becomes: sheets of rows of text, and what was left out of them (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.errors import Refusal

LARGEST_FILE = 32 * 1024 * 1024
MOST_ROWS = 150_000
MOST_COLUMNS = 256
MOST_CELLS = 2_000_000

# Day nought of a workbook's day numbers (ECMA-376 part 1, 18.17.4). Excel counts a 29 February 1900
# that never was, so its ordinary calendar begins a day early for every date after that.
DAY_NOUGHT_1900 = date(1899, 12, 30)
DAY_NOUGHT_1904 = date(1904, 1, 1)


class TableRow(NamedTuple):
    """One row as a spreadsheet shows it: its number, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One visible sheet: every visible row that holds anything.

    `merged` are the places of merged cells as (row number, first place, last place).
    """

    name: str
    rows: list[TableRow]
    hidden_rows: int = 0
    hidden_columns: int = 0
    merged: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True)
class Book:
    """A whole file: its visible sheets, the hidden ones' names, and how its days are counted.

    `kind` and `separator` say how to write it again; `remarks` what a person should know.
    """

    kind: str
    sheets: list[Table]
    hidden_sheets: tuple[str, ...] = ()
    day_nought: date = DAY_NOUGHT_1900
    separator: str = ","
    remarks: tuple[str, ...] = field(default=())

    @property
    def hides_anything(self) -> bool:
        """Whether any sheet, row or column was hidden."""
        return bool(self.hidden_sheets) or any(
            sheet.hidden_rows or sheet.hidden_columns for sheet in self.sheets
        )


def is_blank(cells: Sequence[str]) -> bool:
    """Whether no cell of a row holds anything."""
    return not "".join(cells).strip()


def refuse_large(rows: int, columns: int) -> None:
    """Refuse a sheet that is no clinic list for its size alone."""
    if rows > MOST_ROWS:
        raise Refusal(
            f"The list has more than {MOST_ROWS:,} rows. Split it, or delete the empty rows below "
            "it, and upload again."
        )
    if columns > MOST_COLUMNS:
        raise Refusal(f"The list has more than {MOST_COLUMNS} columns. Upload only those needed.")
    if rows * columns > MOST_CELLS:
        raise Refusal("The list has too many columns for its length. Upload only those needed.")
