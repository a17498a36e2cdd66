"""What is likely: learned weights are heard, and never put out of sight what may be grave."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.intent import Intent
from app.conversations.likely import saying, tagging
from app.conversations.likely.looking import TAGS, stretches
from app.conversations.likely.saying import LABELS, MATTERS, likely_said, signs
from app.conversations.likely.settling import SURER, Settled, only_matters, settled
from app.conversations.likely.tagging import best_tags, packed, spans_of, unpacked
from app.conversations.likely.words import words_of
from app.conversations.reading import read
from app.conversations.told import Priority, Told

FOLDER = Path(saying.__file__).parent


def most_likely(text: str) -> str:
    likely = likely_said(words_of(text))
    return LABELS[max(range(len(likely)), key=likely.__getitem__)]


def settle(text: str, *spans: tuple[int, int], said: tuple[Intent, ...] = ()) -> Settled:
    found = tuple(Priority(text[one:other], 0, one, other, "whole") for one, other in spans)
    return settled(text, words_of(text), Settled(found, said, sure=True), Told(), 0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("my knees ache when it rains", MATTERS),
        ("could you not message this phone any longer", "opt_out"),
        ("stuck behind a tractor so running behind", "running_late"),
        ("is there somewhere to park near the clinic", "appointment_question"),
        ("our lad died at easter", "bereavement"),
        ("aw thats so kind of you thank you", "thanks"),
    ],
)
def test_what_nobody_wrote_a_rule_for_is_understood_all_the_same(text: str, says: str) -> None:
    assert most_likely(text) == says


@pytest.mark.parametrize("text", ["he hit me again my mums boyfriend", "i wanna kill myself!"])
def test_no_likeness_makes_an_order_or_a_booking_of_what_may_be_grave(text: str) -> None:
    assert read([text]).said == []
    assert [each.text for each in read([text]).priorities] == [text]


def test_the_weights_are_of_the_labels_that_are_known() -> None:
    assert json.loads((FOLDER / "saying.json").read_text("utf-8"))["labels"] == list(LABELS)
    assert len(saying.learnt().start) == len(LABELS)
    assert {Intent(label) for label in LABELS[1:]} >= set(SURER)
    weights = json.loads((FOLDER / "saying.json").read_text("utf-8"))["weights"]
    assert all(0 <= place < len(LABELS) for pairs in weights.values() for place in pairs[::2])


def test_no_weight_is_so_large_that_it_overflows_its_digit() -> None:
    weights = json.loads((FOLDER / "saying.json").read_text("utf-8"))["weights"]
    most = max(abs(weight) for pairs in weights.values() for weight in pairs[1::2])
    most_signs = 100_000
    assert most * most_signs < saying.HALF


@given(
    st.lists(
        st.dictionaries(st.sampled_from(range(len(LABELS))), st.integers(-9_999, 9_999)),
        max_size=40,
    )
)
def test_sums_of_all_labels_in_one_are_sums_of_each(spoken: list[dict[int, int]]) -> None:
    together = sum(saying.packed([n for pair in each.items() for n in pair]) for each in spoken)
    assert saying.unpacked(together) == [
        sum(each.get(place, 0) for each in spoken) for place in range(len(LABELS))
    ]


def test_no_weight_is_so_large_that_three_do_not_fit_in_one_number() -> None:
    weights = json.loads((FOLDER / "tagging.json").read_text("utf-8"))["weights"]
    most = max(abs(each) for three in weights.values() for each in three)
    longest = 200
    assert most * longest < tagging.HALF


@given(st.lists(st.tuples(*[st.integers(-20_000, 20_000)] * 3), min_size=1, max_size=60))
def test_sums_of_three_in_one_are_sums_of_each(three: list[tuple[int, int, int]]) -> None:
    assert unpacked(sum(map(packed, three))) == [sum(each) for each in zip(*three, strict=True)]


@given(st.lists(st.lists(st.sampled_from(["asleep", "band", "tB B", "tO O", "x"]), max_size=5)))
def test_nothing_goes_on_that_has_not_begun(seen: list[list[str]]) -> None:
    tags = best_tags(seen)
    assert len(tags) == len(seen)
    assert set(tags) <= set(TAGS)
    for last, tag in zip(["O", *tags], tags, strict=False):
        assert not (tag == "I" and last == "O")


@given(st.text(max_size=80))
def test_every_likelihood_is_one(text: str) -> None:
    likely = likely_said(words_of(text), ["thanks", "nobody knows this"])
    assert len(likely) == len(LABELS)
    assert all(0 <= each <= 1 for each in likely)
    assert len(signs(words_of(text))) >= 1


@given(st.text(alphabet="ab ,.;\n-2", max_size=60))
def test_stretches_are_the_words_one_after_the_other(text: str) -> None:
    words = words_of(text)
    parts = stretches(words)
    assert [place for first, last in parts for place in range(first, last)] == list(
        range(len(words))
    )


def test_what_may_be_grave_is_kept_whole_whatever_is_likely() -> None:
    text = "thanks bye my stepdad hits me"
    given_back = settle(text, (0, len(text)), said=(Intent.THANKS,))
    assert any("stepdad hits me" in each.text for each in given_back.priorities)


def test_two_words_that_no_rule_knows_end_no_texts() -> None:
    assert not set(settle("these texts").said) & set(SURER)


def test_what_says_nothing_else_stays_a_thing_that_matters() -> None:
    assert [each.text for each in settle("hay", (0, 3)).priorities] == ["hay"]


def test_a_text_with_a_word_about_texts_is_never_taken_as_plain() -> None:
    for text in ("my knee. dont text me", "sleep, school, unsubscribe", "pain. wrong number"):
        assert not only_matters(text, 0, words_of(text))
    assert only_matters("my knee hurts at night", 0, words_of("my knee hurts at night"))


def test_words_that_mark_one_thing_after_another_are_two_spans() -> None:
    words = words_of("sleep and school")
    assert spans_of(words, ["B", "O", "B"]) == [(0, 5), (10, 16)]


def test_a_very_long_text_is_left_to_the_rules() -> None:
    text = "sleep " * 500
    ruled = Settled((), (), sure=True)
    assert settled(text, words_of(text), ruled, Told(), 0) is ruled
