"""The things that a text says besides what matters (pure)."""

from enum import StrEnum


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
    PAUSE = "pause"
    PRIVACY = "privacy"
    APPOINTMENT_QUESTION = "appointment_question"
    ATTENDING = "attending"
    RUNNING_LATE = "running_late"
    CALL_ME = "call_me"
    MOVED = "moved"
    PROXY = "proxy"
    LANGUAGE = "language"
    COMPLAINT = "complaint"
    JOKE = "joke"
    ABUSE = "abuse"
    SPAM = "spam"
    AUTO_REPLY = "auto_reply"


# What a text may say that ends all texts to somebody by itself.
ENDS_TEXTS = frozenset({Intent.OPT_OUT, Intent.FORGET, Intent.BEREAVEMENT})
