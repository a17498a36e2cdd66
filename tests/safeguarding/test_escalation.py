"""Nobody's silence ends the telling: who is told of a concern, in which order, how soon."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from app.safeguarding.escalation import Person, Standing, closed_by, next_step, rungs
from app.safeguarding.working_hours import Where, after_working, is_working_time, working_hours

LEAD, COVER, FIRST, SECOND, OTHER = (UUID(int=number) for number in range(1, 6))
LIST = [Person(SECOND, "list", 2), Person(FIRST, "list", 1)]
PEOPLE = [*LIST, Person(COVER, "cover"), Person(LEAD, "lead")]
HERE = Where()
# A Wednesday, half past four in the afternoon in London.
NOW = datetime(2026, 5, 6, 15, 30, tzinfo=UTC)
FRIDAY_NIGHT = datetime(2026, 5, 8, 21, 0, tzinfo=UTC)


def london(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    return datetime(2026, month, day, hour - 1, minute, tzinfo=UTC)


def test_the_lead_the_cover_and_then_the_list_are_told_round_and_round() -> None:
    told = [next_step(Standing(1, step), PEOPLE, HERE, NOW).whom for step in range(9)]
    around = [(FIRST,), (SECOND,)]
    assert told == [(LEAD,), (COVER,), *around, *around, *around, (FIRST,)]


def test_each_telling_has_the_next_number() -> None:
    step = next_step(Standing(1, 4), PEOPLE, HERE, NOW)
    assert (step.step, step.reminds) == (5, False)


def test_without_a_list_lead_and_cover_are_told_in_turn() -> None:
    pair = [Person(LEAD, "lead"), Person(COVER, "cover")]
    told = [next_step(Standing(2, step), pair, HERE, NOW).whom for step in range(5)]
    assert told == [(LEAD,), (COVER,), (LEAD,), (COVER,), (LEAD,)]


def test_with_nobody_it_stays_due() -> None:
    step = next_step(Standing(1), [], HERE, NOW)
    assert (step.whom, step.due_at) == ((), NOW + timedelta(minutes=15))


def test_where_nobody_knows_whose_it_is_every_lead_is_told_at_once() -> None:
    both = [*PEOPLE, Person(OTHER, "lead")]
    assert rungs(both) == [(LEAD, OTHER), (COVER,), (FIRST,), (SECOND,)]


@pytest.mark.parametrize("now", [NOW, FRIDAY_NIGHT])
def test_a_danger_to_life_waits_fifteen_minutes_at_any_hour(now: datetime) -> None:
    assert next_step(Standing(1), PEOPLE, HERE, now).due_at == now + timedelta(minutes=15)


def test_what_must_be_looked_at_the_same_day_waits_two_working_hours() -> None:
    assert next_step(Standing(2), PEOPLE, HERE, london(6, 10)).due_at == london(6, 12)
    assert next_step(Standing(2), PEOPLE, HERE, NOW).due_at == london(7, 10, 30)
    assert next_step(Standing(2), PEOPLE, HERE, FRIDAY_NIGHT).due_at == london(11, 11)


@pytest.mark.parametrize(
    "concern", [Standing(3), Standing(1, closed=True), Standing(2, 3, None, True)]
)
def test_what_is_sensitive_or_closed_alarms_nobody(concern: Standing) -> None:
    step = next_step(concern, PEOPLE, HERE, NOW)
    assert (step.whom, step.step, step.due_at) == ((), concern.step, None)


def test_who_acknowledged_and_does_not_close_is_reminded_with_the_cover_person() -> None:
    at = london(6, 10)
    seen = Standing(1, 1, acknowledged_at=at)
    early = next_step(seen, PEOPLE, HERE, at + timedelta(hours=23, minutes=59))
    assert (early.whom, early.step, early.due_at) == ((), 1, at + timedelta(days=1))
    late = next_step(seen, PEOPLE, HERE, at + timedelta(days=1))
    assert (late.whom, late.step, late.reminds) == ((LEAD, COVER), 2, True)
    assert late.due_at == at + timedelta(days=2)


def test_the_same_day_is_reminded_of_after_two_working_days() -> None:
    assert closed_by(2, london(6, 10), HERE) == london(8, 10)
    assert closed_by(2, london(7, 10), HERE) == london(11, 10)
    assert closed_by(1, FRIDAY_NIGHT, HERE) == FRIDAY_NIGHT + timedelta(days=1)


def test_bank_holidays_of_the_nation_are_no_working_days() -> None:
    saturday = london(2, 12)
    assert after_working(saturday, timedelta(hours=2), HERE) == london(5, 11)
    st_andrews = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
    assert is_working_time(st_andrews, HERE)
    assert not is_working_time(st_andrews, Where(nation="scotland"))


def test_people_are_at_work_from_nine_to_five_of_their_own_time() -> None:
    assert working_hours(london(6, 12).date(), HERE) == (london(6, 9), london(6, 17))
    assert is_working_time(london(6, 9), HERE)
    assert not is_working_time(london(6, 8, 59), HERE)
    assert is_working_time(london(6, 16, 59), HERE)
    assert not is_working_time(london(6, 17), HERE)
    assert not is_working_time(london(9, 12), HERE)
    winter = datetime(2026, 1, 7, 9, 0, tzinfo=UTC)
    assert is_working_time(winter, HERE)
    assert not is_working_time(winter - timedelta(minutes=1), HERE)


def test_working_time_is_counted_from_the_moment_it_began() -> None:
    span = timedelta(hours=1)
    assert after_working(london(6, 16), span, HERE) == london(6, 17)
    assert after_working(london(6, 16, 30), span, HERE) == london(7, 9, 30)
    assert after_working(london(6, 7), span, HERE) == london(6, 10)
    assert after_working(london(6, 17), span, HERE) == london(7, 10)
    assert after_working(london(6, 9), 3 * timedelta(hours=8), HERE) == london(8, 17)


def test_a_span_without_an_end_ends_after_sixty_days() -> None:
    at = london(6, 9)
    assert after_working(at, timedelta(days=900), HERE) == at + timedelta(days=60)
