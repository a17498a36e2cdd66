"""Concerns where people work already: on the clinic sheet and among the replies to read."""

from datetime import timedelta

import pytest
from cast import AISHA, CLINIC_ADMIN, CLINIC_TIME, CLINICIAN, ELLA, NOW, SAFEGUARDING, SAM
from concerns.opened import Team, make_concern, make_visit, send
from conftest import SignedIn
from factories import make_appointment, make_clinic, make_reply
from flask.testing import FlaskClient
from sqlmodel import select

from app.clinics.models import Clinic
from app.db import Database
from app.people.models import YoungPerson
from app.safeguarding.codes import NOT_EVERYTHING
from app.safeguarding.models import Concern

NEW_PHONE = "+447700900777"
CLOSING = {"outcome": "referred", "action": "told_gp", "words": "Rang the GP about the blades."}
R1 = "A concern is open: life may be at risk. Look at it before the visit."
R2 = "A concern is open, to be looked at today. Look at it before the visit."
ALONE = "Asks to be seen alone for part of the visit."
OFFER = "Offer time alone for part of the visit."
PARENTS = "The phone belongs to a parent or carer: do not text or ring it about this."


def sheet(database: Database, browser: FlaskClient, code: str = "RIV") -> str:
    with database.reading() as session:
        clinic = session.exec(select(Clinic).where(Clinic.code == code)).one()
    return browser.get(f"/clinic-sheets/{clinic.id}/{CLINIC_TIME:%Y-%m-%d}").text


@pytest.mark.parametrize(
    ("tier", "words", "said", "at_the_head"),
    [
        (1, "kms", R1, True),
        (2, "he hits me", R2, True),
        (3, "can i see you without my mum in the room", ALONE, False),
        (3, "can i ask about the pill", OFFER, False),
    ],
)
def test_a_concern_stands_first_on_the_sheet_and_what_is_private_alarms_nobody(
    database: Database, signed_in: SignedIn, tier: int, words: str, said: str, at_the_head: bool
) -> None:
    with database.writing() as session:
        concern = make_concern(session, make_visit(session), words, tier=tier)
    page = sheet(database, Team(database, signed_in).browser(CLINICIAN))
    assert page.index(said) < page.index("What they texted, word for word")
    assert f"/concerns/{concern.id}" in page
    assert NOT_EVERYTHING in page
    assert ("A concern is open:</strong> <bdi>10:00 Sam Okafor" in page) == at_the_head
    if tier == 3:
        line = page.split('class="sheet-line"')[1]
        assert "oncern" not in line.replace("/concern", "").replace("Raise a concern", "")


def test_the_sheet_says_when_the_phone_is_a_parents(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        number = ELLA.mobile or ""
        make_concern(
            session, make_visit(session, ELLA), "without my mum pls", tier=3, number=number
        )
    assert PARENTS in sheet(database, Team(database, signed_in).browser(CLINICIAN))


def test_a_closed_concern_is_shown_as_closed_with_its_outcome_only(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        concern = make_concern(session, make_visit(session), tier=2)
    team = Team(database, signed_in)
    send(team.browser(SAFEGUARDING), concern, "close", **CLOSING)
    page = sheet(database, team.browser(CLINICIAN))
    assert "A concern was closed: referred on." in page
    assert "blades" not in page
    assert R2 not in page


def test_a_concern_about_another_visit_stays_with_the_young_person(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        first = make_visit(session, SAM, starts_at=NOW - timedelta(days=9), status="cancelled")
        make_concern(session, first, "kms", tier=1)
        sam = session.exec(select(YoungPerson)).one()
        for code in ("RIV", "OTHER"):
            known = session.exec(select(Clinic).where(Clinic.code == code)).first()
            make_appointment(session, known or make_clinic(session, code=code), sam)
    lead = Team(database, signed_in).browser(SAFEGUARDING)
    assert R1 in sheet(database, lead)
    other = sheet(database, lead, "OTHER")
    assert "A concern is open at another clinic" in other
    assert R1 not in other


def test_a_concern_of_a_number_that_is_not_placed_stands_on_its_sheets(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        visit = make_visit(session)
        make_concern(session, None, "kms", clinic_id=visit.clinic_id)
    page = sheet(database, Team(database, signed_in).browser(CLINICIAN))
    assert "A concern is open about a text from this number." in page


def test_unread_replies_with_an_open_concern_stand_first_and_no_filter_hides_them(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        visit, other = make_visit(session), make_visit(session, AISHA)
        number = SAM.mobile or ""
        old = NOW - timedelta(days=3)
        make_reply(session, visit, "the oldest", number=number, received_at=old)
        for tier in (3, 2, 1):
            make_concern(session, other, f"worry {tier}", tier=tier, number=AISHA.mobile or "")
        make_concern(session, visit, "closed one", tier=1)
    team = Team(database, signed_in)
    with database.reading() as session:
        closed = session.exec(select(Concern).order_by(Concern.opened_at, Concern.id)).all()[-1]  # type: ignore[arg-type]
    send(team.browser(SAFEGUARDING), closed, "close", **CLOSING)
    admin = team.browser(CLINIC_ADMIN)
    page = admin.get("/replies-to-read").text
    places = [page.index(f"{words}<") for words in (
        "worry 1", "worry 2", "worry 3", "the oldest", "closed one",
    )]  # fmt: skip
    assert places == sorted(places)
    for said in ("Concern: life may be at risk", "Concern, closed", "Raise a concern"):
        assert said in page
    assert NOT_EVERYTHING in page
    assert "worry 1" in admin.get("/replies-to-read?kind=cannot_attend").text


def test_marking_as_read_closes_no_concern(database: Database, signed_in: SignedIn) -> None:
    with database.writing() as session:
        concern = make_concern(session, make_visit(session))
    admin = Team(database, signed_in).browser(CLINIC_ADMIN)
    admin.post(f"/replies/{concern.reply_id}/read", data={"reason": "nothing"})
    assert "1 concern is open." in admin.get("/concerns").text


def test_there_are_many_and_none_is_out_of_sight(database: Database, signed_in: SignedIn) -> None:
    with database.writing() as session:
        visit = make_visit(session)
        for place in range(103):
            at = NOW - timedelta(minutes=place)
            make_concern(session, visit, f"worry {place:03}", tier=2, at=at)
    admin = Team(database, signed_in).browser(CLINIC_ADMIN)
    page = admin.get("/replies-to-read").text
    assert [f"worry {place:03}<" in page for place in range(103)] == [True] * 103
    assert "3 more are open" in admin.get("/concerns").text


@pytest.mark.parametrize(("tier", "words", "first"), [(1, "kms", True), (3, "the pill", False)])
def test_what_cannot_wait_stands_first_on_the_first_page(
    database: Database, signed_in: SignedIn, tier: int, words: str, first: bool
) -> None:
    with database.writing() as session:
        make_concern(session, make_visit(session), words, tier=tier)
    page = Team(database, signed_in).browser(SAFEGUARDING).get("/").text
    assert "1 concern is open." in page
    assert (page.index("1 concern is open.") < page.index("Clinic sheets of the next")) == first
    assert ("nhsuk-tag--red" in page) == first
