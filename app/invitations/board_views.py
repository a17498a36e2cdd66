"""The pages of texts: what will go, what is held, what went; standing still and going on."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlmodel import Session, col, select
from werkzeug.wrappers import Response

from app import clock
from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.queries import clinic_seen_by, clinics_seen_by
from app.db import database
from app.invitations import pauses
from app.invitations.board import board, counts_by_day, went_wrong
from app.invitations.board_presenter import moment_in_words, notice_in_words, summary, text_line
from app.invitations.board_words import KINDS
from app.invitations.by_hand import cancel_one
from app.invitations.live import only_to
from app.invitations.models import Invitation, Notice
from app.invitations.notices import mark_seen, open_notices
from app.invitations.queries import times_of
from app.invitations.states import Kind, State
from app.people.queries import names_of
from app.settings import current_settings
from app.sms.codes import in_words
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("texts", __name__)

LONDON = "Europe/London"
BACK, AHEAD = timedelta(days=2), timedelta(days=15)
TOO_LATE_TO_CANCEL = "It was too late to take that text back: it has gone, or is just going."


@bp.get("/texts")
@allow(Role.CLINIC_ADMIN, Role.ADMINISTRATOR)
def overview() -> str:
    """Show what stands still, what needs a person, and the next days of each clinic."""
    mine, now = scope(), clock.now()
    with database().reading() as session:
        clinics = clinics_seen_by(session, mine)
        trial = only_to(session, current_settings())
        return render_template(
            "invitations/texts.html",
            pauses=_pauses(session, clinics),
            trial=None if trial is None else len(trial),
            notices=_notices(session, clinics) if mine.may(Role.CLINIC_ADMIN) else [],
            failures=_failures(session, clinics, now) if mine.may(Role.CLINIC_ADMIN) else [],
            clinics=[_clinic(session, clinic, now) for clinic in clinics],
            twice=_twice(session, mine.organisation_code),
            may_open=mine.may(Role.CLINIC_ADMIN),
        )


@bp.get("/texts/<uuid:clinic_id>/<day>")
@allow(Role.CLINIC_ADMIN)
def day(clinic_id: UUID, day: str) -> str:
    """Show every text about the visits of one clinic's day, word for word."""
    return _day_page("invitations/texts_day.html", clinic_id, day)


@bp.get("/texts/<uuid:clinic_id>/<day>/lines")
@allow(Role.CLINIC_ADMIN)
def lines(clinic_id: UUID, day: str) -> str:
    """Return only the texts of one day, for the page to refresh."""
    return _day_page("invitations/_texts_lines.html", clinic_id, day)


@bp.post("/texts/pause")
@allow(Role.CLINIC_ADMIN, Role.ADMINISTRATOR)
def pause() -> Response:
    """Stop sending for one clinic, or for the whole organisation."""
    mine = scope()
    with database().writing() as session:
        where = _scope_of_form(session)
        pauses.pause(session, where, pauses.BY_HAND, by=mine.by, now=clock.now())
    return _back()


@bp.post("/texts/resume")
@allow(Role.CLINIC_ADMIN, Role.ADMINISTRATOR)
def resume() -> Response:
    """Go on sending where it stands still; after a restore only the command does that."""
    mine = scope()
    with database().writing() as session:
        where = pauses.ALL if request.form.get("everything") else _scope_of_form(session)
        if where == pauses.ALL and any(
            each.reason == pauses.RESTORE for each in pauses.open_pauses(session)
        ):
            abort(409)
        pauses.resume(session, where, by=mine.by, now=clock.now())
    return _back()


@bp.post("/texts/notices/<uuid:notice_id>/seen")
@allow(Role.CLINIC_ADMIN)
def seen(notice_id: UUID) -> Response:
    """Say that somebody has seen to something."""
    mine = scope()
    with database().writing() as session:
        notice = session.get(Notice, notice_id)
        theirs = notice is not None and _is_theirs(session, notice)
        if not theirs or not mark_seen(
            session, mine.organisation_code, notice_id, by=mine.by, now=clock.now()
        ):
            abort(404)
    return _back()


@bp.post("/texts/<uuid:clinic_id>/<day>/cancel/<uuid:invitation_id>")
@allow(Role.CLINIC_ADMIN)
def cancel(clinic_id: UUID, day: str, invitation_id: UUID) -> Response:
    """Take one text back that has not gone."""
    mine = scope()
    with database().writing() as session:
        row = session.get(Invitation, invitation_id)
        if (
            row is None
            or row.clinic_id != clinic_id
            or clinic_seen_by(session, mine, clinic_id) is None
        ):
            abort(404)
        if not cancel_one(session, row, by=mine.by, now=clock.now()):
            flash(TOO_LATE_TO_CANCEL)
    return redirect(url_for("texts.day", clinic_id=clinic_id, day=day))


def _day_page(template: str, clinic_id: UUID, day: str) -> str:
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        abort(404)
    with database().reading() as session:
        clinic = clinic_seen_by(session, scope(), clinic_id)
        if clinic is None:
            abort(404)
        shown = _visits(session, clinic, wanted)
        states = [text["state"] for visit in shown for text in visit["texts"] if text["state"]]
        stands = pauses.what_stands(session, now=clock.now())
        return render_template(
            template,
            clinic=clinic,
            day=day,
            day_in_words=f"{wanted:%A %-d %B %Y}",
            visits=shown,
            summary=summary({state: states.count(state) for state in states}),
            paused=stands.everything or clinic.id in stands.clinics,
            paused_here=any(
                each.scope == pauses.of_clinic(clinic.id) for each in pauses.open_pauses(session)
            ),
        )


