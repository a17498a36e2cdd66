"""Bringing a database up to date: safely, as often as one likes, all or nothing."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from factories import make_appointment
from sqlalchemy import inspect, text

from app.appointments.models import Appointment
from app.db import Database, engine_to
from app.errors import NotReady
from app.migrations import run
from app.migrations.run import configuration, migrate, pending


def address_of(database: Database) -> str:
    return database.url.render_as_string(hide_password=False)


def test_an_empty_database_waits_for_its_migrations(tmp_path: Path) -> None:
    engine = engine_to(f"sqlite:///{tmp_path}/new/empty.sqlite3")
    assert pending(engine)
    migrate(str(engine.url))
    assert not pending(engine)
    engine.dispose()


def test_migrating_again_keeps_every_row(database: Database) -> None:
    with database.writing() as session:
        kept = make_appointment(session).id
    migrate(address_of(database))
    with database.reading() as session:
        assert session.get(Appointment, kept) is not None


def test_a_database_of_another_version_is_not_taken_for_ours(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    try:
        assert pending(database.engine)
        with pytest.raises(NotReady, match="another version"):
            migrate(address_of(database))
    finally:
        _mark_as_migrated(database)
    assert not pending(database.engine)


def test_releases_at_once_follow_each_other(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/both.sqlite3"
    with ThreadPoolExecutor(4) as all_at_once:
        assert list(all_at_once.map(migrate, [address] * 4)) == [None] * 4
    engine = engine_to(address)
    assert not pending(engine)
    engine.dispose()


def test_a_migration_that_breaks_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("half way")

    monkeypatch.setattr(run, "_refuse_orphans", breaks)
    address = f"sqlite:///{tmp_path}/half.sqlite3"
    with pytest.raises(RuntimeError, match="half way"):
        migrate(address)
    engine = engine_to(address)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_rows_that_point_at_nothing_stop_a_migration(sqlite_database: Database) -> None:
    with sqlite_database.writing() as session:
        make_appointment(session)
    with sqlite_database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DELETE FROM clinic")
    with pytest.raises(NotReady, match="rows of appointment pointing at nothing"):
        migrate(address_of(sqlite_database))


def _mark_as_migrated(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
        command.stamp(configuration(connection), "head")
