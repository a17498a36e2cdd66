"""What is wrong with this installation, and what to do about each fault."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import requests
from sqlalchemy import text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from app.clock import system_clock
from app.db import Database
from app.errors import NotReady
from app.heartbeat import SCHEDULER, is_silent, last_beat
from app.migrations.run import pending
from app.settings import LOOPBACK, Settings, advice_on, load
from app.sms.account import account_fault

NOT_ASKED = "not asked, because of the fault above"
PATIENCE_SECONDS = 5


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: whether it is well, what was found, what to do if it is not."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def examine(now: datetime | None = None) -> list[Check]:
    """Look at settings, database, migrations, scheduler, gateway and public address, in turn."""
    try:
        settings = load()
    except NotReady as fault:
        return [Check("settings", False, "not right", line) for line in fault.advice]
    advice = advice_on(settings)
    if advice:
        return [Check("settings", False, "missing or weak", line) for line in advice]
    checks = [Check("settings", True, "demo mode" if settings.demo_mode else "fit to start")]
    checks.extend(database_checks(settings, now or system_clock()))
    checks.append(gateway_check(settings))
    checks.append(address_check(settings))
    return checks


def database_checks(settings: Settings, now: datetime) -> list[Check]:
    """Look at the database, its migrations, and the scheduler's sign of life in it."""
    try:
        database = Database(settings.database_url, settings.vault(), wait_seconds=PATIENCE_SECONDS)
        with database.reading() as session:
            session.connection().execute(text("SELECT 1"))
        behind = pending(database.engine)
    except (SQLAlchemyError, ArgumentError, OSError) as fault:
        found = f"does not answer ({type(fault).__name__})"
        advice = "Start the database, or mend DATABASE_URL; on SQLite, see that its folder exists."
        return [
            Check("database", False, found, advice),
            Check("migrations", False, NOT_ASKED),
            Check("scheduler", False, NOT_ASKED),
        ]
    checks = [Check("database", True, database.engine.dialect.name)]
    if behind:
        checks.append(Check("migrations", False, "not up to date", "Run: whatmatters migrate"))
        checks.append(Check("scheduler", False, NOT_ASKED))
    else:
        checks.append(Check("migrations", True, "up to date"))
        checks.append(_scheduler_check(database, now))
    database.engine.dispose()
    return checks


def gateway_check(settings: Settings) -> Check:
    """Look at how texts leave; with Twilio, ask whether it knows these credentials."""
    if settings.gateway == "pretend_phone":
        return Check("gateway", True, "pretend phone: no text leaves this machine")
    fault = account_fault(settings, PATIENCE_SECONDS)
    if fault:
        found, advice = fault
        return Check("gateway", False, found, advice)
    return Check("gateway", True, "Twilio knows this account")


def address_check(settings: Settings) -> Check:
    """Ask our own public address how it is, as Twilio would reach it."""
    address = settings.public_base_url.rstrip("/")
    try:
        answer = requests.get(f"{address}/health", timeout=PATIENCE_SECONDS, allow_redirects=False)
    except requests.RequestException as fault:
        here = urlsplit(address).hostname in LOOPBACK
        advice = "Start the web process." if here else "Start the web process; see DNS and TLS."
        found = f"{address} does not answer ({type(fault).__name__})"
        return Check("public address", False, found, advice)
    if "application/json" not in answer.headers.get("Content-Type", ""):
        advice = "PUBLIC_BASE_URL leads to something else: mend it, or the proxy in front."
        return Check("public address", False, f"{address} is not this service", advice)
    return Check("public address", True, f"{address} answers")


def _scheduler_check(database: Database, now: datetime) -> Check:
    with database.reading() as session:
        last = last_beat(session, SCHEDULER)
    if last is None:
        return Check("scheduler", False, "has never run", "Start it: python -m scheduler")
    if is_silent(last, now=now):
        found = f"last seen {last:%Y-%m-%d %H:%M} UTC"
        return Check("scheduler", False, found, "Start it again: python -m scheduler")
    return Check("scheduler", True, f"last seen {last:%Y-%m-%d %H:%M} UTC")
