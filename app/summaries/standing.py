"""How one appointment honestly stands, from what was sent and what came back (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.invitations.rules import IN_WORDS, AskFacts, Due, Held, HeldReason, NotYet, decide_ask
from app.invitations.states import State
from app.invitations.window import Times
from app.summaries.lines import LineState

NOT_DELIVERED = {State.UNDELIVERED, State.FAILED, State.REJECTED}
OTHER_REASONS = {
    "by_hand": "somebody at the clinic took the text back",
    "left_alone": "they wanted no more texts about this visit",
    "changed": "the visit changed while its text was under way",
    "too_many_tries": "the text was put off too often",
}
IN_DOUBT = {State.IN_DOUBT, State.UNRESOLVED, State.SUBMITTING}
WENT = {State.ACCEPTED, State.SENT, State.DELIVERED, State.NO_RECEIPT}


@dataclass(frozen=True)
class Known:
    """What decides how a line stands. `ask_state` and `ask_reason` are of the ask, if there is one.

    `code_in_words` says what the provider's error code means.
    """

    facts: AskFacts
    times: Times
    ask_state: State | None
    ask_reason: str
    code_in_words: str
    has_priorities: bool
    intents: Sequence[str]
    has_replies: bool
    has_unplaced: bool


def standing(known: Known, *, now: datetime) -> tuple[LineState, str]:
    """Return how a line stands and, where that needs saying, why."""
    if known.facts.status == "cancelled":
        return LineState.CANCELLED, ""
    if known.has_priorities:
        return LineState.ANSWERED, ""
    if "nothing" in known.intents:
        return LineState.NOTHING_TO_RAISE, ""
    if known.has_unplaced:
        return LineState.TO_PLACE, ""
    if known.facts.opted_out:
        return LineState.OPTED_OUT, ""
    if known.has_replies:
        return LineState.REPLIED, ""
    return _of_the_ask(known, now)


def _of_the_ask(known: Known, now: datetime) -> tuple[LineState, str]:
    state = known.ask_state
    if state in NOT_DELIVERED:
        return LineState.NOT_DELIVERED, known.code_in_words
    if state in IN_DOUBT:
        return LineState.IN_DOUBT, ""
    if state in WENT:
        return LineState.NO_REPLY, "" if state is State.DELIVERED else _on_its_way(state)
    if state in (State.READY, State.CLAIMED):
        return LineState.WAITING, ""
    if state is not None and state is not State.PLANNED:
        return LineState.NOT_ASKED, _reason_in_words(known.ask_reason)
    return _not_asked(known, now)


def _on_its_way(state: State) -> str:
    if state is State.NO_RECEIPT:
        return "The network never said whether the text arrived."
    return "The network has the text and has not yet said that it arrived."


def _not_asked(known: Known, now: datetime) -> tuple[LineState, str]:
    match decide_ask(known.facts, known.times, now):
        case Held(reason=HeldReason.OPTED_OUT):
            return LineState.OPTED_OUT, ""
        case Held(reason=reason):
            return LineState.NOT_ASKED, IN_WORDS[reason]
        case NotYet(at=moment):
            return LineState.WAITING, _due_in_words(moment, known.times)
        case Due():
            return LineState.WAITING, "The text goes out within minutes."


def _due_in_words(moment: datetime, times: Times) -> str:
    return f"The text goes out on {times.local_day(moment):%A %-d %B}."


def _reason_in_words(reason: str) -> str:
    known = {each.value: words for each, words in IN_WORDS.items()}
    return known.get(reason, OTHER_REASONS.get(reason, "the text could not be written"))
