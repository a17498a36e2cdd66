"""A text in words: every one stands where it says, and is the same however it is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.likely.words import LINE_END, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.tiredness2.joints", ["1", ".", "tiredness", "2", ".", "joints"]),
        ("i DONT want 2.5mg", ["i", "dont", "want", "2", ".", "5", "mg"]),
        ("sleep\n\nschool", ["sleep", LINE_END, "school"]),
        ("28 units", ["#", "units"]),
        ("thx 👍", ["thanks", "👍"]),
        ("تعب، مدرسة", ["تعب", "،", "مدرسة"]),
        ("ਨੀਂਦ ਸਕੂਲ", ["ਨੀਂਦ", "ਸਕੂਲ"]),
        ("", []),
    ],
)
def test_a_text_comes_apart_into_words_as_they_are_usually_spelt(
    text: str, words: list[str]
) -> None:
    assert [word.plain for word in words_of(text)] == words


@given(st.text(max_size=120), st.integers(0, 20))
def test_every_word_stands_in_the_text_in_order(text: str, begin: int) -> None:
    at = begin
    for word in words_of(text, begin):
        assert at <= word.start < word.end <= len(text)
        at = word.end


@given(st.text(max_size=120))
def test_no_visible_letter_is_left_out(text: str) -> None:
    kept = "".join(text[word.start : word.end] for word in words_of(text))
    assert [char for char in text if char.isalnum()] == [char for char in kept if char.isalnum()]
