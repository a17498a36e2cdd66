"""Rows read many at once say what they say one by one: the short way is never another way."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lists import CLINICS, HEADINGS, READ_AT, book_of, clinic_list, row
from shapes.make import ALL, FILES

from app.appointments.clinic_list import choose_sheet, read
from app.appointments.layout import Layout, data_rows
from app.appointments.row_reader import Context
from app.appointments.rows import ReadList
from app.appointments.spreadsheet import Table, read_book
from app.appointments.whole_row import days_of_service, is_outside
from app.errors import Refusal

CELLS = {
    "nhs_number": ("9999458076", "999 302 1571", "9992129972", "999 945 8077", "0000000000", ""),
    "first_name": ("Sam", "zoë", "AISHA", " Jo ", "", "Sam2", "'Sam", "De", "O'Neill"),
    "last_name": ("Okafor", "BEGUM", "van der Berg", "", "Li", "Smith-Jones"),
    "date_of_birth": ("14/03/2010", "2008-02-29", "02/11/1968", "14.3.10", "x", "", "29/02/2008"),
    "mobile": ("07700900101", "07700 900102", "+447700900103", "7700900104", "mum 07700900105", "",
               "020 7946 0011", "4.47701E+11", "07400123456", "'07700900101"),
    "appointment_date": ("12/05/2026", "2026-05-13", "46154", "25/10/2026", "31/02/2026", "",
                         "05/05/2026", "12/05/2031", "12/05/2026 09:30"),
    "appointment_time": ("09:30", "9.30am", "0930", "01:30", "", "00:00", "late", "0.5"),
    "clinic_code": ("RIV-TUE", "riv-tue", "Riverside Hospital", "ELSE", ""),
    "language": ("", "Polish", "en", "Klingon"),
    "number_belongs_to": ("", "mum", "self", "whose"),
    "appointment_id": ("", "A-1", " A 2 ", "x" * 65, "A\tB", "É1"),
    "status": ("", "booked", "Cancelled", "attended", "DNA", "rebooked", "perhaps"),
    "do_not_text": ("", "N", "yes", "maybe"),
    "deceased": ("", "no", "01/05/2026"),
    "test_patient": ("", "Y", "N"),
    "interpreter": ("", "Polish", "no"),
    "postcode": ("", "B15 2TT", "b15", "nowhere"),
    "ethnicity": ("", "A", "White British"),
    "appointment_type": ("", "Telephone", "Video", "New"),
}  # fmt: skip
WIDE = (*HEADINGS, "Do not text", "Deceased", "Test patient", "Interpreter", "Postcode",
        "Ethnicity", "Appointment type")  # fmt: skip

rows = st.lists(st.fixed_dictionaries({n: st.sampled_from(cells) for n, cells in CELLS.items()}))


def both_ways(table: Table, layout: Layout, context: Context) -> tuple[object, object]:
    with pytest.MonkeyPatch.context() as patch:
        at_once = outcome(table, layout, context)
        patch.setattr("app.appointments.clean_rows.CleanRows.split", lambda _, rows: ([], rows))
        return at_once, outcome(table, layout, context)


def outcome(table: Table, layout: Layout, context: Context) -> ReadList | str:
    try:
        return read(table, layout, context)
    except Refusal as refusal:
        return str(refusal)


@settings(max_examples=300)
@given(rows)
def test_any_rows_are_read_at_once_as_one_by_one(given_rows: list[dict[str, str]]) -> None:
    whole = [dict.fromkeys(CELLS, "") | each for each in (row(), *given_rows)]
    book = read_book(clinic_list(*whole, headings=WIDE))
    sheet, layout = choose_sheet(book)
    for fictional in (True, False):
        context = Context(CLINICS, book.day_nought, READ_AT, fictional=fictional)
        at_once, one_by_one = both_ways(sheet, layout, context)
        assert at_once == one_by_one


@pytest.mark.parametrize("name", [name for name, shape in ALL.items() if not shape.refused])
def test_every_file_is_read_at_once_as_one_by_one(name: str) -> None:
    book = book_of((FILES / name).read_bytes())
    sheet, layout = choose_sheet(book)
    if layout.missing:
        return
    context = Context(CLINICS, book.day_nought, READ_AT, fictional=True)
    at_once, one_by_one = both_ways(sheet, layout, context)
    assert at_once == one_by_one


def test_rows_in_order_are_really_read_at_once() -> None:
    book = read_book(clinic_list(*[row(appointment_id=f"A{n}") for n in range(5)]))
    sheet, layout = choose_sheet(book)
    context = Context(CLINICS, book.day_nought, READ_AT, fictional=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.appointments.row_reader.RowReader.read", None)
        assert read(sheet, layout, context).row_count == len(data_rows(sheet, layout)) == 5


@given(st.dates(date(1990, 1, 1), date(2020, 1, 1)), st.integers(-3, 3), st.sampled_from((11, 26)))
def test_the_days_of_service_are_those_of_the_age(born: date, near: int, years: int) -> None:
    day = date(born.year + years, born.month, min(born.day, 28)) + timedelta(days=near)
    first, last = days_of_service(born)
    assert (first <= day <= last) == (not is_outside(born, day))
