"""Bringing a database up to date, and asking whether it is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, text

from app.db import engine_to
from app.errors import NotReady

FOLDER = Path(__file__).parent
OF_ANOTHER_VERSION = (
    "The database was migrated by another version of What Matters: run that version, or restore "
    "the backup made before it."
)
# Held to the end of the migration, so that two releases at once follow each other.
LOCK = text("SELECT pg_advisory_xact_lock(7305110)")


def migrate(database_url: str) -> None:
    """Run every migration the database still lacks, in one transaction.

    Raises NotReady, and leaves the database unchanged, if it belongs to a newer version or if
    rows would be left pointing at nothing.
    """
    engine = engine_to(database_url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _let_tables_be_rebuilt)
    try:
        with engine.begin() as connection:
            _migrate_over(connection)
    finally:
        engine.dispose()


def pending(engine: Engine) -> bool:
    """Return whether the database is at another migration than this code."""
    with engine.connect() as connection:
        return _found(connection) != set(ScriptDirectory(str(FOLDER)).get_heads())


def configuration(connection: Connection | None = None) -> Config:
    """Make Alembic's configuration in code: where the migrations are, and over which connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def _migrate_over(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(LOCK)
    _refuse_another_version(connection)
    command.upgrade(configuration(connection), "head")
    if connection.dialect.name == "sqlite":
        _refuse_orphans(connection)


def _found(connection: Connection) -> set[str]:
    return set(MigrationContext.configure(connection).get_current_heads())


def _refuse_another_version(connection: Connection) -> None:
    ours = {each.revision for each in ScriptDirectory(str(FOLDER)).walk_revisions()}
    if _found(connection) - ours:
        raise NotReady([OF_ANOTHER_VERSION])


def _let_tables_be_rebuilt(connection: object, _record: object) -> None:
    # SQLite alters a table by copying it; dropping the old one must not delete what points at it.
    connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]


def _refuse_orphans(connection: Connection) -> None:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        tables = ", ".join(sorted({str(row[0]) for row in orphans}))
        raise NotReady([f"The migration would leave rows of {tables} pointing at nothing."])
