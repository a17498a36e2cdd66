"""A real Chromium, looking at the real application: no page may complain or reach outside."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from cast import ADMINISTRATOR, CLINIC_ADMIN, CLINICIAN, SAFEGUARDING
from factories import make_clinic
from playwright.sync_api import Browser, Page, sync_playwright
from pydantic import SecretStr
from werkzeug.serving import make_server

from app.clinics.models import Clinic
from app.clock import Clock
from app.db import Database
from app.factory import create_app
from app.settings import Settings
from app.staff.queries import add_staff

ROOT = Path(__file__).parents[2]
ARTIFACTS = ROOT / "test-artifacts"
PASSWORD = "three words for tests"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def chromium() -> str | None:
    """Return the machine's own Chromium, or None to use Playwright's."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page; the test fails if it complains, or asks for anything that is not there."""
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("requestfailed", lambda request: _note(faults, request.url, request.failure))
    opened.on(
        "console",
        # A page that is refused on purpose is still told as an error of its address.
        lambda said: (
            faults.append(said.text)
            if said.type == "error" and "status of 4" not in said.text
            else None
        ),
    )
    yield opened
    context.close()
    assert faults == []


def _note(faults: list[str], url: str, failure: str | None) -> None:
    # A page that is left while it loads gives up what it was loading; that is no fault.
    if failure and "ERR_ABORTED" not in failure:
        faults.append(f"{url} {failure}")


@dataclass(frozen=True)
class Site:
    """The running application: its address, its clinic, and how to sign in."""

    address: str
    database: Database
    clinic: Clinic

    def sign_in(self, page: Page, email: str) -> None:
        """Sign in through the page."""
        page.goto(f"{self.address}/sign-in")
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Sign out").wait_for()


@pytest.fixture
def site(sqlite_database: Database, settings: Settings, clock: Clock, page: Page) -> Iterator[Site]:
    """The real application in a thread, with one clinic and a member of staff of each role."""
    with sqlite_database.writing() as session:
        clinic = make_clinic(session, code="RIV-TUE")
        for who in (CLINICIAN, CLINIC_ADMIN, SAFEGUARDING, ADMINISTRATOR):
            add_staff(
                session,
                email=who.email,
                full_name=who.full_name,
                organisation_code=who.organisation_code,
                roles=[who.role],
                clinic_ids=[clinic.id],
                password=PASSWORD,
                by="tests",
                now=clinic.created_at,
            )
    local = settings.model_copy(
        update={"public_base_url": "http://127.0.0.1", "secret_key": SecretStr("s" * 40)}
    )
    app = create_app(local, sqlite_database, clock)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(f"http://127.0.0.1:{server.server_port}", sqlite_database, clinic)
    # What the page still asks for must not meet a closed door.
    page.goto("about:blank")
    server.shutdown()
    thread.join(5)


@pytest.fixture
def clock(now: datetime) -> Clock:
    return lambda: now


def assert_good(page: Page, name: str) -> None:
    """Check a page for accessibility, and that it fits 1280 and 360 pixels; keep pictures of it."""
    ARTIFACTS.mkdir(exist_ok=True)
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.screenshot(path=ARTIFACTS / f"{name}-{size['width']}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.title().endswith("What Matters")
