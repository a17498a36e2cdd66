"""Whoever orders in any clause that texts end gets none; nothing beside the order is left out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import quickest

from app.conversations.intent import Intent
from app.conversations.intents import LONGEST_READ
from app.conversations.reading import read
from app.conversations.stop_order_words import ALONE, CLEAR, LOOSE, SAID_BEFORE
from app.conversations.stop_orders import only_orders_to_stop, orders_to_stop

MOST_SECONDS = 0.05
ORDERS = (
    "hiya would u mind not texting me",
    "im fine without the texts ta",
    "no point texting me i never look",
    "there is no need to message me again",
    "i no longer want texts off you",
    "id rather you didnt text",
    "they can stop now, not interested in texts",
    "letters not texts from now on",
    "bruv stop msging me",
    "stop buzzing my phone in maths its so loud",
    "and leave my phone alone from now on",
    "could the texts stop now",
    "fuck off with ur texts",
    "take my number off pls",
    "scabs. also take me off ur list",
    "my sats drop. i dont want any more messages",
    "do not text me again someone might see",
    "unsubscribe me please",
    "i do not consent to being texted",
    "wrong person please stop",
    "ill be there STOP",
    "STOP as it says",
    "way too many texts so please stop",
    "dont send me anything else",
    "dont call me or text me again ever",
    "kindly refrain from texting me again",
    "knock the texts on the head please",
    "i withdraw my consent to be texted",
    "can this be the last one you send me",
    "this has to be the last text u ever send",
    "i hate getting these texts so please end them",
    "stahp texting me lol",
)


@pytest.mark.parametrize("text", ORDERS)
def test_an_order_is_obeyed_wherever_it_stands(text: str) -> None:
    assert orders_to_stop(text)
    assert Intent.OPT_OUT in read([text]).intents


@pytest.mark.parametrize(
    "text",
    [
        "can i come off this pls",
        "too many texts from you lot",
        "dont want these anymore thanks",
        "text my mum not me",
        "how do i leave this chat",
        "im blocking you",
        "knock it off",
        "I SAID STOP THO",
        "i told yous to stop",
    ],
)
def test_some_words_are_an_order_only_where_nothing_else_is_said(text: str) -> None:
    assert only_orders_to_stop(text)
    assert read([text]).said == ["opt_out"]


@pytest.mark.parametrize(
    "text",
    [
        "my tablets. i dont want them",
        "my pump is loud. turn it off",
        "my brother teases me. knock it off",
        "headaches. sick of it",
        "the alarm on my pump wakes me up. can you turn it off",
        "the nurse hurt me, i said stop",
    ],
)
def test_and_where_something_else_is_said_they_are_none(text: str) -> None:
    found = read([text])
    assert Intent.OPT_OUT not in found.intents
    assert found.priorities


@pytest.mark.parametrize(
    "text",
    [
        "i need to stop texting at night",
        "i cant stop texting my ex",
        "i want to stop messaging boys i dont know",
        "i dont want messages from my ex",
        "he keeps texting me nudes, i dont want texts",
        "i dont like the messages my mum sends",
        "no need to text back",
        "i prefer texts to letters",
        "id rather you text me",
        "im not getting these texts",
        "turn off the alerts on my dexcom",
        "how do i turn off notifications on my libre",
        "i want it to just stop",
        "steroids make me fat, please take me off",
        "im scared of coming off the list",
        "will you take me off the list if i miss it",
        "take me off the waiting list",
        "please make it stop hurting",
        "STOP the itching",
        "my dad says stop texting",
        "tell my mum to stop texting me about my bloods",
        "if i say stop texting me he gets angry",
        "i dont need reminding to take my tablets",
        "i dont want to be reminded of the accident",
        "i said stop before but i want them back",
        "do i text STOP",
        "can i unsubscribe from pe",
        "no more texts from my bullies",
        "stop these hiccups",
        "how did you get my number",
        "stop my meds",
        "ring me dont text me",
        "please dont STOP",
        "my brother typed STOP",
        "please make it STOP",
        "when will it STOP",
        "STOP hurting",
        "Help me STOP",
        "he touched me and i said stop",
        "my uncle comes in my room, i said stop",
        "i told you to stop sending me to physio",
        "my pump keeps beeping can i turn off notifications",
        "im not interested in texts from my dad",
        "can you take my number off my dads account",
        "quit messaging me on snap",
        "dont contact me by letter text me",
        "i never text",
        "no point texting you its private",
        "lost my phone so no messages",
        "i dont need reminders to take my tablets",
        "how do i stop getting these rashes",
        "please stop these seizures",
    ],
)
def test_what_is_told_of_others_or_is_no_text_of_ours_is_no_order(text: str) -> None:
    assert not orders_to_stop(text)
    assert not only_orders_to_stop(text)


@pytest.mark.parametrize(
    "text",
    ["no texts till june pls", "stop messaging me for a couple weeks", "dont text this week"],
)
def test_what_is_said_of_a_time_is_no_order(text: str) -> None:
    assert not orders_to_stop(text)


@pytest.mark.parametrize(
    "words",
    [
        "he hits me",
        "i took an overdose last week",
        "not eating since monday",
        "my mums boyfriend comes in my room",
    ],
)
@pytest.mark.parametrize(
    "order",
    ["please stop texting me cos he reads my phone", "dont text me again someone might see"],
)
def test_nothing_that_may_be_grave_is_left_out_for_an_order(words: str, order: str) -> None:
    found = read([f"{words} {order}"])
    assert Intent.OPT_OUT in found.intents
    assert any(words in each.text for each in found.priorities)


@pytest.mark.parametrize(
    "text",
    [
        "proszę usunąć mój numer z listy",
        "nu mai vreau sms-uri",
        "por favor parem de mandar mensagens",
        "ya no quiero recibir estos mensajes por favor",
        "je ne veux plus recevoir de sms",
        "non voglio più ricevere sms da voi",
        "numaramı listeden silin lütfen",
        "احذفوا رقمي من القائمة",
        "براہ کرم میسج بند کر دیں",
        "mainu message na karo ji",
        "আমি এই মেসেজগুলো চাই না",
        "ma rabo fariimahan",
        "தயவுசெய்து குறுஞ்செய்திகளை நிறுத்துங்கள்",
        "dwi ddim isio mwy o negeseuon diolch",
    ],
)
def test_it_is_obeyed_in_other_tongues(text: str) -> None:
    assert Intent.OPT_OUT in read([text]).intents


def test_what_a_machine_or_a_seller_says_of_stopping_is_no_order() -> None:
    for text in (
        "FINAL OFFER 50% off trainers. Ends tonight. Reply STOP to opt out",
        "You have been unsubscribed and will receive no more messages from this sender.",
    ):
        assert Intent.OPT_OUT not in read([text]).intents


def test_an_order_in_a_text_that_begins_like_one_for_another_chat_is_obeyed() -> None:
    assert Intent.OPT_OUT in read(["wrong person mate take me off ur list"]).intents


def test_a_text_without_a_word_said_nothing_that_could_be_taken_back() -> None:
    found = read(["\u200b", "soz pocket texted. wheelchair tyres, school lift broken"])
    assert Intent.EMPTY in found.intents
    assert [each.text for each in found.priorities] == ["wheelchair tyres", "school lift broken"]


@pytest.mark.parametrize(
    "text",
    [
        "my ex wont stop texting me",
        "i told him to stop texting me",
        "send me a reminder text",
        "stop texting my mum and text me instead",
        "mum wanted to take me off these texts but i said no",
        "used to hate these texts but dont mind them now",
        "i said stop but he carried on",
    ],
)
def test_no_likeness_makes_an_order_of_what_is_told_or_wished(text: str) -> None:
    assert Intent.OPT_OUT not in read([text]).intents


@pytest.mark.parametrize(
    "text",
    [
        "my ex wont stop texting me",
        "i said stop but he carried on",
        "i told him to stop texting me",
    ],
)
def test_what_others_did_not_stop_stays_in_sight(text: str) -> None:
    assert [each.text for each in read([text]).priorities] == [text]


def test_no_order_is_a_thing_that_matters_of_a_list() -> None:
    found = read(["1) transplant list wait 2) dialysis makes me knackered 3) dont txt me agen"])
    assert Intent.OPT_OUT in found.intents
    assert [each.text for each in found.priorities] == [
        "transplant list wait",
        "dialysis makes me knackered",
    ]


WORDS = sorted(set(re.findall(r"[a-z]{2,}", " ".join((*CLEAR, *LOOSE, *ALONE, *SAID_BEFORE)))))


@settings(deadline=None)
@given(st.lists(st.sampled_from([*WORDS, ".", "and"]), min_size=8, max_size=60))
def test_whatever_words_of_orders_come_together_they_are_looked_through_in_no_time(
    words: list[str],
) -> None:
    text = (" ".join(words) + ". ") * 20
    assert quickest(orders_to_stop, text[:LONGEST_READ]) < MOST_SECONDS
