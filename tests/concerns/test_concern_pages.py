"""The pages of concerns: what they show and to whom, and raising one on a reply."""

from datetime import timedelta

import pytest
from cast import (
    AISHA,
    CLINIC_ADMIN,
    CLINICIAN,
    ELLA,
    NOW,
    SAFEGUARDING,
    SAM,
    STRANGER,
    TIANA,
)  # fmt: skip
from concerns.opened import (
    Team,
    actions_of,
    as_it_stands,
    history,
    make_concern,
    make_visit,
    send,
)  # fmt: skip
from conftest import SignedIn
from factories import make_clinic, make_person, make_reply, make_staff
from sqlmodel import select

from app.clinics.models import Clinic
from app.conversations.models import Reply
from app.db import Database
from app.safeguarding.codes import NOT_EVERYTHING
from app.safeguarding.models import Concern

LEAD, ADMIN = SAFEGUARDING, CLINIC_ADMIN
NEW_PHONE = "+447700900777"
CLOSING = {"outcome": "spoken_to", "action": "rang", "words": "Rang at 5pm, safe with mum."}


def test_a_concern_stands_with_its_words_marked_whose_it_is_and_since_when(
    team: Team, concern: Concern
) -> None:
    lead = team.browser(LEAD)
    page = lead.get("/concerns").text
    for said in (
        "1 concern is open.", "Life may be at risk", "Sam Okafor", "just now", "16 years",
        "999 945 8076", "Riverside Hospital, RIV", "their own phone", NOT_EVERYTHING,
        "Nobody has acknowledged it", "not wanting to live",
        '<bdi dir="auto" class="own-words">1 hair 2 hba1c 3 sometimes i <mark>',
    ):  # fmt: skip
        assert said in page, said
    page = lead.get(f"/concerns/{concern.id}").text
    for said in ("The whole conversation", "History", "Who was told", NOT_EVERYTHING, "Opened"):
        assert said in page, said


def test_controls_and_markup_in_the_words_are_shown_and_do_nothing(
    database: Database, team: Team
) -> None:
    with database.writing() as session:
        visit = make_visit(session, AISHA)
        concern = make_concern(session, visit, "<b>x</b>\u202e i wanna die\u0007")
    page = team.browser(LEAD).get(f"/concerns/{concern.id}").text
    assert "&lt;b&gt;x&lt;/b&gt;[U+202E]" in page
    assert "[U+0007]" in page
    assert "\u202e" not in page


def test_the_gravest_come_first_then_the_oldest(database: Database, signed_in: SignedIn) -> None:
    with database.writing() as session:
        visit = make_visit(session)
        for tier, hours in ((3, 9), (2, 1), (2, 5), (1, 2), (1, 4)):
            at = NOW - timedelta(hours=hours)
            make_concern(session, visit, f"tier {tier} {hours} h", tier=tier, at=at)
    page = Team(database, signed_in).browser(LEAD).get("/concerns").text
    places = [page.index(words) for words in (
        "tier 1 4 h", "tier 1 2 h", "tier 2 5 h", "tier 2 1 h", "tier 3 9 h",
    )]  # fmt: skip
    assert places == sorted(places)


@pytest.mark.parametrize("code", ["OTHER", "THEIRS"])
def test_nothing_of_another_clinic_or_organisation_is_seen_or_changed(
    database: Database, concern: Concern, signed_in: SignedIn, code: str
) -> None:
    theirs = "XBM01" if code == "THEIRS" else "XLD01"
    role = STRANGER if code == "THEIRS" else CLINICIAN
    with database.writing() as session:
        clinic = make_clinic(session, code=code, organisation_code=theirs)
        browser = signed_in(make_staff(session, role, clinics=[clinic], email="x@y.example"))
    assert "No concern is open." in browser.get("/concerns").text
    assert browser.get(f"/concerns/{concern.id}").status_code == 404
    for way in ("acknowledge", "note"):
        form = {"seen": "0", "note": "x"}
        assert browser.post(f"/concerns/{concern.id}/{way}", data=form).status_code == 404
    assert browser.get(f"/replies/{concern.reply_id}/concern").status_code == 404
    assert history(database, concern) == ["opened"]


