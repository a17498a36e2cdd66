"""When it is kind to text: the window, the nearest sending day, the nights the clocks change."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.invitations.rules import AskFacts, Due, Held, HeldReason, NotYet, decide_ask
from app.invitations.window import (
    Times,
    ask_from,
    closes_after,
    feedback_from,
    feedback_until,
    is_open,
    local_midnight,
    next_opening,
    remind_from,
    remind_until,
    week_ago,
)

ORDINARY = Times(4, time(16, 0), time(18, 30), "12345", "Europe/London")
NATIONS = ("england", "wales", "scotland", "northern_ireland")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-05-06 14:59", False),
        ("2026-05-06 15:00", True),
        ("2026-05-06 17:29", True),
        ("2026-05-06 17:30", False),
        ("2026-12-02 15:59", False),
        ("2026-12-02 16:00", True),
        ("2026-05-09 15:30", False),
    ],
)
def test_texts_go_in_the_window_of_a_sending_day_only(moment: str, open_: bool) -> None:
    assert is_open(utc(moment), ORDINARY) == open_


@pytest.mark.parametrize(
    ("visit", "asked"),
    [
        ("2026-05-15 08:30", "2026-05-11 15:00"),
        ("2026-05-14 08:30", "2026-05-11 15:00"),
        ("2026-05-13 08:30", "2026-05-08 15:00"),
        ("2026-05-12 08:30", "2026-05-08 15:00"),
        ("2026-05-11 08:30", "2026-05-07 15:00"),
        ("2026-03-30 08:30", "2026-03-26 16:00"),
        ("2026-10-27 09:30", "2026-10-23 15:00"),
        ("2026-10-30 09:30", "2026-10-26 16:00"),
    ],
)
def test_fault_61_a_visit_is_asked_about_on_the_sending_day_nearest_to_the_notice(
    visit: str, asked: str
) -> None:
    assert ask_from(utc(visit), ORDINARY) == utc(asked)


def test_with_the_defaults_every_weekday_visit_is_asked_three_to_five_days_before() -> None:
    for ahead in range(400):
        visit = utc("2026-01-05 10:00") + timedelta(days=ahead)
        if visit.isoweekday() < 6:
            days = (visit.date() - ask_from(visit, ORDINARY).date()).days
            # Bank holidays push some a day or two further; never nearer than two days.
            assert 2 <= days <= 6


def test_a_clinic_cannot_text_at_night_whatever_it_says() -> None:
    always = Times(
        4, time(0, 0), time(23, 59), "1234567", "Europe/London", avoids_school_hours=False
    )
    assert not is_open(utc("2026-05-06 06:59"), always)
    assert is_open(utc("2026-05-06 07:00"), always)
    assert not is_open(utc("2026-05-06 19:00"), always)


def test_the_window_keeps_its_wall_clock_time_when_the_clocks_change() -> None:
    assert next_opening(utc("2026-03-28 12:00"), ORDINARY) == utc("2026-03-30 15:00")
    assert next_opening(utc("2026-10-24 12:00"), ORDINARY) == utc("2026-10-26 16:00")


def test_an_open_window_says_when_it_closes() -> None:
    assert closes_after(utc("2026-05-06 15:30"), ORDINARY) == utc("2026-05-06 17:30")
    assert closes_after(utc("2026-05-06 18:30"), ORDINARY) is None


@pytest.mark.parametrize(
    ("visit", "asked"),
    [
        # Good Friday and Easter Monday lie between: the Thursday is nearest.
        ("2026-04-08 08:30", "2026-04-02 15:00"),
        # After Christmas, whose substitute is the Monday.
        ("2026-12-29 09:30", "2026-12-24 16:00"),
        # Nobody is asked on New Year's Day.
        ("2026-01-05 09:30", "2025-12-31 16:00"),
    ],
)
def test_fault_61_a_visit_after_a_holiday_is_asked_about_before_it(visit: str, asked: str) -> None:
    assert ask_from(utc(visit), ORDINARY) == utc(asked)


@pytest.mark.parametrize(
    ("visit", "asked"),
    [
        # Monday to Friday, at three days of notice: a weekend is gone round by the shorter way.
        ("2026-05-11 08:30", "2026-05-08 15:00"),
        ("2026-05-12 08:30", "2026-05-08 15:00"),
        ("2026-05-13 08:30", "2026-05-11 15:00"),
        ("2026-05-14 08:30", "2026-05-11 15:00"),
        ("2026-05-15 08:30", "2026-05-12 15:00"),
    ],
)
def test_fault_61_three_days_before_a_visit_is_never_a_weekend(visit: str, asked: str) -> None:
    assert ask_from(utc(visit), replace(ORDINARY, days_of_notice=3)) == utc(asked)


@pytest.mark.parametrize(
    ("added", "decision"),
    [
        # The visit is on Thursday 14 May at half past nine, and was to be asked about on Monday.
        ("2026-05-11 14:00", NotYet(utc("2026-05-11 15:00"))),
        ("2026-05-12 09:00", NotYet(utc("2026-05-12 15:00"))),
        # Added the day before: still asked, at once or as soon as the window opens.
        ("2026-05-13 09:00", NotYet(utc("2026-05-13 15:00"))),
        ("2026-05-13 16:00", Due()),
        # Too late for the last window before it: not texted that night, nor at school.
        ("2026-05-13 17:30", Held(HeldReason.TOO_LATE)),
        ("2026-05-14 07:00", Held(HeldReason.TOO_LATE)),
    ],
)
def test_fault_61_a_visit_added_late_is_asked_about_in_the_next_window_if_it_comes_in_time(
    added: str, decision: object
) -> None:
    facts = AskFacts("booked", utc("2026-05-14 08:30"), True, False)
    assert decide_ask(facts, ORDINARY, utc(added)) == decision


def test_a_clinic_without_any_sending_day_ahead_is_said_to_have_none() -> None:
    long_past = ((date(2020, 7, 22), date(2020, 9, 1)),)
    in_school = replace(ORDINARY, opens=time(9, 0), closes=time(15, 0))
    past = replace(in_school, school_holidays=long_past)
    for times in (replace(ORDINARY, weekdays=""), in_school, past):
        with pytest.raises(ValueError, match="at least one sending day"):
            next_opening(utc("2026-09-01 14:00"), times)


def test_mondays_alone_are_enough_though_many_are_bank_holidays() -> None:
    mondays = replace(ORDINARY, weekdays="1")
    assert next_opening(utc("2026-05-01 12:00"), mondays) == utc("2026-05-11 15:00")
    assert next_opening(utc("2026-12-22 12:00"), mondays) == utc("2027-01-04 16:00")
    assert ask_from(utc("2026-05-27 09:00"), mondays) == utc("2026-05-18 15:00")
    assert ask_from(utc("2027-01-04 09:00"), mondays) == utc("2026-12-21 16:00")


@pytest.mark.parametrize(
    ("visit", "reminded"),
    [
        ("2026-05-15 08:30", "2026-05-14 15:00"),
        ("2026-05-11 08:30", "2026-05-08 15:00"),
        # The Monday before is a bank holiday, and the Friday is four days away.
        ("2026-05-05 08:30", None),
        ("2026-12-29 09:30", None),
    ],
)
def test_a_reminder_goes_on_the_last_sending_day_of_the_three_before_a_visit(
    visit: str, reminded: str | None
) -> None:
    assert remind_from(utc(visit), ORDINARY) == (utc(reminded) if reminded else None)


def test_no_reminder_goes_on_the_day_of_the_visit() -> None:
    assert remind_until(utc("2026-05-15 08:30"), ORDINARY) == utc("2026-05-14 23:00")


def test_how_it_went_is_asked_in_the_next_window_an_hour_after() -> None:
    assert feedback_from(utc("2026-05-14 08:30"), ORDINARY) == utc("2026-05-14 15:00")
    assert feedback_from(utc("2026-05-14 16:45"), ORDINARY) == utc("2026-05-15 15:00")
    assert feedback_until(utc("2026-05-14 08:30"), ORDINARY) == utc("2026-05-17 08:30")


def test_days_begin_at_local_midnight_also_when_the_clocks_change() -> None:
    assert local_midnight(utc("2026-03-29 12:00"), ORDINARY) == utc("2026-03-29 00:00")
    assert local_midnight(utc("2026-03-30 12:00"), ORDINARY) == utc("2026-03-29 23:00")
    assert week_ago(utc("2026-04-02 12:00"), ORDINARY) == utc("2026-03-27 00:00")


moments = st.datetimes(
    min_value=datetime(2026, 1, 1), max_value=datetime(2028, 12, 31), timezones=st.just(UTC)
)
weekdays = st.sets(st.sampled_from("1234567"), min_size=1).map("".join)


@given(moments, weekdays)
def test_the_next_opening_is_open_and_never_past(now: datetime, days: str) -> None:
    times = Times(4, time(16, 0), time(18, 30), days, "Europe/London")
    opens = next_opening(now, times)
    assert opens >= now
    assert is_open(opens, times)


@given(moments, weekdays, st.integers(1, 14))
def test_the_ask_comes_before_the_day_of_the_visit(visit: datetime, days: str, notice: int) -> None:
    times = Times(notice, time(16, 0), time(18, 30), days, "Europe/London")
    asked = ask_from(visit, times)
    assert is_open(asked, times)
    assert times.local_day(asked) < times.local_day(visit)


@given(moments, weekdays, st.sampled_from(NATIONS), st.booleans(), st.times(), st.times())
def test_fault_59_no_open_moment_breaks_a_rule_whatever_the_clinic_says(
    now: datetime, days: str, nation: str, avoids: bool, opens: time, closes: time
) -> None:
    times = Times(4, opens, closes, days, "Europe/London", nation, avoids)
    wall = now.astimezone(ZoneInfo("Europe/London"))
    if is_open(now, times):
        assert 8 <= wall.hour < 20
        assert opens <= wall.time() < closes
        assert str(wall.isoweekday()) in days
        assert not (avoids and wall.isoweekday() < 6 and wall.hour < 16)
        assert (wall.month, wall.day) != (12, 25)
    assert (closes_after(now, times) is not None) == is_open(now, times)


@given(moments, weekdays)
def test_a_reminder_goes_at_an_opening_at_most_three_days_before_and_never_on_the_day(
    visit: datetime, days: str
) -> None:
    times = replace(ORDINARY, weekdays=days)
    reminded = remind_from(visit, times)
    if reminded is not None:
        assert is_open(reminded, times)
        assert reminded < remind_until(visit, times) <= visit
        assert 1 <= (times.local_day(visit) - times.local_day(reminded)).days <= 3


@given(moments, weekdays)
def test_how_it_went_is_asked_in_an_open_window_and_no_sooner_than_an_hour_after(
    visit: datetime, days: str
) -> None:
    times = replace(ORDINARY, weekdays=days)
    asked = feedback_from(visit, times)
    assert is_open(asked, times)
    assert asked >= visit + timedelta(hours=1)


@given(moments)
def test_a_day_begins_at_midnight_on_the_wall_and_a_week_is_seven_of_them(now: datetime) -> None:
    zone = ZoneInfo("Europe/London")
    for began, before in ((local_midnight(now, ORDINARY), 0), (week_ago(now, ORDINARY), 6)):
        wall = began.astimezone(zone)
        assert began <= now
        assert (wall.hour, wall.minute, wall.second) == (0, 0, 0)
        assert (now.astimezone(zone).date() - wall.date()).days == before
