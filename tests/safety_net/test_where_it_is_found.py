"""Wherever somebody reads that texts are held for want of people, the page is one step away."""

import pytest
from cast import CLINIC_ADMIN, CLINIC_TIME, LONDON, SAM
from factories import make_appointment, make_ask, make_person, make_reply
from lists import clinic_list, row
from safety_net.net import MOIRA, PAGE, TESS, Net, plain

from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list
from app.invitations.models import Invitation
from app.invitations.rules import HeldReason
from app.invitations.states import State

WHY = "the clinic needs a lead and a cover person, with tested addresses"
DAY = CLINIC_TIME.date()


@pytest.fixture
def visit(net: Net) -> Invitation:
    """A visit on Friday whose ask went; the service is live, and nobody is named."""
    net.goes_live()
    with net.database.writing() as session:
        made = make_appointment(session, net.tuesday, make_person(session, SAM))
        make_reply(session, made, "1 sleep", number=SAM.mobile or "", read_at=None)
        return make_ask(session, made)


def link(net: Net) -> str:
    return f'href="{PAGE}#clinic-{net.tuesday.id}"'


def test_the_texts_of_a_clinic_and_of_a_day_lead_there(net: Net, visit: Invitation) -> None:
    with net.database.writing() as session:
        session.delete(session.get_one(Invitation, visit.id))
    admin = net.browser(CLINIC_ADMIN)
    for address in ("/texts", f"/texts/{net.tuesday.id}/{DAY}"):
        page = admin.get(address).text
        assert WHY in plain(page).replace("The clinic", "the clinic"), address
        assert link(net) in page, address
    with net.database.writing() as session:
        row = session.merge(visit)
        row.state, row.reason = State.SUPPRESSED.value, HeldReason.NO_SAFETY_NET.value
        row.provider_sid, row.accepted_at = None, None
    assert link(net) in admin.get(f"/texts/{net.tuesday.id}/{DAY}").text
    net.name("lead", MOIRA)
    net.name("cover", TESS)
    net.mails_are_taken()
    assert link(net) not in admin.get("/texts").text


def test_a_reply_that_cannot_be_answered_leads_there(net: Net, visit: Invitation) -> None:
    admin = net.browser(CLINIC_ADMIN)
    listed = admin.get("/replies-to-read").text
    reply = listed.split('href="/replies/')[1].split('"')[0].split("/")[0]
    page = admin.get(f"/replies/{reply}").text
    assert f"It cannot be answered by text: {WHY}." in plain(page)
    assert f'<a href="{PAGE}">See who is told</a>' in page


def test_the_preview_of_a_list_says_that_nobody_will_be_texted_and_leads_there(net: Net) -> None:
    net.goes_live()
    with net.database.writing() as session:
        ours = frozenset({net.tuesday.id})
        upload = Upload("l.csv", clinic_list(row(SAM)), LONDON, ours, fictional=True)
        kept = preview_clinic_list(session, upload, by="tests", now=net.now).list_id
    page = net.browser(CLINIC_ADMIN).get(f"/clinic-lists/{kept}").text
    assert f"1: {WHY}" in plain(page)
    assert f'<a href="{PAGE}">See who is told</a>' in page


def test_an_administrator_finds_it_on_the_first_page_and_beside_each_clinic(net: Net) -> None:
    first = net.admin.get("/").text
    assert f"2 clinics need {WHY[17:]}." in plain(first)
    net.goes_live()
    first = net.admin.get("/").text
    assert "no texts go out for them." in plain(first)
    assert first.count(f'href="{PAGE}"') == 2
    clinics = net.admin.get("/clinics").text
    assert link(net) in clinics
    for clinic in (net.tuesday.id, net.thursday.id):
        net.name("lead", MOIRA, clinic)
        net.name("cover", TESS, clinic)
    net.mails_are_taken()
    assert "Every clinic has its people" in plain(net.admin.get("/").text)
