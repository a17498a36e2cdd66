"""When a clinic's schools are closed, as somebody types it."""

from datetime import date

import pytest

from app.clinics.details import ClinicDetails, read_details
from app.clinics.school_holidays import normal, ranges_of

SUMMER = (date(2026, 7, 22), date(2026, 9, 1))
GOOD = {
    "organisation_code": "xld01",
    "code": "riv-tue",
    "name": "Riverside Hospital",
    "desk_phone": "020 7946 0011",
    "concerns_email": "concerns@hospital.example",
}


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-22 to 2026-09-01",
        " 22/07/2026 to 01/09/2026 ",
        "22.7.2026 - 1.9.2026;",
        "22/07/2026 until 2026-09-01",
        "22/7/2026 \u2013 1/9/2026\n\n",
    ],
)
def test_a_range_is_read_however_it_is_written(text: str) -> None:
    assert ranges_of(text) == (SUMMER,)
    assert normal(text) == "2026-07-22 to 2026-09-01"
    assert normal(normal(text)) == normal(text)


def test_one_day_is_a_range_and_several_come_in_order() -> None:
    text = "23/10/2026, 22/07/2026 to 01/09/2026"
    assert ranges_of(text) == (SUMMER, (date(2026, 10, 23), date(2026, 10, 23)))
    assert ranges_of("") == ()


@pytest.mark.parametrize(
    "text",
    [
        "summer",
        "01/09/2026 to 22/07/2026",
        "31/02/2026",
        "2026-07-22 to",
        "01/01/2026 to 31/12/2026",
        "1/1/2026 to 2/1/2026 to 3/1/2026",
        "\n".join(f"{day}/06/2026" for day in range(1, 15)),
    ],
)
def test_what_is_no_school_holiday_is_refused_with_what_to_do(text: str) -> None:
    problems = read_details({**GOOD, "school_holidays": text})
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == ["school_holidays"]


def test_a_window_in_school_hours_is_refused_unless_somebody_has_thought_of_it() -> None:
    early = {**GOOD, "window_opens": "09:00", "window_closes": "16:00"}
    problems = read_details(early)
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == ["window_closes"]
    assert isinstance(read_details({**early, "avoids_school_hours": "no"}), ClinicDetails)
    holidays = {**early, "school_holidays": "2026-07-22 to 2026-09-01"}
    assert isinstance(read_details(holidays), ClinicDetails)


@pytest.mark.parametrize(
    ("field", "value"),
    [("nation", "france"), ("reminds", "perhaps"), ("parents_phone", "ring")],
)
def test_a_choice_that_there_is_not_is_refused(field: str, value: str) -> None:
    problems = read_details({**GOOD, field: value})
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == [field]
