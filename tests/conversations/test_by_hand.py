"""A person says whose a reply is: the sheet follows, and nobody overwrites anybody."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cast import AISHA, ELLA, JACK, SAM, TIANA
from conversations.conftest import Asked, TextIn
from conversations.staffed import reach, replies
from conversations.test_triage import trail
from factories import make_appointment, make_ask, make_clinic, make_person
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.conversations import read_anew, understanding
from app.conversations.by_hand import detach, place
from app.conversations.candidates import asked_on_its_number, searched
from app.conversations.intake import A_WEBHOOK_LIVES, understand_waiting
from app.conversations.models import ForEither, Reading
from app.conversations.queries import readings_of, replies_of
from app.conversations.triage import Done, Outcome, TooLate, mark_read
from app.conversations.unread import unread
from app.db import Database
from app.invitations.models import Invitation, OptOut
from app.people.models import YoungPerson

NEW_PHONE = "+447700900777"


def put(
    database: Database, reply: UUID, visit: UUID, was: UUID | None = None, by: str = "staff:1",
    now: datetime | None = None,
) -> Outcome:  # fmt: skip
    with database.writing() as session:
        at = now or replies(database)[0].received_at
        return place(
            session, reach(session), reply, visit, was=was, reason="says_so", by=by, now=at
        )


def take_off(database: Database, reply: UUID, was: UUID, by: str = "staff:1") -> Outcome:
    with database.writing() as session:
        at = replies(database)[0].received_at
        return detach(
            session, reach(session), reply, was=was, reason="somebody_else", by=by, now=at
        )


def on_sheet(database: Database, visit: UUID) -> tuple[list[str], list[str]]:
    with database.reading() as session:
        reading = readings_of(session, [visit]).get(visit)
        words = [each.text for each in replies_of(session, [visit]).get(visit, [])]
        return (reading.priorities if reading else []), words


def heard(database: Database, visit: UUID) -> bool:
    with database.reading() as session:
        ask = session.exec(select(Invitation).where(Invitation.appointment_id == visit)).one()
        return ask.heard_at is not None


def test_a_text_from_a_new_phone_is_placed_and_stands_on_the_sheet(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked(ELLA)
    text_in("its ella new phone. periods n pain", NEW_PHONE)
    (reply,) = replies(database)
    assert on_sheet(database, visit) == ([], [])
    assert isinstance(put(database, reply.id, visit), Done)
    priorities, words = on_sheet(database, visit)
    assert words == ["its ella new phone. periods n pain"]
    assert priorities
    (placed,) = replies(database)
    assert (placed.matched, placed.appointment_id, placed.placed_by) == (
        "placed", visit, "staff:1",
    )  # fmt: skip
    assert heard(database, visit)
    # Somebody has still to read it.
    with database.reading() as session:
        assert unread(session, reach(session)).ids == [reply.id]
    assert trail(database) == [("reply_placed", "staff:1", "says_so")]


def test_a_text_of_brother_or_sister_is_read_with_what_that_one_said_before(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    text_in("asthma", ELLA.mobile or "")
    text_in("and school", ELLA.mobile or "")
    first, second = replies(database)
    put(database, first.id, jack)
    put(database, second.id, jack)
    assert on_sheet(database, jack) == (["asthma", "school"], ["asthma", "and school"])
    assert on_sheet(database, ella) == ([], [])


def test_who_places_second_changes_nothing_and_is_told_who_was_first(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    text_in("asthma", ELLA.mobile or "")
    (reply,) = replies(database)
    assert isinstance(put(database, reply.id, jack), Done)
    assert put(database, reply.id, ella, by="staff:2") == TooLate("staff:1", now, "placed")
    assert on_sheet(database, ella) == ([], [])
    assert on_sheet(database, jack)[1] == ["asthma"]
    with database.reading() as session:
        assert len(session.exec(select(Reading)).all()) == 1


def test_a_reply_beside_the_wrong_visit_is_moved_and_both_are_read_anew(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    sam, aisha = asked(SAM), asked(AISHA)
    text_in("sleep")
    text_in("school")
    second = replies(database)[1]
    assert on_sheet(database, sam)[0] == ["sleep", "school"]
    assert isinstance(put(database, second.id, aisha, was=sam), Done)
    assert on_sheet(database, sam) == (["sleep"], ["sleep"])
    assert on_sheet(database, aisha) == (["school"], ["school"])
    assert trail(database) == [("reply_moved", "staff:1", "says_so")]
    # Every reading that was ever made is kept.
    with database.reading() as session:
        assert len(session.exec(select(Reading)).all()) == 4


def test_what_is_taken_off_stands_on_no_sheet_and_waits_unread(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    sam = asked(SAM)
    text_in("sleep")
    (reply,) = replies(database)
    with database.writing() as session:
        mark_read(session, reach(session), reply.id, reason="told", by="staff:1", now=now)
    assert heard(database, sam)
    assert isinstance(take_off(database, reply.id, sam), Done)
    assert on_sheet(database, sam) == ([], [])
    # A reminder may go: what they said was another's.
    assert not heard(database, sam)
    (now_so,) = replies(database)
    assert (now_so.matched, now_so.read_at, now_so.read_reason) == ("nobody", None, None)
    assert isinstance(take_off(database, reply.id, sam, by="staff:2"), TooLate)
    with database.reading() as session:
        assert unread(session, reach(session)).ids == [reply.id]


def test_a_reply_for_either_visit_is_placed_on_one_and_read_off_the_other(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    sam = asked(SAM)
    text_in("back pain")
    (reply,) = replies(database)
    with database.writing() as session:
        person = session.exec(select(YoungPerson)).one()
        other = make_appointment(
            session, make_clinic(session, code="OTHER"), person, starts_at=now + timedelta(3)
        )
        make_ask(session, other)
        session.add(ForEither(reply_id=reply.id, appointment_id=other.id))
        session.flush()
        read_anew.read_anew(session, other.id, now=now)
        second = other.id
    assert on_sheet(database, second)[0] == ["back pain"]
    assert isinstance(put(database, reply.id, second, was=sam), Done)
    assert on_sheet(database, sam) == ([], [])
    assert on_sheet(database, second)[0] == ["back pain"]
    with database.reading() as session:
        assert session.exec(select(ForEither)).all() == []


def test_a_stop_from_a_new_phone_stops_whoever_it_is_from_once_somebody_says_so(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked(ELLA)
    text_in("STOP", NEW_PHONE)
    (reply,) = replies(database)
    put(database, reply.id, visit)
    with database.reading() as session:
        stopped = session.exec(select(OptOut).where(col(OptOut.young_person_id).is_not(None))).one()
        person = session.get_one(Appointment, visit).young_person_id
        assert (stopped.young_person_id, stopped.reason) == (person, "texted")
        assert stopped.began_by == "staff:1"


def test_a_stop_that_was_taken_back_stops_nobody_when_it_is_placed(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked(ELLA)
    text_in("STOP", NEW_PHONE)
    text_in("START", NEW_PHONE)
    put(database, replies(database)[0].id, visit)
    with database.reading() as session:
        assert session.exec(select(OptOut).where(col(OptOut.ended_at).is_(None))).all() == []


def test_what_could_not_be_read_is_placed_for_good(
    database: Database, asked: Asked, text_in: TextIn, now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    sam, aisha = asked(SAM), asked(AISHA)

    def broken(*_: object) -> None:
        raise RuntimeError

    for module in (understanding, read_anew):
        monkeypatch.setattr(module, "read", broken)
    text_in("sleep")
    (reply,) = replies(database)
    assert reply.matched == "waiting"
    assert isinstance(put(database, reply.id, aisha), Done)
    assert on_sheet(database, aisha) == ([], ["sleep"])
    monkeypatch.undo()
    # It is not taken up again: a person has said whose it is.
    assert understand_waiting(database, now=now + A_WEBHOOK_LIVES) == 0
    assert on_sheet(database, sam) == ([], [])
    assert replies(database)[0].appointment_id == aisha


def test_nothing_is_placed_on_what_is_not_theirs(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked(SAM)
    text_in("its ella", NEW_PHONE)
    (reply,) = replies(database)
    with database.writing() as session:
        theirs = make_clinic(session, code="BHM", organisation_code=TIANA.organisation_code)
        other = make_appointment(session, theirs, make_person(session, TIANA)).id
    assert put(database, reply.id, other) is None
    assert put(database, reply.id, UUID(int=1)) is None
    assert put(database, UUID(int=1), other) is None


def test_candidates_are_those_asked_on_the_number_the_newest_first(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    text_in("asthma", ELLA.mobile or "")
    (reply,) = replies(database)
    with database.writing() as session:
        ask = session.exec(select(Invitation).where(Invitation.appointment_id == ella)).one()
        assert ask.started_at
        ask.started_at -= timedelta(hours=1)
        session.add(ask)
        session.flush()
        found = asked_on_its_number(session, reach(session), reply)
        assert [each.appointment_id for each in found] == [jack, ella]
        assert [each.person.first_name for each in found] == ["Jack", "Ella"]


@pytest.mark.parametrize(
    ("typed", "first_names"),
    [
        ("ella", ["Ella"]),
        ("WHITCOMBE", ["Ella", "Jack"]),
        ("whit jac", ["Jack"]),
        ("999 368 1938", ["Ella"]),
        ("9990000000", []),
        ("nobody", []),
        ("", []),
        ("e", []),
    ],
)
def test_a_visit_is_found_by_name_or_whole_nhs_number(
    database: Database, asked: Asked, now: datetime, typed: str, first_names: list[str]
) -> None:
    for who in (ELLA, JACK, SAM):
        asked(who)
    with database.writing() as session:
        long_ago = make_clinic(session, code="OLD")
        old = session.exec(select(YoungPerson)).first()
        make_appointment(session, long_ago, old, starts_at=now - timedelta(days=15))
        found = searched(session, reach(session), typed, now=now)
        assert sorted(each.person.first_name for each in found) == first_names
