"""The doctor finds each fault of an installation and says what to do about it."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from doctored import by_name, of
from pydantic import SecretStr

from app.db import Database
from app.doctor import (
    address_check,
    database_checks,
    examine,
    gateway_check,
)
from app.heartbeat import SCHEDULER, beat
from app.settings import Settings

Answering = Callable[..., str]


@pytest.fixture
def answering() -> Iterator[Answering]:
    """A web server on this machine that gives one answer to everything; returns its address."""
    servers: list[HTTPServer] = []

    def start(status: int, content: Any, kind: str = "application/json") -> str:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(json.dumps(content).encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = HTTPServer(("127.0.0.1", 0), Answer)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def twilio(settings: Settings, address: str) -> Settings:
    changed = {"gateway": "twilio", "twilio_api_base_url": address}
    return settings.model_copy(update=changed)


def test_a_well_database_is_well_in_every_part(
    settings: Settings, database: Database, now: datetime
) -> None:
    with database.writing() as session:
        beat(session, SCHEDULER, now=now)
    checks = database_checks(of(settings, database), now)
    assert [(check.name, check.ok) for check in checks] == [
        ("database", True),
        ("migrations", True),
        ("scheduler", True),
    ]


def test_a_scheduler_that_never_ran_is_found(
    settings: Settings, database: Database, now: datetime
) -> None:
    found = by_name(database_checks(of(settings, database), now))["scheduler"]
    assert (found.ok, found.found) == (False, "has never run")
    assert "python -m scheduler" in found.advice


def test_a_scheduler_that_died_is_found(
    settings: Settings, database: Database, now: datetime
) -> None:
    with database.writing() as session:
        beat(session, SCHEDULER, now=now - timedelta(hours=1))
    found = by_name(database_checks(of(settings, database), now))["scheduler"]
    assert (found.ok, found.found) == (False, "last seen 2026-05-06 14:30 UTC")


def test_a_database_without_tables_is_told_to_migrate(
    settings: Settings, tmp_path: Path, now: datetime
) -> None:
    empty = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}/empty.sqlite3"})
    found = by_name(database_checks(empty, now))
    assert found["database"].ok
    assert found["migrations"].advice == "Run: whatmatters migrate"
    assert not found["scheduler"].ok


@pytest.mark.parametrize("kind", ["not a database", "nobody listens"])
def test_a_database_that_does_not_answer_is_found(
    settings: Settings, tmp_path: Path, now: datetime, kind: str
) -> None:
    (tmp_path / "notes.sqlite3").write_text("these are not the tables you are looking for" * 50)
    address = {
        "not a database": f"sqlite:///{tmp_path}/notes.sqlite3",
        "nobody listens": "postgresql://somebody:secret-word@127.0.0.1:1/whatmatters",
    }[kind]
    checks = database_checks(settings.model_copy(update={"database_url": address}), now)
    assert [check.ok for check in checks] == [False, False, False]
    assert checks[0].advice
    assert "secret-word" not in repr(checks)


def test_the_pretend_phone_needs_nobody(settings: Settings) -> None:
    assert gateway_check(settings).ok


def test_credentials_that_twilio_knows_are_well(settings: Settings, answering: Answering) -> None:
    address = answering(200, {"sid": "AC" + "0" * 32, "status": "active"})
    assert gateway_check(twilio(settings, address)).ok


@pytest.mark.parametrize(
    ("status", "content", "found", "advice"),
    [
        (401, {"code": 20003}, "Twilio answers 401", "TWILIO_AUTH_TOKEN"),
        (404, {"code": 20404}, "Twilio answers 404", "TWILIO_ACCOUNT_SID"),
        (503, {}, "Twilio answers 503", "status.twilio.com"),
        (200, {"status": "suspended"}, "this account is suspended", "Twilio console"),
        (200, ["not", "an", "account"], "Twilio does not answer", "api.twilio.com"),
    ],
)
def test_each_fault_of_the_account_has_its_advice(
    settings: Settings,
    answering: Answering,
    status: int,
    content: object,
    found: str,
    advice: str,
) -> None:
    check = gateway_check(twilio(settings, answering(status, content)))
    assert not check.ok
    assert found in check.found
    assert advice in check.advice
    assert settings.twilio_auth_token.get_secret_value() not in repr(check)


def test_a_twilio_that_cannot_be_reached_is_found(settings: Settings) -> None:
    check = gateway_check(twilio(settings, "http://127.0.0.1:1"))
    assert not check.ok
    assert "does not answer" in check.found


@pytest.mark.parametrize("status", [200, 503])
def test_an_address_that_leads_here_is_well(
    settings: Settings, answering: Answering, status: int
) -> None:
    address = answering(status, {"status": "ok"})
    assert address_check(settings.model_copy(update={"public_base_url": address})).ok


def test_an_address_that_leads_elsewhere_is_found(settings: Settings, answering: Answering) -> None:
    address = answering(200, "<h1>It works</h1>", kind="text/html")
    check = address_check(settings.model_copy(update={"public_base_url": address}))
    assert not check.ok
    assert "PUBLIC_BASE_URL" in check.advice


def test_an_address_where_nobody_listens_is_found(settings: Settings) -> None:
    check = address_check(settings.model_copy(update={"public_base_url": "http://127.0.0.1:1"}))
    assert (check.ok, check.advice) == (False, "Start the web process.")


def test_weak_settings_are_said_one_by_one_before_anything_else() -> None:
    checks = examine()
    assert {check.name for check in checks} == {"settings"}
    assert len(checks) == 5
    assert not any(check.ok for check in checks)


def test_a_setting_of_the_wrong_kind_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "eighty")
    (check,) = examine()
    assert check.advice.startswith("PORT is not right")


def test_a_whole_installation_is_examined_in_turn(
    settings: Settings,
    sqlite_database: Database,
    answering: Answering,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with sqlite_database.writing() as session:
        beat(session, SCHEDULER, now=now)
    here = of(settings, sqlite_database).model_dump() | {
        "demo_mode": True,
        "public_base_url": answering(200, {}),
    }
    for name, value in here.items():
        if value is None:
            continue
        said = value.get_secret_value() if isinstance(value, SecretStr) else value
        monkeypatch.setenv(name.upper(), str(said))
    checks = examine(now)
    assert [check.name for check in checks if check.ok] == [
        "settings",
        "database",
        "migrations",
        "scheduler",
        "opt-out words",
        "live",
        "pauses",
        "gateway",
        "public address",
    ]
