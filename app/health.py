"""How the service is, for machines: no secrets, no figures about people."""

from flask import Blueprint, jsonify
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from app import clock
from app.db import database
from app.heartbeat import SCHEDULER, is_silent, last_beat
from app.migrations.run import pending
from app.staff.guards import public

bp = Blueprint("health", __name__)

OK, UNAVAILABLE = 200, 503


@bp.get("/health")
@public("Machines that watch the service have no sign-in; it says nothing about anybody")
def health() -> tuple[Response, int]:
    """Answer 200 if database, migrations and scheduler are well, else 503 naming which is not."""
    parts = {"database": "ok", "migrations": "ok", "scheduler": "ok"}
    try:
        if pending(database().engine):
            parts["migrations"] = "pending"
        with database().reading() as session:
            last = last_beat(session, SCHEDULER)
        if is_silent(last, now=clock.now()):
            parts["scheduler"] = "silent" if last else "never started"
    except SQLAlchemyError:
        parts = {"database": "down", "migrations": "unknown", "scheduler": "unknown"}
    well = set(parts.values()) == {"ok"}
    return jsonify(status="ok" if well else "fault", **parts), OK if well else UNAVAILABLE
