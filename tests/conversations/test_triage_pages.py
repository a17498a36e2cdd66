"""The pages of replies: whole words, who and when, one action, and no other organisation's."""

import re
from datetime import datetime, timedelta
from html import unescape
from uuid import UUID

import pytest
from cast import CLINIC_ADMIN, CLINIC_TIME, ELLA, JACK, SAFEGUARDING, SAM, Cast
from conftest import SignedIn
from conversations.conftest import Asked, TextIn
from conversations.staffed import replies
from conversations.test_by_hand import on_sheet
from factories import make_ask, make_clinic, make_staff
from flask.testing import FlaskClient
from sqlmodel import select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import Database
from app.invitations.models import Invitation, StaffAnswer

NEW_PHONE = "+447700900777"


@pytest.fixture
def browsers(database: Database, asked: Asked, signed_in: SignedIn) -> dict[str, FlaskClient]:
    """Two members of staff of one clinic, each in a browser; Sam, Ella and Jack were asked."""
    for who in (SAM, ELLA, JACK):
        asked(who)
    found = {}
    for member in (CLINIC_ADMIN, SAFEGUARDING):
        with database.writing() as session:
            clinics = session.exec(select(Clinic)).all()
            found[member.full_name] = signed_in(make_staff(session, member, clinics=clinics))
    return found


@pytest.fixture
def admin(browsers: dict[str, FlaskClient]) -> FlaskClient:
    return browsers[CLINIC_ADMIN.full_name]


@pytest.fixture
def lead(browsers: dict[str, FlaskClient]) -> FlaskClient:
    return browsers[SAFEGUARDING.full_name]


def words_on(page: str) -> list[str]:
    found = re.findall(r'<bdi dir="auto" class="own-words">(.*?)</bdi>', page, re.DOTALL)
    return [unescape(words) for words in found]


def visit_of(database: Database, who: Cast) -> UUID:
    with database.reading() as session:
        visits = session.exec(select(Appointment).order_by(Appointment.id)).all()  # type: ignore[arg-type]
    return visits[[SAM, ELLA, JACK].index(who)].id


def test_the_page_says_whose_which_visit_what_was_answered_and_how_old(
    database: Database, admin: FlaskClient, text_in: TextIn
) -> None:
    text_in("sleep")
    text_in("<b>school</b>\u202e")
    page = admin.get("/replies-to-read").text
    assert words_on(page) == ["sleep", "<b>school</b>[U+202E]"]
    for said in (
        "2 replies are unread.", "Sam Okafor", "just now", "Riverside Hospital, RIV", "ending 101",
        "their own phone", "Friday 8 May, 10am", "Thanks, got it.", "1 other text in this",
        "Not read yet",
    ):  # fmt: skip
        assert said in page, said


def test_one_click_marks_it_as_read_and_who_comes_second_is_told(
    database: Database, admin: FlaskClient, lead: FlaskClient, text_in: TextIn
) -> None:
    text_in("sleep")
    (reply,) = replies(database)
    form = {"reason": "told"}
    page = admin.post(f"/replies/{reply.id}/read", data=form, follow_redirects=True).text
    assert "Marked as read: told the clinic team." in page
    assert "Nothing is waiting." in page
    page = lead.post(f"/replies/{reply.id}/read", data=form, follow_redirects=True).text
    assert "Pat Lindqvist marked it as read on Wednesday 6 May, 4.30pm: Told" in page
    assert "Pat Lindqvist" in lead.get("/replies-read").text
    page = lead.post(f"/replies/{reply.id}/unread", follow_redirects=True).text
    assert "It is among the unread again." in page
    assert admin.post(f"/replies/{reply.id}/read", data={"reason": "x"}).status_code == 400


def test_the_filter_says_that_it_hides_and_never_hides_what_nobody_has_placed(
    database: Database, admin: FlaskClient, text_in: TextIn
) -> None:
    for body, number in (("sleep", SAM.mobile), ("cant make it", SAM.mobile), ("?", NEW_PHONE)):
        text_in(body, number or "")
    page = admin.get("/replies-to-read?kind=cannot_attend").text
    assert words_on(page) == ["cant make it"]
    assert "Only some are shown" in page
    assert "3 replies are unread." in page
    with database.reading() as session:
        clinic = session.exec(select(Clinic)).first()
        assert clinic
    assert len(words_on(admin.get(f"/replies-to-read?clinic={clinic.id}").text)) == 3
    page = admin.get(f"/replies-to-read?clinic={UUID(int=7)}&kind=nonsense&after=x").text
    assert words_on(page) == ["?"]


