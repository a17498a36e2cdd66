"""What a clinic admin does with a list: says its columns, decides, saves, mends, takes it back."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response as AnyResponse

from app import clock
from app.appointments import columns as column_room
from app.appointments import layout as layouts
from app.appointments.clinic_list import choose_sheet
from app.appointments.headings import CLINIC_CODE, FLAGS, FULL_NAME, MOBILE, NEEDED, OPTIONAL
from app.appointments.layout import Layout
from app.appointments.models import ClinicList
from app.appointments.preview import known_clinics, look
from app.appointments.previewed import Upload
from app.appointments.register import (
    decide,
    look_again,
    ready_to_save,
    save_clinic_list,
    say_columns,
    upload_of,
)
from app.appointments.rejected import rejected_rows
from app.appointments.spreadsheet import Table, read_book
from app.clinic_lists.allowed import mine_or_404
from app.clinic_lists.presenter import columns_in_words
from app.clinic_lists.undo import undo_clinic_list
from app.db import database, unseal
from app.errors import Refusal
from app.settings import current_settings
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("clinic_list_acts", __name__)

BAD_REQUEST = 400
# One of these is said for each needed column; a full name may stand for both names.
ASKED = (NEEDED[0], FULL_NAME, *NEEDED[1:], *OPTIONAL)
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@bp.get("/clinic-lists/<uuid:list_id>/columns")
@allow(Role.CLINIC_ADMIN)
def columns(list_id: UUID) -> str:
    """Ask which column is which, with what is recognised chosen already."""
    with database().reading() as session:
        return _columns_page(session, mine_or_404(session, list_id))


@bp.post("/clinic-lists/<uuid:list_id>/columns")
@allow(Role.CLINIC_ADMIN)
def say(list_id: UUID) -> AnyResponse | tuple[str, int]:
    """Take down which column is which, and remember it for files of this shape."""
    now = clock.now()
    with database().reading() as session:
        kept = mine_or_404(session, list_id)
        upload, sheet, found = _laid_out(session, kept)
        said = _said(found, sheet)
        problem = _wrong_with(said, sheet)
        if problem:
            return _columns_page(session, kept, problem), BAD_REQUEST
        # A list that cannot be read so is refused, and what was said of it is not kept.
        look(session, replace(upload, columns=said.kept()), now=now)
    with database().writing() as session:
        say_columns(session, mine_or_404(session, list_id), said, by=scope().by, now=now)
    return redirect(url_for("clinic_lists.preview", list_id=list_id))


def _laid_out(session: Session, kept: ClinicList) -> tuple[Upload, Table, Layout]:
    upload = upload_of(session, kept)
    sheet, layout = choose_sheet(read_book(upload.content))
    if kept.columns is not None:
        layout = layout.with_kept(kept.columns)
    return upload, sheet, layout


def _said(found: Layout, sheet: Table) -> Layout:
    """Read the form: for each field the place of its column, and the one clinic of all rows."""
    width = len(found.headings)
    answers = {
        name: place for name in ASKED if (place := request.form.get(name, -1, int)) in range(width)
    }
    one_clinic = "" if CLINIC_CODE in answers else request.form.get("one_clinic", "")
    kept = {name: at for name, at in found.places.items() if name not in (*ASKED, *FLAGS)}
    said = layouts.chosen(found, kept | answers, one_clinic)
    return column_room.with_times(said, layouts.data_rows(sheet, said))


def _wrong_with(said: Layout, sheet: Table) -> str:
    """Say what is wrong with a choice of columns, if anything is."""
    if said.missing:
        return f"Say which column holds: {', '.join(said.missing)}."
    places = [*said.places.values(), *(phone.place for phone in said.phones)]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice is not None:
        return f"{said.at(twice)} is chosen for two things. Choose each column once."
    return column_room.belied(said, layouts.data_rows(sheet, said))


def _columns_page(session: Session, kept: ClinicList, problem: str = "") -> str:
    upload, sheet, layout = _laid_out(session, kept)
    clinics = known_clinics(session, upload)
    return render_template(
        "clinic_lists/columns.html",
        list_id=kept.id,
        name=unseal(session, kept, "file_name"),
        problem=problem,
        shown=columns_in_words(layout, sheet, ASKED, request.form),
        clinics=sorted(clinics.values(), key=lambda each: each.name),
        one_clinic=request.form.get("one_clinic", layout.one_clinic),
        mobile=MOBILE,
    )


@bp.post("/clinic-lists/<uuid:list_id>/decide")
@allow(Role.CLINIC_ADMIN)
def answer(list_id: UUID) -> AnyResponse:
    """Keep the answers to what was asked."""
    # A box that is not ticked sends only the empty value that stands before it.
    answers = {
        key.removeprefix("answer:"): values[-1]
        for key, values in request.form.lists()
        if key.startswith("answer:")
    }
    with database().writing() as session:
        kept = mine_or_404(session, list_id)
        decide(session, kept, kept.decisions | answers, by=scope().by, now=clock.now())
    return redirect(url_for("clinic_lists.preview", list_id=list_id))


@bp.post("/clinic-lists/<uuid:list_id>/save")
@allow(Role.CLINIC_ADMIN)
def save(list_id: UUID) -> AnyResponse:
    """Save a list; a second click changes nothing."""
    typed, now = request.form.get("clinic_name", ""), clock.now()
    deciles = current_settings().postcode_deciles
    try:
        with database().reading() as session:
            kept = mine_or_404(session, list_id)
            ready = ready_to_save(session, kept, now=now, deciles=deciles)
        with database().writing() as session:
            saved = save_clinic_list(
                session,
                list_id,
                by=scope().by,
                now=now,
                typed=typed,
                deciles=deciles,
                ready=ready,
                seen=request.form.get("seen"),
            )
    except Refusal as refusal:
        flash(str(refusal), "problem")
        return redirect(url_for("clinic_lists.preview", list_id=list_id, _anchor="save"))
    done = "again" if saved.again else "nothing" if saved.changed_nothing else "saved"
    return redirect(url_for("clinic_lists.preview", list_id=list_id, done=done))


@bp.post("/clinic-lists/<uuid:list_id>/undo")
@allow(Role.CLINIC_ADMIN)
def undo(list_id: UUID) -> AnyResponse:
    """Take a saved list back, or say what cannot be undone."""
    with database().writing() as session:
        mine_or_404(session, list_id)
        done = undo_clinic_list(session, list_id, by=scope().by, now=clock.now())
    if done.left:
        visits = "1 visit was" if done.left == 1 else f"{done.left} visits were"
        flash(f"{visits} changed by another list since, and left as that one says.", "left")
    return redirect(url_for("clinic_lists.preview", list_id=list_id, done="undone"))


@bp.get("/clinic-lists/<uuid:list_id>/rejected")
@allow(Role.CLINIC_ADMIN)
def rejected(list_id: UUID) -> Response:
    """Download the rows to mend, ready to be uploaded again once mended."""
    with database().reading() as session:
        kept = mine_or_404(session, list_id)
        content, ending = rejected_rows(look_again(session, kept, now=clock.now()))
    headers = {"Content-Disposition": f'attachment; filename="rows-to-mend.{ending}"'}
    return Response(content, mimetype=KINDS[ending], headers=headers)
