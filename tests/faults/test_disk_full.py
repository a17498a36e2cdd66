"""Fault 81: the disk is full. Nothing is answered that was not kept, and nothing goes twice."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from cast import AISHA, SAM
from fake_twilio.server import FakeTwilio
from faults.webhooks import receipt, text_in, web
from invitations.conftest import Book, Hands, Recording, only_ask
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from app.conversations.models import Reply
from app.db import Database
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation
from app.invitations.reconcile import reconcile
from app.invitations.states import LEFT, State
from app.migrations.run import migrate
from app.settings import Settings
from app.sms.gateway import Outcome, Text
from app.sms.twilio import TwilioGateway


@contextmanager
def full(database: Database) -> Iterator[None]:
    """Let the database find no room for anything new, as its own fault says it."""
    if database.url.get_backend_name() == "sqlite":
        folder = Path(database.url.database or "").parent
        filler = folder / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(b"\0" * 4096):
                pass
        yield
        filler.unlink()
        return
    no_room = (
        "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
    )
    tables = ("invitation", "reply", "receipt", "opt_out", "notice", "audit_event")
    with database.engine.begin() as connection:
        connection.execute(text(no_room))
        for table in tables:
            trigger = f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON {table}"
            connection.execute(text(f"{trigger} EXECUTE FUNCTION no_room()"))
    yield
    with database.engine.begin() as connection:
        connection.execute(text("DROP FUNCTION no_room CASCADE"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes; only an administrator may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only an administrator may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Database]:
    """A database of either kind whose disk can be filled."""
    if request.param == "postgresql":
        yield request.getfixturevalue("postgresql_database")
        return
    folder: Path = request.getfixturevalue("small_disk")
    address = f"sqlite:///{folder}/whatmatters.sqlite3"
    migrate(address)
    found = Database(address, settings.vault())
    yield found
    found.engine.dispose()


def sound(database: Database) -> bool:
    """Whether the database finds nothing wrong with itself."""
    if database.url.get_backend_name() == "postgresql":
        return True
    with database.engine.connect() as connection:
        return connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_fault_81_on_a_full_disk_a_webhook_is_answered_503_and_taken_when_there_is_room(
    database: Database, live: Settings, clock: Hands, book: Book, gateway: Recording
) -> None:
    book()
    send_due(database, gateway, live, clock)
    app, ask = web(live, database, clock), only_ask(database)
    with full(database):
        assert text_in(app, live, SAM.mobile or "", 1) == 503
        assert text_in(app, live, SAM.mobile or "", 2, "STOP") == 503
        assert receipt(app, live, ask.token, str(ask.provider_sid)) == 503
        with database.reading() as session:
            assert session.exec(select(Reply)).all() == []
    assert sound(database)
    assert text_in(app, live, SAM.mobile or "", 1) == 200
    assert receipt(app, live, ask.token, str(ask.provider_sid)) == 204
    assert only_ask(database).state == State.SENT


def test_fault_81_on_a_full_disk_nothing_is_sent_and_afterwards_everything_once(
    database: Database, live: Settings, clock: Hands, book: Book, gateway: Recording
) -> None:
    for who in (SAM, AISHA):
        book(who)
    with full(database):
        for _ in range(3):
            with pytest.raises(OperationalError):
                send_due(database, gateway, live, clock)
    assert gateway.texts == []
    assert sound(database)
    clock.move(minutes=2)
    send_due(database, gateway, live, clock)
    assert {text.to for text in gateway.texts} == {SAM.mobile, AISHA.mobile}
    assert len(gateway.texts) == 2


def test_fault_81_a_disk_that_fills_during_the_call_makes_no_second_text(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands, book: Book
) -> None:
    for who in (SAM, AISHA):
        book(who)
    filling = [full(database)]

    class Fills(TwilioGateway):
        """A gateway during whose first call the disk fills up."""

        def send(self, text: Text) -> Outcome:
            outcome = super().send(text)
            filling[0].__enter__()
            return outcome

    gateway = Fills(live)
    with pytest.raises(OperationalError):
        send_due(database, gateway, live, clock)
    assert len(fake.accepted) == 1
    filling[0].__exit__(None, None, None)
    assert sound(database)
    honest = TwilioGateway(live)
    for _ in range(8):
        clock.move(minutes=3)
        reconcile(database, honest, clock)
        send_due(database, honest, live, clock)
    assert set(fake.sent_to) == {SAM.mobile, AISHA.mobile}
    assert len(fake.sent_to) == 2
    with database.reading() as session:
        asks = session.exec(select(Invitation.state).where(Invitation.kind == "ask"))
        assert set(asks) <= {state.value for state in LEFT}
