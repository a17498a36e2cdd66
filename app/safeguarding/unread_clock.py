"""When people are told that replies lie unread (pure): after a working day, before a clinic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.safeguarding.working_hours import (
    A_WORKING_DAY,
    Where,
    after_working,
    is_working_time,
    local_day,
    opens_next,
)

BEFORE_CLINIC = timedelta(hours=2)
# Who has been told has so long before the cover person is told as well.
LEAD_HAS, LEAD_HAS_BEFORE_CLINIC = timedelta(hours=2), timedelta(hours=1)
# Whose a reply is, and what its clinic has set, may change before it has lain for too long.
LOOKED_AT_EVERY = timedelta(hours=1)
LATE, SOON = "late", "soon"
TO_LEAD, TO_COVER = 0, 1


@dataclass(frozen=True)
class Unread:
    """A reply that nobody has read: when it came, and when its visit is, if that is known."""

    received_at: datetime
    visit_at: datetime | None = None


@dataclass(frozen=True, order=True)
class Telling:
    """One thing to tell of one clinic: `late` for too long unread, `soon` for a clinic at hand.

    It is told once for each day, of however many replies; `step` says whom.
    """

    why: str
    day: date
    step: int


def tellings(unread: Iterable[Unread], days: int, where: Where, now: datetime) -> list[Telling]:
    """Return what is to be told of the unread replies of one clinic now, told before or not."""
    found: set[Telling] = set()
    for reply in unread:
        found.update(_late(reply, days, where, now))
        found.update(_soon(reply, where, now))
    return sorted(found)


def next_look(received_at: datetime, days: int, where: Where, now: datetime) -> datetime:
    """Return when there may be something new to tell of a reply that lies unread, its visit apart.

    Told of already, it is looked at when the cover person's time comes, and the next working day.
    """
    late = late_from(received_at, days, where)
    if now < late:
        return min(late, now + LOOKED_AT_EVERY)
    opens, cover = opens_next(now, where), after_working(late, LEAD_HAS, where)
    return min(cover, opens) if now < cover else opens


def late_from(received_at: datetime, days: int, where: Where) -> datetime:
    """Return from when on a reply has lain unread for too long."""
    return after_working(received_at, days * A_WORKING_DAY, where)


def _late(reply: Unread, days: int, where: Where, now: datetime) -> Iterable[Telling]:
    late = late_from(reply.received_at, days, where)
    # Nobody is reminded every day of a long weekend.
    if now >= late and is_working_time(now, where):
        yield Telling(LATE, local_day(now, where), TO_LEAD)
        if now >= after_working(late, LEAD_HAS, where):
            yield Telling(LATE, local_day(now, where), TO_COVER)


def _soon(reply: Unread, where: Where, now: datetime) -> Iterable[Telling]:
    visit = reply.visit_at
    if visit is None or not visit - BEFORE_CLINIC <= now < visit:
        return
    yield Telling(SOON, local_day(visit, where), TO_LEAD)
    told = max(visit - BEFORE_CLINIC, reply.received_at)
    if now >= told + LEAD_HAS_BEFORE_CLINIC:
        yield Telling(SOON, local_day(visit, where), TO_COVER)
