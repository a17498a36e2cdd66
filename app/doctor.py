"""What is wrong with this installation, and what to do about each fault."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import requests
from sqlalchemy import text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import Session, col, func, select

from app.clock import system_clock
from app.db import Database
from app.errors import NotReady
from app.heartbeat import SCHEDULER, is_silent, last_beat
from app.invitations import pauses
from app.invitations.live import host_of, is_live_here
from app.invitations.models import Notice
from app.invitations.notice_kinds import NoticeKind
from app.migrations.run import pending
from app.settings import LOOPBACK, Settings, advice_on, load
from app.sms.account import account_fault

NOT_ASKED = "not asked, because of the fault above"
PATIENCE_SECONDS = 5
# Twilio's own opt-out words that young people text and mean something else by.
NEVER_OPT_OUT = ("CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "YES")
# What stands still for one of these goes on only when a person has mended something.
PEOPLE_MEND = frozenset(
    {
        *(pauses.CONFIGURATION, pauses.CONTENT, pauses.RESTORE),
        *(pauses.CAP_CLINIC, pauses.CAP_OVERALL),
    }
)
NO_SERVICE = (
    "In the Twilio console: Messaging, Services, make a service, put your number in its sender "
    "pool, set its incoming webhook, and put its id into TWILIO_MESSAGING_SERVICE_SID. Only a "
    "service lets you choose the opt-out words."
)
SET_WORDS = (
    "In the Twilio console: Messaging, Services, yours, Opt-Out Management, Advanced Opt-Out. Keep "
    "STOP, STOPALL and UNSUBSCRIBE as opt-out words and take out CANCEL, END, QUIT, REVOKE and "
    "OPTOUT; take YES out of the opt-in words. Then say what is left: "
    "TWILIO_OPT_OUT_WORDS=STOP,STOPALL,UNSUBSCRIBE"
)
EVIDENCE = (
    f"{SET_WORDS}. Ring whoever was blocked, ask whether they want texts, and if so ask them to "
    "text START; then mark the notice on the Texts page as seen."
)


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
    of_database = database_checks(settings, now or system_clock())
    checks.extend(of_database)
    if all(check.ok for check in of_database if check.name != "scheduler"):
        checks.extend(texting_checks(settings))
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


def texting_checks(settings: Settings) -> list[Check]:
    """Look at the opt-out words, at who may be texted from here, and at what stands still."""
    database = Database(settings.database_url, settings.vault(), wait_seconds=PATIENCE_SECONDS)
    try:
        with database.reading() as session:
            return [
                _opt_out_words_check(session, settings),
                _live_check(session, settings),
                _pauses_check(session),
            ]
    finally:
        database.engine.dispose()


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


def _opt_out_words_check(session: Session, settings: Settings) -> Check:
    name = "opt-out words"
    if settings.gateway == "pretend_phone":
        return Check(name, True, "pretend phone: there are none but ours")
    blocked = _unseen_blocked(session)
    if not settings.twilio_messaging_service_sid:
        found = "a bare number keeps Twilio's own: CANCEL, END and QUIT block a young person"
        return Check(name, False, found, NO_SERVICE)
    words = {word.upper() for word in re.split(r"[,;\s]+", settings.twilio_opt_out_words) if word}
    if not words:
        found = "nobody has said which are set: TWILIO_OPT_OUT_WORDS is empty"
        return Check(name, False, found, SET_WORDS)
    wrong = [word for word in NEVER_OPT_OUT if word in words]
    if wrong:
        return Check(name, False, f"{', '.join(wrong)} would block a young person", SET_WORDS)
    if blocked:
        found = f"Twilio has blocked {blocked} who did not say STOP: its own words are still on"
        return Check(name, False, found, EVIDENCE)
    return Check(name, True, ", ".join(sorted(words)))


def _unseen_blocked(session: Session) -> int:
    return session.exec(
        select(func.count())
        .select_from(Notice)
        .where(Notice.kind == NoticeKind.LOST_BY_PROVIDER.value, col(Notice.seen_at).is_(None))
    ).one()


def _live_check(session: Session, settings: Settings) -> Check:
    name = "live"
    if settings.gateway == "pretend_phone":
        return Check(name, True, "pretend phone: nobody real is texted")
    if settings.texting != "live":
        return Check(name, True, f"trial: texts go to {len(settings.trial_list)} numbers only")
    if not is_live_here(session, settings):
        found = f"this database is not live for {host_of(settings)}: only the trial is texted"
        return Check(name, False, found, "If this is the real service, run: whatmatters go-live")
    return Check(name, True, f"live for {host_of(settings)}: everybody may be texted")


def _pauses_check(session: Session) -> Check:
    standing = pauses.open_pauses(session)
    if not standing:
        return Check("pauses", True, "nothing stands still")
    found = "; ".join(
        f"{pause.scope}: {pauses.IN_WORDS.get(pause.reason, pause.reason)}" for pause in standing
    )
    if PEOPLE_MEND.isdisjoint(pause.reason for pause in standing):
        return Check("pauses", True, found)
    restored = any(pause.reason == pauses.RESTORE for pause in standing)
    advice = "Run: whatmatters restore-check" if restored else "Mend it, then go on: page Texts"
    return Check("pauses", False, found, advice)
