"""Forget me, wrong number, a death: understood as people say them, never where none is meant."""

import pytest

from app.conversations.intent import Intent
from app.conversations.intents import all_intents_of

NAMES = ("Sam",)
SAYS = {
    Intent.FORGET: [
        "forget me",
        "Delete my data",
        "delete my number",
        "erase everything about me",
        "remove my details",
        "delete everything you hold about me please",
        "can you delete my details",
        "i want my data deleted",
        "I want to be forgotten",
        "delete me",
        "remove all my information from your system",
        "STOP and delete my number",
        "stop texting me. delete my data",
        "get rid of my data",
    ],
    Intent.WRONG_NUMBER: [
        "wrong number",
        "Sorry, wrong number.",
        "you have the wrong number",
        "I think you've got the wrong number",
        "u are texting the wrong number",
        "who is sam? wrong person",
        "whos sam? wrong number",
        "im not sam wrong number",
        "wrong person mate",
        "this isn't her phone",
        "This is not Sams number anymore",
        "this number belongs to someone else",
        "ive had this number for years",
        "I have had this number for over 10 years",
        "i don't know anyone called Sam",
        "no one called sam here",
        "he changed his number",
        "wrong number, please stop texting me",
    ],
    Intent.BEREAVEMENT: [
        "she died last week",
        "he passed away",
        "he sadly passed away in March",
        "hes dead",
        "my son is dead",
        "My daughter Ella died in January. Please stop texting",
        "Sam died",
        "Sam Okafor passed away in hospital on Sunday",
        "sam is no longer with us",
        "sams dead",
        "I'm sorry to tell you that he passed away on Monday",
        "Hi this is his mum, he died last Tuesday. Please take him off your list",
        "please stop texting my son he died",
        "we lost her last week",
        "Stop. He died last month.",
    ],
}
NEVER = [
    "my nan died",
    "sam my nan died",
    "my brother died and sam is sad",
    "my son nearly died in march",
    "my son passed his driving test",
    "my daughter passed out twice",
    "sam died his hair",
    "sam is dead tired all the time",
    "my grandad. he died",
    "biscuit passed away",
    "everyone died laughing",
    "i dont know who to ask",
    "i dont know a lot about my meds",
    "i just got this phone",
    "remove the wire in me",
    "forget about me being sick",
    "delete all the games",
    "my letter has the wrong number",
    "ring me on my new number",
]


@pytest.mark.parametrize(
    ("intent", "text"), [(intent, text) for intent, texts in SAYS.items() for text in texts]
)
def test_what_is_said_is_understood(intent: Intent, text: str) -> None:
    assert intent in all_intents_of(text, names=NAMES)


@pytest.mark.parametrize("text", NEVER)
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    assert not set(SAYS) & set(all_intents_of(text, names=NAMES))


def test_without_a_name_only_what_cannot_be_kin_or_pet_counts() -> None:
    assert Intent.BEREAVEMENT in all_intents_of("ella has passed away")
    assert Intent.BEREAVEMENT not in all_intents_of("grandma has passed away")
    assert Intent.BEREAVEMENT not in all_intents_of("my best friend passed away")


@pytest.mark.parametrize(
    "piece", ["sorry ", "this is his mum. ", "he died. ", "stop ", "my son ", "no, ", "1.", "x. "]
)
def test_ten_parts_of_anything_are_understood_at_once(piece: str) -> None:
    assert isinstance(all_intents_of((piece * 1600)[:1600], names=NAMES), list)
