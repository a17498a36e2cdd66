"""What we text back (pure): which template, if any; never an answer to thanks, nor to a machine."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.conversations.intents import Intent

# A robot that answers robots must come to an end.
MOST_ANSWERS_A_DAY = 3
# Who says stop or start is told that it is heard, also the fourth time in a day.
ALWAYS = ("stopped", "started")
# Answers to what somebody says about their visit: one of these a day is enough.
CHAT = frozenset({"thanks", "nothing_to_raise", "pictures", "clarify"})
# Twice in one conversation would teach them to ignore us.
ONCE = ("clarify", "nothing_to_raise", "pictures", "which_stop")
# Said about the texts themselves, whoever the number belongs to; the gravest first.
ABOUT_TEXTS = (
    (Intent.FORGET, "forget"),
    (Intent.WRONG_NUMBER, "wrong_number"),
    (Intent.OPT_OUT, "stopped"),
    (Intent.OPT_IN, "started"),
    (Intent.HELP, "who_we_are"),
    (Intent.WHO, "who_we_are"),
)


@dataclass(frozen=True)
class Said:
    """What decides about an answer.

    `given_today` are the kinds of our answers to this number in the last 24 hours, the oldest
    first; `kinds_before` are the answers this conversation has had; `provider_answered` means that
    the provider has replied itself, as Twilio does for its own opt-out words; `echoes` that the
    text repeats ours, as a machine does.
    """

    intents: Sequence[Intent]
    has_priorities: bool
    is_matched: bool
    given_today: Sequence[str]
    kinds_before: Sequence[str]
    provider_answered: bool = False
    echoes: bool = False


def choose(said: Said) -> str | None:
    """Return the name of the template to answer with, or None."""
    if said.provider_answered or said.echoes or Intent.BEREAVEMENT in said.intents:
        return None
    name = _wanted(said)
    if name is None or (name in ONCE and name in said.kinds_before):
        return None
    if name in ALWAYS:
        # Once for each change: a machine that says stop for ever is told once.
        told = [kind for kind in said.given_today if kind in ALWAYS]
        return None if told and told[-1] == name else name
    chatted = name in CHAT and not CHAT.isdisjoint(said.given_today)
    full = len(said.given_today) >= MOST_ANSWERS_A_DAY
    return None if chatted or full or name in said.given_today else name


def _wanted(said: Said) -> str | None:
    for intent, name in ABOUT_TEXTS:
        if intent in said.intents:
            return name
    if not said.is_matched:
        return None
    if Intent.WHICH in said.intents:
        return "which_stop"
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