def test_a_concern_of_an_unknown_number_is_shown_to_those_who_place_replies(
    database: Database, team: Team, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        unknown = make_concern(session, None, number=NEW_PHONE)
        make_person(session, TIANA)
        held = make_concern(session, None, "kms", number=TIANA.mobile or "")
    for who in (LEAD, ADMIN):
        page = team.browser(who).get("/concerns/unknown-numbers").text
        assert "1 concern is open." in page
        assert "ring 999" in page
        assert str(unknown.id) in page
        # That number is another organisation's.
        assert str(held.id) not in page
    assert team.browser(CLINICIAN).get("/concerns/unknown-numbers").status_code == 403
    page = team.browser(LEAD).get(f"/concerns/{unknown.id}").text
    assert "07700 900777" in page
    assert f"/replies/{unknown.reply_id}" in page


def test_any_of_the_staff_raises_one_on_a_reply_that_no_words_found(
    database: Database, team: Team
) -> None:
    with database.writing() as session:
        visit = make_visit(session, AISHA)
        reply = make_reply(session, visit, "its fine", number=AISHA.mobile or "")
    clinician = team.browser(CLINICIAN)
    address = f"/replies/{reply.id}/concern"
    assert "its fine" in clinician.get(address).text
    for form in ({}, {"tier": "2"}, {"reason": "x"}, {"tier": "7", "reason": "x"}):
        assert clinician.post(address, data=form).status_code == 400
    form = {"tier": "2", "reason": "she never writes like this"}
    page = clinician.post(address, data=form, follow_redirects=True).text
    assert "The concern is open." in page
    assert "Brought forward by a member of staff" in page
    assert "she never writes like this" in page
    with database.reading() as session:
        made = session.exec(select(Concern).where(Concern.reply_id == reply.id)).one()
    assert (made.tier, made.found_by, made.due_at) == (2, "person", NOW)
    assert made.young_person_id == visit.young_person_id
    assert actions_of(database, made) == ["concern_opened"]


def test_raising_what_is_there_never_makes_it_less(
    database: Database, team: Team, concern: Concern
) -> None:
    lead, address = team.browser(LEAD), f"/replies/{concern.reply_id}/concern"
    lead.post(address, data={"tier": "3", "reason": "me too"})
    assert (as_it_stands(database, concern).tier, history(database, concern)[-1]) == (1, "noted")
    send(lead, concern, "tier", tier="2", reason="past")
    lead.post(address, data={"tier": "1", "reason": "it is not"})
    assert (as_it_stands(database, concern).tier, history(database, concern)[-1]) == (1, "raised")
    send(lead, concern, "close", **CLOSING)
    lead.post(address, data={"tier": "3", "reason": "and again"})
    stands = as_it_stands(database, concern)
    assert (stands.tier, stands.closed_at) == (1, None)
    assert history(database, concern)[-1] == "opened_again"


def test_a_moved_reply_takes_its_concern_along(database: Database, signed_in: SignedIn) -> None:
    with database.writing() as session:
        first = make_visit(session, SAM, "RIV")
        other = make_visit(session, ELLA, "ELSE")
        concern = make_concern(session, first)
        session.get_one(Reply, concern.reply_id).appointment_id = other.id
        clinics = [session.get_one(Clinic, visit.clinic_id) for visit in (first, other)]
        then = make_staff(session, CLINICIAN, clinics=clinics[:1], email="then@x.example")
        now = make_staff(session, CLINICIAN, clinics=clinics[1:], email="now@x.example")
    assert signed_in(then).get(f"/concerns/{concern.id}").status_code == 404
    assert "Ella Whitcombe" in signed_in(now).get(f"/concerns/{concern.id}").text
