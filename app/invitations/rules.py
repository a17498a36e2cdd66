"""Whether a text is due, or why it is held (pure): asked anew at the moment of sending."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.invitations.window import Times, ask_from, is_open, next_opening


class HeldReason(StrEnum):
    """Why an appointment is not asked about."""

    CANCELLED = "cancelled"
    NOT_BOOKED = "not_booked"
    DECEASED = "deceased"
    DO_NOT_TEXT = "do_not_text"
    NO_MOBILE = "no_mobile"
    OPTED_OUT = "opted_out"
    ALREADY_ASKED = "already_asked"
    TOO_LATE = "too_late"


IN_WORDS = {
    HeldReason.CANCELLED: "the appointment is cancelled",
    HeldReason.NOT_BOOKED: "the appointment is over",
    HeldReason.DECEASED: "the hospital says that they have died",
    HeldReason.DO_NOT_TEXT: "the hospital says not to text them",
    HeldReason.NO_MOBILE: "there is no mobile number for them",
    HeldReason.OPTED_OUT: "this number has asked for no texts",
    HeldReason.ALREADY_ASKED: "they have been asked",
    HeldReason.TOO_LATE: "there was no time to text before the visit",
}


@dataclass(frozen=True)
class AskFacts:
    """What decides whether an appointment is asked about.

    `not_texted` is why the hospital does not want the young person texted, or None.
    """

    status: str
    starts_at: datetime
    has_mobile: bool
    opted_out: bool
    asked: bool = False
    not_texted: str | None = None


@dataclass(frozen=True)
class Due:
    """The text may go now."""


@dataclass(frozen=True)
class NotYet:
    """The text will be due at this moment, if nothing changes."""

    at: datetime


@dataclass(frozen=True)
class Held:
    """The text does not go, and why."""

    reason: HeldReason


def decide_ask(facts: AskFacts, times: Times, now: datetime) -> Due | NotYet | Held:
    """Decide about the one text that asks what matters, for one appointment, now."""
    reason = _held(facts)
    if reason is not None:
        return Held(reason)
    opens = next_opening(max(now, ask_from(facts.starts_at, times)), times)
    if facts.starts_at <= opens:
        return Held(HeldReason.TOO_LATE)
    return Due() if opens <= now and is_open(now, times) else NotYet(opens)


def _held(facts: AskFacts) -> HeldReason | None:
    if facts.asked:
        return HeldReason.ALREADY_ASKED
    if facts.status == "cancelled":
        return HeldReason.CANCELLED
    if facts.status != "booked":
        return HeldReason.NOT_BOOKED
    if facts.not_texted is not None:
        return HeldReason(facts.not_texted)
    if not facts.has_mobile:
        return HeldReason.NO_MOBILE
    return HeldReason.OPTED_OUT if facts.opted_out else None
