"""The page of who gets no texts: staff see it, record what they were told, and undo it."""

from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, redirect, render_template, request, url_for
from sqlmodel import Session, col, select
from werkzeug.wrappers import Response

from app import clock
from app.db import database, vault_of
from app.invitations.opt_out import Standing, end_these, record_person_opt_out, standing_in
from app.people.models import YoungPerson
from app.people.nhs_number import normalise, spaced
from app.people.phone import tail
from app.people.queries import PersonFacts, facts_of, names_of
from app.staff.guards import allow, scope
from app.staff.queries import names_of_staff
from app.staff.roles import Role

bp = Blueprint("opt_outs", __name__)

LONDON = ZoneInfo("Europe/London")
BAD_REQUEST, NOT_FOUND = 400, 404
WHO_MAY = (Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD)
# How staff were told, and the reason that is kept.
TOLD = {
    "staff:phone": "They asked by phone",
    "staff:visit": "They asked at a visit",
    "staff:parent": "A parent or carer asked",
}
WHY = {
    "texted": "They texted that they want no more texts.",
    "provider": "Twilio blocked the number because of a word in their text. They may not have "
    "wanted that: ring them.",
    "paused": "They texted that now is not a good time. Texts come back after four weeks.",
    "forget": "They asked us to delete what we hold about them.",
    "wrong_number": "Somebody texted back that the number is not theirs. Check the number.",
    "bereavement": "Somebody texted that they have died. Check before anybody rings.",
    "staff": "Staff recorded it.",
    **{reason: f"{words}." for reason, words in TOLD.items()},
}
TO_CONFIRM = {
    "wrong_number": "We checked: the number is theirs, and they want texts",
    "bereavement": "We checked: it was a mistake, and they want texts",
}
SAID_SO = "They told us themselves that they want texts again"
# Twilio goes on holding back a number that texted STOP until it texts START.
HELD_BY_TWILIO = ("texted", "provider", "forget")
BY_TEXT = "a text to us"


@bp.get("/opt-outs")
@allow(*WHO_MAY)
def opt_outs() -> str:
    """Show who gets no texts, and why."""
    return _page()


@bp.post("/opt-outs/find")
@allow(*WHO_MAY)
def find() -> str | tuple[str, int]:
    """Find one young person by their whole NHS number, to record that they want no texts."""
    typed = request.form.get("nhs_number", "")
    number = normalise(typed)
    if number is None:
        problem = "That is no NHS number. Type all 10 digits."
        return _page(problem=problem, typed=typed), BAD_REQUEST
    with database().reading() as session:
        person = _person_with(session, number)
        if person is None:
            problem = (
                "No young person here has that NHS number. Check it, or save their list first."
            )
            return _page(problem=problem, typed=typed), NOT_FOUND
        found = _in_words(person)
    return _page(found=found)


@bp.post("/opt-outs/record")
@allow(*WHO_MAY)
def record() -> Response | tuple[str, int]:
    """Record that a young person wants no texts, and how staff were told."""
    how = request.form.get("how", "")
    with database().writing() as session:
        person = _mine_or_404(session, request.form.get("person", type=UUID))
        if how not in TOLD:
            found = _in_words(facts_of(session, person))
            return _page(found=found, problem="Say how you were told."), BAD_REQUEST
        record_person_opt_out(session, person.id, how, by=scope().by, now=clock.now())
    return redirect(url_for("opt_outs.opt_outs", done="recorded"))


@bp.post("/opt-outs/undo")
@allow(*WHO_MAY)
def undo() -> Response | tuple[str, int]:
    """Let texts go to somebody again who said so themselves."""
    wanted = request.form.get("opt_out", type=UUID)
    with database().writing() as session:
        standing = standing_in(session, scope().organisation_code)
        one = next((each for each in standing if wanted in each.ids), None)
        if one is None:
            abort(NOT_FOUND)
        if "said_so" not in request.form:
            return _page(unconfirmed=wanted), BAD_REQUEST
        end_these(session, one.ids, by=scope().by, now=clock.now())
    return redirect(url_for("opt_outs.opt_outs", done="undone"))


def _page(
    *,
    found: dict[str, object] | None = None,
    problem: str = "",
    typed: str = "",
    unconfirmed: UUID | None = None,
) -> str:
    with database().reading() as session:
        standing = standing_in(session, scope().organisation_code)
        people = names_of(session, (person for each in standing for person in each.people))
        staff = names_of_staff(session, (each.by for each in standing))
    return render_template(
        "invitations/opt_outs.html",
        standing=[_shown(each, people, staff) for each in standing],
        found=found,
        problem=problem,
        typed=typed,
        unconfirmed=unconfirmed,
        told=TOLD,
        done=request.args.get("done", ""),
    )


def _shown(
    each: Standing, people: dict[UUID, PersonFacts], staff: dict[str | None, str]
) -> dict[str, object]:
    by = staff.get(each.by, "") if each.by.startswith("staff:") else ""
    number = f"a number {tail(each.number)}" if each.number else ""
    if each.any_number:
        number = f"{number}, and any other of theirs" if number else "any number of theirs"
    return {
        "id": each.ids[0],
        "names": [people[person].name for person in each.people if person in people],
        "number": number,
        "why": WHY.get(each.reason, each.reason),
        "since": f"{each.since.astimezone(LONDON):%-d %B %Y, %H:%M}",
        "by": by or (BY_TEXT if each.by == "webhook" else each.by),
        "confirm": TO_CONFIRM.get(each.reason, SAID_SO),
        "held_by_twilio": each.reason in HELD_BY_TWILIO,
    }


def _person_with(session: Session, nhs_number: str) -> PersonFacts | None:
    key = vault_of(session).lookup("nhs_number", nhs_number)
    person = session.exec(
        select(YoungPerson).where(
            col(YoungPerson.nhs_number_key) == key,
            col(YoungPerson.organisation_code) == scope().organisation_code,
        )
    ).first()
    return facts_of(session, person) if person else None


def _mine_or_404(session: Session, person_id: UUID | None) -> YoungPerson:
    person = session.get(YoungPerson, person_id) if person_id else None
    if person is None or person.organisation_code != scope().organisation_code:
        abort(NOT_FOUND)
    return person


def _in_words(person: PersonFacts) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "nhs_number": spaced(person.nhs_number),
        "born": f"{person.date_of_birth:%-d %B %Y}",
        "number": f"a number {tail(person.mobile)}" if person.mobile else "no number",
    }
