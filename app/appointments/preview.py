"""Looking at a file: what it would change, kept nowhere; the same look is taken before saving."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, select

from app.appointments import clinic_list as reading
from app.appointments import columns
from app.appointments import layout as layouts
from app.appointments.change import Changes
from app.appointments.changes import compare
from app.appointments.held import Lookups, held_for
from app.appointments.holding import Held
from app.appointments.layout import Layout
from app.appointments.models import ClinicList, ListState, RememberedColumns
from app.appointments.previewed import Preview, Upload
from app.appointments.report import accepted_rows
from app.appointments.row_reader import Context
from app.appointments.rows import KnownClinic, ReadList
from app.appointments.spreadsheet import Book, Table, read_book
from app.clinics.models import Clinic
from app.collector import collector_waits
from app.db import vault_of
from app.errors import Refusal
from app.privacy import new_id

LONGEST_FILE_NAME = 200


@dataclass(frozen=True)
class Looked:
    """All that a look at a file found, for saving it."""

    upload: Upload
    preview: Preview
    changes: Changes
    held: Held
    sheet: Table
    book: Book
    clinics: Mapping[str, KnownClinic]
    read: ReadList
    lookups: Lookups
    done: frozenset[int] = frozenset()

    def is_still_true(self, session: Session, upload: Upload, *, now: datetime) -> bool:
        """Whether looking now would find the same: nothing it rests on has changed since."""
        held = _held(session, upload, self.read, self.lookups, now=now)
        twin = _saved_before(session, upload)
        return (
            upload.columns in (self.upload.columns, self.preview.layout.kept())
            and upload.decisions == self.upload.decisions
            and known_clinics(session, upload) == self.clinics
            and _done_rows(session, twin, upload) == self.done
            and (held.people, held.holders) == (self.held.people, self.held.holders)
            and set(held.appointments) == set(self.held.appointments)
        )


def look(session: Session, upload: Upload, *, now: datetime) -> Looked:
    """Say what a file would change, keeping nothing; Refusal if it is not a clinic list."""
    with collector_waits():
        return _look(session, upload, now=now)


def _look(session: Session, upload: Upload, *, now: datetime) -> Looked:
    clinics, lookups = known_clinics(session, upload), Lookups(vault_of(session))
    book = read_book(upload.content)
    sheet, layout = reading.choose_sheet(book)
    layout = _with_what_is_known(session, upload, sheet, layout)
    if layout.missing:
        empty, none = Changes([], [], [], []), ReadList([], [], [], 0)
        preview = _preview(upload, layout, book, sheet, none, empty)
        return Looked(upload, preview, empty, Held({}, ()), sheet, book, clinics, none, lookups)
    context = Context(clinics, book.day_nought, now, upload.fictional)
    read = reading.read(sheet, layout, context)
    held = _held(session, upload, read, lookups, now=now)
    twin = _saved_before(session, upload)
    done = _done_rows(session, twin, upload)
    changes = compare(
        read.rows,
        held,
        now=now,
        decisions=upload.decisions,
        done=done,
        rejected=read.rejected,
        flags=read.flags,
        is_part=layout.is_of_rows_to_mend,
    )
    preview = _preview(upload, layout, book, sheet, read, changes)
    preview = replace(preview, saved_before=twin.saved_at if twin else None)
    return Looked(upload, preview, changes, held, sheet, book, clinics, read, lookups, done)


def _held(
    session: Session, upload: Upload, read: ReadList, lookups: Lookups, *, now: datetime
) -> Held:
    return held_for(
        session,
        upload.organisation_code,
        read.rows,
        now=now,
        lookups=lookups,
        clinic_ids=upload.clinic_ids,
        also=read.rejected.union(read.flags),
    )


def _done_rows(session: Session, twin: ClinicList | None, upload: Upload) -> frozenset[int]:
    """The rows of this very content that were saved before, if no list was saved since."""
    if twin is None or not _is_newest(session, twin, upload):
        return frozenset()
    return accepted_rows(session, twin)


def _with_what_is_known(session: Session, upload: Upload, sheet: Table, layout: Layout) -> Layout:
    """Lay the sheet out as a person has said, of this list or of another of its shape."""
    kept = upload.columns
    is_remembered = kept is None and bool(layout.heading_rows)
    if is_remembered and (layout.missing or layout.doubtful):
        remembered = session.exec(
            select(RememberedColumns).where(
                RememberedColumns.organisation_code == upload.organisation_code,
                RememberedColumns.shape_key == shape_key(session, layout),
            )
        ).first()
        kept = remembered.columns if remembered else None
    if kept is None:
        return layout
    rows = layouts.data_rows(sheet, layout)
    said = columns.with_times(layout.with_kept(kept), rows)
    # What was said of another file may not be true of this one: then it is asked again.
    return layout if is_remembered and columns.belied(said, rows) else said


def shape_key(session: Session, layout: Layout) -> bytes:
    """The keyed hash under which the columns of a shape of file are remembered."""
    return vault_of(session).lookup("shape", layouts.shape_of(layout))


def content_key(session: Session, content: bytes) -> bytes:
    """The keyed hash by which the same content is known again, whatever its name."""
    return vault_of(session).lookup("clinic_list", content)


def _saved_before(session: Session, upload: Upload) -> ClinicList | None:
    return session.exec(
        select(ClinicList)
        .where(
            ClinicList.organisation_code == upload.organisation_code,
            ClinicList.content_key == content_key(session, upload.content),
            ClinicList.state == ListState.SAVED.value,
            ClinicList.id != upload.list_id,
        )
        .order_by(col(ClinicList.saved_at).desc())
    ).first()


def _is_newest(session: Session, twin: ClinicList, upload: Upload) -> bool:
    """Whether no list was saved since: then the same content again must do nothing at all.

    After another list it may say something new: that what was cancelled is booked again.
    """
    later = select(ClinicList.id).where(
        ClinicList.organisation_code == twin.organisation_code,
        col(ClinicList.saved_at) >= twin.saved_at,
        col(ClinicList.id).not_in([twin.id, upload.list_id or twin.id]),
    )
    return session.exec(later.limit(1)).first() is None


def _preview(
    upload: Upload, layout: Layout, book: Book, sheet: Table, read: ReadList, changes: Changes
) -> Preview:
    theirs = [each._replace(heading=layout.heading(each.heading)) for each in changes.problems]
    problems = sorted(read.problems + theirs, key=lambda each: each.row)
    counts = {
        "rows": read.row_count,
        "rejected": len({problem.row for problem in problems}),
        "held_back": changes.held_back,
        "set_aside": len(read.set_aside),
        "missing": len(changes.missing) - len(changes.cancelled),
    }
    return Preview(
        list_id=new_id(),
        file_name=_plain_name(upload.file_name),
        state=ListState.PREVIEWED.value,
        counts=counts | changes.counts(),
        layout=layout,
        rows=changes.rows,
        problems=problems,
        notes=sorted(read.notes + changes.notes),
        repairs=read.repairs,
        set_aside=read.set_aside,
        questions=changes.questions,
        answered=changes.answered,
        missing=changes.missing,
        skipped=_skipped(book, sheet, read),
        remarks=book.remarks,
    )


def _skipped(book: Book, sheet: Table, read: ReadList) -> dict[str, int]:
    """Count what was not read, by what it is."""
    counts = {
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
        "hidden_sheets": len(book.hidden_sheets),
        "other_sheets": sum(1 for each in book.sheets if each.rows and each is not sheet),
        "headings_again": read.left_out.get("headings", 0),
        "footers": read.left_out.get("footers", 0),
    }
    return {name: count for name, count in counts.items() if count}


def known_clinics(session: Session, upload: Upload) -> Mapping[str, KnownClinic]:
    """Return the clinics a file may name, by code; Refusal if there is none."""
    found = session.exec(
        select(Clinic).where(Clinic.organisation_code == upload.organisation_code)
    ).all()
    known = {
        clinic.code: KnownClinic(clinic.id, clinic.code, clinic.time_zone, clinic.name)
        for clinic in found
        if upload.clinic_ids is None or clinic.id in upload.clinic_ids
    }
    if not known:
        raise Refusal("You have no clinic to upload a list for. Ask an administrator to add one.")
    return known


def _plain_name(name: str) -> str:
    """Keep only the last part of a file's name, without anything that cannot be seen."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(char for char in last if char.isprintable())[:LONGEST_FILE_NAME] or "list.csv"
