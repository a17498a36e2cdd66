"""Whom a text is about, where several share a phone: said clearly, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.blanks import Blank, to_read
from app.conversations.whom import answered, labels_of, mentions, named

NAMES = ["Sam", "Aisha"]


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        (["Sam", "Aisha"], ["S", "A"]),
        (["Ella", "Jack", "Jo", "Kim"], ["EL", "JA", "JO", "KI"]),
        # Twins whose names begin alike.
        (["Eve", "Eva"], ["EVE", "EVA"]),
        (["Sam", "Sara"], ["SAM", "SAR"]),
        # A letter that means something else by itself, as an answer.
        (["Kai", "Sam"], ["KA", "SA"]),
        (["Xander", "Yusuf"], ["XA", "YU"]),
        (["Noah", "Nia"], ["NOA", "NIA"]),
        # Written in letters that a text carries.
        (["Zoë", "Łukasz"], ["Z", "L"]),
        (["Mary Jane", "Bo"], ["M", "B"]),
        # Nobody could tell these apart by what is texted back.
        (["Sam", "sam"], None),
        (["Zoë", "Zoe"], None),
        (["Sam", "Samira"], None),
        (["Sam", ""], None),
        (["Sam", "\U0001f600"], None),
        (["Ann", "Bo", "Cy", "Di", "Ed"], None),
        (["Sam"], None),
    ],
)
def test_each_has_a_letter_or_more_or_nobody_is_asked(
    names: list[str], labels: list[str] | None
) -> None:
    assert labels_of(names) == labels


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("its for sam", "Sam", None),
        ("sam: asthma", "Sam", "asthma"),
        ("for aisha - asthma and school", "Aisha", "asthma and school"),
        ("this is sam", "Sam", None),
        ("hi its mum, for aisha: her inhaler", "Aisha", "her inhaler"),
        ("its mum for sam", "Sam", None),
        ("this is sam. my knee hurts", "Sam", "my knee hurts"),
        ("It\u2019s Aisha, can i swim", "Aisha", "can i swim"),
        (
            "for sam: he wants to talk about his inhaler",
            "Sam",
            "he wants to talk about his inhaler",
        ),
        ("asthma and school. its for sam x", "Sam", "asthma and school."),
        ("asthma (for aisha)", "Aisha", "asthma"),
        ("SAM - asthma", "Sam", "asthma"),
    ],
)
def test_who_is_named_as_the_one_concerned_is_chosen(
    text: str, name: str, rest: str | None
) -> None:
    found = named(text, NAMES)
    assert found is not None
    assert NAMES[found.place] == name
    left = to_read(text, Blank(found.start, found.end))
    assert (left and left.strip()) == rest


@pytest.mark.parametrize(
    "text",
    [
        *("sam keeps stealing my inhaler", "its sam, he keeps hitting me", "its sam my knee"),
        *("sam: he keeps hitting me", "for sam, he hits me", "for sam to stop shouting"),
        *("sam", "Sam, asthma, school", "sam - asthma - school", "sam\nasthma", "- sam\n- asthma"),
        *("sam and aisha", "for sam: aisha keeps waking me", "about sam", "this is sams mum"),
        *("can i get one for sam", "its sam's inhaler", "i keep getting woken. its sam"),
        *(
            "for ella: asthma",
            "i love sam",
            "sam is sick",
            "same as last time",
            "asthma and school",
        ),
        *("who is sam", "my sister aisha gets all the attention", "STOP", "", "s", "A", "for me"),
    ],
)
def test_who_is_only_mentioned_is_not(text: str) -> None:
    assert named(text, NAMES) is None


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        *((text, "Sam", None) for text in ("S", "s.", "sam", "its sam", "for sam pls", "Sam x")),
        *((text, "Sam", None) for text in ("s thanks", "im sam", "its about sam", "Its mum. sam")),
        *((text, "Aisha", None) for text in ("a", "A!", "its a", "AISHA", "(aisha)")),
        ("S: asthma", "Sam", "asthma"),
        ("sam. also school", "Sam", "also school"),
        ("for aisha: asthma", "Aisha", "asthma"),
    ],
)
def test_the_answer_to_the_question_is_understood(text: str, name: str, rest: str | None) -> None:
    found = answered(text, NAMES)
    assert found is not None
    assert NAMES[found.place] == name
    left = to_read(text, Blank(found.start, found.end))
    assert (left and left.strip()) == rest


@pytest.mark.parametrize(
    "text",
    [
        *("the first one", "both", "a bit of both", "aisha not sam", "no", "STOP", "sammy", "hi"),
        *("a rash on my arm", "A. rash B. sleep", "a) rash b) sleep", "s and sleep", "neither"),
        *("sam and aisha", "s or a", "S A", "sa", "?", "", "ok", "x", "it was the other one"),
        *("Is this about Sam or Aisha? Reply S or A", "asthma", "sleep", "1", "sam he hits me"),
    ],
)
def test_an_unclear_answer_chooses_nobody(text: str) -> None:
    assert answered(text, NAMES) is None


def test_a_name_is_found_however_it_is_written() -> None:
    assert mentions("ZOE: knee", "Zoë")
    assert mentions("zoës knee", "Zoë")
    assert not mentions("the same knee", "Sam")


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=5))
def test_whatever_is_texted_a_choice_is_one_of_those_asked_and_nothing_raises(
    text: str, names: list[str]
) -> None:
    for found in (named(text, names), answered(text, names)):
        if found is not None:
            assert labels_of(names) is not None
            assert 0 <= found.place < len(names)
            assert 0 <= found.start <= found.end <= len(text)


@given(st.sampled_from(["Sam", "Aisha", "sam", "AISHA"]), st.text(max_size=20))
def test_who_names_two_has_chosen_neither(first: str, between: str) -> None:
    text = f"{first} {between} sam aisha"
    assert named(text, NAMES) is None
    assert answered(text, NAMES) is None
