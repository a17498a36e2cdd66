"""The pages of texts: exactly what will go, why not, what went; for the clinic's own people."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from cast import ADMINISTRATOR, AISHA, CLINIC_ADMIN, ELLA, JACK, NO_PHONE, SAM
from conftest import SignedIn
from factories import make_appointment, make_ask, make_clinic, make_person, make_staff
from flask import Flask
from flask.testing import FlaskClient
from invitations.conftest import VISIT, Hands, Recording
from sqlmodel import select

from app.clinics.models import Clinic
from app.db import Database
from app.factory import create_app
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation, Notice
from app.invitations.notices import NoticeKind, notify
from app.invitations.pauses import ALL, CONFIGURATION, RESTORE, open_pauses, pause
from app.invitations.planning import plan_texts
from app.settings import Settings

DAY = "2026-05-12"


@pytest.fixture
def app(settings: Settings, database: Database, clock: Hands) -> Flask:
    """The application at the time that the test's clock says."""
    made = create_app(settings, database=database, clock=clock)
    made.config.update(TESTING=True, WTF_CSRF_ENABLED=False, PREFERRED_URL_SCHEME="https")
    return made


@pytest.fixture
def clinic(database: Database) -> Clinic:
    """A clinic with a visit of Sam's, of two who share a phone, and of one without a mobile."""
    with database.writing() as session:
        made = make_clinic(session, code="RIV-TUE")
        for place, who in enumerate((SAM, ELLA, JACK, NO_PHONE)):
            starts = VISIT + timedelta(minutes=20 * place)
            make_appointment(session, made, make_person(session, who), starts_at=starts)
    return made


@pytest.fixture
def admin(database: Database, clinic: Clinic, signed_in: SignedIn) -> FlaskClient:
    with database.writing() as session:
        member = make_staff(session, CLINIC_ADMIN, clinics=[clinic])
    return signed_in(member)


def words_shown(page: str) -> list[str]:
    found = re.findall(r'<p class="sample-text[^>]*><bdi dir="auto">(.*?)</bdi>', page, re.DOTALL)
    return [unescape(words) for words in found]


def test_the_words_shown_are_those_that_go(
    database: Database,
    settings: Settings,
    gateway: Recording,
    clinic: Clinic,
    admin: FlaskClient,
    clock: Hands,
) -> None:
    with database.writing() as session:
        plan_texts(session, now=clock())
    before = words_shown(admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True))
    many = settings.model_copy(update={"most_per_number_a_day": 9})
    send_due(database, gateway, many, clock)
    sent = sorted(text.body for text in gateway.texts)
    assert len(sent) == 3
    assert [words for words in sent if words not in before] == []
    after = admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True)
    assert "The network has it." in after
    assert "There is no mobile number for them." in after


def test_the_phone_of_two_shows_that_the_second_waits_for_another_day(
    database: Database,
    settings: Settings,
    gateway: Recording,
    clinic: Clinic,
    admin: FlaskClient,
    clock: Hands,
) -> None:
    send_due(database, gateway, settings, clock)
    page = admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True)
    assert "This phone has had its text of the day" in page
    assert "Monday 11 May, 4pm" in page


def test_one_text_is_taken_back_and_not_owed_anew(
    database: Database,
    settings: Settings,
    gateway: Recording,
    clinic: Clinic,
    admin: FlaskClient,
    clock: Hands,
) -> None:
    with database.writing() as session:
        plan_texts(session, now=clock())
        sams = session.exec(select(Invitation).order_by(Invitation.planned_for)).first()  # type: ignore[arg-type]
    assert sams is not None
    address = f"/texts/{clinic.id}/{DAY}/cancel/{sams.id}"
    assert admin.post(address).status_code == 302
    send_due(database, gateway, settings, clock)
    assert SAM.mobile not in [text.to for text in gateway.texts]
    assert "Somebody at the clinic took it back." in admin.get(
        f"/texts/{clinic.id}/{DAY}"
    ).get_data(as_text=True)
    assert admin.post(address).status_code == 302
    assert "too late to take that text back" in admin.get(f"/texts/{clinic.id}/{DAY}").get_data(
        as_text=True
    )


