"""What the provider's error codes mean for us: a table, so that it can be read and added to.

Twilio says its codes are subject to change: one that is not here is kept and shown to a person.
"""

from enum import StrEnum


class Meaning(StrEnum):
    """What a code asks of us."""

    OPTED_OUT = "opted_out"
    CONFIGURATION = "configuration"
    NUMBER = "number"
    CONTENT = "content"
    UNREACHABLE = "unreachable"
    PERHAPS = "perhaps"
    UNKNOWN = "unknown"


MEANINGS = {
    "20003": Meaning.CONFIGURATION,  # credentials
    "20404": Meaning.CONFIGURATION,  # no such account
    "20429": Meaning.PERHAPS,  # too many requests: nothing is lost, all wait
    "21212": Meaning.CONFIGURATION,  # the sender is not a number
    "21211": Meaning.NUMBER,  # not a number
    "21408": Meaning.CONFIGURATION,  # region not enabled
    "21606": Meaning.CONFIGURATION,  # the sender cannot text
    "21608": Meaning.CONFIGURATION,  # a trial account
    "21610": Meaning.OPTED_OUT,  # they texted STOP to the provider
    "21612": Meaning.NUMBER,  # cannot be routed
    "21614": Meaning.NUMBER,  # not a mobile
    "21617": Meaning.CONTENT,  # too long
    "21703": Meaning.CONFIGURATION,  # the service has no number
    "30001": Meaning.PERHAPS,  # the network's queue was full
    "30002": Meaning.CONFIGURATION,  # account suspended
    "30003": Meaning.UNREACHABLE,  # handset off or out of reach
    "30004": Meaning.NUMBER,  # blocked
    "30005": Meaning.NUMBER,  # nobody has this number
    "30006": Meaning.NUMBER,  # a landline
    "30007": Meaning.CONTENT,  # filtered by the carrier
    "30008": Meaning.PERHAPS,  # no reason given: it may have arrived, and is not sent again
    "30029": Meaning.CONFIGURATION,  # retention setting not enabled
    "30034": Meaning.CONFIGURATION,  # sender not registered
}

WORDS = {
    Meaning.OPTED_OUT: "They have asked the network for no more texts.",
    Meaning.CONFIGURATION: "The texting account needs mending: run whatmatters doctor.",
    Meaning.NUMBER: "The number takes no texts. Ask for another mobile.",
    Meaning.CONTENT: "The network would not carry these words. Tell the service's administrator.",
    Meaning.UNREACHABLE: "The phone could not be reached. It may be off or out of range.",
    Meaning.PERHAPS: "The network lost track of it: it may have arrived. It is not sent again.",
    Meaning.UNKNOWN: "The network gave a code nobody here knows: it needs a look.",
}


def meaning_of(code: str | None) -> Meaning:
    """Return what a code asks of us; UNKNOWN for one that is not in the table."""
    return MEANINGS.get(code or "", Meaning.UNKNOWN)


def is_known_code(code: str) -> bool:
    """Return whether a code is in the table; others are shown to a person."""
    return code in MEANINGS


def in_words(code: str | None) -> str:
    """Say what a code means and what to do."""
    return WORDS[meaning_of(code)]
