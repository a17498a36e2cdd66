"""Whose reply this is (pure): by what was sent to that number, never by guess."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.invitations.sent import SentAsk

# A reply that comes later than this after the visit is about nothing we asked.
OPEN_AFTER_VISIT = timedelta(days=14)
# Clinics run late, and so do buses: until then a reply may still be meant for this visit.
OVER_AFTER = timedelta(hours=2)


@dataclass(frozen=True)
class Matched:
    """The reply belongs to this appointment; `either` are others of theirs it may be about too.

    `chosen` says that the sender named whom it is about, on a phone where several were asked.
    """

    appointment_id: UUID
    either: tuple[UUID, ...] = ()
    chosen: bool = False


@dataclass(frozen=True)
class Several:
    """More than one young person was asked on this number; of each the ask it would be about."""

    candidates: tuple[SentAsk, ...] = ()


@dataclass(frozen=True)
class Nobody:
    """Nobody was asked on this number, or too long ago."""


Found = Matched | Several | Nobody


def match(asks: Sequence[SentAsk], now: datetime, to: str | None = None) -> Found:
    """Match a reply to the asks that were sent to its number; `to` is our number it came to.

    One young person with an ask that is still open: their newest one about a visit to come, or
    else their newest, also if the visit is over or was cancelled since. Two of them: the one who
    was texted from the number that was answered, if that is one alone; else nobody guesses.
    """
    possible = still_open(asks, now)
    people = _people(possible)
    if len(people) > 1:
        answered = _people([ask for ask in possible if not _left_from_elsewhere(ask, to)])
        people = answered if len(answered) == 1 else people
    if len(people) > 1:
        return Several(tuple(_about(possible, person, now) for person in people))
    return of_one(asks, people[0], now) if people else Nobody()


def of_one(
    asks: Sequence[SentAsk], person: UUID, now: datetime, *, chosen: bool = False
) -> Matched:
    """Match a reply that certainly is about one young person among those asked on its number."""
    theirs = [ask for ask in still_open(asks, now) if ask.young_person_id == person]
    newest = _about(theirs, person, now)
    others = (ask.appointment_id for ask in _by_age(theirs) if _is_to_come(ask, now))
    either = tuple(dict.fromkeys(other for other in others if other != newest.appointment_id))
    return Matched(newest.appointment_id, either, chosen)


def still_open(asks: Sequence[SentAsk], now: datetime) -> list[SentAsk]:
    """Return the asks that a reply may be about now."""
    return [ask for ask in asks if ask.sent_at <= now <= ask.starts_at + OPEN_AFTER_VISIT]


def is_over(ask: SentAsk, now: datetime) -> bool:
    """Return whether a reply comes after the visit it was asked for."""
    return now > ask.starts_at + OVER_AFTER


def _is_to_come(ask: SentAsk, now: datetime) -> bool:
    return ask.status != "cancelled" and not is_over(ask, now)


def _about(asks: Sequence[SentAsk], person: UUID, now: datetime) -> SentAsk:
    theirs = [ask for ask in _by_age(asks) if ask.young_person_id == person]
    return next((ask for ask in theirs if _is_to_come(ask, now)), theirs[0])


def _by_age(asks: Sequence[SentAsk]) -> list[SentAsk]:
    """The newest first; of two of one moment always the same one."""
    return sorted(asks, key=lambda ask: (ask.sent_at, str(ask.appointment_id)), reverse=True)


def _people(asks: Sequence[SentAsk]) -> list[UUID]:
    """The young people asked, the one asked first first: so they are named in a question."""
    return list(dict.fromkeys(ask.young_person_id for ask in reversed(_by_age(asks))))


def _left_from_elsewhere(ask: SentAsk, to: str | None) -> bool:
    """Whether an ask certainly left from another number of ours than the one answered.

    A sender that is no number (a pool of several, a name) may stand for any of them.
    """
    sender = ask.sender or ""
    return bool(to) and sender.lstrip("+").isdigit() and sender != to
