"""What may be said back, scores, ideas, seen alone: the small rooms of what we text back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.blanks import Blank, as_read, to_read
from app.conversations.discreet import (
    is_read_by_others,
    may_be_said_back,
    wants_to_be_seen_alone,
)
from app.conversations.ideas import asks_for_ideas
from app.conversations.listening import intents_in, listen
from app.conversations.reading import read
from app.conversations.repeated import MOST_SEGMENTS, numbered, said_back
from app.conversations.scores import score_of
from app.conversations.swearing import only_swears
from app.sms.segments import cost
from app.sms.wording import words_with


@pytest.mark.parametrize(
    ("text", "score"),
    [
        *((text, 7) for text in ("7", "like a 7?", "7 out of 10", "7.5", "7-8", "7 or 8", "7 x")),
        *(
            (text, 7)
            for text in ("7\ufe0f\u20e3", "\uff17", "7 thanks", "prob a 7 tbh", "id say 7")
        ),
        *((text, 8) for text in ("8/9", "eight", "Eight!!", "a solid 8 \U0001f60a", "8 / 10")),
        *((text, 9) for text in ("10", "ten", "9/9", "10/10")),
        *((text, 0) for text in ("0", "zero", "nil", "0. nobody asked me")),
        ("one", 1),
        ("7 but ask about my knee", 7),
        ("it went ok. 6", 6),
        ("5, my knee", 5),
        *((text, None) for text in ("1. asthma 2. sleep", "1. asthma", "2 much pain", "7 days")),
        *((text, None) for text in ("19", "77", "11", "3 things: x", "4 me it was ok", "")),
        *((text, None) for text in ("like one of them", "i waited 2 hours", "my knee", "good")),
        ("1 sleep 2 school", None),
    ],
)
def test_a_score_is_found_however_it_is_said(text: str, score: int | None) -> None:
    found = score_of(text)
    assert (found and found.value) == score


@given(st.text(max_size=80))
def test_a_score_is_between_0_and_9_and_nothing_raises(text: str) -> None:
    found = score_of(text)
    if found is not None:
        assert 0 <= found.value <= 9
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        *("IDEAS", "ideas pls", "any ideas?", "like what", "what do people say", "examples"),
        *("give me an example", "what do others usually ask", "what sort of things"),
    ],
)
def test_who_asks_for_ideas_names_nothing_by_it(text: str) -> None:
    assert asks_for_ideas(text)
    told = listen(text, read([text]), None, about_feedback=False)
    assert told.asks_ideas
    assert told.words is None
    assert told.alone.priorities == []
    assert intents_in(told, text, 0, [], asked_which=False) == ["help"]


@pytest.mark.parametrize(
    "text", ["my ideas about school", "i like what you did", "for example sleep", "sleep", ""]
)
def test_who_only_uses_the_word_does_not(text: str) -> None:
    assert not asks_for_ideas(text)


def test_who_swears_and_says_stop_as_well_means_it() -> None:
    assert all(only_swears(text) for text in ("f off", "piss off", "dickhead", "fuck off"))
    assert not any(
        only_swears(text) for text in ("fuck off stop texting me", "stop", "leave me alone", "hi")
    )


@pytest.mark.parametrize(
    "text",
    ["he reads my phone", "mum checks my texts", "dad goes through my phone", "this is mums phone"],
)
def test_a_phone_that_others_read_is_known(text: str) -> None:
    assert is_read_by_others(text)
    assert not is_read_by_others("i read my phone too much")


@pytest.mark.parametrize(
    "text",
    [
        *("speak 2 me not my mum", "i dont want dad there", "mum always talks for me"),
        *("can i be seen on my own", "without mum pls", "can mum wait outside"),
    ],
)
def test_who_may_want_to_be_seen_alone_is_heard(text: str) -> None:
    assert wants_to_be_seen_alone(text)
    assert not wants_to_be_seen_alone("living without pain, sleeping alone in the house")


@pytest.mark.parametrize(
    "text",
    [
        *("sleep, school, my knee", "my skin \U0001f62d", "cafe at 8.30", "2.5mg", "can i swim"),
        *("caf\u00e9", "it's my inhaler", "exam stress & football"),
    ],
)
def test_ordinary_words_may_be_said_back(text: str) -> None:
    assert may_be_said_back([text])


@pytest.mark.parametrize(
    "text",
    [
        *("bit.ly/x", "www.x", "see hospital.co.uk", "me@home", "<b>hi</b>", "{{ 7 * 7 }}"),
        *("ring 07700 900123", "1234567", "a\u202eb", "a\x00b", "\ud800", "sex", "periods"),
        *("contraception", "mum shouts", "cutting again", "no food", "weed", "being bullied"),
        *("i wanna disappear", "dont tell dad", "he hits me", "my weight", "DROP TABLE x; --"),
    ],
)
def test_links_code_and_what_others_must_not_read_are_never_said_back(text: str) -> None:
    assert not may_be_said_back(["sleep", text])


def write(things: list[str]) -> str | None:
    def some(count: int) -> str:
        more = len(things) - count
        own = {"noted": numbered(things, count), "more": str(more) if more else ""}
        return words_with("noted", "en", own, first_name="Sam", number="2").text

    return said_back(things, some)


def test_whole_things_are_cut_until_the_text_fits() -> None:
    assert "1 sleep, 2 school." in str(write(["sleep", "school"]))
    many = str(write([f"something that is rather long {place}" for place in range(20)]))
    assert " and 1" in many
    assert cost(many).segments <= MOST_SEGMENTS
    assert write(["x" * 81]) is None
    assert write([]) is None


def test_a_picture_in_it_costs_more_and_leaves_less_room() -> None:
    assert write(["my skin \U0001f62d" * 9]) is None
    assert "sleep" in str(write(["sleep", "caf\u00e9 \u00f1"]))


@given(st.lists(st.text(min_size=1, max_size=90), max_size=8))
def test_whatever_they_say_it_costs_three_segments_and_cuts_no_thing(things: list[str]) -> None:
    text = write(things)
    if text is not None:
        assert cost(text).segments <= MOST_SEGMENTS


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_what_is_blanked_leaves_the_rest_where_it_stood(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    rest = to_read(text, Blank(start, end))
    assert rest is None or (rest[:start], rest[end:]) == (text[:start], text[end:])
    assert as_read(text, {"blank": [start, end]}) == rest
    assert as_read(text, {}) == text
