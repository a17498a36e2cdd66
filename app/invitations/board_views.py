"""The pages of texts: what will go, what is held, what went; standing still and going on."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlalchemy import func
from sqlmodel import Session, col, select
from werkzeug.wrappers import Response

from app import clock
from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.queries import clinic_seen_by, clinics_seen_by
from app.db import chunks, database
from app.invitations import board as queries
from app.invitations import board_presenter as say
from app.invitations import pauses
from app.invitations.board_pauses import LONDON, cards, may_go_on, standing_for
from app.invitations.by_hand import cancel_one
from app.invitations.live import bare_clinics, only_to
from app.invitations.models import Invitation, Notice
from app.invitations.notices import NoticeKind, mark_seen
from app.invitations.queries import times_of
from app.people.models import YoungPerson
from app.settings import current_settings
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("texts", __name__)

FIRST_YEAR, LAST_YEAR = 2000, 2100
TOO_LATE_TO_CANCEL = "It was too late to take that text back: it has gone, or is just going."


@bp.get("/texts")
@allow(Role.CLINIC_ADMIN, Role.ADMINISTRATOR)
def overview() -> str:
    """Show what stands still, what needs a person, and the next days of each clinic."""
    mine, now = scope(), clock.now()
    # Administrators see how it stands, and nobody's name or words.
    may_open = mine.may(Role.CLINIC_ADMIN)
    with database().reading() as session:
        clinics = clinics_seen_by(session, mine)
        trial = only_to(session, current_settings())
        standing = standing_for(session, mine, clinics, now=now)
        return render_template(
            "invitations/texts.html",
            pauses=cards(session, mine, standing, clinics),
            paused_scopes={each.scope for each in standing},
            own_scope=pauses.of_organisation(mine.organisation_code),
            trial=None if trial is None else len(trial),
            notices=_notices(session, clinics, may_open),
            failures=_failures(session, clinics, now) if may_open else [],
            clinics=_clinics(session, clinics, now),
            twice=_twice(session),
            may_open=may_open,
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
    """Go on sending where it stands still, from what is this person's to end."""
    mine = scope()
    with database().writing() as session:
        where = pauses.ALL if request.form.get("everything") else _scope_of_form(session)
        reasons = {each.reason for each in pauses.open_pauses(session) if each.scope == where}
        if pauses.RESTORE in reasons:
            abort(409)
        theirs = {each for each in reasons if may_go_on(mine, where, each)}
        # The page says beside each of the others who can end it; it may have been another just now.
        if theirs:
            pauses.resume(session, where, by=mine.by, now=clock.now(), reasons=theirs)
    return _back()


@bp.post("/texts/notices/<uuid:notice_id>/seen")
@allow(Role.CLINIC_ADMIN)
def seen(notice_id: UUID) -> Response:
    """Say that somebody has seen to something."""
    mine = scope()
    with database().writing() as session:
        theirs = queries.notices_for(
            session, mine.organisation_code, clinics_seen_by(session, mine)
        )
        if notice_id not in {notice.id for notice in theirs}:
            abort(404)
        mark_seen(session, mine.organisation_code, notice_id, by=mine.by, now=clock.now())
    return _back()


@bp.post("/texts/<uuid:clinic_id>/<day>/cancel/<uuid:invitation_id>")
@allow(Role.CLINIC_ADMIN)
def cancel(clinic_id: UUID, day: str, invitation_id: UUID) -> Response:
    """Take one text back that has not gone."""
    mine = scope()
    with database().writing() as session:
        row = session.get(Invitation, invitation_id)
        clinic = clinic_seen_by(session, mine, clinic_id)
        if row is None or clinic is None or row.clinic_id != clinic.id:
            abort(404)
        if not cancel_one(session, row, by=mine.by, now=clock.now()):
            flash(TOO_LATE_TO_CANCEL)
    return redirect(url_for("texts.day", clinic_id=clinic_id, day=day))


def _day_page(template: str, clinic_id: UUID, day: str) -> str:
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        abort(404)
    now = clock.now()
    with database().reading() as session:
        clinic = clinic_seen_by(session, scope(), clinic_id)
        if clinic is None or not FIRST_YEAR <= wanted.year <= LAST_YEAR:
            abort(404)
        visits = queries.board(session, current_settings(), clinic, wanted, now=now)
        stands = pauses.what_stands(session, now=now)
        paused = stands.everything or clinic.id in stands.clinics
        here = standing_for(session, scope(), [clinic], now=now)
        return render_template(
            template,
            clinic=clinic,
            day=day,
            day_in_words=f"{wanted:%A %-d %B %Y}",
            visits=[say.visit_lines(visit, clinic.time_zone, paused) for visit in visits],
            summary=say.summary(say.counted(each for visit in visits for each in visit.texts)),
            paused=paused,
            paused_here=pauses.of_clinic(clinic.id) in {each.scope for each in here},
        )


