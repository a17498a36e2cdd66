"""Fault 85: the database is a copy from before, the provider remembers: nothing goes twice."""

from datetime import timedelta

import pytest
from cast import AISHA, SAM, ZOE
from fake_twilio.server import FakeTwilio
from invitations.conftest import VISIT, Book, Hands
from sqlmodel import delete, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import Database
from app.invitations.dispatch import Round, send_due
from app.invitations.doubt import GRACE
from app.invitations.models import Invitation, Notice
from app.invitations.reconcile import reconcile
from app.invitations.restoring import Restored, go_on, restore_check
from app.settings import Settings
from app.sms.twilio import TwilioGateway


def go(database: Database, live: Settings, clock: Hands) -> Round:
    return send_due(database, TwilioGateway(live), live, clock)


def check(database: Database, live: Settings, clock: Hands) -> Restored:
    return restore_check(database, TwilioGateway(live), clock, by="tests")


def as_before(database: Database) -> None:
    """What the backup knew: the visits, and nothing of the texts."""
    with database.writing() as session:
        session.connection().execute(delete(Invitation))


def states(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.exec(select(Invitation.state).where(Invitation.kind == "ask")))


def test_fault_85_what_went_since_the_backup_is_folded_in_and_goes_no_second_time(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    book(SAM)
    book(AISHA)
    assert go(database, live, clock).sent == 2
    as_before(database)
    book(ZOE)
    clock.move(minutes=10)
    first = check(database, live, clock)
    assert (first.numbers, first.folded, first.unplaced) == (3, 2, 0)
    assert not first.safe(clock())
    assert go(database, live, clock).sent == 0
    assert fake.asked == 2
    clock.move(minutes=31)
    second = check(database, live, clock)
    assert (second.folded, second.safe(clock())) == (0, True)
    assert go_on(database, by="tests", now=clock()) == 1
    clock.move(minutes=1)
    assert go(database, live, clock).sent == 1
    assert sorted(fake.sent_to) == sorted([str(each.mobile) for each in (SAM, AISHA, ZOE)])
    assert states(database) == ["accepted"] * 3


def test_fault_85_it_is_not_safe_while_what_was_under_way_may_still_show(
    database: Database, live: Settings, book: Book, clock: Hands
) -> None:
    book()
    began = clock.now
    assert check(database, live, clock).safe_from == began + GRACE
    clock.move(minutes=29)
    again = check(database, live, clock)
    assert again.safe_from == began + GRACE
    assert not again.safe(clock())
    assert again.safe(began + timedelta(minutes=30))


def test_fault_85_it_is_not_safe_while_the_provider_does_not_answer(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    book()
    fake.look_up_mood = "truncated"
    done = check(database, live, clock)
    assert (done.unanswered, done.safe(clock() + timedelta(hours=1))) == (1, False)


@pytest.mark.parametrize("changed", ["time", "clinic"])
def test_fault_85_a_text_whose_words_fit_nothing_any_more_is_left_to_a_person(
    database: Database,
    live: Settings,
    fake: FakeTwilio,
    book: Book,
    clock: Hands,
    changed: str,
) -> None:
    book()
    assert go(database, live, clock).sent == 1
    as_before(database)
    with database.writing() as session:
        if changed == "time":
            session.exec(select(Appointment)).one().starts_at = VISIT + timedelta(hours=1)
        else:
            session.exec(select(Clinic)).one().name = "Hillside Hospital"
    assert check(database, live, clock).unplaced == 1
    clock.move(minutes=31)
    again = check(database, live, clock)
    assert again.safe(clock())
    go_on(database, by="tests", now=clock())
    while clock.now < VISIT:
        go(database, live, clock)
        clock.move(hours=8)
    assert fake.asked == 1
    assert states(database) == ["unresolved"]
    with database.reading() as session:
        assert {each.kind for each in session.exec(select(Notice))} >= {"unresolved"}


def test_fault_85_news_that_came_since_the_backup_is_taken_from_the_list(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    book()
    go(database, live, clock)
    (sid,) = fake.messages
    fake.receipt(sid, "delivered")
    assert check(database, live, clock).brought_up_to_date == 1
    assert states(database) == ["delivered"]


def test_fault_85_a_text_that_was_in_question_at_the_backup_is_found(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    book()
    fake.next_moods = ["fail_after_accepting"]
    assert go(database, live, clock).in_doubt == 1
    assert check(database, live, clock).folded == 1
    assert states(database) == ["accepted"]
    clock.move(minutes=31)
    reconcile(database, TwilioGateway(live), clock)
    assert fake.asked == 1
