"""The appointments that are held, laid out for a list to be held against them (pure)."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from app.appointments.holding import Held, HeldAppointment, HeldPerson
from app.appointments.rows import ListRow
from app.appointments.words import Status

# A new visit this near one that the list does not cover may be that one, moved: it is said.
NEAR = timedelta(days=14)


class Book:
    """The held appointments of the clinics that a list names."""

    def __init__(
        self,
        held: Held,
        rows: Sequence[ListRow],
        now: datetime,
        unsure: Collection[str] | None = (),
    ) -> None:
        """`rows` are all that could be read; `unsure` the NHS numbers of whom a row is not good, or
        None for a list that is only part of one: of them no move is guessed.
        """
        self._unsure = unsure
        self._people = held.people
        self._now = now
        self._appointments = held.appointments
        self._by_id = {
            (found.clinic_id, found.external_id): found
            for found in held.appointments
            if found.external_id
        }
        # A cancelled visit may stand at the time of another one: that one goes before.
        ordered = sorted(held.appointments, key=lambda found: found.status != "cancelled")
        self._by_time = {
            (found.young_person_id, found.clinic_id, found.starts_at): found for found in ordered
        }
        self._by_person: dict[tuple[UUID, UUID], list[HeldAppointment]] = {}
        for found in held.appointments:
            key = (found.young_person_id, found.clinic_id)
            self._by_person.setdefault(key, []).append(found)
        self._claimed: set[UUID] = set()
        self._claimed_by_id: set[UUID] = set()
        self._unplaced: Counter[tuple[str, UUID]] = Counter()
        self._covered: dict[UUID, tuple[datetime, datetime]] = {}
        if held.appointments:
            self._covered = _covered_days(rows)
            self._claim(rows)

    def held_for(self, row: ListRow, person: HeldPerson | None) -> HeldAppointment | None:
        """Return the held appointment that a row is about, or None."""
        if not self._appointments:
            return None
        if row.appointment_id:
            named = self._by_id.get((row.clinic_id, row.appointment_id))
            if named is not None and not self._now_and_then(row, named):
                return named
        if person is None:
            return None
        same = self._by_time.get((person.id, row.clinic_id, row.starts_at))
        if same is not None and same.id not in self._claimed_by_id:
            return same
        is_past = row.starts_at <= self._now
        if row.appointment_id or is_past or row.status is not Status.BOOKED:
            return None
        return self._moved_from(row, person)

    def also_booked(self, row: ListRow, person: HeldPerson) -> HeldAppointment | None:
        """Return a visit near a new one, on a day the list does not cover: it may have moved."""
        return next(
            (
                found
                for found in self._by_person.get((person.id, row.clinic_id), ())
                if self._is_free(found)
                and not self._covers(found)
                and abs(found.starts_at - row.starts_at) <= NEAR
            ),
            None,
        )

    def _now_and_then(self, row: ListRow, found: HeldAppointment) -> bool:
        """Whether a row of the past has the ID of a visit ahead: one ID for a course of visits."""
        return row.starts_at <= self._now < found.starts_at

    def _is_free(self, found: HeldAppointment) -> bool:
        """Whether a visit is booked, ahead, and named by no row."""
        ahead = found.status == "booked" and found.starts_at > self._now
        return ahead and found.id not in self._claimed

    def missing(self, named: Collection[UUID | None]) -> list[HeldAppointment]:
        """Return the booked visits ahead, on days the list covers, that no row names."""
        return [
            found
            for found in self._appointments
            if self._is_free(found) and found.id not in named and self._covers(found)
        ]

    def _moved_from(self, row: ListRow, person: HeldPerson) -> HeldAppointment | None:
        """The one visit on the days of this list that the list no longer holds, if there is one."""
        if self._unsure is None or row.nhs_number in self._unsure:
            return None
        theirs = self._by_person.get((person.id, row.clinic_id), ())
        candidates = [found for found in theirs if self._is_free(found)]
        if len(candidates) != 1 or self._unplaced[(row.nhs_number, row.clinic_id)] != 1:
            return None
        return candidates[0] if self._covers(candidates[0]) else None

    def _claim(self, rows: Sequence[ListRow]) -> None:
        """Note the held appointments that some row names outright: no other row moves them."""
        for row in rows:
            person = self._people.get(row.nhs_number)
            named = self._by_id.get((row.clinic_id, row.appointment_id or ""))
            if named is not None and self._now_and_then(row, named):
                named = None
            if named is not None:
                self._claimed_by_id.add(named.id)
            key = (person.id, row.clinic_id, row.starts_at) if person else None
            found = named or (self._by_time.get(key) if key else None)
            if found is not None:
                self._claimed.add(found.id)
            elif row.status is Status.BOOKED:
                self._unplaced[(row.nhs_number, row.clinic_id)] += 1

    def _covers(self, found: HeldAppointment) -> bool:
        days = self._covered.get(found.clinic_id)
        return days is not None and days[0] <= found.starts_at <= days[1]


def _covered_days(rows: Sequence[ListRow]) -> dict[UUID, tuple[datetime, datetime]]:
    """The time that a list covers at each clinic, whole days rounded outwards."""
    covered: dict[UUID, tuple[datetime, datetime]] = {}
    for row in rows:
        first, last = covered.get(row.clinic_id, (row.starts_at, row.starts_at))
        if not first <= row.starts_at <= last or first is last:
            covered[row.clinic_id] = (min(first, row.starts_at), max(last, row.starts_at))
    return {
        clinic: (_day(first), _day(last) + timedelta(days=1))
        for clinic, (first, last) in covered.items()
    }


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def details_differ(row: ListRow, person: HeldPerson) -> bool:
    """Whether a row says anything of a person that is not held, or otherwise held."""
    said = (row.first_name, row.last_name, row.date_of_birth, row.mobile)
    known = (person.first_name, person.last_name, person.date_of_birth, person.mobile)
    further = (
        (row.language, person.language),
        (row.interpreter, person.interpreter),
        (row.ethnicity, person.ethnicity),
        (row.postcode[0] if row.postcode else None, person.postcode_area),
    )
    return (
        said != known
        or any(says is not None and says != holds for says, holds in further)
        or owner_after(row, person) != person.number_belongs_to
        or not_texted_after(row, person) != person.not_texted
    )


def owner_after(row: ListRow, person: HeldPerson) -> str:
    """Whose phone it is after this row: what it says, or as held if it says nothing of it."""
    if row.number_belongs_to != "unknown" or row.mobile != person.mobile:
        return row.number_belongs_to
    return person.number_belongs_to


def not_texted_after(row: ListRow, person: HeldPerson) -> str | None:
    """Why somebody is not texted after this row; a death is never taken back by a list."""
    if row.flagged is None or person.not_texted == "deceased":
        return person.not_texted
    return row.flagged or None
