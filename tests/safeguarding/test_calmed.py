"""What a phrase tells is left out where it is surely ordinary, never where that could hide."""

import pytest

from app.safeguarding import phrases
from app.safeguarding.phrases import concerns_in, told_in

LIFE = (
    "the waiting room is boring enough to kill you",
    "my face dropped when i saw the queue at greggs",
    "nearly passed out when i saw wait time for parking",
)
SAME_DAY = (
    "mum beat me up the hill, shes 52",
    "worthless bus pass it never scans",
    "we did a first aid badge on overdoses at cadets",
)
AGES = "it took ages and we talked about school and football and the bus and what is for tea. " * 4


@pytest.mark.parametrize("text", [*LIFE, *SAME_DAY])
def test_what_only_sounds_grave_alarms_nobody(text: str) -> None:
    assert told_in([text]).tier in (1, 2)
    assert concerns_in([text]).tier not in (1, 2)


@pytest.mark.parametrize("text", LIFE)
@pytest.mark.parametrize(
    "said", [["sleep", "{}"], ["{}", "sleep"], ["1. sleep\n2. {}"], ["{}. my knee"], [AGES + "{}"]]
)
def test_where_life_may_be_at_risk_only_what_is_all_that_was_said_is_calmed(
    text: str, said: list[str]
) -> None:
    assert concerns_in([each.format(text) for each in said]).tier == 1


@pytest.mark.parametrize("text", SAME_DAY)
def test_nothing_is_left_out_of_a_long_text(text: str) -> None:
    assert concerns_in([AGES + text]).tier in (1, 2)


@pytest.mark.parametrize("text", ["nie chcę żyć", "quiero morir", "ölmek istiyorum"])
def test_in_another_language_a_phrase_stands_whatever_the_weights_hold(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(phrases, "is_surely_ordinary", lambda *_: True)
    english = concerns_in(["i wanna kill myself"]).signs
    assert {sign.rule for sign in english} == {"likely"}
    found = concerns_in([text]).signs
    assert [(sign.rule, sign.tier) for sign in found] == [("wants to die, in another language", 1)]


def test_a_vital_medicine_that_is_stopped_is_never_calmed() -> None:
    assert concerns_in(["i want to stop my meds"]).tier == 2
