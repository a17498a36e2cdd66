"""Which texts are owed: asks, one reminder, feedback; moved, cancelled, booked again, too late."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import SAM
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import DUE, VISIT, Book, Go, Hands, Recording, only_ask
from sqlalchemy import update
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import Database
from app.invitations.by_hand import cancel_one
from app.invitations.models import Invitation
from app.invitations.planning import plan_texts
from app.invitations.states import State

LAST = "This is our last text before it"
HOW_WAS_IT = "Did you get to talk about what mattered to you?"


def change(database: Database, visit: UUID, **values: Any) -> None:
    with database.writing() as session:
        session.connection().execute(
            update(Appointment).where(col(Appointment.id) == visit).values(**values)
        )


def change_clinic(database: Database, **values: Any) -> None:
    with database.writing() as session:
        session.connection().execute(update(Clinic).values(version=Clinic.version + 1, **values))


def until(clock: Hands, go: Go, end: datetime) -> None:
    """Let the days go by, with a look in each window and some outside."""
    while clock.now < end:
        go()
        clock.move(hours=8)


def of_kind(database: Database, kind: str) -> list[Invitation]:
    with database.reading() as session:
        question = select(Invitation).where(Invitation.kind == kind)
        return list(session.exec(question.order_by(col(Invitation.cycle))))


def test_one_reminder_goes_the_day_before_and_says_that_it_is_the_last(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    until(clock, go, VISIT)
    assert [LAST in text.body for text in gateway.texts] == [False, True]
    (reminder,) = of_kind(database, "reminder")
    assert reminder.started_at is not None
    assert reminder.started_at.date() == VISIT.date() - timedelta(days=1)


def test_who_has_answered_is_not_reminded(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    go()
    with database.writing() as session:
        session.exec(select(Invitation).where(Invitation.kind == "ask")).one().heard_at = DUE
    until(clock, go, VISIT)
    assert len(gateway.texts) == 1


def test_who_answers_after_the_reminder_was_planned_is_not_reminded(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    go()
    go()
    assert [each.state for each in of_kind(database, "reminder")] == [State.PLANNED]
    with database.writing() as session:
        session.exec(select(Invitation).where(Invitation.kind == "ask")).one().heard_at = DUE
    until(clock, go, VISIT)
    assert len(gateway.texts) == 1
    assert [each.reason for each in of_kind(database, "reminder")] == ["answered"]


def test_nobody_is_reminded_on_the_day_they_were_asked(
    gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    clock.now = DUE + timedelta(days=3)
    book()
    until(clock, go, VISIT)
    assert [LAST in text.body for text in gateway.texts] == [False]


def test_nobody_is_reminded_where_the_clinic_does_not(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    change_clinic(database, reminds=False)
    until(clock, go, VISIT)
    assert len(gateway.texts) == 1


def test_nobody_is_reminded_of_what_they_were_never_asked(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    with database.writing() as session:
        plan_texts(session, now=clock())
        ask = session.exec(select(Invitation)).one()
        assert cancel_one(session, ask, by="tests", now=clock())
    until(clock, go, VISIT)
    assert gateway.texts == []


@pytest.mark.parametrize(
    ("wanted", "status", "asked"),
    [
        (True, "booked", True),
        (True, "fulfilled", True),
        (True, "noshow", False),
        (True, "cancelled", False),
        (False, "fulfilled", False),
    ],
)
def test_only_where_the_clinic_wants_it_and_the_visit_took_place_is_asked_how_it_went(
    database: Database,
    gateway: Recording,
    book: Book,
    go: Go,
    clock: Hands,
    wanted: bool,
    status: str,
    asked: bool,
) -> None:
    visit = book()
    change_clinic(database, asks_feedback=wanted, reminds=False)
    go()
    clock.now = VISIT + timedelta(minutes=5)
    change(database, visit, status=status)
    until(clock, go, VISIT + timedelta(days=4))
    assert sum(HOW_WAS_IT in text.body for text in gateway.texts) == asked
    assert len(gateway.texts) == 1 + asked


def test_no_visit_brings_more_than_four_texts(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    change_clinic(database, asks_feedback=True)
    go()
    with database.writing() as session:
        first = session.exec(select(Invitation).where(Invitation.kind == "ask")).one()
        for cycle in range(2, 5):
            given = first.model_dump() | {
                "id": UUID(int=cycle),
                "cycle": cycle,
                "token": f"{cycle}",
                "provider_sid": f"SM{cycle:032x}",
            }
            session.add(Invitation(**given))
    until(clock, go, VISIT + timedelta(days=4))
    assert len(gateway.texts) == 1


def test_what_was_never_in_time_is_not_asked_and_that_is_seen(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    with database.writing() as session:
        plan_texts(session, now=clock())
    clock.now = VISIT + timedelta(minutes=1)
    go()
    assert gateway.texts == []
    assert (only_ask(database).state, only_ask(database).reason) == ("expired", "too_late")


def test_a_visit_cancelled_and_booked_again_is_asked_about_in_a_new_cycle(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    visit = book()
    with database.writing() as session:
        plan_texts(session, now=DUE - timedelta(days=1))
    change(database, visit, status="cancelled")
    go()
    assert only_ask(database).state == State.CANCELLED
    change(database, visit, status="booked")
    go()
    asks = of_kind(database, "ask")
    assert [(ask.cycle, ask.state) for ask in asks] == [(1, "cancelled"), (2, "accepted")]
    assert len(gateway.texts) == 1


def test_a_visit_cancelled_after_its_ask_and_booked_again_is_not_asked_about_twice(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    visit = book()
    go()
    change(database, visit, status="cancelled")
    go()
    change(database, visit, status="booked")
    go()
    assert len(gateway.texts) == 1


@pytest.mark.parametrize("days", [-1, 7])
def test_a_visit_that_was_moved_is_planned_anew(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands, days: int
) -> None:
    visit = book(starts_at=VISIT + timedelta(days=7))
    go()
    planned = only_ask(database)
    assert planned.due_at == DUE.replace(minute=0) + timedelta(days=7)
    moved = VISIT + timedelta(days=7 + days)
    change(database, visit, starts_at=moved)
    go()
    ask = only_ask(database)
    assert (ask.planned_for, ask.deadline) == (moved, moved)
    assert (ask.due_at < planned.due_at) is (days < 0)
    until(clock, go, moved - timedelta(days=1, hours=12))
    assert gateway.texts
    assert all(f"{moved:%a} {moved.day} {moved:%b}" in text.body for text in gateway.texts)


def test_what_somebody_took_back_is_not_owed_anew(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    visit = book()
    with database.writing() as session:
        plan_texts(session, now=clock())
        ask = session.exec(select(Invitation)).one()
        assert cancel_one(session, ask, by="tests", now=clock())
        assert not cancel_one(session, ask, by="tests", now=clock())
    go()
    change(database, visit, starts_at=VISIT + timedelta(hours=1))
    until(clock, go, VISIT)
    assert gateway.texts == []
    assert only_ask(database).reason == "by_hand"


def test_fault_16_two_visits_of_one_young_person_are_asked_about_on_two_days(
    database: Database, gateway: Recording, go: Go, clock: Hands
) -> None:
    with database.writing() as session:
        clinic, person = make_clinic(session, reminds=False), make_person(session, SAM)
        for hours in (0, 26):
            make_appointment(session, clinic, person, starts_at=VISIT + timedelta(hours=hours))
    days = []
    while clock.now < VISIT:
        days += [clock.now.date()] * go().sent
        clock.move(hours=8)
    assert len(gateway.texts) == len(set(days)) == 2
    assert ["12 May" in text.body for text in gateway.texts] == [True, False]


def test_fault_16_an_ask_is_worth_more_than_a_reminder_where_both_would_go_on_one_day(
    database: Database, gateway: Recording, go: Go, clock: Hands
) -> None:
    with database.writing() as session:
        clinic, person = make_clinic(session), make_person(session, SAM)
        for hours in (0, 2):
            make_appointment(session, clinic, person, starts_at=VISIT + timedelta(hours=hours))
    until(clock, go, VISIT)
    assert ["9.30am" in text.body for text in gateway.texts] == [True, False]
    assert not any(LAST in text.body for text in gateway.texts)
