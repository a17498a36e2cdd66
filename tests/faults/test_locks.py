"""Faults 78 and 79: nobody meets a locked database, and nobody keeps one locked while waiting."""

import ast
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from cast import AISHA, LUKASZ, SAM, ZOE
from fake_twilio.server import FakeTwilio
from faults.webhooks import receipt, text_in, web
from house.files import modules, named, tree
from invitations.conftest import Book, Hands
from sqlalchemy import Connection, event
from sqlmodel import func, select

from app.conversations.models import Reply
from app.conversations.sweep import sweep
from app.db import Database
from app.heartbeat import beat
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation, Receipt
from app.invitations.receipts import News, take_news
from app.invitations.reconcile import reconcile
from app.invitations.restoring import restore_check
from app.settings import Settings
from app.sms.gateway import Gateway
from app.sms.twilio import TwilioGateway

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
# The only rooms that open a transaction of their own and not through `reading` and `writing`.
OPEN_THEIR_OWN = {"app/db.py", "app/health.py", "app/migrations/run.py", "app/migrations/env.py"}


def everything(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands, book: Book
) -> None:
    """Go every way on which something is sent, looked for, fetched, restored or taken in."""
    for who in (SAM, AISHA, ZOE, LUKASZ):
        book(who)
    gateway: Gateway = TwilioGateway(live)
    fake.next_moods.append("hang_up_after_accepting")
    send_due(database, gateway, live, clock)
    app = web(live, database, clock)
    assert text_in(app, live, SAM.mobile or "", 1) == 200
    assert text_in(app, live, AISHA.mobile or "", 2, "STOP") == 200
    with database.reading() as session:
        token = session.exec(select(Invitation.token).where(Invitation.kind == "ask")).first()
    assert receipt(app, live, str(token), "SM" + "e" * 32) == 204
    clock.move(minutes=10)
    reconcile(database, gateway, clock)
    sweep(database, gateway, live, now=clock())
    restore_check(database, gateway, clock, by="tests")


def test_fault_78_eight_who_write_for_seconds_meet_no_locked_database(
    sqlite_database: Database, clock: Hands
) -> None:
    until, faults, written = time.monotonic() + 3.0, list[str](), Counter[int]()

    def write(place: int) -> None:
        # Each as its own process would: with connections of its own.
        own = Database(str(sqlite_database.url), sqlite_database.vault)
        while time.monotonic() < until:
            try:
                with own.writing() as session:
                    session.exec(select(func.count()).select_from(Receipt)).one()
                    beat(session, f"writer {place}", now=clock())
                    news = News("t", f"SM{place:016x}{written[place]:016x}", "sent", "")
                    take_news(session, news, now=clock())
                written[place] += 1
            except Exception as fault:
                faults.append(repr(fault))
        own.engine.dispose()

    with ThreadPoolExecutor(8) as all_at_once:
        list(all_at_once.map(write, range(8)))
    assert faults == []
    with sqlite_database.reading() as session:
        assert session.exec(select(func.count()).select_from(Receipt)).one() == written.total()
    assert min(written[place] for place in range(8)) > 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_fault_78_every_way_that_writes_begins_by_taking_the_lock(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands, book: Book
) -> None:
    began: dict[int, str] = {}
    wrong, writes = list[str](), Counter[str]()

    def look(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        word = statement.split()[0].upper()
        place = id(connection.connection.dbapi_connection)
        if word == "BEGIN":
            began[place] = statement
        if word in WRITES or (word == "WITH" and "UPDATE" in statement):
            writes[word] += 1
            if began.get(place) != "BEGIN IMMEDIATE":
                wrong.append(statement)

    event.listen(database.engine, "before_cursor_execute", look)
    everything(database, live, fake, clock, book)
    assert wrong == []
    assert writes["INSERT"] > 10
    assert writes["UPDATE"] > 10


def test_fault_78_nobody_opens_a_transaction_but_by_saying_whether_they_write() -> None:
    found = {
        named(path)
        for path in modules()
        if named(path).startswith(("app/", "scheduler/"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ("begin", "connect", "Session")
        if "engine" in ast.unparse(node.value)
    }
    assert found <= OPEN_THEIR_OWN


@contextmanager
def watched(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[list[str], list[str]]]:
    """Watch every socket: what was said, and what while a transaction of the same thread was open.

    PostgreSQL is spoken with below Python's sockets, and SQLite without any: all of these are
    calls to somebody else.
    """
    open_in: Counter[int] = Counter()
    said, wrong = list[str](), list[str]()

    def opened(_: Connection) -> None:
        open_in[threading.get_ident()] += 1

    def ended(_: Connection) -> None:
        open_in[threading.get_ident()] -= 1

    def hooked(name: str) -> Any:
        real = getattr(socket.socket, name)

        def call(self: socket.socket, *given: Any) -> Any:
            if threading.current_thread().name != "fake-twilio":
                said.append(name)
                if open_in[threading.get_ident()]:
                    wrong.append(name)
            return real(self, *given)

        return call

    for when, what in (("begin", opened), ("commit", ended), ("rollback", ended)):
        event.listen(database.engine, when, what)
    for name in ("connect", "send", "sendall"):
        monkeypatch.setattr(socket.socket, name, hooked(name))
    yield said, wrong
    monkeypatch.undo()
    assert +open_in == Counter()


def test_fault_79_nothing_is_said_to_anybody_while_a_transaction_is_open(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands, book: Book,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with watched(database, monkeypatch) as (said, wrong):
        everything(database, live, fake, clock, book)
    assert wrong == []
    # The calls, at least, and what was looked up.
    assert len(said) > 10


def test_fault_79_the_watch_itself_sees_a_call_inside_a_transaction(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        address = somebody.getsockname()
        with watched(database, monkeypatch) as (_, wrong):
            with database.writing() as session:
                session.exec(select(func.count()).select_from(Reply)).one()
                socket.create_connection(address).close()
            socket.create_connection(address).close()
    assert wrong == ["connect"]


def test_fault_79_a_frozen_sender_does_not_keep_others_from_writing(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands, book: Book
) -> None:
    book()
    inside, go_on = threading.Event(), threading.Event()

    class Frozen(TwilioGateway):
        """A gateway that stands still in the middle of its call."""

        def send(self, text: Any) -> Any:
            inside.set()
            assert go_on.wait(10)
            return super().send(text)

    with ThreadPoolExecutor(1) as apart:
        sending = apart.submit(send_due, database, Frozen(live), live, clock)
        assert inside.wait(10)
        began = time.monotonic()
        with database.writing() as session:
            beat(session, "another", now=clock() + timedelta(seconds=1))
        waited = time.monotonic() - began
        go_on.set()
        assert sending.result(20).sent == 1
    assert waited < 5
