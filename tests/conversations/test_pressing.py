"""What must not wait is noticed as it comes, whoever it is from, and answered at once."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from cast import ELLA, JACK, NOW, ZOE
from conversations.conftest import Asked, TextIn
from sqlmodel import col, select

from app.clinics.models import Clinic
from app.conversations import intake, noticing
from app.conversations.by_hand import detach, place
from app.conversations.intake import understand_waiting
from app.conversations.models import Reply
from app.conversations.noticing import look_at_unchecked
from app.conversations.reach import Reach
from app.db import Database
from app.invitations.models import OptOut
from app.safeguarding import look
from app.safeguarding.look import Look
from app.safeguarding.models import Concern, ConcernEvent
from app.safeguarding.switching import off_since, switch_off, switch_on

LATER = NOW + timedelta(minutes=5)
R1, R2, MEDICAL = (
    "i wanna kill myself",
    "my mums boyfriend hits me",
    "cant breathe inhaler not working",
)
STRANGER = "+447700900990"
HELP = "Thank you for telling us"


def concerns(database: Database) -> list[Concern]:
    with database.reading() as session:
        return list(session.exec(select(Concern).order_by(col(Concern.opened_at), col(Concern.id))))


def test_a_reply_that_must_not_wait_is_a_concern_and_told_where_help_is(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    answer = text_in(f"1 hair 2 hba1c 3 {R1}").text
    (concern,) = concerns(database)
    assert (concern.tier, concern.appointment_id, concern.due_at) == (1, visit, NOW)
    assert HELP in answer
    assert "option 2" in answer
    assert "0800 1111" in answer
    assert "kill" not in answer
    assert "hba1c" not in answer


def test_what_endangers_the_body_names_999_first(asked: Asked, text_in: TextIn) -> None:
    asked()
    assert "<Message>Please call 999 now" in text_in(MEDICAL).text


def test_an_adult_is_not_sent_to_childline(asked: Asked, text_in: TextIn) -> None:
    asked(ZOE)
    answer = text_in(R1, ZOE.mobile or "").text
    assert HELP in answer
    assert "0800 1111" not in answer


def test_it_is_said_once_a_day_and_again_when_it_is_graver(asked: Asked, text_in: TextIn) -> None:
    asked()
    assert HELP in text_in(R2).text
    assert "<Message>" not in text_in("he hits me all the time my mums boyfriend").text
    assert HELP in text_in(R1).text
    assert "<Message>" not in text_in("i want to kill myself tonight").text
    assert "999 now" in text_in(MEDICAL).text


def test_stop_in_the_same_text_is_obeyed_and_the_help_still_comes(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    answer = text_in(f"stop texting me. {R1}").text
    assert HELP in answer
    with database.reading() as session:
        stopped = session.exec(select(OptOut)).first() is not None
    assert stopped == ("no more texts" in answer)
    assert len(concerns(database)) == 1


def test_three_answers_a_day_do_not_keep_the_help_away(asked: Asked, text_in: TextIn) -> None:
    asked()
    for body in ("sleep", "who is this", "who sees this", "knee", "school"):
        text_in(body)
    assert HELP in text_in(R1).text


def test_an_unknown_number_is_a_concern_too(database: Database, text_in: TextIn) -> None:
    assert HELP in text_in(R1, STRANGER).text
    (concern,) = concerns(database)
    assert (concern.tier, concern.clinic_id, concern.organisation_code) == (1, None, None)


def test_one_of_several_on_a_phone_is_a_concern_of_their_clinic(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked(ELLA)
    asked(JACK)
    assert HELP in text_in(R1, ELLA.mobile or "").text
    (concern,) = concerns(database)
    assert concern.appointment_id is None
    assert concern.clinic_id is not None


def test_what_is_texted_in_pieces_is_looked_at_together(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    for body in ("sleep", "i wanna", "kill myself"):
        text_in(body)
    assert [each.tier for each in concerns(database)] == [1]


def test_what_is_said_over_and_over_is_looked_at_once_and_hides_nothing(
    database: Database, asked: Asked, text_in: TextIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked()
    looked_at: list[tuple[str, ...]] = []

    def look_at(before: Sequence[str], text: str) -> Look:
        looked_at.append((*before, text))
        return look.look_at(before, text)

    monkeypatch.setattr(noticing, "look_at", look_at)
    for body in (*["i wanna"] * 6, "kill myself"):
        text_in(body)
    assert [each.tier for each in concerns(database)] == [1]
    assert set(looked_at) == {("i wanna",), ("kill myself",), ("i wanna", "kill myself")}


def test_a_pregnancy_alarms_nobody_from_sixteen_on(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked(ELLA)
    asked(ZOE)
    text_in("i think im pregnant", ELLA.mobile or "")
    text_in("i think im pregnant", ZOE.mobile or "")
    assert [(each.tier, each.due_at is None) for each in concerns(database)] == [
        (2, False),
        (3, True),
    ]


@pytest.mark.parametrize("body", [R1, R2])
def test_a_reader_that_fails_makes_a_concern_that_nobody_could_check(
    database: Database,
    asked: Asked,
    text_in: TextIn,
    monkeypatch: pytest.MonkeyPatch,
    body: str,
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    asked()
    monkeypatch.setattr(noticing, "look_at", broken)
    assert text_in(body).status_code == 200
    (concern,) = concerns(database)
    assert (concern.tier, concern.found_by) == (2, "reader_failed")


def test_a_concern_that_cannot_be_opened_loses_no_reply_and_is_made_up_for(
    database: Database, asked: Asked, text_in: TextIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    asked()
    with monkeypatch.context() as patched:
        patched.setattr(noticing, "open_concern", broken)
        assert text_in(R1).status_code == 200
    assert concerns(database) == []
    assert look_at_unchecked(database, now=LATER) == 1
    assert [each.tier for each in concerns(database)] == [1]
    assert look_at_unchecked(database, now=LATER) == 0


def test_where_help_is_goes_out_even_if_the_reply_cannot_be_understood(
    database: Database, asked: Asked, text_in: TextIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    visit = asked()
    with monkeypatch.context() as patched:
        patched.setattr(intake, "understand", broken)
        assert HELP in text_in(R1).text
    (concern,) = concerns(database)
    assert (concern.tier, concern.appointment_id) == (1, None)
    assert understand_waiting(database, now=LATER) == 1
    (concern,) = concerns(database)
    assert concern.appointment_id == visit


def test_an_organisation_that_has_switched_it_off_gets_no_concern_and_keeps_why(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    with database.writing() as session:
        assert switch_off(session, "XLD01", "until our board has agreed", by="tests", now=NOW)
        assert not switch_off(session, "XLD01", "again", by="tests", now=NOW)
        off = off_since(session, "XLD01")
        assert off is not None
        assert off.reason == "until our board has agreed"
    text_in(R1)
    assert concerns(database) == []
    with database.writing() as session:
        assert session.exec(select(Reply.read_at)).one() is None
        switch_on(session, "XLD01", by="tests", now=LATER)
    text_in(R2)
    assert [each.tier for each in concerns(database)] == [2]


def test_the_history_of_a_concern_can_only_be_added_to(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    text_in(R1)
    for spoil in ("UPDATE concern_event SET by = 'nobody'", "DELETE FROM concern_event"):
        with (
            pytest.raises(Exception, match="only added to"),
            database.connected() as connection,
            database.writing_rows(connection),
        ):
            connection.exec_driver_sql(spoil)
    with database.reading() as session:
        assert next(each.what for each in session.exec(select(ConcernEvent))) == "opened"


def test_nothing_worrying_is_no_concern(database: Database, asked: Asked, text_in: TextIn) -> None:
    asked()
    assert "noted" in text_in("1 sleep 2 school").text
    assert concerns(database) == []


def test_after_any_concern_their_words_are_not_said_back(asked: Asked, text_in: TextIn) -> None:
    asked()
    text_in(R2)
    assert "noted" not in text_in("sleep").text


def test_where_a_person_puts_a_reply_its_concern_stands_too(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked(ELLA)
    text_in(R1, STRANGER)
    with database.writing() as session:
        reach = Reach("XLD01", tuple(session.exec(select(Clinic))))
        reply = session.exec(select(Reply)).one()
        place(session, reach, reply.id, visit, was=None, reason="rang", by="staff:1", now=LATER)
    (concern,) = concerns(database)
    assert (concern.appointment_id, concern.organisation_code) == (visit, "XLD01")
    with database.writing() as session:
        detach(session, reach, reply.id, was=visit, reason="not_sure", by="staff:1", now=LATER)
    (concern,) = concerns(database)
    assert (concern.appointment_id, concern.organisation_code) == (None, "XLD01")
