"""A whole list read: good rows go ahead, each bad cell is named."""

from datetime import UTC, datetime

from cast import AISHA, ELLA, JACK, NO_PHONE, SAM
from lists import CLINIC, clinic_list, read_file, row

from app.appointments.rows import Problem, ReadList


def read_rows(*rows: dict[str, str]) -> ReadList:
    return read_file(clinic_list(*rows))


def test_a_good_row_becomes_plain_values() -> None:
    found = read_rows(row(SAM, appointment_id="A-1", number_belongs_to="self", language="Polish"))
    assert found.problems == []
    (one,) = found.rows
    assert (one.number, one.nhs_number, one.mobile) == (2, SAM.nhs_number, SAM.mobile)
    assert (one.first_name, one.last_name) == (SAM.first_name, SAM.last_name)
    assert one.starts_at == datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
    assert (one.clinic_id, one.appointment_id, one.cancelled) == (CLINIC, "A-1", False)
    assert (one.number_belongs_to, one.language) == ("self", "pl")


def test_each_bad_cell_is_named_by_row_heading_and_value() -> None:
    bad = row(
        AISHA,
        nhs_number="1234567890",
        mobile="07700 9001",
        appointment_time="25:00",
        clinic_code="NOPE",
        first_name="",
    )
    found = read_rows(row(SAM), bad)
    assert [one.nhs_number for one in found.rows] == [SAM.nhs_number]
    assert [(p.row, p.heading, p.value) for p in found.problems] == [
        (3, "NHS number", "1234567890"),
        (3, "First name", ""),
        (3, "Appointment time", "25:00"),
        (3, "Clinic code", "NOPE"),
        (3, "Mobile", "07700 9001"),
    ]
    assert all(problem.message for problem in found.problems)


def test_the_same_appointment_twice_is_taken_once() -> None:
    found = read_rows(row(SAM), row(SAM))
    assert len(found.rows) == 1
    assert found.problems == [
        Problem(
            3,
            "Appointment time",
            "",
            "This is the same appointment as row 2. Leave one of them out.",
            "repeated",
        )
    ]


def test_one_nhs_number_is_never_two_people() -> None:
    found = read_rows(row(SAM), row(SAM, first_name="Leo", appointment_time="10:00"))
    assert len(found.rows) == 1
    assert [(p.row, p.heading) for p in found.problems] == [(3, "NHS number")]


def test_one_appointment_id_is_never_two_appointments() -> None:
    found = read_rows(row(SAM, appointment_id="A-1"), row(AISHA, appointment_id="A-1"))
    assert [(p.row, p.heading, p.value) for p in found.problems] == [(3, "Appointment ID", "A-1")]


def test_brother_and_sister_on_one_phone_are_both_read() -> None:
    found = read_rows(row(ELLA), row(JACK, appointment_time="10:00"))
    assert [one.mobile for one in found.rows] == [ELLA.mobile, ELLA.mobile]


def test_a_landline_is_no_mistake_to_mend_and_is_not_kept() -> None:
    found = read_rows(row(SAM, mobile="020 7946 0011"))
    assert [(one.mobile, one.no_mobile) for one in found.rows] == [(None, "landline")]
    assert "landline" in found.notes[0].message


def test_a_row_without_a_mobile_goes_ahead_with_a_note() -> None:
    found = read_rows(row(NO_PHONE))
    assert [one.mobile for one in found.rows] == [None]
    assert "will not be texted" in found.notes[0].message


def test_a_short_row_and_a_blank_one_are_no_crash() -> None:
    content = clinic_list(row(SAM)) + b"\r\n,,,\r\n9999458076\r\n"
    found = read_file(content)
    assert len(found.rows) == 1
    assert {problem.row for problem in found.problems} == {5}


def test_optional_columns_may_be_missing() -> None:
    content = clinic_list(row(SAM), headings=tuple(h for h in HEADINGS_NEEDED))
    found = read_file(content)
    assert [one.number_belongs_to for one in found.rows] == ["unknown"]


HEADINGS_NEEDED = (
    "Mobile",
    "NHS number",
    "Last name",
    "First name",
    "Date of birth",
    "Clinic code",
    "Appointment time",
    "Appointment date",
)
