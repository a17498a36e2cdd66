"""What goes back to a phone: their own words where only they read them, a pause, ideas."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cast import AISHA, SAM
from conversations.conftest import Asked, TextIn
from conversations.opted import key_of, person_asked, reasons, stopped
from conversations.test_rows_answers import read_of
from factories import make_appointment, make_ask, make_person
from sqlmodel import select

from app.clinics.models import Clinic
from app.conversations.models import Reply
from app.db import Database
from app.invitations.planning import plan_texts
from app.people.models import YoungPerson

NOTED = "We've noted"
NEW_NUMBER = "+447700900555"


def test_what_was_noted_is_said_back_and_can_be_changed(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    answer = text_in("sleep, football, my knee").text
    assert "Thanks Sam. We've noted: 1 sleep, 2 football, 3 my knee." in answer
    assert "CHANGE 2 TO" in answer
    assert "1 sleep, 2 swimming, 3 my knee." in text_in("CHANGE 2 TO swimming").text
    assert "1 sleep, 2 swimming." in text_in("remove 3").text
    assert read_of(database, visit) == ["sleep", "swimming"]


def test_what_changes_nothing_is_not_said_back_again(asked: Asked, text_in: TextIn) -> None:
    asked()
    text_in("sleep, football")
    assert NOTED not in text_in("football, sleep").text


@pytest.mark.parametrize("owner", ["parent", "shared", "unknown"])
def test_on_a_phone_that_is_not_their_own_nothing_is_said_back(
    asked: Asked, text_in: TextIn, owner: str
) -> None:
    asked(replace(SAM, number_belongs_to=owner))
    answer = text_in("football").text
    assert "Thanks, got it." in answer
    assert "football" not in answer


def test_on_a_number_that_they_have_no_more_nothing_is_said_back(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    with database.writing() as session:
        person = session.get_one(YoungPerson, person_asked(session, visit))
        person.mobile_key = key_of(session, NEW_NUMBER)
        session.add(person)
    assert "football" not in text_in("football").text


def test_on_a_number_that_another_was_asked_on_once_nothing_is_said_back(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked()
    with database.writing() as session:
        clinic = session.exec(select(Clinic)).one()
        aisha = make_person(session, replace(AISHA, mobile=SAM.mobile))
        long_ago = now - timedelta(days=60)
        visit = make_appointment(session, clinic, aisha, starts_at=long_ago, status="fulfilled")
        make_ask(session, visit, sent_at=long_ago - timedelta(days=4))
    answer = text_in("football").text
    assert "Thanks, got it." in answer
    assert "football" not in answer


@pytest.mark.parametrize(
    "before",
    ["who sees this does my mum see it", "he reads my phone", "its mum", "i keep cutting", "sex"],
)
def test_after_what_asks_for_discretion_nothing_is_said_back(
    asked: Asked, text_in: TextIn, before: str
) -> None:
    asked()
    text_in(before)
    for text in ("football", "and swimming"):
        answer = text_in(text).text
        assert NOTED not in answer
        assert text not in answer


@pytest.mark.parametrize(
    "text",
    [
        "see football.co.uk for my team",
        "football {{ 7 * 7 }}",
        "football on 07700 900123",
        "basically my inhaler doesnt work n im always tired n i dont wanna come off it",
        "dolor de cabeza, escuela, dormir",
        f"my knee {'still ' * 20}hurts",
    ],
)
def test_what_is_odd_unsure_or_not_english_is_thanked_for_only(
    asked: Asked, text_in: TextIn, text: str
) -> None:
    asked()
    answer = text_in(text).text
    assert "Thanks, got it." in answer
    assert NOTED not in answer


def test_a_pause_stops_texts_until_start(database: Database, asked: Asked, text_in: TextIn) -> None:
    asked()
    assert "no texts from us for 4 weeks" in text_in("ask me again after my exams").text
    assert stopped(database) == (True, 1)
    assert reasons(database) == {"paused"}
    assert "back on" in text_in("START").text
    assert stopped(database) == (False, 0)


def test_a_pause_ends_by_itself_after_four_weeks_and_a_stop_does_not(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked()
    text_in("not now")
    for weeks, stands in ((3.9, True), (4.1, False)):
        with database.writing() as session:
            plan_texts(session, now=now + timedelta(weeks=weeks))
        assert stopped(database)[0] is stands
    text_in("STOP")
    with database.writing() as session:
        plan_texts(session, now=now + timedelta(weeks=9))
    assert stopped(database) == (True, 1)


def test_a_stop_after_a_pause_is_kept_as_a_stop(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    text_in("not now")
    text_in("STOP")
    assert reasons(database) == {"texted"}


def test_ideas_are_given_and_stand_on_no_sheet(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    assert "Some things others ask about" in text_in("IDEAS").text
    assert "1 sleep, 2 school." in text_in("sleep, school").text
    assert read_of(database, visit) == ["sleep", "school"]


def test_of_the_questions_what_was_meant_a_conversation_gets_one(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit: UUID = asked()
    assert "<Message>" in text_in("idk").text
    assert "<Message>" not in text_in("dunno").text
    assert read_of(database, visit) == []
    with database.reading() as session:
        given = session.exec(select(Reply.answer_kind)).all()
    assert [kind for kind in given if kind] == ["clarify"]
