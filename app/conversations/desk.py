"""The page of the clinic's reception: who cannot come, is late, or wants to be rung."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app import clock
from app.conversations.cards import Card, cards
from app.conversations.reach import reach_of
from app.conversations.showing import LONDON, shown
from app.conversations.triage import settle
from app.conversations.unread import for_the_desk
from app.conversations.views import back, say
from app.conversations.why_read import COMING, Why
from app.db import database
from app.safeguarding.switching import beware
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("desk", __name__)

MOST_SHOWN = 100


@bp.get("/replies-for-the-desk")
@allow(Role.CLINIC_ADMIN)
def desk() -> str:
    """Show what reception has to see to: those coming late today first."""
    now = clock.now()
    with database().reading() as session:
        reach = reach_of(session, scope())
        ids = list(for_the_desk(session, reach))
        found = cards(session, reach, ids[:MOST_SHOWN], now=now)
        said = beware(session, reach.organisation_code)
    coming = [each for each in found if set(COMING) & set(each.why)]
    others = [each for each in found if each not in coming]
    late = [each for each in coming if _late_today(each, now)]
    return render_template(
        "conversations/desk.html",
        groups=[
            ("Late today", _shown(late, now)),
            ("Cannot come, or late another day", _shown(_but(coming, late), now)),
            ("Asks for a call, asks about the visit, or passed to the desk", _shown(others, now)),
        ],
        more=max(0, len(ids) - MOST_SHOWN),
        desk_is_mine=True,
        not_everything=said,
    )


@bp.post("/replies/<uuid:reply_id>/settled")
@allow(Role.CLINIC_ADMIN)
def settled(reply_id: UUID) -> Response:
    """Say that the desk has seen to one reply."""
    mine = scope()
    with database().writing() as session:
        reach = reach_of(session, mine)
        outcome = settle(session, reach, reply_id, by=mine.by, now=clock.now())
    say(outcome, "Settled.")
    return back()


def _late_today(card: Card, now: datetime) -> bool:
    """Whether they are late for a visit of today, or texted so today and nobody knows the visit."""
    if Why.RUNNING_LATE not in card.why:
        return False
    zone = ZoneInfo(card.visit.clinic.time_zone if card.visit else LONDON)
    about = card.visit.appointment.starts_at if card.visit else card.reply.received_at
    return about.astimezone(zone).date() == now.astimezone(zone).date()


def _but(found: Iterable[Card], without: list[Card]) -> list[Card]:
    return [each for each in found if each not in without]


def _shown(found: Iterable[Card], now: datetime) -> list[dict[str, Any]]:
    return [shown(each, now=now) for each in found]