def test_many_come_a_page_at_a_time(
    database: Database, admin: FlaskClient, text_in: TextIn
) -> None:
    for place in range(27):
        text_in(f"thing {place}")
    page = admin.get("/replies-to-read").text
    assert len(words_on(page)) == 25
    (link,) = re.findall(r'href="([^"]*)">The next ones', page)
    assert words_on(admin.get(unescape(link)).text) == ["thing 25", "thing 26"]


def test_an_unknown_number_is_looked_for_by_name_and_placed(
    database: Database, admin: FlaskClient, text_in: TextIn
) -> None:
    text_in("its ella new phone. periods n pain", NEW_PHONE)
    (reply,) = replies(database)
    page = admin.get(f"/replies/{reply.id}").text
    assert "No visit of your clinics was asked about on this number." in page
    assert "Say whose it is first" in page
    found = admin.post(f"/replies/{reply.id}/find", data={"typed": "ella"}).text
    assert "Ella Whitcombe" in found
    assert " checked" not in found
    form = {"visit": str(visit_of(database, ELLA)), "was": "", "reason": ""}
    refused = admin.post(f"/replies/{reply.id}/place", data=form)
    assert (refused.status_code, "Say how you know." in refused.text) == (400, True)
    placed = admin.post(
        f"/replies/{reply.id}/place", data=form | {"reason": "says_so"}, follow_redirects=True
    ).text
    assert "It stands beside that visit now." in placed
    assert on_sheet(database, visit_of(database, ELLA))[1] == ["its ella new phone. periods n pain"]
    # It came from a phone that nobody has texted: there is no answering it by text.
    assert "Ring them." in placed


def test_brother_and_sister_are_offered_neither_chosen(
    database: Database, admin: FlaskClient, lead: FlaskClient, text_in: TextIn
) -> None:
    text_in("asthma and school", ELLA.mobile or "")
    (reply,) = replies(database)
    page = admin.get(f"/replies/{reply.id}").text
    assert page.index("Jack Whitcombe: ") > 0
    assert page.index("Ella Whitcombe: ") > 0
    assert " checked" not in page
    form = {"visit": str(visit_of(database, JACK)), "was": "", "reason": "rang"}
    admin.post(f"/replies/{reply.id}/place", data=form)
    form["visit"] = str(visit_of(database, ELLA))
    second = lead.post(f"/replies/{reply.id}/place", data=form, follow_redirects=True).text
    assert "Pat Lindqvist said whose it is on Wednesday 6 May, 4.30pm" in second
    assert on_sheet(database, visit_of(database, JACK))[1] == ["asthma and school"]


def test_a_wrongly_placed_reply_is_taken_off_with_a_reason(
    database: Database, admin: FlaskClient, text_in: TextIn
) -> None:
    text_in("sleep")
    (reply,) = replies(database)
    form = {"was": str(visit_of(database, SAM)), "reason": ""}
    assert admin.post(f"/replies/{reply.id}/detach", data=form).status_code == 400
    page = admin.post(
        f"/replies/{reply.id}/detach",
        data=form | {"reason": "somebody_else"},
        follow_redirects=True,
    ).text
    assert "It is beside no visit any more" in page
    assert "A person took it off a visit" in page
    assert on_sheet(database, visit_of(database, SAM)) == ([], [])


def test_an_answer_is_chosen_from_approved_words_and_shown_with_its_state(
    database: Database, admin: FlaskClient, lead: FlaskClient, text_in: TextIn
) -> None:
    text_in("can someone ring me")
    (reply,) = replies(database)
    page = admin.get(f"/replies/{reply.id}").text
    assert "This phone has had its text of the day: an answer goes on Thursday 7 May, 4pm." in page
    for form in ({}, {"text": "ask", "seen": "0"}, {"text": "staff_alone", "seen": "x"}):
        refused = admin.post(f"/replies/{reply.id}/answer", data=form)
        assert refused.status_code == 400
    form = {"text": "staff_will_ring", "seen": "0"}
    page = admin.post(f"/replies/{reply.id}/answer", data=form, follow_redirects=True).text
    assert "The answer will go, see below." in page
    assert "To go" in page
    twice = lead.post(f"/replies/{reply.id}/answer", data=form)
    assert "Somebody has just answered by text" in twice.text
    with database.reading() as session:
        assert len(session.exec(select(StaffAnswer)).all()) == 1
        text = session.exec(select(Invitation).where(Invitation.kind == "answer")).one()
    shown = admin.get(f"/texts/{text.clinic_id}/{CLINIC_TIME:%Y-%m-%d}").text
    assert "Answer by staff" in shown
    assert "Somebody from the clinic will ring you." in shown


