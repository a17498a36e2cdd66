"""Faults 57 to 63: schedulers that were away, nights, visits that move, late ones, birthdays."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from invitations.conftest import DUE, VISIT, Book, Go, Hands, Recording, only_ask
from sqlmodel import Session, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import Database, seal
from app.invitations.board import board, went_wrong
from app.invitations.dispatch import plan_due
from app.invitations.models import Invitation
from app.invitations.rules import AskFacts, Due, Held, HeldReason, decide
from app.invitations.states import Kind, State
from app.invitations.window import Times, is_open
from app.people.models import YoungPerson
from app.settings import Settings

LONDON = ZoneInfo("Europe/London")
A_MINUTE, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def listed(database: Database, now: datetime) -> list[str | None]:
    """Return the reasons of what clinic admins are told did not reach anybody."""
    with database.reading() as session:
        clinics = session.exec(select(Clinic)).all()
        wrong = went_wrong(session, clinics, now=now)
        return [row.reason for row, _ in wrong if row.kind == Kind.ASK]


@pytest.mark.parametrize(
    ("away", "goes"),
    [
        (timedelta(minutes=1), "2026-05-08 15:01"),
        # Back when the window has closed: on the next sending day, before the visit.
        (timedelta(hours=3), "2026-05-11 15:00"),
        (timedelta(days=3, hours=1), "2026-05-11 16:00"),
    ],
    ids=str,
)
def test_fault_57_after_a_standstill_a_text_goes_late_in_the_window_and_before_the_visit(
    gateway: Recording, book: Book, go: Go, clock: Hands, away: timedelta, goes: str
) -> None:
    book()
    due = utc("2026-05-08 15:00")
    clock.now = due - A_MINUTE
    go()
    clock.now = due + away
    went = list[datetime]()
    while not went and clock() < VISIT:
        before = clock()
        go()
        went += [before] if gateway.texts else []
        clock.move(minutes=30)
    assert went == [utc(goes)]
    assert len(gateway.texts) == 1


@pytest.mark.parametrize("away", [timedelta(days=3, hours=16), timedelta(days=4)], ids=str)
def test_fault_57_after_too_long_a_standstill_a_text_ends_and_is_listed(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands, away: timedelta
) -> None:
    book()
    clock.now = utc("2026-05-08 14:59")
    go()
    clock.now += away + timedelta(hours=4)
    go()
    ask = only_ask(database)
    assert (ask.state, ask.reason, gateway.texts) == (State.EXPIRED, "too_late", [])
    assert listed(database, clock()) == ["too_late"]


def test_fault_57_whoever_was_never_planned_is_told_to_have_been_too_late(
    database: Database, gateway: Recording, settings: Settings, book: Book, go: Go, clock: Hands
) -> None:
    book()
    clock.now = utc("2026-05-11 17:31")
    go()
    assert gateway.texts == []
    assert held_as(database, settings, clock()) == [Held(HeldReason.TOO_LATE)]


def test_fault_59_around_christmas_no_minute_outside_the_window_is_due() -> None:
    times = Times(4, time(9), time(19), "1234567", "Europe/London", avoids_school_hours=False)
    facts = AskFacts("booked", utc("2026-12-31 10:00"), True, False)
    moment, days = utc("2026-12-24 00:00"), set[date]()
    while moment < utc("2026-12-31 10:00"):
        due = decide(Kind.ASK, facts, times, moment) == Due()
        assert due <= (9 <= moment.hour < 19 and is_open(moment, times))
        days |= {moment.date()} if due else set()
        moment += A_MINUTE
    # Its day is the Sunday; the substitute for Boxing Day is the Monday.
    assert sorted(day.day for day in days) == [27, 29, 30, 31]


def move(database: Database, visit: UUID, **values: object) -> None:
    with database.writing() as session:
        appointment = session.get_one(Appointment, visit)
        for name, value in values.items():
            setattr(appointment, name, value)


def test_fault_60_a_visit_moved_after_the_plan_is_asked_about_at_its_new_time(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    visit = book()
    clock.now = DUE - timedelta(days=2)
    go()
    planned = only_ask(database)
    move(database, visit, starts_at=VISIT + timedelta(days=7))
    go()
    anew = only_ask(database)
    assert (planned.due_at, anew.due_at) == (utc("2026-05-08 15:00"), utc("2026-05-15 15:00"))
    assert (anew.state, anew.planned_for) == (State.PLANNED, VISIT + timedelta(days=7))
    clock.now = DUE
    go()
    assert gateway.texts == []
    clock.now = DUE + timedelta(days=7)
    go()
    assert ["Tue 19 May" in text.body for text in gateway.texts] == [True]


def test_fault_60_a_visit_cancelled_after_the_plan_is_not_asked_about_and_booked_again_is(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    visit = book()
    clock.now = DUE - timedelta(days=2)
    go()
    move(database, visit, status="cancelled")
    go()
    assert only_ask(database).state == State.CANCELLED
    move(database, visit, status="booked")
    clock.now = DUE
    go()
    assert len(gateway.texts) == 1


def test_fault_61_added_too_late_for_tomorrow_is_not_sent_and_listed_as_such(
    database: Database, gateway: Recording, settings: Settings, book: Book, go: Go, clock: Hands
) -> None:
    clock.now = VISIT - timedelta(hours=14)
    book()
    for _ in range(14 * 2):
        go()
        clock.move(minutes=30)
    assert gateway.texts == []
    clock.now = VISIT - AN_HOUR
    assert held_as(database, settings, clock()) == [Held(HeldReason.TOO_LATE)]


@pytest.mark.parametrize(
    ("added", "goes"),
    [
        ("2026-05-09 10:00", "2026-05-11 15:00"),
        ("2026-05-11 16:00", "2026-05-11 16:00"),
        ("2026-05-11 17:29", "2026-05-11 17:29"),
    ],
)
def test_fault_61_added_late_but_in_time_is_asked_about_in_the_next_window(
    gateway: Recording, book: Book, go: Go, clock: Hands, added: str, goes: str
) -> None:
    clock.now = utc(added)
    book()
    went = list[datetime]()
    while not went and clock() < VISIT:
        go()
        went += [clock()] if gateway.texts else []
        clock.move(hours=1)
    assert went == [utc(goes)]


def held_as(database: Database, settings: Settings, now: datetime) -> list[object]:
    """Return what the page of the visit's day says of its ask that has not gone."""
    with database.reading() as session:
        clinic = session.exec(select(Clinic)).one()
        visits = board(session, settings, clinic, VISIT.date(), now=now)
        return [text.decision for visit in visits for text in visit.texts if text.kind == Kind.ASK]


