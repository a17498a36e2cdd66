"""The demo as a stranger meets it: one command, then upload, texts, a reply and the sheet."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

COMMAND = Path(sys.executable).with_name("whatmatters")
PICTURES = Path(__file__).parents[2] / "test-artifacts"
PASSWORD = "three-things-that-matter"
STARTED_WITHIN = 60


class Demo:
    """The demo running in processes of its own, on a free port and an empty database."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
            "PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
        }
        self.folder = folder

    def start(self) -> None:
        self.process = subprocess.Popen(
            [COMMAND, "demo"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                return
        raise AssertionError(self.said + self.process.communicate()[1])

    def end(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out + err


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    running = Demo(tmp_path)
    running.start()
    yield running
    if running.process.poll() is None:
        running.end()


def sign_in(page: Page, demo: Demo, email: str) -> None:
    page.goto(f"{demo.address}/sign-in")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def upload(page: Page, demo: Demo) -> None:
    """Upload what the demo's own first list looks like, with one more person and one bad row."""
    day = page.get_by_role("link").first
    assert day
