"""Files into cells: every format, what is hidden left out and counted, hostile ones refused."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import ods, repacked, xls, xlsx, zipped

from app.appointments.spreadsheet import LARGEST_FILE, Table, read_book
from app.errors import Refusal

LINES = [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]]


def one_sheet(content: bytes) -> Table:
    (sheet,) = read_book(content).sheets
    return sheet


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in one_sheet(content).rows]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\r\n \r\n", "empty"),
        (b",,,\n,,,\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04rest of a workbook", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old document"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"<!doctype html><table>", "web page"),
        (b"a,b\n\x00\x01\x02", "not a list"),
        (b"a,b\n\x81\x8d,2", "encoding we cannot tell"),
        (b'a,b\n"never closed,2\n', "quotation mark"),
        (b"x" * (LARGEST_FILE + 1), "larger than 32 MB"),
        (b"a,b\n" * 150_001, "150,000 rows"),
        (b"," * 300 + b"x", "256 columns"),
    ],
)
def test_a_file_that_is_no_list_gets_one_sentence_and_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_book(content)
    assert says in str(refused.value)
    assert len(str(refused.value)) < 180


def test_a_row_keeps_the_number_a_spreadsheet_shows() -> None:
    rows = one_sheet(b'a,b\n"two\nlines",1\n\n,\nlast,2\n').rows
    assert [(row.number, row.cells) for row in rows] == [
        (1, ("a", "b")),
        (2, ("two\nlines", "1")),
        (5, ("last", "2")),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_encoding_and_separator_is_told_apart(encoding: str, separator: str) -> None:
    text = "Name,Mobile\r\nZo\u00eb O\u2019Neill,07700900101\r\nSam,07700900102\r\n"
    found = cells(text.replace(",", separator).encode(encoding))
    assert found[:2] == [("Name", "Mobile"), ("Zo\u00eb O\u2019Neill", "07700900101")]


def test_windows_letters_are_read_and_said() -> None:
    book = read_book("Name,a\nZo\u00eb,1\n".encode("cp1252"))
    assert "check that names look right" in book.remarks[0]


def test_a_line_that_names_the_separator_is_an_order_not_a_row() -> None:
    assert cells(b"sep=;\na;b,c\n1;2\n") == [("a", "b,c"), ("1", "2")]


@pytest.mark.parametrize("write", [xlsx, xls, ods])
def test_a_workbook_is_read_without_what_is_hidden(write: object) -> None:
    content = write(LINES, hidden_rows=[1], hidden_columns=[2])  # type: ignore[operator]
    sheet = one_sheet(content)
    assert [(row.number, row.cells) for row in sheet.rows] == [(1, ("a", "b")), (3, ("4", "5"))]
    assert (sheet.hidden_rows, sheet.hidden_columns) == (1, 1)


def test_hidden_sheets_are_named_and_not_read() -> None:
    new = read_book(xlsx(LINES, others={"Old": LINES}, hidden_sheets=["Old"]))
    old = read_book(xls(LINES, hidden_sheets={"Old": LINES}))
    for book in (new, old):
        assert [sheet.name for sheet in book.sheets] == ["List"]
        assert book.hidden_sheets == ("Old",)


def test_rows_that_are_hidden_by_default_are_found() -> None:
    content = xlsx(LINES)
    part = zipfile.ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    part = part.replace("<sheetFormatPr ", '<sheetFormatPr zeroHeight="1" ', 1)
    part = part.replace('<row r="1"', '<row r="1" hidden="0"', 1)
    sheet = one_sheet(repacked(content, {"xl/worksheets/sheet1.xml": part}))
    assert [row.number for row in sheet.rows] == [1]


@pytest.mark.parametrize("write", [xlsx, xls])
def test_numbers_dates_and_times_become_plain_text(write: object) -> None:
    lines = [
        [7700900123, date(2026, 5, 12), time(9, 30), datetime(2026, 5, 12, 9, 30), 0.5, "x"],
    ]
    shapes = {1: "dd/mm/yyyy", 2: "hh:mm", 3: "dd/mm/yyyy hh:mm"}
    found = cells(write(lines, formats=shapes))  # type: ignore[operator]
    assert found == [
        ("7700900123", "2026-05-12", "09:30:00", "2026-05-12 09:30:00", "0.5", "x"),
    ]


def test_a_workbook_from_an_old_macintosh_counts_from_1904() -> None:
    lines = [[date(2026, 5, 12), 44692]]
    book = read_book(xlsx(lines, date_1904=True, formats={0: "dd/mm/yyyy"}))
    assert book.sheets[0].rows[0].cells == ("2026-05-12", "44692")
    assert book.day_nought == date(1904, 1, 1)


def test_cells_that_begin_far_down_and_right_keep_their_places() -> None:
    blank: list[str | None] = [None, None, None]
    sheet = one_sheet(xlsx([blank, blank, [None, None, "c"]]))
    assert [(row.number, row.cells) for row in sheet.rows] == [(3, ("", "", "c"))]


def test_a_workbook_with_macros_is_read_and_they_are_not_run() -> None:
    book = read_book(repacked(xlsx(LINES), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}))
    assert len(book.sheets[0].rows) == 3
    assert "not run" in book.remarks[0]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (repacked(xlsx(LINES), {"xl/sharedStrings.xml": BOMB + "<sst/>"}), "XML"),
        (ods(LINES, before=BOMB), "XML"),
        (ods(LINES, manifest="<manifest:encryption-data/>"), "password"),
        (repacked(xlsx(LINES), {"xl/macrosheets/sheet1.xml": "<x/>"}), "macro sheets"),
        (repacked(xlsx(LINES), {"xl/workbook.xml": b"\xff\xfe<\x00"}), "damaged"),
        (repacked(xlsx(LINES), {"xl/worksheets/sheet1.xml": b"\xff\xfe<\x00"}), "XML"),
        (zipped({"xl/workbook.bin": "x"}), "XLSB"),
        (zipped({"word/document.xml": "<x/>"}), "document or a zip"),
        (xlsx(LINES)[:-300], "damaged"),
        (xls(LINES)[:1500], "old document"),
        (xls(LINES).replace("Workbook".encode("utf-16-le"), "Workbooj".encode("utf-16-le")), "old"),
        (repacked(xlsx(LINES), {"xl/worksheets/sheet1.xml": "<worksheet><sheetData>"}), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_a_hostile_workbook_gets_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_book(content)
    assert says in str(refused.value)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_never_raise_otherwise(content: bytes) -> None:
    said = ""
    sheets: list[Table] = []
    try:
        sheets = read_book(content).sheets
    except Refusal as refused:
        said = str(refused)
    assert bool(sheets) != bool(said)


WHOLE = [xlsx(LINES), xls(LINES), ods(LINES), b"a,b\n1,2\n"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WHOLE), st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_and_never_raises_otherwise(
    whole: bytes, place: int, other: bytes
) -> None:
    place %= len(whole)
    test_any_bytes_are_read_or_refused_and_never_raise_otherwise.hypothesis.inner_test(  # type: ignore[attr-defined]
        whole[:place] + other + whole[place + len(other) :]
    )
