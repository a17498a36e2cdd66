"""The pages of clinic lists: upload one, see what it would change, save it, mend what was bad."""

from uuid import UUID

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response as AnyResponse

from app import clock
from app.appointments.columns import NEEDED, OPTIONAL
from app.appointments.models import ClinicList
from app.appointments.presenter import moment_in_words, preview_in_words
from app.appointments.queries import list_of, lists_of
from app.appointments.register import Upload, look_again, preview_clinic_list, save_clinic_list
from app.appointments.rejected import rejected_rows
from app.clinics.queries import clinics_seen_by
from app.db import database, unseal
from app.errors import Refusal
from app.settings import current_settings
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("appointments", __name__)

BAD_REQUEST = 400


@bp.get("/clinic-lists")
@allow(Role.CLINIC_ADMIN)
def lists() -> str:
    """Show the form for uploading, and the lists uploaded before."""
    return _upload_page()


@bp.post("/clinic-lists")
@allow(Role.CLINIC_ADMIN)
def upload() -> AnyResponse | tuple[str, int]:
    """Read an uploaded file and lead to its preview; a file that is no list changes nothing."""
    mine, file = scope(), request.files.get("file")
    if file is None or not file.filename:
        return _upload_page("Choose the file of your clinic list."), BAD_REQUEST
    given = Upload(
        file_name=file.filename,
        content=file.read(),
        organisation_code=mine.organisation_code,
        clinic_ids=None if mine.whole_organisation else mine.clinic_ids,
        fictional=current_settings().fictional_mobiles,
    )
    try:
        with database().writing() as session:
            preview = preview_clinic_list(session, given, by=mine.by, now=clock.now())
    except Refusal as refusal:
        return _upload_page(str(refusal)), BAD_REQUEST
    return redirect(url_for("appointments.preview", list_id=preview.list_id))


@bp.get("/clinic-lists/<uuid:list_id>")
@allow(Role.CLINIC_ADMIN)
def preview(list_id: UUID) -> str:
    """Show what a list would change, or has changed."""
    with database().reading() as session:
        kept = _mine(session, list_id)
        found = look_again(session, kept, now=clock.now())
        zones = {clinic.id: clinic.time_zone for clinic in clinics_seen_by(session, scope())}
    return render_template(
        "appointments/preview.html",
        list_id=list_id,
        found=found,
        shown=preview_in_words(found.counts, found.rows, zones),
        done=request.args.get("done", ""),
    )


@bp.post("/clinic-lists/<uuid:list_id>/save")
@allow(Role.CLINIC_ADMIN)
def save(list_id: UUID) -> AnyResponse:
    """Save a list; a second click changes nothing."""
    with database().writing() as session:
        _mine(session, list_id)
        saved = save_clinic_list(session, list_id, by=scope().by, now=clock.now())
    done = "again" if saved.again else "nothing" if saved.changed_nothing else "saved"
    return redirect(url_for("appointments.preview", list_id=list_id, done=done))


@bp.get("/clinic-lists/<uuid:list_id>/rejected.csv")
@allow(Role.CLINIC_ADMIN)
def rejected(list_id: UUID) -> Response:
    """Download the rows to mend, ready to be uploaded again once mended."""
    with database().reading() as session:
        kept = _mine(session, list_id)
        found = look_again(session, kept, now=clock.now())
        content = unseal(session, kept, "content").encode()
    return _csv(rejected_rows(content, found.problems), "rows-to-mend.csv")


@bp.get("/clinic-lists/example.csv")
@allow(Role.CLINIC_ADMIN)
def example() -> Response:
    """Download an empty list with its headings."""
    return _csv("\ufeff" + ",".join(NEEDED + OPTIONAL) + "\r\n", "clinic-list.csv")


def _mine(session: Session, list_id: UUID) -> ClinicList:
    """Return a list of this person's own, or of all their clinics; another's does not exist."""
    mine = scope()
    kept = list_of(session, mine.organisation_code, list_id)
    if kept is None:
        abort(404)
    named = kept.counts.get("clinics")
    allowed = mine.whole_organisation or (
        named is not None and {UUID(clinic) for clinic in named} <= mine.clinic_ids
    )
    if not allowed:
        abort(404)
    return kept


def _upload_page(problem: str = "") -> str:
    mine = scope()
    with database().reading() as session:
        codes = [clinic.code for clinic in clinics_seen_by(session, mine)]
        history = [
            {
                "id": kept.id,
                "name": unseal(session, kept, "file_name"),
                "when": moment_in_words(kept.uploaded_at),
                "is_saved": kept.saved_at is not None,
                "counts": kept.counts,
            }
            for kept in lists_of(session, mine.organisation_code)
            if kept.uploaded_by == mine.by
        ]
    return render_template(
        "appointments/lists.html",
        problem=problem,
        history=history,
        codes=codes,
        needed=NEEDED,
        optional=OPTIONAL,
    )


def _csv(text: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, mimetype="text/csv; charset=utf-8", headers=headers)
