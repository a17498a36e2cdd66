"""The triage road in a real browser: unknown numbers and siblings placed, every reply read."""

from datetime import datetime, timedelta

from browser.conftest import Site, assert_good
from cast import CLINIC_ADMIN, CLINIC_TIME, CLINICIAN, ELLA, JACK, SAM
from factories import make_appointment, make_ask, make_person
from playwright.sync_api import Page, expect

from app.conversations.intake import Inbound, take_in

NEW_PHONE = "+447700900777"
OLDER = timedelta(hours=20)


def text_in(site: Site, body: str, number: str | None, at: datetime, media: int = 0) -> None:
    sid = f"SM{abs(hash((body, number, at))):032x}"
    take_in(site.database, Inbound(sid, number or "", body, media, []), now=at, came_at=at)


def some_were_asked(site: Site, now: datetime) -> None:
    """Ask Sam, Ella and Jack a day ago: the two share their mother's phone."""
    with site.database.writing() as session:
        for place, who in enumerate((SAM, ELLA, JACK)):
            starts_at = CLINIC_TIME + timedelta(minutes=20 * place)
            visit = make_appointment(
                session, site.clinic, make_person(session, who), starts_at=starts_at
            )
            make_ask(session, visit, sent_at=now - timedelta(days=1))


def test_replies_are_placed_and_read(page: Page, site: Site, now: datetime) -> None:
    some_were_asked(site, now)
    text_in(site, "its ella new phone. periods n pain", NEW_PHONE, now - OLDER)
    text_in(site, "asthma and school", ELLA.mobile, now - timedelta(hours=3))
    text_in(site, "1. sleep 2. driving", SAM.mobile, now - timedelta(minutes=5))
    site.sign_in(page, CLINIC_ADMIN.email)
    expect(page.get_by_text("3 replies are unread.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Replies to read").click()
    expect(page.get_by_role("article")).to_have_count(3)
    assert_good(page, "replies-to-read")
    an_unknown_number_is_placed(page)
    a_text_of_brother_or_sister_is_placed(page)
    page.get_by_role("article").get_by_role("button", name="Nothing more to do").click()
    expect(page.get_by_text("Nothing is waiting.")).to_be_visible()
    assert_good(page, "replies-none")
    page.get_by_role("link", name="Read lately").click()
    expect(page.get_by_role("article")).to_have_count(3)
    assert_good(page, "replies-read-lately")
    page.get_by_role("button", name="Sign out").click()
    site.sign_in(page, CLINICIAN.email)
    page.goto(f"{site.address}/clinic-sheets/{site.clinic.id}/{CLINIC_TIME.date()}")
    for who, word in (("Ella", "its ella new phone"), ("Jack", "school"), ("Sam", "driving")):
        expect(page.get_by_role("article", name=who)).to_contain_text(word)


def an_unknown_number_is_placed(page: Page) -> None:
    """Look for whom it may be by name: nothing is chosen beforehand."""
    first = page.get_by_role("article").first
    expect(first).to_contain_text("20 hours old")
    first.get_by_role("link", name="Say whose it is").click()
    expect(page.get_by_text("No visit of your clinics was asked about")).to_be_visible()
    page.get_by_label("Look for a visit").fill("ella")
    page.get_by_role("button", name="Look").click()
    offered = page.get_by_role("radio", name="Ella Whitcombe")
    expect(offered).not_to_be_checked()
    page.get_by_role("button", name="Put it beside that visit").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the visit.")
    assert_good(page, "reply-unknown-number")
    offered.check()
    page.get_by_label("The text says who it is from").check()
    page.get_by_role("button", name="Put it beside that visit").click()
    expect(page.get_by_role("status")).to_contain_text("It stands beside that visit now.")
    assert_good(page, "reply-placed")
    page.get_by_role("button", name="Rang them").click()
    expect(page.get_by_role("status")).to_contain_text("Marked as read: rang them.")


def a_text_of_brother_or_sister_is_placed(page: Page) -> None:
    """Both were asked on their mother's phone: both are offered, neither is chosen."""
    page.get_by_role("article").first.get_by_role("link", name="Say whose it is").click()
    expect(page.get_by_role("radio", name="Ella Whitcombe")).not_to_be_checked()
    page.get_by_role("radio", name="Jack Whitcombe").check()
    page.get_by_label("We rang, and they said so").check()
    assert_good(page, "reply-of-siblings")
    page.get_by_role("button", name="Put it beside that visit").click()
    page.get_by_role("button", name="Told the clinic team").click()


def test_the_desk_settles_and_staff_answer(page: Page, site: Site, now: datetime) -> None:
    some_were_asked(site, now)
    text_in(site, "cant make it got a mock can we move it", SAM.mobile, now - timedelta(hours=4))
    text_in(site, "also my knee. can someone ring me", SAM.mobile, now - timedelta(hours=2))
    text_in(site, "Z" * 700 + " \u202eهل يمكنني", NEW_PHONE, now - timedelta(hours=1), media=1)
    site.sign_in(page, CLINIC_ADMIN.email)
    page.goto(f"{site.address}/replies-for-the-desk")
    expect(page.get_by_role("article")).to_have_count(2)
    assert_good(page, "replies-for-the-desk")
    page.get_by_role("article").last.get_by_role("link", name="Answer by text").click()
    page.get_by_role("radio", name="Somebody from the clinic will ring you").check()
    assert_good(page, "reply-to-answer")
    page.get_by_role("button", name="Send this answer").click()
    expect(page.get_by_role("status")).to_contain_text("The answer will go, see below.")
    # What staff answered stands open.
    expect(page.get_by_text("By staff")).to_be_visible()
    page.get_by_text("Take it off this visit").click()
    assert_good(page, "reply-answered")
    page.goto(f"{site.address}/replies-for-the-desk")
    page.get_by_role("button", name="Settled").first.click()
    expect(page.get_by_role("article")).to_have_count(1)
    page.goto(f"{site.address}/replies-to-read")
    page.get_by_label("Kind").select_option("picture")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Only some are shown")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(1)
    assert_good(page, "replies-of-a-kind")
