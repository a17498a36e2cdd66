"""Machines that watch the service learn whether it is well, and nothing else."""

from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.db import Database
from app.factory import create_app
from app.heartbeat import SCHEDULER, SILENT_AFTER, beat
from app.settings import Settings


def test_a_service_that_is_well_says_so(
    client: FlaskClient, database: Database, now: datetime
) -> None:
    with database.writing() as session:
        beat(session, SCHEDULER, now=now)
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "scheduler": "ok",
    }


@pytest.mark.parametrize(
    ("ago", "said"),
    [(None, "never started"), (SILENT_AFTER + timedelta(seconds=1), "silent")],
)
def test_a_scheduler_that_does_not_run_is_a_fault(
    client: FlaskClient, database: Database, now: datetime, ago: timedelta | None, said: str
) -> None:
    if ago is not None:
        with database.writing() as session:
            beat(session, SCHEDULER, now=now - ago)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json == {
        "status": "fault",
        "database": "ok",
        "migrations": "ok",
        "scheduler": said,
    }


def test_a_database_without_tables_is_a_fault(settings: Settings) -> None:
    answer = create_app(settings).test_client().get("/health")
    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["status"] == "fault"


def test_a_database_that_is_down_is_a_fault_and_gives_nothing_away(settings: Settings) -> None:
    address = "postgresql://somebody:secret-word@127.0.0.1:1/whatmatters"
    app = create_app(settings.model_copy(update={"database_url": address}))
    answer = app.test_client().get("/health")
    assert answer.status_code == 503
    assert answer.json == {
        "status": "fault",
        "database": "down",
        "migrations": "unknown",
        "scheduler": "unknown",
    }
    assert "secret-word" not in answer.text


def test_health_is_not_kept_by_caches(app: Flask) -> None:
    assert app.test_client().get("/health").headers["Cache-Control"] == "no-store"
