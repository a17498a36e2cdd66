"""What a row may do, and what a whole list does, as plain values (pure)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from app.appointments.holding import HeldAppointment
from app.appointments.rows import ListRow, Note, Problem, Question


class Change(StrEnum):
    """What a row does."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"
    REBOOKED = "rebooked"
    CHANGED = "changed"
    OUTCOME = "outcome"
    UNCHANGED = "unchanged"
    IGNORED = "ignored"


CHANGING = (
    *(Change.NEW, Change.MOVED, Change.CANCELLED, Change.REBOOKED, Change.CHANGED),
    Change.OUTCOME,
)
# What may put a visit at a time that another one has.
COMES = (Change.NEW, Change.MOVED, Change.REBOOKED, Change.OUTCOME)
NO_CHANGE = (Change.UNCHANGED, Change.IGNORED)


class RowChange(NamedTuple):
    """What one row does: to whom and to which appointment, if they are held; and when it was."""

    row: ListRow
    change: Change
    person_id: UUID | None
    appointment_id: UUID | None = None
    was_at: datetime | None = None
    details_differ: bool = False

    @property
    def moved_from(self) -> datetime | None:
        """When the visit is held, if that is another time and the row does anything to it."""
        is_other = self.was_at is not None and self.was_at != self.row.starts_at
        return self.was_at if is_other and self.change not in NO_CHANGE else None


@dataclass(frozen=True)
class Changes:
    """What a whole list does.

    `missing` are booked visits ahead, on days the list covers, that it does not hold; `cancelled`
    are those of them that a person has said to cancel. `questions` hold rows back; `answered` no
    longer do. `flagged` are people, by id, who are no longer texted though no row changes them.
    """

    rows: list[RowChange]
    problems: list[Problem]
    notes: list[Note]
    missing: list[HeldAppointment]
    questions: list[Question] = field(default_factory=list)
    cancelled: tuple[UUID, ...] = ()
    answered: list[Question] = field(default_factory=list)
    flagged: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def held_back(self) -> int:
        """How many rows wait for an answer."""
        return len({number for question in self.questions for number in question.rows})

    def counts(self) -> dict[str, int]:
        """How many rows do what; visits that are cancelled for being missing count as such."""
        found = Counter(row.change for row in self.rows)
        found[Change.CANCELLED] += len(self.cancelled)
        found[Change.CHANGED] += len(self.flagged)
        return {change.value: found[change] for change in Change}
