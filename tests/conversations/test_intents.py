"""What else a text says: an opt-out is a whole message, never a word inside one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.intent import Intent
from app.conversations.intents import intents_of

SAYS = {
    Intent.OPT_OUT: [
        "STOP",
        " Stop. ",
        "stop pls",
        "please stop",
        "stop texting me",
        "STOP MESSAGES",
        "stopall",
        "unsubscribe",
        "leave me alone",
        "take me off this",
        "no more texts please",
        "dont text me again",
        "🛑",
        "stpo",
        "proszę nie pisać",
        "STOPIO",
    ],
    Intent.OPT_IN: ["START", "start please", "unstop"],
    Intent.HELP: ["HELP", "help?", "info", "?", "what is this"],
    Intent.WHO: ["who is this", "who r u?", "is this legit", "Is this a scam?"],
    Intent.NOTHING: ["nothing", "nah im good thx", "no", "all good", "everythings calm innit"],
    Intent.THANKS: ["thanks x", "ty", "ok thanks", "🙏"],
    Intent.ACKNOWLEDGEMENT: ["ok", "yes", "k", "👍", "👍🏽", "will do"],
    Intent.CANNOT_ATTEND: [
        "cant make it",
        "CANCEL APPT PLEASE dont need it",
        "not coming",
        "cancel",
        "cancel please",
    ],
    Intent.WHICH: ["END", "quit", "Cancel.", "revoke pls", "no more"],
    Intent.UNCLEAR: ["idk", "1", "hi"],
    Intent.EMPTY: ["", "   ", "\u200d\u200d"],
}
NEVER_STOP = [
    "i want to stop my meds",
    "stop the wheezing",
    "stop the itching",
    "when does it stop",
    "quit smoking",
    "how do i stop eating sugar",
    "stop my periods",
    "bus stop is too far",
    "cancel",
    "end",
    "quit",
    "yes",
    "non stop headaches",
    "the start of term",
]


@pytest.mark.parametrize(
    ("intent", "text"), [(intent, text) for intent, texts in SAYS.items() for text in texts]
)
def test_what_a_whole_message_says_is_understood(intent: Intent, text: str) -> None:
    assert intent in intents_of(text)


@pytest.mark.parametrize("text", NEVER_STOP)
def test_a_word_in_a_sentence_never_loses_a_young_person(text: str) -> None:
    assert not {Intent.OPT_OUT, Intent.OPT_IN} & set(intents_of(text))


def test_a_cry_for_help_is_not_the_word_help() -> None:
    assert Intent.HELP not in intents_of("help i cant breathe")


def test_a_picture_without_words_is_media() -> None:
    assert intents_of("", media=1) == [Intent.MEDIA]


@given(st.text())
def test_any_text_has_its_intents_told_without_raising(text: str) -> None:
    assert all(isinstance(intent, Intent) for intent in intents_of(text))
