"""What we text back (pure): which template, if any; never an answer to thanks, nor to a machine."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.conversations.intent import Intent

# A robot that answers robots must come to an end.
MOST_ANSWERS_A_DAY = 3
# Who says stop or start is told that it is heard, also the fourth time in a day: but not for ever.
ALWAYS = ("stopped", "started")
MOST_OF_ALL_A_DAY = 10
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
# What only people can say or do.
FOR_THE_DESK = frozenset({Intent.APPOINTMENT_QUESTION, Intent.RUNNING_LATE, Intent.CALL_ME})


@dataclass(frozen=True)
class Said:
    """What decides about an answer.

    `given_today` are the kinds of our answers to this number in the last 24 hours, the oldest
    first; `kinds_before` are the answers this conversation has had; `has_desk` that we know which
    clinic's desk to name. `provider_answered` means that the provider has replied itself, as Twilio
    does for its own opt-out words; `stopped_because` is why texts to them are stopped by now.
    """

    intents: Sequence[Intent]
    has_priorities: bool
    is_matched: bool
    given_today: Sequence[str] = ()
    kinds_before: Sequence[str] = ()
    has_desk: bool = False
    provider_answered: bool = False
    stopped_because: frozenset[str] = frozenset()


def choose(said: Said) -> str | None:
    """Return the name of the template to answer with, or None."""
    # After a death nothing is answered by a machine any more.
    if said.provider_answered or "bereavement" in said.stopped_because:
        return None
    name = wanted(said)
    if name is None or (name in ONCE and name in said.kinds_before):
        return None
    if name in ALWAYS:
        return name if _is_news(name, said) else None
    full = len(said.given_today) >= MOST_ANSWERS_A_DAY
    return None if full or name in said.given_today else name


def _is_news(name: str, said: Said) -> bool:
    """Whether a stop or a start has not been confirmed yet, and is true."""
    if name == "started" and said.stopped_because:
        return False
    told = [kind for kind in said.given_today if kind in ALWAYS]
    return len(said.given_today) < MOST_OF_ALL_A_DAY and told[-1:] != [name]


def wanted(said: Said) -> str | None:
    """Return the name of the template that would fit, whatever was answered before."""
    for intent, name in ABOUT_TEXTS:
        if intent in said.intents:
            return name
    if Intent.BEREAVEMENT in said.intents:
        return None
    if Intent.WHICH in said.intents and said.has_desk:
        return "which_stop"
    return _about_the_visit(said) if said.is_matched else None


def _about_the_visit(said: Said) -> str | None:
    if Intent.CANNOT_ATTEND in said.intents:
        return "booking"
    if Intent.PRIVACY in said.intents:
        return "privacy"
    if FOR_THE_DESK & set(said.intents) and said.has_desk:
        return "desk"
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
