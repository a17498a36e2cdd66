"""The page of who is told: what it shows of each, who sees it, and who may change it."""

import pytest
from cast import (
    ADMINISTRATOR,
    BIRMINGHAM,
    CLINIC_ADMIN,
    CLINICIAN,
    LONDON,
    SAFEGUARDING,
    StaffCast,
)
from factories import make_safety_person
from flask import Flask
from safety_net.net import JOAN, MOIRA, PAGE, TESS, Net

from app.staff.roles import Role

NEEDED = "No texts go out until both are there and tested."
NOBODY = "00000000-0000-0000-0000-000000000001"


def test_a_clinic_is_held_until_both_are_there_and_tested_and_the_page_says_so(net: Net) -> None:
    net.goes_live()
    assert net.page().count(NEEDED) == 2
    assert net.page().count("Nobody is named") == 4
    assert net.name("lead", MOIRA) == 302
    page = net.page()
    for words in ("Moira Castell", "lead@riverside.example", "07700 900901", "Not tested yet"):
        assert words in page
    assert "A test mail is on its way." in page
    net.mails_are_taken()
    assert net.page().count(NEEDED) == 2
    net.name("cover", TESS)
    net.mails_are_taken()
    page = net.page()
    assert page.count(NEEDED) == 1
    assert "Both are there and tested: texts may go." in page
    assert "The mail server took a mail to them on 6 May 2026, 4.30pm." in page
    assert "No mobile: told by e-mail alone" in page
    net.do("left", net.person("lead"))
    assert net.page().count(NEEDED) == 2


def test_before_the_service_is_live_nothing_is_held_and_the_page_says_what_will_be(
    net: Net,
) -> None:
    page = net.page()
    assert page.count("Once this service is live, no texts go out until both") == 2
    assert NEEDED not in page


def test_a_test_mail_that_fails_is_said_with_why(net: Net) -> None:
    net.name("lead", MOIRA)
    net.mails_fail()
    page = net.page()
    assert "Test failed" in page
    assert "was not delivered: the mail server refused it (550). Check the address." in page
    net.do("test", net.person("lead"))
    net.mails_fail("no_mail_server")
    assert "there is no mail server: tell whoever runs the service" in net.page()


def test_whether_each_can_open_what_they_are_told_of_is_said_with_what_to_do(net: Net) -> None:
    net.name("lead", MOIRA)
    page = net.page()
    assert "No account here has this address: they cannot open what they are told of." in page
    assert "whatmatters staff add lead@riverside.example --name 'Moira Castell'" in page
    net.browser(SAFEGUARDING)
    page = net.page()
    assert "Their account opens concerns, and may close them." in page
    assert "whatmatters staff" not in page
    net.name("cover", {**TESS, "email": ADMINISTRATOR.email})
    assert "Their account (Administrator) does not open concerns." in net.page()


def test_an_account_of_another_organisation_is_none_here(net: Net) -> None:
    stranger = StaffCast("Moira Castell", MOIRA["email"], Role.SAFEGUARDING_LEAD, BIRMINGHAM)
    net.browser(stranger)
    net.name("lead", MOIRA)
    assert "No account here has this address" in net.page()


@pytest.mark.parametrize("who", [CLINIC_ADMIN, SAFEGUARDING], ids=lambda who: str(who.role))
def test_who_may_not_change_it_sees_it_and_whom_to_ask(net: Net, who: StaffCast) -> None:
    net.name("lead", MOIRA)
    browser = net.browser(who)
    page = net.page(browser)
    assert "Moira Castell" in page
    assert "An administrator changes this: ask Tom Hale." in page
    for words in ("Name somebody", "They have left", "Send", "Add somebody", "Move"):
        assert words not in page
    # A clinic admin sees the clinics they are named for, and the list.
    assert ("RIV-THU" in page) == (who is SAFEGUARDING)
    assert f'href="{PAGE}"' in browser.get("/texts" if who is CLINIC_ADMIN else "/concerns").text


@pytest.mark.parametrize("who", [CLINICIAN, CLINIC_ADMIN, SAFEGUARDING], ids=lambda who: who.role)
def test_nobody_but_an_administrator_changes_anything(net: Net, who: StaffCast) -> None:
    net.name("lead", MOIRA)
    net.name("list", JOAN)
    before, browser = net.people(), net.browser(who)
    lead, listed = net.person("lead").id, net.person("list").id
    form = {**TESS, "instead_of": str(lead), "way": "up", "everywhere": "yes"}
    for way in (
        *(f"{net.tuesday.id}/lead", f"{net.tuesday.id}/cover", "list", f"list/{listed}"),
        *(f"people/{lead}/left", f"people/{lead}/test", f"people/{listed}/move", "test"),
    ):
        assert browser.post(f"{PAGE}/{way}", data=form).status_code == 403, way
    assert net.people() == before
    assert len(net.mails()) == 2


def test_what_is_of_another_organisation_does_not_exist(net: Net) -> None:
    with net.database.writing() as session:
        away = [make_safety_person(session, net.away, role).id for role in ("lead", "list")]
    before = net.people(BIRMINGHAM)
    ways = [f"{net.away.id}/lead", f"{NOBODY}/lead", f"{net.tuesday.id}/clerk", f"list/{away[1]}"]
    for way in ways:
        assert net.admin.get(f"{PAGE}/{way}").status_code == 404, way
        assert net.admin.post(f"{PAGE}/{way}", data=MOIRA).status_code == 404, way
    for person in (*away, NOBODY):
        for what in ("left", "test", "move"):
            address = f"{PAGE}/people/{person}/{what}"
            assert net.admin.post(address, data={"way": "up"}).status_code == 404, address
    assert net.people(BIRMINGHAM) == before
    assert "CAN-WED" not in net.page()
    assert "Person" not in net.page()


def test_a_form_without_its_token_changes_nothing(app: Flask, net: Net) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    answer = net.admin.post(f"{PAGE}/{net.tuesday.id}/lead", data={**MOIRA, "instead_of": ""})
    assert answer.status_code == 400
    assert net.people(LONDON) == []


def test_each_act_is_on_the_trail_and_no_name_or_address_is(net: Net) -> None:
    net.name("lead", MOIRA)
    net.name("list", JOAN)
    net.name("list", TESS)
    net.mails_are_taken()
    net.do("move", net.person("list"), way="down")
    net.do("test", net.person("lead"))
    net.do("left", net.person("lead"))
    assert net.trail() == [
        *["safety_person_named"] * 3,
        *("safety_person_moved", "safety_person_test_mail", "safety_person_left"),
    ]
