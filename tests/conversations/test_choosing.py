"""Brother and sister on one phone: asked once by first name, placed as they say, or by a person."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from cast import ELLA, JACK, NOW
from conversations.conftest import Asked
from conversations.opted import stopped
from conversations.test_heard import heard
from conversations.test_understood_once import both
from factories import make_appointment, make_ask
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations.intake import Inbound, take_in, understand_waiting
from app.conversations.models import Reply
from app.conversations.queries import readings_of
from app.db import Database, unseal
from app.people.models import YoungPerson

MUM = ELLA.mobile or ""
QUESTION = "Is this about Ella or Jack? Reply E or J."
TWIN = replace(JACK, first_name="Eli")
NAMESAKE = replace(JACK, first_name="Ella")

_sids = itertools.count(1)
Say = Callable[..., str]


@pytest.fixture
def say(database: Database) -> Say:
    """Text from their mother's phone, so many minutes after now; returns the answer or ''."""

    def text(body: str, minutes: float = 0, *, answers: bool = True) -> str:
        sid = f"SM{next(_sids):030x}aa"
        inbound = Inbound(sid, MUM, body, 0, [("Body", body)])
        moment = NOW + timedelta(minutes=minutes)
        return take_in(database, inbound, now=moment, answers=answers) or ""

    return text


def placed(database: Database) -> list[tuple[str, str, UUID | None]]:
    with database.reading() as session:
        rows = session.exec(select(Reply).order_by(col(Reply.received_at), col(Reply.id)))
        return [(unseal(session, row, "body"), row.matched, row.appointment_id) for row in rows]


def read_of(database: Database, visit: UUID) -> list[str]:
    with database.reading() as session:
        found = readings_of(session, [visit])
    return found[visit].priorities if visit in found else []


