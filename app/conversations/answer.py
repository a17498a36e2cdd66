"""What we text back (pure): which template, if any; never an answer to thanks."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.conversations.intents import Intent

# A robot that answers robots must come to an end.
MOST_ANSWERS_A_DAY = 3
ALWAYS = ("stopped", "started")


@dataclass(frozen=True)
class Said:
    """What decides about an answer.

    `answered_today` counts our answers to this number in the last 24 hours; `kinds_before` are the
    answers this conversation has had; `provider_answered` means that the provider has replied
    itself, as Twilio does for its own opt-out words.
    """

    intents: Sequence[Intent]
    has_priorities: bool
    is_matched: bool
    answered_today: int
    kinds_before: Sequence[str]
    provider_answered: bool = False


def choose(said: Said) -> str | None:
    """Return the name of the template to answer with, or None."""
    if said.provider_answered:
        return None
    name = _wanted(said)
    if name is None:
        return None
    # At most one text of this kind in a conversation: twice would teach them to ignore us.
    if name in ("clarify", "nothing_to_raise", "pictures") and name in said.kinds_before:
        return None
    if said.answered_today >= MOST_ANSWERS_A_DAY and name not in ALWAYS:
        return None
    return name


def _wanted(said: Said) -> str | None:
    for intent, name in (
        (Intent.OPT_OUT, "stopped"),
        (Intent.OPT_IN, "started"),
        (Intent.HELP, "who_we_are"),
        (Intent.WHO, "who_we_are"),
    ):
        if intent in said.intents:
            return name
    if not said.is_matched:
        return None
    if Intent.CANNOT_ATTEND in said.intents:
        return "booking"
    if said.has_priorities:
        return "thanks"
    for intent, name in (
        (Intent.NOTHING, "nothing_to_raise"),
        (Intent.MEDIA, "pictures"),
        (Intent.UNCLEAR, "clarify"),
        (Intent.EMPTY, "clarify"),
    ):
        if intent in said.intents:
            return name
    return None
