"""The pages of texts: what is shown agrees with what goes, whatever is odd, and is asked by set."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from time import perf_counter

import pytest
from cast import ADMINISTRATOR, AISHA, CLINIC_ADMIN, ELLA, JACK, SAM, TIANA, ZOE
from conftest import SignedIn
from factories import make_appointment, make_ask, make_clinic, make_person, make_staff
from flask.testing import FlaskClient
from invitations.conftest import VISIT, Hands, Recording
from invitations.test_board import DAY, admin, app, words_shown
from sqlalchemy import event
from sqlmodel import Session, select

from app.appointments.models import Appointment, AppointmentStatus
from app.audit.models import AuditEvent
from app.clinics.models import Clinic
from app.db import Database
from app.invitations.board import board, counts_by_day, went_wrong
from app.invitations.board_presenter import counted, summary
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation, Notice
from app.invitations.notices import NoticeKind, notify
from app.invitations.pauses import (
    ALL,
    BY_HAND,
    CONFIGURATION,
    RESTORE,
    TOO_MANY,
    of_organisation,
    open_pauses,
    pause,
)
from app.invitations.planning import plan_texts
from app.invitations.states import Kind, State
from app.people.models import YoungPerson
from app.settings import Settings

__all__ = ["admin", "app"]
FAST_SECONDS = 1.0


@pytest.fixture
def clinic(database: Database) -> Clinic:
    with database.writing() as session:
        return make_clinic(session, code="RIV-TUE")


def visit(session: Session, clinic: Clinic, person: YoungPerson, place: int = 0) -> Appointment:
    at = VISIT + timedelta(minutes=10 * place)
    return make_appointment(session, clinic, person, starts_at=at)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """Keep what the database is asked."""
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield asked
    event.remove(database.engine, "before_cursor_execute", note)


def test_two_who_share_their_own_phone_are_shown_as_they_are_then_addressed(
    database: Database,
    settings: Settings,
    gateway: Recording,
    clinic: Clinic,
    admin: FlaskClient,
    clock: Hands,
) -> None:
    # One number of ours: the second text of the phone has to say whom it is for.
    with database.writing() as session:
        for place, who in enumerate((ELLA, JACK, SAM)):
            visit(session, clinic, make_person(session, who, number_belongs_to="self"), place)
        plan_texts(session, now=clock())
    shown = words_shown(admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True))
    assert [words for words in shown if "with a text for" in words] != []
    many = settings.model_copy(update={"most_per_number_a_day": 9})
    send_due(database, gateway, many, clock)
    assert sorted(text.body for text in gateway.texts) == sorted(shown)
    gone = words_shown(admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True))
    assert set(shown) <= set(gone)


def test_a_reminder_that_will_come_is_shown_and_goes_in_these_words(
    database: Database,
    settings: Settings,
    gateway: Recording,
    clinic: Clinic,
    admin: FlaskClient,
    clock: Hands,
) -> None:
    with database.writing() as session:
        visit(session, clinic, make_person(session, SAM))
    send_due(database, gateway, settings, clock)
    page = admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True)
    assert "Monday 11 May, 4pm. Only if they have not answered by then." in page
    clock.move(days=3)
    send_due(database, gateway, settings, clock)
    assert sorted(text.body for text in gateway.texts) == sorted(words_shown(page))


def test_a_visit_called_off_is_shown_as_such_and_nothing_goes(
    database: Database, clinic: Clinic, admin: FlaskClient
) -> None:
    with database.writing() as session:
        visit(session, clinic, make_person(session, SAM)).status = AppointmentStatus.CANCELLED
    page = admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True)
    assert "Visit cancelled" in page
    assert "No text." in page


def test_one_whose_row_does_not_open_does_not_take_the_page_down(
    database: Database, clinic: Clinic, admin: FlaskClient
) -> None:
    with database.writing() as session:
        broken = make_person(session, SAM)
        broken.date_of_birth_sealed = broken.first_name_sealed = b"not to be opened by anybody"
        visit(session, clinic, broken)
        visit(session, clinic, make_person(session, AISHA), 1)
    page = admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True)
    assert "The details cannot be read" in page
    assert len(words_shown(page)) == 1
    assert admin.get("/texts").status_code == 200


def test_the_overview_counts_as_the_day_does_and_words_are_kept_only_of_what_went(
    database: Database, settings: Settings, clinic: Clinic, clock: Hands
) -> None:
    states = [State.ACCEPTED, State.DELIVERED, State.REJECTED, State.UNRESOLVED, State.EXPIRED]
    with database.writing() as session:
        person = make_person(session, SAM)
        for place, state in enumerate(states):
            ask = make_ask(session, visit(session, clinic, person, place), state=state)
            if state in (State.EXPIRED, State.ACCEPTED):
                ask.number_key = ask.number_sealed = ask.body_sealed = None
        visit(session, clinic, person, 9)
    with database.reading() as session:
        visits = board(session, settings, clinic, date.fromisoformat(DAY), now=clock())
        counts = counts_by_day(session, settings, [clinic], now=clock())
    here = counts[clinic.id][date.fromisoformat(DAY)]
    assert here.visits == 6
    assert here.texts == counted(text for visit in visits for text in visit.texts)
    assert summary(here.texts).startswith("2 gone (1 delivered), ")
    kept = {each.texts[0].state: bool(each.texts[0].words) for each in visits}
    assert kept[State.ACCEPTED] is kept[State.EXPIRED] is False
    assert kept[State.DELIVERED] is kept[State.REJECTED] is kept[None] is True


def test_what_was_tried_again_is_no_failure_any_more(
    database: Database, clinic: Clinic, clock: Hands
) -> None:
    with database.writing() as session:
        for place, cycles in enumerate((1, 2)):
            booked = visit(session, clinic, make_person(session, (SAM, AISHA)[place]), place)
            make_ask(session, booked, state="undelivered", finished_at=clock())
            if cycles > 1:
                make_ask(session, booked, state="ready", cycle=2)
    with database.reading() as session:
        assert len(went_wrong(session, [clinic], now=clock())) == 1


def test_names_of_other_organisations_are_never_said(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    with database.writing() as session:
        notify(
            session, NoticeKind.WRONG_NUMBER, "odd", now=clock(),
            young_person_id=make_person(session, TIANA).id,
        )  # fmt: skip
    page = admin.get("/texts").get_data(as_text=True)
    assert "wrong number" in page
    assert TIANA.first_name not in page


def test_a_clinic_they_are_not_named_for_is_not_theirs(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    with database.writing() as session:
        other = make_clinic(session, code="RIV-WED")
        ask = make_ask(session, visit(session, other, make_person(session, ZOE)), state="ready")
        given = {"organisation_code": other.organisation_code, "clinic_id": other.id}
        notify(session, NoticeKind.WRONG_NUMBER, "theirs", now=clock(), **given)
        notice = session.exec(select(Notice.id)).one()
    assert admin.get(f"/texts/{other.id}/{DAY}").status_code == 404
    assert admin.post(f"/texts/{other.id}/{DAY}/cancel/{ask.id}").status_code == 404
    assert admin.post("/texts/resume", data={"clinic_id": str(other.id)}).status_code == 404
    assert admin.post(f"/texts/notices/{notice}/seen").status_code == 404
    assert "RIV-WED" not in admin.get("/texts").get_data(as_text=True)
    # Nor is it counted on the first page.
    assert "What will go, what is held" in admin.get("/").get_data(as_text=True)


def test_an_administrator_reads_notices_without_names_and_pauses_by_name(
    database: Database, clinic: Clinic, signed_in: SignedIn, clock: Hands, admin: FlaskClient
) -> None:
    with database.writing() as session:
        sam = make_person(session, SAM)
        booked = visit(session, clinic, sam)
        make_ask(session, booked, state="rejected", error_code="21614", finished_at=clock())
        given = {"organisation_code": clinic.organisation_code, "clinic_id": clinic.id}
        notify(session, NoticeKind.FORGET, "hers", now=clock(), young_person_id=sam.id, **given)
        member = make_staff(session, ADMINISTRATOR)
    browser = signed_in(member)
    browser.post("/texts/pause")
    page = browser.get("/texts").get_data(as_text=True)
    assert "asked for their data to be deleted" in page
    assert ADMINISTRATOR.full_name in page
    assert "Seen to" not in page
    assert SAM.last_name not in page
    theirs = admin.get("/texts").get_data(as_text=True)
    assert SAM.last_name in theirs
    assert f"/texts/{clinic.id}/{DAY}" in theirs


def test_what_is_done_here_is_in_the_trail(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    with database.writing() as session:
        ask = make_ask(session, visit(session, clinic, make_person(session, SAM)), state="ready")
        given = {"organisation_code": clinic.organisation_code, "clinic_id": clinic.id}
        notify(session, NoticeKind.WRONG_NUMBER, "one", now=clock(), **given)
        notice = session.exec(select(Notice.id)).one()
    clinics = {"clinic_id": str(clinic.id), "back": f"/texts/{clinic.id}/{DAY}"}
    assert admin.post("/texts/pause", data=clinics).location == clinics["back"]
    assert admin.post("/texts/resume", data=clinics | {"back": "//evil"}).location == "/texts"
    admin.post(f"/texts/{clinic.id}/{DAY}/cancel/{ask.id}")
    admin.post(f"/texts/notices/{notice}/seen")
    with database.reading() as session:
        trail = session.exec(select(AuditEvent)).all()
    done = {each.action: each.by for each in trail if each.by.startswith("staff:")}
    wanted = {"sending_paused", "sending_resumed", "text_cancelled", "notice_seen"}
    assert wanted <= set(done)
    assert CLINIC_ADMIN.full_name not in str(done)


def test_nothing_is_gone_on_with_from_here_after_a_restore_nor_said_once_it_is_over(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    own = of_organisation(clinic.organisation_code)
    with database.writing() as session:
        pause(session, own, BY_HAND, by="command line", now=clock())
        pause(session, ALL, TOO_MANY, by="scheduler", now=clock(), until=clock())
    page = admin.get("/texts").get_data(as_text=True)
    assert "by <bdi>the command line</bdi>" in page
    assert "Twilio asked us to wait" not in page
    with database.writing() as session:
        pause(session, ALL, RESTORE, by="command line", now=clock())
        pause(session, ALL, CONFIGURATION, by="scheduler", now=clock())
    page = admin.get("/texts").get_data(as_text=True)
    assert page.count(">Go on<") == 1
    assert admin.post("/texts/resume").status_code == 302
    with database.reading() as session:
        assert {each.scope for each in open_pauses(session)} == {ALL}


def test_a_days_page_is_asked_by_set_and_quick(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    address, asked = f"/texts/{clinic.id}/{DAY}", []
    with database.writing() as session:
        person = make_person(session, SAM)
    for place in range(30):
        with database.writing() as session:
            visit(session, clinic, person, place)
            plan_texts(session, now=clock())
        if place in (1, 29):
            with statements(database) as seen:
                began = perf_counter()
                assert admin.get(address).status_code == 200
                assert admin.get("/texts").status_code == 200
                took = perf_counter() - began
            asked.append(len(seen))
    assert asked[0] == asked[1]
    assert took < 2 * FAST_SECONDS


def test_every_kind_has_a_name_and_a_strange_day_does_not_exist(
    database: Database, clinic: Clinic, admin: FlaskClient, clock: Hands
) -> None:
    with database.writing() as session:
        booked = visit(session, clinic, make_person(session, SAM))
        # Help is said to a reply, and stands on no board of visits.
        kinds = [kind for kind in Kind if kind is not Kind.HELP]
        for kind in kinds:
            make_ask(session, booked, kind=kind.value, state="delivered")
        assert len(session.exec(select(Invitation)).all()) == len(kinds)
    page = admin.get(f"/texts/{clinic.id}/{DAY}").get_data(as_text=True)
    assert all(name in page for name in ("Ask", "Reminder", "After the visit"))
    for day in ("9999-12-31", "0001-01-01", "2026-13-01", "tomorrow"):
        assert admin.get(f"/texts/{clinic.id}/{day}").status_code == 404
