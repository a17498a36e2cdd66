"""How words are found whatever they were typed as, and that every rule can be looked for."""

import pytest

from app.safeguarding.all_rules import RULES
from app.safeguarding.patterns import pattern
from app.safeguarding.phrases import concerns_in
from app.safeguarding.rules import lines
from app.safeguarding.words import Word, bare_words_of, words_of


def _plain(text: str) -> str:
    return " ".join(word.plain for word in words_of(text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gonna", "going to"),
        ("cant", "can not"),
        ("i'll", "i will"),
        ("rope's", "rope is"),
        ("k1ll", "kill"),
        ("k*ll", "kill"),
        ("su!cide", "suicide"),
        ("dieeee", "die"),
        ("wannnna", "want to"),
        ("sewerslide", "suicide"),
        ("od'd", "overdosed"),
        ("suiicide", "suicide"),
        ("paracetmaol", "paracetamol"),
        ("cuttin", "cutting"),
        ("s u i c i d e", "suicide"),
        ("s.u.i.c.i.d.e", "suicide"),
        ("w a n t t o d i e", "want to die"),
        ("ｋｍｓ", "kms"),
        ("kіll", "kill"),
        ("ki\u200bll", "kill"),
        ("DÍE", "die"),
        ("20tabs", "20 tablets"),
        ("sleep2", "sleep 2"),
        ("ketones 3.2mmol", "ketones 3.2 mmol"),
        ("ketones 3,2", "ketones 3.2"),
        ("20tabs3", "20 tablets 3"),
        ("k'ill", "kill"),
        ("co's", "because"),
        ("dr's", "doctor is"),
        ("man's", "man is"),
        ("tooo", "too"),
        ("tttoo", "too"),
        ("ddd!e", "die"),
        ("zzzork", "zzork"),
        ("miscarrige", "miscarriage"),
        ("d" + "i" * 38 + "e", "die"),
        ("хочу", "хочу"),
        ("নননা", "নননা"),
        ("i w a n t t o d i e", "i want to die"),
        ("p i c", "pic"),
        ("u m a", "you my"),
        ("1️⃣ hair", "1 ; hair"),
        ("💊🔪", "pillpicture knifepicture"),
        ("abc", "abc"),
        ("a b c", "a b c"),
    ],
)
def test_a_word_is_read_as_what_it_stands_for(typed: str, meant: str) -> None:
    assert _plain(typed) == meant


def test_each_word_says_where_it_was_typed() -> None:
    assert words_of("Im ｇoin. 2") == [
        *[Word("i", 0, 2), Word("am", 0, 2), Word("going", 3, 7)],
        *[Word(";", 7, 8), Word("2", 9, 10)],
    ]


def test_the_words_of_another_language_stay_as_they_are_typed() -> None:
    assert bare_words_of("J'étouffe. im 自杀") == [
        *[Word("j etouffe", 0, 9), Word(";", 9, 10), Word("im", 11, 13)],
        *[Word("自", 14, 15), Word("杀", 15, 16)],
    ]


@pytest.mark.parametrize("word", ["starting", "smelling", "inhaled", "vaped", "overdoing", "odd"])
def test_an_ordinary_word_is_not_taken_for_one_of_risk(word: str) -> None:
    assert _plain(word) == word


def test_every_phrase_is_one_that_can_be_looked_for() -> None:
    for rule in RULES:
        for line in lines(rule.phrases + "\n" + rule.also):
            assert pattern(line).keys, (rule.name, line)
            assert pattern(line).search, (rule.name, line)


def test_every_rule_says_what_it_is_and_no_name_is_used_twice() -> None:
    names = [(rule.name, rule.kind) for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.tier in (1, 2, 3) or rule.calm for rule in RULES)


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("used my epipen last year", 0),
        ("used my epipen last year and again today", 1),
        ("temp 39 on methotrexate", 1),
        ("had a temp of 39 on methotrexate last month but fine now", 0),
        ("took an overdose last year", 2),
        ("took an overdose last night", 1),
        ("im not suicidal", 3),
        ("not suicidal but i dont see the point", 2),
        ("killing it at school", 0),
        ("killing it at school but i want to die", 1),
        ("my nan died", 0),
        ("my nan died and i want to be dead too", 1),
    ],
)
def test_what_is_over_denied_or_a_figure_of_speech_hides_nothing_else(text: str, tier: int) -> None:
    assert concerns_in([text]).tier == tier
