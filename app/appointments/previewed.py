"""A file that was looked at, before anything is saved, as plain values (pure)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from app.appointments.change import CHANGING, Change, RowChange
from app.appointments.holding import HeldAppointment
from app.appointments.layout import Layout
from app.appointments.rows import Note, Problem, Question, Repair, SetAside

# Beyond this many new texts somebody has to type the clinic's name.
MOST_UNTYPED = 200


@dataclass(frozen=True)
class Upload:
    """A file somebody gave us. `clinic_ids` are the clinics it may name; None is all of them.

    `columns` is what a person said of its columns, `decisions` are their answers; `list_id` is the
    list it is kept as, if it is.
    """

    file_name: str
    content: bytes
    organisation_code: str
    clinic_ids: frozenset[UUID] | None
    fictional: bool
    columns: Mapping[str, Any] | None = None
    decisions: Mapping[str, str] = field(default_factory=dict)
    list_id: UUID | None = None


@dataclass(frozen=True)
class Preview:
    """What a list would change, before anything is saved.

    `counts` are rows: all, rejected, held back, set aside, and by what they do; `missing` are
    visits the list leaves out. `wants_columns` says that a person must say which column is which.
    """

    list_id: UUID
    file_name: str
    state: str
    counts: dict[str, int]
    layout: Layout
    rows: list[RowChange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    answered: list[Question] = field(default_factory=list)
    missing: list[HeldAppointment] = field(default_factory=list)
    skipped: Mapping[str, int] = field(default_factory=dict)
    remarks: Sequence[str] = ()
    saved_before: datetime | None = None

    @property
    def wants_columns(self) -> bool:
        """Whether needed columns are not known yet."""
        return bool(self.layout.missing)

    @property
    def changes_nothing(self) -> bool:
        """Whether saving the list would leave everything as it is."""
        return not any(self.counts[change] for change in CHANGING)

    @property
    def seen(self) -> str:
        """A short name for what a person sees here, to tell whether saving would do just that."""
        rows = [(each.row.number, each.change.value, each.appointment_id) for each in self.rows]
        whole = repr((sorted(self.counts.items()), rows))
        return hashlib.sha256(whole.encode()).hexdigest()[:16]

    @property
    def starts(self) -> list[datetime]:
        """When the visits of the list are, the first first."""
        return sorted(change.row.starts_at for change in self.rows)

    def name_to_type(self, names: Mapping[UUID, str]) -> str | None:
        """The clinic's name that must be typed before so many new texts; None for fewer."""
        fresh = [each.row.clinic_id for each in self.rows if each.change is Change.NEW]
        if len(fresh) <= MOST_UNTYPED:
            return None
        return names[max(set(fresh), key=fresh.count)]


def facts(preview: Preview) -> dict[str, Any]:
    """Return a preview as plain values, for machines."""
    starts = preview.starts
    return {
        "file": preview.file_name,
        **preview.counts,
        "first_date": starts[0].date().isoformat() if starts else None,
        "last_date": starts[-1].date().isoformat() if starts else None,
        "problems": [_cell(problem) for problem in preview.problems],
        "repairs": [_cell(repair) for repair in preview.repairs],
        "questions": [asdict(question) for question in preview.questions],
        "set_aside_rows": [each._asdict() for each in preview.set_aside],
        "notes": [note._asdict() for note in preview.notes],
        "skipped": dict(preview.skipped),
        "remarks": list(preview.remarks),
    }


def _cell(found: Problem | Repair) -> dict[str, Any]:
    return {
        "row": found.row,
        "heading": found.heading,
        "value": found.value,
        "code": found.code,
        "sentence": found.message,
    }
