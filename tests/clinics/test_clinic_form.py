"""The pages of a clinic: what is ticked, what is not, and what the list of clinics says of it."""

import re

import pytest
from cast import ADMINISTRATOR
from conftest import SignedIn
from factories import make_staff
from flask.testing import FlaskClient
from sqlmodel import select

from app.clinics.models import Clinic
from app.db import Database

TICKED = ("avoids_school_hours", "reminds", "asks_feedback")
FORM = {
    "code": "RIV-TUE",
    "name": "Riverside Hospital",
    "weekdays": ["1", "5"],
    "desk_phone": "020 7946 0011",
    "concerns_email": "concerns@hospital.example",
}


@pytest.fixture
def browser(database: Database, signed_in: SignedIn) -> FlaskClient:
    with database.writing() as session:
        return signed_in(make_staff(session, ADMINISTRATOR))


def the_clinic(database: Database) -> Clinic:
    with database.reading() as session:
        return session.exec(select(Clinic)).one()


def ticked(page: str) -> set[str]:
    boxes = re.findall(r"<input[^>]*type=\"checkbox\"[^>]*>", page)
    return {name for box in boxes if " checked" in box for name in TICKED if f'"{name}"' in box}


def test_a_new_clinic_begins_with_no_school_hours_and_a_reminder(browser: FlaskClient) -> None:
    assert ticked(browser.get("/clinics/new").text) == {"avoids_school_hours", "reminds"}


def test_a_box_that_is_not_ticked_is_a_no_and_stays_one(
    browser: FlaskClient, database: Database
) -> None:
    assert browser.post("/clinics/new", data=FORM).status_code == 302
    clinic = the_clinic(database)
    assert [getattr(clinic, name) for name in TICKED] == [False, False, False]
    assert ticked(browser.get(f"/clinics/{clinic.id}").text) == set()
    # Also where the form comes back for another reason.
    refused = browser.post("/clinics/new", data={**FORM, "name": "", "asks_feedback": "yes"})
    assert ticked(refused.text) == {"asks_feedback"}


def test_what_is_entered_is_kept_and_shown_again(browser: FlaskClient, database: Database) -> None:
    form = {
        **FORM,
        "nation": "scotland",
        "school_holidays": "22/07/2026 to 01/09/2026\r\n23/10/2026",
        "parents_phone": "hold",
        **dict.fromkeys(TICKED, "yes"),
    }
    assert browser.post("/clinics/new", data=form).status_code == 302
    clinic = the_clinic(database)
    assert (clinic.nation, clinic.parents_phone) == ("scotland", "hold")
    assert clinic.school_holidays == "2026-07-22 to 2026-09-01\n2026-10-23 to 2026-10-23"
    shown = browser.get(f"/clinics/{clinic.id}").text
    assert ticked(shown) == set(TICKED)
    assert clinic.school_holidays in shown
    listed = browser.get("/clinics").text
    for words in ("Scotland", "22 July 2026 to 1 September 2026", "No texts before 4pm"):
        assert words in listed


def test_a_change_on_the_page_makes_plans_anew(browser: FlaskClient, database: Database) -> None:
    browser.post("/clinics/new", data=FORM)
    clinic = the_clinic(database)
    browser.post(f"/clinics/{clinic.id}", data={**FORM, "reminds": "yes"})
    assert (the_clinic(database).reminds, the_clinic(database).version) == (True, 2)


def test_nonsense_in_the_form_is_said_beside_its_field(
    browser: FlaskClient, database: Database
) -> None:
    form = {**FORM, "school_holidays": "01/09/2026 to 22/07/2026", "nation": "france"}
    page = browser.post("/clinics/new", data=form).text
    assert "ends before it begins" in page
    assert "Choose one of England" in page
    with database.reading() as session:
        assert session.exec(select(Clinic)).all() == []
