"""The clinic sheet in a real browser, with every kind of line that replies can make."""

import itertools
from datetime import timedelta

from browser.conftest import Site, assert_good
from cast import AISHA, CLINIC_TIME, CLINICIAN, ELLA, JACK, LUKASZ, NOW, SAM, ZOE, Cast
from factories import make_appointment, make_ask, make_person
from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from app.conversations.intake import Inbound, take_in
from app.db import vault_of
from app.people.models import YoungPerson

_sids = itertools.count(1)


def visit(session: Session, site: Site, who: Cast, minutes: int, days: int = 0) -> None:
    """Book a visit, and ask about it if it is to come."""
    person = next(
        (
            each
            for each in session.exec(select(YoungPerson))
            if each.nhs_number_key == make_key(session, who)
        ),
        None,
    ) or make_person(session, who)
    starts_at = CLINIC_TIME + timedelta(days=days, minutes=minutes)
    made = make_appointment(session, site.clinic, person, starts_at=starts_at)
    make_ask(session, made, sent_at=min(NOW, starts_at) - timedelta(hours=1))


def make_key(session: Session, who: Cast) -> bytes:
    return vault_of(session).lookup("nhs_number", who.nhs_number)


def text(site: Site, who: Cast, *bodies: str, days: float = 0) -> None:
    for body in bodies:
        inbound = Inbound(f"SM{next(_sids):032x}", who.mobile or "", body, 0, [("Body", body)])
        take_in(site.database, inbound, now=NOW + timedelta(days=days))


def test_the_sheet_says_plainly_what_was_said(page: Page, site: Site) -> None:
    with site.database.writing() as session:
        visit(session, site, SAM, 0, days=-6)
    text(site, SAM, "sorry just seen this. can i go back to swimming", days=-3)
    with site.database.writing() as session:
        for place, who in enumerate((SAM, AISHA, ELLA, JACK, ZOE, LUKASZ)):
            visit(session, site, who, 20 * place)
        visit(session, site, ZOE, 80, days=7)
    text(site, SAM, "u asked this last time n no one even talked about it. my knee, school trip")
    text(site, AISHA, "who sees this does my mum see it", "can we talk abt my periods i dont want "
         "dad there", "running late sorry")  # fmt: skip
    text(site, ELLA, "asthma and school", "E")
    text(site, ZOE, "back pain n sleep")
    text(site, LUKASZ, "bóle głowy, szkoła i leki", "cant make it got a mock")
    site.sign_in(page, CLINICIAN.email)
    page.goto(f"{site.address}/clinic-sheets/{site.clinic.id}/{CLINIC_TIME.date()}")

    def line(name: str) -> str:
        return page.get_by_role("article").filter(has_text=name).inner_text()

    sam = line("Sam Okafor")
    assert sam.index("They are unhappy with something") < sam.index("my knee")
    assert "can i go back to swimming" in sam
    assert "after the last visit on Saturday 2 May" in sam
    for sentence in ("seen alone", "who sees what they text", "may be late"):
        assert sentence in line("Aisha Begum")
    assert "The sender told us whom this is about." in line("Ella Whitcombe")
    assert "No reply" in line("Jack Whitcombe")
    assert "this may be for either" in line("Zoë Marchetti")
    assert "another language than English" in line("Łukasz Nowak")
    assert "They may not be able to come." in line("Łukasz Nowak")
    expect(page.get_by_role("article")).to_have_count(6)
    assert_good(page, "clinic-sheet-of-every-kind")
