"""Who may go on: each organisation from its own pause, any admin from a fault at the provider."""

from dataclasses import replace

import pytest
from cast import ADMINISTRATOR, AISHA, BIRMINGHAM, CLINIC_ADMIN, NOW, SAM, StaffCast
from conftest import SignedIn
from factories import make_appointment, make_clinic, make_person, make_staff
from flask.testing import FlaskClient
from invitations.conftest import VISIT, Go, Recording

from app.db import Database
from app.invitations.pauses import (
    ALL,
    BY_HAND,
    CAP_CLINIC,
    CAP_OVERALL,
    CONFIGURATION,
    CONTENT,
    IN_WORDS,
    NO_ANSWER,
    NO_CONNECTION,
    RESTORE,
    TOO_MANY,
    may_end,
    of_clinic,
    of_organisation,
    open_pauses,
    pause,
)

OTHER_ADMIN = replace(CLINIC_ADMIN, email="admin@canalside.example", organisation_code=BIRMINGHAM)
WHO_CAN = "Only an administrator can go on from this"
EVERYTHING = {"everything": "yes"}


@pytest.mark.parametrize(
    ("reason", "clinic_admin", "administrator"),
    [
        (CONFIGURATION, True, True),
        (TOO_MANY, True, True),
        (NO_CONNECTION, True, True),
        (NO_ANSWER, True, True),
        (BY_HAND, False, True),
        (CAP_OVERALL, False, True),
        (RESTORE, False, False),
        ("unheard of", False, True),
    ],
)
def test_a_pause_of_the_whole_service_is_ended_by_whom_it_concerns(
    reason: str, clinic_admin: bool, administrator: bool
) -> None:
    assert may_end(ALL, reason, administrator=False) is clinic_admin
    assert may_end(ALL, reason, administrator=True) is administrator


@pytest.mark.parametrize("reason", [BY_HAND, CONTENT, CAP_CLINIC])
@pytest.mark.parametrize("scope", [of_organisation(BIRMINGHAM), "clinic:1"])
def test_a_pause_of_their_own_is_ended_by_any_admin(scope: str, reason: str) -> None:
    assert may_end(scope, reason, administrator=False)


def test_every_reason_has_its_words_and_none_but_a_restore_is_out_of_reach() -> None:
    out_of_reach = {each for each in IN_WORDS if not may_end(ALL, each, administrator=True)}
    assert out_of_reach == {RESTORE}


@pytest.fixture
def booked(database: Database) -> None:
    """A visit in each of two organisations; both are due to be asked about."""
    with database.writing() as session:
        for who, given in ((SAM, {}), (AISHA, {"organisation_code": BIRMINGHAM})):
            person = make_person(session, who, **given)
            make_appointment(session, make_clinic(session, **given), person, starts_at=VISIT)


def browser_of(database: Database, signed_in: SignedIn, who: StaffCast) -> FlaskClient:
    with database.writing() as session:
        member = make_staff(session, who)
    return signed_in(member)


def stand_still(database: Database, *reasons: str) -> None:
    with database.writing() as session:
        for reason in reasons:
            pause(session, ALL, reason, by="command line", now=NOW)


def reasons_left(database: Database) -> set[str]:
    with database.reading() as session:
        return {each.reason for each in open_pauses(session)}


def test_all_texts_of_an_organisation_stand_still_and_go_on_without_another(
    database: Database, booked: None, gateway: Recording, go: Go, signed_in: SignedIn
) -> None:
    ours = browser_of(database, signed_in, CLINIC_ADMIN)
    theirs = browser_of(database, signed_in, OTHER_ADMIN)
    assert theirs.post("/texts/pause").status_code == 302
    assert "Paused:" not in ours.get("/texts").get_data(as_text=True)
    assert ours.post("/texts/resume").status_code == 302
    go()
    assert [text.to for text in gateway.texts] == [SAM.mobile]
    assert "Paused: all texts of your organisation" in theirs.get("/texts").get_data(as_text=True)
    assert theirs.post("/texts/resume").status_code == 302
    go()
    assert [text.to for text in gateway.texts] == [SAM.mobile, AISHA.mobile]


def test_a_fault_at_the_provider_has_its_button_for_every_admin(
    database: Database, signed_in: SignedIn
) -> None:
    stand_still(database, CONFIGURATION)
    browser = browser_of(database, signed_in, CLINIC_ADMIN)
    page = browser.get("/texts").get_data(as_text=True)
    assert (">Go on<" in page, WHO_CAN in page) == (True, False)
    assert browser.post("/texts/resume", data=EVERYTHING).status_code == 302
    assert reasons_left(database) == set()


@pytest.mark.parametrize("reason", [BY_HAND, CAP_OVERALL])
def test_what_was_stopped_for_everybody_goes_on_by_an_administrator_and_others_are_told_so(
    database: Database, signed_in: SignedIn, reason: str
) -> None:
    stand_still(database, reason)
    browser = browser_of(database, signed_in, CLINIC_ADMIN)
    page = browser.get("/texts").get_data(as_text=True)
    assert (">Go on<" in page, WHO_CAN in page) == (False, True)
    # Back on the page, which says who can: it may stand still for another reason by now.
    assert browser.post("/texts/resume", data=EVERYTHING).status_code == 302
    assert reasons_left(database) == {reason}
    administrator = browser_of(database, signed_in, ADMINISTRATOR)
    page = administrator.get("/texts").get_data(as_text=True)
    assert (">Go on<" in page, WHO_CAN in page) == (True, False)
    assert administrator.post("/texts/resume", data=EVERYTHING).status_code == 302
    assert reasons_left(database) == set()


def test_an_admin_ends_what_is_theirs_to_end_and_the_rest_stands(
    database: Database, signed_in: SignedIn
) -> None:
    stand_still(database, CONFIGURATION, BY_HAND)
    browser = browser_of(database, signed_in, CLINIC_ADMIN)
    page = browser.get("/texts").get_data(as_text=True)
    assert (">Go on<" in page, WHO_CAN in page) == (True, True)
    assert browser.post("/texts/resume", data=EVERYTHING).status_code == 302
    assert reasons_left(database) == {BY_HAND}


def test_a_restore_that_nobody_has_checked_is_ended_by_no_page(
    database: Database, signed_in: SignedIn
) -> None:
    stand_still(database, RESTORE, CONFIGURATION)
    for who in (CLINIC_ADMIN, ADMINISTRATOR):
        browser = browser_of(database, signed_in, who)
        page = browser.get("/texts").get_data(as_text=True)
        assert (">Go on<" in page, "restore-check" in page) == (False, True)
        assert browser.post("/texts/resume", data=EVERYTHING).status_code == 409
    assert reasons_left(database) == {RESTORE, CONFIGURATION}


def test_going_on_where_nothing_stands_still_any_more_is_no_fault(
    database: Database, signed_in: SignedIn
) -> None:
    browser = browser_of(database, signed_in, CLINIC_ADMIN)
    assert browser.post("/texts/resume", data=EVERYTHING).status_code == 302


def test_a_clinic_that_the_command_line_stopped_goes_on_by_its_own_admin(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        member = make_staff(session, CLINIC_ADMIN, clinics=[clinic])
        pause(session, of_clinic(clinic.id), BY_HAND, by="command line", now=NOW)
    form = {"clinic_id": str(clinic.id)}
    assert signed_in(member).post("/texts/resume", data=form).status_code == 302
    assert reasons_left(database) == set()
