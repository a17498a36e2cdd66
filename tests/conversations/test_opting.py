"""What is said about the texts is done at once: for the number, and for whom it certainly is."""

from datetime import datetime, timedelta

import pytest
from cast import ELLA, JACK, SAM
from conversations.conftest import Asked, TextIn
from conversations.opted import key_of, kinds, notices, person_asked, reasons, stopped
from sqlmodel import col, select

from app.audit.models import AuditEvent
from app.audit.trail import faults_in
from app.conversations.intake import Inbound, take_in
from app.conversations.models import Reply
from app.db import Database
from app.invitations.models import OptOut
from app.invitations.notices import NoticeKind
from app.invitations.opt_out import people_opted_out_among, record_opt_out, record_person_opt_out
from app.people.models import YoungPerson

NEW_NUMBER, STRANGER = "+447700900555", "+447700900777"
MUM = ELLA.mobile or ""


def test_stop_stops_the_number_and_the_young_person_it_came_from(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    assert "no more texts from us" in text_in("Stop pls").text
    assert stopped(database) == (True, 1)
    with database.writing() as session:
        person = session.get_one(YoungPerson, person_asked(session, visit))
        person.mobile_key = key_of(session, NEW_NUMBER)
        session.add(person)
    with database.reading() as session:
        # A new number does not undo it.
        assert people_opted_out_among(session, [person_asked(session, visit)])
    assert kinds(database) == []


def test_stop_on_a_phone_of_two_stops_the_phone_and_neither_of_them_elsewhere(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked(ELLA)
    asked(JACK)
    text_in("STOP", MUM)
    assert stopped(database, MUM) == (True, 0)


def test_start_undoes_what_stop_did(database: Database, asked: Asked, text_in: TextIn) -> None:
    asked()
    text_in("stop")
    assert "back on" in text_in("START").text
    assert stopped(database) == (False, 0)


def test_start_long_after_the_visit_undoes_it_for_the_person_too(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked()
    text_in("stop")
    late = now + timedelta(days=60)
    said = take_in(database, inbound("START"), now=late)
    assert said is not None
    assert stopped(database) == (False, 0)


def test_start_from_a_shared_phone_leaves_what_one_said_on_another(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    visit = asked(ELLA)
    asked(JACK)
    with database.writing() as session:
        ella, before = person_asked(session, visit), now - timedelta(days=3)
        record_person_opt_out(session, ella, "texted", by="webhook", now=before)
    text_in("stop", MUM)
    text_in("start", MUM)
    assert stopped(database, MUM) == (False, 1)


@pytest.mark.parametrize("reason", ["staff:phone", "bereavement"])
def test_start_never_undoes_what_a_person_has_to(
    database: Database, asked: Asked, text_in: TextIn, now: datetime, reason: str
) -> None:
    visit = asked()
    with database.writing() as session:
        record_person_opt_out(session, person_asked(session, visit), reason, by="staff", now=now)
    assert "<Message>" not in text_in("START").text
    assert stopped(database) == (False, 1)
    (notice,) = notices(database)
    assert (notice.kind, notice.code) == (NoticeKind.ASKED_FOR_HELP, "start")


@pytest.mark.parametrize("words", ["YES", "yes", "Yes please"])
def test_yes_is_never_an_opt_in(
    database: Database, asked: Asked, text_in: TextIn, words: str
) -> None:
    asked()
    text_in("STOP")
    assert "back on" not in text_in(words).text
    # Twilio's default words take YES for START, and have unblocked the number: we have not.
    text_in(words, OptOutType="START")
    assert stopped(database) == (True, 1)


@pytest.mark.parametrize("words", ["CANCEL", "END", "quit", "Revoke"])
def test_who_is_blocked_by_a_word_of_the_providers_is_told_to_people(
    database: Database, asked: Asked, text_in: TextIn, words: str
) -> None:
    visit = asked()
    answer = text_in(words, OptOutType="STOP")
    assert "<Message>" not in answer.text
    # The provider holds the number back; they have not asked for anything.
    assert stopped(database) == (True, 0)
    assert reasons(database) == {"provider"}
    (notice,) = notices(database)
    assert notice.kind == NoticeKind.LOST_BY_PROVIDER
    with database.reading() as session:
        assert notice.young_person_id == person_asked(session, visit)
        assert session.get_one(Reply, notice.reply_id).matched == "matched"


def test_a_stop_that_the_provider_obeyed_as_well_is_theirs_and_nobody_is_lost(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "<Message>" not in text_in("STOP", OptOutType="STOP").text
    assert reasons(database) == {"texted"}
    assert kinds(database) == []


@pytest.mark.parametrize("words", ["CANCEL", "End.", "quit", "cancel pls"])
def test_a_word_that_may_mean_the_visit_is_asked_about_once(
    database: Database, asked: Asked, text_in: TextIn, words: str
) -> None:
    asked()
    answer = text_in(words).text
    assert "020 7946 0011" in answer
    assert "reply STOP" in answer
    assert "<Message>" not in text_in("END").text
    assert stopped(database) == (False, 0)
    assert kinds(database) == []


@pytest.mark.parametrize(
    ("words", "stops", "said"),
    [
        ("these texts", True, "no more texts"),
        ("the texts pls", True, "no more texts"),
        ("my appointment", False, "020 7946 0011"),
        ("both", True, "no more texts"),
    ],
)
def test_the_answer_to_which_is_understood(
    database: Database, asked: Asked, text_in: TextIn, words: str, stops: bool, said: str
) -> None:
    asked()
    text_in("quit")
    assert said in text_in(words).text
    assert stopped(database)[0] is stops


def test_the_texts_alone_say_nothing_when_nobody_asked(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    text_in("these texts")
    assert stopped(database) == (False, 0)


def test_two_on_one_phone_are_asked_which_when_one_desk_serves_both(
    asked: Asked, text_in: TextIn
) -> None:
    asked(ELLA)
    asked(JACK)
    assert "020 7946 0011" in text_in("cancel", MUM).text


def test_the_gravest_reason_is_kept(database: Database, now: datetime) -> None:
    for reason in ("texted", "bereavement", "texted", "staff:phone"):
        with database.writing() as session:
            record_opt_out(session, STRANGER, reason, by="tests", now=now)
    assert reasons(database) == {"bereavement"}
    with database.reading() as session:
        assert [row.ended_at is None for row in session.exec(select(OptOut))].count(True) == 1


def inbound(body: str, sid: str = "SM" + "9" * 32, number: str = SAM.mobile or "") -> Inbound:
    return Inbound(sid, number, body, 0, [("To", "+447700900999")])


@pytest.mark.parametrize(
    ("later", "earlier", "stands"), [("START", "STOP", False), ("STOP", "START", True)]
)
def test_a_reply_fetched_late_never_undoes_what_was_said_after_it(
    database: Database,
    asked: Asked,
    text_in: TextIn,
    now: datetime,
    later: str,
    earlier: str,
    stands: bool,
) -> None:
    asked()
    text_in(later)
    came = now - timedelta(minutes=30)
    take_in(database, inbound(earlier), now=now, came_at=came, answers=False)
    assert stopped(database)[0] is stands


def test_all_of_it_stands_in_the_trail_without_a_word(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    text_in("stop texting me")
    text_in("START")
    with database.reading() as session:
        events = session.exec(select(AuditEvent).order_by(col(AuditEvent.place))).all()
        assert [each.action for each in events] == ["opted_out"] * 2 + ["opted_in"] * 2
        assert not any("7700900" in f"{each.subject}{each.details}" for each in events)
        assert list(faults_in(session)) == []
