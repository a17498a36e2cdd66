"""Answers by staff: from approved words only, sent once like any text, held by the same rules."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cast import SAM
from factories import make_ask, make_reply
from invitations.conftest import DUE, Book, Go, Hands, Recording
from sqlmodel import select

from app.appointments.models import Appointment
from app.db import Database, vault_of
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation, StaffAnswer
from app.invitations.opt_out import record_opt_out, record_person_opt_out
from app.invitations.receipts import News, take_news
from app.invitations.rules import ANSWERED_WITHIN, Decision, Due, Held, HeldReason, NotYet
from app.invitations.staff_answers import Wanted, answer_by_staff, held_on
from app.invitations.staff_words import STAFF_TEXTS, words_of_answer
from app.invitations.visits import visits_of
from app.settings import Settings

OTHER = "+447700900555"


def asked_yesterday(database: Database, visit: UUID, number: str | None = None) -> UUID:
    """Store the ask of yesterday, and a reply from a number; returns the reply."""
    with database.writing() as session:
        appointment = session.get_one(Appointment, visit)
        make_ask(session, appointment, sent_at=DUE - timedelta(days=1))
        reply = make_reply(session, appointment, "can u ring me", number=number or SAM.mobile or "")
        return reply.id


def choose(
    database: Database, visit: UUID, reply: UUID, name: str = "staff_will_ring", seen: int = 0
) -> Decision | None:
    with database.writing() as session:
        wanted = Wanted(reply, SAM.mobile or "", name, seen)
        found = visits_of(session, [visit])[visit]
        return answer_by_staff(session, found, wanted, by="staff:1", now=DUE)


def answers(database: Database) -> list[Invitation]:
    with database.reading() as session:
        return list(session.exec(select(Invitation).where(Invitation.kind == "answer")))


def test_an_answer_goes_once_in_approved_words_to_the_phone_of_the_reply(
    database: Database, book: Book, go: Go, gateway: Recording
) -> None:
    visit = book()
    reply = asked_yesterday(database, visit)
    assert choose(database, visit, reply) == Due()
    go()
    go()
    (text,) = gateway.texts
    assert (text.to, text.body) == (SAM.mobile, words_of_answer("staff_will_ring", "en", "").text)
    (row,) = answers(database)
    assert (row.state, row.tries) == ("accepted", 1)
    with database.reading() as session:
        kept = session.exec(select(StaffAnswer)).one()
        assert (kept.reply_id, kept.invitation_id, kept.chosen_by) == (reply, row.id, "staff:1")


def test_two_who_answer_at_once_send_one_answer(
    database: Database, book: Book, go: Go, gateway: Recording
) -> None:
    visit = book()
    reply = asked_yesterday(database, visit)
    assert choose(database, visit, reply) == Due()
    assert choose(database, visit, reply, "staff_alone") is None
    assert choose(database, visit, reply, "staff_alone", seen=1) == Due()
    assert [row.cycle for row in answers(database)] == [1, 2]
    go()
    # One a day is what a number gets; the other waits for its turn, and goes.
    assert len(gateway.texts) == 1


def test_the_text_of_the_day_makes_an_answer_wait_for_another_day(
    database: Database, book: Book, settings: Settings, gateway: Recording, clock: Hands
) -> None:
    visit = book()
    with database.writing() as session:
        appointment = session.get_one(Appointment, visit)
        make_ask(session, appointment, sent_at=DUE - timedelta(minutes=1))
        reply = make_reply(session, appointment, "ring me", number=SAM.mobile or "").id
    choose(database, visit, reply)
    send_due(database, gateway, settings, clock)
    (row,) = answers(database)
    assert (row.state, row.reason, gateway.texts) == ("ready", "number_day", [])
    clock.now = row.due_at
    send_due(database, gateway, settings, clock)
    assert [text.body[:16] for text in gateway.texts] == ["We got your text"]
    assert clock.now < DUE + ANSWERED_WITHIN


@pytest.mark.parametrize("how", ["number", "person", "deceased"])
def test_who_is_not_to_be_texted_gets_no_answer_either(
    database: Database, book: Book, go: Go, gateway: Recording, how: str
) -> None:
    visit = book()
    reply = asked_yesterday(database, visit)
    choose(database, visit, reply)
    with database.writing() as session:
        found = visits_of(session, [visit])[visit]
        if how == "number":
            record_opt_out(session, SAM.mobile or "", "texted", by="webhook", now=DUE)
        elif how == "person":
            record_person_opt_out(session, found.person.id, "bereavement", by="webhook", now=DUE)
        else:
            found.person.not_texted = "deceased"
            session.add(found.person)
    go()
    (row,) = answers(database)
    assert (row.state, gateway.texts) == ("suppressed", [])
    held = HeldReason.DECEASED if how == "deceased" else HeldReason.OPTED_OUT
    assert choose(database, visit, reply, seen=1) == Held(held)


def test_a_stop_of_the_phone_that_the_reply_came_from_holds_it_whoever_has_which_phone_now(
    database: Database, book: Book, go: Go, gateway: Recording
) -> None:
    visit = book()
    reply = asked_yesterday(database, visit)
    choose(database, visit, reply)
    with database.writing() as session:
        person = visits_of(session, [visit])[visit].person
        person.mobile_key = vault_of(session).lookup("mobile", OTHER)
        person.mobile_sealed = vault_of(session).seal("young_person.mobile", person.id, OTHER)
        session.add(person)
        record_opt_out(session, SAM.mobile or "", "texted", by="webhook", now=DUE)
    go()
    assert [row.state for row in answers(database)] == ["suppressed"]
    assert gateway.texts == []


@pytest.mark.parametrize("status", ["cancelled", "fulfilled"])
def test_an_answer_about_a_visit_that_is_off_or_over_still_goes(
    database: Database, book: Book, go: Go, gateway: Recording, status: str
) -> None:
    visit = book()
    reply = asked_yesterday(database, visit)
    choose(database, visit, reply)
    with database.writing() as session:
        session.get_one(Appointment, visit).status = status
    go()
    assert len(gateway.texts) == 1


def test_nobody_is_answered_out_of_hours_nor_days_later(
    database: Database, book: Book, settings: Settings, gateway: Recording, clock: Hands
) -> None:
    visit = book()
    reply = asked_yesterday(database, visit)
    with database.writing() as session:
        found = visits_of(session, [visit])[visit]
        wanted = Wanted(reply, SAM.mobile or "", "staff_alone", 0)
        night = DUE + timedelta(hours=8)
        decision = answer_by_staff(session, found, wanted, by="staff:1", now=night)
        assert isinstance(decision, NotYet)
    clock.now = night
    send_due(database, gateway, settings, clock)
    assert gateway.texts == []
    clock.now = night + ANSWERED_WITHIN
    send_due(database, gateway, settings, clock)
    assert [row.state for row in answers(database)] == ["expired"]
    assert all("seen alone" not in text.body for text in gateway.texts)


def test_an_answer_that_finds_the_phone_off_is_not_sent_again_by_itself(
    database: Database, book: Book, go: Go
) -> None:
    visit = book()
    choose(database, visit, asked_yesterday(database, visit))
    go()
    (row,) = answers(database)
    with database.writing() as session:
        news = News(row.token, row.provider_sid or "", "undelivered", "30003")
        take_news(session, news, now=DUE)
    assert [each.state for each in answers(database)] == ["undelivered"]


def test_answers_take_nothing_from_what_a_visit_is_asked(
    database: Database, book: Book, go: Go, gateway: Recording, clock: Hands
) -> None:
    visit = book()
    with database.writing() as session:
        appointment = session.get_one(Appointment, visit)
        for cycle in range(4):
            sent_at = DUE - timedelta(days=9 + cycle)
            make_ask(session, appointment, kind="answer", cycle=cycle + 1, sent_at=sent_at)
    go()
    assert [text.body[:7] for text in gateway.texts] == ["Hi Sam,"]


def test_a_conversation_is_held_on_the_phones_that_were_texted_about_it(
    database: Database, book: Book
) -> None:
    visit = book()
    asked_yesterday(database, visit)
    with database.reading() as session:
        for number, expected in ((SAM.mobile or "", True), (OTHER, False)):
            key = vault_of(session).lookup("mobile", number)
            assert held_on(session, visit, key) is expected
        key = vault_of(session).lookup("mobile", SAM.mobile or "")
        assert not held_on(session, uuid4(), key)


@pytest.mark.parametrize("name", STAFF_TEXTS)
def test_each_answer_says_where_help_is_and_how_to_stop(name: str) -> None:
    text = words_of_answer(name, "en", "020 7946 0011").text
    assert "999" in text
    assert "reply STOP" in text


def test_nothing_else_is_for_staff_to_send() -> None:
    with pytest.raises(ValueError, match="not for staff"):
        words_of_answer("ask", "en", "")
