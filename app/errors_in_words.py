"""What people and machines are told when something goes wrong: plain words, nothing from inside."""

import secrets

from flask import Flask, Response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from werkzeug.exceptions import HTTPException

from app.errors import Refusal
from app.logs import logger
from app.pages import render_plain

log = logger(__name__)

FOR_MACHINES = "/sms/"
WORDS = {
    400: ("This did not arrive as it should", "Go back, load the page again and try once more."),
    403: ("This page is not for your role", "Ask an administrator if you think it should be."),
    404: ("There is no such page", "Check the address, or start from the first page."),
    405: ("This did not arrive as it should", "Go back, load the page again and try once more."),
    413: (
        "That file is too large",
        "The largest clinic list is 32 MB or 150,000 rows. Split the list and upload each part. "
        "Nothing was changed.",
    ),
    500: (
        "Something went wrong on our side",
        "Nothing was saved. Try again; if it goes on, tell an administrator the reference below.",
    ),
    503: (
        "The service cannot reach its records just now",
        "Nothing was saved. Try again in a minute.",
    ),
}
BAD_REQUEST, SERVER_FAULT, UNAVAILABLE = 400, 500, 503


def set_up(app: Flask) -> None:
    """Answer every fault in words; the fault itself goes to the log under a reference."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _http)
    app.register_error_handler(Refusal, _refusal)
    # InternalError: PostgreSQL takes nothing any more, as a standby does.
    for kind in (OperationalError, InterfaceError, InternalError, NoConnectionFree):
        app.register_error_handler(kind, _database_down)
    app.register_error_handler(Exception, _fault)


def _http(fault: HTTPException) -> Response:
    return _answer(fault.code or SERVER_FAULT)


def _refusal(fault: Refusal) -> Response:
    return _answer(BAD_REQUEST, said=str(fault))


def _database_down(fault: Exception) -> Response:
    log.error("database_down", error=type(fault).__name__)
    return _answer(UNAVAILABLE)


def _fault(fault: Exception) -> Response:
    reference = secrets.token_hex(4)
    log.error("fault", reference=reference, exc_info=fault)
    return _answer(SERVER_FAULT, reference=reference)


def _answer(status: int, *, reference: str = "", said: str = "") -> Response:
    if request.path.startswith(FOR_MACHINES):
        # No TwiML: the provider tries again, or its fallback does.
        return Response("", status, mimetype="text/plain")
    heading, advice = WORDS.get(status, WORDS[BAD_REQUEST if status < SERVER_FAULT else 500])
    render = render_plain if status >= SERVER_FAULT else render_template
    page = render("errors/fault.html", heading=heading, advice=said or advice, reference=reference)
    return Response(page, status)
