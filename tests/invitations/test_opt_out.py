"""Who gets no texts: per number and per person, once, with the gravest reason, until undone."""

from datetime import datetime, timedelta

import pytest
from cast import AISHA, BIRMINGHAM, ELLA, JACK, LONDON, SAM, TIANA
from factories import make_person
from sqlmodel import Session, col, select

from app.audit.models import AuditEvent
from app.db import Database, vault_of
from app.invitations.models import OptOut
from app.invitations.opt_out import (
    end_opt_out,
    end_these,
    opted_out_among,
    people_opted_out_among,
    reasons_against,
    record_opt_out,
    record_person_opt_out,
    standing_in,
)

NUMBER = SAM.mobile or ""


def key(session: Session, number: str = NUMBER) -> bytes:
    return vault_of(session).lookup("mobile", number)


def test_a_person_is_stopped_whatever_their_number(database: Database, now: datetime) -> None:
    with database.writing() as session:
        sam, aisha = make_person(session), make_person(session, AISHA)
        assert record_person_opt_out(session, sam.id, "staff:phone", by="staff:1", now=now)
        assert not record_person_opt_out(session, sam.id, "texted", by="webhook", now=now)
        assert people_opted_out_among(session, [sam.id, aisha.id]) == {sam.id}
        assert opted_out_among(session, [key(session)]) == set()


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("texted", "bereavement", "bereavement"),
        ("bereavement", "texted", "bereavement"),
        ("provider", "texted", "texted"),
        ("texted", "forget", "forget"),
        ("forget", "wrong_number", "wrong_number"),
        ("staff:visit", "wrong_number", "staff:visit"),
    ],
)
def test_of_two_reasons_the_gravest_stands(
    database: Database, now: datetime, first: str, second: str, kept: str
) -> None:
    with database.writing() as session:
        assert record_opt_out(session, NUMBER, first, by="tests", now=now)
        assert not record_opt_out(session, NUMBER, second, by="tests", now=now)
        assert reasons_against(session, key(session)) == {kept}
        assert opted_out_among(session, [key(session)]) == {key(session)}


@pytest.mark.parametrize("reason", ["texted", "provider", "forget"])
def test_what_was_texted_a_text_undoes(database: Database, now: datetime, reason: str) -> None:
    with database.writing() as session:
        record_opt_out(session, NUMBER, reason, by="webhook", now=now)
        assert end_opt_out(session, NUMBER, by="webhook", now=now + timedelta(minutes=1))
        assert not end_opt_out(session, NUMBER, by="webhook", now=now + timedelta(minutes=1))
        row = session.exec(select(OptOut)).one()
        assert (row.ended_at, row.ended_by) == (now + timedelta(minutes=1), "webhook")


@pytest.mark.parametrize("reason", ["staff:phone", "wrong_number", "bereavement"])
def test_what_a_person_must_undo_no_text_does(
    database: Database, now: datetime, reason: str
) -> None:
    with database.writing() as session:
        sam = make_person(session)
        record_opt_out(session, NUMBER, reason, by="tests", now=now)
        record_person_opt_out(session, sam.id, reason, by="tests", now=now)
        assert not end_opt_out(session, NUMBER, by="webhook", now=now, person=sam.id)
        assert reasons_against(session, key(session), [sam.id]) == {reason}


def test_start_ends_for_others_who_were_asked_only_what_the_same_text_began(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        ella, jack = make_person(session, ELLA), make_person(session, JACK)
        mum, before = ELLA.mobile or "", now - timedelta(days=9)
        record_person_opt_out(session, ella.id, "texted", by="webhook", now=before)
        record_opt_out(session, mum, "texted", by="webhook", now=now)
        record_person_opt_out(session, jack.id, "texted", by="webhook", now=now)
        asked = [ella.id, jack.id]
        assert end_opt_out(session, mum, by="webhook", now=now, asked=asked)
        assert people_opted_out_among(session, asked) == {ella.id}


def test_what_one_text_stopped_stands_as_one(database: Database, now: datetime) -> None:
    with database.writing() as session:
        sam = make_person(session)
        record_opt_out(session, NUMBER, "texted", by="webhook", now=now)
        record_person_opt_out(session, sam.id, "texted", by="webhook", now=now)
        (one,) = standing_in(session, LONDON)
        assert (one.people, one.number, one.any_number) == ((sam.id,), NUMBER, True)
        assert end_these(session, one.ids, by="staff:1", now=now) == 2
        assert standing_in(session, LONDON) == []


def test_a_phone_of_two_stands_once_with_both(database: Database, now: datetime) -> None:
    with database.writing() as session:
        people = {make_person(session, ELLA).id, make_person(session, JACK).id}
        record_opt_out(session, ELLA.mobile or "", "texted", by="webhook", now=now)
        (one,) = standing_in(session, LONDON)
        assert (set(one.people), one.any_number) == (people, False)


def test_an_organisation_is_shown_its_own(database: Database, now: datetime) -> None:
    with database.writing() as session:
        tiana = make_person(session, TIANA)
        record_person_opt_out(session, tiana.id, "texted", by="webhook", now=now)
        record_opt_out(session, "+447700900777", "texted", by="webhook", now=now)
        assert standing_in(session, LONDON) == []
        assert [each.people for each in standing_in(session, BIRMINGHAM)] == [(tiana.id,)]


def test_each_stop_and_each_end_stands_in_the_trail_by_ids(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        sam = make_person(session)
        record_person_opt_out(session, sam.id, "staff:visit", by="staff:1", now=now)
        row = session.exec(select(OptOut)).one()
        end_these(session, [row.id], by="staff:2", now=now)
        events = session.exec(select(AuditEvent).order_by(col(AuditEvent.place))).all()
    assert [(each.action, each.by, each.subject) for each in events] == [
        ("opted_out", "staff:1", f"opt_out:{row.id}"),
        ("opted_in", "staff:2", f"opt_out:{row.id}"),
    ]
    assert events[0].details == {"reason": "staff:visit"}
