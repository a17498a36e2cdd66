"""If the parts fail: the reply still ends up before people, and somebody is told."""

import sqlite3
import time
from datetime import timedelta
from typing import Any

import pytest
from cast import NOW, SAM
from factories import make_appointment, make_ask, make_clinic, make_person, make_reply
from faults.net import CALM, R1, broken, concerns, mails, scheduler_lives, text_in, tick
from flask import Flask
from pydantic import SecretStr
from safeguarding.mail_server import mail_server
from sqlalchemy import event
from sqlmodel import select
from structlog.testing import capture_logs

from app.clinics.safety_people import leave, present
from app.clinics.safety_roles import COVER, LEAD
from app.conversations import noticing
from app.conversations.models import Reply
from app.conversations.unread_clock import tell_of_unread
from app.db import Database
from app.factory import create_app
from app.invitations.live import bare_clinics, go_live
from app.safeguarding.models import Alert
from app.settings import Settings

LATER = NOW + timedelta(minutes=11)


@pytest.fixture(autouse=True)
def sam_was_asked(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        make_ask(session, make_appointment(session, clinic, make_person(session, SAM)))


@pytest.mark.parametrize("body", [R1, CALM])
def test_with_the_phrase_reader_raising_every_reply_is_red_and_the_lead_is_told(
    app: Flask,
    database: Database,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    body: str,
) -> None:
    scheduler_lives(database)
    monkeypatch.setattr(noticing, "look_at", broken)
    assert text_in(app, settings, body)[0] == 200
    tick(database, settings, NOW)
    assert [each.found_by for each in concerns(database)] == ["reader_failed"]
    assert len(mails(database)) == 1


def test_a_concern_that_could_not_be_opened_is_found_by_the_sweeper_and_told_of(
    app: Flask, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheduler_lives(database)
    with monkeypatch.context() as patched:
        patched.setattr(noticing, "open_concern", broken)
        text_in(app, settings, R1)
    assert concerns(database) == []
    tick(database, settings, LATER)
    assert len(concerns(database)) == len(mails(database)) == 1


def test_a_mail_server_that_is_down_fails_nothing_else(
    app: Flask, database: Database, settings: Settings
) -> None:
    scheduler_lives(database)
    text_in(app, settings, R1)
    down = {"smtp_url": SecretStr("smtp://127.0.0.1:9"), "mail_from": "a@whatmatters.example"}
    tick(database, settings.model_copy(update=down), NOW)
    with database.reading() as session:
        states = {(each.channel, each.state) for each in session.exec(select(Alert))}
    assert states == {("email", "waiting"), ("text", "sent")}


def take_nothing(connection: Any, _record: object) -> None:
    """Let this connection write nothing, as on a disk that is read-only, or a standby."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("SET default_transaction_read_only = on")
    connection.commit()


def test_a_database_that_takes_nothing_refuses_the_reply_and_says_so(
    app: Flask, database: Database, settings: Settings
) -> None:
    spoilt = Database(database.url.render_as_string(hide_password=False), settings.vault())
    event.listen(spoilt.engine, "connect", take_nothing)
    refusing = create_app(settings, database=spoilt, clock=lambda: NOW)
    with capture_logs() as said:
        assert text_in(refusing, settings, R1) == (503, "")
    assert "database_down" in {line["event"] for line in said}
    spoilt.engine.dispose()
    assert text_in(app, settings, R1)[0] == 200
    assert len(concerns(database)) == 1


def test_what_lies_unread_is_told_of_once_a_day_lead_first(
    database: Database, settings: Settings
) -> None:
    with database.writing() as session:
        visit = make_appointment(session, starts_at=NOW + timedelta(days=9))
        make_reply(session, visit, CALM, number=str(SAM.mobile))
    assert tell_of_unread(database, now=NOW) == 0
    tomorrow = NOW + timedelta(days=1)
    assert tell_of_unread(database, now=tomorrow) == 1
    assert tell_of_unread(database, now=tomorrow) == 0
    with database.writing() as session:
        reply = session.exec(select(Reply)).one()
        reply.read_at, reply.read_by = NOW, "tests"
        session.add(reply)
    assert tell_of_unread(database, now=tomorrow + timedelta(days=1)) == 0


def test_of_unread_replies_whoever_is_named_is_told_where_the_lead_has_left(
    database: Database, settings: Settings
) -> None:
    with database.writing() as session:
        visit = make_appointment(session, starts_at=NOW + timedelta(days=9))
        make_reply(session, visit, CALM, number=str(SAM.mobile))
        (lead,) = present(session, visit.clinic_id, LEAD)
        (cover,) = present(session, visit.clinic_id, COVER)
        leave(session, lead, by="tests", now=NOW)
    assert tell_of_unread(database, now=NOW + timedelta(days=1)) == 1
    with database.reading() as session:
        assert {each.who for each in session.exec(select(Alert))} == {cover.id}


def test_a_clinic_whose_lead_has_left_is_not_texted(database: Database, settings: Settings) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        assert bare_clinics(session, [clinic.id]) == set()
        (lead,) = present(session, clinic.id, LEAD)
        leave(session, lead, by="tests", now=NOW)
        assert bare_clinics(session, [clinic.id]) == set()
        go_live(session, settings, by="tests", now=NOW)
        assert bare_clinics(session, [clinic.id]) == {clinic.id}


def test_from_webhook_to_mail_and_answer_takes_well_under_a_minute(
    app: Flask, database: Database, settings: Settings
) -> None:
    scheduler_lives(database)
    start = time.monotonic()
    with mail_server() as (moods, address):
        text_in(app, settings, R1)
        assert time.monotonic() - start < 5
        own = {"smtp_url": SecretStr(address), "mail_from": "a@whatmatters.example"}
        tick(database, settings.model_copy(update=own), NOW)
        assert len(moods.mails) == 1
