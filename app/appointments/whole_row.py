"""What the cells of one row say together (pure): when, what became of it, whom, and whose phone.

The service is for young people of 11 to 25; no visit is more than two years ahead.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.appointments import headings
from app.appointments.cells import age_on, start_of
from app.appointments.dates import When
from app.appointments.faults import CellFault
from app.appointments.words import Status

YOUNGEST, OLDEST = 11, 25
FURTHEST_AHEAD = timedelta(days=730)
FAMILY = {"parent", "shared"}
# No clinic sees a young person outside these hours: such a time is another one, mistyped.
EARLIEST, LATEST = time(7, 0), time(22, 0)
OVER = (Status.FULFILLED, Status.NOSHOW)


def visit_start(when: When, clock: time | None, zone: str, read_at: datetime) -> datetime:
    """Return when a visit starts, in UTC; CellFault if it is not one time, or absurdly far off."""
    found = start_of(when, clock, zone)
    if found > read_at + FURTHEST_AHEAD:
        raise CellFault("too_far", "This is more than two years ahead. Check the year.")
    local = found.astimezone(ZoneInfo(zone)).time()
    if not EARLIEST <= local < LATEST:
        words = f"{local:%H:%M} is at night. If it is in the afternoon, write it like 14:30."
        raise CellFault("at_night", words)
    return found


def status_of(values: Mapping[str, Any]) -> Status:
    """Put together what several columns may say of one visit."""
    said: Status = values.get(headings.STATUS) or Status.BOOKED
    outcome: Status | None = values.get(headings.OUTCOME)
    further: Status | None = values.get(headings.FURTHER_STATUS)
    if values.get(headings.CANCELLED) or Status.CANCELLED in (said, outcome, further):
        return Status.CANCELLED
    if values.get(headings.DNA):
        return Status.NOSHOW
    return outcome or further or said


def is_over_ahead(status: Status, starts_at: datetime, read_at: datetime) -> bool:
    """Whether a visit is said to be over that is still ahead."""
    return status in OVER and starts_at > read_at


def flag_of(values: Mapping[str, Any]) -> str | None:
    """Why the hospital does not want somebody texted, gravest first; "" if it takes that back.

    None is what it does not say. Only a plain no under a heading like "Do not text" takes an
    earlier flag back: an empty cell, or consent of another kind, does not.
    """
    if values.get(headings.DECEASED):
        return "deceased"
    if values.get(headings.DO_NOT_TEXT) or values.get(headings.CONSENT):
        return "do_not_text"
    return "" if values.get(headings.DO_NOT_TEXT) is False else None


def owner_of(said: str | None, noted: str | None) -> str:
    """Whose phone it is, by a column of its own, and by the heading or a note of the very number.

    Where the two disagree nobody knows.
    """
    if said in (None, "unknown", noted) or noted is None:
        return noted or said or "unknown"
    return noted if {said, noted} <= FAMILY else "unknown"


def is_outside(born: date, day: date) -> bool:
    """Whether somebody is too young or too old for the service on a day."""
    return not YOUNGEST <= age_on(born, day) <= OLDEST


def days_of_service(born: date) -> tuple[date, date]:
    """The first day and the last day on which somebody is of the age that the service is for.

    >>> days_of_service(date(2008, 2, 29))
    (datetime.date(2019, 3, 1), datetime.date(2034, 2, 28))
    """
    return _birthday(born, YOUNGEST), _birthday(born, OLDEST + 1) - timedelta(days=1)


def _birthday(born: date, years: int) -> date:
    """The day on which somebody becomes so old; born on a leap day, the first of March."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
