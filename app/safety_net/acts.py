"""What an administrator does about who is told: each action one form."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response

from app import clock
from app.audit.trail import record
from app.clinics.details import FieldProblem
from app.clinics.safety_people import (
    SafetyPerson,
    hold_clinic,
    leave,
    name_person,
    people_for,
    present,
    same_address,
)
from app.clinics.safety_people import move as move_on_list
from app.clinics.safety_roles import LIST
from app.db import database
from app.errors import Refusal
from app.safeguarding.alerts import test_address
from app.safety_net.form import FIELDS, Named, read_named
from app.safety_net.presenter import UNDER_WAY
from app.safety_net.queries import everybody, opened
from app.safety_net.targets import Target, offered
from app.safety_net.views import (
    CHANGES,
    clinic_of,
    form_page,
    one_of_ours,
    one_on_list,
)
from app.settings import current_settings
from app.staff.guards import allow, scope

bp = Blueprint("safety_net_acts", __name__)

BAD_REQUEST = 400
QUICKER = "Somebody else changed this meanwhile: {now}. Nothing was saved. Save again to go on."
QUICKER_ON_LIST = "The list has changed meanwhile. It is shown as it is now."
ALREADY_LEFT = "They had left already: nothing was changed."
Answer = Response | tuple[str, int]


@bp.post("/who-is-told/<uuid:clinic_id>/<any(lead, cover):role>")
@allow(*CHANGES)
def name(clinic_id: UUID, role: str) -> Answer:
    """Name the lead or the cover person of a clinic, in place of whoever it was."""
    with database().reading() as session:
        clinic = clinic_of(session, clinic_id)
    return _name(Target(role, clinic))


@bp.post("/who-is-told/list")
@allow(*CHANGES)
def name_for_list() -> Answer:
    """Put somebody at the end of the organisation's list."""
    return _name(Target(LIST))


@bp.post("/who-is-told/list/<uuid:safety_person_id>")
@allow(*CHANGES)
def name_on_list(safety_person_id: UUID) -> Answer:
    """Put somebody in the place of another on the list, or correct who is there."""
    with database().reading() as session:
        one_on_list(session, safety_person_id)
    return _name(Target(LIST), safety_person_id)


@bp.post("/who-is-told/people/<uuid:safety_person_id>/left")
@allow(*CHANGES)
def left(safety_person_id: UUID) -> Response:
    """Note that somebody has left a part, or every part they have."""
    mine, now = scope(), clock.now()
    with database().writing() as session:
        person = one_of_ours(session, safety_person_id, held=True)
        if person.left_at is not None:
            return _back(person, ALREADY_LEFT, kind="too late")
        everywhere = bool(request.form.get("everywhere"))
        parts = same_address(session, person) if everywhere else [person]
        for each in parts:
            leave(session, each, by=mine.by, now=now)
        name = opened(session, person, "name")
    here = "" if everywhere else " here"
    return _back(person, f"{name} has left: they are told nothing{here} any more.")


@bp.post("/who-is-told/people/<uuid:safety_person_id>/test")
@allow(*CHANGES)
def test(safety_person_id: UUID) -> Response:
    """Send the test mail to somebody once more."""
    with database().writing() as session:
        person = one_of_ours(session, safety_person_id, held=True)
        if person.left_at is not None:
            return _back(person, ALREADY_LEFT, kind="too late")
        said = _test(session, [person])
    return _back(person, said)


@bp.post("/who-is-told/test")
@allow(*CHANGES)
def test_all() -> Response:
    """Send a test mail to everybody who is told: one to each address."""
    with database().writing() as session:
        said = _test(session, people_for(session, scope().organisation_code, None))
    flash(said, "done top")
    return redirect(url_for("safety_net.who_is_told"))


@bp.post("/who-is-told/people/<uuid:safety_person_id>/move")
@allow(*CHANGES)
def move(safety_person_id: UUID) -> Response:
    """Move somebody up or down in the list."""
    mine, up = scope(), request.form.get("way") == "up"
    with database().writing() as session:
        person = one_on_list(session, safety_person_id)
        name = opened(session, person, "name")
        moved = move_on_list(session, person, up=up, by=mine.by, now=clock.now())
    if not moved:
        return _back(person, QUICKER_ON_LIST, kind="too late")
    return _back(person, f"{name} is told {'earlier' if up else 'later'} now.")


