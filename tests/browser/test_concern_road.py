"""The whole road of a worrying reply: phone, answer, mailbox, the person who acts, the sheet."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from browser.conftest import PASSWORD, Site, assert_good
from browser.test_demo_road import TUESDAY, Demo, reply_from, sign_in
from cast import SAM
from factories import make_appointment, make_ask, make_person, make_safety_person
from playwright.sync_api import Page, expect
from sqlmodel import select

from app.clinics.safety_people import SafetyPerson
from app.clock import Clock
from app.conversations.intake import Inbound, take_in
from app.factory import Service
from app.safeguarding.models import Concern
from app.settings import Settings
from app.sms.pretend_phone import PretendPhone
from app.staff.queries import add_staff
from app.staff.roles import Role
from scheduler import jobs

WORDS = "1. hair 2. my hba1c 3. sometimes i wanna disappear"
ON_CALL = "on.call@riverside.example"
SOON = 40_000


@pytest.fixture
def demo(tmp_path_factory: pytest.TempPathFactory, page: Page) -> Iterator[Demo]:
    running = Demo(tmp_path_factory.mktemp("demo"))
    running.start()
    yield running
    page.goto("about:blank")
    if running.process.poll() is None:
        running.end()


def test_a_worrying_reply_in_a_list_is_answered_told_acknowledged_closed_and_on_the_sheet(
    page: Page, demo: Demo
) -> None:
    page.goto(f"{demo.address}/pretend-phone")
    page.get_by_role("button", name=re.compile(f"before {TUESDAY.code} .* texts go out")).click()
    reply_from(page, demo, "Sam", WORDS)
    answer = page.locator(".phone__text--theirs").last
    expect(answer).to_contain_text("999")
    expect(answer).to_contain_text("85258")
    for word in ("disappear", "hba1c", "hair"):
        expect(answer).not_to_contain_text(word)
    page.get_by_role("main").get_by_role("link", name="pretend mailbox").click()
    mail = page.get_by_role("article").filter(has_text="E-mail to lead@riverside.example").first
    for _ in range(20):
        if mail.count():
            break
        page.wait_for_timeout(2000)
        page.reload()
    expect(mail).to_contain_text("a reply needs a person now")
    for word in ("disappear", "Sam", "Okafor"):
        expect(page.get_by_role("main")).not_to_contain_text(word)
    assert_good(page, "pretend-mailbox")
    mail.get_by_role("link").click()
    page.get_by_label("E-mail address").fill("lead@riverside.example")
    page.get_by_label("Password", exact=True).fill("three-things-that-matter")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sam Okafor")
    expect(page.locator("mark")).to_contain_text("disappear")
    expect(page.locator(".concern-told")).to_contain_text("Moira Castell, safeguarding lead")
    page.get_by_label("What are you doing about it?").fill("Ringing Sam now.")
    page.get_by_role("button", name="Acknowledge").click()
    expect(page.get_by_role("status")).to_contain_text("Acknowledged")
    it_is_closed(page)
    assert_good(page, "concern-of-the-demo")
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, demo, "clinician@riverside.example")
    page.get_by_role("link", name=re.compile(f"{TUESDAY.code}, Tuesday")).first.click()
    sam = page.get_by_role("article").filter(has_text="Sam Okafor")
    expect(sam).to_contain_text("A concern was closed: spoken to the young person.")
    expect(sam).to_contain_text("sometimes i wanna disappear")


def it_is_closed(page: Page) -> None:
    page.get_by_text("Close it", exact=True).click()
    page.get_by_role("radio", name="Spoken to the young person").check()
    page.get_by_role("radio", name="Rang them").check()
    page.locator("#close-words").fill("Rang at 5pm, safe with mum. GP told.")
    page.get_by_role("button", name="Close this concern").click()
    expect(page.get_by_role("status")).to_contain_text("Closed")


class Hand:
    """A clock that is moved by hand."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Hand(now)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The demo's pages as well, for the mailbox; its address is the one of the site."""
    return settings.model_copy(update={"demo_mode": True, "public_base_url": "http://127.0.0.1"})


@pytest.fixture
def service(site: Site, settings: Settings, clock: Clock) -> Service:
    return Service(settings, site.database, clock, PretendPhone(site.database, clock))


def told(page: Page, site: Site) -> list[str]:
    """Whom the mailbox says was written to, the newest first."""
    page.goto(f"{site.address}/pretend-mailbox")
    heads = page.get_by_role("article").get_by_role("heading").all_inner_texts()
    return [found[1] for each in heads if (found := re.search(r"E-mail to (\S+),", each))]


def a_net_and_a_reply(site: Site, now: datetime) -> None:
    """A lead, a cover person, and one on the list who may sign in; then a text at night."""
    with site.database.writing() as session:
        for person in session.exec(select(SafetyPerson)):
            person.left_at, person.left_by = now, "tests"
        session.flush()
        make_safety_person(session, site.clinic, "lead", email="lead@riverside.example")
        make_safety_person(session, site.clinic, "cover", email="cover@riverside.example")
        make_safety_person(session, site.clinic, "list", email=ON_CALL)
        add_staff(
            session, email=ON_CALL, full_name="Tess Oyelaran", clinic_ids=[],
            organisation_code=site.clinic.organisation_code, roles=[Role.SAFEGUARDING_LEAD],
            password=PASSWORD, by="tests", now=now,
        )  # fmt: skip
        make_ask(session, make_appointment(session, site.clinic, make_person(session, SAM)))
    take_in(site.database, Inbound("SM" + "7" * 32, SAM.mobile or "", WORDS, 0, []), now=now)


def test_nobody_acknowledges_until_the_third_person(
    page: Page, site: Site, service: Service, clock: Hand, now: datetime
) -> None:
    a_net_and_a_reply(site, now)
    jobs.tell_of_concerns(service)
    assert told(page, site) == ["lead@riverside.example"]
    clock.at += timedelta(minutes=14)
    jobs.tell_of_concerns(service)
    assert len(told(page, site)) == 1
    for minutes in (1, 15):
        clock.at += timedelta(minutes=minutes)
        jobs.tell_of_concerns(service)
    assert told(page, site) == [ON_CALL, "cover@riverside.example", "lead@riverside.example"]
    expect(page.get_by_role("article").first).to_contain_text("have not acknowledged it")
    mail = page.get_by_role("article").filter(has_text=f"E-mail to {ON_CALL}")
    mail.get_by_role("link").click()
    page.get_by_label("E-mail address").fill(ON_CALL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".concern-told")).to_contain_text("cover person, by e-mail")
    expect(page.locator(".concern-told li")).to_have_count(6)
    page.get_by_role("button", name="Acknowledge").click()
    expect(page.get_by_text("Acknowledged by Tess Oyelaran")).to_be_visible()
    assert_good(page, "concern-third-person")
    clock.at += timedelta(hours=3)
    jobs.tell_of_concerns(service)
    assert len(told(page, site)) == 3
    # Who closes it not within a day is reminded.
    clock.at += timedelta(hours=22)
    jobs.tell_of_concerns(service)
    assert len(told(page, site)) == 5
    with site.database.reading() as session:
        assert session.exec(select(Concern)).one().closed_at is None
