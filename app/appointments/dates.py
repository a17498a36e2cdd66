"""Dates and times as hospitals write them (pure): UK order always, one meaning or none.

Forms: 12/05/2026, 12-05-26, 12.5.2026, ISO 8601, 20260512, 202605120930, 3 April 2026, 03-Apr-26,
Tue 12th May 2026 at 9.30am, 12/05/2026 09:30 - 10:00, and a workbook's day numbers. An instant in
UTC keeps its zone. What cannot be read raises CellFault, whose code says why.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.appointments.faults import CellFault, not_too_long

LIKE = "Write day/month/year, like 12/05/2026."
TIME_LIKE = "Write it like 09:30."
WEEKDAY = re.compile(
    r"\(?\b(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|day|sday|rsday|nesday|urday)?\b\.?\)?,?"
)
SLASHED = re.compile(r"([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
ISO = re.compile(r"([0-9]{4})([/.\-])([0-9]{1,2})\2([0-9]{1,2})")
EIGHT_DIGITS = re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})")
NAMED = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[\s\-/.,]*(?:of\s)?([a-z]{3,9})[\s\-/.,]*([0-9]{4}|[0-9]{2})"
)
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s([0-9]{1,2})(?:st|nd|rd|th)?,?\s([0-9]{4})")
DAY_NUMBER = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
TIME = (
    r"[0-9]{1,2}[:.]?[0-9]{2}(?:[:.]?[0-9]{2}(?:[.,][0-9]{1,9})?)?\s?(?:[ap]\.?m\.?)?"
    r"|[0-9]{1,2}\s?[ap]m"
)
FROM_TO = re.compile(rf"(?P<clock>{TIME})\s?(?:-|to)\s?(?P<end>{TIME})")
# A date and the time after it. After a T, -10:00 is an offset; elsewhere the end of the visit.
WITH_TIME = re.compile(
    r"(?P<day>.{1,40}?[0-9a-z])"
    r"(?:(?P<iso>t)|\sat\s|\s-\s|,?\s|(?<=[0-9]{8})(?=[0-9]{4}))"
    rf"(?P<clock>{TIME})(?(iso)|(?:\s?(?:-|to)\s?(?P<end>{TIME}))?)"
    r"\s?(?P<zone>z|utc|gmt|(?:(?:utc|gmt)[+\-]|\+|(?(iso)-|(?!)))[0-9]{2}:?[0-9]{2})?"
    r"(?:\s\([a-z ]{1,40}\))?"
)
CLOCK = re.compile(
    r"([0-9]{1,2})[:.h]([0-9]{2})(?:[:.]([0-9]{2}(?:[.,][0-9]+)?))?\s?(?:([ap])\.?m?\.?)?"
)
HOUR_ONLY = re.compile(r"([0-9]{1,2})()()\s?([ap])\.?m\.?")
# Five digits are h mm ss only where they cannot be a workbook's day.
DIGITS_ONLY = re.compile(
    r"([89]|[0-9]{2}|[0-9](?=[0-9]{2}(?:[^0-9]|$)))([0-9]{2})([0-9]{2})?\s?(?:([ap])\.?m?\.?)?"
)
DAY_FRACTION = re.compile(r"0?\.[0-9]+|0|0\.0+")
A_SPREADSHEETS_DIGITS = re.compile(r"(?<=^[0-9]{4})\.0+$|(?<=^[0-9]{3})\.0+$")
HOURS = re.compile(r"(?<=[0-9])\s?(?:hours?|hrs?|h)\.?$")
NOON = re.compile(r"(?:12(?:[:.]?00)?\s?)?(?:noon|midday)")
HALF_OF_DAY = re.compile(r"[ap]\.?m")
# What databases write where there is no date: 0000-00-00 00:00:00, or a midnight alone.
NOUGHTS = re.compile(r"[\-/.:t ]*0[0\-/.:t ]*z?")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
# NHS Data Dictionary, CDS V6-2: this stands where no date is known.
NO_DATE = date(2999, 12, 31)
FIRST_YEAR, LAST_YEAR = 1900, 2200
FURTHEST_ZONE = timedelta(hours=14)
MIDNIGHT = time(0, 0)
MINUTES_A_DAY = 24 * 60
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class When(NamedTuple):
    """A date, its time of day if it holds one, and the offset from UTC if it names one.

    `repair` is day_number if it was a workbook's number.
    """

    day: date
    clock: time | None = None
    offset: timedelta | None = None
    repair: str | None = None

    def at(self, zone: str) -> "When":
        """Return the same on the clocks of a zone.

        A midnight, where it is written or there, is how systems write a day without a time.
        """
        if self.offset is None or self.clock is None:
            return self
        if self.clock == MIDNIGHT:
            return When(self.day)
        said = datetime.combine(self.day, self.clock, tzinfo=UTC) - self.offset
        there = said.astimezone(ZoneInfo(zone))
        if there.time() == MIDNIGHT:
            return When(there.date())
        return When(there.date(), there.time(), there.utcoffset())


def read_when(text: str, day_nought: date, *, century: int = 2000) -> When:
    """Read a date, with a time or without; `century` is added to a year of two digits."""
    when = _when(_tidy(text), day_nought, century)
    _check_year(when.day)
    return when


def is_no_date(text: str) -> bool:
    """Whether a text is what databases write for no date: 01/01/1900, 9999-12-31, all noughts."""
    tidy = _tidy(text)
    if NOUGHTS.fullmatch(tidy):
        return True
    parts = WITH_TIME.fullmatch(_without_weekday(tidy))
    try:
        day = _day(parts["day"].rstrip(" ,") if parts else _without_weekday(tidy), 2000)
    except CellFault:
        return False
    return day is not None and not FIRST_YEAR < day.year < NO_DATE.year


def _tidy(text: str) -> str:
    plain = not_too_long(text).casefold().replace("\u2013", "-").replace("\u2014", "-")
    return HOURS.sub("", " ".join(plain.split()))


def _when(tidy: str, day_nought: date, century: int) -> When:
    if not tidy:
        raise CellFault("missing_date", f"The date is missing. {LIKE}")
    if DAY_NUMBER.fullmatch(tidy):
        return _of_number(float(tidy), day_nought)
    bare = _without_weekday(tidy)
    day = _day(bare, century)
    when = _with_time(bare, century) if day is None else When(day)
    if when is None:
        raise CellFault("not_a_date", f"This is not a date. {LIKE}")
    _check_weekday(when.day, WEEKDAY.findall(tidy))
    return when


def _without_weekday(tidy: str) -> str:
    return " ".join(WEEKDAY.sub(" ", tidy).split()).strip(" ,")


def _with_time(text: str, century: int) -> When | None:
    """Read a day and the time after it; None if it is not of that form."""
    parts = WITH_TIME.fullmatch(text)
    day = _day(parts["day"].rstrip(" ,"), century) if parts else None
    if parts is None or day is None:
        return None
    if day.year >= NO_DATE.year:
        # Said before its time is, which may be the last second of the day.
        _check_year(day)
    return When(day, _first(parts["clock"], parts["end"]), _offset(parts["zone"]))


def _day(text: str, century: int) -> date | None:
    """Read a day on its own; None if it is none of the forms."""
    if found := SLASHED.fullmatch(text):
        return _uk(int(found[1]), int(found[3]), _year(found[4], century))
    if found := ISO.fullmatch(text) or EIGHT_DIGITS.fullmatch(text):
        return _real(int(found[1]), int(found[3]), int(found[4]))
    if found := NAMED.fullmatch(text):
        return _real(_year(found[3], century), _month(found[2]), int(found[1]))
    if found := MONTH_FIRST.fullmatch(text):
        return _real(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _check_weekday(day: date, said: list[str]) -> None:
    if any(WEEKDAYS[day.weekday()] != each for each in said):
        raise CellFault("other_weekday", f"This day is a {day:%A}. Check the date.")


def _uk(day: int, month: int, year: int) -> date:
    if month > 12 and 1 <= day <= 12:
        words = "The month stands before the day here, as in America. " + LIKE
        raise CellFault("us_order", words)
    return _real(year, month, day)


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise CellFault("no_such_day", f"There is no such day. {LIKE}") from None


def _month(name: str) -> int:
    for names in (MONTHS, LONG_MONTHS):
        if name in names:
            return names.index(name) + 1
    if name == "sept":
        return 9
    raise CellFault("not_a_date", f"This is not a date. {LIKE}")


def _year(digits: str, century: int) -> int:
    return int(digits) if len(digits) == 4 else century + int(digits)


def _check_year(day: date) -> None:
    if day == NO_DATE:
        raise CellFault("no_date_yet", "31/12/2999 stands for no date. Write the real date.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        words = f"The year {day.year} stands for no date, or is mistyped. Write the real date."
        raise CellFault("no_date_yet", words)


def _of_number(number: float, day_nought: date) -> When:
    """Read a workbook's day number; its fraction is the time, to the nearest minute."""
    minutes = round((number % 1) * MINUTES_A_DAY)
    moment = datetime.combine(day_nought, MIDNIGHT) + timedelta(days=int(number), minutes=minutes)
    clock = moment.time() if number % 1 else None
    return When(moment.date(), clock, repair="day_number")


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    digits = "".join(char for char in zone if char.isdigit()) or "0000"
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if length > FURTHEST_ZONE:
        raise CellFault("not_a_date", f"There is no such time zone. {LIKE}")
    return -length if "-" in zone else length


