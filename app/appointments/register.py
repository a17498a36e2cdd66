"""Keeping a list, saving it, taking it back: all of it or nothing, once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from sqlalchemy import text, update
from sqlmodel import Session, col, select

from app.appointments.layout import Layout
from app.appointments.models import ClinicList, ListState, RememberedColumns
from app.appointments.prepared import Prepared, Writing, prepare
from app.appointments.preview import Looked, content_key, look, shape_key
from app.appointments.previewed import Preview, Upload, facts
from app.appointments.report import as_it_was, keep_before, sealed_report
from app.appointments.saving import apply
from app.audit.trail import record
from app.collector import collector_waits
from app.db import seal, unseal, vault_of
from app.errors import Refusal
from app.people.deprivation import deciles_of

__all__ = ["Preview", "Saved", "Upload", "facts", "look", "preview_clinic_list", "save_clinic_list"]

# Two lists of one organisation follow each other; SQLite's writers do so anyway.
LOCK = text("SELECT pg_advisory_xact_lock(7305112, hashtext(:organisation))")
CONTENT = "clinic_list.content"


@dataclass(frozen=True)
class Saved:
    """What saving a list did; `again` means that it had been saved before, by another click."""

    counts: dict[str, int]
    changed_nothing: bool
    again: bool = False


def preview_clinic_list(session: Session, upload: Upload, *, by: str, now: datetime) -> Preview:
    """Read a file and keep it, sealed, to be saved; Refusal if it is not a clinic list."""
    preview = look(session, upload, now=now).preview
    keep_clinic_list(session, upload, preview, by=by, now=now)
    return preview


def keep_clinic_list(
    session: Session, upload: Upload, preview: Preview, *, by: str, now: datetime
) -> None:
    """Keep a file that was looked at, sealed, to be saved."""
    vault = vault_of(session)
    kept = ClinicList(
        id=preview.list_id,
        organisation_code=upload.organisation_code,
        file_name_sealed=b"",
        content_sealed=vault.seal_bytes(CONTENT, preview.list_id, upload.content),
        content_key=content_key(session, upload.content),
        uploaded_at=now,
        uploaded_by=by,
        # As it was read for the preview: what is remembered may be said otherwise meanwhile.
        columns=None if preview.wants_columns else preview.layout.kept(),
        decisions=dict(upload.decisions),
        counts=_kept_counts(preview, upload),
    )
    seal(session, kept, "file_name", preview.file_name)
    session.add(kept)
    session.flush()
    subject = f"clinic_list:{kept.id}"
    record(session, "clinic_list_uploaded", by=by, now=now, subject=subject, **preview.counts)


def look_again(session: Session, kept: ClinicList, *, now: datetime) -> Looked:
    """Say what a kept list would change now; of a saved one, what it did."""
    looked = look(session, upload_of(session, kept), now=now)
    counts = looked.preview.counts
    if kept.state != ListState.PREVIEWED:
        counts = {name: kept.counts.get(name, 0) for name in counts}
    preview = replace(looked.preview, list_id=kept.id, state=kept.state, counts=counts)
    return replace(looked, preview=preview)


def say_columns(
    session: Session, kept: ClinicList, layout: Layout, *, by: str, now: datetime
) -> None:
    """Keep what a person said of a list's columns, and remember it for its shape of file.

    Refusal if the list is saved already.
    """
    if kept.state != ListState.PREVIEWED:
        raise Refusal("This list is saved already. Upload it again to say its columns otherwise.")
    # Answers were about what other columns said.
    kept.columns, kept.decisions = layout.kept(), {}
    session.add(kept)
    session.flush()
    record(session, "clinic_list_columns_said", by=by, now=now, subject=f"clinic_list:{kept.id}")
    if layout.heading_rows:
        _remember(session, kept, layout, by=by, now=now)


def _remember(
    session: Session, kept: ClinicList, layout: Layout, *, by: str, now: datetime
) -> None:
    """Remember columns for the shape of a file; one without headings could be any other."""
    key = shape_key(session, layout)
    remembered = session.exec(
        select(RememberedColumns).where(
            RememberedColumns.organisation_code == kept.organisation_code,
            RememberedColumns.shape_key == key,
        )
    ).first() or RememberedColumns(
        organisation_code=kept.organisation_code, shape_key=key, columns={}, said_by=by, said_at=now
    )
    remembered.columns, remembered.said_by, remembered.said_at = layout.kept(), by, now
    session.add(remembered)
    session.flush()


def decide(
    session: Session, kept: ClinicList, answers: Mapping[str, str], *, by: str, now: datetime
) -> None:
    """Keep a person's answers to the questions of a list that is not saved yet."""
    if kept.state != ListState.PREVIEWED:
        raise Refusal("This list is saved already. Upload it again to decide otherwise.")
    kept.decisions = {key: answer for key, answer in answers.items() if answer}
    session.add(kept)
    session.flush()
    subject = f"clinic_list:{kept.id}"
    given = len(kept.decisions)
    record(session, "clinic_list_decided", by=by, now=now, subject=subject, answers=given)


@dataclass(frozen=True)
class Ready:
    """A list looked at and laid out for saving, before anything is locked."""

    looked: Looked
    prepared: Prepared
    report: bytes


