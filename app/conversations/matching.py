"""Whose reply this is (pure): by what was sent to that number, never by guess."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.invitations.sent import SentAsk

# A reply that comes later than this after the visit is about nothing we asked.
OPEN_AFTER_VISIT = timedelta(days=14)


@dataclass(frozen=True)
class Matched:
    """The reply belongs to this appointment."""

    appointment_id: UUID


@dataclass(frozen=True)
class Several:
    """More than one young person was asked on this number: a person decides."""


@dataclass(frozen=True)
class Nobody:
    """Nobody was asked on this number, or too long ago."""


def match(
    asks: Sequence[SentAsk], now: datetime, to: str | None = None
) -> Matched | Several | Nobody:
    """Match a reply to the asks that were sent to its number; `to` is our number it came to.

    One young person with an ask that is still open: their newest one, also if the visit was
    cancelled since. Two of them: the one who was texted from the number that was answered, if that
    is one alone; else nobody guesses.
    """
    still_open = [ask for ask in asks if ask.sent_at <= now <= ask.starts_at + OPEN_AFTER_VISIT]
    if not still_open:
        return Nobody()
    if len({ask.young_person_id for ask in still_open}) > 1:
        still_open = [ask for ask in still_open if to is not None and ask.sender == to]
        if len({ask.young_person_id for ask in still_open}) != 1:
            return Several()
    newest = max(still_open, key=lambda ask: ask.sent_at)
    return Matched(newest.appointment_id)
