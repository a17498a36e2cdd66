"""What a list changes (pure): each row beside what is held already."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from app.appointments.book import Book, details_differ
from app.appointments.headings import APPOINTMENT_DATE, APPOINTMENT_ID
from app.appointments.holding import Held, HeldAppointment
from app.appointments.questions import settle
from app.appointments.rows import ListRow, Note, Problem, Question
from app.appointments.words import Status

CANCEL = "cancel"
OVER = ("fulfilled", "noshow")
PAST = "This appointment is already past. Leave it out, or mend the date."


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
NO_CHANGE = (Change.UNCHANGED, Change.IGNORED)


class RowChange(NamedTuple):
    """What one row does: to whom and to which appointment, if they are held; and when it was."""

    row: ListRow
    change: Change
    person_id: UUID | None
    appointment_id: UUID | None = None
    was_at: datetime | None = None
    details_differ: bool = False


@dataclass(frozen=True)
class Changes:
    """What a whole list does.

    `missing` are booked visits ahead, on days the list covers, that it does not hold; `cancelled`
    are those of them that a person has said to cancel. `questions` hold rows back; `answered` no
    longer do.
    """

    rows: list[RowChange]
    problems: list[Problem]
    notes: list[Note]
    missing: list[HeldAppointment]
    questions: list[Question] = field(default_factory=list)
    cancelled: tuple[UUID, ...] = ()
    answered: list[Question] = field(default_factory=list)

    @property
    def held_back(self) -> int:
        """How many rows wait for an answer."""
        return len({number for question in self.questions for number in question.rows})

    def counts(self) -> dict[str, int]:
        """How many rows do what; visits that are cancelled for being missing count as such."""
        found = Counter(row.change for row in self.rows)
        found[Change.CANCELLED] += len(self.cancelled)
        return {change.value: found[change] for change in Change}


def compare(
    rows: Sequence[ListRow],
    held: Held,
    *,
    now: datetime,
    decisions: Mapping[str, str] | None = None,
    done: Collection[int] = (),
    rejected: Collection[str] = (),
    is_part: bool = False,
) -> Changes:
    """Say what each row changes; rows that disagree about who somebody is wait for a person.

    `decisions` are a person's answers; `done` are the rows that were saved from this very content
    before, and do nothing again; `rejected` are the NHS numbers of rows to mend: what is held for
    those people is not missing, it is only not told. Of a part of a list nothing is missing.
    """
    answers = decisions or {}
    fresh = [row for row in rows if row.number not in done] if done else rows
    settled = settle(_without_ids_of_the_past(fresh, held), held, answers)
    taken = list(_taken_ids(settled.rows, held))
    wrong = {problem.row for problem in taken}
    good = [row for row in settled.rows if row.number not in wrong] if wrong else settled.rows
    book = Book(held, good, now)
    changes, past = _each(good, book, held, now)
    changes += [RowChange(row, Change.UNCHANGED, None) for row in rows if row.number in done]
    missing: list[HeldAppointment] = []
    if held.appointments and not done and not is_part:
        untold = {row.nhs_number for row in rows} - {row.nhs_number for row in good}
        missing = _missing(book, changes, held, untold.union(rejected))
    cancelled = tuple(v.id for v in missing if answers.get(f"missing:{v.id}") == CANCEL)
    met = list(_taken_times(changes, held))
    changes = _without(changes, {problem.row for problem in met})
    problems = [*settled.problems, *taken, *past, *met]
    questions = settled.questions
    return Changes(
        changes, problems, settled.notes, missing, questions, cancelled, settled.answered
    )


def _each(
    rows: Sequence[ListRow], book: Book, held: Held, now: datetime
) -> tuple[list[RowChange], list[Problem]]:
    """Say what each row does; a booked visit of the past that nobody holds is a problem."""
    changes: list[RowChange] = []
    past: list[Problem] = []
    none_held = not held.people and not held.appointments
    for row in rows:
        if none_held and row.status is Status.BOOKED and row.starts_at > now and not row.flagged:
            changes.append(RowChange(row, Change.NEW, None))
            continue
        change = _change_of(row, book, held, now)
        if change is None:
            shown = f"{row.starts_at:%d/%m/%Y}"
            past.append(Problem(row.number, APPOINTMENT_DATE, shown, PAST, "past"))
        else:
            changes.append(change)
    return changes, past


def _without_ids_of_the_past(rows: Sequence[ListRow], held: Held) -> Sequence[ListRow]:
    """Take the ID off a visit ahead that carries the one of a visit that is over.

    Some systems give one reference to a whole course of visits: what is over stays as it was.
    """
    over = {
        (each.clinic_id, each.external_id)
        for each in held.appointments
        if each.status in OVER and each.external_id
    }
    if not over:
        return rows
    return [
        row._replace(appointment_id=None)
        if row.status is Status.BOOKED and (row.clinic_id, row.appointment_id) in over
        else row
        for row in rows
    ]


def _without(changes: list[RowChange], rows: Collection[int]) -> list[RowChange]:
    return [change for change in changes if change.row.number not in rows] if rows else changes


def _taken_times(changes: Sequence[RowChange], held: Held) -> Iterable[Problem]:
    """Name the rows that would move a visit to a time at which the same person has another."""
    if not held.appointments:
        return
    leaving = {
        change.appointment_id
        for change in changes
        if change.change in (Change.MOVED, Change.CANCELLED)
    }
    busy = {
        (each.young_person_id, each.clinic_id, each.starts_at): each.id
        for each in held.appointments
        if each.status != "cancelled" and each.id not in leaving
    }
    for change in changes:
        row = change.row
        there = busy.get(_key(change))
        moves = change.change in (Change.MOVED, Change.REBOOKED)
        if moves and there not in (None, change.appointment_id):
            words = "They have another visit at this very time. Cancel that one, or mend the time."
            shown = f"{row.starts_at:%d/%m/%Y}"
            yield Problem(row.number, APPOINTMENT_DATE, shown, words, "time_taken")


def _key(change: RowChange) -> tuple[UUID, UUID, datetime]:
    return change.person_id or UUID(int=0), change.row.clinic_id, change.row.starts_at


def _missing(
    book: Book, changes: Iterable[RowChange], held: Held, untold: Collection[str]
) -> list[HeldAppointment]:
    named = {change.appointment_id for change in changes}
    waiting = {person.id for number in untold if (person := held.people.get(number))}
    return [each for each in book.missing(named) if each.young_person_id not in waiting]


def _taken_ids(rows: Iterable[ListRow], held: Held) -> Iterable[Problem]:
    """Name the rows whose appointment ID is held for somebody else."""
    owners = {
        (found.clinic_id, found.external_id): found.young_person_id for found in held.appointments
    }
    if not owners:
        return
    for row in rows:
        owner = owners.get((row.clinic_id, row.appointment_id)) if row.appointment_id else None
        person = held.people.get(row.nhs_number)
        if owner is not None and (person is None or owner != person.id):
            words = "This appointment ID is held for another young person. Check ID and row."
            value = row.appointment_id or ""
            yield Problem(row.number, APPOINTMENT_ID, value, words, "id_taken")


def _change_of(row: ListRow, book: Book, held: Held, now: datetime) -> RowChange | None:
    """Say what one row does; None if it is a booked visit of the past that nobody holds."""
    person = held.people.get(row.nhs_number)
    found = book.held_for(row, person)
    person_id = person.id if person else None
    differ = person is not None and details_differ(row, person)
    if found is not None:
        change = _kind(row, found, differ, now)
        return RowChange(row, change, person_id, found.id, found.starts_at, differ)
    if row.status is not Status.BOOKED or (row.flagged == "deceased" and person is None):
        return RowChange(row, Change.IGNORED, person_id, details_differ=differ)
    if row.starts_at <= now:
        return None
    return RowChange(row, Change.NEW, person_id, details_differ=differ)


def _kind(row: ListRow, found: HeldAppointment, differ: bool, now: datetime) -> Change:
    if row.status is Status.CANCELLED:
        return Change.UNCHANGED if found.status == "cancelled" else Change.CANCELLED
    if row.status is not Status.BOOKED:
        return Change.UNCHANGED if found.status == row.status else Change.OUTCOME
    if row.starts_at <= now:
        # What has become of a past visit is not undone by a list that does not say.
        return Change.CHANGED if differ and found.status == "booked" else Change.UNCHANGED
    if found.status == "cancelled":
        return Change.REBOOKED
    if found.starts_at != row.starts_at:
        return Change.MOVED
    new_id = row.appointment_id is not None and found.external_id is None
    new_kind = row.visit_kind is not None and row.visit_kind != found.visit_kind
    return Change.CHANGED if differ or new_id or new_kind else Change.UNCHANGED
