"""Every page that a signed-in person opens, and every one refused to them, goes on the trail."""

from flask import Flask, Response, request
from flask_security import current_user
from sqlalchemy.exc import SQLAlchemyError

from app import clock
from app.audit.trail import record
from app.db import database
from app.logs import logger
from app.staff.guards import guard_of

log = logger(__name__)

REFUSED = (403, 404)
SERVER_FAULT = 500


def set_up(app: Flask) -> None:
    """Write each guarded page on the trail once its answer is decided."""
    app.after_request(_write_down)


def _write_down(response: Response) -> Response:
    if not _worth_it(response):
        return response
    # Ids and dates of the route only: a query may hold words.
    given = " ".join(f"{name}:{value}" for name, value in (request.view_args or {}).items())
    action = "page_refused" if response.status_code in REFUSED else "page_opened"
    try:
        with database().writing() as session:
            record(
                session,
                action,
                by=f"staff:{current_user.id}",
                now=clock.now(),
                subject=f"{request.endpoint} {given}".strip()[:200],
                method=request.method,
                status=response.status_code,
            )
    except SQLAlchemyError:
        # What nobody can account for is not shown.
        log.exception("page_not_on_the_trail", endpoint=request.endpoint)
        return Response("The service cannot keep its records just now. Try again.", 503)
    return response


def _worth_it(response: Response) -> bool:
    if request.endpoint is None or response.status_code >= SERVER_FAULT:
        return False
    guard = guard_of(request.endpoint)
    guarded = guard is not None and not guard.public_because
    return guarded and bool(current_user and current_user.is_authenticated)
