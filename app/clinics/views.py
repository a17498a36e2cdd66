"""The pages of clinics: all of mine, a new one, and changing one."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app import clock
from app.clinics.details import DEFAULTS, NATIONS, ClinicDetails, FieldProblem, read_details
from app.clinics.models import Clinic
from app.clinics.queries import clinic_seen_by, clinics_seen_by
from app.clinics.register import add_clinic, change_clinic
from app.clinics.school_holidays import ranges_of
from app.db import database
from app.errors import Refusal
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("clinics", __name__)

FIELDS = (
    "code",
    "name",
    "days_of_notice",
    "window_opens",
    "window_closes",
    "weekdays",
    "time_zone",
    "desk_phone",
    "concerns_email",
    "nation",
    "school_holidays",
    "parents_phone",
)
# A box that is not ticked is not sent: that is a no.
TICKED = ("avoids_school_hours", "reminds", "asks_feedback")


@bp.get("/clinics")
@allow(Role.CLINIC_ADMIN, Role.ADMINISTRATOR)
def list_clinics() -> str:
    """Show the clinics of this person."""
    mine = scope()
    with database().reading() as session:
        clinics = [_shown(clinic) for clinic in clinics_seen_by(session, mine)]
    return render_template(
        "clinics/list.html", clinics=clinics, may_change=mine.may(Role.ADMINISTRATOR)
    )


@bp.get("/clinics/new")
@allow(Role.ADMINISTRATOR)
def new() -> str:
    """Show the form for a new clinic."""
    return _form("New clinic", DEFAULTS, [])


@bp.post("/clinics/new")
@allow(Role.ADMINISTRATOR)
def add() -> str | Response:
    """Add a clinic to this person's organisation."""
    form, details = _read()
    if not isinstance(details, ClinicDetails):
        return _form("New clinic", form, details)
    try:
        with database().writing() as session:
            add_clinic(session, details, by=scope().by, now=clock.now())
    except Refusal as refusal:
        return _form("New clinic", form, [FieldProblem("code", form["code"], str(refusal))])
    return redirect(url_for("clinics.list_clinics"))


@bp.get("/clinics/<uuid:clinic_id>")
@allow(Role.ADMINISTRATOR)
def edit(clinic_id: UUID) -> str:
    """Show the form for changing a clinic."""
    with database().reading() as session:
        clinic = clinic_seen_by(session, scope(), clinic_id)
        if clinic is None:
            abort(404)
        return _form(f"Change clinic {clinic.code}", _given(clinic), [])


@bp.post("/clinics/<uuid:clinic_id>")
@allow(Role.ADMINISTRATOR)
def change(clinic_id: UUID) -> str | Response:
    """Change a clinic of this person's organisation."""
    mine = scope()
    form, details = _read()
    with database().reading() as session:
        if clinic_seen_by(session, mine, clinic_id) is None:
            abort(404)
    if not isinstance(details, ClinicDetails):
        return _form("Change clinic", form, details)
    try:
        with database().writing() as session:
            clinic = session.get_one(Clinic, clinic_id)
            change_clinic(session, clinic, details, by=mine.by, now=clock.now())
    except Refusal as refusal:
        return _form("Change clinic", form, [FieldProblem("code", form["code"], str(refusal))])
    return redirect(url_for("clinics.list_clinics"))


def _read() -> tuple[dict[str, str], ClinicDetails | list[FieldProblem]]:
    """Read the form; the organisation is the person's own, whatever was posted."""
    form = {name: request.form.get(name, "") for name in FIELDS}
    form |= {name: "yes" if request.form.get(name) else "no" for name in TICKED}
    form["weekdays"] = "".join(request.form.getlist("weekdays")) or "-"
    return form, read_details({**form, "organisation_code": scope().organisation_code})


def _form(title: str, given: Mapping[str, str], problems: Sequence[FieldProblem]) -> str:
    messages = {problem.field: problem.message for problem in problems}
    return render_template(
        "clinics/form.html", title=title, given=given, messages=messages, nations=NATIONS
    )


def _given(clinic: Clinic) -> dict[str, str]:
    return {
        "code": clinic.code,
        "name": clinic.name,
        "days_of_notice": str(clinic.days_of_notice),
        "window_opens": f"{clinic.window_opens:%H:%M}",
        "window_closes": f"{clinic.window_closes:%H:%M}",
        "weekdays": clinic.weekdays,
        "time_zone": clinic.time_zone,
        "desk_phone": clinic.desk_phone,
        "concerns_email": clinic.concerns_email,
        "nation": clinic.nation,
        "school_holidays": clinic.school_holidays,
        "parents_phone": clinic.parents_phone,
        **{name: "yes" if getattr(clinic, name) else "no" for name in TICKED},
    }


def _shown(clinic: Clinic) -> dict[str, object]:
    window = f"{clinic.window_opens:%H:%M} to {clinic.window_closes:%H:%M}"
    asks = f"{clinic.days_of_notice} days before, {window}"
    school_hours = (
        "No texts before 4pm on school days" if clinic.avoids_school_hours else "Do not matter"
    )
    return {
        "id": clinic.id,
        **_given(clinic),
        "asks": asks,
        "nation": NATIONS[clinic.nation],
        "school_hours": school_hours,
        "holidays": [f"{_words(a)} to {_words(b)}" for a, b in ranges_of(clinic.school_holidays)],
        "texted": "Texted" if clinic.parents_phone == "text" else "Not texted",
    }


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