def _clinics(session: Session, clinics: Sequence[Clinic], now: datetime) -> list[dict[str, Any]]:
    found = queries.counts_by_day(session, current_settings(), clinics, now=now)
    bare = bare_clinics(session, (clinic.id for clinic in clinics))
    return [
        {
            "id": clinic.id,
            "wants_net": clinic.id in bare,
            "name": f"{clinic.name}, {clinic.code}",
            "scope": pauses.of_clinic(clinic.id),
            "days": [
                say.day_line(each, count.visits, count.texts)
                for each, count in sorted(found.get(clinic.id, {}).items())
            ],
        }
        for clinic in clinics
    ]


def _notices(session: Session, clinics: Sequence[Clinic], may_open: bool) -> list[dict[str, Any]]:
    rows = queries.notices_for(session, scope().organisation_code, clinics)[: queries.MOST_SHOWN]
    visits = _visits_behind(session, rows, clinics) if may_open else {}
    people = {row.young_person_id for row in rows if row.young_person_id} if may_open else ()
    names = _names(session, people)
    return [
        {
            "row": row,
            "words": say.notice_in_words(row.kind),
            "paused_as": pauses.IN_WORDS.get(row.code, ""),
            "who": names.get(row.young_person_id) if row.young_person_id else None,
            "at": say.moment_in_words(row.opened_at, LONDON),
            "due": f"{row.due_at:%A %-d %B %Y}" if row.due_at else "",
            "link": _link(visits[row.id], clinics) if row.id in visits else None,
        }
        for row in rows
    ]


def _visits_behind(
    session: Session, notices: Sequence[Notice], clinics: Sequence[Clinic]
) -> dict[UUID, Appointment]:
    """The visit that each notice is about: its text's, else the last of its young person."""
    texts = [row.invitation_id for row in notices if row.invitation_id]
    people = [row.young_person_id for row in notices if row.young_person_id]
    of_texts = select(Invitation.id, Invitation.appointment_id).where(col(Invitation.id).in_(texts))
    about = {text: visit for text, visit in session.exec(of_texts) if visit}
    visits = session.exec(
        select(Appointment)
        .where(
            col(Appointment.clinic_id).in_([clinic.id for clinic in clinics]),
            col(Appointment.id).in_(about.values()) | col(Appointment.young_person_id).in_(people),
        )
        .order_by(col(Appointment.starts_at))
    ).all()
    known = {each.young_person_id: each for each in visits} | {each.id: each for each in visits}
    keys = {
        row.id: about.get(row.invitation_id or row.id) or row.young_person_id for row in notices
    }
    return {notice: known[key] for notice, key in keys.items() if key in known}


def _names(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    ours = YoungPerson.organisation_code == scope().organisation_code
    for chunk in chunks(ids):
        for person in session.exec(select(YoungPerson).where(col(YoungPerson.id).in_(chunk), ours)):
            found[person.id] = queries.name_of(session, person)
    return found


def _twice(session: Session) -> int:
    ours = Notice.organisation_code == scope().organisation_code
    question = select(func.count()).where(Notice.kind == NoticeKind.DUPLICATE.value, ours)
    return session.exec(question).one()


def _link(visit: Appointment, clinics: Iterable[Clinic]) -> str:
    clinic = next(clinic for clinic in clinics if clinic.id == visit.clinic_id)
    day = times_of(clinic).local_day(visit.starts_at).isoformat()
    return url_for("texts.day", clinic_id=clinic.id, day=day)


def _failures(session: Session, clinics: Sequence[Clinic], now: datetime) -> list[dict[str, Any]]:
    found = queries.went_wrong(session, clinics, now=now)
    names = _names(session, (visit.young_person_id for _, visit in found))
    zones = {clinic.id: clinic.time_zone for clinic in clinics}
    return [
        {
            **say.failure_line(queries.text_of(row), visit.starts_at, zones[visit.clinic_id]),
            "who": names.get(visit.young_person_id, ""),
            "link": _link(visit, clinics),
        }
        for row, visit in found
    ]


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


def _back() -> Response:
    back = request.form.get("back", "")
    return redirect(back if back.startswith("/texts") else url_for("texts.overview"))
