"""Showing what a list would change, and saving it: all of it or nothing, once."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from app.appointments import clinic_list as reading
from app.appointments.changes import Changes, Held, RowChange, compare
from app.appointments.clinic_list import KnownClinic, Note, Problem, ReadList
from app.appointments.held import held_for
from app.appointments.models import ClinicList, ListState
from app.appointments.saving import apply
from app.appointments.spreadsheet import read_table
from app.audit.trail import record
from app.clinics.models import Clinic
from app.db import seal, unseal, vault_of
from app.errors import Refusal
from app.privacy import new_id

# Two lists of one organisation follow each other; SQLite's writers do so anyway.
LOCK = text("SELECT pg_advisory_xact_lock(7305112, hashtext(:organisation))")
WHAT_COUNTS = ("new", "moved", "cancelled", "rebooked", "changed")
LONGEST_FILE_NAME = 200


@dataclass(frozen=True)
class Upload:
    """A file somebody gave us. `clinic_ids` are the clinics it may name; None is all of them."""

    file_name: str
    content: bytes
    organisation_code: str
    clinic_ids: frozenset[UUID] | None
    fictional: bool


@dataclass(frozen=True)
class Preview:
    """What a list would change, before anything is saved; afterwards, what it did.

    `counts` are rows: all, rejected, and by what they do; `missing` are visits the list leaves out.
    """

    list_id: UUID
    file_name: str
    state: str
    counts: dict[str, int]
    rows: list[RowChange]
    problems: list[Problem]
    notes: list[Note]
    first: datetime | None
    last: datetime | None

    @property
    def changes_nothing(self) -> bool:
        """Whether saving the list would leave everything as it is."""
        return not any(self.counts[name] for name in WHAT_COUNTS)


@dataclass(frozen=True)
class Saved:
    """What saving a list did; `again` means that it had been saved before, by another click."""

    counts: dict[str, int]
    changed_nothing: bool
    again: bool = False


def look(session: Session, upload: Upload, *, now: datetime) -> Preview:
    """Say what a file would change, keeping nothing; Refusal if it is not a clinic list."""
    return _look(session, upload, now=now)[0]


def preview_clinic_list(session: Session, upload: Upload, *, by: str, now: datetime) -> Preview:
    """Read a file and keep it, sealed, to be saved; Refusal if it is not a clinic list.

    The whole file is read before anything is written.
    """
    preview, _, _ = _look(session, upload, now=now)
    kept = ClinicList(
        id=preview.list_id,
        organisation_code=upload.organisation_code,
        file_name_sealed=b"",
        content_sealed=b"",
        content_key=vault_of(session).lookup("clinic_list", upload.content.decode("latin-1")),
        uploaded_at=now,
        uploaded_by=by,
        counts=_kept_counts(preview, upload),
    )
    seal(session, kept, "file_name", preview.file_name)
    seal(session, kept, "content", upload.content.decode("utf-8"))
    session.add(kept)
    session.flush()
    subject = f"clinic_list:{kept.id}"
    record(session, "clinic_list_uploaded", by=by, now=now, subject=subject, **preview.counts)
    return preview


def look_again(session: Session, kept: ClinicList, *, now: datetime) -> Preview:
    """Say what a kept list would change now; of a saved one, what it did."""
    upload = _upload_of(session, kept)
    preview, _, _ = _look(session, upload, now=kept.uploaded_at if kept.saved_at else now)
    counts = preview.counts
    if kept.saved_at is not None:
        counts = {name: kept.counts.get(name, 0) for name in counts}
    return replace(preview, list_id=kept.id, state=kept.state, counts=counts)


def save_clinic_list(session: Session, list_id: UUID, *, by: str, now: datetime) -> Saved:
    """Save a kept list, all of it in the caller's transaction.

    Compared anew with what is held at this moment. A second click, or a second tab, changes
    nothing and says so.
    """
    kept = session.get_one(ClinicList, list_id)
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(LOCK, {"organisation": kept.organisation_code})
    if not _take(session, list_id, now):
        session.refresh(kept)
        return Saved(dict(kept.counts), changed_nothing=True, again=True)
    upload = _upload_of(session, kept)
    preview, changes, held = _look(session, upload, now=now)
    apply(session, kept.organisation_code, list_id, changes, held, now=now)
    session.refresh(kept)
    kept.counts = _kept_counts(preview, upload)
    session.add(kept)
    session.flush()
    subject = f"clinic_list:{list_id}"
    record(session, "clinic_list_saved", by=by, now=now, subject=subject, **preview.counts)
    return Saved(preview.counts, preview.changes_nothing)


def _take(session: Session, list_id: UUID, now: datetime) -> bool:
    taken = session.connection().execute(
        update(ClinicList)
        .where(col(ClinicList.id) == list_id, col(ClinicList.state) == ListState.PREVIEWED.value)
        .values(state=ListState.SAVED.value, saved_at=now)
    )
    return bool(cast(Any, taken).rowcount)


def _look(session: Session, upload: Upload, *, now: datetime) -> tuple[Preview, Changes, Held]:
    clinics = _known_clinics(session, upload)
    read = reading.read(read_table(upload.content), clinics, now=now, fictional=upload.fictional)
    held = held_for(session, upload.organisation_code, read.rows, now=now)
    changes = compare(read.rows, held, now=now)
    return _preview(upload, read, changes), changes, held


def _preview(upload: Upload, read: ReadList, changes: Changes) -> Preview:
    problems = sorted(read.problems + changes.problems, key=reading.place_of)
    starts = sorted(change.row.starts_at for change in changes.rows)
    rejected = len({problem.row for problem in problems})
    counts = {"rows": read.row_count, "rejected": rejected, "missing": changes.missing}
    return Preview(
        list_id=new_id(),
        file_name=_plain_name(upload.file_name),
        state=ListState.PREVIEWED.value,
        counts=counts | changes.counts(),
        rows=changes.rows,
        problems=problems,
        notes=sorted(read.notes + changes.notes, key=lambda each: each.row),
        first=starts[0] if starts else None,
        last=starts[-1] if starts else None,
    )


def _known_clinics(session: Session, upload: Upload) -> Mapping[str, KnownClinic]:
    found = session.exec(
        select(Clinic).where(Clinic.organisation_code == upload.organisation_code)
    ).all()
    known = {
        clinic.code: KnownClinic(clinic.id, clinic.code, clinic.time_zone)
        for clinic in found
        if upload.clinic_ids is None or clinic.id in upload.clinic_ids
    }
    if not known:
        raise Refusal("You have no clinic to upload a list for. Ask an administrator to add one.")
    return known


def _kept_counts(preview: Preview, upload: Upload) -> dict[str, Any]:
    """The counts of a list, with whose clinics it was read for."""
    mine = upload.clinic_ids
    clinics = None if mine is None else sorted(str(clinic) for clinic in mine)
    return preview.counts | {"clinics": clinics, "fictional": upload.fictional}


def _upload_of(session: Session, kept: ClinicList) -> Upload:
    clinics = kept.counts.get("clinics")
    return Upload(
        file_name=unseal(session, kept, "file_name"),
        content=unseal(session, kept, "content").encode(),
        organisation_code=kept.organisation_code,
        clinic_ids=None if clinics is None else frozenset(UUID(clinic) for clinic in clinics),
        fictional=bool(kept.counts.get("fictional")),
    )


def _plain_name(name: str) -> str:
    """Keep only the last part of a file's name, without anything that cannot be seen."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(char for char in last if char.isprintable())[:LONGEST_FILE_NAME] or "list.csv"


def facts(preview: Preview) -> dict[str, Any]:
    """Return a preview as plain values, for machines."""
    return {
        "file": preview.file_name,
        **preview.counts,
        "first_date": preview.first.date().isoformat() if preview.first else None,
        "last_date": preview.last.date().isoformat() if preview.last else None,
        "problems": [asdict(problem) for problem in preview.problems],
        "notes": [asdict(note) for note in preview.notes],
    }
