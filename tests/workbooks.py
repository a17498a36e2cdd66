"""Workbooks for tests, made here: XLSX and XLS by their writers, ODS by hand."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
import xlwt

Cell = Any
Lines = Sequence[Sequence[Cell]]
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(
    lines: Lines,
    *,
    others: Mapping[str, Lines] | None = None,
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    hidden_sheets: Iterable[str] = (),
    merged: Iterable[tuple[int, int, int]] = (),
    date_1904: bool = False,
    formats: Mapping[int, str] | None = None,
) -> bytes:
    """Write a workbook; rows and places count from nought, `formats` are by place."""
    file = BytesIO()
    options = {"in_memory": True, "date_1904": date_1904, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(file, options) as workbook:
        sheet = workbook.add_worksheet("List")
        shapes = {
            place: workbook.add_format({"num_format": shape})
            for place, shape in (formats or {}).items()
        }
        _fill(sheet, lines, shapes)
        for place in hidden_rows:
            sheet.set_row(place, None, None, {"hidden": True})
        for place in hidden_columns:
            sheet.set_column(place, place, None, None, {"hidden": True})
        for row, first, last in merged:
            sheet.merge_range(row, first, row, last, lines[row][first])
        for name, its_lines in (others or {}).items():
            other = workbook.add_worksheet(name)
            _fill(other, its_lines, {})
            if name in set(hidden_sheets):
                other.hide()
    return file.getvalue()


def _fill(sheet: Any, lines: Lines, shapes: Mapping[int, Any]) -> None:
    for row, line in enumerate(lines):
        for place, cell in enumerate(line):
            if cell is None:
                continue
            sheet.write(row, place, cell, *([shapes[place]] if place in shapes else []))


def xls(
    lines: Lines,
    *,
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    hidden_sheets: Mapping[str, Lines] | None = None,
    formats: Mapping[int, str] | None = None,
) -> bytes:
    """Write a workbook of old Excel."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("List")
    shapes = {place: xlwt.easyxf(num_format_str=shape) for place, shape in (formats or {}).items()}
    for row, line in enumerate(lines):
        for place, cell in enumerate(line):
            sheet.write(row, place, cell, *([shapes[place]] if place in shapes else []))
    for place in hidden_rows:
        sheet.row(place).hidden = True
    for place in hidden_columns:
        sheet.col(place).hidden = True
    for name, its_lines in (hidden_sheets or {}).items():
        other = workbook.add_sheet(name)
        other.visibility = 1
        for row, line in enumerate(its_lines):
            for place, cell in enumerate(line):
                other.write(row, place, cell)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def ods(
    lines: Lines,
    *,
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
    before: str = "",
    manifest: str = "",
) -> bytes:
    """Write an OpenDocument spreadsheet; `before` is XML put before the root, for hostile ones."""
    unseen, gone = set(hidden_rows), set(hidden_columns)
    width = max(map(len, lines), default=1)
    columns = "".join(_ods_part("table-column", place in gone, "") for place in range(width))
    rows = "".join(
        _ods_part("table-row", place in unseen, "".join(map(_ods_cell, line)))
        for place, line in enumerate(lines)
    )
    return ods_of(f'<table:table table:name="List">{columns}{rows}</table:table>', before, manifest)


def ods_of(tables: str, before: str = "", manifest: str = "") -> bytes:
    """Pack the XML of tables as an OpenDocument spreadsheet."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:style="{names}:style:1.0" office:version="1.3"><office:automatic-styles>'
        '<style:style style:name="gone" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_part(name: str, hidden: bool, inside: str) -> str:
    unseen = ' table:visibility="collapse"' if hidden else ""
    return f"<table:{name}{unseen}>{inside}</table:{name}>"


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    if cell in ("", None):
        return "<table:table-cell/>"
    text = f"<text:p>{escape(str(cell))}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into a zip, in their order."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def repacked(content: bytes, changed: Mapping[str, str | bytes]) -> bytes:
    """Pack a zip again with some of its parts changed or added."""
    with ZipFile(BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | dict(changed))
