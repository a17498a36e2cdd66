"""What gunicorn serves for the benchmark of inbound texts: the service, and the barest route.

Which database, the environment says (BENCHMARKED).
"""

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime

import psycopg
from flask import Flask, Response, request

from app.clock import SteadyClock
from app.conversations import webhook
from app.conversations.kept import Inbound, keep
from app.db import Database
from app.factory import WEB_WAITS_SECONDS, create_app
from app.logs import set_up
from benchmarks.due import afterwards, sending_settings
from benchmarks.replies import PATH

DATABASE = "BENCHMARKED"
NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response />'
TABLE = "CREATE TABLE IF NOT EXISTS plain_reply (sid TEXT PRIMARY KEY, body TEXT NOT NULL)"

Keep = Callable[[str, str], None]


def kept_only() -> Flask:
    """The service, but that it only checks and keeps what comes: what understanding costs."""

    def keep_only(database: Database, inbound: Inbound, *, now: datetime) -> None:
        with database.engine.begin() as connection:
            keep(connection, database.vault, inbound, now)

    vars(webhook)["take_in"] = keep_only
    return ours()


def ours() -> Flask:
    """The service itself, an hour after everybody was asked."""
    settings = sending_settings("", 1)
    set_up(settings.log_level)
    database = Database(os.environ[DATABASE], settings.vault(), WEB_WAITS_SECONDS)
    return create_app(settings, database, SteadyClock(afterwards))


def plain() -> Flask:
    """One route that makes one durable insert with the driver alone, and checks nothing."""
    app, address = Flask("plain"), os.environ[DATABASE]
    keep = _on_sqlite(address) if address.startswith("sqlite") else _on_postgresql(address)

    @app.post(PATH)
    def receive() -> Response:
        keep(request.form["MessageSid"], request.form["Body"])
        return Response(NOTHING, mimetype="text/xml")

    return app


def _on_sqlite(address: str) -> Keep:
    path = address.removeprefix("sqlite:///")
    connection = sqlite3.connect(path, timeout=WEB_WAITS_SECONDS, isolation_level=None)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", TABLE):
        connection.execute(statement)

    def keep(sid: str, body: str) -> None:
        connection.execute("INSERT INTO plain_reply VALUES (?, ?)", (sid, body))

    return keep


def _on_postgresql(address: str) -> Keep:
    connection = psycopg.connect(address.replace("+psycopg", ""), autocommit=True)
    connection.execute("SELECT pg_advisory_lock(1)")
    connection.execute(TABLE)
    connection.execute("SELECT pg_advisory_unlock(1)")

    def keep(sid: str, body: str) -> None:
        connection.execute("INSERT INTO plain_reply VALUES (%s, %s)", (sid, body))

    return keep
