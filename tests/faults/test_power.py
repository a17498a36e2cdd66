"""Fault 82: the power fails. What was committed is there, above all the mark before a call."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cast import AISHA, SAM, ZOE
from invitations.conftest import Book, Hands, Recording
from sqlalchemy import event, text
from sqlmodel import Session

from app.db import Database
from app.heartbeat import beat
from app.invitations.dispatch import send_due
from app.settings import Settings
from app.sms.gateway import Outcome, Text


def after_the_cut(database: Database, folder: Path) -> sqlite3.Connection:
    """Open what a disk would hold if the power failed now: the file and its log, no more."""
    path = Path(database.url.database or "")
    copy = folder / f"{len(list(folder.iterdir()))}.sqlite3"
    for ending in ("", "-wal"):
        if Path(f"{path}{ending}").exists():
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    return sqlite3.connect(copy)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_fault_82_at_every_call_its_mark_would_survive_the_power_going_off(
    database: Database, gateway: Recording, settings: Settings, clock: Hands, book: Book,
    tmp_path: Path,
) -> None:  # fmt: skip
    for who in (SAM, AISHA, ZOE):
        book(who)
    folder = tmp_path / "cut"
    folder.mkdir()
    found = []

    def cut(text: Text) -> Outcome:
        token = text.callback.rsplit("/", 1)[1]
        with closing(after_the_cut(database, folder)) as kept:
            row = "SELECT state, started_at IS NOT NULL FROM invitation WHERE token = ?"
            found.append(kept.execute(row, (token,)).fetchone())
            assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return gateway._accept(text)

    settings = settings.model_copy(update={"texts_at_once": 1})
    gateway.answer = cut
    send_due(database, gateway, settings, clock)
    assert found == [("submitting", 1)] * 3


def test_fault_82_after_every_commit_a_copy_holds_it(
    sqlite_database: Database, clock: Hands, tmp_path: Path
) -> None:
    folder, found = tmp_path / "cut", []
    folder.mkdir()

    def look(_session: Session) -> None:
        with closing(after_the_cut(sqlite_database, folder)) as kept:
            found.append(kept.execute("SELECT count(*) FROM heartbeat").fetchone()[0])

    event.listen(Session, "after_commit", look)
    try:
        for number in range(1, 21):
            with sqlite_database.writing() as session:
                beat(session, f"process {number}", now=clock())
    finally:
        event.remove(Session, "after_commit", look)
    assert found == list(range(1, 21))


def test_fault_82_every_connection_waits_for_the_disk(sqlite_database: Database) -> None:
    opened: list[Any] = [sqlite_database.engine.connect() for _ in range(5)]
    asked = ("PRAGMA synchronous", "PRAGMA journal_mode", "PRAGMA foreign_keys")
    for connection in opened:
        found = [connection.exec_driver_sql(pragma).scalar() for pragma in asked]
        assert found == [2, "wal", 1]
        connection.close()


def test_fault_82_on_postgresql_nobody_says_not_to_wait_for_the_disk(
    postgresql_database: Database,
) -> None:
    # The tests' own server is told not to wait, for speed; our connections say nothing of it.
    where = "SELECT source, boot_val FROM pg_settings WHERE name = :name"
    with postgresql_database.engine.connect() as connection:
        for name in ("synchronous_commit", "fsync", "full_page_writes"):
            source, usual = connection.execute(text(where), {"name": name}).one()
            assert (source, usual) == ("configuration file", "on"), name
