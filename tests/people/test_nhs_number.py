"""NHS numbers: ten digits whose check digit is right."""

import pytest
from cast import YOUNG_PEOPLE
from hypothesis import given
from hypothesis import strategies as st

from app.people.nhs_number import normalise, spaced

GOOD = "9999458076"


@pytest.mark.parametrize("who", YOUNG_PEOPLE, ids=lambda who: who.first_name)
def test_each_number_of_the_cast_is_one(who: object) -> None:
    number = who.nhs_number  # type: ignore[attr-defined]
    assert normalise(spaced(number)) == number


@pytest.mark.parametrize("written", ["999 945 8076", "999-945-8076", " 9999458076 ", "'9999458076"])
def test_spaces_and_dashes_are_taken_out(written: str) -> None:
    assert normalise(written) == GOOD


@pytest.mark.parametrize(
    "written",
    [
        "",
        "999945807",
        "99994580760",
        "9999458077",
        "0000000000",
        "1111111111",
        "9999999999",
        "٩٩٩٩٤٥٨٠٧٦",
        "９９９９４５８０７６",
        "9.999E+9",
        "999 945 807O",
    ],
)
def test_what_is_no_nhs_number_is_refused(written: str) -> None:
    assert normalise(written) is None


@given(st.integers(0, 9), st.integers(0, 9))
def test_one_wrong_digit_is_always_found(place: int, digit: int) -> None:
    changed = GOOD[:place] + str(digit) + GOOD[place + 1 :]
    assert (normalise(changed) is not None) == (changed == GOOD)


@given(st.text())
def test_any_text_is_read_without_raising(text: str) -> None:
    number = normalise(text)
    assert number is None or (len(number) == 10 and normalise(number) == number)
