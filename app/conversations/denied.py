"""What the words of a text deny, however like it they sound (pure): "dont cancel my visit"."""

import re

from app.conversations.intent import Intent
from app.conversations.plain import plain_words

DENIALS = {
    Intent.CANNOT_ATTEND: re.compile(r"\b(?:dont|do not|dnt|never|didnt|not to) cancel\b"),
    Intent.CALL_ME: re.compile(
        r"\binstead of (?:ringing|calling|phoning|a (?:call|phone call))\b|\brather (?:you )?text\b"
        r"|\bte?xts? (?:is|are|r) (?:better|easier|fine|ok|okay|best)\b|\btext me instead\b"
        r"|\b(?:dont|do not|dnt|stop) (?:ring|call|phon)(?:ing|e)?\b"
    ),
}
# Said as well, it holds all the same.
SAID_ALL_THE_SAME = {
    Intent.CANNOT_ATTEND: re.compile(r"\b(?:cant|cannot|can not|wont) (?:come|make|be)\b"),
    Intent.CALL_ME: re.compile(
        r"(?<!dont )(?<!not )(?<!dnt )(?<!stop )\b(?:ring|call|phone) me\b(?! (?:again|any ?more))"
    ),
}


def denied(text: str) -> frozenset[Intent]:
    """Return what a text does not say, whatever rules and weights make of its words.

    >>> sorted(denied("please dont cancel my appointment"))
    [<Intent.CANNOT_ATTEND: 'cannot_attend'>]
    """
    plain = plain_words(text)
    return frozenset(
        intent
        for intent, pattern in DENIALS.items()
        if pattern.search(plain) and not SAID_ALL_THE_SAME[intent].search(plain)
    )
