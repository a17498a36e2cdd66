"""A clinic admin looks at texts: what will go, one taken back, standing still, what arrived."""

from datetime import datetime, timedelta

from browser.conftest import Site, assert_good
from cast import AISHA, CLINIC_ADMIN, ELLA, JACK, NO_PHONE, SAM
from factories import make_appointment, make_person
from playwright.sync_api import Page, expect
from sqlmodel import select

from app.db import Database
from app.invitations.dispatch import plan_due, send_due
from app.invitations.models import Invitation
from app.invitations.notices import NoticeKind, notify
from app.invitations.receipts import News, take_news
from app.settings import Settings
from app.sms.pretend_phone import PretendPhone

VISITS = 5


def book(site: Site, now: datetime) -> datetime:
    """Book five visits two days ahead: two of them on one phone, one without any."""
    starts = now + timedelta(days=2, hours=-6)
    with site.database.writing() as session:
        for place, who in enumerate((SAM, AISHA, ELLA, JACK, NO_PHONE)):
            person = make_person(session, who)
            at = starts + timedelta(minutes=20 * place)
            make_appointment(session, site.clinic, person, starts_at=at)
    return starts


def deliver_all(database: Database, now: datetime) -> None:
    """Let the provider say that every text has arrived."""
    with database.writing() as session:
        rows = session.exec(select(Invitation).where(Invitation.state == "accepted")).all()
        for row in rows:
            news = News(row.token, row.provider_sid or "", "delivered", "")
            take_news(session, news, now=now)


def test_an_admin_takes_a_text_back_stands_still_and_sees_the_rest_arrive(
    page: Page, site: Site, settings: Settings, now: datetime
) -> None:
    starts = book(site, now)
    phone = PretendPhone(site.database, lambda: now)
    plan_due(site.database, settings, lambda: now)
    with site.database.writing() as session:
        given = {"organisation_code": site.clinic.organisation_code, "clinic_id": site.clinic.id}
        notify(session, NoticeKind.WRONG_NUMBER, "one", now=now, **given)
    site.sign_in(page, CLINIC_ADMIN.email)
    page.get_by_role("link", name="Texts", exact=True).first.click()
    expect(page.get_by_role("heading", name="Texts", exact=True)).to_be_visible()
    assert_good(page, "texts")
    page.get_by_role("link", name=f"Visits of {starts:%A %-d %B}").click()
    first = page.get_by_role("article").first
    first.get_by_text("The words of the ask").click()
    expect(first.get_by_text("Hi Sam, Riverside Hospital here.")).to_be_visible()
    assert_good(page, "texts-day")
    first.get_by_role("button", name="Do not send this text").click()
    expect(page.get_by_text("Somebody at the clinic took it back.")).to_be_visible()

    page.get_by_role("button", name="Pause this clinic").click()
    expect(page.get_by_text("Sending is paused")).to_be_visible()
    assert send_due(site.database, phone, settings, lambda: now).sent == 0
    page.get_by_role("button", name="Go on sending for this clinic").click()
    expect(page.get_by_text("Sending is paused")).to_have_count(0)

    assert send_due(site.database, phone, settings, lambda: now).sent == 2
    # Without reloading: the page looks by itself.
    page.mouse.click(5, 5)
    expect(page.get_by_text("The network has it.").first).to_be_visible(timeout=15_000)
    deliver_all(site.database, now)
    expect(page.get_by_text("It is on the phone.")).to_have_count(2, timeout=15_000)
    expect(page.get_by_text("This phone has had its text of the day")).to_be_visible()
    assert_good(page, "texts-delivered")
