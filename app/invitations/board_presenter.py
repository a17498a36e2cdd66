"""What the pages of texts say (pure): each state of a text in words, and what there is to do."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.invitations.board_words import (
    GONE,
    KINDS,
    NOTICES,
    PUT_OFF,
    STATES,
    TO_GO,
    UNDER_WAY,
)
from app.invitations.rules import IN_WORDS, Held, HeldReason, NotYet
from app.invitations.states import NEVER_LEFT, Kind, State
from app.sms.codes import in_words

OWN_REASONS = {
    "by_hand": "somebody at the clinic took it back",
    "changed": "the visit changed while it was under way; a new one is owed",
    "cannot_be_written": "it could not be written: tell the service's administrator",
    "too_many_tries": "it was put off too often",
    "found_after_restore": "Twilio holds a text to this phone that fits nothing here",
}
TAKES_BACK = (State.PLANNED, State.READY)


def moment_in_words(moment: datetime, zone: str) -> str:
    """Write a moment in the clinic's own time.

    >>> from datetime import UTC
    >>> moment_in_words(datetime(2026, 5, 8, 15, 0, tzinfo=UTC), "Europe/London")
    'Friday 8 May, 4pm'
    """
    local = moment.astimezone(ZoneInfo(zone))
    clock_time = f"{local:%-I.%M}" if local.minute else f"{local:%-I}"
    return f"{local:%A %-d %B}, {clock_time}{'am' if local.hour < 12 else 'pm'}"


def text_line(
    kind: Kind,
    state: State | None,
    words: str,
    at: datetime | None,
    decision: object,
    reason: str,
    error_code: str,
    zone: str,
) -> dict[str, object]:
    """Say of one text what it is, how it stands and what to do, as the page shows it."""
    label, colour, says = _standing(state, at, decision, reason, error_code, zone)
    return {
        "kind": KINDS[kind],
        "label": label,
        "colour": colour,
        "says": says,
        "words": words,
        "may_be_cancelled": state in TAKES_BACK,
        "state": state.value if state else "",
    }


def _standing(
    state: State | None,
    at: datetime | None,
    decision: object,
    reason: str,
    error_code: str,
    zone: str,
) -> tuple[str, str, str]:
    if isinstance(decision, Held):
        late = decision.reason is HeldReason.TOO_LATE and state is None
        label = "Not asked: too late" if late else "Held"
        return label, "orange", _sentence(IN_WORDS[decision.reason])
    if state is None or state in TAKES_BACK:
        return "To go", "blue", _when_it_goes(at, decision, reason, zone)
    label, colour, says = STATES[state]
    if state in NEVER_LEFT:
        return label, colour, _why_not(reason, error_code)
    if error_code:
        says = f"{says} {in_words(error_code)}"
    sent = f"{moment_in_words(at, zone)}. " if at is not None else ""
    return label, colour, f"{sent}{says}".strip()


def _when_it_goes(at: datetime | None, decision: object, reason: str, zone: str) -> str:
    if isinstance(decision, NotYet):
        at = decision.at if at is None else max(at, decision.at)
    when = f"{moment_in_words(at, zone)}." if at is not None else "Within minutes."
    return f"{when} {PUT_OFF.get(reason, '')}".strip()


def _why_not(reason: str, error_code: str) -> str:
    if error_code:
        return in_words(error_code)
    known = {each.value: words for each, words in IN_WORDS.items()} | OWN_REASONS
    return _sentence(known.get(reason, "it was not sent"))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def notice_in_words(kind: str) -> tuple[str, str]:
    """Return what happened and what to do about one thing that a person must look at."""
    known = {each.value: words for each, words in NOTICES.items()}
    return known.get(kind, ("Something about a text needs a look.", "Open the visit."))


def summary(states: Mapping[str, int]) -> str:
    """Count the texts of a day in one line.

    >>> summary({"delivered": 2, "planned": 1, "in_doubt": 1})
    '1 to go, 2 gone, 1 being looked up'
    """
    counted: Counter[str] = Counter()
    for state, number in states.items():
        counted[_group(State(state))] += number
    order: Sequence[str] = ("to go", "gone", "being looked up", "not sent")
    said = [f"{counted[name]} {name}" for name in order if counted[name]]
    return ", ".join(said) or "nothing yet"


def _group(state: State) -> str:
    if state in TO_GO:
        return "to go"
    if state in GONE:
        return "gone"
    return "being looked up" if state in UNDER_WAY else "not sent"