def make_ready(
    session: Session, list_id: UUID, looked: Looked, *, now: datetime, deciles: Path | None = None
) -> Ready:
    """Do all of the work of saving that needs no lock: nearly all of it, for a long list.

    `deciles` is the file of deprivation deciles by postcode.
    """
    vault, changes = vault_of(session), looked.changes
    known = deciles_of((each.row.postcode for each in changes.rows), deciles)
    writing = Writing(vault, looked.lookups, looked.upload.organisation_code, list_id, now, known)
    with collector_waits():
        prepared = prepare(session, writing, changes, looked.held)
        return Ready(looked, prepared, sealed_report(vault, list_id, changes))


def ready_to_save(
    session: Session, kept: ClinicList, *, now: datetime, deciles: Path | None = None
) -> Ready | None:
    """Look at a kept list again and make it ready; None if it is saved already."""
    if kept.state != ListState.PREVIEWED:
        return None
    looked = look(session, upload_of(session, kept), now=now)
    return make_ready(session, kept.id, looked, now=now, deciles=deciles)


def save_clinic_list(
    session: Session,
    list_id: UUID,
    *,
    by: str,
    now: datetime,
    typed: str | None = None,
    deciles: Path | None = None,
    ready: Ready | None = None,
    seen: str | None = None,
) -> Saved:
    """Save a kept list, all of it in the caller's transaction.

    `ready` is what was made ready a moment ago, outside of the transaction: it is taken if all that
    it rests on is still the same, and made anew otherwise. A second click, or a second tab, changes
    nothing and says so. Refusal if more than 200 new texts want the clinic's name `typed`; None
    says that no person is there to type it and that the caller has asked in another way. `seen` is
    what a person has seen of the list (Preview.seen): Refusal if saving would do anything else.
    """
    kept = session.get_one(ClinicList, list_id)
    lock(session, kept.organisation_code)
    if not _take(session, list_id, by, now):
        session.refresh(kept)
        return Saved(dict(kept.counts), changed_nothing=True, again=True)
    upload = upload_of(session, kept)
    if ready is None or not ready.looked.is_still_true(session, upload, now=now):
        looked = look(session, upload, now=now)
        ready = make_ready(session, list_id, looked, now=now, deciles=deciles)
    _refuse_unready(ready.looked, typed, seen)
    was = as_it_was(session, ready.looked.changes)
    apply(session, ready.prepared)
    session.refresh(kept)
    kept.report_sealed = ready.report
    keep_before(kept, was, ready.prepared)
    preview = ready.looked.preview
    _note_saved(session, kept, _kept_counts(preview, upload), by=by, now=now)
    return Saved(preview.counts, preview.changes_nothing)


def _note_saved(
    session: Session, kept: ClinicList, counts: dict[str, Any], *, by: str, now: datetime
) -> None:
    kept.counts = counts
    session.add(kept)
    session.flush()
    figures = {
        name: count for name, count in counts.items() if name not in ("clinics", "fictional")
    }
    subject = f"clinic_list:{kept.id}"
    record(session, "clinic_list_saved", by=by, now=now, subject=subject, **figures)


def lock(session: Session, organisation_code: str) -> None:
    """Let no other list of this organisation be saved or taken back until this one is done."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(LOCK, {"organisation": organisation_code})


def _refuse_unready(looked: Looked, typed: str | None, seen: str | None) -> None:
    if looked.preview.wants_columns:
        missing = ", ".join(looked.preview.layout.missing)
        raise Refusal(f"No column is known for: {missing}. Say which column is which first.")
    if seen is not None and seen != looked.preview.seen:
        raise Refusal("Something has changed since you looked at this list. Look again, then save.")
    names = {clinic.id: clinic.name for clinic in looked.clinics.values()}
    wanted = looked.preview.name_to_type(names)
    if wanted and typed is not None and typed.casefold().split() != wanted.casefold().split():
        raise Refusal(f"Type the name of the clinic to save so many new visits: {wanted}.")


def _take(session: Session, list_id: UUID, by: str, now: datetime) -> bool:
    taken = session.connection().execute(
        update(ClinicList)
        .where(col(ClinicList.id) == list_id, col(ClinicList.state) == ListState.PREVIEWED.value)
        .values(state=ListState.SAVED.value, saved_at=now, saved_by=by)
    )
    return bool(cast(Any, taken).rowcount)


def _kept_counts(preview: Preview, upload: Upload) -> dict[str, Any]:
    """The counts of a list, with whose clinics it was read for."""
    mine = upload.clinic_ids
    clinics = None if mine is None else sorted(str(clinic) for clinic in mine)
    return preview.counts | {"clinics": clinics, "fictional": upload.fictional}


def upload_of(session: Session, kept: ClinicList) -> Upload:
    """Return a kept list as it was given, with what a person has said of it since."""
    clinics = kept.counts.get("clinics")
    return Upload(
        file_name=unseal(session, kept, "file_name"),
        content=vault_of(session).open_bytes(CONTENT, kept.id, kept.content_sealed),
        organisation_code=kept.organisation_code,
        clinic_ids=None if clinics is None else frozenset(UUID(clinic) for clinic in clinics),
        fictional=bool(kept.counts.get("fictional")),
        columns=kept.columns,
        decisions=kept.decisions,
        list_id=kept.id,
    )
