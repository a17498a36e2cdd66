"""Long clinic lists to measure with: different people, and mobiles that are only counted through.

NHS numbers begin 999, which are never issued. Ofcom keeps only a thousand mobiles for fiction, too
few here: these stand in memory for the length of a measurement, and nothing can be sent to them.
"""

import csv
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from itertools import islice

import xlsxwriter

from app.people.nhs_number import normalise
from app.people.phone import plain_mobile

HEADINGS = (
    *("NHS number", "First name", "Last name", "Date of birth", "Mobile", "Appointment date"),
    *("Appointment time", "Clinic code", "Language", "Number belongs to", "Appointment ID"),
    "Status",
)
CODE = "RIV-TUE"
FIRST_DAY = date(2026, 6, 1)
READ_AT = datetime.fromisoformat("2026-05-06T12:00:00+00:00")


def rows(
    count: int, seed: int = 1, before: int = 0, later: int = 0
) -> Iterator[tuple[object, ...]]:
    """Rows in the order of HEADINGS, dates as dates; every person, mobile and ID different.

    So many people are passed over `before` the first; every visit is so many days `later`.
    """
    chance = random.Random(seed)
    stems = islice(_nhs_numbers(), before, None)
    mobiles = islice(_mobiles(), before, None)
    first_day = FIRST_DAY + timedelta(days=later)
    for place in range(count):
        yield (
            next(stems),
            "".join(chance.choices("abcefi", k=4)).title(),
            "".join(chance.choices("abcdefgh", k=5)).title(),
            date(2003, 1, 1) + timedelta(days=chance.randrange(4_000)),
            next(mobiles),
            first_day + timedelta(days=chance.randrange(60)),
            f"{chance.randrange(9, 17):02}:{chance.choice((0, 10, 20, 30, 40, 50)):02}",
            CODE,
            "English",
            "self",
            f"A-{seed}-{place}",
            "booked",
        )


def _nhs_numbers() -> Iterator[str]:
    for stem in range(999_000_000, 1_000_000_000):
        for check in range(10):
            if number := normalise(f"{stem}{check}"):
                yield number


def _mobiles() -> Iterator[str]:
    for number in range(7_400_000_000, 8_000_000_000, 3):
        if plain_mobile(f"0{number}"):
            yield f"0{number}"


def a_csv(count: int, seed: int = 1, before: int = 0, later: int = 0) -> bytes:
    """A list as a CSV file, dates as dd/mm/yyyy."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADINGS)
    for row in rows(count, seed, before, later):
        writer.writerow([f"{c:%d/%m/%Y}" if isinstance(c, date) else c for c in row])
    return file.getvalue().encode()


def an_xlsx(count: int, seed: int = 1) -> bytes:
    """A list as a workbook, dates as a spreadsheet holds them."""
    file = BytesIO()
    options = {"in_memory": True, "default_date_format": "dd/mm/yyyy"}
    with xlsxwriter.Workbook(file, options) as workbook:
        sheet = workbook.add_worksheet("List")
        sheet.write_row(0, 0, HEADINGS)
        for place, row in enumerate(rows(count, seed), 1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(place, column, datetime(cell.year, cell.month, cell.day))
                else:
                    sheet.write_string(place, column, str(cell))
    return file.getvalue()
