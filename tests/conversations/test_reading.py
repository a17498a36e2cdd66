"""Any reply becomes priorities in their own words, and nothing is lost or split that is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import quickest

from app.conversations.reading import read

LISTS = [
    (["1. my hba1c 2. can i drink alcohol 3. uni"], ["my hba1c", "can i drink alcohol", "uni"]),
    (["1) sick of injections\n2) sleep\n3) maths"], ["sick of injections", "sleep", "maths"]),
    (["1- bloods 2- gym"], ["bloods", "gym"]),
    (["1: bloods 2: gym"], ["bloods", "gym"]),
    (["1/ bloods 2/ gym"], ["bloods", "gym"]),
    (["(1) bloods (2) gym"], ["bloods", "gym"]),
    (["1.tiredness2.joints3.college"], ["tiredness", "joints", "college"]),
    (["1 meds 1 sleep 1 the blood tests"], ["meds", "sleep", "the blood tests"]),
    (["1 blinder 2 ysgol 3 cwsg"], ["blinder", "ysgol", "cwsg"]),
    (["1\ufe0f\u20e3 flare ups 2\ufe0f\u20e3 food"], ["flare ups", "food"]),
    (["１．sleep ２．school"], ["sleep", "school"]),
    (["2. gym 1. bloods 3. anxiety"], ["bloods", "gym", "anxiety"]),
    (["3. anxiety", "1. bloods", "2. gym"], ["bloods", "gym", "anxiety"]),
    (["a) side effects b) exams c) thats it"], ["side effects", "exams"]),
    (["- pump\n- school trip\n- weight"], ["pump", "school trip", "weight"]),
    (["first is pain, second is school and third football"], ["pain", "school", "football"]),
    (["sleep\nschool\n\nmy knee"], ["sleep", "school", "my knee"]),
    (["pump, prom, driving"], ["pump", "prom", "driving"]),
    (["pump, prom and driving"], ["pump", "prom", "driving"]),
    (["pump; prom; driving"], ["pump", "prom", "driving"]),
    (["skin + sleep + school"], ["skin", "sleep", "school"]),
    (["sleep. pain. college."], ["sleep", "pain", "college"]),
    (["back pain n sleep"], ["back pain", "sleep"]),
    (["sleep", "school", "my knee"], ["sleep", "school", "my knee"]),
    (["hi", "so", "my back", "work", "oh and prom"], ["my back", "work", "prom"]),
    (["my 3 things are: sleep, school, weight thanks x"], ["sleep", "school", "weight"]),
    (["1. asthma 2. asthma 3. Asthma"], ["asthma"]),
    (["1 hair 2 hba1c 3 sleep 4 prom 5 gym"], ["hair", "hba1c", "sleep", "prom", "gym"]),
    (["dolor de cabeza, escuela, dormir"], ["dolor de cabeza", "escuela", "dormir"]),
    (["just one. when can i stop the tablets?"], ["when can i stop the tablets?"]),
    (["sleep", "actually scrap that, seizures n driving"], ["seizures", "driving"]),
    (["1 hair 2 gym", "3 sometimes i disappear"], ["hair", "gym", "sometimes i disappear"]),
    (["2 seizures last week"], ["2 seizures last week"]),
    (["cant come, also my knee hurts"], ["my knee hurts"]),
    (["1 hair 2 sometimes i wanna disappear"], ["hair", "sometimes i wanna disappear"]),
]
WHOLE = [
    "mum and dad",
    "pins and needles",
    "2.5mg",
    "my hba1c was 8.5",
    "can i go on the trip on 3/11",
    "p.e.",
    "what Dr. Okafor said about surgery",
    "i want to stop my meds",
    "stop the itching",
    "when does it stop",
    "help i cant breathe",
    "this new pump is sick",
    "میرے سر میں درد رہتا ہے",
    "😴💩🏫",
]
NOT_ABOUT_IT = [
    "ok",
    "👍",
    "thanks x",
    "nothing",
    "nah im good thx",
    "STOP",
    "?",
    "1",
    "",
    "\u200d",
]


@pytest.mark.parametrize(("texts", "priorities"), LISTS, ids=str)
def test_a_list_comes_apart_where_they_parted_it(texts: list[str], priorities: list[str]) -> None:
    assert [priority.text for priority in read(texts).priorities] == priorities


@pytest.mark.parametrize("text", WHOLE)
def test_one_thing_stays_one(text: str) -> None:
    assert [priority.text for priority in read([text]).priorities] == [text.strip(".")]


@pytest.mark.parametrize("text", NOT_ABOUT_IT)
def test_what_is_no_priority_is_not_made_one(text: str) -> None:
    assert read([text]).priorities == []
    assert read([text]).intents


@pytest.mark.parametrize(
    "piece",
    [
        "hi ",
        ",",
        "1.",
        "1 a ",
        "and ",
        " ",
        "\n",
        "thanks ",
        "x",
        "- ",
        "a. ",
        "a/",
        "first ",
        "no ",
    ],
)
def test_ten_thousand_characters_of_anything_are_read_at_once(piece: str) -> None:
    text = "a" + piece * (10_000 // len(piece)) + "b"
    assert quickest(lambda each: read([each]), text) < 1


def test_thanks_after_a_list_takes_nothing_away() -> None:
    assert len(read(["sleep, school", "thanks x", "ok"]).priorities) == 2


def test_many_things_in_one_breath_are_parted_and_unsure() -> None:
    text = "my inhaler doesnt work n im always tired n i dont wanna come off steroids"
    result = read([text])
    assert len(result.priorities) == 3
    assert result.confidence == "low"
    assert read(["sleep, school"]).confidence == "high"


@given(st.lists(st.text(max_size=120), max_size=5))
def test_any_words_are_read_without_raising_and_every_priority_is_theirs(texts: list[str]) -> None:
    for priority in read(texts).priorities:
        assert texts[priority.reply][priority.start : priority.end] == priority.text
        assert priority.text.strip()
        assert priority.rule


words = st.lists(
    st.sampled_from(["sleep", "school", "knee", "pain", "prom", "gym", "bloods", "meds"]),
    min_size=1,
)


@given(words, st.sampled_from([", ", "\n", "; ", " + ", ". "]))
def test_no_word_of_a_list_is_lost(items: list[str], separator: str) -> None:
    found = {priority.text for priority in read([separator.join(items)]).priorities}
    assert found == set(items)


@given(st.text(alphabet="abcdefghij klmnop,.;\n123)-", min_size=1, max_size=80))
def test_a_text_with_letters_is_shown_or_explained(text: str) -> None:
    result = read([text])
    if any(char.isalpha() for char in text):
        assert result.priorities or result.intents