@pytest.mark.parametrize("whole", [True, False])
def test_a_pause_stops_and_a_resume_goes_on(
    database: Database,
    settings: Settings,
    gateway: Recording,
    clinic: Clinic,
    admin: FlaskClient,
    clock: Hands,
    whole: bool,
) -> None:
    form = {} if whole else {"clinic_id": str(clinic.id)}
    admin.post("/texts/pause", data=form)
    send_due(database, gateway, settings, clock)
    assert gateway.texts == []
    assert "Paused:" in admin.get("/texts").get_data(as_text=True)
    admin.post("/texts/resume", data=form)
    send_due(database, gateway, settings, clock)
    assert len(gateway.texts) == 2


def test_a_fault_of_ours_is_said_and_gone_on_from_by_hand_but_not_after_a_restore(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    with database.writing() as session:
        pause(session, ALL, CONFIGURATION, by="scheduler", now=clock(), code="20003")
    page = admin.get("/texts").get_data(as_text=True)
    assert "Twilio refuses all our texts" in page
    assert "run whatmatters doctor" in page
    admin.post("/texts/resume", data={"everything": "yes"})
    with database.writing() as session:
        assert open_pauses(session) == []
        pause(session, ALL, RESTORE, by="command line", now=clock())
    assert admin.post("/texts/resume", data={"everything": "yes"}).status_code == 409
    assert "restore-check" in admin.get("/texts").get_data(as_text=True)


def test_what_needs_a_person_is_said_until_somebody_has_seen_to_it(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    with database.writing() as session:
        given = {"organisation_code": clinic.organisation_code, "clinic_id": clinic.id}
        notify(session, NoticeKind.WRONG_NUMBER, "reply", now=clock(), **given)
        notice = session.exec(select(Notice)).one()
    assert "wrong number" in admin.get("/texts").get_data(as_text=True)
    assert admin.post(f"/texts/notices/{notice.id}/seen").status_code == 302
    assert "wrong number" not in admin.get("/texts").get_data(as_text=True)
    assert admin.post(f"/texts/notices/{notice.id}/seen").status_code == 404


def test_a_text_that_reached_nobody_is_listed_with_what_to_do(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    with database.writing() as session:
        visit = make_appointment(
            session, clinic, make_person(session, AISHA), starts_at=VISIT + timedelta(hours=2)
        )
        make_ask(session, visit, state="rejected", error_code="21614", finished_at=clock())
    page = admin.get("/texts").get_data(as_text=True)
    assert "The number takes no texts. Ask for another mobile." in page


def other_clinic(database: Database) -> tuple[Clinic, UUID]:
    with database.writing() as session:
        other = make_clinic(session, code="OTHER", organisation_code="XBM01")
        visit = make_appointment(session, other, make_person(session, AISHA), starts_at=VISIT)
        ask = make_ask(session, visit, state="ready")
        given = {"organisation_code": "XBM01", "clinic_id": other.id}
        notify(session, NoticeKind.WRONG_NUMBER, "other", now=VISIT, **given)
        return other, ask.id


def test_another_organisations_texts_do_not_exist_here(
    database: Database, clinic: Clinic, admin: FlaskClient
) -> None:
    other, ask = other_clinic(database)
    with database.reading() as session:
        notice = session.exec(select(Notice.id)).one()
    assert admin.get(f"/texts/{other.id}/{DAY}").status_code == 404
    assert admin.get(f"/texts/{other.id}/{DAY}/lines").status_code == 404
    assert admin.post(f"/texts/{other.id}/{DAY}/cancel/{ask}").status_code == 404
    assert admin.post(f"/texts/{clinic.id}/{DAY}/cancel/{ask}").status_code == 404
    assert admin.post("/texts/pause", data={"clinic_id": str(other.id)}).status_code == 404
    assert admin.post("/texts/pause", data={"clinic_id": "none"}).status_code == 404
    assert admin.post(f"/texts/notices/{notice}/seen").status_code == 404
    assert "wrong number" not in admin.get("/texts").get_data(as_text=True)
    assert admin.get(f"/texts/{clinic.id}/yesterday").status_code == 404


def test_an_administrator_sees_how_it_stands_and_no_name(
    database: Database, clinic: Clinic, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        member = make_staff(session, ADMINISTRATOR)
    browser = signed_in(member)
    page = browser.get("/texts").get_data(as_text=True)
    assert "Pause this clinic" in page
    assert SAM.last_name not in page
    assert browser.get(f"/texts/{clinic.id}/{DAY}").status_code == 403