@pytest.mark.parametrize("choice", ["J", "j.", "jack", "its jack", "for jack pls"])
def test_the_answer_places_what_was_asked_about(
    database: Database, asked: Asked, say: Say, choice: str
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    assert QUESTION in say("asthma and school")
    assert "sleep" not in say("oh and sleep", 1)
    assert "Thanks, got it." in say(choice, 2)
    assert placed(database) == [
        ("asthma and school", "chosen", jack),
        ("oh and sleep", "chosen", jack),
        (choice, "chosen", jack),
    ]
    assert read_of(database, jack) == ["asthma", "school", "sleep"]
    assert read_of(database, ella) == []
    # The other has not answered, and may be reminded.
    assert heard(database) == {ella: False, jack: True}


def test_what_follows_a_choice_within_half_an_hour_goes_with_it_and_no_more(
    database: Database, asked: Asked, say: Say
) -> None:
    asked(ELLA)
    jack = asked(JACK)
    say("asthma")
    say("J", 1)
    say("and football", 20)
    say("ella cant come to his one", 25)
    say("and one more thing, exams", 60)
    assert read_of(database, jack) == ["asthma", "football"]
    assert [how for _, how, _ in placed(database)] == ["chosen"] * 3 + ["several"] * 2


def test_a_new_text_from_us_ends_what_follows_a_choice_and_the_question(
    database: Database, asked: Asked, say: Say
) -> None:
    asked(ELLA)
    jack = asked(JACK)
    say("asthma")
    with database.writing() as session:
        visit = session.get_one(Appointment, jack)
        person = session.get_one(YoungPerson, visit.young_person_id)
        clinic = session.get_one(Clinic, visit.clinic_id)
        starts_at = visit.starts_at + timedelta(days=7)
        another = make_appointment(session, clinic, person, starts_at=starts_at)
        make_ask(session, another, sent_at=NOW + timedelta(minutes=5))
    say("J", 6)
    assert {how for _, how, _ in placed(database)} == {"several"}


def test_it_is_asked_once_a_day(asked: Asked, say: Say) -> None:
    asked(ELLA)
    asked(JACK)
    assert QUESTION in say("asthma")
    assert say("both", 5) == ""
    assert say("the first one", 6) == ""
    assert say("school", 300) == ""
    assert QUESTION in say("football", 60 * 24 + 301)


def test_both_and_unclear_answers_stay_for_a_person(
    database: Database, asked: Asked, say: Say
) -> None:
    asked(ELLA)
    asked(JACK)
    for place, text in enumerate(("asthma", "both", "ella and jack", "no", "the little one")):
        say(text, place)
    assert {how for _, how, _ in placed(database)} == {"several"}


def test_after_a_day_the_question_is_no_longer_answered(
    database: Database, asked: Asked, say: Say
) -> None:
    asked(ELLA)
    asked(JACK)
    say("asthma")
    say("J", 60 * 24 + 1)
    assert {how for _, how, _ in placed(database)} == {"several"}


def test_stop_is_stop_also_as_an_answer(database: Database, asked: Asked, say: Say) -> None:
    asked(ELLA)
    asked(JACK)
    say("asthma")
    assert "no more texts" in say("STOP", 1)
    assert stopped(database, MUM) == (True, 0)
    assert {how for _, how, _ in placed(database)} == {"several"}


def test_twins_are_told_apart_by_more_letters(database: Database, asked: Asked, say: Say) -> None:
    ella, eli = asked(ELLA), asked(TWIN)
    assert "Is this about Ella or Eli? Reply ELL or ELI." in say("asthma")
    say("E", 1)
    assert {how for _, how, _ in placed(database)} == {"several"}
    say("eli", 2)
    assert read_of(database, eli) == ["asthma"]
    assert read_of(database, ella) == []


def test_two_of_one_name_are_a_persons_to_place(asked: Asked, say: Say) -> None:
    asked(ELLA)
    asked(NAMESAKE)
    assert say("asthma") == ""


@pytest.mark.parametrize("text", ["thanks", "ok", "lol", "idk", "\U0001f44d"])
def test_nobody_is_asked_about_a_text_that_says_nothing_of_a_visit(
    asked: Asked, say: Say, text: str
) -> None:
    asked(ELLA)
    asked(JACK)
    assert say(text) == ""


def test_a_text_that_names_one_clearly_is_theirs_and_nobody_is_asked(
    database: Database, asked: Asked, say: Say
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    assert "Thanks, got it." in say("its mum, for jack: his inhaler and football")
    say("for ella - maths exam", 1)
    assert read_of(database, jack) == ["his inhaler", "football"]
    assert read_of(database, ella) == ["maths exam"]


def test_who_is_only_mentioned_gets_nothing_on_their_sheet(
    database: Database, asked: Asked, say: Say
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    assert QUESTION in say("jack keeps stealing my inhaler")
    say("E", 1)
    assert read_of(database, ella) == ["jack keeps stealing my inhaler"]
    assert read_of(database, jack) == []


def test_a_choice_may_say_more_and_cannot_come_is_answered_with_the_desk(
    database: Database, asked: Asked, say: Say
) -> None:
    ella = asked(ELLA)
    asked(JACK)
    assert QUESTION in say("cant make it")
    assert "020 7946 0011" in say("ella. also ask about her knee", 1)
    assert read_of(database, ella) == ["her knee"]


def test_what_a_person_has_seen_to_is_left_to_them(
    database: Database, asked: Asked, say: Say
) -> None:
    asked(ELLA)
    jack = asked(JACK)
    say("asthma")
    with database.writing() as session:
        reply = session.exec(select(Reply)).one()
        reply.read_at, reply.read_by = NOW, "tests"
        session.add(reply)
    say("J", 1)
    assert [how for _, how, _ in placed(database)] == ["several", "chosen"]
    assert read_of(database, jack) == []


def test_the_answer_is_understood_also_when_its_webhook_broke_off(
    database: Database, asked: Asked, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(ELLA)
    jack = asked(JACK)
    say("asthma")

    def cut_off(*_: object, **__: object) -> None:
        raise ConnectionError

    monkeypatch.setattr("app.conversations.intake.understand", cut_off)
    say("J", 1)
    monkeypatch.undo()
    understand_waiting(database, now=NOW + timedelta(minutes=5))
    assert read_of(database, jack) == ["asthma"]


def test_two_answers_at_the_same_moment_place_each_text_once(
    database: Database, asked: Asked, say: Say
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    say("asthma")
    both(partial(say, "J", 1), partial(say, "E", 1))
    held = [visit for body, _, visit in placed(database) if body == "asthma"]
    assert len(held) == 1
    assert held[0] in (ella, jack)
    assert sorted([*read_of(database, ella), *read_of(database, jack)]) == ["asthma"]


def test_another_letter_after_the_choice_is_for_a_person(
    database: Database, asked: Asked, say: Say
) -> None:
    asked(ELLA)
    jack = asked(JACK)
    for minutes, text in enumerate(("asthma", "J", "E", "j")):
        say(text, minutes)
    assert [visit for _, _, visit in placed(database)] == [jack, jack, None, None]
    assert read_of(database, jack) == ["asthma"]


def test_on_a_shared_phone_their_words_are_never_said_back(
    asked: Asked, say: Say, now: datetime
) -> None:
    asked(ELLA)
    asked(JACK)
    for minutes, text in enumerate(("football", "J", "and swimming", "for ella: maths")):
        answer = say(text, minutes)
        assert not any(word in answer for word in ("football", "swimming", "maths"))
