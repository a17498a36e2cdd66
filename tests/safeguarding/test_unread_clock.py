"""A reply that nobody reads is told of: after a working day, and before its clinic."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.safeguarding.unread_clock import Telling, Unread, late_from, tellings
from app.safeguarding.working_hours import Where

HERE = Where()
WEDNESDAY, THURSDAY = date(2026, 5, 6), date(2026, 5, 7)


def london(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour - 1, minute, tzinfo=UTC)


CAME = london(6, 11)


def told(now: datetime, *unread: Unread, days: int = 1) -> list[tuple[str, date, int, int]]:
    found = tellings(unread or [Unread(CAME)], days, HERE, now)
    return [(each.why, each.day, each.step, each.count) for each in found]


def test_the_lead_is_told_after_one_working_day_and_the_cover_person_two_hours_later() -> None:
    assert told(london(7, 10, 59)) == []
    assert told(london(7, 11)) == [("late", THURSDAY, 0, 1)]
    assert told(london(7, 12, 59)) == [("late", THURSDAY, 0, 1)]
    assert told(london(7, 13)) == [("late", THURSDAY, 0, 1), ("late", THURSDAY, 1, 1)]


def test_a_clinic_may_wait_longer() -> None:
    assert late_from(CAME, 2, HERE) == london(8, 11)
    assert told(london(7, 13), days=2) == []


def test_it_is_told_anew_each_working_day_and_never_at_night() -> None:
    assert told(london(7, 17)) == []
    assert told(london(8, 9))[0] == ("late", date(2026, 5, 8), 0, 1)
    assert told(london(9, 12)) == []
    assert told(london(11, 9))[0] == ("late", date(2026, 5, 11), 0, 1)


def test_replies_are_counted_together() -> None:
    later = Unread(CAME + timedelta(hours=1))
    assert told(london(7, 12), Unread(CAME), later) == [("late", THURSDAY, 0, 2)]


def test_before_a_clinic_it_is_told_two_hours_ahead_and_to_the_cover_person_one() -> None:
    visit = Unread(CAME, visit_at=london(6, 20))
    assert told(london(6, 17, 59), visit) == []
    assert told(london(6, 18), visit) == [("soon", WEDNESDAY, 0, 1)]
    assert told(london(6, 18, 59), visit) == [("soon", WEDNESDAY, 0, 1)]
    assert told(london(6, 19), visit) == [("soon", WEDNESDAY, 0, 1), ("soon", WEDNESDAY, 1, 1)]
    assert told(london(6, 20), visit) == []


def test_what_comes_just_before_a_clinic_is_told_at_once() -> None:
    came = london(6, 19, 30)
    visit = Unread(came, visit_at=london(6, 20, 45))
    assert told(came, visit) == [("soon", WEDNESDAY, 0, 1)]
    assert told(london(6, 20, 29), visit) == [("soon", WEDNESDAY, 0, 1)]
    assert told(london(6, 20, 30), visit)[1:] == [("soon", WEDNESDAY, 1, 1)]


@pytest.mark.parametrize("visit_at", [None, london(5, 9), london(14, 9)])
def test_without_a_clinic_at_hand_only_the_working_day_counts(visit_at: datetime | None) -> None:
    assert told(london(7, 11), Unread(CAME, visit_at)) == [("late", THURSDAY, 0, 1)]


def test_a_telling_says_why_when_to_whom_and_how_many() -> None:
    assert tellings([Unread(CAME)], 1, HERE, london(7, 11)) == [Telling("late", THURSDAY, 0, 1)]
