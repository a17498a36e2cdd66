"""Mobiles: every way people write one, and no two that become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.phone import Mobile, PhoneProblem, in_words, national, read_mobile, tail

FICTIONAL = "+447700900123"
# Real ranges, numbers that are nobody's as far as anyone can tell are still only read, never rung.
ORDINARY = "+447400123456"


@pytest.mark.parametrize(
    "written",
    [
        "07700900123",
        "07700 900 123",
        "07700-900-123",
        "(07700) 900123",
        "+447700900123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "00447700900123",
        "0044 (0) 7700 900123",
        "447700900123",
        "7700900123",
        "'07700900123",
        "07700\u00a0900123",
        "07700.900.123",
    ],
)
def test_a_mobile_is_read_however_it_is_written(written: str) -> None:
    assert read_mobile(written, fictional=True) == Mobile(FICTIONAL)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("", PhoneProblem.EMPTY),
        ("   ", PhoneProblem.EMPTY),
        ("4.47701E+11", PhoneProblem.LOST_DIGITS),
        ("020 7946 0011", PhoneProblem.LANDLINE),
        ("0121 496 0021", PhoneProblem.LANDLINE),
        ("+33 6 12 34 56 78", PhoneProblem.FOREIGN),
        ("+1 212 555 0123", PhoneProblem.FOREIGN),
        ("070 1234 5678", PhoneProblem.PERSONAL),
        ("0909 8790000", PhoneProblem.OTHER_KIND),
        ("07700 90012", PhoneProblem.NOT_A_NUMBER),
        ("07700 9001234", PhoneProblem.NOT_A_NUMBER),
        ("07700 900123 mum", PhoneProblem.NOT_A_NUMBER),
        ("07700900123/07700900124", PhoneProblem.NOT_A_NUMBER),
        ("999 945 8076", PhoneProblem.NOT_A_NUMBER),
        ("٠٧٧٠٠٩٠٠١٢٣", PhoneProblem.NOT_A_NUMBER),
        ("none", PhoneProblem.NOT_A_NUMBER),
    ],
)
def test_what_cannot_be_texted_is_named(written: str, problem: PhoneProblem) -> None:
    assert read_mobile(written, fictional=True) == problem
    assert in_words(problem).endswith(".")


@pytest.mark.parametrize("last", ["000", "123", "999"])
def test_a_made_up_mobile_is_never_taken_outside_the_demo(last: str) -> None:
    written = f"07700 900{last}"
    assert read_mobile(written, fictional=False) == PhoneProblem.FICTIONAL
    assert read_mobile(written, fictional=True) == Mobile(f"+447700900{last}")


def test_an_ordinary_mobile_is_taken_everywhere() -> None:
    assert read_mobile("07400 123456", fictional=False) == Mobile(ORDINARY)
    assert read_mobile("07400 123456", fictional=True) == Mobile(ORDINARY)


def test_a_mobile_of_jersey_shares_our_code_and_is_taken() -> None:
    assert read_mobile("07797 712345", fictional=False) == Mobile("+447797712345")


digits = st.from_regex(r"07[1-9][0-9]{8}", fullmatch=True)


@given(digits, digits)
def test_two_different_mobiles_never_become_one(one: str, other: str) -> None:
    first, second = read_mobile(one, fictional=True), read_mobile(other, fictional=True)
    if isinstance(first, Mobile) and isinstance(second, Mobile):
        assert (first == second) == (one == other)


@given(digits)
def test_reading_a_read_number_changes_nothing(written: str) -> None:
    found = read_mobile(written, fictional=True)
    if isinstance(found, Mobile):
        assert read_mobile(found.e164, fictional=True) == found
        assert read_mobile(national(found.e164), fictional=True) == found
        assert tail(found.e164) == f"ending {written[-3:]}"


@given(st.text())
def test_any_text_is_read_without_raising(text: str) -> None:
    assert isinstance(read_mobile(text, fictional=True), Mobile | PhoneProblem)
