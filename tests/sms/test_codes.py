"""What the provider's codes ask of us; a code that nobody knows is calm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sms.codes import MEANINGS, WORDS, Meaning, in_words, is_known_code, meaning_of


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("21610", Meaning.OPTED_OUT),
        ("20003", Meaning.CONFIGURATION),
        ("21408", Meaning.CONFIGURATION),
        ("21606", Meaning.CONFIGURATION),
        ("21211", Meaning.NUMBER),
        ("30003", Meaning.UNREACHABLE),
        ("30005", Meaning.NUMBER),
        ("30007", Meaning.CONTENT),
        ("30008", Meaning.PERHAPS),
        ("", Meaning.UNKNOWN),
        (None, Meaning.UNKNOWN),
    ],
)
def test_a_code_has_a_meaning(code: str | None, meaning: Meaning) -> None:
    assert meaning_of(code) is meaning


def test_every_meaning_is_said_in_words() -> None:
    assert set(WORDS) == set(Meaning)


@given(st.text(max_size=30))
def test_fault_24_a_code_nobody_knows_is_said_to_need_a_look(code: str) -> None:
    known = code in MEANINGS
    assert is_known_code(code) is known
    assert known or in_words(code) == WORDS[Meaning.UNKNOWN]


def test_only_a_phone_out_of_reach_is_tried_again() -> None:
    assert [code for code, it in MEANINGS.items() if it is Meaning.UNREACHABLE] == ["30003"]
