"""Every minute of three years, for two clinics, beside a plain calendar written out by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.invitations.rules import AskFacts, Due, NotYet, decide
from app.invitations.states import Kind
from app.invitations.window import (
    Times,
    ask_from,
    is_open,
    is_school_day,
    local_midnight,
    next_opening,
)

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
A_MINUTE, A_SECOND = timedelta(minutes=1), timedelta(seconds=1)

LONDON = Times(4, time(16, 0), time(18, 30), "12345", "Europe/London")
GLASGOW = Times(
    4, time(6, 0), time(22, 0), "1234567", "Europe/London", "scotland", avoids_school_hours=False
)
# A window that lies in school hours: open in the summer holidays alone.
IN_SUMMER = replace(
    LONDON,
    opens=time(9, 0),
    closes=time(15, 0),
    school_holidays=((date(2026, 7, 22), date(2026, 9, 1)),),
)
NATIONS = ("england", "wales", "scotland", "northern_ireland")
# Written down from the published lists, with the days themselves where a substitute was given.
IN_ENGLAND = """
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-26 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-25 2027-12-26 2027-12-27
2027-12-28 2028-01-01 2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25
2028-12-26
"""
IN_SCOTLAND = """
2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-06-15 2026-08-03 2026-11-30 2026-12-25
2026-12-26 2026-12-28 2027-01-01 2027-01-02 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02
2027-11-30 2027-12-25 2027-12-26 2027-12-27 2027-12-28 2028-01-01 2028-01-02 2028-01-03 2028-01-04
2028-04-14 2028-05-01 2028-05-29 2028-08-07 2028-11-30 2028-12-25 2028-12-26
"""
# Hours of the wall, minutes after midnight.
CLINICS = {
    "london": (LONDON, IN_ENGLAND, range(1, 6), (16 * 60, 18 * 60 + 30)),
    "glasgow": (GLASGOW, IN_SCOTLAND, range(1, 8), (8 * 60, 20 * 60)),
}
SUMMERS = {
    2026: ("2026-03-29", "2026-10-25"),
    2027: ("2027-03-28", "2027-10-31"),
    2028: ("2028-03-26", "2028-10-29"),
}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def expected(closed: str, days: range, hours: tuple[int, int]) -> Iterator[tuple[str, str]]:
    """Yield when the window opens and closes on each day, in UTC, from the calendar alone."""
    day = FIRST
    while day <= LAST:
        if day.isoweekday() in days and day.isoformat() not in closed.split():
            begins, ends = SUMMERS[day.year]
            ahead = 60 if begins <= day.isoformat() < ends else 0
            midnight = datetime.combine(day, time.min)
            opens, closes = (midnight + timedelta(minutes=hour - ahead) for hour in hours)
            yield opens.isoformat(), closes.isoformat()
        day += timedelta(days=1)


@pytest.mark.parametrize("clinic", CLINICS)
def test_faults_55_and_59_every_minute_of_three_years_is_open_or_shut_as_the_calendar_says(
    clinic: str,
) -> None:
    times, closed, days, hours = CLINICS[clinic]
    minute = datetime.combine(FIRST, time.min, tzinfo=UTC)
    end = datetime.combine(LAST, time.max, tzinfo=UTC)
    changes, was_open, minutes = [], False, 0
    while minute <= end:
        open_ = is_open(minute, times)
        if open_ is not was_open:
            changes.append(minute.replace(tzinfo=None).isoformat())
            was_open = open_
        minute += A_MINUTE
        minutes += 1
    assert minutes == 1_578_240
    assert changes == [moment for day in expected(closed, days, hours) for moment in day]


@pytest.mark.parametrize("clinic", CLINICS)
def test_fault_55_stepping_through_three_years_each_visit_is_asked_about_once_in_its_window(
    clinic: str,
) -> None:
    times = CLINICS[clinic][0]
    waiting = {
        AskFacts("booked", visit, True, False): datetime.combine(FIRST, time.min, tzinfo=UTC)
        for visit in visits(times)
    }
    asked: dict[AskFacts, list[datetime]] = {facts: [] for facts in waiting}
    minute = datetime.combine(FIRST, time.min, tzinfo=UTC)
    while minute.date() <= LAST:
        for facts in [facts for facts, at in waiting.items() if at <= minute]:
            match decide(Kind.ASK, facts, times, minute):
                case Due():
                    asked[facts].append(minute)
                    del waiting[facts]
                case NotYet(at=at):
                    waiting[facts] = at
        # Nothing changes before the first that waits; every minute between is stepped over.
        minute = max(minute + A_MINUTE, min(waiting.values(), default=minute + A_MINUTE))
        if not waiting:
            break
    assert waiting == {}
    for facts, moments in asked.items():
        assert len(moments) == 1
        assert is_open(moments[0], times)
        assert moments[0] < local_midnight(facts.starts_at, times)


def visits(times: Times) -> list[datetime]:
    """One visit at ten each weekday, in the clinic's own time."""
    days = (FIRST + timedelta(days=ahead) for ahead in range(20, 1090))
    return [
        datetime.combine(day, time(10), tzinfo=ZoneInfo(times.zone)).astimezone(UTC)
        for day in days
        if day.isoweekday() < 6
    ]


