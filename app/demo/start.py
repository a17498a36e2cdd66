"""Starting the demo: both processes, on this machine only, until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import requests

from app.demo.cast import PASSWORD, STAFF
from app.errors import Refusal
from app.settings import Settings
from app.staff.roles import IN_WORDS

STARTING_SECONDS = 30
STOPPING_SECONDS = 20
DEMO_TICK_SECONDS = "2"

Say = Callable[[str], None]


def run(settings: Settings, say: Say) -> int:
    """Start web and scheduler, say where the demo is, and wait; return the exit code."""
    refuse_if_taken(settings.host, settings.port)
    stopping = _Stopping()
    processes = [_start(*command, settings=settings) for command in _commands(settings)]
    try:
        if _answers(settings, processes, stopping):
            for line in welcome(settings):
                say(line)
        while not stopping.asked and all(process.poll() is None for process in processes):
            time.sleep(0.2)
    finally:
        ended_alone = not stopping.asked
        _stop(processes)
    say("One of the demo's processes ended by itself." if ended_alone else "The demo has ended.")
    return 1 if ended_alone else 0


def refuse_if_taken(host: str, port: int) -> None:
    """Raise Refusal, with the way out, if something already listens at the demo's port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise Refusal(
                f"Port {port} is in use: end what runs there, or start with PORT={port + 1}."
            ) from None


def welcome(settings: Settings) -> list[str]:
    """Say where the demo is and who may sign in."""
    address = settings.public_base_url
    people = [f"  {member.email:32} {IN_WORDS[member.role]}" for member in STAFF]
    return [
        "",
        f"What Matters is running at {address}",
        f"The pretend phone is at    {address}/pretend-phone",
        "",
        f"Sign in with the password {PASSWORD} as one of:",
        *people,
        "",
        "Try it: on the pretend phone, go to the day the texts go out; pick a young person and",
        "reply; then sign in as the clinician and open the clinic sheet. Ctrl-C ends the demo.",
        "",
    ]


class _Stopping:
    """Remembers that somebody has asked the demo to end."""

    def __init__(self) -> None:
        self.asked = False
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True


def _commands(settings: Settings) -> list[tuple[str, ...]]:
    bind = f"{settings.host}:{settings.port}"
    web = ("gunicorn", "--workers", "1", "--threads", "8", "--bind", bind)
    quiet = ("--log-level", "warning", "--no-control-socket")
    return [
        (sys.executable, "-m", *web, *quiet, "app.factory:from_environment()"),
        (sys.executable, "-m", "scheduler"),
    ]


def _start(*command: str, settings: Settings) -> subprocess.Popen[bytes]:
    environment = os.environ | {
        "DEMO_MODE": "true",
        "DATABASE_URL": settings.database_url,
        "PORT": str(settings.port),
        "TICK_SECONDS": DEMO_TICK_SECONDS,
        "LOG_LEVEL": "WARNING",
    }
    # Its own session, so that Ctrl-C reaches this process alone and the two end in good order.
    return subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603


def _answers(
    settings: Settings, processes: list[subprocess.Popen[bytes]], stopping: _Stopping
) -> bool:
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until and not stopping.asked:
        if any(process.poll() is not None for process in processes):
            return False
        with suppress(requests.RequestException):
            requests.get(f"http://{settings.host}:{settings.port}/health", timeout=2)
            return True
        time.sleep(0.2)
    return False


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(STOPPING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
