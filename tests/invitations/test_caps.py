"""How many texts are too many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.invitations.caps import Cap, Counts, Limits, passed

LIMITS = Limits(number_a_day=1, number_a_week=3, clinic_an_hour=300, a_day=20_000)


@pytest.mark.parametrize(
    ("counts", "cap"),
    [
        (Counts(), None),
        (Counts(0, 2, 299, 19_999), None),
        (Counts(1, 1, 0, 0), Cap.NUMBER_DAY),
        (Counts(0, 3, 0, 0), Cap.NUMBER_WEEK),
        (Counts(0, 0, 300, 0), Cap.CLINIC_HOUR),
        (Counts(0, 0, 0, 20_000), Cap.OVERALL),
        (Counts(1, 3, 300, 20_000), Cap.OVERALL),
        (Counts(1, 3, 300, 0), Cap.CLINIC_HOUR),
    ],
)
def test_one_more_text_would_pass_the_widest_limit_first(counts: Counts, cap: Cap | None) -> None:
    assert passed(counts, LIMITS) is cap


@given(st.integers(0, 50))
def test_fault_20_adding_one_by_one_no_limit_is_ever_passed(wanted: int) -> None:
    counts, went = Counts(), 0
    for _ in range(wanted):
        if passed(counts, LIMITS) is None:
            counts, went = counts.and_one_more(), went + 1
    assert went <= LIMITS.number_a_day
