"""What must come forward does, whatever it is wrapped in; what is ordinary alarms nobody."""

import re
import time
from collections import Counter
from statistics import median

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from safeguarding.score import Score, labelled, score
from timing import quickest

from app.safeguarding.phrases import VERSION, concerns_in

FILES = {"tuned.jsonl": (450, 850), "heldout.jsonl": (150, 283)}
LABELLED = [each for name in FILES for each in labelled(name)]
ORDINARY = [each.texts[0] for each in LABELLED if not each.tier and len(each.texts) == 1]
# One text each, in English: what is said in other languages is looked for in whole clauses.
GRAVE = [
    each.texts[0]
    for each in LABELLED
    if each.tier == 1
    and len(each.texts) == 1
    and (signs := concerns_in(each.texts).signs)
    and signs[0].tier == 1
    and "another language" not in signs[0].rule
]
LETTER_BY_LETTER = re.compile(r"\b\w \w \w\b")
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
SLOWEST_MEDIAN, SLOWEST = 0.004, 2.0


@pytest.fixture(params=FILES, scope="module")
def scored(request: pytest.FixtureRequest) -> tuple[str, Score]:
    """One file of labelled texts, looked at."""
    return request.param, score(list(labelled(request.param)))


def test_what_must_come_forward_does(scored: tuple[str, Score]) -> None:
    name, done = scored
    concerns, ordinary = FILES[name]
    assert sum(done.wanted.values()) >= concerns
    assert done.ordinary >= ordinary
    missed = [each.id for each, found in done.wrong if each.tier and not found.tier]
    assert done.recall(1) >= (0.99 if name == "tuned.jsonl" else 0.98), missed
    assert done.same_day() >= 0.97, missed


def test_ordinary_texts_hardly_ever_alarm_anyone(scored: tuple[str, Score]) -> None:
    # What is held out are mostly near misses; together with the others it is under 10.
    name, done = scored
    alarms = [each.id for each, found in done.wrong if not each.tier and 0 < found.tier < 3]
    assert done.false_alarms(1, 2) <= (10 if name == "tuned.jsonl" else 16), alarms


@pytest.mark.parametrize(
    ("name", "life", "same_day", "false_alarms"),
    [("strangers.jsonl", 0.91, 0.92, 32), ("fresh.jsonl", 0.97, 0.97, 22)],
)
def test_on_other_peoples_texts_it_keeps_what_it_reached(
    name: str, life: float, same_day: float, false_alarms: float
) -> None:
    done = score(list(labelled(name)))
    assert done.recall(1) >= life
    assert done.same_day() >= same_day
    assert done.false_alarms(1, 2) <= false_alarms


def test_no_text_is_labelled_twice() -> None:
    texts = Counter(" / ".join(each.texts) for each in LABELLED)
    assert [text for text, times in texts.items() if times > 1] == []


@settings(max_examples=300)
@given(st.lists(ANY_TEXT, max_size=4))
def test_whatever_is_texted_the_words_that_are_shown_stand_in_it(texts: list[str]) -> None:
    found = concerns_in(texts)
    assert found.version == VERSION
    for sign in found.signs:
        assert 0 <= sign.text < len(texts)
        assert 0 <= sign.start < sign.end <= len(texts[sign.text])
        assert sign.tier in (1, 2, 3)
        assert sign.rule


@given(st.sampled_from(LABELLED), st.sampled_from(ORDINARY), st.integers(0, 3))
def test_an_ordinary_text_beside_it_never_calms_a_grave_one(
    each: object, calm: str, place: int
) -> None:
    texts: list[str] = each.texts  # type: ignore[attr-defined]
    alone, beside = concerns_in(texts), concerns_in([*texts[:place], calm, *texts[place:]])
    assert not alone.tier or 0 < beside.tier <= alone.tier


@settings(max_examples=200)
@given(
    st.sampled_from(GRAVE),
    st.lists(st.sampled_from(ORDINARY), min_size=2, max_size=3),
    st.sampled_from(["{n}. ", "{n}) ", "{n} ", "- ", "• ", "({n}) "]),
    st.sampled_from([" ", "\n", ", "]),
    st.integers(0, 2),
)
def test_no_list_hides_that_life_may_be_at_risk(
    grave: str, calm: list[str], mark: str, between: str, place: int
) -> None:
    items = [*calm[:place], grave, *calm[place:]]
    listed = between.join(mark.format(n=n) + item for n, item in enumerate(items, 1))
    assert concerns_in([listed]).tier == 1, listed
    assert concerns_in([*calm, grave]).tier == 1


@settings(max_examples=200)
@given(st.sampled_from(GRAVE), st.integers(1, 30), st.booleans())
def test_what_is_split_over_two_texts_or_items_is_still_seen(
    grave: str, place: int, in_one_text: bool
) -> None:
    words = grave.split(" ")
    assume(not LETTER_BY_LETTER.search(grave))
    first, second = " ".join(words[:place]), " ".join(words[place:])
    texts = [f"1. {first}\n2. {second}"] if in_one_text else [first, second]
    assert concerns_in(texts).tier == 1, texts


@settings(max_examples=300)
@given(st.sampled_from(GRAVE), st.sampled_from(["\u200b", "\u00ad", "\u2060"]), st.integers(0, 50))
def test_letters_nobody_sees_width_and_case_hide_nothing(
    grave: str, unseen: str, place: int
) -> None:
    assert concerns_in([grave[:place] + unseen + grave[place:]]).tier == 1
    assert concerns_in([grave.replace(" ", "   ")]).tier == 1
    assert concerns_in([grave.upper()]).tier == 1
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in grave)
    assert concerns_in([wide]).tier == 1


def test_the_words_that_made_it_so_are_shown_as_they_were_typed() -> None:
    text = "1 hair 2 hba1c 3 sometimes i W4NNA  disappear lol"
    [sign] = concerns_in([text]).signs
    assert text[sign.start : sign.end] == "W4NNA  disappear"
    assert (sign.kind, sign.tier, sign.medical) == ("suicide", 1, False)


def test_words_over_two_texts_are_shown_in_both() -> None:
    signs = concerns_in(["sleep. i want", "to die"]).signs
    assert [(sign.text, sign.start, sign.end) for sign in signs] == [(0, 7, 13), (1, 0, 6)]


def test_what_threatens_life_from_the_body_is_told_apart() -> None:
    assert concerns_in(["help i cant breathe"]).medical
    assert concerns_in(["took all my tablets last night"]).medical
    assert not concerns_in(["i dont want to be here anymore"]).medical
    assert not concerns_in(["cutting again"]).medical


def test_a_conversation_of_three_texts_takes_a_few_milliseconds_at_most() -> None:
    texts = [each.texts[0] for each in LABELLED]
    took = []
    for place in range(0, len(texts) - 3, 3):
        began = time.thread_time()
        concerns_in(texts[place : place + 3])
        took.append(time.thread_time() - began)
    assert median(took) < SLOWEST_MEDIAN


@pytest.mark.parametrize(
    "text",
    [
        "i want to " * 1000,
        "i " * 5000,
        "a" * 10_000,
        "die" * 3000,
        "k*" * 5000,
        "1. " * 3000,
        "i do not want to be " * 500,
        "my dad mum he she " * 600,
        "took all my tablets not " * 400,
        "\u200b" * 10_000,
        "\udc00\x00" * 5000,
        "\u202e" + "שלום " * 2000,
        "💊" * 5000,
        "s u i c " * 1200,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_no_text_however_long_keeps_the_answer_waiting(text: str) -> None:
    assert quickest(lambda each: concerns_in([each]), text) < SLOWEST
