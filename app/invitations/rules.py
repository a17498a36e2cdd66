"""Whether a text is due, or why it is held (pure): asked anew at the moment of sending."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.invitations.ages import age_reason
from app.invitations.states import Kind, State
from app.invitations.window import (
    NoSendingDay,
    Times,
    ask_from,
    feedback_from,
    feedback_until,
    is_open,
    next_opening,
    remind_from,
    remind_until,
)


class HeldReason(StrEnum):
    """Why a text about an appointment does not go."""

    CANCELLED = "cancelled"
    NOT_BOOKED = "not_booked"
    DECEASED = "deceased"
    DO_NOT_TEXT = "do_not_text"
    NO_MOBILE = "no_mobile"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    BORN_IN_FUTURE = "born_in_future"
    PARENTS_NUMBER = "parents_number"
    OPTED_OUT = "opted_out"
    TRIAL = "trial"
    NO_SAFETY_NET = "no_safety_net"
    ALREADY_ASKED = "already_asked"
    ANSWERED = "answered"
    NOT_ASKED = "not_asked"
    NOT_WANTED = "not_wanted"
    ENOUGH_TEXTS = "enough_texts"
    TOO_LATE = "too_late"
    NO_SENDING_DAY = "no_sending_day"


IN_WORDS = {
    HeldReason.CANCELLED: "the appointment is cancelled",
    HeldReason.NOT_BOOKED: "the appointment is over",
    HeldReason.DECEASED: "the hospital says that they have died",
    HeldReason.DO_NOT_TEXT: "the hospital says not to text them",
    HeldReason.NO_MOBILE: "there is no mobile number for them",
    HeldReason.TOO_YOUNG: "they are younger than 11",
    HeldReason.TOO_OLD: "they are older than 25",
    HeldReason.BORN_IN_FUTURE: "their date of birth lies in the future",
    HeldReason.PARENTS_NUMBER: "the mobile is a parent's: ask for their own",
    HeldReason.OPTED_OUT: "this number has asked for no texts",
    HeldReason.TRIAL: "this is a trial, and the number is not on its list",
    HeldReason.NO_SAFETY_NET: "the clinic needs a lead and a cover person, with tested addresses",
    HeldReason.ALREADY_ASKED: "they have been asked",
    HeldReason.ANSWERED: "they have answered",
    HeldReason.NOT_ASKED: "they were not asked on an earlier day",
    HeldReason.NOT_WANTED: "this clinic does not send it",
    HeldReason.ENOUGH_TEXTS: "four texts about one visit are enough",
    HeldReason.TOO_LATE: "there was no time to text before the visit",
    HeldReason.NO_SENDING_DAY: "the clinic's times leave no day to text on: change the clinic",
}

MOST_PER_APPOINTMENT = 4
# An answer that comes later than this would puzzle more than it helps. Over a long weekend it goes.
ANSWERED_WITHIN = timedelta(days=4)
# How a text that is held ends; whatever is not named here ends as suppressed.
ENDED_AS = {
    HeldReason.CANCELLED: State.CANCELLED,
    HeldReason.NOT_BOOKED: State.CANCELLED,
    HeldReason.TOO_LATE: State.EXPIRED,
}


@dataclass(frozen=True)
class AskFacts:
    """What decides about a text for one appointment.

    `not_texted` is why the hospital does not want the young person texted, or None; `born` None
    where nobody asks (their age was looked at elsewhere). `asked_at` is when the ask went.
    `left` counts the texts about this appointment that have gone, or may have.
    """

    status: str
    starts_at: datetime
    has_mobile: bool
    opted_out: bool
    asked: bool = False
    not_texted: str | None = None
    born: date | None = None
    owner: str = "unknown"
    parents_phone: str = "text"
    outside_trial: bool = False
    no_safety_net: bool = False
    asked_at: datetime | None = None
    answered: bool = False
    wanted: bool = True
    left: int = 0


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


Decision = Due | NotYet | Held


def decide(kind: Kind, facts: AskFacts, times: Times, now: datetime) -> Decision:
    """Decide about one text of a kind for one appointment, now."""
    try:
        return DECIDERS[kind](facts, times, now)
    except NoSendingDay:
        # One clinic's settings must not stand in the way of the others.
        return Held(HeldReason.NO_SENDING_DAY)


def decide_ask(facts: AskFacts, times: Times, now: datetime) -> Decision:
    """Decide about the one text that asks what matters."""
    return decide(Kind.ASK, facts, times, now)


def _ask(facts: AskFacts, times: Times, now: datetime) -> Decision:
    reason = HeldReason.ALREADY_ASKED if facts.asked else _held(facts, times, now)
    if reason is not None:
        return Held(reason)
    return _between(ask_from(facts.starts_at, times), facts.starts_at, times, now)


def _reminder(facts: AskFacts, times: Times, now: datetime) -> Decision:
    """Decide about the one reminder: the day before, to those asked earlier who are silent."""
    reason = _held(facts, times, now)
    opens = remind_from(facts.starts_at, times)
    if reason is None and facts.answered:
        reason = HeldReason.ANSWERED
    if reason is not None or opens is None or facts.asked_at is None:
        return Held(reason or HeldReason.NOT_ASKED)
    if times.local_day(facts.asked_at) >= times.local_day(max(opens, now)):
        # Two texts on one day would be a nuisance, not a reminder.
        return Held(HeldReason.NOT_ASKED)
    return _between(opens, remind_until(facts.starts_at, times), times, now)


def _feedback(facts: AskFacts, times: Times, now: datetime) -> Decision:
    """Decide about the one text after a visit that took place; never after a missed one."""
    # After the visit its status says whether it took place; nobody need have updated it yet.
    took_place = replace(facts, status="booked" if facts.status == "fulfilled" else facts.status)
    reason = _held(took_place, times, now)
    if reason is None and facts.asked_at is None:
        reason = HeldReason.NOT_ASKED
    if reason is not None:
        return Held(reason)
    opens = feedback_from(facts.starts_at, times)
    return _between(opens, feedback_until(facts.starts_at, times), times, now)


def _between(opens: datetime, until: datetime, times: Times, now: datetime) -> Decision:
    """Due in any open window from `opens` and before `until`."""
    at = next_opening(max(now, opens), times)
    if until <= at:
        return Held(HeldReason.TOO_LATE)
    return Due() if at <= now and is_open(now, times) else NotYet(at)


def _answer(facts: AskFacts, times: Times, now: datetime) -> Decision:
    """Decide about what staff chose to answer: also about a visit that is off or over.

    How many texts one visit may have does not count here: somebody has asked us something.
    """
    reason = _held(replace(facts, status="booked", left=0), times, now)
    if reason is not None:
        return Held(reason)
    at = next_opening(now, times)
    return Due() if at <= now else NotYet(at)


DECIDERS = {
    Kind.ASK: _ask,
    Kind.REMINDER: _reminder,
    Kind.FEEDBACK: _feedback,
    Kind.ANSWER: _answer,
}


def deadline_of(kind: Kind, starts_at: datetime, times: Times) -> datetime:
    """Return from when on a text of this kind does not go any more."""
    if kind is Kind.ASK:
        return starts_at
    if kind is Kind.REMINDER:
        return remind_until(starts_at, times)
    return feedback_until(starts_at, times)


def try_again_from(undelivered_at: datetime) -> datetime:
    """Return from when on a text that found a phone out of reach is owed once more."""
    return undelivered_at + timedelta(hours=2)


def _held(facts: AskFacts, times: Times, now: datetime) -> HeldReason | None:
    if facts.status == "cancelled":
        return HeldReason.CANCELLED
    if facts.status != "booked":
        return HeldReason.NOT_BOOKED
    if facts.not_texted is not None:
        return HeldReason(facts.not_texted)
    if not facts.has_mobile:
        return HeldReason.NO_MOBILE
    if facts.opted_out:
        return HeldReason.OPTED_OUT
    if facts.born is not None:
        reason = age_reason(facts.born, facts.owner, facts.parents_phone, times.local_day(now))
        if reason is not None:
            return HeldReason(reason)
    if facts.outside_trial:
        return HeldReason.TRIAL
    if facts.no_safety_net:
        # What is texted back must not be able to lie unseen.
        return HeldReason.NO_SAFETY_NET
    if not facts.wanted:
        return HeldReason.NOT_WANTED
    return HeldReason.ENOUGH_TEXTS if facts.left >= MOST_PER_APPOINTMENT else None
