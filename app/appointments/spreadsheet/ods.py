"""ODS workbooks (OpenDocument 1.3 part 3): cells by calamine, what is hidden by a second look.

The one XML part is walked once before calamine sees it: repeated cells, which a few bytes can make
millions of, are counted and refused.
"""

from dataclasses import dataclass, field
from typing import Any
from xml.sax import ContentHandler, SAXException
from zipfile import ZipFile

from defusedxml import DefusedXmlException
from defusedxml.sax import parse

from app.appointments.spreadsheet.calamine import opened_by_calamine, read_sheet, sheet_names
from app.appointments.spreadsheet.kinds import DAMAGED, LOCKED, Kind
from app.appointments.spreadsheet.table import MOST_COLUMNS, MOST_ROWS, refuse_large
from app.appointments.spreadsheet.workbook import Workbook
from app.appointments.spreadsheet.zipped import check_parts, opened, read_small
from app.errors import Refusal

HIDES = ("collapse", "filter")
PROTECTED = "encryption-data"
# A cell with any of these holds something.
HOLDS = ("office:value-type", "calcext:value-type", "table:formula")


@dataclass
class _Sheet:
    """What the second look finds of one sheet; rows and columns as they are walked."""

    style: str = ""
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    row: int = 0
    column: int = 0
    last_used: int = 0
    widest: int = 0


def read_ods(content: bytes) -> Workbook:
    """Read an ODS workbook."""
    with opened(content) as archive:
        if PROTECTED.encode() in read_small(archive, "META-INF/manifest.xml"):
            raise Refusal(LOCKED)
        check_parts(archive)
        looked = _second_look(archive)
    workbook = opened_by_calamine(content)
    hidden = [name for name, sheet in looked.sheets.items() if sheet.style in looked.unseen_styles]
    shown = [name for name in sheet_names(workbook)[0] if name not in hidden]
    sheets = (
        read_sheet(workbook, name, found.rows, found.columns)
        for name in shown
        if (found := looked.sheets.get(name, _Sheet()))
    )
    return Workbook(Kind.ODS, sheets, tuple(hidden))


def _second_look(archive: ZipFile) -> "_Walk":
    walk = _Walk()
    try:
        with archive.open("content.xml") as part:
            parse(part, walk, forbid_dtd=True)
    except (SAXException, DefusedXmlException, KeyError, ValueError):
        raise Refusal(DAMAGED) from None
    return walk


class _Walk(ContentHandler):
    """Walks content.xml: hidden sheets, rows and columns, and how far the used cells reach."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, _Sheet] = {}
        self.unseen_styles: set[str] = set()
        self._style = ""
        self._now = _Sheet()

    def startElement(self, name: str, attrs: Any) -> None:
        step = self.STEPS.get(name)
        if step is not None:
            step(self, attrs)

    def _on_style(self, attrs: Any) -> None:
        self._style = attrs.get("style:name", "")

    def _on_table_properties(self, attrs: Any) -> None:
        if attrs.get("table:display") == "false":
            self.unseen_styles.add(self._style)

    def _on_table(self, attrs: Any) -> None:
        self._now = _Sheet(style=attrs.get("table:style-name", ""))
        self.sheets[attrs.get("table:name", "")] = self._now

    def _on_column(self, attrs: Any) -> None:
        first, times = self._now.column, _times(attrs, "table:number-columns-repeated")
        if attrs.get("table:visibility") in HIDES:
            self._now.columns.update(range(first, min(first + times, MOST_COLUMNS)))
        self._now.column += times

    def _on_row(self, attrs: Any) -> None:
        now, times = self._now, _times(attrs, "table:number-rows-repeated")
        if attrs.get("table:visibility") in HIDES:
            now.rows.update(range(now.row + 1, min(now.row + times, MOST_ROWS) + 1))
        now.row += times
        now.column = 0

    def _on_cell(self, attrs: Any) -> None:
        now = self._now
        now.column += _times(attrs, "table:number-columns-repeated")
        if any(name in attrs for name in HOLDS):
            # A value repeated is as many values: what calamine would have to hold.
            now.last_used, now.widest = now.row, max(now.widest, now.column)
            refuse_large(now.last_used, now.widest)

    STEPS = {  # noqa: RUF012 - a table of steps, never changed
        "style:style": _on_style,
        "style:table-properties": _on_table_properties,
        "table:table": _on_table,
        "table:table-column": _on_column,
        "table:table-row": _on_row,
        "table:table-cell": _on_cell,
        "table:covered-table-cell": _on_cell,
    }


def _times(attrs: Any, name: str) -> int:
    """How often something is repeated; ValueError if it is not at least once."""
    times = int(attrs.get(name, 1))
    if times < 1:
        raise ValueError(name)
    return times
