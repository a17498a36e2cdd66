"""What the pages of texts say (pure): each state of a text in words, and what there is to do."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.invitations.board_words import (
    GONE,
    KINDS,
    NOTICES,
    PUT_OFF,
    RING,
    STATES,
    TO_GO,
    UNDER_WAY,
)
from app.invitations.rules import IN_WORDS, Decision, Held, HeldReason, NotYet
from app.invitations.states import NEVER_LEFT, Kind, State
from app.sms.codes import in_words

CANNOT_BE_READ = "cannot_be_read"
OWN_REASONS = {
    "by_hand": "somebody at the clinic took it back",
    "left_alone": "they swore at us: no more texts about this visit",
    "changed": "the visit changed while it was under way; a new one is owed",
    "cannot_be_written": "it could not be written: tell the service's administrator",
    "too_many_tries": "it was put off too often: tell the service's administrator",
    "found_after_restore": "Twilio holds a text to this phone that fits nothing here",
    CANNOT_BE_READ: "the details cannot be read: tell the service's administrator",
}
REASONS = {each.value: words for each, words in IN_WORDS.items()} | OWN_REASONS
TAKES_BACK = (State.PLANNED, State.READY)
UNLESS = "Only if they have not answered by then."
ASK_ANOTHER_WAY = "Ask them at the visit, or ring them before it."
# The parts of a day's count, in the order they are said.
TO_GO_NOW, ARRIVED, NOT_ARRIVED = "to go", "delivered", "not delivered"
ON_ITS_WAY, IN_QUESTION, HELD, NOT_SENT = "on its way", "in question", "held", "not sent"
BY = {
    "scheduler": "the service itself",
    "webhook": "the service itself",
    "command line": "the command line",
}


@dataclass(frozen=True)
class BoardText:
    """One text about a visit: owed, gone or held; `words` are exactly what goes or went.

    `at` is when it went; `decision` what the rules say of one that has not gone.
    """

    kind: Kind
    state: State | None
    decision: Decision | None = None
    at: datetime | None = None
    reason: str = ""
    error_code: str = ""
    words: str = ""
    invitation_id: UUID | None = None

    @property
    def is_held(self) -> bool:
        """Whether it has not gone, and will not as things stand."""
        not_gone = self.state is None or self.state in TAKES_BACK
        return not_gone and (isinstance(self.decision, Held) or self.reason == CANNOT_BE_READ)


def moment_in_words(moment: datetime, zone: str) -> str:
    """Write a moment in the clinic's own time.

    >>> from datetime import UTC
    >>> moment_in_words(datetime(2026, 5, 8, 15, 0, tzinfo=UTC), "Europe/London")
    'Friday 8 May, 4pm'
    """
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local:%A %-d %B}, {time_in_words(moment, zone)}"


def time_in_words(moment: datetime, zone: str) -> str:
    """Write the time of day of a moment in the clinic's own time, as in 10.30am."""
    local = moment.astimezone(ZoneInfo(zone))
    clock_time = f"{local:%-I.%M}" if local.minute else f"{local:%-I}"
    return f"{clock_time}{'am' if local.hour < 12 else 'pm'}"


@dataclass(frozen=True)
class BoardVisit:
    """One visit of a day with its texts in the order they go."""

    appointment_id: UUID
    starts_at: datetime
    name: str
    status: str
    texts: tuple[BoardText, ...]


def visit_lines(visit: BoardVisit, zone: str, stands_still: bool) -> dict[str, object]:
    """Say of one visit when and whose it is, and how each of its texts stands."""
    return {
        "key": str(visit.appointment_id),
        "time": time_in_words(visit.starts_at, zone),
        "name": visit.name,
        "off": visit.status == "cancelled",
        "texts": [text_line(text, zone, stands_still=stands_still) for text in visit.texts],
    }


def day_line(day: date, visits: int, counts: Mapping[str, int]) -> dict[str, str]:
    """Say of one day of a clinic how many visits there are, and how their texts stand.

    >>> day_line(date(2026, 5, 12), 1, {"to go": 1})["words"]
    'Tuesday 12 May'
    """
    return {
        "day": day.isoformat(),
        "words": f"{day:%A %-d %B}",
        "visits": "1 visit" if visits == 1 else f"{visits} visits",
        "summary": summary(counts),
    }


def text_line(text: BoardText, zone: str, *, stands_still: bool = False) -> dict[str, object]:
    """Say of one text what it is, how it stands and what to do, as the page shows it."""
    label, colour, says = _standing(text, zone, stands_still)
    return {
        "id": text.invitation_id,
        "kind": KINDS[text.kind],
        "label": label,
        "colour": colour,
        "says": says,
        "words": text.words,
        "goes": text.state is None or text.state in TO_GO,
        "wants_net": _wants_net(text),
        "may_be_cancelled": text.state in TAKES_BACK and text.invitation_id is not None,
    }


