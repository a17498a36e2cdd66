"""Whoever asks for no more texts gets none, and whoever asks for the texts to go on keeps them."""

import pytest

from app.conversations.intent import Intent
from app.conversations.reading import read
from app.conversations.stop_meant import goes_on, is_for_a_time
from app.conversations.stop_orders import orders_to_stop


def said(*texts: str) -> set[Intent]:
    return set(read(list(texts)).intents)


@pytest.mark.parametrize(
    "text",
    ["durdur", "opriți", "stooooop", "sttop", "st op", "stahp", "plsss stop", "stop plsss"],
)
def test_a_word_or_two_that_stops_is_never_taken_for_what_matters(text: str) -> None:
    read_here = read([text])
    assert Intent.OPT_OUT in read_here.intents
    assert read_here.priorities == []


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("periods, pain, missing college dont text me again", "pain"),
        ("work sleep money take me off your list", "sleep"),
        ("its tom football and my inhaler and stop texting me thanks", "football"),
        ("my hip, football, tablets then leave me alone", "football"),
        ("opt out but also my hands hurt when i write", "my hands hurt when i write"),
    ],
)
def test_what_stands_at_an_end_of_what_matters_stops_and_takes_nothing_away(
    text: str, matters: str
) -> None:
    found = read([text])
    assert Intent.OPT_OUT in found.intents
    assert matters in [each.text for each in found.priorities]


def test_not_to_start_again_is_to_stop() -> None:
    assert said("dont start texting me again") == {Intent.OPT_OUT}


@pytest.mark.parametrize(
    "text",
    [
        "my ex keeps on i said dont text me again",
        "the bullies at school wont leave me alone",
        "how do i get my nan to stop texting me",
        "i want my dad to stop texting me",
        "im on the transplant one so scared they take me off the list",
        "my methotrexate makes me sick take me off this",
        "if i say stop texting me he gets angry",
        "please dont stop",
        "dont stop texting me",
        "dont unsubscribe me",
        "pls dont take me off the list",
        "never stop texting me lol",
        "do these texts stop when im 18",
        "start again texting me pls",
    ],
)
def test_who_asks_for_more_or_tells_of_others_is_not_stopped(text: str) -> None:
    assert Intent.OPT_OUT not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "no more texts for now",
        "stop messaging me for a couple weeks",
        "no texts till june please",
        "stop texting me for the next 2 weeks",
        "too many texts, can i have a rest from them",
    ],
)
def test_no_texts_for_a_time_is_a_pause(text: str) -> None:
    assert said(text) & {Intent.OPT_OUT, Intent.PAUSE} == {Intent.PAUSE}


@pytest.mark.parametrize(
    "text",
    [
        "STOP. my mum nags me until i cry",
        "stop\nmy knee hurts till i stop running",
        "stop texting me. no more texts till the end of time",
        "please stop texting me. i was off for two weeks",
    ],
)
def test_a_clear_stop_is_an_end_whatever_lasts_until_when_beside_it(text: str) -> None:
    assert Intent.OPT_OUT in said(text)


def test_each_is_told_from_the_other() -> None:
    assert orders_to_stop("sleep and school dont text me again")
    assert not orders_to_stop("sleep and school")
    assert not orders_to_stop("he told me sleep and school dont text me again")
    assert goes_on("Please don't stop!")
    assert not goes_on("please stop")
    assert is_for_a_time("No texts till June. My knee.")
    assert not is_for_a_time("Stop texting me. My knee hurts until noon.")
