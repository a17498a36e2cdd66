"""Clinic lists for tests: rows as a hospital exports them, and the files they make."""

import csv
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from io import StringIO
from uuid import UUID

from cast import SAM, Cast

from app.appointments.clinic_list import choose_sheet, read
from app.appointments.headings import NEEDED, OPTIONAL
from app.appointments.layout import Layout
from app.appointments.row_reader import Context
from app.appointments.rows import KnownClinic, ReadList
from app.appointments.spreadsheet import Book, read_book
from app.people.phone import national

HEADINGS = NEEDED + OPTIONAL
CODE = "RIV-TUE"


def row(who: Cast = SAM, **given: str) -> dict[str, str]:
    """One good row about a member of the cast; `given` overrides a cell by its plain name."""
    ordinary = {
        "nhs_number": who.nhs_number,
        "first_name": who.first_name,
        "last_name": who.last_name,
        "date_of_birth": f"{who.date_of_birth:%d/%m/%Y}",
        "mobile": national(who.mobile) if who.mobile else "",
        "appointment_date": "12/05/2026",
        "appointment_time": "09:30",
        "clinic_code": CODE,
        "language": "",
        "number_belongs_to": "",
        "appointment_id": "",
        "status": "",
    }
    return ordinary | given


def clinic_list(*rows: Mapping[str, str], headings: tuple[str, ...] = HEADINGS) -> bytes:
    """Write rows as a CSV file in UTF-8."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(headings)
    for cells in rows:
        writer.writerow([cells[heading.lower().replace(" ", "_")] for heading in headings])
    return file.getvalue().encode()


CLINIC = UUID(int=7)
CLINICS = {CODE: KnownClinic(CLINIC, CODE, "Europe/London", "Riverside Hospital")}
READ_AT = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)


@lru_cache(300)
def book_of(content: bytes) -> Book:
    """Read a file into cells; each workbook takes a process of its own, so once is enough."""
    return read_book(content)


def read_file(content: bytes, read_at: datetime = READ_AT) -> ReadList:
    """Read a file as the pure rooms do, for one known clinic."""
    book = book_of(content)
    sheet, layout = choose_sheet(book)
    return read(sheet, layout, Context(CLINICS, book.day_nought, read_at, fictional=True))


def layout_of(content: bytes) -> Layout:
    """Lay a file out, as far as it is recognised."""
    return choose_sheet(book_of(content))[1]
