"""The road of a concern in a real browser: seen, acknowledged, lowered, looked at, closed."""

import re
from datetime import datetime, timedelta

from browser.conftest import Site, assert_good
from cast import CLINIC_ADMIN, CLINIC_TIME, CLINICIAN, ELLA, SAFEGUARDING, SAM
from concerns.opened import make_concern
from factories import make_appointment, make_ask, make_person, make_reply
from playwright.sync_api import Page, expect

NEW_PHONE = "+447700900777"


def some_worry(site: Site, now: datetime) -> None:
    """Three concerns: in a list, on a parent's phone, and from a number that nobody has."""
    with site.database.writing() as session:
        sam = make_appointment(session, site.clinic, make_person(session, SAM))
        make_ask(session, sam, sent_at=now - timedelta(days=1))
        number, later = SAM.mobile or "", CLINIC_TIME + timedelta(minutes=20)
        make_reply(session, sam, "hi its me", number=number, received_at=now - timedelta(hours=3))
        words = "1 hair 2 hba1c 3 sometimes i wanna disappear"
        make_concern(session, sam, words, number=number, at=now - timedelta(minutes=40))
        ella = make_appointment(session, site.clinic, make_person(session, ELLA), starts_at=later)
        number = ELLA.mobile or ""
        words = "can i talk without my mum in the room"
        make_concern(session, ella, words, tier=3, number=number, at=now - timedelta(hours=5))
        words = "\u202emy mums boyfriend hits me " + "Z" * 300
        make_concern(session, None, words, tier=2, number=NEW_PHONE, at=now - timedelta(hours=2))


def test_a_concern_is_seen_acknowledged_lowered_looked_at_again_and_closed(
    page: Page, site: Site, now: datetime
) -> None:
    some_worry(site, now)
    site.sign_in(page, CLINIC_ADMIN.email)
    page.get_by_role("main").get_by_role("link", name="Concerns").click()
    expect(page.get_by_text("3 concerns are open.")).to_be_visible()
    expect(page.get_by_role("article").first).to_contain_text("Life may be at risk")
    expect(page.get_by_role("article").first.locator("mark")).to_contain_text("disappear")
    assert_good(page, "concerns")
    page.get_by_role("link", name="Unknown numbers").click()
    expect(page.get_by_role("article")).to_have_count(1)
    assert_good(page, "concerns-unknown-numbers")
    page.get_by_role("link", name="All concerns").click()
    page.get_by_role("link", name=re.compile("Open this concern.*Sam")).click()
    page.get_by_label("What are you doing about it?").fill("Ringing Sam now.")
    assert_good(page, "concern-open")
    page.get_by_role("button", name="Acknowledge").click()
    expect(page.get_by_role("status")).to_contain_text("Acknowledged")
    page.goto(f"{site.address}/replies-to-read")
    expect(page.get_by_role("article").first).to_contain_text("Concern: life may be at risk")
    assert_good(page, "replies-with-concerns")
    page.get_by_role("button", name="Sign out").click()
    it_is_lowered_by_the_lead(page, site)
    another_person_looks(page, site)
    it_is_closed_and_stands_on_the_sheet(page, site)


def it_is_lowered_by_the_lead(page: Page, site: Site) -> None:
    site.sign_in(page, SAFEGUARDING.email)
    page.goto(f"{site.address}/concerns")
    page.get_by_role("link", name=re.compile("Open this concern.*Sam")).click()
    page.get_by_text("Raise or lower it").click()
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose how soon")
    page.get_by_role("radio", name="Look today").check()
    page.locator("#tier-reason").fill("They meant the acne; mum is with them.")
    assert_good(page, "concern-lowering")
    page.get_by_role("button", name="Change it").click()
    expect(page.get_by_text("You lowered it: ask somebody else.")).to_be_visible()
    page.get_by_text("Close it", exact=True).click()
    page.get_by_role("radio", name="Spoken to the young person").check()
    page.get_by_role("radio", name="Rang them").check()
    page.locator("#close-words").fill("Rang at 5pm.")
    page.get_by_role("button", name="Close this concern").click()
    expect(page.get_by_role("alert")).to_contain_text("Another person must look")
    page.get_by_role("button", name="Sign out").click()


def another_person_looks(page: Page, site: Site) -> None:
    site.sign_in(page, CLINICIAN.email)
    page.goto(f"{site.address}/clinic-sheets/{site.clinic.id}/{CLINIC_TIME.date()}")
    expect(page.get_by_text("A concern is open: 10:00 Sam Okafor.")).to_be_visible()
    ella = page.get_by_role("article", name="Ella")
    expect(ella).to_contain_text("Asks to be seen alone for part of the visit.")
    expect(ella).to_contain_text("The phone belongs to a parent or carer")
    assert_good(page, "sheet-with-concerns")
    page.get_by_role("article", name="Sam").get_by_role("link", name="Open").click()
    page.get_by_role("button", name=re.compile("it may stay lowered")).click()
    expect(page.get_by_role("status")).to_contain_text("it stays lowered")
    page.goto(f"{site.address}/clinic-sheets/{site.clinic.id}/{CLINIC_TIME.date()}")
    page.get_by_role("link", name="Raise a concern").first.click()
    page.get_by_role("button", name="Raise this concern").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose how soon")
    assert_good(page, "concern-raising")
    page.get_by_role("button", name="Sign out").click()


def it_is_closed_and_stands_on_the_sheet(page: Page, site: Site) -> None:
    site.sign_in(page, SAFEGUARDING.email)
    page.goto(f"{site.address}/concerns")
    page.get_by_role("link", name=re.compile("Open this concern.*Sam")).click()
    page.get_by_text("Close it", exact=True).click()
    page.get_by_role("radio", name="Spoken to the young person").check()
    page.get_by_role("radio", name="Rang them").check()
    page.get_by_role("button", name="Close this concern").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what was done, and write it down.")
    page.locator("#close-words").fill("Rang at 5pm, safe with mum. GP told.")
    assert_good(page, "concern-closing")
    page.get_by_role("button", name="Close this concern").click()
    expect(page.get_by_role("status")).to_contain_text("Closed")
    assert_good(page, "concern-closed")
    page.goto(f"{site.address}/clinic-sheets/{site.clinic.id}/{CLINIC_TIME.date()}")
    sam = page.get_by_role("article", name="Sam")
    expect(sam).to_contain_text("A concern was closed: spoken to the young person.")
    expect(sam).not_to_contain_text("GP told")
