"""Faults 55 and 56: the nights of the clock changes, and hours that are not or come twice."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from cast import AISHA, SAM, ZOE
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import DUE, Hands, Recording

from app.appointments.cells import start_of
from app.appointments.dates import read_clock, read_when
from app.appointments.faults import CellFault
from app.appointments.spreadsheet.table import DAY_NOUGHT_1900
from app.db import Database
from app.invitations.dispatch import send_due
from app.settings import Settings
from app.sms.gateway import Outcome, Text

LONDON = ZoneInfo("Europe/London")
A_MINUTE, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# The Sunday of each change, and the days on which visits three, four and five days later are due.
NIGHTS = {
    "2026-03-29": ("2026-03-28", "2026-03-29", "2026-03-30"),
    "2026-10-25": ("2026-10-24", "2026-10-25", "2026-10-26"),
    # Easter: nobody is texted on the Monday.
    "2027-03-28": ("2027-03-27", "2027-03-28", "2027-03-28"),
    "2027-10-31": ("2027-10-30", "2027-10-31", "2027-11-01"),
}


def utc(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def steps(night: str, step: timedelta) -> Iterator[datetime]:
    """Yield moments of three days, by the hour; by the minute also around what counts.

    That is the change itself, and the hours in UTC at which the window opens in summer and winter.
    """
    begins = utc(night) - A_DAY
    moments = {begins + hours * AN_HOUR for hours in range(60)}
    if step == A_MINUTE:
        days = (utc(night) + ahead * A_DAY for ahead in (-1, 0, 1))
        opens = [day + hour * AN_HOUR for day in days for hour in (8, 9)]
        for middle in (utc(night) + AN_HOUR, *opens):
            moments |= {middle + minutes * A_MINUTE for minutes in range(-6, 7)}
    yield from sorted(moments)


@pytest.mark.parametrize("step", [A_MINUTE, AN_HOUR], ids=["minutes", "hours"])
@pytest.mark.parametrize("night", NIGHTS)
def test_fault_55_through_a_clock_change_each_text_goes_once_at_the_same_time_on_the_wall(
    database: Database, gateway: Recording, settings: Settings, night: str, step: timedelta
) -> None:
    with database.writing() as session:
        clinic = make_clinic(
            session, window_opens=time(9), window_closes=time(19), weekdays="1234567",
            avoids_school_hours=False, reminds=False,
        )  # fmt: skip
        for ahead, who in enumerate((SAM, AISHA, ZOE), start=3):
            day = date.fromisoformat(night) + ahead * A_DAY
            starts_at = datetime.combine(day, time(9, 30), tzinfo=LONDON).astimezone(UTC)
            make_appointment(session, clinic, make_person(session, who), starts_at=starts_at)
    clock, went = Hands(DUE), list[tuple[str, str]]()

    def keep(text: Text) -> Outcome:
        went.append((text.to, f"{clock().astimezone(LONDON):%Y-%m-%d %H:%M}"))
        return gateway._accept(text)

    gateway.answer = keep
    for moment in steps(night, step):
        clock.now = moment
        send_due(database, gateway, settings, clock)
    numbers = [who.mobile for who in (SAM, AISHA, ZOE)]
    assert sorted(went) == sorted(
        (number, f"{day} 09:00") for number, day in zip(numbers, NIGHTS[night], strict=True)
    )


@pytest.mark.parametrize(
    ("day", "code", "said"),
    [
        ("29/03/2026", "no_such_time", "clocks"),
        ("25/10/2026", "time_twice", "clocks"),
        ("28/03/2027", "no_such_time", "clocks"),
        ("31/10/2027", "time_twice", "clocks"),
    ],
)
@pytest.mark.parametrize("clock", ["01:00", "01:30", "1.59am"])
def test_fault_56_a_time_that_is_not_or_is_twice_is_refused_with_a_message(
    day: str, code: str, said: str, clock: str
) -> None:
    with pytest.raises(CellFault, match=said) as refused:
        start_of(read_when(day, DAY_NOUGHT_1900), read_clock(clock), LONDON.key)
    assert refused.value.code == code


def test_fault_56_the_times_just_before_and_after_a_change_are_taken() -> None:
    for day in ("29/03/2026", "25/10/2026"):
        when = read_when(day, DAY_NOUGHT_1900)
        before, after = (
            start_of(when, read_clock(clock), LONDON.key) for clock in ("00:59", "02:00")
        )
        assert before < after
