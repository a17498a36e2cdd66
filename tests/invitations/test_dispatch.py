"""Sending once, on both databases: whatever is cancelled, opted out, raced, lost or killed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from cast import SAM, YOUNG_PEOPLE
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import DUE, VISIT, Book, Go, Hands, Recording, only_ask
from sqlalchemy import update
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.db import Database, unseal
from app.invitations.dispatch import Round, send_due
from app.invitations.models import Invitation, OptOut
from app.invitations.opt_out import end_opt_out, record_opt_out
from app.invitations.planning import plan_texts
from app.invitations.states import State
from app.settings import Settings
from app.sms.gateway import Refused, TryLater, Unknown


def test_a_due_appointment_is_asked_about_once(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    first: Round = go()
    assert (first.planned, first.sent) == (1, 1)
    clock.move(hours=1)
    assert go().sent == 0
    assert len(gateway.texts) == 1
    text = gateway.texts[0]
    assert text.to == SAM.mobile
    assert "Hi Sam, Riverside Hospital here" in text.body
    assert "Tue 12 May at 9.30am" in text.body
    ask = only_ask(database)
    assert text.callback == f"https://whatmatters.example/sms/receipts/{ask.token}"
    assert text.valid_seconds == pytest.approx(149 * 60, abs=60)
    assert (ask.state, ask.provider_sid is not None) == (State.ACCEPTED, True)


def test_what_was_sent_is_kept_sealed_with_its_template(
    database: Database, gateway: Recording, book: Book, go: Go
) -> None:
    book()
    go()
    ask = only_ask(database)
    with database.reading() as session:
        assert unseal(session, ask, "body") == gateway.texts[0].body
        assert unseal(session, ask, "number") == SAM.mobile
    assert ask.template is not None
    assert ask.template.startswith("en/ask@")


@pytest.mark.parametrize(
    "given",
    [
        {"status": "cancelled"},
        {"status": "fulfilled"},
        {"starts_at": DUE - timedelta(hours=1)},
        {"starts_at": DUE + timedelta(days=10)},
    ],
    ids=str,
)
def test_what_is_not_due_is_never_texted(
    gateway: Recording, book: Book, go: Go, given: dict[str, object]
) -> None:
    book(**given)
    assert go().sent == 0
    assert gateway.texts == []


def test_nobody_is_texted_outside_the_window(
    gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    clock.now = DUE.replace(hour=18)
    go()
    clock.now = DUE.replace(hour=4) + timedelta(days=3)
    go()
    assert gateway.texts == []


def test_a_cancellation_after_the_plan_stops_the_text(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    visit = book()
    with database.writing() as session:
        assert plan_texts(session, now=clock()) == 1
        session.connection().execute(
            update(Appointment).where(col(Appointment.id) == visit).values(status="cancelled")
        )
    assert go().held == 1
    assert gateway.texts == []
    assert only_ask(database).state == State.CANCELLED


def test_fault_17_a_stop_after_the_plan_stops_the_text(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    with database.writing() as session:
        plan_texts(session, now=clock())
        record_opt_out(session, SAM.mobile or "", "texted", by="webhook", now=clock())
    go()
    assert gateway.texts == []
    assert (only_ask(database).state, only_ask(database).reason) == ("suppressed", "opted_out")


def test_a_window_that_closed_before_the_claim_puts_the_text_off(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    with database.writing() as session:
        plan_texts(session, now=clock())
    clock.now = DUE.replace(hour=17, minute=45)
    go()
    assert gateway.texts == []
    assert only_ask(database).state == State.READY
    clock.now = DUE + timedelta(days=3)
    go()
    assert len(gateway.texts) == 1


def test_who_opted_out_and_came_back_is_asked_again(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    number = SAM.mobile or ""
    with database.writing() as session:
        assert record_opt_out(session, number, "texted", by="webhook", now=clock())
        assert not record_opt_out(session, number, "texted", by="webhook", now=clock())
    go()
    assert gateway.texts == []
    with database.writing() as session:
        assert end_opt_out(session, number, by="webhook", now=clock())
        assert not end_opt_out(session, number, by="webhook", now=clock())
    go()
    assert len(gateway.texts) == 1


def test_fault_13_eight_threads_send_each_text_once(
    database: Database, gateway: Recording, settings: Settings, clock: Hands
) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        for who in YOUNG_PEOPLE:
            for minutes in range(5):
                starts = VISIT + timedelta(minutes=minutes)
                person = make_person(session, who, nhs_number=f"{who.nhs_number}{minutes}")
                make_appointment(session, clinic, person, starts_at=starts)
    many = settings.model_copy(update={"most_per_number_a_day": 99, "most_per_number_a_week": 99})
    with ThreadPoolExecutor(8) as pool:
        rounds = list(pool.map(lambda _: send_due(database, gateway, many, clock), range(8)))
    callbacks = [text.callback for text in gateway.texts]
    expected = 5 * sum(1 for who in YOUNG_PEOPLE if who.mobile)
    assert len(callbacks) == len(set(callbacks)) == expected
    assert sum(done.sent for done in rounds) == expected
    with database.reading() as session:
        asks = session.exec(select(Invitation).where(Invitation.kind == "ask")).all()
    assert len(asks) == expected


@pytest.mark.parametrize("reason", ["ReadTimeout", "status 500"])
def test_a_lost_answer_is_in_doubt_and_never_sent_again(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands, reason: str
) -> None:
    book()
    gateway.answer = lambda _text: Unknown(reason)
    assert go().in_doubt == 1
    gateway.answer = gateway._accept
    for _ in range(3):
        clock.move(minutes=20)
        go()
    assert len(gateway.texts) == 1
    assert only_ask(database).state == State.IN_DOUBT


def test_a_text_that_certainly_did_not_go_is_tried_later_with_the_same_words(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    gateway.answer = lambda _text: TryLater("too many requests", 30)
    assert go().later == 1
    clock.move(seconds=29)
    assert not go().anything
    gateway.answer = gateway._accept
    # No longer than a fifth more than the provider asked for.
    clock.move(seconds=7)
    assert go().sent == 1
    assert gateway.texts[0].body == gateway.texts[1].body
    assert only_ask(database).attempt == 2


def test_a_refused_number_is_rejected_with_its_code(
    database: Database, gateway: Recording, book: Book, go: Go
) -> None:
    book()
    gateway.answer = lambda _text: Refused("21211")
    assert go().refused == 1
    assert (only_ask(database).state, only_ask(database).error_code) == ("rejected", "21211")


def test_fault_18_an_opt_out_that_only_the_provider_knew_becomes_ours(
    database: Database, gateway: Recording, book: Book, go: Go
) -> None:
    book()
    gateway.answer = lambda _text: Refused("21610", opted_out=True)
    go()
    assert only_ask(database).state == State.SUPPRESSED
    with database.reading() as session:
        assert session.exec(select(OptOut)).one().reason == "provider"


def test_fault_19_a_fault_of_ours_stops_the_round_at_once_and_fails_nobody(
    database: Database, gateway: Recording, settings: Settings, clock: Hands, go: Go
) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        for place in range(20):
            person = make_person(session, SAM, nhs_number=f"{place}")
            make_appointment(session, clinic, person, starts_at=VISIT)
    gateway.answer = lambda _text: Refused("20003", stops_everything=True)
    done: Round = go()
    assert done.stopped
    assert len(gateway.texts) == 1
    with database.reading() as session:
        assert set(session.exec(select(Invitation.state))) == {State.READY}
