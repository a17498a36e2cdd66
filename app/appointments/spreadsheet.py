"""Files into cells: the only room that knows file formats. A CSV in UTF-8, for now."""

import csv
from dataclasses import dataclass
from io import StringIO

from app.errors import Refusal

LARGEST_FILE = 5 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 100
SAVE_AS = "In Excel choose Save as, CSV UTF-8 (comma delimited), and upload that file."

# How other files begin, and what people call them.
OTHER_FILES = (
    (b"PK\x03\x04", "an Excel workbook or a zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"<", "a web page"),
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class TableRow:
    """One row as a spreadsheet shows it: its number, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)


def read_table(content: bytes) -> list[TableRow]:
    """Read a CSV file in UTF-8, with or without a byte order mark.

    Returns every row that holds anything. Refusal, in one sentence and what to do, if the file is
    empty, too large, another kind of file, in another encoding, or not a list.
    """
    text = _decoded(content)
    rows = []
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), strict=True), 1):
            row = TableRow(number, tuple(cells))
            if not row.is_blank:
                rows.append(row)
            _refuse_large(len(rows), len(cells))
    except csv.Error:
        raise Refusal(
            f"Row {len(rows) + 1} or one near it has a quotation mark that does not close. "
            "Mend it and upload the file again."
        ) from None
    if not rows:
        raise Refusal(
            "The file is empty. Upload the clinic list with its headings in the first row."
        )
    return rows


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise Refusal("The file is larger than 5 MB. Split the list and upload each part.")
    if not content.strip():
        raise Refusal(
            "The file is empty. Upload the clinic list with its headings in the first row."
        )
    for start, kind in OTHER_FILES:
        if content.startswith(start):
            raise Refusal(f"The file is {kind}, not a CSV. {SAVE_AS}")
    if content.startswith(UTF_16) or content[1:2] == b"\x00":
        raise Refusal(f"The file is in another encoding (UTF-16). {SAVE_AS}")
    if b"\x00" in content:
        raise Refusal(f"The file is not a list. {SAVE_AS}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"The file is in another encoding than UTF-8. {SAVE_AS}") from None


def _refuse_large(rows: int, columns: int) -> None:
    if rows > MOST_ROWS + 1:
        raise Refusal("The list has more than 20,000 rows. Split it and upload each part.")
    if columns > MOST_COLUMNS:
        raise Refusal(f"The list has more than {MOST_COLUMNS} columns. Upload only those needed.")
