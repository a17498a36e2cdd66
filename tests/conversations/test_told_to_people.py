"""A wrong number, a death, a wish to be forgotten, a call for help: obeyed, and told to people."""

from datetime import datetime, timedelta

import pytest
from cast import LONDON
from conversations.conftest import Asked, TextIn
from conversations.opted import kinds, notices, person_asked, reasons, stopped
from sqlmodel import select

from app.clinics.models import Clinic
from app.conversations.models import Reply
from app.db import Database
from app.invitations.notices import NoticeKind
from app.people.models import YoungPerson

SHORTEST_MONTH = timedelta(days=28)


def test_a_wrong_number_stops_the_number_alone_and_goes_to_people(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    assert "won't text this number again" in text_in("wrong number mate").text
    assert stopped(database) == (True, 0)
    (notice,) = notices(database)
    with database.reading() as session:
        clinic = session.exec(select(Clinic)).one()
        reply = session.exec(select(Reply)).one()
        assert (notice.kind, notice.clinic_id) == (NoticeKind.WRONG_NUMBER, clinic.id)
        assert (notice.organisation_code, notice.reply_id) == (LONDON, reply.id)
        assert notice.young_person_id == person_asked(session, visit)
    # Whoever has the number cannot ask for somebody else's texts: people decide.
    assert "<Message>" not in text_in("START").text
    assert stopped(database) == (True, 0)


@pytest.mark.parametrize(
    "words",
    ["she died last week", "Sam is no longer with us", "my son is dead", "STOP. He passed away."],
)
def test_a_death_stops_everything_in_silence_and_goes_to_people(
    database: Database, asked: Asked, text_in: TextIn, words: str
) -> None:
    asked()
    assert "<Message>" not in text_in(words).text
    assert stopped(database) == (True, 1)
    assert reasons(database) == {"bereavement"}
    assert kinds(database) == [NoticeKind.BEREAVEMENT]
    # Nor does a machine answer what they write afterwards.
    for more in ("cancel the appointment", "please stop", "START", "thank you", "HELP"):
        assert "<Message>" not in text_in(more).text
    assert stopped(database) == (True, 1)
    assert reasons(database) == {"bereavement"}


def test_a_death_in_the_family_is_a_thing_that_matters(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "Thanks, got it" in text_in("my nan died").text
    assert stopped(database) == (False, 0)
    assert kinds(database) == []


def test_who_wants_to_be_forgotten_is_stopped_and_dealt_with_in_time(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked()
    answer = text_in("delete everything u have on me").text
    assert "A person will deal with" in answer
    assert stopped(database) == (True, 1)
    (notice,) = notices(database)
    assert notice.kind == NoticeKind.FORGET
    assert notice.due_at == now + SHORTEST_MONTH
    with database.reading() as session:
        # Nothing is deleted by itself.
        assert session.exec(select(Reply)).one()
        assert session.exec(select(YoungPerson)).one()


@pytest.mark.parametrize("words", ["HELP", "info", "Help!", "help me pls"])
def test_a_call_for_help_is_answered_and_told_to_people(
    database: Database, asked: Asked, text_in: TextIn, words: str
) -> None:
    asked()
    answer = text_in(words).text
    assert "999" in answer
    assert "85258" in answer
    assert kinds(database) == [NoticeKind.ASKED_FOR_HELP]


def test_a_call_for_help_that_the_provider_answered_is_told_to_people_too(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "<Message>" not in text_in("HELP", OptOutType="HELP").text
    assert kinds(database) == [NoticeKind.ASKED_FOR_HELP]


def test_asking_what_this_is_troubles_nobody(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    text_in("what is this")
    assert kinds(database) == []


def test_a_wish_in_passing_is_obeyed_and_the_rest_is_read(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "no more texts" in text_in("my knee is worse. stop texting me").text
    assert stopped(database) == (True, 1)
