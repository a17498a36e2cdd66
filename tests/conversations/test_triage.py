"""Every reply waits for a person: found, read once with name and reason, and put back."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cast import ELLA, JACK, NOW, SAM, TIANA
from conversations.conftest import Asked, TextIn
from conversations.staffed import reach, replies
from factories import make_appointment, make_clinic, make_person, make_reply
from sqlmodel import col, select

from app.audit.models import AuditEvent
from app.conversations.cards import cards
from app.conversations.reach import Reach, count_unread
from app.conversations.triage import Done, TooLate, mark_read, mark_unread, settle
from app.conversations.unread import for_the_desk, read_lately, unread
from app.conversations.why_read import Why
from app.db import Database

STRANGER = "+447700900777"


def kinds(database: Database) -> list[list[Why]]:
    with database.reading() as session:
        found = unread(session, reach(session)).ids
        return [card.why for card in cards(session, reach(session), found, now=NOW)]


def trail(database: Database) -> list[tuple[str, str, object]]:
    with database.reading() as session:
        events = session.exec(
            select(AuditEvent)
            .where(col(AuditEvent.action).startswith("reply"))
            .order_by(col(AuditEvent.place))
        )
        return [(each.action, each.by, each.details.get("reason")) for each in events]


def test_every_reply_is_unread_until_a_person_has_read_it_the_oldest_first(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    for body, number in (("sleep", SAM.mobile), ("thanks x", SAM.mobile), ("its ella", STRANGER)):
        text_in(body, number or "")
    with database.reading() as session:
        found = unread(session, reach(session))
        assert found.ids == [reply.id for reply in replies(database)]
        assert (found.more, count_unread(session, reach(session))) == (False, 3)


def test_each_says_why_it_needs_a_person(database: Database, asked: Asked, text_in: TextIn) -> None:
    asked()
    for body in ("sleep", "cant make it got a mock", "can someone ring me", "wrong number mate"):
        text_in(body)
    text_in("look", NumMedia="1")
    text_in("its ella new phone", STRANGER)
    assert kinds(database) == [
        [Why.UNREAD], [Why.CANNOT_ATTEND], [Why.CALL_ME], [Why.WRONG_NUMBER], [Why.PICTURE],
        [Why.NOBODY, Why.UNCLEAR],
    ]  # fmt: skip


def test_replies_are_found_by_kind_and_clinic_and_a_page_at_a_time(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    for body in ("one", "cant make it", "two", "cant come sorry"):
        text_in(body)
    text_in("who", STRANGER)
    one, first, two, second, unplaced = (reply.id for reply in replies(database))
    with database.writing() as session:
        other = make_clinic(session, code="OTHER")
        mine, elsewhere = reach(session), other.id
        assert unread(session, mine, kind=Why.CANNOT_ATTEND).ids == [first, second]
        assert unread(session, mine, kind=Why.CANNOT_ATTEND, after=first).ids == [second]
        page = unread(session, mine, most=2)
        assert (page.ids, page.more) == ([one, first], True)
        page = unread(session, mine, most=2, after=first)
        assert (page.ids, page.more) == ([two, second], True)
        assert unread(session, mine, most=1, kind=Why.CANNOT_ATTEND).more
        # What is beside no visit is out of sight for no choice of a clinic.
        assert unread(session, mine, clinic_id=elsewhere).ids == [unplaced]


def test_a_reply_is_read_once_and_who_comes_second_is_told_who_was_first(
    database: Database, text_in: TextIn, now: datetime
) -> None:
    text_in("hello", STRANGER)
    (reply,) = replies(database)
    with database.writing() as session:
        given = {"reason": "told", "by": "staff:1", "now": now}
        assert isinstance(mark_read(session, reach(session), reply.id, **given), Done)  # type: ignore[arg-type]
    with database.writing() as session:
        later = now + timedelta(hours=1)
        second = mark_read(
            session, reach(session), reply.id, reason="nothing", by="staff:2", now=later
        )
        assert second == TooLate("staff:1", now, "told")
        assert unread(session, reach(session)).ids == []
        assert read_lately(session, reach(session), now=later) == [reply.id]
    (read,) = replies(database)
    assert (read.read_by, read.read_at, read.read_reason) == ("staff:1", now, "told")
    assert trail(database) == [("reply_read", "staff:1", "told")]


def test_what_was_read_by_mistake_is_put_back(
    database: Database, text_in: TextIn, now: datetime
) -> None:
    text_in("hello", STRANGER)
    (reply,) = replies(database)
    with database.writing() as session:
        mark_read(session, reach(session), reply.id, reason="rang", by="staff:1", now=now)
        assert isinstance(
            mark_unread(session, reach(session), reply.id, by="staff:2", now=now), Done
        )
        assert isinstance(
            mark_unread(session, reach(session), reply.id, by="staff:3", now=now), TooLate
        )
        assert unread(session, reach(session)).ids == [reply.id]
    assert trail(database) == [
        ("reply_read", "staff:1", "rang"), ("reply_unread_again", "staff:2", "rang"),
    ]  # fmt: skip


def test_a_reason_nobody_knows_is_refused(
    database: Database, text_in: TextIn, now: datetime
) -> None:
    text_in("hello", STRANGER)
    (reply,) = replies(database)
    with database.writing() as session, pytest.raises(ValueError, match="no reason"):
        mark_read(session, reach(session), reply.id, reason="<b>", by="staff:1", now=now)


def test_what_another_organisation_or_clinic_has_is_neither_shown_nor_changed(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked()
    text_in("sleep")
    with database.writing() as session:
        theirs = make_clinic(session, code="BHM", organisation_code=TIANA.organisation_code)
        visit = make_appointment(session, theirs, make_person(session, TIANA))
        make_reply(session, visit, "mine", number=TIANA.mobile or "")
        make_reply(session, None, "unplaced", number=TIANA.mobile or "")
    placed, other, unplaced = replies(database)
    with database.writing() as session:
        clinics = reach(session).clinics
        for mine, seen in (
            (reach(session), [placed.id]),
            (Reach(SAM.organisation_code, ()), []),
            (reach(session, TIANA.organisation_code), [other.id, unplaced.id]),
            (Reach(TIANA.organisation_code, clinics), [unplaced.id, placed.id]),
        ):
            assert set(unread(session, mine).ids) == set(seen)
        for reply in (other.id, unplaced.id, UUID(int=1)):
            mine, given = reach(session), {"by": "staff:1", "now": now}
            assert mark_read(session, mine, reply, reason="told", **given) is None  # type: ignore[arg-type]
            assert settle(session, mine, reply, **given) is None  # type: ignore[arg-type]
            assert mark_unread(session, mine, reply, **given) is None  # type: ignore[arg-type]


def test_the_desk_has_a_list_of_its_own_until_it_has_settled_each(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked()
    for body in ("sleep", "cant make it", "bus late gonna be 20 mins", "what time is it at"):
        text_in(body)
    words, cannot, late, question = (reply.id for reply in replies(database))
    with database.writing() as session:
        mine = reach(session)
        assert list(for_the_desk(session, mine)) == [cannot, late, question]
        # Read by somebody, and passed on: the desk still has it, and so it has the others' words.
        mark_read(session, mine, words, reason="desk", by="staff:1", now=now)
        mark_read(session, mine, late, reason="rang", by="staff:1", now=now)
        assert list(for_the_desk(session, mine)) == [words, cannot, question]
        later = now + timedelta(hours=1)
        assert isinstance(settle(session, mine, words, by="staff:2", now=later), Done)
        assert isinstance(settle(session, mine, cannot, by="staff:2", now=later), Done)
        assert isinstance(settle(session, mine, cannot, by="staff:3", now=later), TooLate)
        assert list(for_the_desk(session, mine)) == [question]
    settled = {reply.id: reply for reply in replies(database)}
    assert (settled[words].read_by, settled[words].read_at) == ("staff:1", now)
    assert (settled[cannot].read_by, settled[cannot].read_reason) == ("staff:2", "desk_done")
    assert [action for action, _, _ in trail(database)] == [
        "reply_read", "reply_read", "reply_settled", "reply_settled",
    ]  # fmt: skip


def test_what_cannot_be_opened_takes_no_page_down(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked()
    text_in("sleep")
    text_in("school")
    with database.writing() as session:
        broken = session.get_one(type(replies(database)[0]), replies(database)[0].id)
        broken.body_sealed = broken.said_sealed = b"\x01broken"
        session.add(broken)
    with database.reading() as session:
        mine = reach(session)
        found = cards(session, mine, unread(session, mine).ids, now=now)
        assert [card.text for card in found][1] == "school"
        assert "cannot be opened" in found[0].text
        assert found[0].why == [Why.UNREAD]


def test_who_has_a_number_is_said_where_nobody_has_placed_the_reply(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    asked(ELLA)
    asked(JACK)
    text_in("asthma and school", ELLA.mobile or "")
    with database.reading() as session:
        mine = reach(session)
        (card,) = cards(session, mine, unread(session, mine).ids, now=now)
        assert card.holders == ("Ella Whitcombe", "Jack Whitcombe")
        assert card.why == [Why.SEVERAL]
