"""When it is kind to text (pure): the clinic's window, on its sending days, in its own time.

Never on a bank holiday of the clinic's nation, never before eight or from eight in the evening on,
and never in school hours on a school day unless the clinic has said so. We do not know when schools
are closed: every Monday to Friday is a school day but for bank holidays and the ranges of dates
that a clinic has entered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

# Whatever a clinic says, nobody is texted outside these hours.
NEVER_BEFORE, NEVER_AFTER = time(8, 0), time(20, 0)
# School begins before anybody may be texted: only its end is looked at.
SCHOOL_ENDS = time(16, 0)
SATURDAY = 6
FURTHEST_FROM_WANTED, FURTHEST_AHEAD = 21, 400
REMINDED_AT_MOST = 3
AFTER_VISIT, FEEDBACK_FOR = timedelta(hours=1), timedelta(days=3)
SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"}
NO_SENDING_DAY = "a clinic needs at least one sending day"

Window = tuple[datetime, datetime]


class NoSendingDay(ValueError):
    """A clinic has no day within a year on which texts may go."""


@dataclass(frozen=True)
class Times:
    """When a clinic texts: days of notice, window, ISO weekday digits, IANA time zone.

    `nation` says whose bank holidays count; `school_holidays` are first and last days.
    """

    days_of_notice: int
    opens: time
    closes: time
    weekdays: str
    zone: str
    nation: str = "england"
    avoids_school_hours: bool = True
    school_holidays: tuple[tuple[date, date], ...] = ()

    def window_on(self, day: date) -> Window | None:
        """Return when the window opens and closes on a day, or None on a day without texts."""
        return _window_on(self, day)

    def local_day(self, moment: datetime) -> date:
        """Return the date that a moment has at the clinic."""
        return moment.astimezone(_zone(self.zone)).date()


def is_open(now: datetime, times: Times) -> bool:
    """Return whether texts may go now."""
    window = times.window_on(times.local_day(now))
    return window is not None and window[0] <= now < window[1]


def closes_after(now: datetime, times: Times) -> datetime | None:
    """Return when the window that is open now closes, or None if none is open."""
    window = times.window_on(times.local_day(now))
    return window[1] if window is not None and window[0] <= now < window[1] else None


def next_opening(now: datetime, times: Times) -> datetime:
    """Return `now` if the window is open, else when it opens next."""
    today = times.local_day(now)
    for ahead in range(FURTHEST_AHEAD):
        window = times.window_on(today + timedelta(days=ahead))
        if window is not None and now < window[1]:
            return max(now, window[0])
    raise NoSendingDay(NO_SENDING_DAY)


def ask_from(starts_at: datetime, times: Times) -> datetime:
    """Return when the ask of an appointment becomes due.

    That is the opening of the window on the sending day nearest to `days_of_notice` days before
    the appointment, the earlier of two equally near; never the day of the appointment itself if a
    day before it will do. Afterwards it stays due in every open window while the visit is ahead.
    """
    visit = times.local_day(starts_at)
    for day in _nearest(visit - timedelta(days=times.days_of_notice)):
        window = times.window_on(day)
        if window is not None and day < visit:
            return window[0]
    return next_opening(local_midnight(starts_at, times), times)


def remind_from(starts_at: datetime, times: Times) -> datetime | None:
    """Return when the reminder becomes due: the day before, or the last sending day before that.

    None if there is no sending day in the three days before the visit.
    """
    visit = times.local_day(starts_at)
    for before in range(1, REMINDED_AT_MOST + 1):
        window = times.window_on(visit - timedelta(days=before))
        if window is not None:
            return window[0]
    return None


def remind_until(starts_at: datetime, times: Times) -> datetime:
    """Return from when on no reminder goes: the day of the visit itself."""
    return local_midnight(starts_at, times)


def feedback_from(starts_at: datetime, times: Times) -> datetime:
    """Return when somebody may be asked how it went: the next window, an hour after at least."""
    return next_opening(starts_at + AFTER_VISIT, times)


def feedback_until(starts_at: datetime, times: Times) -> datetime:
    """Return from when on nobody is asked any more how it went."""
    return starts_at + FEEDBACK_FOR


def local_midnight(moment: datetime, times: Times) -> datetime:
    """Return when the day of a moment began at the clinic, in UTC."""
    return _begins(times.local_day(moment), times)


def week_ago(moment: datetime, times: Times) -> datetime:
    """Return when the day six days before began at the clinic: seven days with this one."""
    return _begins(times.local_day(moment) - timedelta(days=6), times)


def is_school_day(day: date, times: Times) -> bool:
    """Return whether pupils may be in school on a day."""
    if day.isoweekday() >= SATURDAY or day in _bank_holidays(times.nation, day.year):
        return False
    return not any(first <= day <= last for first, last in times.school_holidays)


def _begins(day: date, times: Times) -> datetime:
    return datetime.combine(day, time.min, tzinfo=_zone(times.zone)).astimezone(UTC)


def _nearest(wanted: date) -> Iterator[date]:
    """Yield the wanted day and then those around it, the earlier of two equally near first."""
    yield wanted
    for distance in range(1, FURTHEST_FROM_WANTED + 1):
        yield wanted - timedelta(days=distance)
        yield wanted + timedelta(days=distance)


@lru_cache(maxsize=8192)
def _window_on(times: Times, day: date) -> Window | None:
    if str(day.isoweekday()) not in times.weekdays or day in _bank_holidays(times.nation, day.year):
        return None
    opens, closes = max(times.opens, NEVER_BEFORE), min(times.closes, NEVER_AFTER)
    if times.avoids_school_hours and is_school_day(day, times):
        opens = max(opens, SCHOOL_ENDS)
    if opens >= closes:
        return None
    zone = _zone(times.zone)
    return (
        datetime.combine(day, opens, tzinfo=zone).astimezone(UTC),
        datetime.combine(day, closes, tzinfo=zone).astimezone(UTC),
    )


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@lru_cache(maxsize=64)
def _bank_holidays(nation: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=year))
