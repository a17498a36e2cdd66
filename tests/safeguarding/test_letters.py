"""The letters of a text: what each character stands for, and where it stood."""

import pytest

from app.safeguarding.letters import folded, letters_of


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("\u2019", "'"),
        ("\u2014", "-"),
        ("\u20e3", ". "),
        ("💊", " pillpicture "),
        ("😀", " . "),
        ("®", " . "),
        ("Ⓐ", "a"),
        ("Ｋ", "k"),
        ("é", "e"),
        ("ł", "l"),
        ("ﬁ", "fi"),
    ],
)
def test_a_character_is_read_as_the_letters_it_stands_for(typed: str, letters: str) -> None:
    assert letters_of(typed) == letters


@pytest.mark.parametrize(
    "unseen",
    [
        *["\u200b", "\ud800", "\u0378", "\ue000"],  # formats, halves, unassigned, private
        *["\ufe00", "\ufe0f"],  # how the picture before it is drawn
        *["\U0001f3fb", "\U0001f3fd", "\U0001f3ff"],  # the tone of its skin
        *["\0", "\x1f", "\x7f", "\x85", "\x9f"],
    ],
    ids=ascii,
)
def test_what_nobody_sees_is_no_letter(unseen: str) -> None:
    assert letters_of(unseen) == ""
    assert folded(f"ki{unseen}ll") == ("kill", [0, 1, 3, 4])


@pytest.mark.parametrize(
    ("typed", "letters"),
    [("\t", " "), ("\x0b", " "), ("\x0c", " "), ("\n", "\n"), ("\r", "\n")],
    ids=ascii,
)
def test_a_break_stays_one(typed: str, letters: str) -> None:
    assert letters_of(typed) == letters


@pytest.mark.parametrize("beside", ["\U0001f3fa", "\U0001f400", "\xa1", "\ufe10"], ids=ascii)
def test_what_stands_beside_the_unseen_is_seen(beside: str) -> None:
    assert letters_of(beside) != ""


def test_a_text_in_plain_letters_is_only_made_small() -> None:
    assert folded("I Don`t") == ("i don't", [0, 1, 2, 3, 4, 5, 6])
