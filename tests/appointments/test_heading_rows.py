"""Headings in two rows, in brackets, in other wordings: nobody else's number, no row lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lists import layout_of, read_file

from app.appointments.columns import recognise
from app.appointments.headings import by_pattern

HEADINGS = (
    "NHS number,First name,Last name,DOB,Mobile,Appointment date,Appointment time,Clinic code"
)
SAM = "9999458076,Sam,Okafor,14/03/2010,07700900101,12/05/2026,09:30,RIV-TUE"
AISHA = "9993021571,Aisha,Begum,02/11/2008,07700900102,12/05/2026,10:30,RIV-TUE"


def two(heading: str, first: str = "", second: str = "") -> bytes:
    return f"{HEADINGS},{heading}\n{SAM},{first}\n{AISHA},{second}\n".encode()


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        *(("Type", "Face to face"), ("Location", "Virtual"), ("Clinic name", "Virtual")),
        *(("Comments", "Confidential"), ("", "Interpreter"), ("Notes", "DNA"), ("X", "Booked")),
        *(("Notes", "Mobile"), ("Notes", "Status")),
    ],
)
def test_the_first_row_is_never_taken_for_a_second_row_of_headings(heading: str, cell: str) -> None:
    assert layout_of(two(heading, cell)).heading_rows == (1,)
    assert [row.number for row in read_file(two(heading, cell)).rows] == [2, 3]


@given(st.text(st.characters(exclude_characters=",\r\n\"'\x00", codec="utf-8"), max_size=30))
def test_no_word_in_the_first_row_loses_it(cell: str) -> None:
    if any(ord(char) < 32 or 127 <= ord(char) < 160 for char in cell):
        return
    found = read_file(two("Remarks", cell))
    told = {each.row for each in (*found.rows,)} if False else {row.number for row in found.rows}
    assert 2 in told | {each.row for each in found.problems} | {
        each.row for each in found.set_aside
    }


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        *(("Mobile (Mum)", "parent"), ("Mobile (NOK)", "parent"), ("Mobile (parent)", "parent")),
        *(("Mum's contact number", "parent"), ("Next of kin tel no", "parent")),
        *(("Mobile (patient)", None), ("Mobile (07...)", None), ("Mobile (required)", None)),
    ],
)
def test_what_stands_in_brackets_says_whose_phone_it_is(heading: str, owner: str | None) -> None:
    (phone,) = recognise((heading,)).phones
    assert phone.owner == owner


@pytest.mark.parametrize("heading", ["Telephone (GP)", "Mobile (social worker)", "GP mobile"])
def test_a_strangers_phone_is_never_taken(heading: str) -> None:
    assert recognise((heading,)).phones == ()


@pytest.mark.parametrize("heading", ["Date (referral)", "Appointment date (original)"])
def test_another_date_is_never_taken_for_the_visits(heading: str) -> None:
    assert recognise((heading,)).places == {}


@pytest.mark.parametrize(
    "heading", ["Date (dd/mm/yyyy)", "Date (DD-MON-YYYY)", "Time (24hr)", "Clinic (code)"]
)
def test_how_to_write_a_cell_changes_nothing(heading: str) -> None:
    assert len(recognise((heading,)).places) == 1


def test_what_stands_under_somebody_else_is_not_the_young_persons() -> None:
    upper = "Patient,,,,,Social worker,,Appointment,,"
    lower = "NHS number,Forename,Surname,DOB,Mobile,Name,Mobile,Date,Time,Clinic code"
    row = "9999458076,Sam,Okafor,14/03/2010,,Jo Bird,07700900199,12/05/2026,09:30,RIV-TUE"
    (found,) = read_file(f"{upper}\n{lower}\n{row}\n".encode()).rows
    assert found.mobile is None


def test_a_title_lends_no_words_to_the_headings_below() -> None:
    content = f"Riverside,,Date:,,,,,,\n{HEADINGS},Sex\n{SAM},F\n".encode()
    found = layout_of(content)
    assert found.heading_rows == (2,)
    assert found.heading("Appointment date") == "Appointment date"


@pytest.mark.parametrize(
    ("heading", "flag"),
    [
        *(("Deceased date", "Deceased"), ("DECEASED_DT_TM", "Deceased")),
        *(("Opted out of SMS", "Do not text"), ("Do not send text messages", None)),
        *(("OK to text?", "Consent to texts"), ("Patient consents to SMS", "Consent to texts")),
        *(("Consent form", None), ("Preferred contact method", None), ("Allow overbooking", None)),
    ],
)
def test_flags_are_known_in_wordings_of_their_own(heading: str, flag: str | None) -> None:
    named = set(recognise((heading,)).flags)
    assert named == ({flag} if flag else set()) or by_pattern(heading) == flag


def test_a_column_called_name_is_the_half_that_is_missing() -> None:
    assert set(recognise(("Name", "Surname")).places) == {"First name", "Last name"}
    assert set(recognise(("Forename", "Name")).places) == {"First name", "Last name"}


def test_a_second_column_of_what_became_of_a_visit_is_read_too() -> None:
    found = read_file(f"{HEADINGS},Status,Appointment Status\n{SAM},Active,Cancelled\n".encode())
    assert [row.status for row in found.rows] == ["cancelled"]
