"""Text files: which encoding, which separator, and the rows (pure)."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice

from app.appointments.spreadsheet.kinds import SAVE_AS, Kind
from app.appointments.spreadsheet.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Book,
    Table,
    TableRow,
    is_blank,
    refuse_large,
)
from app.errors import Refusal

SEPARATORS = ",;\t|"
ROWS_TRIED = 40
ROWS_AT_ONCE = 1_000
BYTES_TRIED = 4_000
# Excel takes a first line like "sep=;" as an order to itself and does not show it.
SAID = re.compile(r'\A"?sep=([,;\t|])"?[,;\t|]*\r?\n', re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
FROM_WINDOWS = "The file is in the Windows-1252 encoding: check that names look right."


def read_delimited(content: bytes) -> Book:
    """Read a text file of rows; Refusal if it is none."""
    text, remarks = decoded(content)
    said = SAID.match(text)
    text = text[said.end() :] if said else text
    separator = said[1] if said else _separator(text)
    rows = list(_rows(text, separator))
    return Book(Kind.DELIMITED, [Table("", rows)], separator=separator, remarks=remarks)


def decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a file: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark."""
    for encoding, remarks in _likely(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if UNSEEN.search(text):
            raise Refusal(f"The file is not a list: it holds characters nobody sees. {SAVE_AS}")
        return text.removeprefix("\ufeff"), remarks
    raise Refusal(f"The file is in an encoding we cannot tell. {SAVE_AS}")


def _likely(content: bytes) -> Iterator[tuple[str, tuple[str, ...]]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield "utf-16", ()
    elif (wide := _wide(content)) is not None:
        yield wide, ()
    else:
        yield "utf-8-sig", ()
        yield "cp1252", (FROM_WINDOWS,)


def _wide(content: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its noughts stand: every other byte of plain letters."""
    start = content[:BYTES_TRIED]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    most = len(start) // 4
    if odd > most and not even:
        return "utf-16-le"
    return "utf-16-be" if even > most and not odd else None


def _separator(text: str) -> str:
    """Return the separator that cuts the first rows most evenly into most cells."""
    return max(SEPARATORS, key=lambda each: (_evenness(text, each), -SEPARATORS.index(each)))


def _evenness(text: str, separator: str) -> int:
    start = text[: BYTES_TRIED * ROWS_TRIED]
    try:
        widths = [
            len(cells)
            for cells in islice(csv.reader(StringIO(start, newline=""), delimiter=separator), 40)
            if len(cells) > 1
        ]
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, times = Counter(widths).most_common(1)[0]
    return width * times


def _rows(text: str, separator: str) -> Iterator[TableRow]:
    count = read = 0
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        while chunk := list(islice(reader, ROWS_AT_ONCE)):
            numbers = range(read + 1, read + len(chunk) + 1)
            read += len(chunk)
            widest = max(map(len, chunk))
            if all(map(any, chunk)) and all(row[0].strip() for row in chunk):
                rows = list(map(TableRow._make, zip(numbers, map(tuple, chunk), strict=True)))
            else:
                rows = [
                    TableRow(number, tuple(cells))
                    for number, cells in zip(numbers, chunk, strict=True)
                    if not is_blank(cells)
                ]
            count += len(rows)
            if count > MOST_ROWS or widest > MOST_COLUMNS:
                refuse_large(count, widest)
            yield from rows
    except csv.Error:
        number = read + _rows_before_a_fault(text, separator, read) + 1
        raise Refusal(
            f"Row {number} or one near it has a quotation mark out of place. "
            "Mend it and upload the file again."
        ) from None


def _rows_before_a_fault(text: str, separator: str, after: int) -> int:
    """How many rows are in order between row number `after` and the first that is not."""
    found = 0
    with suppress(csv.Error):
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        for _ in islice(reader, after, None):
            found += 1
    return found