def _name(target: Target, on_list: UUID | None = None) -> Answer:
    """Name whom the form holds for a part, and for those that were ticked with it."""
    form = {each: request.form.get(each, "") for each in FIELDS}
    read = read_named(form, fictional=current_settings().fictional_mobiles)
    if not isinstance(read, Named):
        return _form_again(target, on_list, form, read)
    try:
        with database().writing() as session:
            if target.clinic is not None:
                hold_clinic(session, target.clinic.id)
            now_there = _now_there(session, target, on_list)
            if str(now_there.id if now_there else "") != request.form.get("instead_of", ""):
                raise Refusal(QUICKER.format(now=_in_words(session, now_there)))
            person = _put_down(session, target, now_there, read)
    except Refusal as refusal:
        return _form_again(target, on_list, form, [FieldProblem("email", "", str(refusal))])
    return _back(person, f"{read.full_name} is named. A test mail goes to them.")


def _put_down(
    session: Session, target: Target, now_there: SafetyPerson | None, read: Named
) -> SafetyPerson:
    """Name somebody for a part and the ticked ones, and put down one test mail for all of them."""
    mine, now = scope(), clock.now()
    correct = now_there is not None and bool(request.form.get("correct"))
    ticked = set(request.form.getlist("also"))
    choices = offered(session, mine, target, now_there, correct=correct)
    also = [(each.target, each.now_there) for each in choices if each.value in ticked]
    named = [
        name_person(
            session,
            part.role,
            organisation_code=mine.organisation_code,
            clinic_id=part.clinic.id if part.clinic else None,
            full_name=read.full_name,
            email=read.email,
            mobile=read.mobile,
            instead_of=there,
            by=mine.by,
            now=now,
        )
        for part, there in [(target, now_there), *also]
    ]
    test_address(session, named[0], now=now)
    return named[0]


def _now_there(session: Session, target: Target, on_list: UUID | None) -> SafetyPerson | None:
    """Who has a part now."""
    if target.clinic is not None:
        return next(iter(present(session, target.clinic.id, target.role)), None)
    person = one_on_list(session, on_list) if on_list else None
    return person if person and person.left_at is None else None


def _form_again(
    target: Target, on_list: UUID | None, form: dict[str, str], problems: list[FieldProblem]
) -> Answer:
    with database().reading() as session:
        now_there = _now_there(session, target, on_list)
        ticked = request.form.getlist("also")
        page = form_page(session, target, now_there, given=form, problems=problems, ticked=ticked)
    return page, BAD_REQUEST


def _in_words(session: Session, now_there: SafetyPerson | None) -> str:
    return f"{opened(session, now_there, 'name')} is named now" if now_there else "nobody is named"


def _test(session: Session, people: Sequence[SafetyPerson]) -> str:
    """Put down a test mail for each address that has none on its way; return what to say of it."""
    mine, now = scope(), clock.now()
    known = {each.id: each for each in everybody(session, mine.organisation_code)}
    one_each = {known[each.id].email.casefold(): each for each in people}
    sent = []
    for person in one_each.values():
        test = known[person.id].last_test
        under_way = test is not None and test.state in UNDER_WAY
        if not under_way and test_address(session, person, now=now):
            subject = f"safety_person:{person.id}"
            record(session, "safety_person_test_mail", by=mine.by, now=now, subject=subject)
            sent.append(known[person.id].name)
    if len(sent) > 1:
        return f"Test mails go to {len(sent)} addresses."
    return f"A test mail goes to {sent[0]}." if sent else "A test mail is on its way already."


def _back(person: SafetyPerson, said: str, *, kind: str = "done") -> Response:
    """Lead back to where somebody stands on the page, and say there what was done."""
    where = f"clinic-{person.clinic_id}" if person.clinic_id else "list"
    flash(said, f"{kind} {where}")
    return redirect(url_for("safety_net.who_is_told", _anchor=where))
