"""An awkward workbook, from the drop to the undo, in a real browser."""

import base64
from datetime import datetime

from browser.conftest import Site, assert_good
from cast import AISHA, CLINIC_ADMIN, ELLA, JACK, NO_PHONE, SAM, Cast
from factories import make_appointment, make_person
from playwright.sync_api import Browser, FilePayload, Page, expect
from sqlmodel import func, select
from workbooks import xlsx

from app.appointments.models import Appointment

DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  const files = new DataTransfer();
  files.items.add(new File([bytes], name));
  const zone = document.querySelector('.nhsuk-file-upload button');
  const told = { dataTransfer: files, bubbles: true, cancelable: true };
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    zone.dispatchEvent(new DragEvent(kind, told));
  }
}"""


def awkward() -> bytes:
    """As a system exports it on a bad day: titles, odd headings, numbers as numbers, a total."""

    def line(who: Cast, mobile: str | int, at: datetime) -> list[object]:
        name = f"{who.last_name.upper()}, {who.first_name} (Miss)"
        return ["H1", int(who.nhs_number), name, who.date_of_birth, mobile, at, "RIV-TUE", "Booked"]

    at = datetime(2026, 5, 12, 9, 30)
    return xlsx(
        [
            ["Riverside Hospital"],
            ["Clinic list", "", "printed 06/05/2026"],
            [],
            ["Hosp No", "Identifier", "Patient Name", "DOB", "Tel. (mobile)", "Appt date/time",
             "Clinic", "Status"],
            line(SAM, 7700900101, at),
            line(AISHA, "mum 07700 900102", at.replace(hour=10)),
            line(ELLA, "07700900103", at.replace(hour=11)),
            line(JACK, "07700900103", at.replace(hour=12)),
            line(NO_PHONE, "4.47701E+11", at.replace(hour=13)),
            ["Total", 5],
        ],
        formats={3: "dd/mm/yyyy", 5: "dd/mm/yyyy hh:mm"},
        others={"Notes": [["ask the desk"]], "Old": [["x"]]},
        hidden_sheets=["Old"],
    )  # fmt: skip


def drop(page: Page, site: Site, content: bytes) -> None:
    page.goto(f"{site.address}/clinic-lists")
    expect(page.locator(".nhsuk-file-upload button")).to_be_visible()
    page.evaluate(DROP, ["april list.xlsx", base64.b64encode(content).decode()])
    expect(page.locator(".nhsuk-file-upload__status")).to_have_text("april list.xlsx")
    page.get_by_role("button", name="Upload", exact=True).click()


def visits(site: Site) -> int:
    with site.database.reading() as session:
        return session.exec(select(func.count()).select_from(Appointment)).one()


def test_an_awkward_workbook_is_dropped_mapped_read_saved_and_undone(
    page: Page, site: Site
) -> None:
    book_one_who_is_not_on_the_list(site)
    site.sign_in(page, CLINIC_ADMIN.email)
    drop(page, site, awkward())
    say_which_column(page)
    read_the_preview(page)
    decide(page)
    page.get_by_role("button", name="Save the good rows").click()
    expect(page.get_by_text("The list is saved. Texts go out")).to_be_visible()
    assert visits(site) == 5
    assert_good(page, "list-saved")
    page.get_by_role("button", name="Undo this list").click()
    expect(page.get_by_text("The list is undone.")).to_be_visible()
    assert visits(site) == 1
    page.goto(f"{site.address}/clinic-lists")
    expect(page.get_by_role("row").filter(has_text="april list.xlsx")).to_contain_text("undone")
    assert_good(page, "list-history")
    # What was said of the columns is not asked again.
    drop(page, site, awkward())
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the list before it is saved")


def book_one_who_is_not_on_the_list(site: Site) -> None:
    with site.database.writing() as session:
        absent = make_person(
            session, SAM, nhs_number="9992200332", first_name="Leo", mobile="+447700900180"
        )
        at = datetime.fromisoformat("2026-05-12T13:00:00+00:00")
        make_appointment(session, site.clinic, absent, starts_at=at)


def say_which_column(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Which column is which?")
    assert_good(page, "list-columns")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Say which column holds: NHS number").first).to_be_visible()
    page.get_by_label("NHS number").select_option("1")
    page.get_by_role("button", name="Go on").click()


def read_the_preview(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the list before it is saved")
    main = page.locator("main")
    expect(main).to_contain_text("5 rows, Tuesday 12 May 2026")
    expect(main).to_contain_text("1 hidden sheet, 1 other sheet, 1 line that is no row")
    expect(main).to_contain_text("A spreadsheet has cut this number")
    expect(main).to_contain_text("The leading nought was added")
    expect(main).to_contain_text("What matters most")
    expect(main).to_contain_text("Goes out on Friday 8 May 2026, 16:00.")
    expect(main).to_contain_text("segments, about ")
    assert_good(page, "list-preview")


def decide(page: Page) -> None:
    page.get_by_label("They share this phone").check()
    page.get_by_label("Cancel Leo Okafor").check()
    page.get_by_role("button", name="Keep these answers").click()
    expect(page.get_by_label("Cancel Leo Okafor")).to_be_checked()
    expect(page.get_by_text("For you to decide")).to_have_count(0)
    # What was decided stays in sight, to be changed.
    expect(page.get_by_label("They share this phone")).to_be_checked()
    assert_good(page, "list-decided")


def test_without_scripts_a_list_goes_the_same_way(browser: Browser, page: Page, site: Site) -> None:
    assert page.url == "about:blank"
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    site.sign_in(plain, CLINIC_ADMIN.email)
    plain.goto(f"{site.address}/clinic-lists")
    file: FilePayload = {"name": "a.csv", "mimeType": "text/csv", "buffer": b"%PDF-1.7"}
    plain.locator("input[type=file]").set_input_files([file])
    plain.get_by_role("button", name="Upload", exact=True).click()
    expect(plain.get_by_role("heading", name="Nothing was changed")).to_be_visible()
    expect(plain.get_by_text("The file is a PDF").first).to_be_visible()
    context.close()
