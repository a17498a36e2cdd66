"""Who is told of a concern next, and when the next after them (pure): it is never silent.

The lead at once; who does not acknowledge is followed by the cover person, then by the
organisation's list, round and round. Who has acknowledged and does not close is reminded.
What is raised or opened again begins at the lead, whoever was told or acknowledged before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.clinics.safety_roles import LIST, ROLES
from app.safeguarding.working_hours import A_WORKING_DAY, Where, after_working

AT_ONCE, SAME_DAY = 1, 2
ACKNOWLEDGED_WITHIN = timedelta(minutes=15)
ACKNOWLEDGED_WITHIN_WORKING = timedelta(hours=2)
CLOSED_WITHIN = timedelta(days=1)
CLOSED_WITHIN_WORKING = 2 * A_WORKING_DAY
# Of what people do with a concern, these ask everybody anew.
ANEW = ("raised", "opened_again")
# Lead and cover person are both reminded of what was acknowledged and is not closed.
REMINDED_RUNGS = 2


@dataclass(frozen=True)
class Person:
    """Somebody who can be told; `place` orders an organisation's list."""

    id: UUID
    role: str
    place: int = 1


@dataclass(frozen=True)
class Standing:
    """How a concern stands: its tier, how often somebody was told, what people have done.

    All since it was last raised or opened again: `step` counts from there.
    """

    tier: int
    step: int = 0
    acknowledged_at: datetime | None = None
    closed: bool = False


@dataclass(frozen=True)
class Step:
    """Whom to tell now, and when to look again; `step` is the number of the next telling.

    `reminds` says that it was acknowledged, and is not closed.
    """

    whom: tuple[UUID, ...]
    step: int
    due_at: datetime | None
    reminds: bool = False


def next_step(concern: Standing, people: Sequence[Person], where: Where, now: datetime) -> Step:
    """Return whom to tell of a concern that is due, and when it is due again."""
    if concern.closed or concern.tier > SAME_DAY:
        return Step((), concern.step, None)
    if concern.acknowledged_at is not None:
        return _remind(concern, concern.acknowledged_at, people, where, now)
    whom = _rung(rungs(people), concern.step)
    return Step(whom, concern.step + 1, _told_again_at(concern.tier, now, where))


def rungs(people: Sequence[Person]) -> list[tuple[UUID, ...]]:
    """Return who is told together, in order: the leads, the covers, each place of the list."""
    groups: dict[tuple[int, int], list[UUID]] = {}
    for person in people:
        place = person.place if person.role == LIST else 0
        groups.setdefault((ROLES.index(person.role), place), []).append(person.id)
    return [tuple(groups[key]) for key in sorted(groups)]


def closed_by(tier: int, acknowledged_at: datetime, where: Where) -> datetime:
    """Return by when an acknowledged concern is to be closed, before somebody is reminded."""
    if tier == AT_ONCE:
        return acknowledged_at + CLOSED_WITHIN
    return after_working(acknowledged_at, CLOSED_WITHIN_WORKING, where)


def _remind(
    concern: Standing,
    acknowledged_at: datetime,
    people: Sequence[Person],
    where: Where,
    now: datetime,
) -> Step:
    first = closed_by(concern.tier, acknowledged_at, where)
    if now < first:
        return Step((), concern.step, first)
    whom = tuple(each for rung in rungs(people)[:REMINDED_RUNGS] for each in rung)
    again = closed_by(concern.tier, now, where)
    return Step(whom, concern.step + 1, again, reminds=True)


def _rung(ladder: Sequence[tuple[UUID, ...]], step: int) -> tuple[UUID, ...]:
    """Return who stands on a rung; beyond the last, the list goes round, or all where none is."""
    if not ladder:
        return ()
    if step < len(ladder):
        return ladder[step]
    around = ladder[REMINDED_RUNGS:] or ladder
    return around[(step - len(ladder)) % len(around)]


def _told_again_at(tier: int, now: datetime, where: Where) -> datetime:
    if tier == AT_ONCE:
        return now + ACKNOWLEDGED_WITHIN
    return after_working(now, ACKNOWLEDGED_WITHIN_WORKING, where)
