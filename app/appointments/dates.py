"""Dates and times as hospitals write them (pure): UK order always, one meaning or none.

Forms: 12/05/2026, 12-05-26, 12.5.2026, ISO 8601, 20260512, 202605120930, 3 April 2026, 03-Apr-26,
Tue 12th May 2026 at 9.30am, and a workbook's day numbers. An instant in UTC keeps its zone. What
cannot be read raises CellFault, whose code says why.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from app.appointments.faults import CellFault

LIKE = "Write day/month/year, like 12/05/2026."
SLASHED = re.compile(r"([0-9]{1,2})([/.\-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
ISO = re.compile(r"([0-9]{4})([/\-]?)([0-9]{2})\2([0-9]{2})")
NAMED = re.compile(
    r"(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+)?"
    r"([0-9]{1,2})(?:st|nd|rd|th)?[\s\-/.,]*(?:of\s+)?([a-z]{3,9})[\s\-/.,]*([0-9]{4}|[0-9]{2})"
)
MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
DAY_NUMBER = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
# A date and the time after it.
WITH_TIME = re.compile(
    r"(?P<day>.*?[0-9a-z])(?:t|\s+at\s+|,?\s+|(?<=[0-9]{8})(?=[0-9]{4}))"
    r"(?P<clock>[0-9]{1,2}[:.]?[0-9]{2}(?:[:.]?[0-9]{2}(?:[.,][0-9]+)?)?\s*(?:[ap]\.?m\.?)?|[0-9]{1,2}\s*[ap]m)"
    r"\s*(?P<zone>z|utc|gmt|[+\-][0-9]{2}:?[0-9]{2})?"
)
CLOCK = re.compile(
    r"([0-9]{1,2})[:.h]([0-9]{2})(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?\s*([ap])?(?:\.?m\.?)?"
)
HOUR_ONLY = re.compile(r"([0-9]{1,2})()\s*([ap])\.?m\.?")
DIGITS_ONLY = re.compile(r"([0-9]{1,2})([0-9]{2})(?:[0-9]{2})?()")
DAY_FRACTION = re.compile(r"0?\.[0-9]+|0|0\.0+")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
# NHS Data Dictionary, CDS V6-2: this stands where no date is known.
NO_DATE = date(2999, 12, 31)
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


def read_when(text: str, day_nought: date, *, century: int = 2000) -> When:
    """Read a date, with a time or without; `century` is added to a year of two digits."""
    tidy = " ".join(text.split()).casefold()
    if not tidy:
        raise CellFault("missing_date", f"The date is missing. {LIKE}")
    if DAY_NUMBER.fullmatch(tidy):
        return _of_number(float(tidy), day_nought)
    day = _day(tidy, century)
    if day is not None:
        return When(_checked(day))
    parts = WITH_TIME.fullmatch(tidy)
    day = _day(parts["day"].rstrip(","), century) if parts else None
    if parts is None or day is None:
        raise CellFault("not_a_date", f"This is not a date. {LIKE}")
    return When(_checked(day), _clock(parts["clock"]), _offset(parts["zone"]))


def _day(text: str, century: int) -> date | None:
    """Read a day on its own; None if it is none of the forms."""
    if found := SLASHED.fullmatch(text):
        return _uk(int(found[1]), int(found[3]), _year(found[4], century))
    if found := ISO.fullmatch(text):
        return _real(int(found[1]), int(found[3]), int(found[4]))
    if found := NAMED.fullmatch(text):
        day = _real(_year(found[4], century), _month(found[3]), int(found[2]))
        return _on_its_weekday(day, found[1])
    if found := MONTH_FIRST.fullmatch(text):
        return _real(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _on_its_weekday(day: date, said: str | None) -> date:
    if said is not None and WEEKDAYS[day.weekday()] != said:
        raise CellFault("other_weekday", f"This day is a {day:%A}. Check the date.")
    return day


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


def _checked(day: date) -> date:
    if day == NO_DATE:
        raise CellFault("no_date_yet", "31/12/2999 stands for no date. Write the real date.")
    return day


def _of_number(number: float, day_nought: date) -> When:
    """Read a workbook's day number; its fraction is the time, to the nearest minute."""
    minutes = round((number % 1) * MINUTES_A_DAY)
    moment = datetime.combine(day_nought, MIDNIGHT) + timedelta(days=int(number), minutes=minutes)
    clock = moment.time() if number % 1 else None
    return When(moment.date(), clock, repair="day_number")


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone in ("z", "utc", "gmt"):
        return timedelta()
    digits = zone[1:].replace(":", "")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -length if zone[0] == "-" else length


def read_clock(text: str) -> time:
    """Read a time of day: 09:30, 9.30am, 0930, 2pm, or a fraction of a day."""
    tidy = " ".join(text.split()).casefold()
    if not tidy:
        raise CellFault("missing_time", "The time is missing. Write it like 09:30.")
    if DAY_FRACTION.fullmatch(tidy):
        clock = _of_fraction(float(tidy))
    else:
        # A column of times may carry a date: 1899-12-30 09:30, or the appointment's own.
        clock = _clock(tidy.rpartition(" ")[2] if ISO.match(tidy) else tidy)
    if clock == MIDNIGHT:
        words = "The time is midnight: it is probably missing. Write it like 09:30."
        raise CellFault("midnight", words)
    return clock


def _of_fraction(part: float) -> time:
    minutes = round(part * MINUTES_A_DAY) % MINUTES_A_DAY
    return time(minutes // 60, minutes % 60)


def _clock(text: str) -> time:
    for form in (CLOCK, HOUR_ONLY, DIGITS_ONLY):
        if found := form.fullmatch(text):
            return _time_of(int(found[1]), int(found[2] or 0), found[3])
    raise CellFault("not_a_time", "This is not a time. Write it like 09:30.")


def _time_of(hour: int, minute: int, half: str | None) -> time:
    if half and not 1 <= hour <= 12:
        raise CellFault("no_such_time", "There is no such time. Write it like 09:30.")
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    try:
        return time(hour, minute)
    except ValueError:
        raise CellFault("no_such_time", "There is no such time. Write it like 09:30.") from None
