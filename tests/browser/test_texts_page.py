"""A clinic admin looks at texts: what will go, one taken back, standing still, what arrived."""

from datetime import datetime, timedelta

import pytest
from browser.conftest import Site, assert_good
from cast import ADMINISTRATOR, AISHA, CLINIC_ADMIN, ELLA, JACK, NO_PHONE, SAM, StaffCast
from factories import make_appointment, make_ask, make_person
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.db import Database
from app.invitations.dispatch import plan_due, send_due
from app.invitations.models import Invitation
from app.invitations.notices import NoticeKind, notify
from app.invitations.pauses import ALL, CAP_CLINIC, CONFIGURATION, NO_CONNECTION, of_clinic, pause
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


def see_them_arrive(page: Page, site: Site, settings: Settings, now: datetime) -> None:
    """See two texts go and arrive without reloading, while Aisha's is read by keyboard."""
    phone = PretendPhone(site.database, lambda: now)
    aisha = page.get_by_role("article").nth(1)
    words = aisha.locator("summary").first
    words.focus()
    page.keyboard.press("Enter")
    assert send_due(site.database, phone, settings, lambda: now).sent == 2
    expect(page.get_by_text("The network has it.").first).to_be_visible(timeout=15_000)
    expect(page.locator("[aria-live=polite]")).to_contain_text("2 gone, 3 to go")
    expect(words).to_be_focused()
    expect(aisha.get_by_text("Hi Aisha, Riverside Hospital here.").first).to_be_visible()
    deliver_all(site.database, now)
    expect(page.get_by_text("It is on the phone.")).to_have_count(2, timeout=15_000)
    expect(words).to_be_focused()
    expect(page.get_by_text("This phone has had its text of the day")).to_be_visible()
    assert_good(page, "texts-delivered")


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
    page.get_by_role("link", name=f"{starts:%A %-d %B}").click()
    first = page.get_by_role("article").first
    first.get_by_text("The words of the ask").click()
    expect(first.get_by_text("Hi Sam, Riverside Hospital here.")).to_be_visible()
    first.get_by_text("Do not send it").click()
    assert_good(page, "texts-day")
    first.get_by_role("button", name="Yes, do not send this text").click()
    expect(page.get_by_text("Somebody at the clinic took it back.")).to_be_visible()

    page.get_by_role("button", name="Pause this clinic").click()
    expect(page.get_by_text("Sending is paused")).to_be_visible()
    expect(page.get_by_text("As soon as sending goes on.")).to_have_count(3)
    assert send_due(site.database, phone, settings, lambda: now).sent == 0
    page.get_by_role("button", name="Go on sending for this clinic").click()
    expect(page.get_by_text("Sending is paused")).to_have_count(0)

    see_them_arrive(page, site, settings, now)


def trouble(site: Site, now: datetime) -> None:
    """Let everything and the clinic stand still, and texts of three reach nobody."""
    book(site, now)
    with site.database.writing() as session:
        pause(session, ALL, CONFIGURATION, by="scheduler", now=now, code="20003")
        pause(session, of_clinic(site.clinic.id), CAP_CLINIC, by="scheduler", now=now)
        pause(session, ALL, NO_CONNECTION, by="scheduler", now=now, until=now + timedelta(hours=1))
        visits = session.exec(select(Appointment).order_by(col(Appointment.starts_at))).all()
        wrong = (("rejected", "21614"), ("undelivered", "30003"), ("unresolved", ""))
        for visit, (state, code) in zip(visits, wrong, strict=False):
            make_ask(session, visit, state=state, error_code=code or None, finished_at=now)
        theirs = {
            "organisation_code": site.clinic.organisation_code,
            "clinic_id": site.clinic.id,
            "young_person_id": visits[0].young_person_id,
        }
        notify(session, NoticeKind.FORGET, "one", now=now, due_at=now + timedelta(28), **theirs)
        notify(session, NoticeKind.BEREAVEMENT, "two", now=now, **theirs)


@pytest.mark.parametrize("who", [CLINIC_ADMIN, ADMINISTRATOR], ids=lambda who: who.role)
def test_trouble_is_told_calmly_and_goes_on_by_hand(
    page: Page, site: Site, now: datetime, who: StaffCast
) -> None:
    trouble(site, now)
    site.sign_in(page, who.email)
    page.goto(f"{site.address}/texts")
    assert_good(page, f"texts-trouble-{who.role}")
    is_admin = who is CLINIC_ADMIN
    assert ("Okafor" in page.content()) == is_admin
    expect(page.get_by_role("button", name="Seen to")).to_have_count(4 if is_admin else 0)
    # Only by keyboard, from the top of the page.
    page.get_by_role("button", name="Go on sending: every text").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Paused: every text of this service")).to_have_count(0)
    expect(page.get_by_text("Twilio could not be reached")).to_have_count(0)
    expect(page.get_by_text("This clinic sent more texts in an hour").first).to_be_visible()
