"""Taking a list without a page: whose it is, what was said of its columns, and saving it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.appointments import columns as column_room
from app.appointments import layout as layouts
from app.appointments.changes import CANCEL
from app.appointments.clinic_list import choose_sheet
from app.appointments.headings import CLINIC_CODE, FIELDS, plain
from app.appointments.layout import Layout
from app.appointments.preview import look
from app.appointments.previewed import MOST_UNTYPED, Preview, Upload, facts
from app.appointments.register import keep_clinic_list, make_ready, save_clinic_list
from app.appointments.spreadsheet import Book, read_book
from app.clinics.queries import all_clinics
from app.db import Database
from app.errors import Refusal
from app.settings import Settings

WHO_IS_MISSING = (
    "Some rows of this list are to be mended, wait for a decision or are hidden: who is missing is "
    "not known yet. Mend and decide first, then cancel what is missing."
)


@dataclass(frozen=True)
class Said:
    """What the caller says beside the file.

    `columns` are headings, or letters, by field; `one_clinic` is the code of the clinic that all
    rows are for; `decisions` are answers by question; `cancel_missing` cancels what is missing.
    """

    columns: Mapping[str, str]
    one_clinic: str = ""
    decisions: Mapping[str, str] | None = None
    cancel_missing: bool = False


@dataclass(frozen=True)
class Taken:
    """What became of a file: the facts of its preview, and whether it was saved."""

    facts: dict[str, Any]
    saved: bool

    @property
    def is_clean(self) -> bool:
        """Whether no row is left to mend or to decide about."""
        return not (self.facts["problems"] or self.facts["questions"])


def look_at(session: Session, upload: Upload, said: Said, *, now: datetime) -> Taken:
    """Say what a file would change, keeping nothing; Refusal if it cannot be read as a list."""
    preview = look(session, _as_said(session, upload, said, now), now=now).preview
    _refuse_unknown_columns(preview)
    return Taken(facts(preview), saved=False)


def take(
    database: Database,
    upload: Upload,
    said: Said,
    *,
    by: str,
    now: datetime,
    settings: Settings,
    most_new: int = MOST_UNTYPED,
    confirmed: str = "",
) -> Taken:
    """Read and save a file: read before anything is locked, then kept and saved at once.

    Refusal, and nothing is kept, if it is no list, its columns are not known, or it has more than
    `most_new` new visits and `confirmed` is not the clinic's name.
    """
    deciles = settings.postcode_deciles
    with database.reading() as session:
        given = _as_said(session, upload, said, now)
        looked = look(session, given, now=now)
        preview = looked.preview
        _refuse_unknown_columns(preview)
        _refuse_very_many(preview, most_new, confirmed)
        ready = make_ready(session, preview.list_id, looked, now=now, deciles=deciles)
    with database.writing() as session:
        keep_clinic_list(session, given, preview, by=by, now=now)
        saved = save_clinic_list(
            session,
            preview.list_id,
            by=by,
            now=now,
            typed=confirmed or None,
            deciles=deciles,
            ready=ready,
        )
    said_of_it = {"changed_nothing": saved.changed_nothing, "list_id": str(preview.list_id)}
    return Taken(facts(preview) | saved.counts | said_of_it, saved=True)


def _refuse_very_many(preview: Preview, most_new: int, confirmed: str) -> None:
    fresh = preview.counts["new"]
    if fresh > most_new and not confirmed:
        raise Refusal(
            f"The list has {fresh} new visits, more than {most_new}. Save it on the page, or name "
            "the clinic with --confirm."
        )


def _refuse_unknown_columns(preview: Preview) -> None:
    missing = preview.layout.missing
    if missing:
        raise Refusal(
            f"No column is known for: {', '.join(missing)}. Upload the file once on the page, "
            "which asks and remembers, or name the columns with --column."
        )


def _as_said(session: Session, upload: Upload, said: Said, now: datetime) -> Upload:
    """Put what was said beside the file into it."""
    decisions = dict(said.decisions or {})
    if said.columns or said.one_clinic:
        sheet, layout = choose_sheet(read_book(upload.content))
        laid_out = _layout_said(layout, said)
        if problem := column_room.belied(laid_out, layouts.data_rows(sheet, laid_out)):
            raise Refusal(problem)
        upload = replace(upload, columns=laid_out.kept())
    if said.cancel_missing:
        found = look(session, replace(upload, decisions=decisions), now=now).preview
        if found.problems or found.questions or found.skipped.get("hidden_rows"):
            raise Refusal(WHO_IS_MISSING)
        decisions |= {f"missing:{each.id}": CANCEL for each in found.missing}
    return replace(upload, decisions=decisions)


def _layout_said(layout: Layout, said: Said) -> Layout:
    answers = dict(layout.places)
    phones = {}
    for name, heading in said.columns.items():
        field = next((each for each in FIELDS if plain(each) == plain(name)), None)
        if field is None:
            raise Refusal(f"{name} is no field. One of: {', '.join(FIELDS)}.")
        phones[field] = _place(layout, heading)
    code = said.one_clinic.strip().upper() if CLINIC_CODE not in said.columns else ""
    if code:
        answers.pop(CLINIC_CODE, None)
    return layouts.chosen(layout, answers | phones, code)


def _place(layout: Layout, heading: str) -> int:
    """Find a column by its heading or its letter."""
    for place in range(len(layout.headings)):
        if heading == layouts.letters(place) or plain(layout.at(place)) == plain(heading):
            return place
    raise Refusal(f"The file has no column {heading}.")


def organisation_of(session: Session, content: bytes, given: str | None) -> str:
    """Return whose list this is: as said, or the one organisation whose clinics it names."""
    clinics = all_clinics(session)
    owners = {clinic.organisation_code for clinic in clinics}
    if given:
        if given.strip().upper() not in owners:
            raise Refusal(f"{given} has no clinic here. whatmatters clinic list shows who has.")
        return given.strip().upper()
    if not owners:
        raise Refusal("There is no clinic yet. Add one first: whatmatters clinic add.")
    if len(owners) == 1:
        return next(iter(owners))
    words = set(_words(read_book(content)))
    named = {
        clinic.organisation_code
        for clinic in clinics
        if clinic.code in words or clinic.name.upper() in words
    }
    if len(named) != 1:
        likely = ", ".join(sorted(named or owners))
        raise Refusal(f"Say whose list it is: --organisation, one of {likely}.")
    return next(iter(named))


def _words(book: Book) -> Iterable[str]:
    for sheet in book.sheets:
        for row in sheet.rows:
            for cell in row.cells:
                yield " ".join(cell.upper().split())
