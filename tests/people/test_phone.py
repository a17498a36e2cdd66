"""Mobiles: every way people write one, and no two that become one."""

import random

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.phone import (
    FICTIONAL as OFCOMS,
)
from app.people.phone import (
    Mobile,
    PhoneProblem,
    _read_slowly,
    in_words,
    national,
    plain_mobile,
    read_mobile,
    tail,
)

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
        "07700900123.0",
        "7700900123.0",
        "447700900123.0",
        "０７７００９００１２３",
        "＋４４\u3000７７００ ９００１２３",
        "\ufeff07700900123",
        "07700\u200b900\u200b123",
        "\u202a+44 7700 900123\u202c",
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
        ("770090010.0", PhoneProblem.NOT_A_NUMBER),
        ("0770090010.0", PhoneProblem.NOT_A_NUMBER),
        ("770090010.5", PhoneProblem.NOT_A_NUMBER),
        ("7700900123.5", PhoneProblem.NOT_A_NUMBER),
        ("7700900123.00", PhoneProblem.NOT_A_NUMBER),
        ("0770090012\u00b3", PhoneProblem.NOT_A_NUMBER),
        ("0770090012\u2462", PhoneProblem.NOT_A_NUMBER),
        ("07700\u202e900123", PhoneProblem.NOT_A_NUMBER),
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


@pytest.mark.parametrize(
    "written",
    [
        *("07777777777", "07999999999", "07123456789", "07000000000", "07111111111", "07700000000"),
        *("07987654321", "07712345678", "07787654321", "+447777777777", "7999999999"),
        *("07777 777777", "447111111111", "07400000000"),
    ],
)
def test_a_mobile_that_somebody_made_up_is_never_texted(written: str) -> None:
    assert read_mobile(written, fictional=True) == PhoneProblem.PLACEHOLDER
    assert plain_mobile(written) is None


@pytest.mark.parametrize("last", ["000000", "222222", "123456", "765432"])
def test_a_mobile_with_a_fine_end_is_still_a_mobile(last: str) -> None:
    assert read_mobile(f"07701{last}", fictional=False) == Mobile(f"+447701{last}")


def test_a_very_long_cell_is_neither_read_nor_remembered() -> None:
    before = _read_slowly.cache_info().currsize
    assert read_mobile("07700900123" + "-" * 200, fictional=True) == PhoneProblem.NOT_A_NUMBER
    assert _read_slowly.cache_info().currsize == before


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
        and not OFCOMS.fullmatch(whole)
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
