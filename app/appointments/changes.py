"""What a list changes (pure): each row beside what is held already."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.appointments.clinic_list import ListRow, Note, Problem
from app.appointments.columns import APPOINTMENT_ID, DATE_OF_BIRTH, NHS_NUMBER

# Without an appointment ID a row is taken for a move only this near the time that is held.
MOVED_WITHIN = timedelta(days=14)


class Change(StrEnum):
    """What a row does."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"
    REBOOKED = "rebooked"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    IGNORED = "ignored"


@dataclass(frozen=True)
class HeldPerson:
    """A young person as they are held."""

    id: UUID
    nhs_number: str
    first_name: str
    last_name: str
    date_of_birth: date
    mobile: str | None
    number_belongs_to: str
    language: str


@dataclass(frozen=True)
class HeldAppointment:
    """An appointment as it is held."""

    id: UUID
    young_person_id: UUID
    clinic_id: UUID
    starts_at: datetime
    status: str
    external_id: str | None


@dataclass(frozen=True)
class Held:
    """What is held of the people and clinics that a list names."""

    people: Mapping[str, HeldPerson]
    appointments: Sequence[HeldAppointment]


@dataclass(frozen=True)
class RowChange:
    """What one row does: to whom and to which appointment, if they are held; and when it was."""

    row: ListRow
    change: Change
    person_id: UUID | None
    appointment_id: UUID | None = None
    was_at: datetime | None = None
    details_differ: bool = False


@dataclass(frozen=True)
class Changes:
    """What a whole list does. `missing` are booked visits ahead that the list no longer holds."""

    rows: list[RowChange]
    problems: list[Problem]
    notes: list[Note]
    missing: int

    def counts(self) -> dict[str, int]:
        """How many rows do what."""
        found = Counter(row.change for row in self.rows)
        return {change.value: found[change] for change in Change}


def compare(rows: Sequence[ListRow], held: Held, *, now: datetime) -> Changes:
    """Say what each row changes; rows that disagree about who somebody is become problems."""
    owners = {
        (found.clinic_id, found.external_id): found.young_person_id for found in held.appointments
    }
    problems = [problem for row in rows for problem in _disagreement(row, held)]
    problems += [problem for row in rows for problem in _taken_id(row, held, owners)]
    rejected = {problem.row for problem in problems}
    good = [row for row in rows if row.number not in rejected]
    book = _Book(held, good, now)
    changes = [book.change_of(row) for row in good]
    notes = [note for row in good for note in _name_note(row, held)]
    return Changes(changes, problems, notes, book.missing(changes))


def _disagreement(row: ListRow, held: Held) -> Iterable[Problem]:
    person = held.people.get(row.nhs_number)
    if person is None:
        return
    if person.date_of_birth != row.date_of_birth:
        words = "This NHS number is held with another date of birth. Check which one is right."
        yield Problem(row.number, DATE_OF_BIRTH, f"{row.date_of_birth:%d/%m/%Y}", words)
    elif not _same(person.first_name, row.first_name) and not _same(
        person.last_name, row.last_name
    ):
        words = "This NHS number is held for somebody of another name. Check the number."
        yield Problem(row.number, NHS_NUMBER, row.nhs_number, words)


def _taken_id(
    row: ListRow, held: Held, owners: Mapping[tuple[UUID, str | None], UUID]
) -> Iterable[Problem]:
    owner = owners.get((row.clinic_id, row.appointment_id)) if row.appointment_id else None
    person = held.people.get(row.nhs_number)
    if owner is not None and (person is None or owner != person.id):
        words = "This appointment ID is held for another young person. Check the ID and the row."
        yield Problem(row.number, APPOINTMENT_ID, row.appointment_id or "", words)


def _name_note(row: ListRow, held: Held) -> Iterable[Note]:
    person = held.people.get(row.nhs_number)
    if person is None:
        return
    if not (_same(person.first_name, row.first_name) and _same(person.last_name, row.last_name)):
        yield Note(row.number, "Held under another name so far: the name of this list is kept.")


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


