"""A new text is looked at with those before it; only what stands in it makes a concern."""

import pytest

from app.safeguarding.look import COULD_NOT_LOOK, Look, as_json, both, look_at, signs_in, tier_for
from app.safeguarding.signs import Sign

WORDS = "1 hair 2 i wanna kill myself"


def sign(kind: str = "suicide", tier: int = 1, start: int = 0, medical: bool = False) -> Sign:
    return Sign(kind, tier, 0, start, start + 4, "a rule", medical)


def test_a_sign_says_where_in_the_text_itself_it_stands() -> None:
    found = look_at(["sleep", "school"], WORDS)
    assert (found.tier, found.signs[0].text) == (1, 0)
    assert "kill myself" in WORDS[found.signs[0].start : found.signs[0].end]
    assert 0 < len(found.rules) <= 20


def test_what_stood_in_an_earlier_text_is_no_news() -> None:
    assert look_at([WORDS], "sleep").tier == 0


def test_a_sign_that_ends_in_this_text_counts() -> None:
    assert look_at(["i wanna"], "kill myself").tier == 1


def test_nothing_found_is_tier_nought_and_nobody_could_look_is_tier_two() -> None:
    assert (Look().tier, Look().failed, COULD_NOT_LOOK.tier) == (0, False, 2)
    assert Look((sign(),), failed=True).tier == 1
    assert Look((sign(tier=3),), failed=True).tier == 2
    assert Look((sign(tier=3), sign(tier=2))).tier == 2


@pytest.mark.parametrize(
    ("each", "medical"),
    [(sign(medical=True), True), (sign(), False), (sign(tier=2, medical=True), False)],
)
def test_only_what_endangers_life_from_the_body_is_medical(each: Sign, medical: bool) -> None:
    assert Look((each,)).medical is medical


def test_two_looks_at_one_text_count_together_once_each_the_gravest_first() -> None:
    first, second = sign("sad", 2, 9), sign(start=3)
    found = both(Look((first,), "a"), Look((first, second), "b", failed=True))
    assert (found.signs, found.rules, found.failed) == ((second, first), "a", True)
    assert both(Look((), ""), Look((), "b")) == Look((), "b")
    assert both(COULD_NOT_LOOK, Look()).failed


def test_signs_are_written_down_and_read_again() -> None:
    look = Look((sign(), sign("sad", 2, 9)))
    assert signs_in(as_json(look)) == list(look.signs)
    assert signs_in("") == []


PREGNANT = sign("pregnancy", 2)


@pytest.mark.parametrize(
    ("signs", "tier", "age", "wanted"),
    [
        ([PREGNANT], 2, 15, 2),
        ([PREGNANT], 2, 16, 3),
        ([PREGNANT], 2, None, 2),
        ([PREGNANT], 1, 18, 1),
        ([PREGNANT, sign("sad", 3)], 2, 18, 3),
        ([PREGNANT, sign("abuse", 2)], 2, 18, 2),
        ([], 2, 18, 2),
        ([sign("abuse", 2)], 2, 18, 2),
    ],
)
def test_a_pregnancy_alone_is_for_the_clinician_from_sixteen_on(
    signs: list[Sign], tier: int, age: int | None, wanted: int
) -> None:
    assert tier_for(signs, tier, age) == wanted
