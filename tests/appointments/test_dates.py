"""Dates and times: every form in use, UK order always, and nothing that is only likely."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.appointments.cells import age_on, read_birth, start_of
from app.appointments.dates import When, read_clock, read_when
from app.appointments.faults import CellFault
from app.appointments.spreadsheet.table import DAY_NOUGHT_1900, DAY_NOUGHT_1904

DAY = date(2026, 1, 5)
HALF_PAST_NINE = time(9, 30)
LONDON = "Europe/London"
BORN_IN_JUNE = date(2010, 6, 14)
NO_TIME = "no_such_time"


@pytest.mark.parametrize(
    "written",
    [
        *("2026-01-05", "2026/01/05", "20260105", "05/01/2026", "5/1/2026", "05/01/26"),
        *("05-01-2026", "05.01.2026", "05-Jan-2026", "05-JAN-26", "05 Jan 2026"),
        *("5 January 2026", "Mon 05 Jan 2026", "Monday 5th January 2026", "5th of January 2026"),
        *("January 5, 2026", "Jan 5 2026", " 05/01/2026 ", "46027", "Mon 05/01/2026"),
        *("05/01/2026 (Mon)", "Monday, January 5, 2026", "2026/1/5", "2026-1-5", "2026.01.05"),
    ],
)
def test_every_form_of_a_day_is_that_day(written: str) -> None:
    assert read_when(written, DAY_NOUGHT_1900)[:2] == (DAY, None)


@pytest.mark.parametrize(
    "written",
    [
        *("2026-01-05 09:30", "2026-01-05T09:30:00", "2026-01-05 09:30:00.0000000"),
        *("202601050930", "20260105093000", "05/01/2026 09:30", "05/01/2026 09:30:00"),
        *("05 Jan 2026 09:30:00", "Mon 05 Jan 2026 09:30", "Monday 5th January 2026 at 9.30am"),
        *("05/01/2026 9:30 AM", "05/01/2026, 09:30", "46027.3958333333", "05/01/2026 0930"),
        *("05/01/2026 - 09:30", "05/01/2026 09:30 - 10:00", "05/01/2026 09:30-10:00"),
        *("05/01/2026 09:30hrs", "Mon 05/01/2026 09:30", "05/01/2026 09:29:59.9999"),
    ],
)
def test_every_form_of_a_day_with_a_time_is_both(written: str) -> None:
    assert read_when(written, DAY_NOUGHT_1900)[:2] == (DAY, HALF_PAST_NINE)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "missing_date"),
        ("tomorrow", "not_a_date"),
        ("05/2026", "not_a_date"),
        ("05/01-2026", "not_a_date"),
        ("5 Smarch 2026", "not_a_date"),
        ("01/13/2026", "us_order"),
        ("12/31/26", "us_order"),
        ("31/02/2026", "no_such_day"),
        ("29/02/2026", "no_such_day"),
        ("32/01/2026", "no_such_day"),
        ("2999-12-31", "no_date_yet"),
        ("Tue 05 Jan 2026", "other_weekday"),
        *(("Tue 05/01/2026", "other_weekday"), ("05/01/2026 (Fri)", "other_weekday")),
        *(("0001-01-01T00:00:00Z", "no_date_yet"), ("9999-12-31 23:59:59", "no_date_yet")),
        *(("9999-12-31T23:59:59-05:00", "no_date_yet"), ("12/05/1026", "no_date_yet")),
        *(("12/05/2626", "no_date_yet"), ("12/05/2026 23:59:59", "no_such_time")),
        *(("05/01/2026 1:30 - 2:30pm", "not_a_time"), ("05/01/2026 10:00-09:30", "not_a_time")),
        *(("2026-01-05 09:30:00-05:00", "not_a_time"), ("2026-01-05T09:30+99:00", "not_a_date")),
        ("(" * 5000, "too_long"),
        ("٠٥/٠١/٢٠٢٦", "not_a_date"),
    ],
)
def test_what_is_no_day_is_refused_and_named(written: str, code: str) -> None:
    with pytest.raises(CellFault) as refused:
        read_when(written, DAY_NOUGHT_1900)
    assert refused.value.code == code
    assert str(refused.value).endswith(".")


def test_day_and_month_are_never_swapped() -> None:
    assert read_when("03/04/2026", DAY_NOUGHT_1900).day == date(2026, 4, 3)
    assert read_when("10/4/2026 16:00", DAY_NOUGHT_1900).day == date(2026, 4, 10)


def test_a_workbook_that_counts_from_1904_is_four_years_later() -> None:
    assert read_when("46027", DAY_NOUGHT_1904).day == date(2030, 1, 6)
    assert read_when("44565", DAY_NOUGHT_1904).day == DAY


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_a_written_day_is_read_back_in_every_form(day: date) -> None:
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%Y%m%d", "%d-%b-%Y", "%d %B %Y", "%A %d %B %Y"):
        assert read_when(day.strftime(form), DAY_NOUGHT_1900).day == day
    number = (day - DAY_NOUGHT_1900).days
    assert read_when(str(number), DAY_NOUGHT_1900).day == day


@given(st.times().map(lambda each: each.replace(second=0, microsecond=0)))
def test_a_written_time_is_read_back_in_every_form(clock: time) -> None:
    if clock == time(0, 0):
        return
    for form in ("%H:%M", "%H.%M", "%H%M", "%H:%M:%S", "%I:%M %p", "%I.%M%p"):
        assert read_clock(clock.strftime(form)) == clock
    assert read_clock(str((clock.hour * 60 + clock.minute) / 1440)) == clock


@pytest.mark.parametrize(
    ("written", "means"),
    [
        *(("9:30", time(9, 30)), ("9.30am", time(9, 30)), ("9.30 PM", time(21, 30))),
        *(("12.15am", time(0, 15)), ("12pm", time(12, 0)), ("2pm", time(14, 0))),
        *(("930", time(9, 30)), ("1430", time(14, 30)), ("2.30 p.m.", time(14, 30))),
        *(("0.3958333", time(9, 30)), ("1899-12-30 09:30:00", time(9, 30))),
        *((text, time(9, 30)) for text in ("30/12/1899 09:30:00", "12/05/2026 09:30", "0930h")),
        *((text, time(9, 30)) for text in ("2026-05-12T09:30:00", "2026-05-12 9:30 AM", "930.0")),
        *((text, time(9, 30)) for text in ("46154.395833", "09:30 - 09:45", "09:30-09:45")),
        *((text, time(9, 30)) for text in ("09:30hrs", "0930 hrs", "09:30 – 09:45", "93000")),
        *((text, time(12, 0)) for text in ("noon", "12 noon", "midday", "12:00 noon")),
        *(("09:29:59.9999", time(9, 30)), ("09:59:59.999", time(10, 0)), ("09:30:29", time(9, 30))),
    ],
)
def test_times_are_read(written: str, means: time) -> None:
    assert read_clock(written) == means


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("", "missing_time"), ("24:00", "no_such_time"), ("09:60", "no_such_time")),
        *(("13pm", "no_such_time"), ("2460", "no_such_time"), ("9", "not_a_time")),
        *(("night", "not_a_time"), ("9.3", "not_a_time"), ("00:00", "midnight")),
        *(("0", "midnight"), ("12am", "midnight"), ("46154", "midnight"), ("23:59:59", NO_TIME)),
        *(("09:45 - 09:30", "not_a_time"), ("1:30 - 2:30pm", "not_a_time"), ("09:30:75", NO_TIME)),
        *(("2026-05-12T08:30:00Z", "not_a_time"), ("10930", "not_a_time")),
    ],
)
def test_what_is_no_time_is_refused_and_named(written: str, code: str) -> None:
    with pytest.raises(CellFault) as refused:
        read_clock(written)
    assert refused.value.code == code


def test_a_time_is_turned_into_utc_by_the_clinics_own_clock() -> None:
    summer = start_of(When(date(2026, 5, 12)), HALF_PAST_NINE, LONDON)
    winter = start_of(When(date(2026, 12, 15)), HALF_PAST_NINE, LONDON)
    assert summer == datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
    assert winter == datetime(2026, 12, 15, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-01-05T09:30:00Z", datetime(2026, 1, 5, 9, 30, tzinfo=UTC)),
        ("2026-07-06T08:30:00Z", datetime(2026, 7, 6, 8, 30, tzinfo=UTC)),
        ("2026-07-06T09:30:00+01:00", datetime(2026, 7, 6, 8, 30, tzinfo=UTC)),
    ],
)
def test_an_instant_keeps_its_zone(written: str, utc: datetime) -> None:
    assert start_of(read_when(written, DAY_NOUGHT_1900), None, LONDON) == utc


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-05-11T23:00:00Z", date(2026, 5, 12)),
        ("2026-05-12T00:00:00Z", date(2026, 5, 12)),
        ("2026-05-12T00:00:00+01:00", date(2026, 5, 12)),
        ("2026-12-15T00:00:00Z", date(2026, 12, 15)),
        ("Tue May 12 2026 00:00:00 GMT+0100 (British Summer Time)", date(2026, 5, 12)),
    ],
)
def test_an_instant_at_midnight_is_a_day_that_takes_the_time_beside_it(
    written: str, day: date
) -> None:
    when = read_when(written, DAY_NOUGHT_1900)
    assert start_of(when, HALF_PAST_NINE, LONDON) == start_of(When(day), HALF_PAST_NINE, LONDON)
    with pytest.raises(CellFault, match="time is missing"):
        start_of(when, None, LONDON)


def test_an_instant_and_another_time_beside_it_are_two_times() -> None:
    when = read_when("Tue May 12 2026 09:30:00 GMT+0100", DAY_NOUGHT_1900)
    assert start_of(when, HALF_PAST_NINE, LONDON) == datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
    with pytest.raises(CellFault, match="differ"):
        start_of(when, time(8, 30), LONDON)


@pytest.mark.parametrize(
    ("when", "clock", "code"),
    [
        (When(date(2026, 3, 29)), time(1, 30), "no_such_time"),
        (When(date(2026, 10, 25)), time(1, 30), "time_twice"),
        (When(date(2026, 5, 12)), None, "missing_time"),
        (When(date(2026, 5, 12), time(9, 30)), time(10, 30), "two_times"),
        (When(date(2026, 5, 12), time(0, 0)), None, "missing_time"),
    ],
)
def test_a_time_that_cannot_be_is_refused(when: When, clock: time | None, code: str) -> None:
    with pytest.raises(CellFault) as refused:
        start_of(when, clock, LONDON)
    assert refused.value.code == code


def test_a_date_that_a_spreadsheet_gave_midnight_takes_the_time_beside_it() -> None:
    midnight = When(date(2026, 5, 12), time(0, 0))
    assert start_of(midnight, HALF_PAST_NINE, LONDON).minute == 30


@pytest.mark.parametrize(
    ("written", "born"),
    [
        *(("14/03/2010 (16)", date(2010, 3, 14)), ("14/03/2010 (16 yrs)", date(2010, 3, 14))),
        *(("14032010", date(2010, 3, 14)), ("20100314", date(2010, 3, 14))),
        *(("14-Mar-2010 (16y 2m)", date(2010, 3, 14)), ("20102010", date(2010, 10, 20))),
        *(("2010-06-13T23:00:00Z", date(2010, 6, 14)), ("2010-06-14T00:00:00Z", BORN_IN_JUNE)),
    ],
)
def test_a_date_of_birth_is_read_also_with_an_age_or_as_an_instant(
    written: str, born: date
) -> None:
    assert read_birth(written, DAY_NOUGHT_1900, date(2028, 5, 12)) == born


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("14/03/2010 (6)", "other_age"), ("14/03/2010 (61)", "other_age")),
        *(("14/03/2010 (-1)", "not_a_date"), ("14/03/1901", "too_old"), ("03142010", "us_order")),
        *(("01/01/1900", "too_old"), ("14/03/1890", "no_date_yet"), ("32132010", "no_such_day")),
    ],
)
def test_a_date_of_birth_that_cannot_be_is_refused(written: str, code: str) -> None:
    with pytest.raises(CellFault) as refused:
        read_birth(written, DAY_NOUGHT_1900, date(2028, 5, 12))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "born"),
    [("14/03/10", date(2010, 3, 14)), ("14/03/98", date(1998, 3, 14))],
)
def test_a_birth_year_of_two_digits_is_the_newest_that_is_past(written: str, born: date) -> None:
    assert read_birth(written, DAY_NOUGHT_1900, date(2028, 5, 12)) == born


def test_nobody_is_born_after_their_visit() -> None:
    with pytest.raises(CellFault, match="after the visit"):
        read_birth("12/05/2030", DAY_NOUGHT_1900, date(2028, 5, 12))


@pytest.mark.parametrize(
    ("born", "years"),
    [
        *((date(2015, 5, 12), 11), (date(2015, 5, 13), 10), (date(2000, 5, 13), 25)),
        *((date(2000, 5, 12), 26), (date(2008, 2, 29), 18)),
    ],
)
def test_age_is_counted_on_the_day_of_the_visit(born: date, years: int) -> None:
    assert age_on(born, date(2026, 5, 12)) == years


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for read in (lambda: read_when(text, DAY_NOUGHT_1900), lambda: read_clock(text)):
        said = "."
        try:
            read()
        except CellFault as fault:
            said = str(fault)
        assert said.endswith(".")


@given(st.floats(min_value=20000, max_value=79999))
def test_a_day_number_is_read_to_the_nearest_minute(number: float) -> None:
    found = read_when(f"{number:.10f}", DAY_NOUGHT_1900)
    whole = datetime.combine(found.day, found.clock or time(0, 0))
    exact = datetime.combine(DAY_NOUGHT_1900, time(0, 0)) + timedelta(days=number)
    assert abs(whole - exact) <= timedelta(seconds=31)
