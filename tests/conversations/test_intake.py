"""Replies taken in: kept before they are understood, obeyed, and never under a wrong name."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cast import AISHA, ELLA, JACK, NOW, SAM
from conversations.conftest import Asked, TextIn
from conversations.staffed import reach
from factories import make_person
from sqlalchemy import update
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.conversations import understanding
from app.conversations.cards import Card, cards
from app.conversations.intake import A_WEBHOOK_LIVES, understand_waiting
from app.conversations.models import Reading, Reply
from app.conversations.queries import (
    numbers_with_unplaced,
    readings_of,
    replies_of,
)
from app.conversations.unread import unread
from app.db import Database, vault_of
from app.invitations.models import OptOut

STRANGER = "+447700900777"


def to_read(session: Session, organisation: str = SAM.organisation_code) -> list[Card]:
    """Return the replies that wait for the staff of an organisation, as they are shown."""
    mine = reach(session, organisation)
    return cards(session, mine, unread(session, mine).ids, now=NOW)


def priorities(database: Database, visit: UUID) -> list[str]:
    with database.reading() as session:
        found = readings_of(session, [visit])
        return found[visit].priorities if visit in found else []


def opted_out(database: Database) -> int:
    with database.reading() as session:
        return len(session.exec(select(OptOut).where(col(OptOut.ended_at).is_(None))).all())


def test_several_texts_become_one_answer_and_every_reading_is_kept(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    for body in ("hi", "sleep", "and school", "thanks x"):
        text_in(body)
    assert priorities(database, visit) == ["sleep", "school"]
    with database.reading() as session:
        assert len(replies_of(session, [visit])[visit]) == 4
        assert len(session.exec(select(Reading)).all()) == 4


def test_stop_is_obeyed_confirmed_once_and_start_takes_it_back(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "no more texts from us" in text_in("Stop.").text
    # The number, and the young person whatever their number.
    assert opted_out(database) == 2
    assert "<Message>" not in text_in("stop").text
    assert opted_out(database) == 2
    assert "back on" in text_in("START").text
    assert opted_out(database) == 0


def test_stop_from_a_number_nobody_knows_is_obeyed(database: Database, text_in: TextIn) -> None:
    assert "no more texts" in text_in("STOP", STRANGER).text
    assert opted_out(database) == 1


def test_what_the_provider_has_answered_itself_is_obeyed_in_silence(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    answer = text_in("stop please now", OptOutType="STOP")
    assert "<Message>" not in answer.text
    assert opted_out(database) == 2


def test_brother_and_sister_on_one_phone_are_asked_about_and_placed_with_nobody(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked(ELLA)
    asked(JACK)
    answer = text_in("asthma and school", ELLA.mobile or "")
    assert "Is this about Ella or Jack? Reply E or J." in answer.text
    with database.reading() as session:
        reply = session.exec(select(Reply)).one()
        assert (reply.matched, reply.appointment_id) == ("several", None)
        key = vault_of(session).lookup("mobile", ELLA.mobile or "")
        since = reply.received_at - timedelta(days=1)
        assert numbers_with_unplaced(session, [key], since=since) == {key}


def test_a_reply_after_the_visit_was_cancelled_is_not_lost(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    with database.writing() as session:
        session.connection().execute(update(Appointment).values(status="cancelled"))
    text_in("sleep")
    assert priorities(database, visit) == ["sleep"]


def test_a_number_that_changed_hands_answers_for_whom_it_was_asked(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    with database.writing() as session:
        make_person(session, AISHA, mobile=SAM.mobile)
    text_in("sleep")
    assert priorities(database, visit) == ["sleep"]


def test_words_are_kept_when_understanding_breaks_and_are_taken_up_again(
    database: Database,
    asked: Asked,
    text_in: TextIn,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    visit = asked()

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(understanding, "read", broken)
    answer = text_in("sleep")
    assert (answer.status_code, "<Message>" in answer.text) == (200, False)
    with database.reading() as session:
        (waiting,) = to_read(session)
        assert (waiting.text, waiting.reply.matched) == ("sleep", "waiting")
    monkeypatch.undo()
    # At first it may still be in the hands of its webhook.
    assert understand_waiting(database, now=now) == 0
    later = now + A_WEBHOOK_LIVES
    assert understand_waiting(database, now=later) == 1
    assert priorities(database, visit) == ["sleep"]
    with database.reading() as session:
        # The webhook that could have carried an answer is over: none is said to have been given.
        assert session.exec(select(Reply)).one().answer_kind is None
    assert understand_waiting(database, now=later) == 0


def test_the_same_kind_of_answer_is_given_once_a_day(asked: Asked, text_in: TextIn) -> None:
    asked()
    answers = [text_in(f"anxiety thing {place}").text for place in range(10)]
    assert ["<Message>" in answer for answer in answers] == [True] + [False] * 9
    assert "999" in text_in("who is this").text


THINGS = (
    "sleep", "school", "my knee", "weight", "prom", "driving", "exams", "needles", "football",
    "my inhaler",
)  # fmt: skip


def test_what_was_noted_is_said_back_each_time_but_three_times_a_day(
    asked: Asked, text_in: TextIn
) -> None:
    asked()
    answers = [text_in(thing).text for thing in THINGS]
    assert ["We've noted" in answer for answer in answers] == [True] * 3 + [False] * 7
    assert "<Message>" not in text_in("who is this").text


def test_what_only_says_the_same_again_is_kept_and_adds_nothing(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    for body in ("sleep", "sleep", "Sleep!", "school"):
        text_in(body)
    assert priorities(database, visit) == ["sleep", "school"]
    with database.reading() as session:
        assert len(replies_of(session, [visit])[visit]) == 4
        assert len(session.exec(select(Reading)).all()) == 2


def test_who_cannot_come_is_given_the_number_of_the_desk(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    assert "020 7946 0011" in text_in("cant make it, also my knee hurts").text
    assert priorities(database, visit) == ["my knee hurts"]


def test_a_reply_that_matches_nobody_is_kept_and_shown(database: Database, text_in: TextIn) -> None:
    text_in("its ella new phone. pain", STRANGER)
    with database.reading() as session:
        (waiting,) = to_read(session)
    assert (waiting.text, waiting.number) == ("its ella new phone. pain", STRANGER)


def test_a_number_one_organisation_knows_is_shown_to_no_other(
    database: Database, text_in: TextIn
) -> None:
    with database.writing() as session:
        make_person(session, SAM)
    text_in("hello?", SAM.mobile or "")
    with database.writing() as session:
        (waiting,) = to_read(session)
        assert waiting.text == "hello?"
        assert to_read(session, "XBM01") == []
