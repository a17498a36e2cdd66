"""XLSX and XLSM workbooks (ECMA-376): cells by calamine, hidden rows and columns by a second look.

calamine says which sheets are hidden but not which rows and columns. Each worksheet part is
unpacked once: its sizes are checked, and only where the word `hidden` stands in it at all is it
parsed again for the places.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.sax import ContentHandler, SAXException
from zipfile import ZipFile

from defusedxml import DefusedXmlException
from defusedxml.sax import parse

from app.appointments.spreadsheet.calamine import table_of, visible_sheets
from app.appointments.spreadsheet.kinds import DAMAGED, SAVE_AS, Kind
from app.appointments.spreadsheet.table import (
    DAY_NOUGHT_1900,
    DAY_NOUGHT_1904,
    MOST_COLUMNS,
    MOST_ROWS,
    Book,
    Table,
    refuse_large,
    without_columns,
)
from app.appointments.spreadsheet.zipped import check_parts, opened, pieces
from app.errors import Refusal

# The place of a cell or row that is far away, like r="AB12" or r="100000": as every program writes
# it, which is quick to find, and in all the ways that XML allows.
FAR = re.compile(rb' r="([A-Z]{2,}[0-9]|[A-Z]*[0-9]{6,})')
FAR_ANYHOW = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{2,}[0-9]|[A-Za-z]*[0-9]{6,})""")
OTHER_WAYS = (b"'", b"\n", b"\r", b"\t", b" =", b"= ")
HIDING = (b"hidden", b"zeroHeight")
# Four for each number, six for each word that a sheet holds.
MOST_TAGS = 24_000_000
EPOCH_1904 = re.compile(rb"""\sdate1904\s*=\s*["'](1|true|on)["']""")
MACROS = "xl/vbaProject.bin"
MACROS_SEEN = "The file holds macros. They were not run, and are not needed: an XLSX will do."
YES = ("1", "true", "on")


@dataclass
class _Hidden:
    """The places of one worksheet that its reader would not see."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


def read_xlsx(content: bytes) -> Book:
    """Read an XLSX or XLSM workbook; macros are never run, and macro sheets are refused."""
    with opened(content) as archive:
        names = set(archive.namelist())
        if any(name.startswith("xl/macrosheets/") for name in names):
            raise Refusal(f"The file holds macro sheets of old Excel. {SAVE_AS}")
        parts = _parts_by_sheet(archive)
        check_parts(archive, but=set(parts.values()))
        hidden = {name: _hidden_in(archive, part) for name, part in parts.items() if part in names}
        is_1904 = EPOCH_1904.search(archive.read("xl/workbook.xml")) is not None
    shown, hidden_sheets = visible_sheets(content)
    sheets = [_table(name, sheet, hidden.get(name, _Hidden())) for name, sheet in shown]
    return Book(
        Kind.XLSX,
        sheets,
        hidden_sheets,
        DAY_NOUGHT_1904 if is_1904 else DAY_NOUGHT_1900,
        remarks=(MACROS_SEEN,) if MACROS in names else (),
    )


def _table(name: str, sheet: Any, hidden: _Hidden) -> Table:
    return without_columns(table_of(name, sheet, frozenset(hidden.rows)), hidden.columns)


def _parts_by_sheet(archive: ZipFile) -> dict[str, str]:
    """Say which part of the file holds which sheet (ECMA-376 part 1, 18.2.19)."""
    links = _Elements("Relationship")
    sheets = _Elements("sheet")
    _parse(archive, "xl/_rels/workbook.xml.rels", links)
    _parse(archive, "xl/workbook.xml", sheets)
    targets = {found.get("Id", ""): found.get("Target", "") for found in links.found}
    return {
        found.get("name", ""): _whole_name(targets.get(found.get("id", ""), ""))
        for found in sheets.found
    }


def _whole_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _hidden_in(archive: ZipFile, part: str) -> _Hidden:
    """Look through one worksheet: refuse far-away cells, and find what is hidden."""
    tags = 0
    may_hide = False
    for piece in pieces(archive, part):
        may_hide = may_hide or any(word in piece for word in HIDING)
        tags += piece.count(b"<")
        if tags > MOST_TAGS:
            refuse_large(MOST_ROWS, MOST_COLUMNS)
        far = FAR_ANYHOW if any(way in piece for way in OTHER_WAYS) else FAR
        for place in set(far.findall(piece)):
            refuse_large(*_row_and_column(place))
    if not may_hide:
        return _Hidden()
    handler = _HiddenPlaces()
    _parse(archive, part, handler)
    return handler.hidden


def _row_and_column(place: bytes) -> tuple[int, int]:
    """Return the row, if it is a far one, and the column of a cell's place."""
    letters = place.rstrip(b"0123456789").upper()
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    digits = place[len(letters) :]
    return int(digits) if len(digits) >= 6 else 1, column


class _Elements(ContentHandler):
    """Collects the attributes of every element of one name, whatever their prefixes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.found: list[dict[str, str]] = []

    def startElement(self, name: str, attrs: Any) -> None:
        if name.rpartition(":")[2] == self._name:
            self.found.append({key.rpartition(":")[2]: value for key, value in attrs.items()})


class _HiddenPlaces(ContentHandler):
    """Collects hidden rows, by number, and hidden columns, by place from nought."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = _Hidden()
        self._row = 0
        self._unless_said = False

    def startElement(self, name: str, attrs: Any) -> None:
        plain = name.rpartition(":")[2]
        if plain == "row":
            self._row = int(attrs.get("r", self._row + 1))
            # With zeroHeight a row is hidden unless it says otherwise.
            said = attrs.get("hidden")
            if said in YES or (said is None and self._unless_said):
                self.hidden.rows.add(self._row)
        elif plain == "col" and attrs.get("hidden") in YES:
            first, last = int(attrs.get("min", 1)), int(attrs.get("max", 1))
            self.hidden.columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        elif plain == "sheetFormatPr":
            self._unless_said = attrs.get("zeroHeight") in YES


def _parse(archive: ZipFile, part: str, handler: ContentHandler) -> None:
    try:
        with archive.open(part) as file:
            parse(file, handler, forbid_dtd=True)
    except (SAXException, DefusedXmlException, KeyError, ValueError):
        raise Refusal(DAMAGED) from None
