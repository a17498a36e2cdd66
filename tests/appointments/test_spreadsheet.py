"""Files that are no list get one sentence; those that are keep their rows' numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.appointments.spreadsheet import LARGEST_FILE, MOST_ROWS, read_table
from app.errors import Refusal


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\r\n \r\n", "empty"),
        (b",,,\n,,,\n", "empty"),
        (b"PK\x03\x04rest of a workbook", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"<!doctype html><table>", "web page"),
        ("a,b\n1,2\n".encode("utf-16"), "UTF-16"),
        ("a,b\n1,2\n".encode("utf-16-le"), "UTF-16"),
        ("Name\nZo\u00eb\n".encode("cp1252"), "another encoding"),
        (b"a,b\n\x00\x01\x02", "not a list"),
        (b'a,b\n"never closed,2\n', "quotation mark"),
        (b"x" * (LARGEST_FILE + 1), "larger than 5 MB"),
        (b"a\n" * (MOST_ROWS + 2), "20,000 rows"),
        (b"," * 200 + b"x", "100 columns"),
    ],
)
def test_a_file_that_is_no_list_gets_one_sentence_and_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_table(content)
    assert says in str(refused.value)
    assert len(str(refused.value)) < 160


def test_a_row_keeps_the_number_a_spreadsheet_shows() -> None:
    table = read_table(b'a,b\n"two\nlines",1\n\n,\nlast,2\n')
    assert [(row.number, row.cells) for row in table] == [
        (1, ("a", "b")),
        (2, ("two\nlines", "1")),
        (5, ("last", "2")),
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_heading() -> None:
    assert read_table(b"\xef\xbb\xbfNHS number\n1\n")[0].cells == ("NHS number",)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_never_raise_otherwise(content: bytes) -> None:
    said = ""
    try:
        rows = read_table(content)
    except Refusal as refused:
        rows, said = [], str(refused)
    assert bool(rows) != bool(said)
