"""Cells into files: what is given back to be mended."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

import xlsxwriter

Line = Sequence[str]


def write_delimited(lines: Iterable[Line], separator: str) -> bytes:
    """Write a text file in UTF-8, with a byte order mark so that Excel reads it."""
    file = StringIO()
    csv.writer(file, delimiter=separator).writerows(lines)
    return ("\ufeff" + file.getvalue()).encode()


def write_xlsx(lines: Iterable[Line]) -> bytes:
    """Write a workbook in which every cell is text: nothing is a formula, no nought is lost."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("To mend")
        as_text = workbook.add_format({"num_format": "@"})
        for row, line in enumerate(lines):
            for place, cell in enumerate(line):
                sheet.write_string(row, place, cell, as_text)
    return file.getvalue()