class _Book:
    """The held appointments, laid out for looking up."""

    def __init__(self, held: Held, rows: Sequence[ListRow], now: datetime) -> None:
        self._people = held.people
        self._now = now
        self._by_id = {
            (found.clinic_id, found.external_id): found
            for found in held.appointments
            if found.external_id
        }
        self._by_time = {
            (found.young_person_id, found.clinic_id, found.starts_at): found
            for found in held.appointments
        }
        self._appointments = held.appointments
        self._claimed = self._claimed_by(rows)
        self._covered = _covered_days(rows)

    def change_of(self, row: ListRow) -> RowChange:
        """Say what one row does."""
        person = self._people.get(row.nhs_number)
        found = self._held_for(row, person)
        person_id = person.id if person else None
        differ = person is not None and _details_differ(row, person)
        if found is None:
            change = Change.IGNORED if row.cancelled else Change.NEW
            return RowChange(row, change, person_id, details_differ=differ)
        change = _kind(row, found, differ)
        return RowChange(row, change, person_id, found.id, found.starts_at, differ)

    def missing(self, changes: Iterable[RowChange]) -> int:
        """Count the booked visits ahead, on days the list covers, that no row names."""
        named = {change.appointment_id for change in changes}
        return sum(
            1
            for found in self._appointments
            if found.status == "booked"
            and found.starts_at > self._now
            and found.id not in named
            and self._covers(found)
        )

    def _held_for(self, row: ListRow, person: HeldPerson | None) -> HeldAppointment | None:
        if row.appointment_id:
            named = self._by_id.get((row.clinic_id, row.appointment_id))
            if named is not None:
                return named
        if person is None:
            return None
        same = self._by_time.get((person.id, row.clinic_id, row.starts_at))
        if same is not None and same.id not in self._claimed_by_id:
            return same
        return None if row.appointment_id else self._moved_from(row, person)

    def _moved_from(self, row: ListRow, person: HeldPerson) -> HeldAppointment | None:
        candidates = [
            found
            for found in self._appointments
            if found.young_person_id == person.id
            and found.clinic_id == row.clinic_id
            and found.status == "booked"
            and found.starts_at > self._now
            and found.id not in self._claimed
        ]
        if len(candidates) != 1 or self._rows_unplaced[(row.nhs_number, row.clinic_id)] != 1:
            return None
        found = candidates[0]
        near = abs(found.starts_at - row.starts_at) <= MOVED_WITHIN
        return found if near or self._covers(found) else None

    def _claimed_by(self, rows: Sequence[ListRow]) -> set[UUID]:
        """The held appointments that some row names outright, so that no other row moves them."""
        claimed: set[UUID] = set()
        self._claimed_by_id: set[UUID] = set()
        self._rows_unplaced: Counter[tuple[str, UUID]] = Counter()
        for row in rows:
            person = self._people.get(row.nhs_number)
            time_key = (person.id, row.clinic_id, row.starts_at) if person else None
            named = self._by_id.get((row.clinic_id, row.appointment_id or ""))
            if named is not None:
                self._claimed_by_id.add(named.id)
            found = named or (self._by_time.get(time_key) if time_key else None)
            if found is not None:
                claimed.add(found.id)
            else:
                self._rows_unplaced[(row.nhs_number, row.clinic_id)] += 1
        return claimed

    def _covers(self, found: HeldAppointment) -> bool:
        days = self._covered.get(found.clinic_id)
        return days is not None and days[0] <= found.starts_at <= days[1]


def _covered_days(rows: Sequence[ListRow]) -> dict[UUID, tuple[datetime, datetime]]:
    """The time that a list covers at each clinic, whole days rounded outwards."""
    covered: dict[UUID, tuple[datetime, datetime]] = {}
    for row in rows:
        start = row.starts_at.replace(hour=0, minute=0)
        end = start + timedelta(days=1)
        first, last = covered.get(row.clinic_id, (start, end))
        covered[row.clinic_id] = (min(first, start), max(last, end))
    return covered


def _details_differ(row: ListRow, person: HeldPerson) -> bool:
    said = (row.first_name, row.last_name, row.mobile, row.language)
    known = (person.first_name, person.last_name, person.mobile, person.language)
    return said != known or owner_after(row, person) != person.number_belongs_to


def owner_after(row: ListRow, person: HeldPerson) -> str:
    """Whose phone it is after this row: what it says, or as held if it says nothing of it."""
    if row.number_belongs_to != "unknown" or row.mobile != person.mobile:
        return row.number_belongs_to
    return person.number_belongs_to


def _kind(row: ListRow, found: HeldAppointment, details_differ: bool) -> Change:
    if row.cancelled:
        return Change.UNCHANGED if found.status == "cancelled" else Change.CANCELLED
    if found.status == "cancelled":
        return Change.REBOOKED
    if found.starts_at != row.starts_at:
        return Change.MOVED
    new_id = row.appointment_id is not None and found.external_id is None
    return Change.CHANGED if details_differ or new_id else Change.UNCHANGED
