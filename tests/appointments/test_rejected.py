"""The rows to mend, as a file that uploads clean once mended and runs nothing in a spreadsheet."""

import csv
from datetime import UTC, datetime
from io import StringIO
from uuid import UUID

import pytest
from cast import AISHA, SAM
from hypothesis import given
from hypothesis import strategies as st
from lists import CODE, clinic_list, row

from app.appointments.clinic_list import KnownClinic, ReadList, read
from app.appointments.rejected import WHAT_TO_MEND, harmless, rejected_rows
from app.appointments.spreadsheet import read_table

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
CLINICS = {CODE: KnownClinic(UUID(int=7), CODE, "Europe/London")}


def read_file(content: bytes) -> ReadList:
    return read(read_table(content), CLINICS, now=NOW, fictional=True)


def test_only_the_bad_rows_are_there_each_with_what_to_mend() -> None:
    content = clinic_list(row(SAM), row(AISHA, mobile="020 7946 0011"))
    file = rejected_rows(content, read_file(content).problems)
    rows = list(csv.DictReader(StringIO(file.removeprefix("\ufeff"))))
    assert [one["First name"] for one in rows] == [AISHA.first_name]
    assert rows[0][WHAT_TO_MEND].startswith("Mobile: This is a landline")


def test_a_mended_file_uploads_clean() -> None:
    content = clinic_list(row(SAM, mobile="+44 7700 90010"))
    file = rejected_rows(content, read_file(content).problems)
    assert "'+44 7700 90010" in file
    mended = file.replace("'+44 7700 90010", "'+44 7700 900101")
    found = read_file(mended.encode())
    assert found.problems == []
    assert [one.mobile for one in found.rows] == ["+447700900101"]


def test_what_to_mend_does_not_pile_up() -> None:
    content = clinic_list(row(SAM, mobile="x"))
    once = rejected_rows(content, read_file(content).problems)
    twice = rejected_rows(once.encode(), read_file(once.encode()).problems)
    assert twice == once


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "  ="])
def test_a_formula_becomes_text(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0").startswith("'")


@given(st.text())
def test_no_cell_begins_as_a_formula_and_none_loses_a_word(cell: str) -> None:
    made = harmless(cell)
    assert not made.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\x00"))
    assert made.removeprefix("'") == cell or made == cell
