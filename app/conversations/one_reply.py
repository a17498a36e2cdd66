"""The page of one reply: its conversation, whose it is, and answering it in approved words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response

from app import clock
from app.conversations.by_hand import DETACH_REASONS, PLACE_REASONS, detach, place
from app.conversations.candidates import MOST_FOUND, Candidate, asked_on_its_number, searched
from app.conversations.cards import cards
from app.conversations.models import Reply
from app.conversations.offered import answer_reply, offer_of
from app.conversations.reach import Reach, reach_of, reply_within
from app.conversations.read_anew import replies_in
from app.conversations.showing import candidate_shown, shown
from app.conversations.triage_words import DETACHED_BECAUSE, PLACED_BECAUSE, REASONS
from app.conversations.views import BAD_REQUEST, NOT_FOUND, WHO_MAY, say
from app.db import database
from app.invitations.staff_words import STAFF_TEXTS
from app.safeguarding.switching import beware
from app.settings import current_settings
from app.staff.guards import allow, scope

bp = Blueprint("one_reply", __name__)

ANSWERED = "The answer will go, see below. Mark the reply as read once nothing is left to do."


@bp.get("/replies/<uuid:reply_id>")
@allow(*WHO_MAY)
def one(reply_id: UUID) -> str:
    """Show one reply with its conversation, and what can be done with it."""
    return _page(reply_id)


@bp.post("/replies/<uuid:reply_id>/find")
@allow(*WHO_MAY)
def find(reply_id: UUID) -> str:
    """Look for the visit that a reply is about, by name or NHS number."""
    return _page(reply_id, typed=request.form.get("typed", "")[:100])


@bp.post("/replies/<uuid:reply_id>/place")
@allow(*WHO_MAY)
def put(reply_id: UUID) -> Response | tuple[str, int]:
    """Put a reply beside a visit, and say why."""
    visit, reason = _given("visit"), request.form.get("reason", "")
    if visit is None or reason not in PLACE_REASONS:
        problem = "Choose the visit." if visit is None else "Say how you know."
        typed = request.form.get("typed", "")[:100]
        return _page(reply_id, typed=typed, place_problem=problem), BAD_REQUEST
    mine, was = scope(), _given("was")
    with database().writing() as session:
        outcome = place(
            session, reach_of(session, mine), reply_id, visit,
            was=was, reason=reason, by=mine.by, now=clock.now(),
        )  # fmt: skip
    say(outcome, "It stands beside that visit now. It stays unread until somebody marks it.")
    return _here(reply_id)


@bp.post("/replies/<uuid:reply_id>/detach")
@allow(*WHO_MAY)
def take_off(reply_id: UUID) -> Response | tuple[str, int]:
    """Take a reply off a visit that it is not about."""
    reason, was, mine = request.form.get("reason", ""), _given("was"), scope()
    if was is None or reason not in DETACH_REASONS:
        return _page(reply_id, detach_problem="Say why it does not belong there."), BAD_REQUEST
    with database().writing() as session:
        reach = reach_of(session, mine)
        outcome = detach(
            session, reach, reply_id, was=was, reason=reason, by=mine.by, now=clock.now()
        )
    say(outcome, "It is beside no visit any more, and unread. Say whose it is, if you know.")
    return _here(reply_id)


@bp.post("/replies/<uuid:reply_id>/answer")
@allow(*WHO_MAY)
def answer(reply_id: UUID) -> Response | tuple[str, int]:
    """Answer a reply in approved words, through the outbox."""
    name, seen = request.form.get("text", ""), request.form.get("seen", "", type=str)
    if name not in STAFF_TEXTS or not seen.isascii() or not seen.isdigit():
        return _page(reply_id, answer_problem="Choose what to answer."), BAD_REQUEST
    mine, settings = scope(), current_settings()
    with database().writing() as session:
        reply = reply_within(session, reach_of(session, mine), reply_id)
        if reply is None:
            abort(NOT_FOUND)
        problem = answer_reply(
            session, settings, reply, name, int(seen), by=mine.by, now=clock.now()
        )
    if problem:
        return _page(reply_id, answer_problem=problem), BAD_REQUEST
    flash(ANSWERED, "done")
    return _here(reply_id)


def _page(
    reply_id: UUID,
    *,
    typed: str | None = None,
    place_problem: str = "",
    detach_problem: str = "",
    answer_problem: str = "",
) -> str:
    now = clock.now()
    with database().reading() as session:
        reach = reach_of(session, scope())
        reply = reply_within(session, reach, reply_id)
        if reply is None:
            abort(NOT_FOUND)
        (card,) = cards(session, reach, [reply_id], now=now)
        found = searched(session, reach, typed, now=now) if typed else []
        return render_template(
            "conversations/one_reply.html",
            not_everything=beware(session, reach.organisation_code),
            reply=shown(card, now=now),
            conversation=_conversation(session, reach, reply, now),
            asked=_offered(asked_on_its_number(session, reach, reply), reply),
            found=_offered(found[:MOST_FOUND], reply),
            more_found=len(found) > MOST_FOUND,
            typed=typed,
            offer=offer_of(session, current_settings(), card, now=now),
            reasons=REASONS,
            placed_because=PLACED_BECAUSE,
            detached_because=DETACHED_BECAUSE,
            problems={
                "visit": place_problem, "detach": detach_problem, "answer": answer_problem,
            },
        )  # fmt: skip


def _conversation(
    session: Session, reach: Reach, reply: Reply, now: datetime
) -> list[dict[str, Any]]:
    """What else this conversation said, oldest first."""
    if reply.appointment_id is None:
        return []
    ids = [each.id for each in replies_in(session, reply.appointment_id) if each.id != reply.id]
    return [shown(each, now=now) for each in cards(session, reach, ids, now=now)]


def _offered(found: Sequence[Candidate], reply: Reply) -> list[dict[str, Any]]:
    return [candidate_shown(each) for each in found if each.appointment_id != reply.appointment_id]


def _given(name: str) -> UUID | None:
    try:
        return UUID(request.form.get(name, ""))
    except ValueError:
        return None


def _here(reply_id: UUID) -> Response:
    return redirect(url_for(".one", reply_id=reply_id))
