"""A dead scheduler is noticed."""

from datetime import datetime, timedelta

import pytest
from cast import NOW
from sqlmodel import func, select

from app.db import Database
from app.heartbeat import SCHEDULER, SILENT_AFTER, Heartbeat, beat, is_silent, last_beat


def test_a_process_that_never_ran_is_silent(database: Database, now: datetime) -> None:
    with database.reading() as session:
        assert is_silent(last_beat(session, SCHEDULER), now=now)


def test_only_the_last_beat_is_kept(database: Database, now: datetime) -> None:
    for minute in range(3):
        with database.writing() as session:
            beat(session, SCHEDULER, now=now + timedelta(minutes=minute))
    with database.reading() as session:
        assert last_beat(session, SCHEDULER) == now + timedelta(minutes=2)
        assert session.exec(select(func.count()).select_from(Heartbeat)).one() == 1


def test_processes_beat_apart(database: Database, now: datetime) -> None:
    with database.writing() as session:
        beat(session, "another", now=now)
    with database.reading() as session:
        assert last_beat(session, SCHEDULER) is None


@pytest.mark.parametrize(
    ("ago", "silent"),
    [
        (timedelta(0), False),
        (SILENT_AFTER, False),
        (SILENT_AFTER + timedelta(seconds=1), True),
        # A clock that was set back is no reason to alarm anybody.
        (-timedelta(hours=1), False),
    ],
)
def test_silence_begins_after_ten_minutes(ago: timedelta, silent: bool) -> None:
    assert is_silent(NOW - ago, now=NOW) is silent
