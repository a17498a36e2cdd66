"""The demo as a stranger meets it: one command, then upload, texts, a reply and the sheet."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from browser.conftest import ARTIFACTS, ROOT, assert_good
from playwright.sync_api import FilePayload, Page, expect

from app.demo.cast import CLINICS, PASSWORD
from app.demo.lists import clinic_day, clinic_list, nhs_number

COMMAND = Path(sys.executable).with_name("whatmatters")
TUESDAY = CLINICS[0]
THREE = ["sleep", "missing college", "can mum wait outside"]
SOON = 20_000


class Demo:
    """The demo running in processes of its own, on a free port and a database of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.said = ""

    def start(self) -> None:
        """Start it, and read what it says until it says how to end it."""
        self.process = self.command("demo")
        assert self.process.stdout is not None
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                return
        raise AssertionError(self.said + self.process.communicate()[1])

    def command(self, *words: str) -> "subprocess.Popen[str]":
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "DATABASE_URL": f"sqlite:///{self.folder}/demo.sqlite3",
            "DEMO_MODE": "true",
            "PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
            # This checkout, wherever the command was installed from.
            "PYTHONPATH": str(ROOT),
        }
        return subprocess.Popen(
            [COMMAND, *words],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what was said to the end."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, self.said + out + err


@pytest.fixture
def demo(tmp_path: Path, page: Page) -> Iterator[Demo]:
    running = Demo(tmp_path)
    running.start()
    yield running
    page.goto("about:blank")
    if running.process.poll() is None:
        running.end()


def sign_in(page: Page, demo: Demo, email: str) -> None:
    page.goto(f"{demo.address}/sign-in")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()


def with_one_more(today: date) -> bytes:
    """The demo's first list, as the hospital would export it again, with Nia added."""
    day = clinic_day(TUESDAY, today)
    nia = f"{nhs_number(950)},Nia,Bevan,04/05/{day.year - 15},07700 900195,{day:%d/%m/%Y},15:00"
    return clinic_list(TUESDAY, today) + f"{nia},{TUESDAY.code},Welsh,self,\r\n".encode()


def reply_from(page: Page, demo: Demo, who: str, words: str) -> None:
    page.goto(f"{demo.address}/pretend-phone")
    page.get_by_role("link", name=re.compile(f"^{who} ")).first.click()
    expect(page.get_by_text("What matters most to you?").first).to_be_visible(timeout=SOON)
    page.get_by_label("Text message").fill(words)
    page.get_by_role("button", name="Send").click()


def test_a_stranger_sees_a_list_become_texts_and_a_reply_a_line_on_the_sheet(
    page: Page, demo: Demo
) -> None:
    today = datetime.now().date()  # noqa: DTZ005 - the demo was loaded on this machine's today
    sign_in(page, demo, "admin@riverside.example")
    page.goto(f"{demo.address}/clinic-lists")
    file: FilePayload = {
        "name": "tuesday.csv",
        "mimeType": "text/csv",
        "buffer": with_one_more(today),
    }
    page.locator("input[type=file]").set_input_files([file])
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="Nia Bevan")).to_contain_text("New")
    page.get_by_role("button", name="Save this list").click()
    expect(page.get_by_text("The list is saved.", exact=False).first).to_be_visible()

    page.goto(f"{demo.address}/pretend-phone")
    assert_good(page, "pretend-phones")
    page.get_by_role("button", name=re.compile(f"before {TUESDAY.code} .* texts go out")).click()
    reply_from(page, demo, "Nia", "\n".join(f"{n}. {each}" for n, each in enumerate(THREE, 1)))
    expect(page.get_by_text("Thanks, got it.")).to_be_visible()
    reply_from(page, demo, "Zoë", "nah im good thx")
    reply_from(page, demo, "Sam", "1.tiredness2.joints3.college")
    expect(page.get_by_text("We've noted: 1 tiredness, 2 joints, 3 college.")).to_be_visible()
    assert_good(page, "pretend-phone")
    page.locator(".phone-page").screenshot(path=ARTIFACTS / "pretend-phone.png")
    page.get_by_role("button", name="Sign out").click()

    sign_in(page, demo, "clinician@riverside.example")
    page.get_by_role("link", name=re.compile(f"{TUESDAY.code}, Tuesday")).first.click()
    nia = page.get_by_role("article").filter(has_text="Nia Bevan")
    expect(nia.locator("ol > li")).to_have_text(THREE)
    expect(nia.get_by_text("Answered")).to_be_visible()
    expect(page.get_by_role("article").filter(has_text="Zoë")).to_contain_text("Nothing to raise")
    expect(page.get_by_role("article").filter(has_text="Finn")).to_contain_text("no mobile")
    assert_good(page, "clinic-sheet-of-the-demo")
    page.screenshot(path=ARTIFACTS / "clinic-sheet.png")


def test_it_starts_again_as_it_was_left_and_ends_cleanly(demo: Demo) -> None:
    assert "The demo's clinics are loaded." in demo.said
    code, said = demo.end()
    assert (code, "The demo has ended." in said, "Traceback" in said) == (0, True, False)
    demo.start()
    assert "The demo is as you left it." in demo.said
    assert demo.end()[0] == 0


def test_a_port_in_use_gets_one_clear_line(demo: Demo) -> None:
    out, err = demo.command("demo").communicate(timeout=30)
    assert out == ""
    assert err.splitlines() == [
        f"Port {demo.port} is in use: end what runs there, or start with PORT={demo.port + 1}."
    ]
