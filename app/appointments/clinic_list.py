"""Cells into appointments, or problems (pure): each bad cell by row, heading, value and remedy."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.appointments import cells, columns
from app.appointments.spreadsheet import TableRow
from app.people.nhs_number import normalise
from app.people.phone import Mobile, PhoneProblem, in_words, read_mobile

MOST_SHOWN = 60


@dataclass(frozen=True)
class KnownClinic:
    """A clinic that rows may name."""

    id: UUID
    code: str
    zone: str


@dataclass(frozen=True)
class ListRow:
    """One good row: one young person's appointment. `starts_at` is UTC."""

    number: int
    nhs_number: str
    first_name: str
    last_name: str
    date_of_birth: date
    mobile: str | None
    number_belongs_to: str
    language: str
    clinic_id: UUID
    starts_at: datetime
    appointment_id: str | None
    cancelled: bool


@dataclass(frozen=True)
class Problem:
    """One bad cell: its row as a spreadsheet numbers it, its heading, its value, what to do."""

    row: int
    heading: str
    value: str
    message: str


@dataclass(frozen=True)
class Note:
    """Something worth knowing about a row that goes ahead."""

    row: int
    message: str


@dataclass(frozen=True)
class ReadList:
    """A whole list, read: good rows, problems of the others, notes, and how many rows it has."""

    rows: list[ListRow]
    problems: list[Problem]
    notes: list[Note]
    row_count: int


@dataclass
class _Reading:
    """One row while it is being read."""

    table_row: TableRow
    places: Mapping[str, int]
    problems: list[Problem] = field(default_factory=list)

    def text(self, heading: str) -> str:
        """The cell under a heading; a short row ends in empty cells."""
        place = self.places.get(heading)
        cells_here = self.table_row.cells
        return cells_here[place] if place is not None and place < len(cells_here) else ""

    def read(self, heading: str, reader: Callable[[str], Any]) -> Any:
        """Read a cell, or write its problem down and return None."""
        text = self.text(heading)
        try:
            return reader(text)
        except ValueError as fault:
            self.fail(heading, str(fault))
            return None

    def fail(self, heading: str, message: str) -> None:
        """Write down what is wrong with a cell."""
        value = self.text(heading).strip()[:MOST_SHOWN]
        self.problems.append(Problem(self.table_row.number, heading, value, message))


def read(
    table: Sequence[TableRow],
    clinics: Mapping[str, KnownClinic],
    *,
    now: datetime,
    fictional: bool,
) -> ReadList:
    """Read a table whose first row holds the headings; Refusal if they are not right.

    `clinics` are those the list may name, by code in capitals. A bad row is left out and every bad
    cell of it named; the others go ahead. `fictional` says whether Ofcom's made-up mobiles are
    taken.
    """
    places = columns.find_columns(table[0].cells)
    rows: list[ListRow] = []
    problems: list[Problem] = []
    for table_row in table[1:]:
        reading = _Reading(table_row, places)
        row = _row(reading, clinics, now, fictional)
        if row is not None and not reading.problems:
            rows.append(row)
        problems.extend(reading.problems)
    kept, repeated = _without_repeats(rows)
    return ReadList(kept, sorted(problems + repeated, key=place_of), _notes(kept), len(table) - 1)


def _row(
    reading: _Reading, clinics: Mapping[str, KnownClinic], now: datetime, fictional: bool
) -> ListRow | None:
    clinic = reading.read(columns.CLINIC_CODE, lambda text: _clinic(text, clinics))
    day = reading.read(columns.APPOINTMENT_DATE, cells.read_date)
    clock_time = reading.read(columns.APPOINTMENT_TIME, cells.read_time)
    starts_at = None
    if clinic is not None and day is not None and clock_time is not None:
        starts_at = reading.read(
            columns.APPOINTMENT_DATE,
            lambda _: cells.read_start(day, clock_time, clinic.zone, now),
        )
    visit = day or now.date()
    values = {
        "nhs_number": reading.read(columns.NHS_NUMBER, _nhs_number),
        "first_name": reading.read(columns.FIRST_NAME, cells.read_name),
        "last_name": reading.read(columns.LAST_NAME, cells.read_name),
        "date_of_birth": reading.read(
            columns.DATE_OF_BIRTH, lambda text: cells.read_birth(text, visit)
        ),
        "mobile": reading.read(columns.MOBILE, lambda text: _mobile(text, fictional)),
        "number_belongs_to": reading.read(columns.OWNER, cells.read_owner),
        "language": reading.read(columns.LANGUAGE, cells.read_language),
        "appointment_id": reading.read(columns.APPOINTMENT_ID, cells.read_id),
        "cancelled": reading.read(columns.STATUS, cells.read_status),
    }
    if reading.problems or starts_at is None:
        return None
    return ListRow(reading.table_row.number, clinic_id=clinic.id, starts_at=starts_at, **values)


