"""What a text costs, at every boundary, beside an independent counter."""

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st

from app.sms.segments import BASIC, EXTENDED, Cost, cost

SMILE = "\U0001f600"


@pytest.mark.parametrize(
    ("text", "encoding", "segments", "characters"),
    [
        ("", "GSM-7", 1, 0),
        ("a" * 160, "GSM-7", 1, 160),
        ("a" * 161, "GSM-7", 2, 161),
        ("a" * 306, "GSM-7", 2, 306),
        ("a" * 307, "GSM-7", 3, 307),
        ("a" * 459, "GSM-7", 3, 459),
        ("€" * 80, "GSM-7", 1, 160),
        ("€" * 81, "GSM-7", 2, 162),
        # 153 holds 76 pairs and one place over: the 77th pair may not be cut.
        ("€" * 152, "GSM-7", 2, 304),
        ("€" * 153, "GSM-7", 3, 306),
        ("ŵ" * 70, "UCS-2", 1, 70),
        ("ŵ" * 71, "UCS-2", 2, 71),
        ("ŵ" * 134, "UCS-2", 2, 134),
        ("ŵ" * 135, "UCS-2", 3, 135),
        (SMILE * 35, "UCS-2", 1, 70),
        (SMILE * 36, "UCS-2", 2, 72),
        (SMILE * 66, "UCS-2", 2, 132),
        (SMILE * 67, "UCS-2", 3, 134),
        ("a" * 100 + "\u2019", "UCS-2", 2, 101),
        ("`", "UCS-2", 1, 1),
        ("ç", "UCS-2", 1, 1),
        ("Ç", "GSM-7", 1, 1),
    ],
)
def test_a_text_costs_what_the_standard_says(
    text: str, encoding: str, segments: int, characters: int
) -> None:
    assert cost(text) == Cost(encoding, segments, characters)  # type: ignore[arg-type]


@pytest.mark.parametrize("character", sorted(EXTENDED))
def test_an_extended_character_counts_two(character: str) -> None:
    assert cost(character) == Cost("GSM-7", 1, 2)


def test_the_alphabet_has_127_characters_and_10_extended_ones() -> None:
    # 128 places, one of which is the escape to the extended table.
    assert (len(BASIC), len(EXTENDED)) == (127, 10)


@given(st.text(alphabet=sorted(BASIC | EXTENDED), max_size=700))
def test_gsm_texts_cost_what_another_counter_says(text: str) -> None:
    theirs = smsutil.split(text)
    assert cost(text).encoding == "GSM-7"
    assert cost(text).segments == max(1, len(theirs.parts))


@given(st.text(min_size=1, max_size=400).filter(lambda text: not text.isascii()))
def test_other_texts_cost_what_another_counter_says(text: str) -> None:
    if cost(text).encoding == "UCS-2" and not any("\ud800" <= char <= "\udfff" for char in text):
        assert cost(text).segments == max(1, len(smsutil.split(text).parts))


@given(st.text(max_size=300), st.text(max_size=50))
def test_more_words_never_cost_less(text: str, more: str) -> None:
    assert cost(text + more).segments >= cost(text).segments
