"""The pages of the clinic sheet: choose a clinic and a day, and read it."""

from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app import clock
from app.appointments.queries import days_with_appointments
from app.clinics.queries import clinic_seen_by, clinics_seen_by
from app.db import database
from app.staff.guards import allow, scope
from app.staff.roles import Role
from app.summaries.presenter import long_day, present
from app.summaries.queries import clinic_sheet

bp = Blueprint("summaries", __name__)

DAYS_BACK, DAYS_AHEAD = 7, 60


@bp.get("/clinic-sheets")
@allow(Role.CLINICIAN, Role.SAFEGUARDING_LEAD)
def choose() -> str | Response:
    """Offer the days of this person's clinics; a chosen clinic and date lead to its sheet."""
    asked = _asked()
    if asked is not None:
        return redirect(asked)
    since, until = clock.now() - timedelta(DAYS_BACK), clock.now() + timedelta(DAYS_AHEAD)
    with database().reading() as session:
        clinics = [
            {
                "id": clinic.id,
                "name": f"{clinic.name}, {clinic.code}",
                "days": [
                    {"day": day.isoformat(), "words": long_day(day), "count": count}
                    for day, count in days_with_appointments(
                        session, clinic, since=since, until=until
                    )
                ],
            }
            for clinic in clinics_seen_by(session, scope())
        ]
    wrong = "date" in request.args
    return render_template("summaries/choose.html", clinics=clinics, wrong_date=wrong)


@bp.get("/clinic-sheets/<uuid:clinic_id>/<day>")
@allow(Role.CLINICIAN, Role.SAFEGUARDING_LEAD)
def sheet(clinic_id: UUID, day: str) -> str:
    """Show one clinic's sheet for one day; another's clinic does not exist for this person."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        abort(404)
    with database().reading() as session:
        clinic = clinic_seen_by(session, scope(), clinic_id)
        if clinic is None:
            abort(404)
        shown = present(clinic_sheet(session, clinic, wanted, now=clock.now()))
    return render_template("summaries/sheet.html", sheet=shown)


def _asked() -> str | None:
    """Return where a chosen clinic and date lead, or None if they are not whole."""
    try:
        clinic_id = UUID(request.args.get("clinic", ""))
        day = date.fromisoformat(request.args.get("date", ""))
    except ValueError:
        return None
    return url_for("summaries.sheet", clinic_id=clinic_id, day=day.isoformat())
