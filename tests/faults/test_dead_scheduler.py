"""With no scheduler alive the web process tells people itself, each step once, and says so."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event
from time import monotonic, sleep

import pytest
from cast import NOW, SAM
from factories import make_appointment, make_ask, make_clinic, make_person, make_safety_person
from faults.net import R1, R2, broken, concerns, mails, scheduler_lives, text_in, tick
from flask import Flask
from sqlmodel import col, select

from app.db import Database
from app.factory import create_app
from app.safeguarding import handing_over_here
from app.safeguarding.handing_over_here import keep_watch, tell_without_scheduler
from app.safeguarding.models import Alert
from app.safeguarding.telling import tell_what_is_due
from app.settings import Settings

QUARTER = timedelta(minutes=15)
PROCESSES = 4


@pytest.fixture(autouse=True)
def sam_was_asked(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        make_safety_person(session, clinic, "list")
        make_ask(session, make_appointment(session, clinic, make_person(session, SAM)))


def watches(database: Database, settings: Settings, now: datetime) -> int:
    """Let a web process look once whether to tell from there."""
    return tell_without_scheduler(database, settings, lambda: now)


def steps(database: Database) -> list[int]:
    """The steps that were told of by mail, as they were handed over."""
    with database.reading() as session:
        question = select(Alert.step).where(Alert.channel == "email", Alert.state == "sent")
        return list(session.exec(question.order_by(col(Alert.step))))


@pytest.mark.parametrize(("body", "tier"), [(R1, 1), (R2, 2)])
def test_with_no_scheduler_the_web_process_tells_of_what_must_not_wait_itself(
    app: Flask, database: Database, settings: Settings, body: str, tier: int
) -> None:
    assert "Thank you for telling us" in text_in(app, settings, body)[1]
    assert [each.tier for each in concerns(database)] == [tier]
    assert len(mails(database)) == 1
    scheduler_lives(database)
    tick(database, settings, NOW)
    assert len(mails(database)) == 1


@pytest.mark.parametrize(("body", "apart"), [(R1, QUARTER), (R2, timedelta(hours=18))])
def test_steps_that_fall_due_while_the_scheduler_is_dead_are_told_of_and_none_twice(
    app: Flask, database: Database, settings: Settings, body: str, apart: timedelta
) -> None:
    scheduler_lives(database)
    text_in(app, settings, body)
    tick(database, settings, NOW)
    assert steps(database) == [0]
    # It dies; the cover person and the list are told all the same.
    for place in (1, 2):
        for _ in range(2):
            watches(database, settings, NOW + place * apart)
        assert steps(database) == list(range(place + 1))
    # It comes back, and goes on from there.
    scheduler_lives(database, NOW + 2 * apart)
    tick(database, settings, NOW + 2 * apart)
    assert watches(database, settings, NOW + 2 * apart + timedelta(minutes=9)) == 0
    tick(database, settings, NOW + 3 * apart)
    assert steps(database) == [0, 1, 2, 3]


def test_of_many_processes_that_see_a_step_one_takes_it(
    app: Flask, database: Database, settings: Settings
) -> None:
    scheduler_lives(database, NOW - timedelta(days=1))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(handing_over_here, "hand_over", broken)
        text_in(app, settings, R1)
    for place in range(3):
        now = NOW + place * QUARTER
        with ThreadPoolExecutor(2 * PROCESSES) as pool:
            for _ in range(PROCESSES):
                pool.submit(watches, database, settings, now)
                pool.submit(tick, database, settings, now)
    assert steps(database) == [0, 1, 2]
    assert len(mails(database)) == 3


def test_what_a_scheduler_put_down_before_it_died_is_handed_over(
    app: Flask, database: Database, settings: Settings
) -> None:
    scheduler_lives(database)
    text_in(app, settings, R2)
    tell_what_is_due(database, now=NOW)
    assert mails(database) == []
    assert watches(database, settings, NOW + timedelta(minutes=9)) == 0
    assert watches(database, settings, NOW + timedelta(minutes=11)) == 2
    assert len(mails(database)) == 1


def test_with_a_scheduler_the_web_process_leaves_it_to_that(
    app: Flask, database: Database, settings: Settings
) -> None:
    scheduler_lives(database)
    text_in(app, settings, R1)
    text_in(app, settings, R2)
    assert mails(database) == []


def test_a_fault_in_telling_never_takes_the_answer_back(
    app: Flask, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing_over_here, "hand_over", broken)
    status, answer = text_in(app, settings, R1)
    assert (status, "Thank you for telling us" in answer) == (200, True)
    assert len(concerns(database)) == 1


@pytest.fixture
def stop() -> Iterator[Event]:
    ending = Event()
    yield ending
    ending.set()


def test_the_web_process_watches_also_while_nobody_texts(
    app: Flask, database: Database, settings: Settings, stop: Event
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(handing_over_here, "hand_over", broken)
        text_in(app, settings, R2)
    watching = keep_watch(database, settings, lambda: NOW, stop, seconds=0.05)
    until = monotonic() + 20
    while not mails(database) and monotonic() < until:
        sleep(0.05)
    stop.set()
    watching.join(20)
    assert len(mails(database)) == 1


@pytest.mark.parametrize(
    ("minutes", "code", "said"), [(9, 200, "ok"), (10, 200, "ok"), (11, 503, "silent")]
)
def test_a_dead_scheduler_is_noticed_within_ten_minutes(
    settings: Settings, database: Database, minutes: int, code: int, said: str
) -> None:
    scheduler_lives(database, NOW)
    now = NOW + timedelta(minutes=minutes)
    answer = create_app(settings, database=database, clock=lambda: now).test_client().get("/health")
    assert (answer.status_code, answer.get_json()["scheduler"]) == (code, said)
