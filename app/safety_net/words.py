"""The page that switches off that words bring replies forward, and on again."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response

from app import clock
from app.db import database
from app.invitations.board_presenter import by_in_words
from app.safeguarding.models import LONGEST_REASON, PhrasesOff
from app.safeguarding.switching import beware, off_since, switch_off, switch_on, times_off
from app.safety_net.presenter import day_in_words
from app.safety_net.views import CHANGES, LOOKS
from app.staff.guards import allow, scope
from app.staff.queries import names_of_staff

bp = Blueprint("safety_words", __name__)

BAD_REQUEST = 400
NO_REASON = "Say why the words are switched off: it is kept, and shown here"
LONG_REASON = f"Shorten the reason to {LONGEST_REASON} characters or fewer"
OFF = "The words are switched off. Every reply is still to be read by a person."
ON = "The words bring replies forward again. What came meanwhile was not looked through: read it."
QUICKER = "Somebody else was quicker: it is shown as it is now."


@bp.get("/who-is-told/words")
@allow(*LOOKS)
def words() -> str:
    """Show whether words bring replies forward, since when not, by whose hand and why."""
    return _page()


@bp.post("/who-is-told/words/off")
@allow(*CHANGES)
def off() -> Response | tuple[str, int]:
    """Switch the words off for this person's organisation, with a reason."""
    mine, reason = scope(), request.form.get("reason", "").strip()
    if not 0 < len(reason) <= LONGEST_REASON:
        return _page(LONG_REASON if reason else NO_REASON, reason), BAD_REQUEST
    with database().writing() as session:
        code = mine.organisation_code
        done = switch_off(session, code, reason, by=mine.by, now=clock.now())
    return _back(OFF, done=done)


@bp.post("/who-is-told/words/on")
@allow(*CHANGES)
def on() -> Response:
    """Switch the words on again for this person's organisation."""
    mine = scope()
    with database().writing() as session:
        was_off = off_since(session, mine.organisation_code) is not None
        if was_off:
            switch_on(session, mine.organisation_code, by=mine.by, now=clock.now())
    return _back(ON, done=was_off)


def _page(problem: str = "", reason: str = "") -> str:
    mine = scope()
    with database().reading() as session:
        times = [_time_off(session, each) for each in times_off(session, mine.organisation_code)]
        said = beware(session, mine.organisation_code)
    return render_template(
        "safety_net/words.html",
        now_off=next((each for each in times if not each["until"]), None),
        earlier=[each for each in times if each["until"]],
        not_everything=said,
        may_change=mine.may(*CHANGES),
        problem=problem,
        reason=reason,
    )


def _time_off(session: Session, row: PhrasesOff) -> dict[str, Any]:
    names = names_of_staff(session, [row.off_by, row.on_by])
    return {
        "since": day_in_words(row.off_at),
        "by": by_in_words(row.off_by, names[row.off_by]),
        "reason": row.reason,
        "until": day_in_words(row.on_at) if row.on_at else "",
        "on_by": by_in_words(row.on_by, names[row.on_by]) if row.on_by else "",
    }


def _back(said: str, *, done: bool) -> Response:
    flash(said if done else QUICKER, f"{'done' if done else 'too late'} top")
    return redirect(url_for("safety_words.words"))