def _nhs_number(text: str) -> str:
    number = normalise(text)
    if number is None:
        raise ValueError("This is not an NHS number: it has 10 digits and a check digit. Check it.")
    return number


def _mobile(text: str, fictional: bool) -> str | None:
    found = read_mobile(text, fictional=fictional)
    if isinstance(found, Mobile):
        return found.e164
    if found is PhoneProblem.EMPTY:
        return None
    raise ValueError(in_words(found))


def _clinic(text: str, clinics: Mapping[str, KnownClinic]) -> KnownClinic:
    code = text.strip().upper()
    if not code:
        raise ValueError("The clinic code is missing. Add it.")
    if code not in clinics:
        raise ValueError("No clinic of yours has this code. Check it, or ask an administrator.")
    return clinics[code]


def _without_repeats(rows: Sequence[ListRow]) -> tuple[list[ListRow], list[Problem]]:
    """Take out what a row says that an earlier one has said, or said otherwise."""
    kept: list[ListRow] = []
    problems: list[Problem] = []
    times: dict[object, int] = {}
    ids: dict[object, int] = {}
    people: dict[str, ListRow] = {}
    for row in rows:
        time_key = (row.nhs_number, row.clinic_id, row.starts_at)
        id_key = (row.clinic_id, row.appointment_id)
        known = people.setdefault(row.nhs_number, row)
        if time_key in times:
            problems.append(_repeat(row, columns.APPOINTMENT_TIME, times[time_key]))
        elif row.appointment_id and id_key in ids:
            problems.append(_repeat(row, columns.APPOINTMENT_ID, ids[id_key]))
        elif _differs(known, row):
            words = f"Row {known.number} gives this NHS number another name or date of birth."
            shown = row.nhs_number
            problems.append(
                Problem(row.number, columns.NHS_NUMBER, shown, f"{words} Mend one of them.")
            )
        else:
            kept.append(row)
            times[time_key] = ids[id_key] = row.number
    return kept, problems


def _repeat(row: ListRow, heading: str, first: int) -> Problem:
    value = row.appointment_id or "" if heading == columns.APPOINTMENT_ID else ""
    words = f"This is the same appointment as row {first}. Leave one of them out."
    return Problem(row.number, heading, value, words)


def _differs(one: ListRow, other: ListRow) -> bool:
    return (one.date_of_birth, one.first_name.casefold(), one.last_name.casefold()) != (
        other.date_of_birth,
        other.first_name.casefold(),
        other.last_name.casefold(),
    )


def _notes(rows: Sequence[ListRow]) -> list[Note]:
    people: dict[str, set[str]] = {}
    for row in rows:
        if row.mobile:
            people.setdefault(row.mobile, set()).add(row.nhs_number)
    notes = []
    for row in rows:
        if row.mobile is None:
            notes.append(Note(row.number, "There is no mobile: they will not be texted."))
        elif len(people[row.mobile]) > 1:
            words = (
                "This mobile stands at another young person as well: a person will place replies."
            )
            notes.append(Note(row.number, words))
    return notes


def place_of(problem: Problem) -> tuple[int, int]:
    """Where a problem stands: by row, then as the headings are listed."""
    return problem.row, (columns.NEEDED + columns.OPTIONAL).index(problem.heading)