def born(session: Session, years: int) -> None:
    """Let the one young person have that birthday on the day the text goes."""
    person = session.exec(select(YoungPerson)).one()
    birthday = DUE.date().replace(year=DUE.year - years)
    seal(session, person, "date_of_birth", birthday.isoformat())


@pytest.mark.parametrize(
    ("years", "owner", "reason"),
    [
        (16, "self", None),
        (16, "parent", "parents_number"),
        (18, "self", None),
        (25, "self", None),
        (26, "self", "too_old"),
    ],
)
def test_fault_62_a_birthday_between_plan_and_text_is_looked_at_again(
    database: Database, gateway: Recording, settings: Settings, clock: Hands, book: Book,
    go: Go, years: int, owner: str, reason: str | None,
) -> None:  # fmt: skip
    book()
    with database.writing() as session:
        session.exec(select(YoungPerson)).one().number_belongs_to = owner
        born(session, years)
    clock.now = DUE - A_DAY
    assert plan_due(database, settings, clock) == 1
    clock.now = DUE
    go()
    ask = only_ask(database)
    assert (ask.state, ask.reason) == (
        (State.ACCEPTED, None) if reason is None else (State.SUPPRESSED, reason)
    )
    assert len(gateway.texts) == (reason is None)


@pytest.mark.parametrize("birth", ["2027-01-01", "2100-02-28"])
def test_fault_63_whoever_is_not_born_yet_is_not_texted(
    database: Database, gateway: Recording, book: Book, go: Go, birth: str
) -> None:
    book()
    with database.writing() as session:
        seal(session, session.exec(select(YoungPerson)).one(), "date_of_birth", birth)
    go()
    assert gateway.texts == []
    with database.reading() as session:
        assert session.exec(select(Invitation)).all() == []


def test_fault_63_who_was_born_on_a_leap_day_is_texted_like_everybody(
    database: Database, gateway: Recording, book: Book, go: Go
) -> None:
    book()
    with database.writing() as session:
        seal(session, session.exec(select(YoungPerson)).one(), "date_of_birth", "2012-02-29")
    go()
    assert len(gateway.texts) == 1
