"""The pages of a reply that was answered late, or not at all, say so and fit any screen."""

from datetime import timedelta

import pytest
from browser.conftest import Site, assert_good
from cast import NOW, SAFEGUARDING, SAM
from conversations.lost import R1, Provider
from factories import make_appointment, make_ask, make_person
from playwright.sync_api import Page, expect
from sqlmodel import select

from app.clinics.models import Clinic
from app.safeguarding.models import Concern
from app.settings import Settings


@pytest.mark.parametrize(
    ("hours", "says"), [(1, "We answered late"), (30, "They were not told where to find help")]
)
def test_a_concern_says_whether_they_were_answered(
    page: Page, site: Site, settings: Settings, hours: int, says: str
) -> None:
    with site.database.writing() as session:
        clinic = session.get_one(Clinic, site.clinic.id)
        make_ask(session, make_appointment(session, clinic, make_person(session, SAM)))
    provider = Provider(site.database, settings)
    provider.loses(R1, at=NOW - timedelta(hours=hours))
    provider.goes_on(NOW)
    with site.database.reading() as session:
        concern = session.exec(select(Concern)).one()
    site.sign_in(page, SAFEGUARDING.email)
    page.goto(f"{site.address}/concerns/{concern.id}")
    expect(page.get_by_role("main")).to_contain_text(says)
    assert_good(page, f"concern-answered-late-{hours}")
    page.goto(f"{site.address}/replies/{concern.reply_id}")
    if hours == 1:
        page.get_by_text("What we answered").first.click()
        expect(page.get_by_role("main")).to_contain_text("Late, by itself Sent")
    assert_good(page, f"reply-answered-late-{hours}")