def _visits(session: Session, clinic: Clinic, day: date) -> list[dict[str, Any]]:
    zone, shown = clinic.time_zone, []
    for visit in board(session, current_settings(), clinic, day, now=clock.now()):
        texts = [
            {
                "id": text.invitation_id,
                **text_line(
                    text.kind, text.state, text.words, text.at, text.decision, text.reason,
                    text.error_code, zone,
                ),
            }
            for text in visit.texts
        ]  # fmt: skip
        at = moment_in_words(visit.starts_at, zone).rpartition(", ")[2]
        off = visit.status == "cancelled"
        shown.append({"time": at, "name": visit.name, "off": off, "texts": texts})
    return shown


def _clinic(session: Session, clinic: Clinic, now: datetime) -> dict[str, Any]:
    found = counts_by_day(session, clinic, since=now - BACK, until=now + AHEAD)
    days = [
        {"day": day.isoformat(), "words": f"{day:%A %-d %B}", "summary": summary(states)}
        for day, states in sorted(found.items())
    ]
    return {"id": clinic.id, "name": f"{clinic.name}, {clinic.code}", "days": days}


def _pauses(session: Session, clinics: list[Clinic]) -> list[dict[str, Any]]:
    names = {pauses.of_clinic(clinic.id): clinic for clinic in clinics}
    own = pauses.of_organisation(scope().organisation_code)
    shown = []
    for each in pauses.open_pauses(session):
        if each.scope not in (pauses.ALL, own) and each.scope not in names:
            continue
        clinic = names.get(each.scope)
        shown.append(
            {
                "what": clinic.name + ", " + clinic.code if clinic else "All texts",
                "why": pauses.IN_WORDS.get(each.reason, each.reason),
                "code": in_words(each.code) if each.code else "",
                "since": moment_in_words(each.began_at, LONDON),
                "clinic_id": clinic.id if clinic else None,
                "everything": each.scope == pauses.ALL,
                "by_itself": each.until is not None,
                "after_restore": each.reason == pauses.RESTORE,
            }
        )
    return shown


def _notices(session: Session, clinics: list[Clinic]) -> list[dict[str, Any]]:
    mine = {clinic.id for clinic in clinics}
    rows = [
        notice
        for notice in open_notices(session, scope().organisation_code)
        if notice.clinic_id is None or notice.clinic_id in mine
    ]
    links = _links(session, {row.invitation_id for row in rows if row.invitation_id})
    people = names_of(session, {row.young_person_id for row in rows if row.young_person_id})
    shown = []
    for row in rows:
        happened, to_do = notice_in_words(row.kind)
        shown.append(
            {
                "id": row.id,
                "happened": happened,
                "to_do": to_do,
                "who": people[row.young_person_id].name if row.young_person_id else "",
                "at": moment_in_words(row.opened_at, LONDON),
                "due": f"{row.due_at:%A %-d %B %Y}" if row.due_at else "",
                "link": links.get(row.invitation_id) if row.invitation_id else None,
            }
        )
    return shown


def _links(session: Session, ids: set[UUID]) -> dict[UUID, str]:
    rows = session.exec(
        select(Invitation.id, Appointment, Clinic)
        .join(Appointment, col(Appointment.id) == col(Invitation.appointment_id))
        .join(Clinic, col(Clinic.id) == col(Appointment.clinic_id))
        .where(col(Invitation.id).in_(ids))
    )
    return {row: _link(visit, clinic) for row, visit, clinic in rows}


def _link(visit: Appointment, clinic: Clinic) -> str:
    day = times_of(clinic).local_day(visit.starts_at).isoformat()
    return url_for("texts.day", clinic_id=clinic.id, day=day)


def _failures(session: Session, clinics: list[Clinic], now: datetime) -> list[dict[str, Any]]:
    by_id = {clinic.id: clinic for clinic in clinics}
    shown = []
    for row, visit in went_wrong(session, clinics, now=now):
        clinic = by_id[row.clinic_id]
        says = text_line(
            Kind(row.kind), State(row.state), "", row.finished_at, None, row.reason or "",
            row.error_code or "", clinic.time_zone,
        )  # fmt: skip
        when = moment_in_words(visit.starts_at, clinic.time_zone)
        what = f"{KINDS[Kind(row.kind)]}, {clinic.code}, visit {when}"
        shown.append({**says, "what": what, "link": _link(visit, clinic)})
    return shown


def _twice(session: Session, organisation_code: str) -> int:
    rows = session.exec(
        select(Notice.id).where(
            Notice.kind == "duplicate", Notice.organisation_code == organisation_code
        )
    )
    return len(rows.all())


def _scope_of_form(session: Session) -> str:
    """The scope that a form names: a clinic of this person's, else their whole organisation."""
    given = request.form.get("clinic_id", "")
    if not given:
        return pauses.of_organisation(scope().organisation_code)
    try:
        clinic = clinic_seen_by(session, scope(), UUID(given))
    except ValueError:
        clinic = None
    if clinic is None:
        abort(404)
    return pauses.of_clinic(clinic.id)


def _is_theirs(session: Session, notice: Notice) -> bool:
    if notice.clinic_id is None:
        return True
    return clinic_seen_by(session, scope(), notice.clinic_id) is not None


def _back() -> Response:
    back = request.form.get("back", "")
    return redirect(back if back.startswith("/texts") else url_for("texts.overview"))
