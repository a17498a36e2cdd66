"""Who has one visit within a week of another."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.appointments.change import Change, Changes, RowChange
from app.appointments.holding import Held, HeldAppointment, HeldPerson
from app.appointments.rows import ListRow
from app.appointments.words import Status
from app.clinic_lists.near import near_visits

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
HERE, A_WEEK = UUID(int=7), timedelta(days=7)
PEOPLE = ("9990000000", "9990000001")

Visits = list[tuple[str, int]]
hours = st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(1, 900)), max_size=7, unique=True)


def born(number: str) -> HeldPerson:
    place = UUID(int=int(number[-1]))
    return HeldPerson(place, number, number, "Held", date(2010, 1, 1), None, "self", "en")


def row(place: int, number: str, ahead: int) -> RowChange:
    at, day = NOW + timedelta(hours=ahead), date(2010, 1, 1)
    who = ListRow(place, number, number, "New", day, None, "self", None, HERE, at, None,
                  Status.BOOKED)  # fmt: skip
    return RowChange(who, Change.NEW, None)


def booked(place: int, number: str, ahead: int, status: str = "booked") -> HeldAppointment:
    at = NOW + timedelta(hours=ahead)
    return HeldAppointment(UUID(int=place), born(number).id, HERE, at, status, None)


def held(*visits: HeldAppointment) -> Held:
    return Held({number: born(number) for number in PEOPLE}, visits)


@given(hours, hours)
def test_fault_16_who_has_a_new_visit_within_a_week_of_another_is_named_once(
    fresh: Visits, known: Visits
) -> None:
    rows = [row(place, *each) for place, each in enumerate(fresh)]
    there = held(*(booked(place, *each) for place, each in enumerate(known)))
    found = near_visits(rows, Changes(rows, [], [], []), there, now=NOW)
    expected = {
        number
        for place, (number, ahead) in enumerate(fresh)
        for other, beside in [*fresh[:place], *known]
        if other == number and abs(ahead - beside) <= 7 * 24
    }
    assert [each.name for each in found] == [f"{n} New" for n in dict.fromkeys(
        each.row.nhs_number for each in rows) if n in expected]  # fmt: skip
    for each in found:
        (first, _), (second, _) = each.visits
        assert timedelta(0) <= second - first <= A_WEEK


def test_fault_16_a_held_visit_that_is_off_over_moved_or_cancelled_here_is_not_counted() -> None:
    mine, other = PEOPLE
    new, moved = row(1, mine, 48), row(2, other, 48)
    moved = moved._replace(change=Change.MOVED, appointment_id=UUID(int=4))
    there = held(
        booked(1, mine, 72, "cancelled"),
        booked(2, mine, -24),
        booked(3, mine, 96),
        booked(4, other, 72),
    )
    changes = Changes([new, moved], [], [], [], cancelled=(UUID(int=3),))
    assert near_visits([new, moved], changes, there, now=NOW) == []
    kept = Changes([new, moved], [], [], [])
    assert [each.name for each in near_visits([new, moved], kept, there, now=NOW)] == [
        f"{mine} New"
    ]
