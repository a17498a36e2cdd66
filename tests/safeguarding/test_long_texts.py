"""However long a text is, and whatever it is made of, all of it is looked at, and in good time."""

import random
import time
from collections.abc import Sequence

import pytest
from safeguarding.score import labelled

from app.safeguarding import likely, slips, words
from app.safeguarding.line import Line
from app.safeguarding.look import look_at
from app.safeguarding.phrases import concerns_in
from app.safeguarding.slips import run_together
from app.safeguarding.vocabulary import known

LONG = 10_000
# Ten times the text may take twenty times as long, generous against noise; and never a second.
MOST_TIMES, MOST_SECONDS = 40, 1.0
# What is too quick to be measured counts as this.
LEAST_SECONDS = 0.005
WORRY = "i wanna kill myself"
FILLERS = {
    "a letter": "a",
    "letters apart": "a ",
    "letters with dashes": "a-b-c-d-e-f-g ",
    "digits": "1",
    "numbers": "1 2 3 4 ",
    "decimals": "1,1",
    "spaces": " ",
    "lines": "a\n",
    "dots": ". ",
    "dashes": "- ",
    "stars": "*",
    "stars in a word": "a***********************b",
    "signs in a word": "a$+|",
    "apostrophes": "a'*'",
    "nested quotes": "\"'“‘(([",
    "closed quotes": "\"'a'\" ",
    "stop": "stop stop",
    "stops": "stop stop. ",
    "faces": "😀",
    "pictures that speak": "💊 🤣",
    "families": "👨\u200d👩\u200d👧",
    "accents": "a\u0301\u0302\u0303",
    "a sign that is eighteen letters": "\ufdfa",
    "nothing to see": "a\u200b",
    "chinese": "我",
    "hindi": "मैं ",
    "russian": "хочу жить ",
    "letters that pass for others": "kіll ",
    "leet": "k1ll5u1c1d3 ",
    "crying": "die",
    "half a worry": "i wanna ",
    "a worry": "kms ",
    "worries in a list": "1 kms. ",
    "a way of speaking": "this homework is killing me ",
    "who hits whom": "dads me ",
    "words that need others": "arm face weak ",
    "emergencies": "ketones 5 blue lips ",
    "what is over": "used my epipen last year ",
    "calm": "the quick brown fox jumps over lazy dog ",
    "a list": "1 hair 2 school ",
}


