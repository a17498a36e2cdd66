"""When people are at work (pure): Monday to Friday, nine to five, but for bank holidays."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

OPENS, CLOSES = time(9, 0), time(17, 0)
A_WORKING_DAY = timedelta(hours=8)
SATURDAY = 6
FURTHEST_AHEAD = 60
SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}


@dataclass(frozen=True)
class Where:
    """Where a clinic is: its time zone, and the nation whose bank holidays count."""

    zone: str = "Europe/London"
    nation: str = "england"


def after_working(start: datetime, span: timedelta, where: Where) -> datetime:
    """Return when so much working time has passed since a moment.

    >>> friday = datetime(2026, 5, 8, 15, 0, tzinfo=UTC)
    >>> after_working(friday, timedelta(hours=2), Where())
    datetime.datetime(2026, 5, 11, 9, 0, tzinfo=datetime.timezone.utc)
    """
    left, first = span, local_day(start, where)
    for ahead in range(FURTHEST_AHEAD):
        hours = working_hours(first + timedelta(days=ahead), where)
        if hours is None or hours[1] <= start:
            continue
        begins = max(hours[0], start)
        if hours[1] - begins >= left:
            return begins + left
        left -= hours[1] - begins
    return start + timedelta(days=FURTHEST_AHEAD)


def opens_next(now: datetime, where: Where) -> datetime:
    """Return when people come to work next, after now."""
    first = local_day(now, where)
    for ahead in range(FURTHEST_AHEAD):
        hours = working_hours(first + timedelta(days=ahead), where)
        if hours is not None and hours[0] > now:
            return hours[0]
    return now + timedelta(days=FURTHEST_AHEAD)


def is_working_time(now: datetime, where: Where) -> bool:
    """Return whether people are at work now."""
    hours = working_hours(local_day(now, where), where)
    return hours is not None and hours[0] <= now < hours[1]


def local_day(moment: datetime, where: Where) -> date:
    """Return the date that a moment has at the clinic."""
    return moment.astimezone(ZoneInfo(where.zone)).date()


def working_hours(day: date, where: Where) -> tuple[datetime, datetime] | None:
    """Return when people are at work on a day, in UTC; None if they are not."""
    if day.isoweekday() >= SATURDAY or day in _bank_holidays(where.nation, day.year):
        return None
    zone = ZoneInfo(where.zone)
    opens, closes = (datetime.combine(day, at, tzinfo=zone) for at in (OPENS, CLOSES))
    return opens.astimezone(UTC), closes.astimezone(UTC)


@lru_cache(maxsize=64)
def _bank_holidays(nation: str, year: int) -> frozenset[date]:
    subdivision = SUBDIVISIONS.get(nation, "ENG")
    return frozenset(holidays.country_holidays("GB", subdiv=subdivision, years=year))
