"""A cell with a phone in it: notes, two numbers, repairs, and never a number that is not there."""

import random

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.phone import FICTIONAL, PhoneProblem, plain_mobile
from app.people.phone_cell import REPAIRS, PhoneCell, read_phone_cell

ONE, TWO = "+447700900123", "+447700900124"


def read(text: str) -> PhoneCell:
    return read_phone_cell(text, fictional=True)


@pytest.mark.parametrize(
    ("written", "mobile", "owner", "repair"),
    [
        ("07700900123", ONE, None, None),
        ("07700 900123", ONE, None, None),
        ("+44 (0)7700 900123", ONE, None, None),
        ("7700900123", ONE, None, "lost_nought"),
        ("4.47700900123E+11", ONE, None, "whole_number"),
        ("mum 07700 900123", ONE, "parent", "note"),
        ("07700900123 (Dad)", ONE, "parent", "note"),
        ("mum's mob: 07700900123", ONE, "parent", "note"),
        ("own 07700900123", ONE, "self", "note"),
        ("07700900123 m", ONE, None, "note"),
        ("07700900123/07700900124", ONE, None, "two_numbers"),
        ("07700900123 07700900124", ONE, None, "two_numbers"),
        ("0770090012307700900124", ONE, None, "two_numbers"),
        ("mum 07700900124, own 07700900123", ONE, "self", "two_numbers"),
        ("mum 07700900123 dad 07700900124", ONE, "parent", "two_numbers"),
        ("020 7946 0011 / 07700900123", ONE, None, "two_numbers"),
        ("07700900123 07700900123", ONE, None, None),
    ],
)
def test_a_cell_is_read_as_people_write_it(
    written: str, mobile: str, owner: str | None, repair: str | None
) -> None:
    assert read(written) == PhoneCell(mobile, None, owner, repair)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("4.47701E+11", PhoneProblem.LOST_DIGITS),
        ("4,47701E+11", PhoneProblem.LOST_DIGITS),
        ("447701000000", PhoneProblem.LOST_DIGITS),
        ("7701000000", PhoneProblem.LOST_DIGITS),
        ("do not ring 07700900123", PhoneProblem.NOT_A_NUMBER),
        ("Sarah 07700900123", PhoneProblem.NOT_A_NUMBER),
        ("07700900123 x12", PhoneProblem.NOT_A_NUMBER),
        ("mum or dad 07700900123 shared", PhoneProblem.NOT_A_NUMBER),
        ("07700 900 123 / 124", PhoneProblem.NOT_A_NUMBER),
        ("n/a", PhoneProblem.EMPTY),
        ("none", PhoneProblem.EMPTY),
        ("-", PhoneProblem.EMPTY),
        ("020 7946 0011", PhoneProblem.LANDLINE),
        ("mum 020 7946 0011", PhoneProblem.LANDLINE),
        ("+33 6 12 34 56 78", PhoneProblem.FOREIGN),
    ],
)
def test_what_is_not_certain_is_never_a_number(written: str, problem: PhoneProblem) -> None:
    assert (read(written).mobile, read(written).problem) == (None, problem)


def test_a_real_number_that_ends_in_noughts_is_taken_where_nothing_was_lost() -> None:
    assert read("07701000000").mobile == "+447701000000"


def test_every_repair_is_told_in_words() -> None:
    assert all(words(ONE).endswith("07700 900123.") for words in REPAIRS.values())


@given(st.text(max_size=40))
def test_any_text_gives_a_british_mobile_or_a_reason(text: str) -> None:
    found = read(text)
    assert (found.mobile is None) != (found.problem is None)
    assert found.mobile is None or found.mobile.startswith("+447")


@given(st.from_regex(r"(07|\+447|447|7)[0-9]{9}", fullmatch=True), st.text(max_size=12))
def test_the_digits_of_a_number_are_always_in_its_cell(number: str, note: str) -> None:
    text = f"{note} {number}"
    found = read(text)
    if found.mobile is not None:
        digits = "".join(char for char in text if char.isascii() and char.isdigit())
        assert found.mobile[3:] in digits


def cells_of_every_kind(count: int, seed: int) -> list[str]:
    """Numbers near the edges of every range, and cells that are nearly numbers."""
    chance = random.Random(seed)
    starts = ("07", "076", "0770090", "07457", "07911", "0701", "0", "+447", "٠٧", "07 ", "7", "")
    cells = []
    for _ in range(count):
        start = chance.choice(starts)
        digits = "".join(chance.choices("0123456789", k=chance.choice((8, 9, 9, 9, 10, 11))))
        whole = (start + digits)[: chance.choice((10, 11, 11, 11, 11, 12, 13))]
        spaced = chance.random() < 0.2
        cells.append(f"{whole[:5]} {whole[5:]}" if spaced else whole)
    return cells


def agrees(cell: str) -> bool:
    """Whether the short way says what phonenumbers says, or nothing."""
    quick = plain_mobile(cell)
    if quick is None:
        return True
    parsed = phonenumbers.parse(cell, "GB")
    whole = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return (
        quick == whole
        and phonenumbers.is_valid_number(parsed)
        and phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE
        and not FICTIONAL.fullmatch(whole)
    )


def test_the_short_way_agrees_with_phonenumbers() -> None:
    cells = cells_of_every_kind(20_000, seed=1)
    assert [cell for cell in cells if not agrees(cell)] == []
    assert sum(plain_mobile(cell) is not None for cell in cells) > 2_000


@pytest.mark.proof
def test_the_short_way_agrees_with_phonenumbers_on_a_million_cells() -> None:
    for seed in range(50):
        cells = cells_of_every_kind(20_000, seed)
        assert [cell for cell in cells if not agrees(cell)] == []
