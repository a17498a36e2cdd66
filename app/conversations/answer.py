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
ONCE = ("clarify", "nothing_to_raise", "pictures", "which_stop", "late")
# Of the questions of ours that ask what was meant, a conversation gets one.
CLARIFYING = ("clarify", "which_stop", "which_of_you")
# What was noted is news each time that it has changed.
AS_OFTEN_AS_NEWS = ("noted",)
# Said about the texts themselves, whoever the number belongs to; the gravest first.
ABOUT_TEXTS = (
    (Intent.FORGET, "forget"),
    (Intent.WRONG_NUMBER, "wrong_number"),
    (Intent.OPT_OUT, "stopped"),
    (Intent.OPT_IN, "started"),
    (Intent.PAUSE, "paused"),
    (Intent.HELP, "who_we_are"),
    (Intent.WHO, "who_we_are"),
)
# What a machine must not talk to.
NO_TALK = frozenset({Intent.SPAM, Intent.AUTO_REPLY, Intent.BEREAVEMENT})
# What only people can say or do.
FOR_THE_DESK = frozenset({Intent.APPOINTMENT_QUESTION, Intent.RUNNING_LATE, Intent.CALL_ME})
# Besides what matters, this stands on somebody's sheet too, and so it must be known whose.
NEEDS_A_VISIT = frozenset(
    {
        *(Intent.NOTHING, Intent.CANNOT_ATTEND, Intent.RUNNING_LATE, Intent.ATTENDING),
        *(Intent.CALL_ME, Intent.COMPLAINT),
    }
)


@dataclass(frozen=True)
class Said:
    """What decides about an answer.

    `given_today` are the kinds of our answers to this number in the last 24 hours, the oldest
    first; `kinds_before` are the answers this conversation has had; `has_desk` that we know which
    clinic's desk to name. `provider_answered` means that the provider has replied itself, as Twilio
    does for its own opt-out words; `stopped_because` is why texts to them are stopped by now.
    `can_note` means that their words may be said back, `can_ask_whom` that several were asked and
    can be told apart by their first names. `discreet` is who says that others read this phone.
    """

    intents: Sequence[Intent]
    has_priorities: bool
    is_matched: bool
    given_today: Sequence[str] = ()
    kinds_before: Sequence[str] = ()
    has_desk: bool = False
    provider_answered: bool = False
    stopped_because: frozenset[str] = frozenset()
    can_note: bool = False
    can_ask_whom: bool = False
    asks_ideas: bool = False
    is_late: bool = False
    discreet: bool = False
    about_feedback: bool = False


def choose(said: Said) -> str | None:
    """Return the name of the template to answer with, or None."""
    # After a death nothing is answered by a machine any more.
    if said.provider_answered or "bereavement" in said.stopped_because:
        return None
    name = wanted(said)
    if name is None or (name in ONCE and _was_asked(name, said)):
        return None
    if name in ALWAYS:
        return name if _is_news(name, said) else None
    full = len(said.given_today) >= MOST_ANSWERS_A_DAY
    again = name in said.given_today and name not in AS_OFTEN_AS_NEWS
    return None if full or again else name


def _was_asked(name: str, said: Said) -> bool:
    asked = CLARIFYING if name == "clarify" else (name,)
    return bool(set(asked) & set(said.kinds_before))


def _is_news(name: str, said: Said) -> bool:
    """Whether a stop or a start has not been confirmed yet, and is true."""
    if name == "started" and said.stopped_because:
        return False
    told = [kind for kind in said.given_today if kind in ALWAYS]
    return len(said.given_today) < MOST_OF_ALL_A_DAY and told[-1:] != [name]


def wanted(said: Said) -> str | None:
    """Return the name of the template that would fit, whatever was answered before."""
    if NO_TALK & set(said.intents):
        return None
    if Intent.ABUSE in said.intents:
        return "stopped" if Intent.OPT_OUT in said.intents else None
    name = next((name for intent, name in ABOUT_TEXTS if intent in said.intents), None)
    if name == "who_we_are":
        return _who_we_are(said)
    if name is not None:
        return name
    if Intent.WHICH in said.intents and said.has_desk:
        asked_before = "clarify" in said.kinds_before and said.is_matched
        return "booking" if asked_before else "which_stop"
    if said.is_matched:
        return _about_the_visit(said)
    return _about_nobody_yet(said)


def _who_we_are(said: Said) -> str:
    if said.asks_ideas:
        return "ideas"
    return "carers" if Intent.PROXY in said.intents else "who_we_are"


def _about_nobody_yet(said: Said) -> str | None:
    """What is answered where several were asked: whom it is about, if it must be known."""
    if not said.can_ask_whom:
        return None
    if said.has_priorities or NEEDS_A_VISIT & set(said.intents):
        return "which_of_you"
    return "privacy" if Intent.PRIVACY in said.intents and not said.discreet else None


def _about_the_visit(said: Said) -> str | None:
    if Intent.CANNOT_ATTEND in said.intents:
        return "booking"
    if Intent.PRIVACY in said.intents:
        return "thanks" if said.discreet else "privacy"
    if FOR_THE_DESK & set(said.intents) and said.has_desk:
        return "desk"
    if said.is_late:
        return _after_the_visit(said)
    if said.has_priorities:
        return "noted" if said.can_note else "thanks"
    for intent, name in (
        (Intent.NOTHING, "nothing_to_raise"),
        (Intent.MEDIA, "pictures"),
        (Intent.UNCLEAR, "clarify"),
        (Intent.EMPTY, "clarify"),
    ):
        if intent in said.intents:
            return name
    return None


def _after_the_visit(said: Said) -> str | None:
    """Who names what matters when the visit is over is told so; a nod or a score needs no word."""
    if said.has_priorities or (Intent.NOTHING in said.intents and not said.about_feedback):
        return "late" if said.has_desk else None
    return "pictures" if Intent.MEDIA in said.intents else None
