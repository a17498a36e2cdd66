"""Headings in any order and letter case; a missing one is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.appointments.columns import NEEDED, OPTIONAL, find_columns
from app.errors import Refusal


@given(st.permutations([*NEEDED, *OPTIONAL, "Consultant", ""]))
def test_headings_are_found_in_any_order(headings: list[str]) -> None:
    found = find_columns(headings)
    assert {name: headings[place] for name, place in found.items()} == {
        name: name for name in (*NEEDED, *OPTIONAL)
    }


def test_letter_case_and_spacing_do_not_matter() -> None:
    written = [f" {heading.upper().replace(' ', '_')} " for heading in NEEDED]
    assert set(find_columns(written)) == set(NEEDED)


@pytest.mark.parametrize("missing", NEEDED)
def test_a_missing_heading_is_named(missing: str) -> None:
    with pytest.raises(Refusal, match=f"lacks the heading {missing}"):
        find_columns([heading for heading in NEEDED if heading != missing])


def test_all_missing_headings_are_named_at_once() -> None:
    with pytest.raises(Refusal, match=r"NHS number, First name.*Clinic code"):
        find_columns(["Consultant"])


def test_a_heading_that_stands_twice_is_refused() -> None:
    with pytest.raises(Refusal, match="Mobile stands there twice"):
        find_columns([*NEEDED, "mobile"])