def _wants_net(text: BoardText) -> bool:
    """Whether it waits, or did not go, because nobody is told of the clinic's concerns."""
    net = HeldReason.NO_SAFETY_NET
    if isinstance(text.decision, Held) and text.is_held:
        return text.decision.reason is net
    return text.state in NEVER_LEFT and text.reason == net.value


def _standing(text: BoardText, zone: str, stands_still: bool) -> tuple[str, str, str]:
    if isinstance(text.decision, Held) and text.is_held:
        late = text.decision.reason is HeldReason.TOO_LATE
        label = "Not asked: too late" if late and text.kind is Kind.ASK else "Held"
        return label, "orange", _sentence(IN_WORDS[text.decision.reason])
    if text.is_held:
        return "Held", "orange", _sentence(OWN_REASONS[CANNOT_BE_READ])
    state = text.state
    if state is None or state in TAKES_BACK:
        return "To go", "blue", _when_it_goes(text, zone, stands_still)
    label, colour, says = STATES[state]
    if state in NEVER_LEFT:
        return label, colour, _why_not(text)
    if text.error_code:
        says = f"{says} {in_words(text.error_code)}"
    if text.reason == "found_after_restore":
        says = f"{_sentence(OWN_REASONS[text.reason])} {says}"
    sent = f"{moment_in_words(text.at, zone)}. " if text.at is not None else ""
    return label, colour, f"{sent}{says}".strip()


def _when_it_goes(text: BoardText, zone: str, stands_still: bool) -> str:
    why = UNLESS if text.kind is Kind.REMINDER else ""
    why = PUT_OFF.get(text.reason, why)
    if isinstance(text.decision, NotYet):
        return f"{moment_in_words(text.decision.at, zone)}. {why}".strip()
    return f"{'As soon as sending goes on.' if stands_still else 'Within minutes.'} {why}".strip()


def _why_not(text: BoardText) -> str:
    if text.error_code:
        return in_words(text.error_code)
    if text.kind is Kind.HELP and text.state is State.EXPIRED:
        return "It could not go within a day of their text."
    return _sentence(REASONS.get(text.reason, "it was not sent"))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def failure_line(text: BoardText, starts_at: datetime, zone: str) -> dict[str, object]:
    """Say of a text that reached nobody what happened, about which visit, and what to do."""
    known = text.state is State.UNRESOLVED
    to_do = ASK_ANOTHER_WAY if text.state in (State.EXPIRED, State.REJECTED) else RING
    return {
        **text_line(text, zone),
        "to_do": "" if known else to_do,
        "visit": moment_in_words(starts_at, zone),
    }


def notice_in_words(kind: str) -> tuple[str, str]:
    """Return what happened and what to do about one thing that a person must look at."""
    known = {each.value: words for each, words in NOTICES.items()}
    return known.get(kind, ("Something about a text needs a look.", "Open the visit."))


def by_in_words(by: str, name: str) -> str:
    """Say who did something: a member of staff by name, else the service or the command line.

    >>> by_in_words("scheduler", "scheduler"), by_in_words("staff:1", "Pat Lindqvist")
    ('the service itself', 'Pat Lindqvist')
    """
    return BY.get(by, name) or "somebody who has left"


def counted(texts: Iterable[BoardText]) -> Counter[str]:
    """Count the texts of a day by how they stand."""
    return Counter(_group(text) for text in texts)


def summary(counts: Mapping[str, int]) -> str:
    """Say the count of a day's texts in one line.

    >>> summary({"delivered": 2, "on its way": 1, "to go": 1})
    '3 gone (2 delivered), 1 to go'
    """
    gone = sum(counts.get(name, 0) for name in (ARRIVED, NOT_ARRIVED, ON_ITS_WAY))
    known = [f"{counts[name]} {name}" for name in (ARRIVED, NOT_ARRIVED) if counts.get(name)]
    said = [f"{gone} gone ({', '.join(known)})" if known else f"{gone} gone"] if gone else []
    rest = (TO_GO_NOW, IN_QUESTION, HELD, NOT_SENT)
    said += [f"{counts[name]} {name}" for name in rest if counts.get(name)]
    return ", ".join(said) or "no texts"


def _group(text: BoardText) -> str:
    if text.is_held or text.state is State.SUPPRESSED:
        late = text.decision == Held(HeldReason.TOO_LATE)
        return NOT_SENT if late else HELD
    if text.state is None or text.state in TO_GO:
        return TO_GO_NOW
    if text.state in UNDER_WAY:
        return IN_QUESTION
    if text.state in GONE:
        ended = {
            State.DELIVERED: ARRIVED,
            State.UNDELIVERED: NOT_ARRIVED,
            State.FAILED: NOT_ARRIVED,
        }
        return ended.get(text.state, ON_ITS_WAY)
    return NOT_SENT
