"""Whose age, and whose phone, allows a text: asked of the day the text would go."""

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.invitations import ages
from app.invitations.ages import age_on, age_reason

DAY = date(2026, 5, 12)


def born(years: int, days: int = 0) -> date:
    """Make a date of birth: that birthday was so many days ago (if negative, is yet to come)."""
    return DAY.replace(year=DAY.year - years) - timedelta(days=days)


@pytest.mark.parametrize(
    ("birth", "owner", "parents_phone", "reason"),
    [
        (born(11, -1), "self", "text", "too_young"),
        (born(11), "self", "text", None),
        (born(25, 364), "self", "text", None),
        (born(26, -1), "self", "text", None),
        (born(26), "self", "text", "too_old"),
        (born(26, 1), "self", "text", "too_old"),
        (born(16, -1), "parent", "text", None),
        (born(16), "parent", "text", "parents_number"),
        (born(16, 1), "parent", "text", "parents_number"),
        (born(16), "self", "hold", None),
        (born(16), "shared", "text", None),
        (born(16), "unknown", "text", None),
        (born(18, -1), "parent", "text", "parents_number"),
        (born(18, -1), "self", "text", None),
        (born(18), "parent", "text", "parents_number"),
        (born(18), "self", "text", None),
        (born(18, 1), "self", "text", None),
        (born(14), "parent", "hold", "parents_number"),
        (born(14), "unknown", "hold", None),
        (DAY, "self", "text", "too_young"),
        (DAY + timedelta(days=1), "self", "text", "born_in_future"),
        (date(2100, 1, 1), "self", "text", "born_in_future"),
        # Whoever is not born yet is nobody's child yet either.
        (DAY + timedelta(days=1), "parent", "hold", "born_in_future"),
        (born(26), "parent", "hold", "too_old"),
        (born(11, -1), "parent", "hold", "too_young"),
    ],
)
def test_fault_62_a_birthday_between_plan_and_text_changes_what_may_go(
    birth: date, owner: str, parents_phone: str, reason: str | None
) -> None:
    assert age_reason(birth, owner, parents_phone, DAY) == reason


@pytest.mark.parametrize("years", [11, 16, 18, 26])
def test_fault_62_somebody_is_a_year_older_on_their_birthday_and_not_a_day_before(
    years: int,
) -> None:
    birthday = born(years)
    assert age_on(birthday, DAY - timedelta(days=1)) == years - 1
    assert age_on(birthday, DAY) == years
    assert age_on(birthday, DAY + timedelta(days=1)) == years


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2024, 2, 28), None),
        (date(2024, 2, 29), "parents_number"),
        (date(2026, 2, 28), "parents_number"),
        (date(2034, 2, 28), "parents_number"),
        (date(2034, 3, 1), "too_old"),
    ],
)
def test_fault_63_a_leap_day_birthday_counts_for_a_parents_phone_as_well(
    day: date, reason: str | None
) -> None:
    assert age_reason(date(2008, 2, 29), "parent", "text", day) == reason


def test_fault_63_the_year_2100_has_no_leap_day() -> None:
    born_in_a_leap_year = date(2084, 2, 29)
    assert age_reason(born_in_a_leap_year, "parent", "text", date(2100, 2, 28)) is None
    assert age_reason(born_in_a_leap_year, "parent", "text", date(2100, 3, 1)) == "parents_number"


def test_the_examples_beside_the_code_are_true() -> None:
    assert doctest.testmod(ages) == (0, 3)


def test_fault_63_who_was_born_on_a_leap_day_is_older_on_the_first_of_march() -> None:
    leap = date(2008, 2, 29)
    assert age_on(leap, date(2024, 2, 28)) == 15
    assert age_on(leap, date(2024, 2, 29)) == 16
    assert age_on(leap, date(2026, 2, 28)) == 17
    assert age_on(leap, date(2026, 3, 1)) == 18
    assert age_on(leap, date(2100, 2, 28)) == 91
    assert age_on(leap, date(2100, 3, 1)) == 92


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.dates(date(2026, 1, 1), date(2110, 1, 1)))
def test_fault_63_an_age_grows_by_one_a_year_and_never_raises(birth: date, day: date) -> None:
    later = day + timedelta(days=366)
    assert age_on(birth, later) - age_on(birth, day) in (1, 2)
    assert age_reason(birth, "self", "text", day) in (
        None,
        "born_in_future",
        "too_young",
        "too_old",
    )
