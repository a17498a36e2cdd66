"""The page of replies that nobody has read, and of those read lately; marking one as read."""

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app import clock
from app.conversations.cards import cards
from app.conversations.reach import count_unread, reach_of
from app.conversations.showing import shown, too_late_in_words
from app.conversations.triage import READ_REASONS, Outcome, TooLate, mark_read, mark_unread
from app.conversations.triage_words import REASONS, unread_in_words
from app.conversations.unread import read_lately, unread, unread_first
from app.conversations.why_read import IN_WORDS, Why
from app.db import database
from app.safeguarding.switching import beware
from app.staff.guards import allow, scope
from app.staff.queries import names_of_staff
from app.staff.roles import Role

bp = Blueprint("conversations", __name__)

WHO_MAY = (Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD)
NOT_FOUND, BAD_REQUEST = 404, 400


@bp.get("/replies-to-read")
@allow(*WHO_MAY)
def to_read() -> str:
    """Show the replies that nobody has read, oldest first."""
    kind, clinic_id, after = _kind(), _id("clinic"), _id("after")
    now = clock.now()
    with database().reading() as session:
        reach = reach_of(session, scope())
        first = unread_first(session, reach)
        found = unread(session, reach, kind=kind, clinic_id=clinic_id, after=after, but=first)
        ids = [*first, *found.ids]
        replies = [shown(each, now=now) for each in cards(session, reach, ids, now=now)]
        count, said = count_unread(session, reach), beware(session, reach.organisation_code)
        clinics = [(str(each.id), f"{each.name}, {each.code}") for each in reach.clinics]
    chosen = _chosen(kind, clinic_id)
    last = found.ids[-1] if found.more else None
    return render_template(
        "conversations/to_read.html",
        replies=replies,
        count=unread_in_words(count),
        kinds=[(each.value, IN_WORDS[each][0]) for each in Why if each is not Why.UNREAD],
        clinics=clinics,
        chosen=chosen,
        after=after,
        next_page=url_for(".to_read", **chosen, after=last) if last else "",
        reasons=REASONS,
        desk_is_mine=desk_is_mine(),
        not_everything=said,
    )


@bp.get("/replies-to-place")
@allow(*WHO_MAY)
def to_place() -> Response:
    """Lead to the page by its older address."""
    return redirect(url_for(".to_read"))


@bp.get("/replies-read")
@allow(*WHO_MAY)
def lately() -> str:
    """Show the replies of the last days that somebody has read, the newest first."""
    now = clock.now()
    with database().reading() as session:
        reach = reach_of(session, scope())
        ids = read_lately(session, reach, now=now)
        replies = [shown(each, now=now) for each in cards(session, reach, ids, now=now)]
    return render_template(
        "conversations/read_lately.html", replies=replies, desk_is_mine=desk_is_mine()
    )


@bp.post("/replies/<uuid:reply_id>/read")
@allow(*WHO_MAY)
def mark(reply_id: UUID) -> Response:
    """Mark one reply as read, and say what was done about it."""
    reason = request.form.get("reason", "")
    if reason not in READ_REASONS:
        abort(BAD_REQUEST)
    mine = scope()
    with database().writing() as session:
        reach = reach_of(session, mine)
        outcome = mark_read(session, reach, reply_id, reason=reason, by=mine.by, now=clock.now())
    say(outcome, f"Marked as read: {REASONS[reason].lower()}.")
    return back()


@bp.post("/replies/<uuid:reply_id>/unread")
@allow(*WHO_MAY)
def unmark(reply_id: UUID) -> Response:
    """Put one reply back among the unread."""
    mine = scope()
    with database().writing() as session:
        reach = reach_of(session, mine)
        outcome = mark_unread(session, reach, reply_id, by=mine.by, now=clock.now())
    say(outcome, "It is among the unread again.")
    return redirect(url_for("one_reply.one", reply_id=reply_id))


def say(outcome: Outcome, done: str) -> None:
    """Tell what came of an action on the next page; 404 if there was nothing to act on."""
    if outcome is None:
        abort(NOT_FOUND)
    if not isinstance(outcome, TooLate):
        flash(done, "done")
        return
    with database().reading() as session:
        names = names_of_staff(session, [outcome.by]) if outcome.by else {}
    flash(too_late_in_words(outcome, names.get(outcome.by, "")), "too late")


def desk_is_mine() -> bool:
    """Whether the page of the desk opens for this person, so that none is led to a closed door."""
    return scope().may(Role.CLINIC_ADMIN)


def back() -> Response:
    """Lead back to the page that the form was on: a few known places, nowhere else."""
    where = request.form.get("back", "")
    if where == "desk":
        return redirect(url_for("desk.desk"))
    chosen: dict[str, Any] = {name: request.form.get(name) for name in ("kind", "clinic", "after")}
    return redirect(url_for("conversations.to_read", **{k: v for k, v in chosen.items() if v}))


def _chosen(kind: Why | None, clinic_id: UUID | None) -> dict[str, Any]:
    chosen = {"kind": kind.value if kind else None, "clinic": clinic_id}
    return {name: str(value) for name, value in chosen.items() if value}


def _kind() -> Why | None:
    try:
        return Why(request.args.get("kind", ""))
    except ValueError:
        return None


def _id(name: str) -> UUID | None:
    try:
        return UUID(request.args.get(name, ""))
    except ValueError:
        return None
