"""The demo's clinic lists: ordinary files, as a hospital would export them."""

import csv
from datetime import date, datetime, timedelta
from io import StringIO

from nhs_number.validate import calculate_checksum

from app.demo.cast import CLINICS, DemoClinic

HEADINGS = (
    "NHS number",
    "First name",
    "Last name",
    "Date of birth",
    "Mobile",
    "Appointment date",
    "Appointment time",
    "Clinic code",
    "Language",
    "Number belongs to",
    "Appointment ID",
)
DAYS_IN_A_WEEK = 7


def clinic_day(clinic: DemoClinic, today: date) -> date:
    """Return the day of a demo clinic: its weekday, at least `days_ahead` days from today."""
    earliest = today + timedelta(days=clinic.days_ahead)
    return earliest + timedelta(days=(clinic.weekday - earliest.isoweekday()) % DAYS_IN_A_WEEK)


def clinic_list(clinic: DemoClinic, today: date) -> bytes:
    """Write one clinic's list as a CSV file in UTF-8."""
    day = clinic_day(clinic, today)
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADINGS)
    for place, person in enumerate(clinic.young_people):
        writer.writerow(_row(clinic, day, place, person))
    return file.getvalue().encode()


def nhs_number(place: int) -> str:
    """Make the n-th NHS number of the 999 test range that has a check digit, with its spaces."""
    stem = 999_000_100 + place
    digits = str(stem) + str(calculate_checksum(str(stem)))
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def _row(
    clinic: DemoClinic, day: date, place: int, person: tuple[str, str, str, str, str, str, int]
) -> list[str]:
    first, last, born, mobile_ends, owner, language, minutes = person
    start = datetime.combine(day, clinic.starts) + timedelta(minutes=minutes)
    return [
        nhs_number(_usable_place(CLINICS.index(clinic), place)),
        first,
        last,
        born,
        f"07700 900{mobile_ends}" if mobile_ends else "",
        f"{start:%d/%m/%Y}",
        f"{start:%H:%M}",
        clinic.code,
        language,
        owner,
        f"{clinic.code}-{place + 1:03}",
    ]


def _usable_place(clinic_place: int, place: int) -> int:
    """Skip the stems whose check digit would be ten: they are no NHS numbers."""
    usable = (n for n in range(1000) if calculate_checksum(str(999_000_100 + n)) != 10)
    wanted = clinic_place * 100 + place
    return next(n for count, n in enumerate(usable) if count == wanted)
