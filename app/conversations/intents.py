"""What else a text says, besides what matters (pure): stop, help, thanks, nothing, cannot come.

An opt-out is a whole message or a clear directive, never a word inside one: "i want to stop my
meds" is a thing that matters.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from app.conversations.deaths import says_the_patient_died
from app.conversations.partings import asks_to_be_forgotten, says_wrong_number
from app.conversations.plain import plain_words, sentences
from app.conversations.stop_words import AFTER, ONLY_POLITE, STARTS, asks_to_stop


class Intent(StrEnum):
    """One thing that a text says besides what matters."""

    NOTHING = "nothing"
    OPT_OUT = "opt_out"
    OPT_IN = "opt_in"
    HELP = "help"
    WHO = "who"
    CANNOT_ATTEND = "cannot_attend"
    THANKS = "thanks"
    ACKNOWLEDGEMENT = "acknowledgement"
    MEDIA = "media"
    EMPTY = "empty"
    UNCLEAR = "unclear"
    WHICH = "which"
    FORGET = "forget"
    WRONG_NUMBER = "wrong_number"
    BEREAVEMENT = "bereavement"
    BLOCKED = "blocked"


# The provider joins no more than this into one text; what may stand behind it is only kept.
LONGEST_READ = 1_600
POLITE = r"(?: (?:pls|plz|please|thanks|thank you|thx|ta|now|x+)){0,8}"
BEFORE = r"(?:(?:pls|plz|please|can you|could you|hi|hey|no) ){0,8}"
WHOLE: tuple[tuple[Intent, str], ...] = (
    # Of the provider's own words these may be about the visit as well: they are asked which.
    (Intent.WHICH, r"cancel|end|quit|revoke|ended|no more"),
    (Intent.HELP, r"help|help me|info|information"),
    (Intent.HELP, r"how does this work|what do i do|what is this|whats this"),
    (Intent.WHO, r"who (?:is|r|are) (?:this|u|you)|whos this|who dis|how did u get my number"),
    (Intent.WHO, r"is this (?:legit|real|spam|a scam|legit or a scam|a joke)(?: or not)?"),
    (Intent.NOTHING, r"nothing|nothin|nowt|none|nope|nah|no|nil|n/a"),
    (
        Intent.NOTHING,
        r"nothing (?:really|much|to (?:say|add|raise)|comes to mind|at the moment|rn|atm)",
    ),
    (
        Intent.NOTHING,
        r"(?:no |nope |nah )?(?:im|i am|all|its all|were) (?:good|fine|ok|okay|alright)",
    ),
    (
        Intent.NOTHING,
        r"(?:everything|everythings|its|its all)(?: is)? (?:fine|ok|good|calm)(?: innit)?",
    ),
    (Intent.NOTHING, r"all good|not really|no thanks|no ty|i dont have any"),
    (
        Intent.THANKS,
        r"(?:ok |okay |kk |cool )?(?:thanks|thank you|thankyou|thx|ty|cheers|ta|tysm|diolch)",
    ),
    (
        Intent.THANKS,
        r"(?:thanks|thank you|thx) (?:so much|very much|a lot|loads|for (?:this|that|asking))",
    ),
    (
        Intent.ACKNOWLEDGEMENT,
        r"ok|okay|oki|okey|k|kk|yes|yeah|yep|yh|ye|yup|sure|cool|fine|alright",
    ),
    (
        Intent.ACKNOWLEDGEMENT,
        r"got it|will do|sounds good|no problem|np|great|perfect|safe|bet|lol",
    ),
    (
        Intent.UNCLEAR,
        r"idk|i dont know|dunno|not sure|[0-9]{1,2}|h(?:i|ey|ello|iya)",
    ),
)
COMPILED = tuple(
    (intent, re.compile(f"{BEFORE}(?:{pattern}){POLITE}")) for intent, pattern in WHOLE
)
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
STOP_SIGNS = "\U0001f6d1\u26d4\U0001f6ab"
SIGNS = {
    **dict.fromkeys(STOP_SIGNS, Intent.OPT_OUT),
    "\U0001f198": Intent.HELP,
    "\U0001f44d": Intent.ACKNOWLEDGEMENT,
    "\U0001f44c": Intent.ACKNOWLEDGEMENT,
    "\U0001f64f": Intent.THANKS,
    "\u2764": Intent.THANKS,
}
CANNOT_ATTEND = re.compile(
    r"\b(?:cant|cannot|can not|wont|will not|unable to|not able to) "
    r"(?:make|come|attend|be there|do (?:that|the) (?:day|time|date))\b"
    r"|\bnot coming\b|\bresched\w*"
    r"|\bcancel (?:the |my |this |that )?(?:appt|appointment|visit|it)\b"
    r"|\b(?:move|change|rebook) (?:the |my |this )?(?:appt|appointment|visit|it|date|time)\b"
    r"|^(?:pls |plz |please )?cancel(?: (?:pls|plz|please|thanks|thank you))?$"
)


def intents_of(text: str, media: int = 0, names: Sequence[str] = ()) -> list[Intent]:
    """Return what a whole text says besides what matters; empty if it is all about that.

    `names` are the first names of those who may be meant: only their death is taken for one.
    """
    text, found = text[:LONGEST_READ], [Intent.MEDIA] if media else []
    if not text.strip() or not any(_visible(char) for char in text):
        return found or [Intent.EMPTY]
    if text.strip() in ("?", "??", "???"):
        return [*found, Intent.HELP]
    plain = plain_words(text)
    if not plain or (ONLY_POLITE.fullmatch(plain) and any(sign in text for sign in STOP_SIGNS)):
        return found + _signs(text)
    about = _about_texts(text, names)
    first = _whole(text) if about is None or about in _in_passing(text, about) else about
    found += [first] if first else []
    if cannot_attend(text):
        found.append(Intent.CANNOT_ATTEND)
    return found


def all_intents_of(text: str, media: int = 0, names: Sequence[str] = ()) -> list[Intent]:
    """Return what a text says besides what matters, also in passing: "my knee. stop texting me"."""
    text = text[:LONGEST_READ]
    found = intents_of(text, media, names)
    return found + _in_passing(text, _about_texts(text, names))


def calls_for_help(text: str) -> bool:
    """Return whether a text is a bare call for help or information, which people look at."""
    return CALLS_FOR_HELP.fullmatch(plain_words(text)) is not None or "\U0001f198" in text


def which_was_meant(text: str) -> list[Intent]:
    """Return what somebody meant who was asked: your visit, or these texts?"""
    plain = plain_words(text)
    both = plain in ("both", "both of them", "all of it")
    meant = [Intent.OPT_OUT] if both or THE_TEXTS.fullmatch(plain) else []
    return meant + ([Intent.CANNOT_ATTEND] if both or THE_VISIT.fullmatch(plain) else [])


def _about_texts(text: str, names: Sequence[str]) -> Intent | None:
    """What a text says about texting itself, the gravest first."""
    if len(text) > LONGEST_TEXT:
        return None
    if says_the_patient_died(text, names):
        return Intent.BEREAVEMENT
    if asks_to_be_forgotten(text):
        return Intent.FORGET
    if says_wrong_number(text):
        return Intent.WRONG_NUMBER
    if asks_to_stop(text):
        return Intent.OPT_OUT
    return Intent.OPT_IN if STARTS.fullmatch(plain_words(text)) else None


def _in_passing(text: str, about: Intent | None) -> list[Intent]:
    """The wish for no more texts, if a text says other things as well."""
    if about not in (Intent.OPT_OUT, Intent.FORGET) or _whole(text) or len(sentences(text)) == 1:
        return []
    others = (
        part
        for part in sentences(text)
        if not (asks_to_stop(part) or asks_to_be_forgotten(part) or ONLY_POLITE.fullmatch(part))
    )
    return [about] if any(others) else []


def _whole(text: str) -> Intent | None:
    plain = plain_words(text)
    return next((intent for intent, pattern in COMPILED if pattern.fullmatch(plain)), None)


def cannot_attend(text: str) -> bool:
    """Return whether a text, or a piece of it, says that they cannot come or want another day."""
    return CANNOT_ATTEND.search(plain_words(text)) is not None


def _signs(text: str) -> list[Intent]:
    found = {SIGNS[char] for char in text if char in SIGNS}
    shown = [char for char in text if _visible(char) and not (char.isspace() or char.isalnum())]
    known = all(char in SIGNS or unicodedata.category(char) in ("Mn", "Sk") for char in shown)
    return sorted(found) if found and known else []


def _visible(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp")
