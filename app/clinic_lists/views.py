"""The pages of clinic lists: bring one, see what it would change, look back at the earlier ones."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import (
    Blueprint,
    Response,
    get_flashed_messages,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from sqlmodel import Session
from werkzeug.wrappers import Response as AnyResponse

from app import clock
from app.appointments.headings import NEEDED, OPTIONAL
from app.appointments.models import ClinicList, ListState
from app.appointments.preview import Looked, look
from app.appointments.previewed import Upload
from app.appointments.queries import lists_of
from app.appointments.register import keep_clinic_list, look_again
from app.appointments.report import reported_rows
from app.appointments.spreadsheet import LARGEST_FILE
from app.clinic_lists.allowed import may_open, mine_or_404
from app.clinic_lists.presenter import history_in_words, moment_in_words, preview_in_words
from app.clinic_lists.presenter import saved_in_words as saved_words
from app.clinic_lists.samples import foresee
from app.clinic_lists.undo import undoable
from app.clinics.queries import clinics_seen_by
from app.db import database, unseal
from app.errors import Refusal
from app.invitations.counts import limits_of
from app.people.queries import names_of
from app.settings import current_settings
from app.staff.guards import allow, scope
from app.staff.queries import names_of_staff
from app.staff.roles import Role

bp = Blueprint("clinic_lists", __name__)

BAD_REQUEST = 400
LARGEST_UPLOAD = LARGEST_FILE + 1024 * 1024
ROWS_A_PAGE = 200


@bp.url_value_preprocessor
def _let_lists_be_large(endpoint: str | None, _values: Mapping[str, Any] | None) -> None:
    """A list may be larger than any other form; this must be said before the form is read."""
    if endpoint == "clinic_lists.upload":
        request.max_content_length = LARGEST_UPLOAD


@bp.get("/clinic-lists")
@allow(Role.CLINIC_ADMIN)
def lists() -> str:
    """Show the form for uploading, and the lists uploaded before."""
    return _upload_page()


@bp.post("/clinic-lists")
@allow(Role.CLINIC_ADMIN)
def upload() -> AnyResponse | tuple[Response | str, int]:
    """Read an uploaded file and lead to its preview; a file that is no list changes nothing."""
    mine, file = scope(), request.files.get("file")
    if file is None or not file.filename:
        return _not_taken("Choose the file of your clinic list.")
    given = Upload(
        file_name=file.filename,
        content=file.read(),
        organisation_code=mine.organisation_code,
        clinic_ids=None if mine.whole_organisation else mine.clinic_ids,
        fictional=current_settings().fictional_mobiles,
    )
    now = clock.now()
    try:
        # A long file is read before anything is locked: replies come in meanwhile.
        with database().reading() as session:
            preview = look(session, given, now=now).preview
        with database().writing() as session:
            keep_clinic_list(session, given, preview, by=mine.by, now=now)
    except Refusal as refusal:
        return _not_taken(str(refusal))
    place = "clinic_list_acts.columns" if preview.wants_columns else "clinic_lists.preview"
    following = url_for(place, list_id=preview.list_id)
    return jsonify(next=following) if _wants_json() else redirect(following)


def _wants_json() -> bool:
    """Whether our own script sent the form, to show how far it is."""
    return request.headers.get("Accept") == "application/json"


def _not_taken(problem: str) -> tuple[Response | str, int]:
    if _wants_json():
        return jsonify(problem=problem), BAD_REQUEST
    return _upload_page(problem), BAD_REQUEST


@bp.get("/clinic-lists/<uuid:list_id>")
@allow(Role.CLINIC_ADMIN)
def preview(list_id: UUID) -> AnyResponse | str:
    """Show what a list would change, or what a saved one has changed."""
    with database().reading() as session:
        kept = mine_or_404(session, list_id)
        if kept.state != ListState.PREVIEWED:
            return _saved_page(session, kept)
        looked = look_again(session, kept, now=clock.now())
        if looked.preview.wants_columns:
            return redirect(url_for("clinic_list_acts.columns", list_id=list_id))
        return _preview_page(session, kept, looked)


def _preview_page(session: Session, kept: ClinicList, looked: Looked) -> str:
    found = looked.preview
    clinics = {clinic.id: clinic for clinic in clinics_seen_by(session, scope())}
    zones = {clinic.id: clinic.time_zone for clinic in clinics.values()}
    absent = names_of(session, (each.young_person_id for each in found.missing))
    missing = {person_id: person.name for person_id, person in absent.items()}
    foreseen = foresee(session, looked, now=clock.now())
    shown = preview_in_words(
        found,
        zones,
        missing,
        foreseen,
        limits=limits_of(current_settings()),
        segment_pence=current_settings().segment_pence,
    )
    return render_template(
        "clinic_lists/preview.html",
        list_id=kept.id,
        found=found,
        shown=shown,
        decisions=kept.decisions,
        to_type=found.name_to_type({each.id: each.name for each in clinics.values()}),
        problem=" ".join(map(str, get_flashed_messages(category_filter=["problem"]))),
    )


def _saved_page(session: Session, kept: ClinicList) -> str:
    page = max(request.args.get("page", 1, int), 1)
    rows = reported_rows(session, kept)
    zones = {str(each.id): each.time_zone for each in clinics_seen_by(session, scope())}
    part = rows[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]
    can = undoable(session, kept)
    who = names_of_staff(session, (kept.uploaded_by, kept.saved_by, kept.undone_by))
    return render_template(
        "clinic_lists/saved.html",
        list_id=kept.id,
        name=unseal(session, kept, "file_name"),
        shown=saved_words(kept.counts, part, zones),
        kept=kept,
        who=who,
        moment=moment_in_words,
        can_undo=can.possible,
        cannot=can.cannot,
        page=page,
        pages=-(-len(rows) // ROWS_A_PAGE),
        done=request.args.get("done", ""),
        left=get_flashed_messages(category_filter=["left"]),
    )


@bp.get("/clinic-lists/example.csv")
@allow(Role.CLINIC_ADMIN)
def example() -> Response:
    """Download an empty list with its headings."""
    text = "\ufeff" + ",".join(NEEDED + OPTIONAL) + "\r\n"
    headers = {"Content-Disposition": 'attachment; filename="clinic-list.csv"'}
    return Response(text, mimetype="text/csv; charset=utf-8", headers=headers)


def _upload_page(problem: str = "") -> str:
    mine = scope()
    with database().reading() as session:
        codes = [clinic.code for clinic in clinics_seen_by(session, mine)]
        kept = lists_of(session, mine.organisation_code, lambda each: may_open(each, mine))
        who = names_of_staff(session, (each.uploaded_by for each in kept))
        history = [
            history_in_words(
                each.id,
                unseal(session, each, "file_name"),
                who[each.uploaded_by],
                each.uploaded_at,
                each.state,
                each.counts,
            )
            for each in kept
        ]
    return render_template(
        "clinic_lists/lists.html",
        problem=problem,
        history=history,
        codes=codes,
        needed=NEEDED,
        optional=OPTIONAL,
        largest_megabytes=LARGEST_FILE // 1024**2,
    )
