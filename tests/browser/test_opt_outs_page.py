"""A clinic admin sees who gets no texts, records what they were told, and undoes it."""

from datetime import datetime

from browser.conftest import Site, assert_good
from cast import AISHA, CLINIC_ADMIN, ELLA, JACK, SAM
from factories import make_person
from playwright.sync_api import Page, expect

from app.invitations.opt_out import record_opt_out, record_person_opt_out


def test_somebodys_texts_are_stopped_and_begun_again(page: Page, site: Site, now: datetime) -> None:
    with site.database.writing() as session:
        for who in (SAM, AISHA, ELLA, JACK):
            make_person(session, who)
    site.sign_in(page, CLINIC_ADMIN.email)
    page.goto(f"{site.address}/opt-outs")
    expect(page.get_by_text("Nobody has said that they want no texts.")).to_be_visible()
    assert_good(page, "opt-outs-none")
    page.get_by_label("Stop somebody's texts").fill("1")
    page.get_by_role("button", name="Find them").click()
    expect(page.get_by_role("alert")).to_contain_text("Type all 10 digits.")
    assert_good(page, "opt-outs-problem")
    page.get_by_label("Stop somebody's texts").fill(SAM.nhs_number)
    page.get_by_role("button", name="Find them").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("No more texts to Sam Okafor?")
    page.get_by_label("They asked by phone").check()
    assert_good(page, "opt-outs-found")
    page.get_by_role("button", name="Stop their texts").click()
    expect(page.get_by_role("status")).to_have_text("Recorded. No more texts go to them.")
    page.get_by_text("Text them again").first.click()
    page.get_by_role("button", name="Text them again").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick the box if they said so themselves.")
    assert_good(page, "opt-outs-unconfirmed")
    page.get_by_label("They told us themselves that they want texts again").check()
    page.get_by_role("button", name="Text them again").click()
    expect(page.get_by_role("status")).to_have_text("Undone. Texts go to them again.")


def test_each_kind_of_opt_out_is_shown_well(page: Page, site: Site, now: datetime) -> None:
    with site.database.writing() as session:
        sam, aisha = make_person(session, SAM), make_person(session, AISHA)
        make_person(session, ELLA)
        make_person(session, JACK)
        record_opt_out(session, ELLA.mobile or "", "texted", by="webhook", now=now)
        record_opt_out(session, SAM.mobile or "", "provider", by="webhook", now=now)
        record_person_opt_out(session, sam.id, "bereavement", by="webhook", now=now)
        record_person_opt_out(session, aisha.id, "staff:parent", by="command line", now=now)
    site.sign_in(page, CLINIC_ADMIN.email)
    page.goto(f"{site.address}/opt-outs")
    expect(page.get_by_role("article")).to_have_count(4)
    expect(page.get_by_role("heading", name="Whitcombe", exact=False)).to_contain_text("Jack")
    opened = page.locator("summary", has_text="Text them again").all()
    assert opened
    for each in opened:
        each.click()
    expect(page.get_by_role("button", name="Text them again")).to_have_count(len(opened))
    assert page.url == f"{site.address}/opt-outs"
    assert_good(page, "opt-outs")
