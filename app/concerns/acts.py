"""What is done on the page of a concern: each action one form, and who may send it."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response

from app import clock
from app.concerns.presenter import REFUSED
from app.concerns.queries import clinic_of, staff_for
from app.concerns.raising import raise_concern
from app.concerns.showing import quicker
from app.concerns.sight import concern_in_sight, reply_in_sight, sight_of
from app.concerns.views import NOT_FOUND, page_of
from app.conversations.cards import cards
from app.conversations.showing import shown
from app.db import database
from app.safeguarding import acts
from app.safeguarding.acts import Act, Outcome, Refused, TooLate
from app.safeguarding.codes import TIERS
from app.safeguarding.switching import beware
from app.staff.guards import allow, scope
from app.staff.queries import names_of_staff
from app.staff.roles import OPENS_CONCERNS as WHO_SEES
from app.staff.roles import Role

bp = Blueprint("concern_acts", __name__)

LEAD = (Role.SAFEGUARDING_LEAD,)
LOOKS_AGAIN = (Role.SAFEGUARDING_LEAD, Role.CLINICIAN)
BAD_REQUEST = 400
LONGEST = 2000
Answer = Response | tuple[str, int]
Doing = Callable[[Session, UUID, Act], Outcome]


@bp.post("/concerns/<uuid:concern_id>/acknowledge")
@allow(*WHO_SEES)
def acknowledge(concern_id: UUID) -> Answer:
    """Say that this person has seen it and is at it."""
    return _do(
        concern_id,
        lambda session, which, act: acts.acknowledge(session, which, act, note=_words("note")),
        "Acknowledged: it stays open until it is closed with what came of it.",
    )


@bp.post("/concerns/<uuid:concern_id>/note")
@allow(*WHO_SEES)
def note(concern_id: UUID) -> Answer:
    """Add a note to the history."""
    return _do(
        concern_id,
        lambda session, which, act: acts.add_note(session, which, act, note=_words("note")),
        "The note stands in the history.",
    )


@bp.post("/concerns/<uuid:concern_id>/hand-over")
@allow(*LEAD)
def hand_over(concern_id: UUID) -> Answer:
    """Pass it to a named person of this organisation."""
    to = _words("to")

    def do(session: Session, which: UUID, act: Act) -> Outcome:
        offered = staff_for(session, scope().organisation_code, clinic_of(session, which))
        known = to in {by for by, _ in offered}
        return acts.hand_over(session, which, act, to=to if known else "", note=_words("note"))

    return _do(concern_id, do, "Handed over: tell them yourself as well.")


@bp.post("/concerns/<uuid:concern_id>/tier")
@allow(*LEAD)
def tier(concern_id: UUID) -> Answer:
    """Raise or lower how soon somebody must look."""
    return _do(
        concern_id,
        lambda session, which, act: acts.set_tier(
            session, which, act, tier=_tier(), reason=_words("reason")
        ),
        "It stands there now.",
    )


@bp.post("/concerns/<uuid:concern_id>/second-look")
@allow(*LOOKS_AGAIN)
def second_look(concern_id: UUID) -> Answer:
    """Agree, as another person, that it may stay lowered."""
    return _do(
        concern_id,
        lambda session, which, act: acts.look_again(session, which, act, note=_words("note")),
        "Looked at once more: it stays lowered.",
    )


@bp.post("/concerns/<uuid:concern_id>/close")
@allow(*LEAD)
def close(concern_id: UUID) -> Answer:
    """Close it with what came of it and what was done."""
    return _do(
        concern_id,
        lambda session, which, act: acts.close(
            session,
            which,
            act,
            outcome=_words("outcome"),
            action=_words("action"),
            words=_words("words"),
        ),
        "Closed, with what came of it and what was done.",
    )


@bp.post("/concerns/<uuid:concern_id>/reopen")
@allow(*LEAD)
def reopen(concern_id: UUID) -> Answer:
    """Open it again."""
    return _do(
        concern_id,
        lambda session, which, act: acts.open_again(session, which, act, reason=_words("reason")),
        "It is open again, and somebody is told anew.",
    )


@bp.get("/replies/<uuid:reply_id>/concern")
@allow(*WHO_SEES)
def to_raise(reply_id: UUID) -> str:
    """Ask how soon somebody must look at a reply, and why."""
    return _raise_page(reply_id)


@bp.post("/replies/<uuid:reply_id>/concern")
@allow(*WHO_SEES)
def raise_one(reply_id: UUID) -> Answer:
    """Bring a reply forward that no words have brought."""
    chosen, reason, mine = _tier(), _words("reason"), scope()
    if chosen not in TIERS or not reason:
        problem = "Say why." if chosen in TIERS else "Choose how soon somebody must look."
        return _raise_page(reply_id, problem=problem, reason=reason, tier=chosen), BAD_REQUEST
    with database().writing() as session:
        reply = reply_in_sight(session, sight_of(session, mine), reply_id)
        if reply is None:
            abort(NOT_FOUND)
        concern_id = raise_concern(
            session, reply, tier=chosen, reason=reason, by=mine.by, now=clock.now()
        )
    flash("The concern is open. If it cannot wait, ring somebody now as well.", "done")
    return redirect(url_for("concerns.one", concern_id=concern_id))


def _raise_page(reply_id: UUID, *, problem: str = "", reason: str = "", tier: int = 0) -> str:
    with database().reading() as session:
        sight = sight_of(session, scope())
        if reply_in_sight(session, sight, reply_id) is None:
            abort(NOT_FOUND)
        (card,) = cards(session, sight.reach, [reply_id], now=clock.now())
        reply = shown(card, now=clock.now())
        said = beware(session, sight.reach.organisation_code)
    return render_template(
        "concerns/raise.html",
        reply=reply,
        tiers=TIERS,
        problem=problem,
        reason=reason,
        chosen=tier,
        not_everything=said,
    )


def _do(concern_id: UUID, doing: Doing, done: str) -> Answer:
    """Carry out one action on a concern in sight, and tell what came of it."""
    mine = scope()
    with database().writing() as session:
        if concern_in_sight(session, sight_of(session, mine), concern_id) is None:
            abort(NOT_FOUND)
        outcome = doing(session, concern_id, Act(mine.by, clock.now(), _seen()))
        first = names_of_staff(session, [outcome.by]) if isinstance(outcome, TooLate) else {}
    if isinstance(outcome, Refused):
        typed = {name: value[:LONGEST] for name, value in request.form.items()}
        return page_of(concern_id, problem=REFUSED[outcome.why], typed=typed), BAD_REQUEST
    if isinstance(outcome, TooLate):
        flash(quicker(outcome, first.get(outcome.by, "")), "too late")
    else:
        flash(done, "done")
    return redirect(url_for("concerns.one", concern_id=concern_id))


def _seen() -> int:
    """How much of what people did the form's page had shown; without it nothing fits."""
    given = request.form.get("seen", "")
    return int(given) if given.isascii() and given.isdigit() else -1


def _tier() -> int:
    given = request.form.get("tier", "")
    return int(given) if given in {str(each) for each in TIERS} else 0


def _words(name: str) -> str:
    return request.form.get(name, "").strip()[:LONGEST]
