"""The road of an administrator: naming who is told, until texts go; and somebody leaves."""

import re
from datetime import datetime, timedelta

import pytest
from browser.conftest import Site, assert_good
from browser.test_concern_road import Hand, clock, settings
from cast import ADMINISTRATOR, AISHA, CLINIC_ADMIN, SAFEGUARDING, SAM, Cast
from factories import make_appointment, make_person
from playwright.sync_api import Page, expect
from sqlmodel import select

from app.clinics.safety_people import SafetyPerson
from app.clock import Clock
from app.factory import Service
from app.invitations.dispatch import send_due
from app.invitations.models import LiveHost
from app.settings import Settings
from app.sms.pretend_phone import PretendPhone, texts_on
from scheduler import jobs

__all__ = ["clock", "settings"]

HELD = "No texts go out until both are there and tested."
MAY_GO = "Both are there and tested: texts may go."


@pytest.fixture
def service(site: Site, settings: Settings, clock: Clock, now: datetime) -> Service:
    """The service, live, with two visits to ask about and nobody who is told of concerns."""
    with site.database.writing() as session:
        for person in session.exec(select(SafetyPerson)):
            person.left_at, person.left_by = now, "tests"
        session.add(LiveHost(id=1, host="127.0.0.1", since=now, by="tests"))
        make_appointment(session, site.clinic, make_person(session, SAM))
    return Service(settings, site.database, clock, PretendPhone(site.database, clock))


def texts_to(service: Service, who: Cast) -> int:
    """Send what is due; return how many texts somebody has on their phone."""
    send_due(service.database, service.gateway, service.settings, service.clock)
    with service.database.reading() as session:
        return len(texts_on(session, who.mobile or ""))


def fill(page: Page, name: str, email: str, mobile: str) -> None:
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Work e-mail address").fill(email)
    page.get_by_label("Work mobile").fill(mobile)
    page.get_by_role("button", name="Save, and send the test mail").click()


def test_an_administrator_names_lead_and_cover_until_texts_go_and_somebody_leaves(
    page: Page, site: Site, service: Service, clock: Hand
) -> None:
    assert texts_to(service, SAM) == 0
    site.sign_in(page, ADMINISTRATOR.email)
    main = page.get_by_role("main")
    expect(main).to_contain_text("1 clinic needs a lead and a cover person")
    main.get_by_role("link", name="Who is told").click()
    card = page.get_by_role("region", name=re.compile("^RIV-TUE"))
    expect(card).to_contain_text(HELD)
    assert_good(page, "who-is-told-nobody")
    lead_is_named(page)
    expect(card.get_by_role("status")).to_contain_text("Ngozi Adeyemi is named.")
    expect(card).to_contain_text("07700 900901")
    expect(card).to_contain_text("Not tested yet")
    page.get_by_role("button", name="Name the cover person of RIV-TUE").click()
    fill(page, "Tess Oyelaran", "cover@riverside.example", "")
    assert texts_to(service, SAM) == 0
    jobs.tell_of_concerns(service)
    the_test_mail_is_in_the_mailbox(page, site)
    page.goto(f"{site.address}/who-is-told")
    expect(card).to_contain_text(MAY_GO)
    expect(card.get_by_text("Tested", exact=True)).to_have_count(2)
    expect(card).to_contain_text("Their account opens concerns, and may close them.")
    expect(card).to_contain_text("No account here has this address")
    card.get_by_text("The command for that").click()
    assert_good(page, "who-is-told-ready")
    assert texts_to(service, SAM) == 1
    somebody_leaves(page)
    expect(card).to_contain_text(HELD)
    assert_good(page, "who-is-told-held")
    with site.database.writing() as session:
        make_appointment(session, site.clinic, make_person(session, AISHA))
    clock.at += timedelta(minutes=5)
    assert texts_to(service, AISHA) == 0
    page.get_by_role("button", name="Sign out").click()
    a_clinic_admin_finds_out_why(page, site)


def lead_is_named(page: Page) -> None:
    """First with an address that is none, and then rightly: nothing need be typed twice."""
    page.get_by_role("button", name="Name the safeguarding lead of RIV-TUE").click()
    fill(page, "Ngozi Adeyemi", "lead@riverside", "+44 (0)7700 900-901")
    expect(page.get_by_role("alert")).to_contain_text("Enter an e-mail address like")
    assert_good(page, "who-is-told-refused")
    expect(page.get_by_label("Work mobile")).to_have_value("+44 (0)7700 900-901")
    page.get_by_label("Work e-mail address").fill(f"Ngozi Adeyemi <{SAFEGUARDING.email}>")
    page.keyboard.press("Enter")


def the_test_mail_is_in_the_mailbox(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/pretend-mailbox")
    for email in (SAFEGUARDING.email, "cover@riverside.example"):
        mail = page.get_by_role("article").filter(has_text=f"E-mail to {email}")
        expect(mail).to_contain_text("a test of your address")


def somebody_leaves(page: Page) -> None:
    page.locator("summary").filter(has_text="They have left: Tess Oyelaran").click()
    page.get_by_role("button", name=re.compile("Yes, they have left.*Tess")).click()
    expect(page.get_by_role("status")).to_contain_text("Tess Oyelaran has left")


def a_clinic_admin_finds_out_why(page: Page, site: Site) -> None:
    site.sign_in(page, CLINIC_ADMIN.email)
    page.goto(f"{site.address}/texts")
    expect(page.get_by_text("the clinic needs a lead and a cover person")).to_be_visible()
    assert_good(page, "texts-held-for-want-of-people")
    page.get_by_role("link", name="Friday 8 May").click()
    aisha = page.get_by_role("article").filter(has_text="Aisha Begum")
    aisha.get_by_role("link", name="See who is told").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text(f"An administrator changes this: ask {ADMINISTRATOR.full_name}.")
    expect(main).to_contain_text(HELD)
    assert_good(page, "who-is-told-seen-only")


def test_the_words_are_switched_off_with_a_reason_and_on_again(page: Page, site: Site) -> None:
    site.sign_in(page, ADMINISTRATOR.email)
    page.goto(f"{site.address}/who-is-told")
    page.get_by_role("link", name="See what that means, or switch them off").click()
    page.get_by_role("button", name="Switch the words off").click()
    expect(page.get_by_role("alert")).to_contain_text("Say why")
    assert_good(page, "words-refused")
    page.get_by_label("Why?").fill("Our board decides on 1 June.")
    page.get_by_role("button", name="Switch the words off").click()
    expect(page.get_by_role("main")).to_contain_text(
        f"Switched off on 6 May 2026, 4.30pm, by {ADMINISTRATOR.full_name}."
    )
    assert_good(page, "words-off")
    page.get_by_role("button", name="Sign out").click()
    site.sign_in(page, CLINIC_ADMIN.email)
    for address in ("concerns", "replies-to-read", "who-is-told"):
        page.goto(f"{site.address}/{address}")
        expect(page.get_by_role("main")).to_contain_text("nobody is told of one at once")
        assert_good(page, f"words-off-{address}")
    page.get_by_role("button", name="Sign out").click()
    site.sign_in(page, ADMINISTRATOR.email)
    page.goto(f"{site.address}/who-is-told/words")
    page.get_by_role("button", name="Switch the words on again").click()
    expect(page.get_by_role("status")).to_contain_text("bring replies forward again")
    expect(page.get_by_text("When they were off before")).to_be_visible()
    assert_good(page, "words-on-again")
