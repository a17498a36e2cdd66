"""What becomes of a text that may have gone (pure): found, looked for again, owed again, given up.

Presence is proof at once, absence only after a time in which anything that was under way must have
arrived and become visible, and then only when two whole look-ups, some minutes apart, found
nothing. What cannot be told is never taken for absence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

# A worker frozen for longer than this between mark and call must not make the call.
FRESH = timedelta(seconds=5)
# Longer than a call can be under way, plus what the provider's list may lag, plus clocks that err.
GRACE = timedelta(minutes=30)
LOOKS_APART = timedelta(minutes=5)
CLEAN_LOOKS = 2
MOST_TRIES = 3
# The provider's clock may be behind ours by so much.
CLOCKS_APART = timedelta(minutes=5)
# A call that is younger may still be answered; before that nobody looks.
FIRST_LOOK = timedelta(minutes=1)


@dataclass(frozen=True)
class Found:
    """The provider's list holds the text, under these ids."""

    sids: Sequence[str]


@dataclass(frozen=True)
class Absent:
    """A whole list, read to where the text would have to stand, does not hold it."""


@dataclass(frozen=True)
class CannotTell:
    """The list could not be read, or not to its end: this says nothing."""


Look = Found | Absent | CannotTell


@dataclass(frozen=True)
class Doubt:
    """A text in question: when its last call began, how many may have gone, what was looked at.

    `absences` counts the clean look-ups that counted, `absent_at` is when the last one was.
    """

    started_at: datetime
    tries: int
    deadline: datetime
    absences: int = 0
    absent_at: datetime | None = None


@dataclass(frozen=True)
class Went:
    """It went: take this id. Any others are duplicates, and an incident."""

    sid: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class StillInDoubt:
    """Look again at `look_at`; so many absences count by now."""

    absences: int
    absent_at: datetime | None
    look_at: datetime


@dataclass(frozen=True)
class OweAgain:
    """It certainly never arrived, and there is time: it is due again."""


@dataclass(frozen=True)
class GiveUp:
    """Nobody will ever know, or it was tried often enough: a person decides, it is not sent."""


def is_fresh(started_at: datetime, now: datetime) -> bool:
    """Return whether the mark is young enough for the call to be made."""
    return timedelta(0) <= now - started_at <= FRESH


def after_look(doubt: Doubt, look: Look, now: datetime) -> Went | StillInDoubt | OweAgain | GiveUp:
    """Decide about a text in question after looking for it at the provider."""
    if isinstance(look, Found):
        first, *others = look.sids
        return Went(first, tuple(others))
    over = now >= doubt.deadline
    if isinstance(look, CannotTell) or now - doubt.started_at <= GRACE:
        if over and now - doubt.started_at > GRACE:
            return GiveUp()
        return StillInDoubt(doubt.absences, doubt.absent_at, _next_look(doubt, now))
    absences, absent_at = doubt.absences, doubt.absent_at
    if absent_at is None or now - absent_at >= LOOKS_APART:
        absences, absent_at = absences + 1, now
    if absences < CLEAN_LOOKS:
        return StillInDoubt(absences, absent_at, now + LOOKS_APART)
    return GiveUp() if over or doubt.tries >= MOST_TRIES else OweAgain()


def _next_look(doubt: Doubt, now: datetime) -> datetime:
    """Look often while a young call may show at any moment, then every few minutes."""
    after_grace = doubt.started_at + GRACE + timedelta(seconds=1)
    return min(now + LOOKS_APART, after_grace) if now < after_grace else now + LOOKS_APART
