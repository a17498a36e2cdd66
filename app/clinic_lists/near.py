"""Who has one visit within a week of another (pure): each visit is asked about by itself."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from app.appointments.change import Change, Changes, RowChange
from app.appointments.holding import Held, HeldAppointment
from app.appointments.rows import ListRow

A_WEEK = timedelta(days=7)
# A held visit of such a row is not where it was, or not to come.
LEAVES = (Change.MOVED, Change.CANCELLED, Change.OUTCOME)

Visit = ListRow | HeldAppointment


class Near(NamedTuple):
    """Two visits of one young person within a week of each other: when and where, in order."""

    name: str
    visits: tuple[tuple[datetime, UUID], tuple[datetime, UUID]]


def near_visits(
    texted: Sequence[RowChange], changes: Changes, held: Held, *, now: datetime
) -> list[Near]:
    """Return each young person with such visits once, with the first two of them.

    `texted` are the rows that lead to a text: one of the two is among them. The other may be as
    well, or be booked already at a clinic of the list.
    """
    theirs: dict[str, list[Visit]] = {}
    for each in texted:
        theirs.setdefault(each.row.nhs_number, []).append(each.row)
    if held.appointments:
        numbers = {
            person.id: number
            for number in theirs
            if (person := held.people.get(number)) is not None
        }
        for visit in _staying(changes, held, now):
            if visit.young_person_id in numbers:
                theirs[numbers[visit.young_person_id]].append(visit)
    found = (_first_two(visits) for visits in theirs.values() if len(visits) > 1)
    return [each for each in found if each is not None]


def _staying(changes: Changes, held: Held, now: datetime) -> Iterable[HeldAppointment]:
    """The booked visits ahead that are where they were once the list is saved."""
    leaving = {each.appointment_id for each in changes.rows if each.change in LEAVES}
    leaving.update(changes.cancelled)
    for each in held.appointments:
        if each.status == "booked" and each.starts_at > now and each.id not in leaving:
            yield each


def _first_two(visits: list[Visit]) -> Near | None:
    """The first neighbours within a week of each other, one of them of the list."""
    visits.sort(key=_when)
    for one, other in pairwise(visits):
        row = one if isinstance(one, ListRow) else other
        if isinstance(row, ListRow) and other.starts_at - one.starts_at <= A_WEEK:
            both = ((one.starts_at, one.clinic_id), (other.starts_at, other.clinic_id))
            return Near(f"{row.first_name} {row.last_name}", both)
    return None


def _when(visit: Visit) -> datetime:
    return visit.starts_at
