"""Fault 58: a server's clock that jumps makes no text early, and leaves no lease in doubt."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from cast import SAM
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import DUE, VISIT, Hands, Recording

from app import db
from app.clock import SteadyClock
from app.db import Database, time_of
from app.factory import Service
from app.heartbeat import LEADS_FOR, SCHEDULER, lead
from app.settings import Settings
from scheduler import jobs

TWO_HOURS = timedelta(hours=2)


class Machine:
    """A machine with a clock on the wall, which somebody may set, and an even count of seconds."""

    def __init__(self, now: datetime) -> None:
        self.wall, self.seconds = Hands(now), 0.0

    def go_on(self, by: timedelta) -> None:
        """Let time pass."""
        self.wall.now += by
        self.seconds += by.total_seconds()

    def clock(self) -> SteadyClock:
        """Make the clock that the service has on this machine."""
        return SteadyClock(self.wall, lambda: self.seconds)


@pytest.mark.parametrize("jump", [TWO_HOURS, -TWO_HOURS], ids=["forward", "back"])
def test_fault_58_between_two_settings_a_jump_moves_nothing(jump: timedelta) -> None:
    machine = Machine(DUE)
    clock = machine.clock()
    assert clock() == DUE
    machine.wall.now += jump
    assert clock() == DUE
    machine.go_on(timedelta(seconds=30))
    assert clock() == DUE + timedelta(seconds=30)
    assert clock.settled


@pytest.mark.parametrize("jump", [TWO_HOURS, -TWO_HOURS], ids=["forward", "back"])
def test_fault_58_after_a_jump_the_clock_is_not_settled_for_ten_minutes(jump: timedelta) -> None:
    machine = Machine(DUE)
    clock = machine.clock()
    clock()
    machine.wall.now += jump
    assert clock.align() == jump
    for _ in range(10):
        assert not clock.settled
        machine.go_on(timedelta(minutes=1))
        assert clock.align() == timedelta()
    assert clock.settled
    assert clock() == DUE + jump + timedelta(minutes=10)


def test_fault_58_a_small_step_is_taken_without_waiting() -> None:
    machine = Machine(DUE)
    clock = machine.clock()
    clock()
    machine.wall.now += SteadyClock.JUMP
    clock.align()
    assert (clock.settled, clock()) == (True, DUE + SteadyClock.JUMP)


@pytest.mark.parametrize("jump", [TWO_HOURS, -TWO_HOURS], ids=["forward", "back"])
@pytest.mark.parametrize("lasts", [1, 9], ids="{}-minutes".format)
def test_fault_58_no_text_is_early_or_lost_though_the_clock_jumps_there_and_back(
    database: Database, settings: Settings, jump: timedelta, lasts: int
) -> None:
    machine, sent = Machine(DUE - timedelta(minutes=31)), Recording()
    with database.writing() as session:
        clinic = make_clinic(session, window_opens=time(16), window_closes=time(18, 30))
        make_appointment(session, clinic, make_person(session, SAM), starts_at=VISIT)
    service = Service(settings, database, machine.clock(), sent)
    went, really = [], machine.wall()
    for minute in range(100):
        machine.wall.now += {10: jump, 10 + lasts: -jump}.get(minute, timedelta())
        before = len(sent.texts)
        jobs.send_due_texts(service)
        went += [really] if len(sent.texts) > before else []
        machine.go_on(timedelta(minutes=1))
        really += timedelta(minutes=1)
    assert went == [DUE - timedelta(minutes=1)]


def test_fault_58_the_other_jobs_that_need_the_time_wait_as_well(
    database: Database, settings: Settings
) -> None:
    machine = Machine(DUE)
    clock = machine.clock()
    ran = []

    @jobs.in_good_time
    def job(service: Service) -> None:
        ran.append(machine.seconds)

    service = Service(settings, database, clock, Recording())
    job(service)
    machine.wall.now += TWO_HOURS
    for _ in range(12):
        job(service)
        machine.go_on(timedelta(minutes=1))
    assert ran == [0.0, 600.0, 660.0]


def shifted(by: timedelta) -> type[datetime]:
    """Make the wall clock of a machine that goes wrong by so much."""

    class Wrong(datetime):
        """A datetime whose now is not now."""

        @classmethod
        def now(cls, tz: object = None) -> "Wrong":
            return cls.fromtimestamp((datetime.now(UTC) + by).timestamp(), UTC)

    return Wrong


@pytest.mark.parametrize("jump", [TWO_HOURS, -TWO_HOURS], ids=["forward", "back"])
def test_fault_58_where_there_is_postgresql_its_time_rules_and_not_the_machines(
    postgresql_database: Database, monkeypatch: pytest.MonkeyPatch, jump: timedelta
) -> None:
    monkeypatch.setattr(db, "datetime", shifted(jump))
    clock: Callable[[], datetime] = time_of(postgresql_database)
    assert abs(clock() - datetime.now(UTC)) < timedelta(seconds=20)
    assert clock().utcoffset() == timedelta()


def test_fault_58_on_sqlite_it_is_the_machines_own_time(sqlite_database: Database) -> None:
    assert abs(time_of(sqlite_database)() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize("jump", [TWO_HOURS, -TWO_HOURS], ids=["forward", "back"])
def test_fault_58_a_machine_whose_clock_is_wrong_takes_no_lease_that_runs(
    postgresql_database: Database, monkeypatch: pytest.MonkeyPatch, jump: timedelta
) -> None:
    database = postgresql_database
    right = SteadyClock(time_of(database))
    monkeypatch.setattr(db, "datetime", shifted(jump))
    wrong = SteadyClock(time_of(database))
    with database.writing() as session:
        assert lead(session, SCHEDULER, "one", now=right())
        assert not lead(session, SCHEDULER, "another", now=wrong())
    with database.writing() as session:
        assert lead(session, SCHEDULER, "another", now=wrong() + LEADS_FOR + timedelta(seconds=5))
