"""Which heading is which: many wordings are known, and what is not sure is never guessed."""

import pytest
from cast import AISHA, SAM
from hypothesis import given
from hypothesis import strategies as st
from lists import clinic_list, layout_of, row

from app.appointments.columns import recognise
from app.appointments.headings import FIELDS, FULL_NAME, MOBILE, NEEDED, OPTIONAL, STRONG, variants
from app.appointments.layout import letters, shape_of


def headed(*headings: str, cells: str = "") -> bytes:
    return f"{','.join(headings)}\n{cells}\n".encode()


@given(st.permutations([*NEEDED, *OPTIONAL, "Consultant", ""]))
def test_headings_are_found_in_any_order(headings: list[str]) -> None:
    found = recognise(tuple(headings))
    named = {name: headings[place] for name, place in found.places.items()}
    assert named == {name: name for name in (*NEEDED, *OPTIONAL) if name != MOBILE}
    assert [headings[phone.place] for phone in found.phones] == [MOBILE]
    assert found.missing == []


def test_letter_case_spacing_and_marks_do_not_matter() -> None:
    written = tuple(f" {heading.upper().replace(' ', '_')}. " for heading in NEEDED)
    assert recognise(written).missing == []


@pytest.mark.parametrize(("field", "wordings"), STRONG.items())
def test_every_known_wording_names_its_field_also_after_the_word_patient(
    field: str, wordings: str
) -> None:
    for wording in wordings.split(","):
        for written in (wording, wording.title(), f"Patient {wording.strip()}"):
            found = recognise((written,))
            assert field in {*found.places, *found.flags}, written


def test_no_wording_names_two_fields() -> None:
    owners: dict[str, set[str]] = {}
    for field, wordings in STRONG.items():
        for wording in wordings.split(","):
            owners.setdefault(next(iter(variants(wording))), set()).add(field)
    assert [wording for wording, fields in owners.items() if len(fields) > 1] == []


@pytest.mark.parametrize("missing", NEEDED)
def test_a_missing_column_is_asked_for(missing: str) -> None:
    kept = tuple(heading for heading in NEEDED if heading != missing)
    assert recognise(kept).missing == [missing]


def test_a_full_name_stands_for_both_names() -> None:
    found = recognise(("Patient Name", "NHS No", "DOB", "Mobile", "Date", "Time", "Clinic"))
    assert found.missing == []
    assert FULL_NAME in found.places


def test_two_columns_that_could_be_the_date_are_asked_about() -> None:
    found = recognise(("Appointment date", "Appt date", *NEEDED[:5], *NEEDED[6:]))
    assert found.doubtful == ("Appointment date",)
    assert "Appointment date" in found.missing


def test_phones_are_tried_mobile_first_and_a_parents_last() -> None:
    headings = ("Home phone", "Mother's mobile", "Contact 1", "Mobile")
    found = recognise(headings)
    assert [headings[phone.place] for phone in found.phones] == [
        "Mobile",
        "Contact 1",
        "Home phone",
        "Mother's mobile",
    ]
    assert found.phones[-1].owner == "parent"


def test_phones_under_the_heading_of_nhs_numbers_are_never_taken_for_them() -> None:
    content = clinic_list(row(SAM, nhs_number="07700900101", mobile=SAM.nhs_number))
    assert {"NHS number", "Mobile"} <= set(layout_of(content).missing)


def test_nhs_numbers_under_the_heading_of_mobiles_are_never_taken_for_them() -> None:
    content = clinic_list(row(SAM, mobile=SAM.nhs_number), row(AISHA, mobile=AISHA.nhs_number))
    assert {"NHS number", "Mobile"} <= set(layout_of(content).missing)


def test_a_date_column_that_holds_times_needs_no_column_of_times() -> None:
    headings = (*NEEDED[:6], "Clinic code")
    cells = "9999458076,Sam,Okafor,14/03/2010,07700900101,{},RIV-TUE"
    with_time = layout_of(headed(*headings, cells=cells.format("12/05/2026 09:30")))
    without = layout_of(headed(*headings, cells=cells.format("12/05/2026")))
    assert with_time.missing == []
    assert without.missing == ["Appointment time"]


def test_a_file_without_headings_is_asked_about_by_letters() -> None:
    content = b"9999458076,14/03/2010,07700900101\n9993021571,02/11/2008,07700900102\n"
    found = layout_of(content)
    assert found.heading_rows == ()
    assert found.at(1) == "Column B"
    assert set(found.missing) == set(NEEDED)


def test_what_is_remembered_of_a_shape_is_places_and_no_words() -> None:
    found = recognise(("Patient Name", *NEEDED))
    kept = found.kept()
    assert set(kept["places"]) <= set(FIELDS)
    assert all(isinstance(place, int) for place in kept["places"].values())
    assert found.with_kept(kept).places == found.places


def test_a_shape_goes_by_the_headings_in_their_order() -> None:
    assert shape_of(recognise(("NHS No", "DOB"))) == shape_of(recognise(("nhs_no", "Dob ")))
    assert shape_of(recognise(("NHS No", "DOB"))) != shape_of(recognise(("DOB", "NHS No")))


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_named_as_a_spreadsheet_does(place: int, name: str) -> None:
    assert letters(place) == name
