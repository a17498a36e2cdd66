"""The page of who is told of concerns, and the form that names somebody."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, render_template, request
from sqlmodel import Session

from app.clinics.details import FieldProblem
from app.clinics.models import Clinic
from app.clinics.queries import clinic_seen_by, clinics_seen_by
from app.clinics.safety_people import SafetyPerson, present, without_net
from app.clinics.safety_roles import IN_WORDS, LIST, NEEDED
from app.db import database
from app.invitations.live import bare_clinics
from app.people.phone import national
from app.safeguarding.switching import off_since
from app.safety_net import presenter as say
from app.safety_net.known import Known
from app.safety_net.queries import administrators, everybody, opened, person_in
from app.safety_net.targets import Target, offered
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("safety_net", __name__)

LOOKS = (Role.ADMINISTRATOR, Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD)
CHANGES = (Role.ADMINISTRATOR,)
NOT_FOUND = 404


@bp.get("/who-is-told")
@allow(*LOOKS)
def who_is_told() -> str:
    """Show who is told of concerns: of each clinic, and on the organisation's list."""
    mine = scope()
    with database().reading() as session:
        clinics = clinics_seen_by(session, mine)
        people = everybody(session, mine.organisation_code)
        asked = administrators(session, mine.organisation_code)
        shown = _clinics(session, clinics, people)
        words_off = off_since(session, mine.organisation_code) is not None
    listed = [say.person_in_words(each) for each in people if each.role == LIST]
    return render_template(
        "safety_net/who_is_told.html",
        clinics=shown,
        listed=listed,
        may_change=mine.may(*CHANGES),
        asked=asked,
        anybody=bool(people),
        words_off=words_off,
    )


@bp.get("/who-is-told/<uuid:clinic_id>/<any(lead, cover):role>")
@allow(*CHANGES)
def name(clinic_id: UUID, role: str) -> str:
    """Show the form for naming the lead or the cover person of a clinic."""
    with database().reading() as session:
        clinic = clinic_of(session, clinic_id)
        now_there = next(iter(present(session, clinic.id, role)), None)
        return form_page(session, Target(role, clinic), now_there)


@bp.get("/who-is-told/list")
@allow(*CHANGES)
def name_for_list() -> str:
    """Show the form for somebody who comes onto the list."""
    with database().reading() as session:
        return form_page(session, Target(LIST), None)


@bp.get("/who-is-told/list/<uuid:safety_person_id>")
@allow(*CHANGES)
def name_on_list(safety_person_id: UUID) -> str:
    """Show the form for correcting or replacing somebody on the list."""
    with database().reading() as session:
        person = one_on_list(session, safety_person_id)
        return form_page(session, Target(LIST), None if person.left_at else person)


def form_page(
    session: Session,
    target: Target,
    now_there: SafetyPerson | None,
    *,
    given: Mapping[str, str] | None = None,
    problems: Sequence[FieldProblem] = (),
    ticked: Sequence[str] | None = None,
) -> str:
    """Render the form for a part, with what it held and what was wrong about it.

    With `correct` in the address or the form it begins with the details as they are now.
    """
    correct = now_there is not None and bool(request.values.get("correct"))
    there = _details(session, now_there) if now_there else {}
    choices = offered(session, scope(), target, now_there, correct=correct)
    checked = {each.value for each in choices if each.ticked} if ticked is None else set(ticked)
    return render_template(
        "safety_net/name.html",
        target=target,
        part=IN_WORDS[target.role],
        there=there,
        correct=correct,
        given=given if given is not None else there if correct else {},
        messages={each.field: each.message for each in problems},
        choices=choices,
        checked=checked,
        instead_of=now_there.id if now_there else "",
    )


def clinic_of(session: Session, clinic_id: UUID) -> Clinic:
    """Return a clinic of this person's organisation; another's does not exist for them."""
    clinic = clinic_seen_by(session, scope(), clinic_id)
    if clinic is None:
        abort(NOT_FOUND)
    return clinic


def one_of_ours(session: Session, person_id: UUID, *, held: bool = False) -> SafetyPerson:
    """Return somebody who is or was told in this person's organisation."""
    person = person_in(session, scope().organisation_code, person_id, held=held)
    if person is None:
        abort(NOT_FOUND)
    return person


def one_on_list(session: Session, person_id: UUID) -> SafetyPerson:
    """Return somebody who is or was on the list of this person's organisation."""
    person = one_of_ours(session, person_id)
    if person.role != LIST:
        abort(NOT_FOUND)
    return person


def _clinics(
    session: Session, clinics: Sequence[Clinic], people: Sequence[Known]
) -> list[dict[str, Any]]:
    ids = [each.id for each in clinics]
    unready, held = without_net(session, ids), bare_clinics(session, ids)
    parts = {(each.clinic_id, each.role): each for each in people}
    shown = []
    for clinic in clinics:
        there = {role: parts.get((clinic.id, role)) for role in NEEDED}
        tag, colour, says = say.net_in_words(ready=clinic.id not in unready, held=clinic.id in held)
        zone = clinic.time_zone
        shown.append(
            {
                "id": clinic.id,
                "code": clinic.code,
                "name": clinic.name,
                "concerns_email": clinic.concerns_email,
                "tag": tag,
                "colour": colour,
                "says": says,
                "parts": {
                    role: say.person_in_words(known, zone) if known else None
                    for role, known in there.items()
                },
            }
        )
    return shown


def _details(session: Session, person: SafetyPerson) -> dict[str, str]:
    mobile = opened(session, person, "mobile")
    return {
        "full_name": opened(session, person, "name"),
        "email": opened(session, person, "email"),
        "mobile": national(mobile) if mobile else "",
    }
