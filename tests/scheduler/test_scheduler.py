"""The second process: it only ticks, and no fault of one job ends the others."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path
from typing import IO

import pytest
from apscheduler.jobstores.memory import MemoryJobStore
from cast import NOW, SAM
from factories import make_appointment, make_ask, make_person
from sqlmodel import select
from structlog.testing import capture_logs

from app import heartbeat
from app.conversations import intake
from app.db import Database
from app.factory import Service
from app.invitations.models import Invitation
from app.people.models import YoungPerson
from app.settings import Settings
from app.sms.pretend_phone import PretendPhone, texts_on
from scheduler import jobs
from scheduler.__main__ import build
from scheduler.timetable import timetable

ROOT = Path(__file__).parents[2]


@pytest.fixture
def service(database: Database, settings: Settings) -> Service:
    return Service(settings, database, lambda: NOW, PretendPhone(database, lambda: NOW))


def test_every_job_is_patient_alone_and_forgets_nothing(service: Service) -> None:
    ticking = build(service)
    ticking.start(paused=True)
    found = ticking.get_jobs()
    assert {job.id for job in found} == {entry.name for entry in timetable(service)}
    for job in found:
        assert job.misfire_grace_time is None
        assert (job.coalesce, job.max_instances) == (True, 1)
    assert ticking.timezone == UTC
    assert all(isinstance(store, MemoryJobStore) for store in ticking._jobstores.values())
    ticking.shutdown()


def test_only_the_demo_delivers_pretend_texts(service: Service, settings: Settings) -> None:
    names = {entry.name for entry in timetable(service)}
    demo = settings.model_copy(update={"demo_mode": True})
    more = {
        entry.name
        for entry in timetable(Service(demo, service.database, service.clock, service.gateway))
    }
    assert more - names == {"deliver pretend texts"}


def test_a_tick_sends_what_is_due_and_leaves_a_sign_of_life(service: Service) -> None:
    with service.database.writing() as session:
        make_appointment(session, person=make_person(session, SAM))
    jobs.send_due_texts(service)
    jobs.send_due_texts(service)
    jobs.beat(service)
    with service.database.reading() as session:
        assert len(texts_on(session, SAM.mobile or "")) == 1
        # The ask has gone, and the reminder of the day before is owed.
        kinds = session.exec(select(Invitation.kind).order_by(Invitation.kind)).all()
        assert kinds == ["ask", "reminder"]
        last = heartbeat.last_beat(session, heartbeat.SCHEDULER)
    assert not heartbeat.is_silent(last, now=NOW)
    assert heartbeat.is_silent(last, now=NOW + timedelta(minutes=11))


def test_a_stop_that_is_kept_but_not_understood_comes_before_the_next_text(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    with service.database.writing() as session:
        visit = make_appointment(session, person=make_person(session, SAM))
        make_ask(session, visit, sent_at=NOW - timedelta(days=3))
        person = session.get_one(YoungPerson, visit.young_person_id)
        make_appointment(session, person=person, starts_at=visit.starts_at + timedelta(days=1))

    def cut_off(*_args: object, **_more: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(intake, "understand", cut_off)
    stop = intake.Inbound("SM" + "0" * 32, SAM.mobile or "", "STOP", 0, [("Body", "STOP")])
    assert intake.take_in(service.database, stop, now=NOW - timedelta(minutes=1)) is None
    monkeypatch.undo()
    jobs.send_due_texts(service)
    with service.database.reading() as session:
        assert texts_on(session, SAM.mobile or "") == []


def test_a_fault_in_a_job_ends_that_run_only(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("Sam Okafor")

    monkeypatch.setattr(jobs, "send_ready", broken)
    with capture_logs() as said:
        jobs.send_due_texts(service)
    assert [line["event"] for line in said if line["log_level"] == "error"] == ["job_failed"]


def iter_until(lines: IO[str], words: str) -> Iterator[str]:
    """Yield lines until one holds these words."""
    for line in lines:
        yield line
        if words in line:
            return


def test_it_starts_ticks_and_ends_cleanly_on_a_signal(tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "DEMO_MODE": "true",
        "DATABASE_URL": f"sqlite:///{tmp_path}/s.sqlite3",
        "TICK_SECONDS": "1",
    }
    command = Path(sys.executable).with_name("whatmatters")
    subprocess.run([command, "migrate"], cwd=ROOT, env=environment, check=True, capture_output=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "scheduler"],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    # On a busy machine it takes its time to start.
    started = list(iter_until(process.stderr, "this_scheduler_leads"))
    time.sleep(1)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)
    said = "".join(started) + said
    assert process.returncode == 0
    for words in ("send due texts", "say that it is alive", "finished"):
        assert words in said
    assert "job_failed" not in said


def test_without_settings_it_says_what_is_missing_and_does_not_start(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scheduler"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 2
    assert "SECRET_KEY is missing" in done.stderr
