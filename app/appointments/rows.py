"""What a list is once it is read (pure): its rows, and what is wrong or worth knowing of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from app.appointments.words import Status


@dataclass(frozen=True)
class KnownClinic:
    """A clinic that rows may name."""

    id: UUID
    code: str
    zone: str
    name: str = ""


class ListRow(NamedTuple):
    """One good row: one young person's appointment. `starts_at` is UTC.

    `no_mobile` says why there is none, as a PhoneProblem's name; `flagged` why the hospital does
    not want them texted, "" if it says that it does not mind. None is what the list does not say.
    The postcode is only passed on, never kept.
    """

    number: int
    nhs_number: str
    first_name: str
    last_name: str
    date_of_birth: date
    mobile: str | None
    number_belongs_to: str
    language: str | None
    clinic_id: UUID
    starts_at: datetime
    appointment_id: str | None
    status: Status
    no_mobile: str | None = None
    flagged: str | None = None
    interpreter: bool | None = None
    postcode: tuple[str, str] | None = None
    ethnicity: str | None = None
    visit_kind: str | None = None

    @property
    def cancelled(self) -> bool:
        """Whether the list says that the visit is cancelled."""
        return self.status is Status.CANCELLED


class Problem(NamedTuple):
    """One bad cell: its row as a spreadsheet numbers it, its heading, its value, what to do."""

    row: int
    heading: str
    value: str
    message: str
    code: str = "bad_cell"


class Repair(NamedTuple):
    """One cell that was mended in the reading: what it was, and what was made of it."""

    row: int
    heading: str
    value: str
    code: str
    message: str


class Note(NamedTuple):
    """Something worth knowing about a row that goes ahead."""

    row: int
    message: str


class SetAside(NamedTuple):
    """A row that is not for this service, and why: nothing to mend, and not saved."""

    row: int
    code: str
    message: str


class ReportedRow(NamedTuple):
    """One row of a saved list as it was told: names opened, times in ISO 8601."""

    number: int
    change: str
    name: str
    nhs_number: str
    mobile: str | None
    clinic_id: str
    starts_at: str
    was_at: str | None


@dataclass(frozen=True)
class Choice:
    """One way in which a person may decide."""

    key: str
    words: str


@dataclass(frozen=True)
class Question:
    """What a person must decide before these rows go ahead; until then they are held back."""

    key: str
    rows: tuple[int, ...]
    message: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ReadList:
    """A whole list, read.

    `left_out` counts lines that are no rows, by what they are; `rejected` are the NHS numbers of
    rows that have to be mended or are set aside, as far as they can be read; `flags` say by NHS
    number why somebody in the list must not be texted, whatever becomes of their rows.
    """

    rows: list[ListRow]
    problems: list[Problem]
    notes: list[Note]
    row_count: int
    repairs: list[Repair] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    left_out: Mapping[str, int] = field(default_factory=Counter)
    rejected: frozenset[str] = frozenset()
    flags: Mapping[str, str] = field(default_factory=dict)
