"""The pages of lists, without a browser: what an address says is never shown as ours."""

from datetime import datetime
from uuid import UUID

from cast import CLINIC_ADMIN, LONDON, SAM
from conftest import SignedIn
from factories import make_clinic, make_staff
from lists import CODE, clinic_list, row

from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list
from app.db import Database
from app.staff.models import StaffMember


def uploaded(database: Database, now: datetime, *rows: dict[str, str]) -> tuple[StaffMember, UUID]:
    """A clinic admin, and a list of theirs that is not saved yet."""
    with database.writing() as session:
        clinic = make_clinic(session, code=CODE)
        admin = make_staff(session, CLINIC_ADMIN, clinics=[clinic])
        mine = frozenset({clinic.id})
        upload = Upload("l.csv", clinic_list(*rows), LONDON, mine, fictional=True)
        return admin, preview_clinic_list(session, upload, by="tests", now=now).list_id


def test_words_in_an_address_are_never_shown_as_a_problem_of_ours(
    database: Database, signed_in: SignedIn, now: datetime
) -> None:
    admin, kept = uploaded(database, now, row(SAM))
    page = signed_in(admin).get(f"/clinic-lists/{kept}?problem=Ring+this+number")
    assert page.status_code == 200
    assert "Ring this number" not in page.text


def test_a_clinics_name_that_is_not_typed_is_asked_for_on_the_same_page(
    database: Database, signed_in: SignedIn, now: datetime
) -> None:
    rows = [row(SAM, appointment_time=f"{9 + n // 60:02}:{n % 60:02}") for n in range(201)]
    admin, kept = uploaded(database, now, *rows)
    browser = signed_in(admin)
    said = browser.post(f"/clinic-lists/{kept}/save", data={"clinic_name": "Elsewhere"})
    page = browser.get(said.headers["Location"])
    assert "Type the name of the clinic to save so many new visits" in page.text
    assert "Type the name" not in browser.get(f"/clinic-lists/{kept}").text