def read_clock(text: str) -> time:
    """Read a time of day: 09:30, 9.30am, 0930, 2pm, noon, or a fraction of a day.

    It may carry a date, and of a visit from one time to another it is the first.
    """
    tidy = _tidy(text)
    if not tidy:
        raise CellFault("missing_time", f"The time is missing. {TIME_LIKE}")
    clock = _any_clock(tidy)
    if clock == MIDNIGHT:
        words = f"The time is midnight: it is probably missing. {TIME_LIKE}"
        raise CellFault("midnight", words)
    return clock


def _any_clock(tidy: str) -> time:
    if NOON.fullmatch(tidy):
        return time(12, 0)
    if DAY_FRACTION.fullmatch(tidy) or DAY_NUMBER.fullmatch(tidy):
        return _of_fraction(float(tidy) % 1)
    if found := FROM_TO.fullmatch(tidy):
        return _first(found["clock"], found["end"])
    # A column of times may carry a date: 1899-12-30 09:30, or the appointment's own.
    dated = _with_time(_without_weekday(tidy), 2000)
    if dated is None or dated.clock is None:
        return _clock(tidy)
    if dated.offset is not None:
        raise CellFault("not_a_time", f"This time names a time zone. {TIME_LIKE}")
    return dated.clock


def _of_fraction(part: float) -> time:
    minutes = round(part * MINUTES_A_DAY) % MINUTES_A_DAY
    return time(minutes // 60, minutes % 60)


def _first(clock: str, end: str | None) -> time:
    """Return the time at which a visit begins, if its end does not make that doubtful."""
    begins = _clock(clock)
    if end is None:
        return begins
    half_only_after = HALF_OF_DAY.search(end) and not HALF_OF_DAY.search(clock)
    # 09:30:00-05:00 is rather a time and its zone.
    perhaps_a_zone = clock.count(":") > max(1, end.count(":"))
    if _clock(end) < begins or half_only_after or perhaps_a_zone:
        raise CellFault("not_a_time", f"When this begins is not clear. {TIME_LIKE}")
    return begins


def _clock(text: str) -> time:
    bare = A_SPREADSHEETS_DIGITS.sub("", text)
    for form in (CLOCK, HOUR_ONLY, DIGITS_ONLY):
        if found := form.fullmatch(bare):
            seconds = float((found[3] or "0").replace(",", "."))
            return _time_of(int(found[1]), int(found[2] or 0), seconds, found[4])
    raise CellFault("not_a_time", f"This is not a time. {TIME_LIKE}")


def _time_of(hour: int, minute: int, seconds: float, half: str | None) -> time:
    """Return a time of day to the nearest minute."""
    real = 1 <= hour <= 12 if half else hour < 24
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    minutes = hour * 60 + minute + (seconds >= 30)
    if not real or minute > 59 or seconds >= 60 or minutes == MINUTES_A_DAY:
        raise CellFault("no_such_time", f"There is no such time. {TIME_LIKE}")
    return time(minutes // 60, minutes % 60)
