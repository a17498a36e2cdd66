"""What the phrases alone tell of each labelled text, with nothing likely behind them."""

import pytest
from safeguarding.alone import NEEDING_A_ROW, TEXTS, is_told

from app.safeguarding.likely import likely_in, signs_of_likely
from app.safeguarding.phrases import VERSION, concerns_in, told_in
from app.safeguarding.words import words_of

# In parts, so that a fault put into the rules is noticed in the first of them.
PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_phrases_alone_tell_what_they_must_of_each_text(part: int) -> None:
    assert [each.id for each in TEXTS[part::PARTS] if not is_told(each)] == []


def test_no_text_is_labelled_twice_here() -> None:
    ids = [each.id for each in TEXTS]
    texts = [tuple(each.texts) for each in NEEDING_A_ROW]
    assert (len(set(ids)), len(set(texts))) == (len(ids), len(texts))


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["i take ket"], ["drugs 2: take ket"]),
        (["i use cocaine"], ["drugs 2: use cocaine"]),
        (["chcę się zabić"], ["suicide 1: się zabić"]),
        (["od means?. 不能呼吸"], ["breathing 1: 不能呼吸"]),
        (["getting beaten at home"], ["abuse 2: getting beaten at home"]),
        (["sugar 29 ketones 5"], ["ketones 1: sugar 29 ketones", "ketones 1: ketones 5"]),
        (["💊💊💊 goodbye"], ["overdose 1: 💊💊💊 goodbye", "suicide 1: 💊 goodbye"]),
        (
            ["wheezy. used up my inhaler"],
            ["breathing 1: wheezy", "breathing 1: used up my inhaler"],
        ),
        (["1 kill 2 ms"], ["suicide 1: kill 2 ms"]),
        (["1 kms 2 tmrw"], ["suicide 1: kms 2 tmrw"]),
        (["hair. 2. want to. 3. die"], ["suicide 1: want to. 3. die"]),
        (["kill", "ms"], ["suicide 1: kill", "suicide 1: ms"]),
        (["kms", "tmrw"], ["suicide 1: kms", "suicide 1: tmrw"]),
        (["self", "harm"], ["self_harm 2: self", "self_harm 2: harm"]),
        (["hits me", "he hits me"], ["abuse 2: hits me", "abuse 2: he hits me"]),
    ],
)
def test_just_the_words_that_made_it_so_are_shown(texts: list[str], shown: list[str]) -> None:
    signs = told_in(texts).signs
    assert shown == [
        f"{sign.kind} {sign.tier}: {texts[sign.text][sign.start : sign.end]}" for sign in signs
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ["not", "eating"],
        ["quit", "my insulin"],
        ["heat is", "killing me"],
        ["1 heat is 2 killing me"],
    ],
)
def test_words_apart_are_put_together_for_danger_to_life_alone(texts: list[str]) -> None:
    assert told_in(texts).signs == ()


def test_a_way_of_speaking_silences_its_own_item_alone() -> None:
    texts = ["beat my score", "mum isnt eating so we can", "friend is talking about suicide"]
    assert [(sign.kind, sign.text) for sign in told_in(texts).signs] == [
        ("hunger", 1),
        ("suicide", 2),
    ]


def test_what_is_over_or_is_only_near_hides_nothing_that_is_told_after_it() -> None:
    assert told_in(["used my epipen last year. he hits me"]).kinds == {"abuse"}
    assert told_in(["im really not coping i cant", "breathe"]).kinds == {"despair", "breathing"}


def test_what_is_likely_is_asked_only_where_no_phrase_tells() -> None:
    beaten, likely = "he hits me", "everything hurts and i cannot see why i should stay"
    assert [*signs_of_likely(likely_in([words_of(beaten)]))]
    assert concerns_in([beaten]) == told_in([beaten])
    assert [sign.rule for sign in told_in([beaten]).signs] == ["hit or hurt by someone"]
    assert not told_in([likely]).signs
    assert concerns_in([likely]).kinds == {"likely"}
    assert concerns_in([likely]).version == told_in([likely]).version == VERSION
    assert concerns_in([f"{likely}. i need the pill"]).kinds == {"likely", "contraception"}
    assert concerns_in(["im not suicidal"]).kinds == {"suicide"}
