"""Each page in a real browser: it says what it should, anybody can use it, and it fits a phone."""

from pathlib import Path

import pytest
from browser.conftest import Site, assert_good
from cast import (
    ADMINISTRATOR,
    CLINIC_ADMIN,
    CLINIC_TIME,
    CLINICIAN,
    NO_PHONE,
    SAFEGUARDING,
    SAM,
    StaffCast,
)
from factories import make_appointment, make_ask, make_person
from lists import clinic_list, row
from playwright.sync_api import FilePayload, Page, expect

from app.conversations.intake import Inbound, take_in

DAY = CLINIC_TIME.date()


def choose_file(page: Page, content: bytes | Path, name: str = "tuesday.csv") -> None:
    payload: FilePayload | Path = (
        content
        if isinstance(content, Path)
        else {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    page.locator("input[type=file]").set_input_files(payload)
    page.get_by_role("button", name="Upload", exact=True).click()


@pytest.mark.parametrize(
    ("who", "address", "heading"),
    [
        (CLINICIAN, "/", "What Matters"),
        (CLINICIAN, "/clinic-sheets", "Clinic sheets"),
        (CLINICIAN, "/clinics", "This page is not for your role"),
        (CLINIC_ADMIN, "/", "What Matters"),
        (CLINIC_ADMIN, "/clinic-lists", "Clinic lists"),
        (CLINIC_ADMIN, "/clinics", "Clinics"),
        (CLINIC_ADMIN, "/replies-to-read", "Replies to read"),
        (CLINIC_ADMIN, "/nowhere", "There is no such page"),
        (CLINIC_ADMIN, "/replies-for-the-desk", "Replies for the desk"),
        (CLINIC_ADMIN, "/replies-read", "Replies read lately"),
        (SAFEGUARDING, "/", "What Matters"),
        (SAFEGUARDING, "/replies-to-read", "Replies to read"),
        (ADMINISTRATOR, "/", "What Matters"),
        (ADMINISTRATOR, "/clinics/new", "New clinic"),
    ],
    ids=lambda each: getattr(each, "role", each).strip("/").replace("/", "-") or "start",
)
def test_a_page_is_good(page: Page, site: Site, who: StaffCast, address: str, heading: str) -> None:
    site.sign_in(page, who.email)
    page.goto(site.address + address)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert_good(page, f"{who.role}-{address.strip('/').replace('/', '-') or 'start'}")


def test_signing_in_refuses_in_words_and_is_good(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/clinic-sheets")
    assert_good(page, "sign-in")
    for email in (CLINICIAN.email, "nobody@riverside.example"):
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password", exact=True).fill("wrong")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("Check your e-mail address and password")
    assert_good(page, "sign-in-refused")


def test_who_signs_in_comes_to_the_page_they_asked_for_and_out_again(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.address}/clinic-sheets")
    page.get_by_label("E-mail address").fill(CLINICIAN.email)
    page.get_by_label("Password", exact=True).fill("three words for tests")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Clinic sheets")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{site.address}/clinic-sheets")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_clinic_is_made_and_changed_on_a_page(page: Page, site: Site) -> None:
    site.sign_in(page, ADMINISTRATOR.email)
    page.goto(f"{site.address}/clinics/new")
    page.get_by_label("Clinic code").fill("RIV-FRI")
    page.get_by_label("Name in texts").fill("Diabetes clinic")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Leave out what is treated there")
    assert page.title().startswith("Error: ")
    assert_good(page, "clinic-form-refused")
    page.get_by_label("Name in texts").fill("Riverside Hospital")
    page.get_by_label("Desk phone").fill("020 7946 0011")
    page.get_by_label("E-mail for concerns").fill("concerns@riverside.example")
    page.get_by_label("Friday").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="RIV-FRI")).to_be_visible()
    page.get_by_role("link", name="Change RIV-FRI").click()
    expect(page.get_by_label("Friday")).not_to_be_checked()
    page.get_by_label("Days of notice").fill("5")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("5 days before, 16:00 to 18:30")).to_be_visible()


def test_a_list_is_checked_saved_once_and_mended(page: Page, site: Site) -> None:
    site.sign_in(page, CLINIC_ADMIN.email)
    page.goto(f"{site.address}/clinic-lists")
    bad = row(NO_PHONE, mobile="07700 9001", appointment_time="25:00")
    choose_file(page, clinic_list(row(SAM), bad))
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the list before it is saved")
    expect(page.get_by_role("table", name="").first).to_contain_text("not a whole UK mobile")
    expect(page.get_by_text("25:00")).to_be_visible()
    assert_good(page, "clinic-list-preview")
    page.get_by_role("button", name="Save the good rows").click()
    expect(page.get_by_text("The list is saved. Texts go out")).to_be_visible()
    assert_good(page, "clinic-list-saved")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the rows to mend").click()
    mended = Path(download.value.path()).read_text("utf-8-sig")
    assert "What to mend" in mended
    page.goto(f"{site.address}/clinic-lists")
    choose_file(page, mended.replace("07700 9001", "").replace("25:00", "10:00").encode())
    page.get_by_role("button", name="Save this list").click()
    expect(page.get_by_text("The list is saved. Texts go out")).to_be_visible()
    page.goto(f"{site.address}/clinic-lists")
    choose_file(page, clinic_list(row(SAM)))
    expect(page.get_by_text("This list changes nothing")).to_be_visible()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04", "The file is damaged"),
        (b"%PDF-1.7", "The file is a PDF"),
        (b"Name\n\x81\x8d", "an encoding we cannot tell"),
        (b"x" * 36_000_000, "The file is too large"),
    ],
    ids=["empty", "workbook", "headings", "encoding", "huge"],
)
def test_a_file_that_is_no_list_gets_one_sentence(
    page: Page, site: Site, content: bytes, says: str, tmp_path: Path
) -> None:
    file = tmp_path / "tuesday.csv"
    file.write_bytes(content)
    site.sign_in(page, CLINIC_ADMIN.email)
    page.goto(f"{site.address}/clinic-lists")
    choose_file(page, file)
    expect(page.locator("main")).to_contain_text(says)
    assert_good(page, f"bad-upload-{len(content)}")


def test_the_sheet_and_a_reply_to_place_are_good(page: Page, site: Site) -> None:
    with site.database.writing() as session:
        person = make_person(session, SAM)
        visit = make_appointment(session, site.clinic, person)
        make_ask(session, visit)
    now = CLINIC_TIME.replace(day=6)
    for sid, number, text in (
        ("SM" + "1" * 32, SAM.mobile or "", "1.tiredness2.joints3.<b>college</b>"),
        ("SM" + "2" * 32, "+447700900777", "its ella new phone\u202e"),
    ):
        take_in(site.database, Inbound(sid, number, text, 0, []), now=now.replace(hour=15))
    site.sign_in(page, CLINICIAN.email)
    page.goto(f"{site.address}/clinic-sheets/{site.clinic.id}/{DAY}")
    expect(page.get_by_role("listitem").filter(has_text="<b>college</b>")).to_be_visible()
    assert_good(page, "clinic-sheet-one")
    page.get_by_role("button", name="Sign out").click()
    site.sign_in(page, SAFEGUARDING.email)
    page.goto(f"{site.address}/replies-to-place")
    expect(page.get_by_text("its ella new phone[U+202E]")).to_be_visible()
    assert_good(page, "reply-to-read")