def text_of(filler: str, length: int) -> str:
    return (filler * (length // len(filler) + 1))[:length]


def vocabulary(seed: int, length: int) -> str:
    """As many different words as the phrases hold, in any order."""
    chance, every = random.Random(seed), sorted(known())
    found: list[str] = []
    while sum(map(len, found)) + len(found) < length:
        found.append(chance.choice(every))
    return " ".join(found)[:length]


def seconds_for(text: str, before: Sequence[str] = ()) -> float:
    """How long a look takes of the processor, with nothing remembered."""
    for remembered in (words._word, slips.mended, likely._weights_of):
        remembered.cache_clear()
    begun = time.process_time()
    look_at(before, text)
    return time.process_time() - begun


def quickest(text: str) -> float:
    return min(seconds_for(text) for _ in range(2))


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """Every phrase is made before the first look is measured."""
    look_at((), vocabulary(1, LONG))


def checked(short: str, long: str) -> None:
    taken, before = quickest(long), max(quickest(short), LEAST_SECONDS)
    assert taken < MOST_SECONDS
    assert taken < MOST_TIMES * before


@pytest.mark.parametrize("filler", FILLERS.values(), ids=FILLERS)
def test_ten_thousand_characters_are_looked_at_in_bounded_time(filler: str) -> None:
    checked(text_of(filler, LONG // 10), text_of(filler, LONG))


@pytest.mark.parametrize(
    "text",
    [
        f"a{'*' * (LONG - 2)}b",
        f"a{chr(39) * (LONG - 2)}b",
        f"{'1' * (LONG - 1)}a",
        f" {'-' * (LONG - 2)}a",
        f"a{' ' * (LONG - 2)}b",
        f"k{'*#' * (LONG // 2 - 1)}l",
        f"{'a b ' * (LONG // 4 - 1)}abc'",
    ],
    ids=["stars", "apostrophes", "digits", "dashes", "spaces", "starred", "letters apart"],
)
def test_one_long_run_between_two_letters_is_looked_at_in_bounded_time(text: str) -> None:
    assert seconds_for(text) < MOST_SECONDS / 4


def test_every_word_of_every_phrase_at_once_is_looked_at_in_bounded_time() -> None:
    checked(vocabulary(2, LONG // 10), vocabulary(2, LONG))


def test_with_ten_long_texts_before_it_it_is_looked_at_before_a_webhook_ends() -> None:
    """The provider waits fifteen seconds; nobody texts so much in a day."""
    long = text_of(FILLERS["words that need others"], LONG)
    assert seconds_for(long, [long] * 10) < 8


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0], ids=["start", "middle", "end"])
@pytest.mark.parametrize("filler", FILLERS.values(), ids=FILLERS)
def test_a_worry_comes_forward_wherever_it_stands_among_ten_thousand_characters(
    filler: str, at: float
) -> None:
    around, place = text_of(filler, LONG - len(WORRY) - 2), int(at * (LONG - len(WORRY) - 2))
    text = f"{around[:place]} {WORRY} {around[place:]}"
    assert len(text) == LONG
    look = look_at((), text)
    assert look.tier == 1
    shown = {text[sign.start : sign.end] for sign in look.signs if sign.kind == "suicide"}
    assert any("kill myself" in each for each in shown)


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0], ids=["start", "middle", "end"])
def test_what_only_weights_tell_does_not_drown_in_many_calm_words(
    at: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    likely._weights_of.cache_clear()
    monkeypatch.setitem(likely.learnt().of, "1zzyxworry", [0, 20_000])
    calm = "we went to the park and had chips and then we watched a film about dogs and "
    around, place = text_of(calm, LONG), int(at * LONG)
    look = look_at((), f"{around[:place]} zzyxworry {around[place:]}")
    assert [sign.rule for sign in look.signs if sign.end - sign.start == len("zzyxworry")]
    assert look.tier == 2
    likely._weights_of.cache_clear()


@pytest.mark.parametrize("times", [3, 50, 5_000])
def test_however_long_somebody_leans_on_a_key_it_is_the_same_word(times: int) -> None:
    assert look_at((), f"i wanna d{'i' * times}e").tier == 1
    assert look_at((), f"i wanna kill mysel{'f' * times}").tier == 1


@pytest.mark.parametrize("letters", [0, 100, 4_000])
def test_what_is_typed_letter_by_letter_is_read_among_any_number_of_letters(letters: int) -> None:
    text = f"{'x q ' * letters}{' '.join('killmyself')}"
    assert look_at((), text).tier == 1
    assert run_together(text)[-2:] == ("my", "self") or run_together(text)[-1] == "myself"


def test_looking_only_near_a_phrases_own_words_finds_all_that_looking_everywhere_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(7)
    every = [
        text
        for name in ("tuned", "heldout")
        for each in labelled(name + ".jsonl")
        for text in each.texts
    ]
    texts = [
        chance.choice((" ", ". ", "\n", " 1 ")).join(chance.sample(every, chance.randint(1, 30)))
        for _ in range(150)
    ]
    near = [concerns_in([text]).signs for text in texts]
    everywhere = lambda line, *_: [(0, len(line.line))]  # noqa: E731
    monkeypatch.setattr(Line, "stretches", everywhere)
    assert near == [concerns_in([text]).signs for text in texts]


def test_signs_in_a_word_are_never_read_as_a_pattern() -> None:
    assert look_at((), "k+++*l c$*t [a](b*").failed is False
