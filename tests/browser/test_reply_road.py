"""Replies on the pretend phone as young people text them, and the clinic sheet after each."""

import re

from browser.test_demo_road import SOON, TUESDAY, Demo, demo, reply_from, sign_in
from playwright.sync_api import Locator, Page, expect

__all__ = ["demo"]

CLINICIAN, ADMIN = "clinician@riverside.example", "admin@riverside.example"


def line(page: Page, demo: Demo, who: str) -> Locator:
    """Sign in as the clinician, open the sheet of the Tuesday clinic, and find a line."""
    if page.get_by_role("button", name="Sign out").count():
        page.get_by_role("button", name="Sign out").click()
    sign_in(page, demo, CLINICIAN)
    page.get_by_role("link", name=re.compile(f"{TUESDAY.code}, Tuesday")).first.click()
    return page.get_by_role("article").filter(has_text=who)


def test_a_list_a_correction_a_sibling_question_stop_and_start(page: Page, demo: Demo) -> None:
    sign_in(page, demo, ADMIN)
    page.goto(f"{demo.address}/pretend-phone")
    page.get_by_role("button", name=re.compile(f"before {TUESDAY.code} .* texts go out")).click()

    reply_from(page, demo, "Sam", "1 sleep 2 job 3 football")
    expect(page.get_by_text("We've noted: 1 sleep, 2 job, 3 football.")).to_be_visible()
    reply_from(page, demo, "Sam", "CHANGE 2 TO college")
    expect(page.get_by_text("We've noted: 1 sleep, 2 college, 3 football.")).to_be_visible()
    expect(line(page, demo, "Sam Okafor").locator("ol > li")).to_have_text(
        ["sleep", "college", "football"]
    )

    # A phone gets one text a day, so that his sister is asked about on the next.
    page.goto(f"{demo.address}/pretend-phone")
    page.get_by_role("button", name=re.compile(r"before RIV-THU .* texts go out")).click()
    page.get_by_role("link", name=re.compile("^Hodan ")).first.click()
    expect(page.get_by_text("a text for Hodan")).to_be_visible(timeout=SOON)
    reply_from(page, demo, "Mohamed", "asthma and school")
    expect(page.get_by_text("Is this about Mohamed or Hodan? Reply M or H.")).to_be_visible()
    expect(line(page, demo, "Hodan Warsame")).to_contain_text("Reply to place")
    reply_from(page, demo, "Mohamed", "H")
    expect(page.get_by_text("Thanks, got it.").first).to_be_visible()
    hodan = line(page, demo, "Hodan Warsame")
    expect(hodan.locator("ol > li")).to_have_text(["asthma", "school"])
    expect(page.get_by_role("article").filter(has_text="Mohamed")).not_to_contain_text("asthma")

    reply_from(page, demo, "Aisha", "STOP")
    expect(page.get_by_text("OK, no more texts from us.")).to_be_visible(timeout=SOON)
    expect(line(page, demo, "Aisha Begum")).to_contain_text("Opted out")
    reply_from(page, demo, "Aisha", "START")
    expect(page.get_by_text("You're back on.")).to_be_visible()
    expect(line(page, demo, "Aisha Begum")).not_to_contain_text("Opted out")
