"""A reply that nobody reads is told of: after a working day, and before its clinic."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.safeguarding.unread_clock import Telling, Unread, late_from, next_look, tellings
from app.safeguarding.working_hours import Where

HERE = Where()
WEDNESDAY, THURSDAY = date(2026, 5, 6), date(2026, 5, 7)


def london(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour - 1, minute, tzinfo=UTC)


CAME = london(6, 11)


def told(now: datetime, *unread: Unread, days: int = 1) -> list[tuple[str, date, int]]:
    found = tellings(unread or [Unread(CAME)], days, HERE, now)
    return [(each.why, each.day, each.step) for each in found]


def test_the_lead_is_told_after_one_working_day_and_the_cover_person_two_hours_later() -> None:
    assert told(london(7, 10, 59)) == []
    assert told(london(7, 11)) == [("late", THURSDAY, 0)]
    assert told(london(7, 12, 59)) == [("late", THURSDAY, 0)]
    assert told(london(7, 13)) == [("late", THURSDAY, 0), ("late", THURSDAY, 1)]


def test_a_clinic_may_wait_longer() -> None:
    assert late_from(CAME, 2, HERE) == london(8, 11)
    assert told(london(7, 13), days=2) == []


def test_it_is_told_anew_each_working_day_and_never_at_night() -> None:
    assert told(london(7, 17)) == []
    assert told(london(8, 9))[0] == ("late", date(2026, 5, 8), 0)
    assert told(london(9, 12)) == []
    assert told(london(11, 9))[0] == ("late", date(2026, 5, 11), 0)


def test_of_many_replies_it_is_told_once() -> None:
    later = Unread(CAME + timedelta(hours=1))
    assert told(london(7, 12), Unread(CAME), later) == [("late", THURSDAY, 0)]


def test_before_a_clinic_it_is_told_two_hours_ahead_and_to_the_cover_person_one() -> None:
    visit = Unread(CAME, visit_at=london(6, 20))
    assert told(london(6, 17, 59), visit) == []
    assert told(london(6, 18), visit) == [("soon", WEDNESDAY, 0)]
    assert told(london(6, 18, 59), visit) == [("soon", WEDNESDAY, 0)]
    assert told(london(6, 19), visit) == [("soon", WEDNESDAY, 0), ("soon", WEDNESDAY, 1)]
    assert told(london(6, 20), visit) == []


def test_what_comes_just_before_a_clinic_is_told_at_once() -> None:
    came = london(6, 19, 30)
    visit = Unread(came, visit_at=london(6, 20, 45))
    assert told(came, visit) == [("soon", WEDNESDAY, 0)]
    assert told(london(6, 20, 29), visit) == [("soon", WEDNESDAY, 0)]
    assert told(london(6, 20, 30), visit)[1:] == [("soon", WEDNESDAY, 1)]


@pytest.mark.parametrize("visit_at", [None, london(5, 9), london(14, 9)])
def test_without_a_clinic_at_hand_only_the_working_day_counts(visit_at: datetime | None) -> None:
    assert told(london(7, 11), Unread(CAME, visit_at)) == [("late", THURSDAY, 0)]


def test_a_telling_says_why_when_and_to_whom() -> None:
    assert tellings([Unread(CAME)], 1, HERE, london(7, 11)) == [Telling("late", THURSDAY, 0)]


def test_it_is_looked_at_each_hour_until_it_is_late_then_when_there_may_be_news() -> None:
    looks = [CAME]
    while looks[-1] < london(7, 11):
        looks.append(next_look(CAME, 1, HERE, looks[-1]))
    assert looks[1:3] == [london(6, 12), london(6, 13)]
    at = looks[-1]
    assert at == london(7, 11)
    for wanted in (london(7, 13), london(8, 9), london(11, 9), london(12, 9)):
        at = next_look(CAME, 1, HERE, at)
        assert at == wanted


def test_what_was_late_on_the_evening_before_is_told_anew_in_the_morning_first() -> None:
    came = london(6, 16, 30)
    late = london(7, 16, 30)
    assert next_look(came, 1, HERE, late) == london(8, 9)
    assert next_look(came, 1, HERE, london(8, 9)) == london(8, 10, 30)
    assert next_look(came, 1, HERE, london(8, 10, 30)) == london(11, 9)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 4 * 24 * 60), min_size=1, max_size=5),
    st.integers(1, 2),
    st.integers(0, 6),
)
def test_who_looks_only_when_it_is_time_tells_all_that_who_looks_always_tells(
    came_minutes: list[int], days: int, first_day: int
) -> None:
    begins = london(1 + first_day, 7)
    replies = [Unread(begins + timedelta(minutes=each)) for each in came_minutes]
    looks: dict[Unread, datetime] = {}
    always: set[Telling] = set()
    when_due: set[Telling] = set()
    for tick in range(0, 9 * 24 * 60, 20):
        now = begins + timedelta(minutes=tick)
        here = [reply for reply in replies if reply.received_at <= now]
        due = [reply for reply in here if looks.get(reply, now) <= now]
        looks |= {each: next_look(each.received_at, days, HERE, now) for each in due}
        assert all(each > now for each in looks.values())
        always.update(tellings(here, days, HERE, now))
        when_due.update(tellings(due, days, HERE, now))
        assert when_due == always
