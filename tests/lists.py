"""Clinic lists for tests: rows as a hospital exports them, and the files they make."""

import csv
from collections.abc import Mapping
from io import StringIO

from cast import SAM, Cast

from app.appointments.columns import NEEDED, OPTIONAL
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
