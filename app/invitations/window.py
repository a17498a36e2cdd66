"""When it is kind to text (pure): the clinic's window, on its sending days, in its own time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Whatever a clinic says, nobody is texted outside these hours.
NEVER_BEFORE, NEVER_AFTER = time(8, 0), time(20, 0)
DAYS_IN_A_WEEK = 7


@dataclass(frozen=True)
class Times:
    """When a clinic texts: days of notice, window, ISO weekday digits, IANA time zone."""

    days_of_notice: int
    opens: time
    closes: time
    weekdays: str
    zone: str

    def window_on(self, day: date) -> tuple[datetime, datetime] | None:
        """Return when the window opens and closes on a day, or None on a day without texts."""
        if str(day.isoweekday()) not in self.weekdays:
            return None
        opens, closes = max(self.opens, NEVER_BEFORE), min(self.closes, NEVER_AFTER)
        zone = ZoneInfo(self.zone)
        return (
            datetime.combine(day, opens, tzinfo=zone),
            datetime.combine(day, closes, tzinfo=zone),
        )

    def local_day(self, moment: datetime) -> date:
        """Return the date that a moment has at the clinic."""
        return moment.astimezone(ZoneInfo(self.zone)).date()


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
    for ahead in range(DAYS_IN_A_WEEK + 1):
        window = times.window_on(today + timedelta(days=ahead))
        if window is not None and now < window[1]:
            return max(now, window[0])
    raise ValueError("a clinic needs at least one sending day")


def ask_from(starts_at: datetime, times: Times) -> datetime:
    """Return when the ask of an appointment becomes due.

    That is the opening of the window on the sending day nearest to `days_of_notice` days before
    the appointment, the earlier of two equally near; never the day of the appointment itself if a
    day before it will do. Afterwards it stays due in every open window while the visit is ahead.
    """
    visit = times.local_day(starts_at)
    wanted = visit - timedelta(days=times.days_of_notice)
    for distance in range(DAYS_IN_A_WEEK + 1):
        for day in (wanted - timedelta(days=distance), wanted + timedelta(days=distance)):
            window = times.window_on(day)
            if window is not None and day < visit:
                return window[0]
    raise ValueError("a clinic needs at least one sending day")
