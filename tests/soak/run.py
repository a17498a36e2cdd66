"""One soak: real processes, a provider that lies, and somebody who kills; then the counting."""

import base64
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import requests
from fake_twilio.process import Apart, command
from pydantic import SecretStr
from soak.counting import Counted, Result, counted, progress_of
from soak.databases import empty
from soak.material import Feeder
from soak.mixes import lost, wishes
from soak.nursery import KILLED, Killer, Nursery, nursery
from soak.times import AHEAD, OPENS, ORDINARY, Times

from app.db import Database
from app.settings import Settings

ROOT = Path(__file__).parents[2]
STARTS_WITHIN_SECONDS = 60.0
# Four schedulers and a web process write to the same file, and some are frozen while they do.
PATIENCE_SECONDS = 600.0
LOOK_EVERY_SECONDS, SAY_EVERY_SECONDS = 0.3, 60.0
# So many visits wait to be asked about at most; more are booked as they go.
IN_SIGHT, AT_ONCE = 300, 50
TOKEN = "token-of-the-soak-token-of-the-soak"


@dataclass(frozen=True)
class Soak:
    """What is asked of one soak; `patience_seconds` is when it is given up and counted as it is.

    After `minutes` no more visits are booked: it is over once what is owed by then is settled.
    Logs and database stay in `folder`, an existing one; without it they are gone at the end.
    """

    database: str
    texts: int
    kills: int
    seed: int
    times: Times = ORDINARY
    workers: int = 4
    texts_at_once: int = 8
    minutes: float = 120.0
    patience_seconds: float = 4 * 3600.0
    folder: Path | None = None


def soak(asked: Soak) -> Result:
    """Run one soak and count what came of it."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="whatmatters-soak-") as place:
        folder = asked.folder or Path(place)
        with empty(asked.database, folder) as address:
            return _with_processes(asked, address, folder, began)


def _with_processes(asked: Soak, address: str, folder: Path, began: float) -> Result:
    ahead = (OPENS - datetime.now(UTC)).total_seconds()
    wished = wishes(asked.times, asked.seed, ahead) | {"auth_token": TOKEN}
    with _fake(wished, folder) as fake:
        settings = _settings(asked, address, fake.address)
        surroundings = _environment(settings, ahead)
        database = Database(address, settings.vault(), PATIENCE_SECONDS)
        with (
            _web(settings, surroundings, folder),
            nursery(asked.times, ahead, surroundings, folder) as schedulers,
        ):
            feeder = Feeder(database, settings, asked.texts)
            killer = Killer(schedulers, asked.times, asked.seed)
            _drive(asked, database, schedulers, feeder, killer)
            schedulers.end()
            time.sleep(asked.times.seconds("late") * 2)
            fake.ask("settled", seconds=30)
            found = _count(database, feeder, fake)
            killed = schedulers.ended().get(KILLED, 0)
        database.engine.dispose()
        state = fake.state()
        assert state["broken"] == [], "the fake itself is broken, and its answers mean nothing"
        return Result(
            database=asked.database,
            texts=len(feeder.booked),
            kills=killed,
            stops=killer.stops,
            answers_lost=lost(state["by_mood"]),
            **asdict(found),
            receipts=state["calls"] - state["calls_lost"],
            receipts_failed=state["calls_failed"],
            jobs_failed=_jobs_failed(folder),
            seconds=round(time.monotonic() - began),
            seed=asked.seed,
        )


def _drive(
    asked: Soak, database: Database, schedulers: Nursery, feeder: Feeder, killer: Killer
) -> None:
    """Book, let the killer keep step with the texts, and wait until nothing is owed any more."""
    books_until = time.monotonic() + asked.minutes * 60
    until = time.monotonic() + asked.patience_seconds
    for _ in range(asked.workers):
        schedulers.start()
    killer.start()
    quiet, said = 0, time.monotonic()
    while quiet < 2 and time.monotonic() < until:
        stands = progress_of(database)
        if time.monotonic() < books_until:
            while len(feeder.booked) - stands.begun < IN_SIGHT and feeder.book(AT_ONCE):
                continue
        killer.allowed = asked.kills * stands.begun // asked.texts
        over = stands.begun == len(feeder.booked) and killer.kills >= killer.allowed
        quiet = quiet + 1 if over and not stands.unsettled else 0
        if time.monotonic() - said > SAY_EVERY_SECONDS:
            said = time.monotonic()
            print(f"{stands.begun:,} begun, {stands.unsettled:,} unsettled, {killer.kills:,} kills")
        time.sleep(LOOK_EVERY_SECONDS)
    killer.end()


def _count(database: Database, feeder: Feeder, fake: Apart) -> Counted:
    with database.reading() as session:
        return counted(session, feeder.booked, fake.ask("by_token"))


def _jobs_failed(folder: Path) -> int:
    """Count the jobs that failed; the next tick did them again."""
    log = (folder / "schedulers.log").read_text(encoding="utf-8", errors="replace")
    return log.count('"job_failed"')


def _settings(asked: Soak, address: str, fake: str) -> Settings:
    """Settings as in life, but for the limits: a thousand numbers stand for many more."""
    return Settings(
        database_url=address,
        public_base_url=f"http://127.0.0.1:{free_port()}",
        log_level="ERROR",
        tick_seconds=60,
        secret_key=SecretStr(secrets.token_urlsafe(48)),
        data_keys=SecretStr(f"soak:{_key()}"),
        lookup_key=SecretStr(_key()),
        gateway="twilio",
        twilio_account_sid="AC" + "0" * 32,
        twilio_auth_token=SecretStr(TOKEN),
        twilio_api_base_url=fake,
        texting="live",
        sender_rate=1000,
        texts_at_once=asked.texts_at_once,
        most_per_number_a_day=1000,
        most_per_number_a_week=1000,
        most_per_clinic_an_hour=1_000_000,
        most_a_day=1_000_000,
    )


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _environment(settings: Settings, ahead: float) -> dict[str, str]:
    """Say the settings as an environment does; nothing of the developer's own goes with them."""
    said = {
        name.upper(): value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        for name, value in settings
        if name in settings.model_fields_set
    }
    paths = os.pathsep.join((str(ROOT / "tests"), str(ROOT)))
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | said | {"PYTHONPATH": paths, AHEAD: str(ahead)}


@contextmanager
def _fake(wished: dict[str, object], folder: Path) -> Iterator[Apart]:
    """Run the fake Twilio; what it says of lines that were cut goes to a file."""
    with (
        (folder / "fake.log").open("wb") as log,
        subprocess.Popen(
            **command(wished), stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
        requests.Session() as session,
    ):
        assert process.stdout is not None
        try:
            yield Apart(json.loads(process.stdout.readline())["address"], session)
        finally:
            process.terminate()


@contextmanager
def _web(settings: Settings, environment: dict[str, str], folder: Path) -> Iterator[None]:
    """Run the web process, as in life: gunicorn with two workers."""
    address = settings.public_base_url
    line = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--workers", "2"]
    line += ["--timeout", "30", "--bind", address.removeprefix("http://"), "soak.web:application()"]
    with (folder / "web.log").open("wb") as log:
        process = subprocess.Popen(line, env=environment, cwd=folder, stdout=log, stderr=log)
        try:
            _await(address)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(STARTS_WITHIN_SECONDS)


def _await(address: str) -> None:
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while True:
        try:
            requests.get(address + "/health", timeout=5)
        except requests.RequestException:
            assert time.monotonic() < until, "the web process did not start"
            time.sleep(0.1)
        else:
            return
