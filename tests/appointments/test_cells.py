"""What one cell says: tables of how people write dates, times, names and the rest."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.appointments import cells

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONDON = "Europe/London"


@pytest.mark.parametrize(
    "written", ["12/05/2026", "12/5/2026", "12-05-2026", "12.05.2026", "2026-05-12", " 12/05/2026 "]
)
def test_dates_are_read_day_first(written: str) -> None:
    assert cells.read_date(written) == date(2026, 5, 12)


@pytest.mark.parametrize(
    "written", ["", "32/01/2026", "29/02/2026", "05/13/2026", "12/05/26", "tomorrow", "46154"]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="12/05/2026"):
        cells.read_date(written)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_a_written_date_is_read_back(day: date) -> None:
    assert cells.read_date(f"{day:%d/%m/%Y}") == day
    assert cells.read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("09:30", time(9, 30)),
        ("9:30", time(9, 30)),
        ("09:30:00", time(9, 30)),
        ("9.30am", time(9, 30)),
        ("9.30 PM", time(21, 30)),
        ("12.15am", time(0, 15)),
        ("12pm", time(12, 0)),
        ("2pm", time(14, 0)),
        ("0930", time(9, 30)),
        ("1430", time(14, 30)),
    ],
)
def test_times_are_read(written: str, means: time) -> None:
    assert cells.read_time(written) == means


@pytest.mark.parametrize("written", ["", "25:00", "09:60", "13pm", "9", "noon", "2460"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="09:30"):
        cells.read_time(written)


def test_a_time_is_turned_into_utc_by_the_clinics_own_clock() -> None:
    summer = cells.read_start(date(2026, 5, 12), time(9, 30), LONDON, NOW)
    winter = cells.read_start(date(2026, 12, 15), time(9, 30), LONDON, NOW)
    assert (summer, winter) == (
        datetime(2026, 5, 12, 8, 30, tzinfo=UTC),
        datetime(2026, 12, 15, 9, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("day", "clock_time", "says"),
    [
        (date(2026, 3, 29), time(1, 30), "does not exist"),
        (date(2026, 10, 25), time(1, 30), "comes twice"),
        (date(2026, 2, 28), time(9, 30), "already past"),
        (date(2036, 5, 12), time(9, 30), "two years"),
    ],
)
def test_a_time_that_cannot_be_is_refused(day: date, clock_time: time, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        cells.read_start(day, clock_time, LONDON, NOW)


@pytest.mark.parametrize(
    ("born", "good"),
    [
        ("12/05/2015", True),
        ("13/05/2015", False),
        ("12/05/2001", True),
        ("13/05/2000", True),
        ("12/05/2000", False),
        ("29/02/2008", True),
        ("12/05/2030", False),
    ],
)
def test_the_service_is_for_11_to_25_on_the_day_of_the_visit(born: str, good: bool) -> None:
    visit = date(2026, 5, 12)
    if good:
        assert cells.read_birth(born, visit) == cells.read_date(born)
    else:
        with pytest.raises(ValueError, match="visit"):
            cells.read_birth(born, visit)


@pytest.mark.parametrize(
    "name", ["Sam", "Zoë", "Łukasz", "O'Neill", "Osei-Bonsu", "Mary Jane", "علي", "நிலா", "李"]
)
def test_names_of_every_script_are_taken(name: str) -> None:
    assert cells.read_name(f"  {name} ") == name


@pytest.mark.parametrize(
    "name", ["", "  ", "=cmd()", "Sam2", "a" * 36, "-", "@Sam", "S\x00am", "<b>"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"name|letters"):
        cells.read_name(name)


@pytest.mark.parametrize(
    ("written", "owner"),
    [("", "unknown"), ("Mum", "parent"), ("SELF", "self"), ("young  person", "self")],
)
def test_whose_phone_it_is_is_read(written: str, owner: str) -> None:
    assert cells.read_owner(written) == owner


@pytest.mark.parametrize(
    ("written", "language"), [("", "en"), ("Polish", "pl"), ("so", "so"), ("ENGLISH", "en")]
)
def test_languages_are_read(written: str, language: str) -> None:
    assert cells.read_language(written) == language


@pytest.mark.parametrize(
    ("reader", "written"),
    [
        (cells.read_owner, "the dog"),
        (cells.read_language, "Elvish"),
        (cells.read_status, "maybe"),
        (cells.read_id, "x" * 65),
    ],
)
def test_what_nobody_knows_is_refused(reader: object, written: str) -> None:
    with pytest.raises(ValueError, match=r"\."):
        reader(written)  # type: ignore[operator]


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for reader in (
        cells.read_date,
        cells.read_time,
        cells.read_name,
        cells.read_owner,
        cells.read_language,
        cells.read_status,
        cells.read_id,
    ):
        said = "."
        try:
            reader(text)
        except ValueError as fault:
            said = str(fault)
        assert said.endswith(".")