@pytest.mark.parametrize("night", [night for year in SUMMERS.values() for night in year])
def test_fault_55_each_second_around_a_clock_change_leads_to_the_same_wall_clock_time(
    night: str,
) -> None:
    moment = datetime.fromisoformat(f"{night}T00:00").replace(tzinfo=UTC) - timedelta(minutes=5)
    opens = next_opening(moment, LONDON)
    for _ in range(3 * 3600):
        assert not is_open(moment, LONDON)
        assert next_opening(moment, LONDON) == opens
        moment += A_SECOND
    assert opens.astimezone(UTC).hour == (16 if "-10-" in night else 15)


def test_fault_59_nobody_is_texted_in_school_hours_on_a_school_day() -> None:
    wide = Times(4, time(8, 0), time(20, 0), "1234567", "Europe/London")
    half_term = Times(
        **{**vars(wide), "school_holidays": ((date(2026, 5, 25), date(2026, 5, 29)),)}
    )
    for hour in range(8, 16):
        school = datetime(2026, 5, 20, hour - 1, 30, tzinfo=UTC)
        assert not is_open(school, wide)
        assert is_open(school + timedelta(days=7), half_term)
        assert is_open(school + timedelta(days=3), wide)
    assert not is_open(utc("2026-05-20 14:59:59"), wide)
    assert is_open(utc("2026-05-20 15:00"), wide)


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        ("2026-01-01", NATIONS),
        ("2026-01-02", ("scotland",)),
        ("2026-03-17", ("northern_ireland",)),
        ("2026-04-03", NATIONS),
        ("2026-04-06", ("england", "wales", "northern_ireland")),
        ("2026-07-13", ("northern_ireland",)),
        ("2026-08-03", ("scotland",)),
        ("2026-08-31", ("england", "wales", "northern_ireland")),
        ("2026-11-30", ("scotland",)),
        ("2026-12-25", NATIONS),
        ("2026-12-28", NATIONS),
        ("2026-12-29", ()),
        ("2027-12-27", NATIONS),
        ("2027-12-28", NATIONS),
        ("2030-12-25", NATIONS),
        ("2050-12-26", NATIONS),
    ],
)
def test_fault_59_nobody_is_texted_on_a_bank_holiday_of_the_clinics_own_nation(
    day: str, closed: tuple[str, ...]
) -> None:
    noon = utc(f"{day} 12:00")
    for nation in NATIONS:
        always = replace(
            LONDON, opens=time(8, 0), closes=time(20, 0), weekdays="1234567", nation=nation
        )
        for times in (always, replace(always, avoids_school_hours=False)):
            assert (times.window_on(noon.date()) is None) == (nation in closed)


@pytest.mark.parametrize(
    ("day", "school"),
    [
        ("2026-05-22", True),
        ("2026-05-23", False),
        ("2026-05-25", False),
        ("2026-07-21", True),
        ("2026-07-22", False),
        ("2026-09-01", False),
        ("2026-09-02", True),
    ],
)
def test_a_school_day_is_a_weekday_in_no_holiday_first_and_last_days_included(
    day: str, school: bool
) -> None:
    assert is_school_day(date.fromisoformat(day), IN_SUMMER) == school


def test_fault_59_a_window_in_school_hours_is_open_in_the_holidays_only() -> None:
    assert next_opening(utc("2026-01-05 12:00"), IN_SUMMER) == utc("2026-07-22 08:00")
    assert next_opening(utc("2026-09-01 13:59"), IN_SUMMER) == utc("2026-09-01 13:59")
    # A visit after the summer is asked about at its end, three weeks before at most.
    assert ask_from(utc("2026-09-10 09:00"), IN_SUMMER) == utc("2026-09-01 08:00")