def test_who_has_said_stop_is_not_offered_an_answer(
    database: Database, admin: FlaskClient, text_in: TextIn
) -> None:
    text_in("sleep")
    text_in("STOP")
    reply = replies(database)[0]
    page = admin.get(f"/replies/{reply.id}").text
    assert "It cannot be answered by text: this number has asked for no texts." in page
    form = {"text": "staff_alone", "seen": "0"}
    assert admin.post(f"/replies/{reply.id}/answer", data=form).status_code == 400


def test_the_desk_sees_who_is_late_today_first_and_settles_with_one_click(
    database: Database, admin: FlaskClient, text_in: TextIn, now: datetime
) -> None:
    with database.writing() as session:
        today = session.get_one(Appointment, visit_of(database, ELLA))
        today.starts_at = now + timedelta(minutes=30)
        jacks = session.get_one(Appointment, visit_of(database, JACK))
        jacks.starts_at = now - timedelta(days=15)
    text_in("cant make it got a mock")
    text_in("whats the address")
    text_in("bus late gonna be 20 mins", ELLA.mobile or "")
    page = admin.get("/replies-for-the-desk").text
    assert words_on(page) == [
        "bus late gonna be 20 mins", "cant make it got a mock", "whats the address",
    ]  # fmt: skip
    late = replies(database)[2]
    form = {"back": "desk"}
    page = admin.post(f"/replies/{late.id}/settled", data=form, follow_redirects=True).text
    assert len(words_on(page)) == 2
    again = admin.post(f"/replies/{late.id}/settled", data=form, follow_redirects=True).text
    assert "Settled by the desk" in again


def test_nothing_of_another_clinic_is_opened_or_changed(
    database: Database, browsers: dict[str, FlaskClient], signed_in: SignedIn, text_in: TextIn
) -> None:
    text_in("sleep")
    (reply,) = replies(database)
    with database.writing() as session:
        other = make_clinic(session, code="OTHER")
        stranger = make_staff(
            session, CLINIC_ADMIN, clinics=[other], email="other@riverside.example"
        )
    browser = signed_in(stranger)
    assert words_on(browser.get("/replies-to-read").text) == []
    assert words_on(browser.get("/replies-for-the-desk").text) == []
    visit = str(visit_of(database, SAM))
    for way, form in (
        ("", None), ("/find", {"typed": "sam"}), ("/read", {"reason": "told"}), ("/unread", {}),
        ("/place", {"visit": visit, "was": "", "reason": "rang"}), ("/settled", {}),
        ("/detach", {"was": visit, "reason": "not_sure"}),
        ("/answer", {"text": "staff_alone", "seen": "0"}),
    ):  # fmt: skip
        address = f"/replies/{reply.id}{way}"
        answer = browser.get(address) if form is None else browser.post(address, data=form)
        assert answer.status_code == 404, way
    assert replies(database)[0].read_at is None


def test_a_whole_number_is_shown_only_where_one_reply_is_opened(
    database: Database, admin: FlaskClient, lead: FlaskClient, text_in: TextIn
) -> None:
    text_in("ring me on this", NEW_PHONE)
    (reply,) = replies(database)
    assert "07700 900777" not in admin.get("/replies-to-read").text
    assert "07700 900777" in admin.get(f"/replies/{reply.id}").text
    # Nobody is led to a page that does not open for them.
    assert "/replies-for-the-desk" in admin.get("/replies-to-read").text
    assert "/replies-for-the-desk" not in lead.get("/replies-to-read").text


def test_the_older_address_leads_to_the_page(admin: FlaskClient) -> None:
    assert admin.get("/replies-to-place").location == "/replies-to-read"


def test_a_reply_about_a_visit_that_is_texted_again_can_be_answered_on_its_phone_only(
    database: Database, admin: FlaskClient, text_in: TextIn
) -> None:
    with database.writing() as session:
        visit = session.get_one(Appointment, visit_of(database, SAM))
        make_ask(session, visit, kind="reminder")
    text_in("ring me")
    (reply,) = replies(database)
    assert "What should it say?" in admin.get(f"/replies/{reply.id}").text
