"""Faults 14 and 29: real processes; one leads, another takes over, a deploy ends them safely."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time as hour
from pathlib import Path

import pytest
from cast import SAM, Cast
from factories import make_appointment, make_clinic, make_person
from fake_twilio.server import running
from invitations.conftest import DUE, VISIT
from pydantic import SecretStr
from sqlmodel import select

from app.db import Database
from app.heartbeat import LEADS_FOR, SCHEDULER, last_beat
from app.invitations.live import go_live
from app.invitations.models import Invitation
from app.settings import Settings
from scheduler.leading import RENEW_SECONDS

ROOT = Path(__file__).parents[2]
LEADS, FOLLOWS = "this_scheduler_leads", "another_scheduler_leads_this_one_sends"
# On a busy machine a process needs a while to load.
PATIENCE = 120.0
TEXTS = 120
KEY = b64encode(b"for these tests only, 32 bytes !").decode()
# The scheduler itself, at a moment at which the window is open.
AT_THE_HOUR = """
import sys
from datetime import UTC, datetime
from app import factory
from scheduler.__main__ import main
ahead = datetime.fromisoformat(sys.argv[1]) - datetime.now(UTC)
time_of = factory.time_of
def moved(database):
    tell = time_of(database)
    return lambda: tell() + ahead
factory.time_of = moved
sys.exit(main())
"""


# The same, but that who leads is given up for dead sooner than in life.
WITH_A_SHORT_LEASE = """
import sys
from datetime import timedelta
from app import heartbeat
heartbeat.LEADS_FOR = timedelta(seconds=float(sys.argv[1]))
from scheduler.__main__ import main
sys.exit(main())
"""
SHORT_LEASE, TAKEN_OVER_WITHIN = 12.0, 30.0


class Running:
    """A process whose words are read as they come."""

    def __init__(self, *line: str, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            line,
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as words:
            for line in words:
                self.said.append(line)
                self._lines.put(line)

    def waits_for(self, *words: str) -> str:
        """Wait until one of these words is said; return which."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            line = self._lines.get(timeout=PATIENCE)
            for word in words:
                if word in line:
                    return word
        raise AssertionError(f"never said: {words}")

    def is_over(self) -> None:
        """End it, and what it began, if it has not ended; wait until all it said is read."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self._reader.join(10)

    def ends(self) -> int:
        """Let it end, as a deploy does; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


@contextmanager
def started(*line: str, environment: dict[str, str]) -> Iterator[Running]:
    found = Running(*line, environment=environment)
    try:
        yield found
    finally:
        found.is_over()


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Settings that a real process starts with: the keys of the demo would be refused."""
    keys = {"data_keys": SecretStr(f"tests:{KEY}"), "lookup_key": SecretStr(KEY)}
    return settings.model_copy(update=keys)


@pytest.fixture
def environment(database: Database, settings: Settings) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
        "PUBLIC_BASE_URL": settings.public_base_url,
        "SECRET_KEY": settings.secret_key.get_secret_value(),
        "DATA_KEYS": f"tests:{KEY}",
        "LOOKUP_KEY": KEY,
        "GATEWAY": "pretend_phone",
        "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": settings.twilio_auth_token.get_secret_value(),
        "TICK_SECONDS": "1",
    }


def test_fault_14_web_processes_start_no_scheduler_one_of_two_leads_and_the_other_takes_over(
    database: Database, environment: dict[str, str]
) -> None:
    web = [sys.executable, "-m", "gunicorn", "-w", "4", "-b", "127.0.0.1:0"]
    scheduler = (sys.executable, "-c", WITH_A_SHORT_LEASE, str(SHORT_LEASE))
    with started(*web, "app.factory:from_environment()", environment=environment) as pages:
        for _ in range(4):
            pages.waits_for("Booting worker")
        with (
            started(*scheduler, environment=environment) as one,
            started(*scheduler, environment=environment) as two,
        ):
            words = [each.waits_for(LEADS, FOLLOWS) for each in (one, two)]
            assert sorted(words) == sorted([LEADS, FOLLOWS])
            leader, other = (one, two) if words[0] == LEADS else (two, one)
            leader.process.kill()
            began = time.monotonic()
            other.waits_for(LEADS)
            assert time.monotonic() - began < SHORT_LEASE + 2 * RENEW_SECONDS
            assert other.ends() == 0
        assert not any("on_the_timetable" in line or LEADS in line for line in pages.said)
    with database.reading() as session:
        assert last_beat(session, SCHEDULER) is not None


def test_fault_14_in_life_another_takes_over_within_half_a_minute() -> None:
    assert LEADS_FOR.total_seconds() + 2 * RENEW_SECONDS <= TAKEN_OVER_WITHIN


def test_fault_29_a_deploy_under_load_ends_in_time_and_the_next_process_goes_on(
    database: Database, settings: Settings, environment: dict[str, str]
) -> None:
    with running(base_delay_ms=400.0) as fake:
        given = {
            "gateway": "twilio",
            "twilio_api_base_url": fake.address,
            "texting": "live",
        }
        live = settings.model_copy(update=given)
        more = {name.upper(): value for name, value in given.items()}
        whole = environment | more | {"SENDER_RATE": "100", "TEXTS_AT_ONCE": "8"}
        with database.writing() as session:
            go_live(session, live, by="tests", now=DUE)
            clinic = make_clinic(session, window_opens=hour(16), window_closes=hour(18, 30))
            for place in range(TEXTS):
                who = Cast("Sam", "A", f"99900{place:05}", SAM.date_of_birth, f"+4477009{place:05}")
                make_appointment(session, clinic, make_person(session, who), starts_at=VISIT)
        line = (sys.executable, "-c", AT_THE_HOUR)
        with started(*line, DUE.isoformat(), environment=whole) as first:
            wait_for(lambda: len(fake.accepted) >= 20)
            assert first.ends() == 0
        assert 20 <= len(fake.accepted) < TEXTS
        with database.reading() as session:
            states = session.exec(select(Invitation.state).where(Invitation.kind == "ask")).all()
        assert states.count("accepted") == len(fake.accepted)
        assert set(states) <= {"accepted", "ready", "planned"}
        fake.base_delay_ms = 0.0
        later = DUE.replace(minute=20).isoformat()
        with started(*line, later, environment=whole) as second:
            wait_for(lambda: len(fake.accepted) >= TEXTS)
            assert second.ends() == 0
        assert sorted(fake.by_token.values()) == [1] * TEXTS


def wait_for(come: object) -> None:
    """Wait until something has come about."""
    until = time.monotonic() + PATIENCE
    while not come():  # type: ignore[operator]
        assert time.monotonic() < until, "it never came about"
        time.sleep(0.1)
