"""Files into cells: the only rooms that know file formats.

`read_book` is the door. It looks at the first bytes, never at the file's name, and gives back the
sheets a person would see: what is hidden is left out and counted. Every cell is text: dates and
times as ISO 8601, whole numbers without a point, other numbers in full.
"""

from app.appointments.spreadsheet.apart import read_apart
from app.appointments.spreadsheet.delimited import read_delimited
from app.appointments.spreadsheet.kinds import Kind, kind_of
from app.appointments.spreadsheet.table import LARGEST_FILE, Book, Table, TableRow
from app.errors import Refusal

__all__ = ["LARGEST_FILE", "Book", "Kind", "Table", "TableRow", "read_book"]


def read_book(content: bytes) -> Book:
    """Read a CSV, TSV, semicolon or pipe file, or an XLSX, XLSM, XLS or ODS workbook.

    Refusal, in one sentence and what to do, if the file is empty, too large, protected, damaged or
    of another kind.
    """
    if len(content) > LARGEST_FILE:
        size = LARGEST_FILE // 1024**2
        raise Refusal(f"The file is larger than {size} MB. Split the list and upload each part.")
    kind = kind_of(content)
    book = read_delimited(content) if kind is Kind.DELIMITED else read_apart(kind, content)
    if not any(sheet.rows for sheet in book.sheets):
        hidden = " All of it is hidden: show what should be read." if book.hides_anything else ""
        raise Refusal(
            f"The file is empty.{hidden} Upload the clinic list with its headings above the rows."
        )
    return book
