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

from app.appointments.spreadsheet.calamine import opened_by_calamine, read_sheet, sheet_names
from app.appointments.spreadsheet.kinds import DAMAGED, SAVE_AS, Kind
from app.appointments.spreadsheet.table import (
    DAY_NOUGHT_1900,
    DAY_NOUGHT_1904,
    MOST_COLUMNS,
    MOST_ROWS,
    refuse_large,
)
from app.appointments.spreadsheet.workbook import Workbook
from app.appointments.spreadsheet.zipped import check_parts, opened, pieces, read_small
from app.errors import Refusal

# The place of a cell or row that is far away, like r="AB12" or r="100000": as every program writes
# it, which is quick to find, and in all the ways that XML allows.
FAR = re.compile(rb' r="([A-Za-z]{2,9}[0-9]|[A-Za-z]{0,9}[0-9]{6,9})')
FAR_ANYHOW = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{2,9}[0-9]|[A-Za-z]{0,9}[0-9]{6,9})""")
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


def read_xlsx(content: bytes) -> Workbook:
    """Read an XLSX or XLSM workbook; macros are never run, and macro sheets are refused."""
    with opened(content) as archive:
        names = set(archive.namelist())
        if any(name.startswith("xl/macrosheets/") for name in names):
            raise Refusal(f"The file holds macro sheets of old Excel. {SAVE_AS}")
        is_1904 = EPOCH_1904.search(read_small(archive, "xl/workbook.xml")) is not None
        parts = _parts_by_sheet(archive)
        check_parts(archive, but=set(parts.values()))
        hidden = {name: _hidden_in(archive, part) for name, part in parts.items() if part in names}
    workbook = opened_by_calamine(content)
    shown, hidden_sheets = sheet_names(workbook)
    if not set(shown) <= set(hidden):
        # A sheet that was not looked through could show what is hidden.
        raise Refusal(DAMAGED)
    sheets = (read_sheet(workbook, name, hidden[name].rows, hidden[name].columns) for name in shown)
    day_nought = DAY_NOUGHT_1904 if is_1904 else DAY_NOUGHT_1900
    remarks = (MACROS_SEEN,) if MACROS in names else ()
    return Workbook(Kind.XLSX, sheets, hidden_sheets, day_nought, remarks)


def _parts_by_sheet(archive: ZipFile) -> dict[str, str]:
    """Say which part of the file holds which sheet (ECMA-376 part 1, 18.2.19)."""
    links = _Elements("Relationship")
    sheets = _Elements("sheet")
    _parse(archive, "xl/_rels/workbook.xml.rels", links)
    _parse(archive, "xl/workbook.xml", sheets)
    targets = {found.get("Id", ""): found.get("Target", "") for found in links.found}
    parts = [
        (found.get("name", ""), _whole_name(targets.get(found.get("id", ""), "")))
        for found in sheets.found
    ]
    names, places = {name for name, _ in parts}, {part for _, part in parts}
    if len(names) < len(parts) or len(places) < len(parts):
        # Of two sheets of one name, or of one part, two readers may mean different ones.
        raise Refusal(DAMAGED)
    return dict(parts)


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
            first, last = max(1, int(attrs.get("min", 1))), int(attrs.get("max", 1))
            self.hidden.columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        elif plain == "sheetFormatPr":
            self._unless_said = attrs.get("zeroHeight") in YES


def _parse(archive: ZipFile, part: str, handler: ContentHandler) -> None:
    try:
        with archive.open(part) as file:
            parse(file, handler, forbid_dtd=True)
    except (SAXException, DefusedXmlException, KeyError, ValueError):
        raise Refusal(DAMAGED) from None
