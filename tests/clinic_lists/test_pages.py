"""The pages of lists, without a browser: what an address says is never shown as ours."""

from datetime import UTC, datetime
from uuid import UUID

from cast import AISHA, CLINIC_ADMIN, LONDON, SAM, ZOE
from conftest import SignedIn
from factories import make_appointment, make_clinic, make_person, make_staff
from lists import CODE, clinic_list, row
from sqlmodel import select

from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list
from app.clinics.models import Clinic
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


def test_fault_16_two_visits_of_one_young_person_in_a_week_are_said_in_the_preview(
    database: Database, signed_in: SignedIn, now: datetime
) -> None:
    again = [
        row(SAM, appointment_time="11:00", appointment_date=f"{day}/05/2026") for day in (12, 14)
    ]
    admin, kept = uploaded(database, now, row(SAM), *again, row(AISHA))
    page = " ".join(signed_in(admin).get(f"/clinic-lists/{kept}").text.split())
    assert "4 texts in all" in page
    assert "1 young person has two visits or more within seven days." in page
    assert "Each visit gets a text of its own." in page
    assert "at most 1 text a day and 3 in seven days" in page
    both = "Tuesday 12 May 2026, 09:30 and Tuesday 12 May 2026, 11:00"
    assert f"<li><bdi>Sam Okafor</bdi>: {both}</li>" in page
    # Of the second text nobody knows yet when it goes.
    assert page.count("Hi Sam") == page.count("Hi Aisha") == 1


def test_fault_16_a_visit_that_is_booked_already_counts_and_one_that_moves_away_does_not(
    database: Database, signed_in: SignedIn, now: datetime
) -> None:
    admin, kept = uploaded(
        database,
        now,
        row(SAM, appointment_date="19/05/2026"),
        row(AISHA, appointment_date="19/05/2026", appointment_id="A1"),
    )
    with database.writing() as session:
        clinic = session.exec(select(Clinic)).one()
        at = datetime(2026, 5, 15, 8, 30, tzinfo=UTC)
        make_appointment(session, clinic, make_person(session, SAM), starts_at=at)
        aisha = make_person(session, AISHA)
        make_appointment(session, clinic, aisha, starts_at=at, external_id="A1")
    page = signed_in(admin).get(f"/clinic-lists/{kept}").text
    assert "1 young person has two visits or more within seven days." in page
    assert "Friday 15 May 2026, 09:30 and Tuesday 19 May 2026, 09:30" in page
    assert "<bdi>Sam Okafor</bdi>: " in page
    assert "<bdi>Aisha Begum</bdi>: " not in page


def test_fault_16_who_has_one_visit_or_is_not_texted_is_not_said_to_have_two(
    database: Database, signed_in: SignedIn, now: datetime
) -> None:
    later = row(AISHA, appointment_date="20/05/2026")
    untexted = [row(ZOE, mobile="", appointment_time=at) for at in ("10:00", "11:00")]
    admin, kept = uploaded(database, now, row(SAM), row(AISHA), later, *untexted)
    page = signed_in(admin).get(f"/clinic-lists/{kept}").text
    assert "3 texts in all" in page
    assert "two visits or more" not in page
