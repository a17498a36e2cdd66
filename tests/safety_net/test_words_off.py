"""Switching off that words bring replies forward: why, by whom, who may, and that it is said."""

import pytest
from cast import CLINIC_ADMIN, CLINIC_TIME, CLINICIAN, SAFEGUARDING, SAM, STAFF, StaffCast
from factories import make_appointment, make_person, make_reply
from flask import Flask
from safety_net.net import PAGE, Net, plain

from app.safeguarding.codes import NOT_EVERYTHING, WORDS_OFF
from app.safeguarding.switching import off_since, switch_off
from app.summaries.presenter import as_text
from app.summaries.queries import clinic_sheet

WORDS = f"{PAGE}/words"
WHY = "Our board decides on 1 June."


def switch(net: Net, way: str, **form: str) -> str:
    return plain(net.admin.post(f"{WORDS}/{way}", data=form, follow_redirects=True).text)


def is_off(net: Net, organisation_code: str = "XLD01") -> bool:
    with net.database.reading() as session:
        return off_since(session, organisation_code) is not None


def test_they_are_switched_off_with_a_reason_and_the_page_says_who_when_and_why(net: Net) -> None:
    assert "Each reply is looked through" in plain(net.admin.get(WORDS).text)
    page = switch(net, "off", reason=f"  {WHY} ")
    assert "Switched off on 6 May 2026, 4.30pm, by Tom Hale." in page
    assert f"Why: {WHY}" in page
    assert is_off(net)
    assert not is_off(net, "XBM01")
    assert "Switched off No new reply comes forward by its words" in net.page()
    page = switch(net, "on")
    assert "What came meanwhile was not looked through: read it." in page
    assert f"until 6 May 2026, 4.30pm, by Tom Hale: {WHY}" in page
    assert not is_off(net)
    assert net.trail() == ["phrases_off", "phrases_on"]


@pytest.mark.parametrize(("reason", "says"), [("  ", "Say why"), ("x" * 401, "Shorten")])
def test_without_a_reason_that_can_be_kept_nothing_is_switched_and_nothing_lost(
    net: Net, reason: str, says: str
) -> None:
    answer = net.admin.post(f"{WORDS}/off", data={"reason": reason})
    assert answer.status_code == 400
    assert plain(answer.text).count(says) == 2
    assert "Error: Words" in answer.text
    assert reason.strip() in answer.text
    assert not is_off(net)


def test_who_comes_second_is_told_and_the_first_reason_stays(net: Net) -> None:
    switch(net, "off", reason=WHY)
    page = switch(net, "off", reason="another")
    assert "Somebody else was quicker" in page
    assert f"Why: {WHY}" in page
    switch(net, "on")
    assert "Somebody else was quicker" in switch(net, "on")
    assert net.trail() == ["phrases_off", "phrases_on"]


def test_one_that_was_switched_from_a_terminal_says_so(net: Net) -> None:
    with net.database.writing() as session:
        switch_off(session, "XLD01", WHY, by="command line", now=net.now)
    assert "by the command line." in plain(net.admin.get(WORDS).text)


@pytest.mark.parametrize("who", [CLINICIAN, CLINIC_ADMIN, SAFEGUARDING], ids=lambda who: who.role)
def test_nobody_but_an_administrator_switches(net: Net, who: StaffCast) -> None:
    browser = net.browser(who)
    assert browser.post(f"{WORDS}/off", data={"reason": WHY}).status_code == 403
    assert not is_off(net)
    switch(net, "off", reason=WHY)
    assert browser.post(f"{WORDS}/on").status_code == 403
    assert is_off(net)
    seen = browser.get(WORDS)
    assert seen.status_code == (403 if who is CLINICIAN else 200)
    assert "Switch the words on again" not in seen.text


def test_a_form_without_its_token_switches_nothing(app: Flask, net: Net) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    assert net.admin.post(f"{WORDS}/off", data={"reason": WHY}).status_code == 400
    assert not is_off(net)


def test_every_page_that_shows_concerns_says_that_not_everything_is_found_and_that_they_are_off(
    net: Net,
) -> None:
    with net.database.writing() as session:
        visit = make_appointment(session, net.tuesday, make_person(session, SAM))
        reply = make_reply(session, visit, "1 sleep", number=SAM.mobile or "").id
    who = {each.role: net.browser(each) for each in STAFF}
    admin, lead = who[CLINIC_ADMIN.role], who[SAFEGUARDING.role]
    form = {"tier": "2", "reason": "sounds low"}
    concern = lead.post(f"/replies/{reply}/concern", data=form).location
    pages = [
        *(f"/replies/{reply}", f"/replies/{reply}/concern", concern, "/concerns"),
        *("/concerns/unknown-numbers", "/replies-to-read"),
    ]
    sheet = f"/clinic-sheets/{net.tuesday.id}/{CLINIC_TIME.date()}"
    shown = [(lead, page) for page in (*pages, sheet)] + [(admin, "/replies-for-the-desk")]
    for browser, page in shown:
        said = plain(browser.get(page).text)
        assert NOT_EVERYTHING in said, page
        assert WORDS_OFF not in said, page
    switch(net, "off", reason=WHY)
    for browser, page in shown:
        assert f"{NOT_EVERYTHING} {WORDS_OFF}" in plain(browser.get(page).text), page


def test_a_sheet_without_any_concern_says_that_nobody_looked_for_one(net: Net) -> None:
    with net.database.writing() as session:
        make_appointment(session, net.tuesday, make_person(session, SAM))
    clinician = net.browser(CLINICIAN)
    address = f"/clinic-sheets/{net.tuesday.id}/{CLINIC_TIME.date()}"
    assert NOT_EVERYTHING not in clinician.get(address).text
    switch(net, "off", reason=WHY)
    assert WORDS_OFF in plain(clinician.get(address).text)
    with net.database.reading() as session:
        sheet = clinic_sheet(session, net.tuesday, CLINIC_TIME.date(), now=net.now)
    assert f"{NOT_EVERYTHING} {WORDS_OFF}" in as_text(sheet)
    assert "The words are switched off" in plain(clinician.get("/").text)
