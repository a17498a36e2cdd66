"""Text files: which encoding, which separator, and the rows (pure).

Decoded a line at a time, and never held whole: a long list has to pass through little memory.
"""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from io import BytesIO, TextIOWrapper
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
PIECE = 1024 * 1024
LONGEST_LINE = 256 * 1024
MOST_LINES = 2 * MOST_ROWS
MOST_SEPARATORS = 4_096
# Excel takes a first line like "sep=;" as an order to itself and does not show it.
SAID = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*\r?\n?', re.IGNORECASE)
# Characters that no list holds: nobody can see them. The last is how DOS ended its files.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
END_OF_FILE = b"\x1a"
FROM_WINDOWS = "The file is in the Windows-1252 encoding: check that names look right."


def read_delimited(content: bytes) -> Book:
    """Read a text file of rows; Refusal if it is none."""
    content = content.rstrip(END_OF_FILE)
    encoding, remarks = encoding_of(content)
    said = SAID.fullmatch(next(_lines(content, encoding), ""))
    separator = said[1] if said else _separator(content, encoding)
    rows = list(_rows(content, encoding, separator, skip=1 if said else 0))
    return Book(Kind.DELIMITED, [Table("", rows)], separator=separator, remarks=remarks)


def encoding_of(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Tell a file's encoding: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark."""
    for encoding, remarks in _likely(content):
        try:
            _look_through(content, encoding)
        except UnicodeDecodeError:
            continue
        return encoding, remarks
    raise Refusal(f"The file is in an encoding we cannot tell. {SAVE_AS}")


def _look_through(content: bytes, encoding: str) -> None:
    """Decode the whole file piece by piece; Refusal if it holds what nobody sees."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(content) + 1, PIECE):
        piece = content[start : start + PIECE]
        if UNSEEN.search(decoder.decode(piece, final=start + PIECE > len(content))):
            raise Refusal(f"The file is not a list: it holds characters nobody sees. {SAVE_AS}")


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


def _lines(content: bytes, encoding: str, separator: str = "\0") -> Iterator[str]:
    """Yield the lines of a file with their ends; Refusal of what is far longer than a list, or
    would make thousands of cells.
    """
    text = TextIOWrapper(BytesIO(content), encoding, newline="")
    for count, line in enumerate(iter(partial(text.readline, LONGEST_LINE), ""), 1):
        if len(line) == LONGEST_LINE:
            raise Refusal(f"The file has a line that is far too long for a list. {SAVE_AS}")
        if count > MOST_LINES:
            refuse_large(MOST_ROWS + 1, 1)
        if len(line) > MOST_SEPARATORS and line.count(separator) > MOST_SEPARATORS:
            refuse_large(1, MOST_COLUMNS + 1)
        yield line.removeprefix("\ufeff") if count == 1 else line


def _separator(content: bytes, encoding: str) -> str:
    """Return the separator that cuts the first rows most evenly into most cells."""
    start = list(islice(_lines(content, encoding), ROWS_TRIED))
    return max(SEPARATORS, key=lambda each: (_evenness(start, each), -SEPARATORS.index(each)))


def _evenness(lines: list[str], separator: str) -> int:
    try:
        rows = csv.reader(lines, delimiter=separator)
        widths = [len(cells) for cells in rows if len(cells) > 1]
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, times = Counter(widths).most_common(1)[0]
    return width * times


def _rows(content: bytes, encoding: str, separator: str, skip: int) -> Iterator[TableRow]:
    reader = _reader(content, encoding, separator, skip)
    count = read = 0
    try:
        while chunk := list(islice(reader, ROWS_AT_ONCE)):
            numbers = range(read + 1, read + len(chunk) + 1)
            read += len(chunk)
            rows = _full_rows(numbers, chunk)
            count += len(rows)
            widest = max(map(len, chunk))
            if count > MOST_ROWS or widest > MOST_COLUMNS:
                refuse_large(count, widest)
            yield from rows
    except csv.Error:
        number = read + _rows_before_a_fault(_reader(content, encoding, separator, skip), read) + 1
        raise Refusal(
            f"Row {number} or one near it has a quotation mark out of place. "
            "Mend it and upload the file again."
        ) from None


def _reader(content: bytes, encoding: str, separator: str, skip: int) -> Iterator[list[str]]:
    lines = islice(_lines(content, encoding, separator), skip, None)
    return csv.reader(lines, delimiter=separator, strict=True)


def _full_rows(numbers: range, chunk: list[list[str]]) -> list[TableRow]:
    """The rows of a chunk that hold anything."""
    if all(map(any, chunk)) and all(row[0].strip() for row in chunk):
        return list(map(TableRow._make, zip(numbers, map(tuple, chunk), strict=True)))
    pairs = zip(numbers, chunk, strict=True)
    return [TableRow(number, tuple(cells)) for number, cells in pairs if not is_blank(cells)]


def _rows_before_a_fault(reader: Iterator[list[str]], after: int) -> int:
    """How many rows are in order between row number `after` and the first that is not."""
    found = 0
    try:
        for _ in islice(reader, after, None):
            found += 1
    except csv.Error:
        return found
    return found
