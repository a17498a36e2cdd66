"""The small language of phrases: what it means, and the words that a phrase is looked for by."""

import pytest

from app.safeguarding import past, slots
from app.safeguarding.all_rules import RULES, fingerprint
from app.safeguarding.patterns import pattern
from app.safeguarding.rules import Rule, calm, lines, rows


@pytest.mark.parametrize(
    ("phrase", "words", "found"),
    [
        ("want to die", " want to die ", True),
        ("want to die", " want to diet ", False),
        ("want ~1 die", " want to die ", True),
        ("want ~1 die", " want a bit die ", False),
        ("want ~ die", " want to just die ", True),
        ("want ~ die", " want to just really die ", False),
        ("want ~ die", " want ; die ", False),
        ("kill|hurt me", " hurts me ", True),
        ("better_off dead", " better off dead ", True),
        ("want to? die", " want die ", True),
        ("kill !time", " kill time ", False),
        ("<not want it", " not want it ", False),
        ("<not want it", " no longer want it ", False),
        ("<not want it", " i want it ", True),
        ("^ sex $", " | sex ; sleep ", True),
        ("^ sex $", " | sex education ", False),
        ("not here", " no longer here ", True),
        ("temp TEMP", " temp 38.5 ", True),
        ("temp TEMP", " temp 37.5 ", False),
    ],
)
def test_the_small_language_of_phrases_means_what_it_says(
    phrase: str, words: str, found: bool
) -> None:
    assert bool(pattern(phrase).search.search(words)) == found


@pytest.mark.parametrize(
    ("word", "typed", "same"),
    [
        ("monitor", "monitors", True),
        ("monitor", "monitored", True),
        ("monitor", "monitoring", True),
        ("pump", "pumping", True),
        ("die", "dies", True),
        ("die", "dieing", False),
        ("a_fit", "a fits", True),
        ("big_pig", "big pigs", True),
        ("big_pig", "big piging", False),
        ("gp", "gps", False),
        ("bed", "beds", False),
        ("fed", "feds", False),
        ("ring", "rings", False),
        ("need", "needs", False),
        ("hurting", "hurtings", False),
        ("want", "wants", False),
        ("ps5", "ps5s", False),
        ("жить", "житьs", False),
        ("harm*", "harmful", True),
    ],
)
def test_a_word_with_an_ending_is_the_same_word(word: str, typed: str, same: bool) -> None:
    assert bool(pattern(f"x {word}").search.search(f" x {typed} ")) == same


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("i feel useless", {"useless"}),
        ("i am_dead", {"dead"}),
        ("want|wish it", {"it"}),
        ("VERYHIGH it", {"it"}),
        ("VERYHIGH on_it", {"it", "on"}),
        ("cut|slash my", {"cut", "slash"}),
        ("~2 !it <a ^ die? dead $", {"dead"}),
    ],
)
def test_a_phrase_is_looked_for_by_its_rarest_words(phrase: str, keys: set[str]) -> None:
    assert pattern(phrase).keys == keys or pattern(phrase).keys <= keys


def test_the_words_of_a_phrase_are_known_as_they_are_written() -> None:
    assert pattern("better_off to? ~2 !not dead $").literals == {"better", "off", "to", "dead"}
    assert pattern("VERYHIGH sugar").literals == {"re", "high", "hi", "sky", "sugar"}
    assert pattern("harm* жить x").literals == {"x"}


def test_what_is_near_is_found_in_any_order() -> None:
    assert lines("a & b\nc|\n  d") == ["a ~5 b", "b ~5 a", "c|d"]
    assert rows("\n  a & b\n c|\n  d\n") == ["a & b", "c|d"]


def test_a_way_of_speaking_is_a_rule_that_silences() -> None:
    assert calm("said so", "a b") == Rule("said so", "figure_of_speech", 0, "a b", calm=True)


def test_a_slot_may_hold_other_slots_and_says_each_word_once() -> None:
    assert slots._ways("pet LAUGH pet") == ("pet", *slots.SLOTS["LAUGH"])
    assert slots._ways(r"re:\d A") == (r"re:\d A",)
    assert slots._ways("re: A".replace("re: A", "a re:x")) == ("a", "re:x")


def test_what_says_that_it_is_over_is_looked_for_as_whole_words() -> None:
    over = past._any_of("  ages? ago|\n  last year\n".replace("|\n", "\n"))
    assert over.search(" ages ago ")
    assert over.search(" it was last year now ")
    assert not over.search(" last yearly ")
    assert not over.search(" not last year ")


def test_the_mark_of_the_rules_is_another_as_soon_as_any_table_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    marks = {fingerprint()}
    for name, other in {
        "RULES": RULES[1:],
        "ELSEWHERE": (),
        "SLOTS": {"A": ("b",)},
        "SPELLED": {"a": ("b",)},
    }.items():
        with monkeypatch.context() as changed:
            changed.setattr(f"app.safeguarding.all_rules.{name}", other)
            marks.add(fingerprint())
    assert len(marks) == 5
    assert {len(mark) for mark in marks} == {10}
