"""What else a text says, besides what matters (pure): stop, help, thanks, nothing, cannot come.

An opt-out is a whole message or a clear directive, never a word inside one: "i want to stop my
meds" is a thing that matters.
"""

import re
import unicodedata
from enum import StrEnum

from app.conversations import stop_words


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


POLITE = r"(?: (?:pls|plz|please|thanks|thank you|thx|ta|now|x+|xx+))*"
OPT_OUTS = (
    *stop_words.STOP,
    *stop_words.STOP_SENDING,
    *stop_words.LEAVE_ALONE,
    *stop_words.ELSEWHERE,
)
BEFORE = r"(?:(?:pls|plz|please|can you|could you|hi|hey|no) )*"
WHOLE: tuple[tuple[Intent, str], ...] = (
    *((Intent.BEREAVEMENT, words) for words in stop_words.BEREAVEMENT),
    *((Intent.FORGET, words) for words in stop_words.FORGET),
    *((Intent.WRONG_NUMBER, words) for words in stop_words.WRONG_NUMBER),
    *((Intent.OPT_OUT, words) for words in OPT_OUTS),
    *((Intent.OPT_IN, words) for words in stop_words.START),
    (Intent.WHICH, r"cancel|end|quit|revoke|ended"),
    (Intent.HELP, r"help|info|how does this work|what do i do|what is this|whats this"),
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
SIGNS = {
    "\U0001f6d1": Intent.OPT_OUT,
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
    r"|^cancel$"
)


def intents_of(text: str, media: int = 0) -> list[Intent]:
    """Return what a whole text says besides what matters; empty if it is all about that."""
    plain = plain_words(text)
    found = [Intent.MEDIA] if media else []
    if not text.strip() or not any(_visible(char) for char in text):
        return found or [Intent.EMPTY]
    if text.strip() in ("?", "??", "???"):
        return [*found, Intent.HELP]
    if not plain:
        return found + _signs(text)
    found += [intent for intent, pattern in COMPILED if pattern.fullmatch(plain)][:1]
    if cannot_attend(text):
        found.append(Intent.CANNOT_ATTEND)
    return found


def cannot_attend(text: str) -> bool:
    """Return whether a text, or a piece of it, says that they cannot come or want another day."""
    return CANNOT_ATTEND.search(plain_words(text)) is not None


def plain_words(text: str) -> str:
    """Reduce a text to lower-case words without accents, apostrophes and punctuation."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    kept = re.sub(r"['\u2019\u2018`]", "", kept)
    return " ".join(re.sub(r"[^\w/]+", " ", kept).split())


def _signs(text: str) -> list[Intent]:
    found = {SIGNS[char] for char in text if char in SIGNS}
    shown = [char for char in text if _visible(char) and not char.isspace()]
    known = all(char in SIGNS or unicodedata.category(char) in ("Mn", "Sk") for char in shown)
    return sorted(found) if found and known else []


def _visible(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp")
