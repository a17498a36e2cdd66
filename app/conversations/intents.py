"""What else a text says, besides what matters (pure): stop, help, thanks, nothing, cannot come.

An opt-out is a whole message or a clear directive, never a word inside one: "i want to stop my
meds" is a thing that matters.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from app.conversations.deaths import says_the_patient_died
from app.conversations.denied import denied
from app.conversations.edges import only_an_edge
from app.conversations.intent import ENDS_TEXTS, Intent
from app.conversations.partings import asks_to_be_forgotten, says_wrong_number
from app.conversations.plain import LATELY, plain_words, sentences
from app.conversations.said_elsewhere import said_elsewhere
from app.conversations.spelling import spelled
from app.conversations.stop_orders import only_orders_to_stop, orders_to_stop
from app.conversations.stop_parts import AFTER
from app.conversations.stop_words import ONLY_POLITE, STARTS, STARTS_AGAIN, asks_to_stop
from app.conversations.visit_words import CANNOT_ATTEND
from app.conversations.whole_messages import BEFORE, COMPILED, KISSES

# The provider joins no more than this into one text; what may stand behind it is only kept.
LONGEST_READ = 1_600
MILD = (Intent.THANKS, Intent.ACKNOWLEDGEMENT, Intent.NOTHING, Intent.UNCLEAR)
AGREES = re.compile(r"(?:ok|okay|cool|great|perfect|yes|good|right|brill|safe|sure) ")
WHOLE_ELSEWHERE = ("nothing", "thanks", "acknowledgement")
IN_PASSING = frozenset({Intent.OPT_OUT, Intent.FORGET, Intent.OPT_IN})
CALLS_FOR_HELP = re.compile(rf"{BEFORE}(?:help(?: me)?|info|information){AFTER}")
# What the question "your visit, or these texts?" may be answered with.
THE_TEXTS = re.compile(
    rf"(?:(?:the|these|ur|your|i mean|i meant|just|no more) )*(?:texts?|messages?|txts?){AFTER}"
)
THE_VISIT = re.compile(
    r"(?:(?:the|my|this|that|i mean|i meant|just|cancel) ){0,6}(?:visit|appointment|appts?|apt"
    r"|clinic)" + AFTER
)
# A text of ten parts; what is longer came another way, and is read by people.
LONGEST_TEXT = 1600
# Signs that draw nothing, though Unicode counts them among pictures and letters.
BLANKS = "\u2800\u3164\u115f\u1160\uffa0"
NOTHING_SEEN = ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp")
STOP_SIGNS = "\U0001f6d1\u26d4\U0001f6ab"
SIGNS = {
    **dict.fromkeys(STOP_SIGNS, Intent.OPT_OUT),
    "\U0001f198": Intent.HELP,
    "\U0001f44d": Intent.ACKNOWLEDGEMENT,
    "\U0001f44c": Intent.ACKNOWLEDGEMENT,
    "\U0001f64f": Intent.THANKS,
    "\u2764": Intent.THANKS,
}


def intents_of(text: str, media: int = 0, names: Sequence[str] = ()) -> list[Intent]:
    """Return what a whole text says besides what matters; empty if it is all about that.

    `names` are the first names of those who may be meant: only their death is taken for one.
    """
    return list(_intents_of(text[:LONGEST_READ], media, tuple(names)))


@lru_cache(LATELY)
def _intents_of(text: str, media: int, names: tuple[str, ...]) -> list[Intent]:
    found = [Intent.MEDIA] if media else []
    if not text.strip() or not any(_visible(char) for char in text):
        return found or [Intent.EMPTY]
    if text.strip() in ("?", "??", "???"):
        return [*found, Intent.HELP]
    plain = plain_words(text)
    if not plain or (ONLY_POLITE.fullmatch(plain) and any(sign in text for sign in STOP_SIGNS)):
        return found + _signs(text)
    about = _about_texts(text, names)
    passing = _in_passing(text, about)
    whole = [intent for intent in about if intent not in passing]
    if not whole:
        whole = _whole(text)
    found += whole
    if cannot_attend(text):
        found.append(Intent.CANNOT_ATTEND)
    return found


def all_intents_of(text: str, media: int = 0, names: Sequence[str] = ()) -> list[Intent]:
    """Return what a text says besides what matters, also in passing: "my knee. stop texting me"."""
    text = text[:LONGEST_READ]
    found = intents_of(text, media, names)
    found += _in_passing(text, _about_texts(text, tuple(names)))
    if not ENDS_TEXTS.intersection(found) and orders_to_stop(text):
        # What stands beside an order is looked through as ever.
        found.append(Intent.OPT_OUT)
    return found


def calls_for_help(text: str) -> bool:
    """Return whether a text is a bare call for help or information, which people look at."""
    return CALLS_FOR_HELP.fullmatch(plain_words(text)) is not None or "\U0001f198" in text


def which_was_meant(text: str) -> list[Intent]:
    """Return what somebody meant who was asked: your visit, or these texts?"""
    plain = plain_words(text)
    both = plain in ("both", "both of them", "all of it")
    meant = [Intent.OPT_OUT] if both or THE_TEXTS.fullmatch(plain) else []
    return meant + ([Intent.CANNOT_ATTEND] if both or THE_VISIT.fullmatch(plain) else [])


@lru_cache(LATELY)
def _about_texts(text: str, names: tuple[str, ...]) -> list[Intent]:
    """What a text says about texting itself, the gravest first."""
    if len(text) > LONGEST_TEXT:
        return []
    plain = plain_words(text)
    tests = (
        (Intent.BEREAVEMENT, says_the_patient_died(text, names)),
        (Intent.FORGET, asks_to_be_forgotten(text)),
        (Intent.WRONG_NUMBER, says_wrong_number(text)),
        (Intent.OPT_OUT, asks_to_stop(text) or only_orders_to_stop(text)),
    )
    said = [intent for intent, holds in tests if holds]
    if not said and (STARTS.fullmatch(plain) or STARTS_AGAIN.search(spelled(plain))):
        return [Intent.OPT_IN]
    return said


def _in_passing(text: str, about: Sequence[Intent]) -> list[Intent]:
    """What is said about texting, if a text says other things as well."""
    said = [intent for intent in about if intent in IN_PASSING]
    if not said or _whole(text) or len(sentences(text)) == 1:
        return []
    others = (
        part
        for part in sentences(text)
        if not (
            asks_to_stop(part)
            or asks_to_be_forgotten(part)
            or STARTS_AGAIN.search(spelled(part))
            or ONLY_POLITE.fullmatch(part)
        )
    )
    return said if any(others) else []


@lru_cache(LATELY)
def _whole(text: str) -> list[Intent]:
    """What a text says that says one such thing and nothing else, or several of the milder ones."""
    words = KISSES.sub("", plain_words(text))
    first = _matched(words)
    if first is Intent.THANKS and AGREES.match(spelled(words)):
        return [Intent.ACKNOWLEDGEMENT, Intent.THANKS]
    if first:
        return [first]
    said = [
        intent
        for part in sentences(text)
        if (intent := _matched(KISSES.sub("", part)) or _elsewhere(part)) or not only_an_edge(part)
    ]
    letters = all(len(part) < 2 for part in sentences(text))
    if said and not letters and all(each in MILD for each in said):
        found = list(dict.fromkeys(each for each in said if each))
        return [each for each in found if each is not Intent.UNCLEAR] or found
    elsewhere = _elsewhere(text)
    return [elsewhere] if elsewhere else []


def _matched(words: str) -> Intent | None:
    for plain in (spelled(words), words):
        for intent, pattern in COMPILED:
            if pattern.fullmatch(plain):
                return intent
    return None


def _elsewhere(text: str) -> Intent | None:
    said = said_elsewhere(text)
    return next((Intent(name) for name in WHOLE_ELSEWHERE if name in said), None)


@lru_cache(LATELY)
def cannot_attend(text: str) -> bool:
    """Return whether a text, or a piece of it, says that they cannot come or want another day."""
    said = CANNOT_ATTEND.search(spelled(plain_words(text))) is not None
    return said and Intent.CANNOT_ATTEND not in denied(text)


def _signs(text: str) -> list[Intent]:
    found = {SIGNS[char] for char in text if char in SIGNS}
    shown = [char for char in text if _visible(char) and not (char.isspace() or char.isalnum())]
    known = all(char in SIGNS or unicodedata.category(char) in ("Mn", "Sk") for char in shown)
    return sorted(found) if found and known else []


def _visible(char: str) -> bool:
    return char not in BLANKS and unicodedata.category(char) not in (
        "Cc",
        "Cf",
        "Mn",
        "Zs",
        "Zl",
        "Zp",
    )
