"""The rows to mend, as a file that uploads clean once mended and runs nothing in a spreadsheet."""

import csv
from datetime import datetime
from io import StringIO

import pytest
from cast import AISHA, LONDON, SAM
from factories import make_clinic
from hypothesis import given
from hypothesis import strategies as st
from lists import CODE, clinic_list, read_file, row
from workbooks import xlsx

from app.appointments.headings import WHAT_TO_MEND
from app.appointments.preview import Looked, look
from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list, save_clinic_list
from app.appointments.rejected import harmless, rejected_rows
from app.appointments.spreadsheet import read_book
from app.db import Database


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    with sqlite_database.writing() as session:
        make_clinic(session, code=CODE)
    return sqlite_database


def look_at(database: Database, content: bytes, now: datetime) -> Looked:
    with database.reading() as session:
        return look(session, Upload("list", content, LONDON, None, fictional=True), now=now)


def rejected_csv(database: Database, content: bytes, now: datetime) -> str:
    file, ending = rejected_rows(look_at(database, content, now))
    assert ending == "csv"
    return file.decode("utf-8-sig")


def test_only_the_bad_rows_are_there_each_with_what_to_mend(
    database: Database, now: datetime
) -> None:
    file = rejected_csv(database, clinic_list(row(SAM), row(AISHA, mobile="07700 9001")), now)
    rows = list(csv.DictReader(StringIO(file)))
    assert [one["First name"] for one in rows] == [AISHA.first_name]
    assert rows[0][WHAT_TO_MEND].startswith("Mobile: This is not a whole UK mobile")


def test_a_mended_file_uploads_clean(database: Database, now: datetime) -> None:
    file = rejected_csv(database, clinic_list(row(SAM, mobile="+44 7700 90010")), now)
    assert "'+44 7700 90010" in file
    found = read_file(file.replace("'+44 7700 90010", "'+44 7700 900101").encode())
    assert found.problems == []
    assert [one.mobile for one in found.rows] == ["+447700900101"]


def test_a_row_whose_cells_have_shifted_stays_one_to_mend(
    database: Database, now: datetime
) -> None:
    cells = clinic_list(row(SAM), row(AISHA)).decode().replace("Aisha", "Aisha,Jane")
    once = rejected_csv(database, cells.encode(), now)
    assert "more cells than there are headings" in once
    assert rejected_csv(database, once.encode(), now).count("more cells than") == 1


def test_a_mended_file_says_nothing_of_the_visits_it_leaves_out(
    database: Database, now: datetime
) -> None:
    whole = Upload(
        "l.csv", clinic_list(row(SAM), row(AISHA, mobile="07700")), LONDON, None, fictional=True
    )
    with database.writing() as session:
        preview = preview_clinic_list(session, whole, by="tests", now=now)
        save_clinic_list(session, preview.list_id, by="tests", now=now)
    mended = rejected_csv(database, whole.content, now).replace("07700", "07700 900102")
    found = look_at(database, mended.encode(), now).preview
    assert (found.counts["new"], found.counts["missing"]) == (1, 0)
    part = clinic_list(row(AISHA))
    assert look_at(database, part, now).preview.counts["missing"] == 1


def test_what_to_mend_does_not_pile_up(database: Database, now: datetime) -> None:
    once = rejected_csv(database, clinic_list(row(SAM, mobile="x")), now)
    assert rejected_csv(database, once.encode(), now) == once


def test_a_file_with_another_separator_keeps_it(database: Database, now: datetime) -> None:
    content = clinic_list(row(SAM, mobile="x")).replace(b",", b";")
    assert rejected_csv(database, content, now).startswith("NHS number;First name;")


def test_a_workbook_stays_a_workbook_and_loses_no_nought(database: Database, now: datetime) -> None:
    cells = row(SAM, mobile="07700 9001")
    content = xlsx([[name.replace("_", " ") for name in cells], list(cells.values())])
    file, ending = rejected_rows(look_at(database, content, now))
    assert ending == "xlsx"
    (sheet,) = read_book(file).sheets
    assert sheet.rows[0].cells[-1] == WHAT_TO_MEND
    assert "07700 9001" in sheet.rows[1].cells


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "  ="])
def test_a_formula_becomes_text(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0").startswith("'")


@given(st.text())
def test_no_cell_begins_as_a_formula_and_none_loses_a_word(cell: str) -> None:
    made = harmless(cell)
    assert not made.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\x00"))
    assert made.removeprefix("'") == cell or made == cell
