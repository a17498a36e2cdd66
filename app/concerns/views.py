"""The pages of concerns: the open ones, those of unknown numbers, one with all around it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, render_template
from sqlmodel import Session

from app import clock
from app.concerns.queries import seen_of, whole_of
from app.concerns.showing import concern_shown, whole_shown
from app.concerns.sight import Sight, closed_lately, concern_in_sight, open_ids, sight_of
from app.db import database
from app.safeguarding.codes import ACTIONS, OUTCOMES, TIERS
from app.safeguarding.switching import beware
from app.staff.guards import allow, scope
from app.staff.roles import OPENS_CONCERNS as WHO_SEES
from app.staff.roles import PLACES_REPLIES as WHO_PLACES
from app.staff.roles import Role

bp = Blueprint("concerns", __name__)

MOST_SHOWN, MOST_CLOSED = 100, 50
CLOSED_FOR = timedelta(days=30)
NOT_FOUND = 404


@bp.get("/concerns")
@allow(*WHO_SEES)
def concerns() -> str:
    """Show the open concerns, the gravest first, and those closed lately."""
    return _list(unplaced_only=False)


@bp.get("/concerns/unknown-numbers")
@allow(*WHO_PLACES)
def unknown() -> str:
    """Show the open concerns that are beside no young person yet."""
    return _list(unplaced_only=True)


@bp.get("/concerns/<uuid:concern_id>")
@allow(*WHO_SEES)
def one(concern_id: UUID) -> str:
    """Show one concern with its words, its history and what can be done."""
    return page_of(concern_id)


def page_of(
    concern_id: UUID,
    *,
    problem: tuple[str, str] | None = None,
    typed: Mapping[str, str] | None = None,
) -> str:
    """Render the page of one concern, with what was wrong about a form and what it held."""
    now, mine = clock.now(), scope()
    with database().reading() as session:
        sight = sight_of(session, mine)
        concern = concern_in_sight(session, sight, concern_id)
        if concern is None:
            abort(NOT_FOUND)
        shown = whole_shown(whole_of(session, sight.reach, concern, now=now), now=now)
        said = beware(session, mine.organisation_code)
    return render_template(
        "concerns/one.html",
        concern=shown,
        problem=problem,
        typed=typed or {},
        me=mine.by,
        is_lead=mine.may(Role.SAFEGUARDING_LEAD),
        looks_again=mine.may(Role.SAFEGUARDING_LEAD, Role.CLINICIAN),
        opens_replies=mine.may(*WHO_PLACES),
        outcomes=OUTCOMES,
        actions=ACTIONS,
        tiers=TIERS,
        not_everything=said,
    )


def _list(*, unplaced_only: bool) -> str:
    with database().reading() as session:
        sight = sight_of(session, scope())
        ids = open_ids(session, sight, unplaced_only=unplaced_only)
        found = _shown(session, sight, ids[:MOST_SHOWN])
        since = clock.now() - CLOSED_FOR
        closed = closed_lately(session, sight, since=since, most=MOST_CLOSED)
        done = [] if unplaced_only else _shown(session, sight, closed)
        said = beware(session, scope().organisation_code)
    return render_template(
        "concerns/list.html",
        here="concerns.unknown" if unplaced_only else "concerns.concerns",
        concerns=found,
        count=len(ids),
        more=max(0, len(ids) - MOST_SHOWN),
        closed=done,
        sees_unknown=scope().may(*WHO_PLACES),
        not_everything=said,
    )


def _shown(session: Session, sight: Sight, ids: list[UUID]) -> list[dict[str, Any]]:
    now = clock.now()
    return [concern_shown(each, now=now) for each in seen_of(session, sight.reach, ids, now=now)]
