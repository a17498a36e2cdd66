"""What a clinic is: every field read, every fault named at once."""

from datetime import time

import pytest

from app.clinics.details import ClinicDetails, read_details

GOOD = {
    "organisation_code": "xld01",
    "code": "riv-tue",
    "name": "Riverside  Hospital",
    "desk_phone": "020 7946 0011",
    "concerns_email": "concerns@hospital.example",
}


def test_what_is_left_out_takes_its_default() -> None:
    assert read_details(GOOD) == ClinicDetails(
        organisation_code="XLD01",
        code="RIV-TUE",
        name="Riverside Hospital",
        days_of_notice=4,
        window_opens=time(16, 0),
        window_closes=time(18, 30),
        weekdays="12345",
        time_zone="Europe/London",
        desk_phone="020 7946 0011",
        concerns_email="concerns@hospital.example",
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organisation_code", "X"),
        ("organisation_code", "X LD01"),
        ("code", ""),
        ("code", "A" * 21),
        ("name", ""),
        ("name", "R" * 41),
        ("name", "Riverside \u2764 Hospital"),
        ("name", "Diabetes clinic"),
        ("name", "Riverside CAMHS"),
        ("name", "The sexual health centre"),
        ("days_of_notice", "0"),
        ("days_of_notice", "15"),
        ("days_of_notice", "four"),
        ("window_opens", "07:59"),
        ("window_opens", "25:00"),
        ("window_closes", "20:01"),
        ("window_closes", "15:00"),
        ("weekdays", "0"),
        ("weekdays", "-"),
        ("time_zone", "Europe/Nowhere"),
        ("time_zone", "../etc/passwd"),
        ("desk_phone", "ring me"),
        ("desk_phone", "123"),
        ("concerns_email", "concerns"),
        ("concerns_email", "a b@hospital.example"),
    ],
)
def test_a_field_that_is_not_right_is_named_with_what_to_do(field: str, value: str) -> None:
    problems = read_details({**GOOD, field: value})
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == [field]
    assert problems[0].message.split()[0] in {"Enter", "Shorten", "Use", "Leave"}


def test_every_fault_is_named_at_once() -> None:
    problems = read_details({})
    assert isinstance(problems, list)
    assert {problem.field for problem in problems} == set(GOOD)


@pytest.mark.parametrize(
    "name", ["Riverside Hospital", "King's Cross Health Centre", "Paynes Lane"]
)
def test_an_ordinary_name_is_taken(name: str) -> None:
    details = read_details({**GOOD, "name": name})
    assert isinstance(details, ClinicDetails)
    assert details.name == name
