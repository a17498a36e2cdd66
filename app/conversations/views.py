"""The page of replies that matched nobody, or more than one: a person places them."""

from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app import clock
from app.conversations.queries import Unplaced, unplaced_replies
from app.conversations.triage import mark_read
from app.conversations.visible import visible
from app.db import database
from app.people.phone import tail
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("conversations", __name__)

LONDON = ZoneInfo("Europe/London")
WHY = {
    "nobody": "Nobody was asked on this number.",
    "several": "More than one young person was asked on this number.",
    "waiting": "It could not be read yet. Its words are whole.",
}


@bp.get("/replies-to-place")
@allow(Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD)
def to_place() -> str:
    """Show the replies that a person must look at, oldest first."""
    with database().reading() as session:
        waiting = unplaced_replies(session, scope().organisation_code)
    return render_template("conversations/to_place.html", replies=[_in_words(r) for r in waiting])


@bp.post("/replies-to-place/<uuid:reply_id>/read")
@allow(Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD)
def mark(reply_id: UUID) -> Response:
    """Mark one reply as read."""
    mine = scope()
    with database().writing() as session:
        if not mark_read(session, mine.organisation_code, reply_id, by=mine.by, now=clock.now()):
            abort(404)
    return redirect(url_for("conversations.to_place"))


def _in_words(reply: Unplaced) -> dict[str, object]:
    local = reply.received_at.astimezone(LONDON)
    return {
        "id": reply.id,
        "text": visible(reply.text),
        "number": f"a number {tail(reply.number)}",
        "came": f"{local:%A %-d %B, %H:%M}",
        "why": WHY.get(reply.matched, ""),
        "media": "It came with a picture or a voice note, which we do not keep."
        if reply.media
        else "",
    }
