"""When a clinic's schools are closed, as somebody types it."""

import doctest
from datetime import date

import pytest

from app.clinics import school_holidays
from app.clinics.details import ClinicDetails, read_details
from app.clinics.models import LONGEST_HOLIDAYS
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
        "22/07/2026 TO 01/09/2026\r\n22/07/2026 to 01/09/2026\r\n",
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


def test_the_example_beside_the_code_is_true() -> None:
    assert doctest.testmod(school_holidays) == (0, 1)


def test_twelve_ranges_fit_the_column_that_keeps_them() -> None:
    twelve = "; ".join(f"{day}/06/2026 to {day + 1}/06/2026" for day in range(1, 25, 2))
    assert len(ranges_of(twelve)) == 12
    assert len(normal(twelve)) <= LONGEST_HOLIDAYS


@pytest.mark.parametrize(
    "text",
    [
        "summer",
        "01/09/2026 to 22/07/2026",
        "31/02/2026",
        "2026-07-22 to",
        "0026-07-22 to 0026-09-01",
        "22/07/26 to 01/09/26",
        "01/01/2026 to 31/12/2026",
        "1/1/2026 to 2/1/2026 to 3/1/2026",
        "\n".join(f"{day}/06/2026" for day in range(1, 15)),
    ],
)
def test_what_is_no_school_holiday_is_refused_with_what_to_do(text: str) -> None:
    problems = read_details({**GOOD, "school_holidays": text})
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == ["school_holidays"]


@pytest.mark.parametrize(
    ("opens", "closes", "weekdays", "good"),
    [
        ("09:00", "16:00", "12345", False),
        ("09:00", "16:29", "12345", False),
        ("09:00", "16:30", "12345", True),
        ("16:10", "16:35", "12345", False),
        ("09:00", "16:00", "56", False),
        # Nobody is in school on a Saturday or Sunday.
        ("09:00", "16:00", "67", True),
    ],
)
def test_a_window_that_school_hours_leave_less_than_half_an_hour_of_is_refused(
    opens: str, closes: str, weekdays: str, good: bool
) -> None:
    form = {**GOOD, "window_opens": opens, "window_closes": closes, "weekdays": weekdays}
    found = read_details(form)
    if good:
        assert isinstance(found, ClinicDetails)
        return
    assert isinstance(found, list)
    assert [problem.field for problem in found] == ["window_closes"]
    assert "half an hour after 16:00" in found[0].message
    # The message names two ways out, and both work.
    assert isinstance(read_details({**form, "avoids_school_hours": "no"}), ClinicDetails)
    holidays = {**form, "school_holidays": "2026-07-22 to 2026-09-01"}
    assert isinstance(read_details(holidays), ClinicDetails)


def test_holidays_that_cannot_be_read_are_one_problem_not_two() -> None:
    found = read_details({**GOOD, "window_closes": "16:05", "school_holidays": "summer"})
    assert isinstance(found, list)
    assert [problem.field for problem in found] == ["school_holidays"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("nation", "france"),
        ("avoids_school_hours", "perhaps"),
        ("reminds", "perhaps"),
        ("asks_feedback", "1"),
        ("parents_phone", "ring"),
    ],
)
def test_a_choice_that_there_is_not_is_refused(field: str, value: str) -> None:
    problems = read_details({**GOOD, field: value})
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == [field]
