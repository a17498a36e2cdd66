"""Where everything is kept: one database, SQLite or PostgreSQL, and how a transaction is opened.

Reading and writing are asked for apart. On SQLite a writing transaction begins IMMEDIATE, so
that two writers queue instead of failing half way; WAL and synchronous=FULL keep every commit
through a power cut, but for what can be done again (`redoing`). On PostgreSQL the same calls are
ordinary transactions.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from flask import current_app
from sqlalchemy import (
    Connection,
    Engine,
    Executable,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

from app.privacy import Vault

EXTENSION = "whatmatters.database"
WAITS = "waits for the disk"
MOST_IN_ONE_QUESTION = 500
# SQLite's own numbers: 2 waits for the disk at each commit (FULL), 1 only now and then (NORMAL).
WAITS_FOR_NO_COMMIT = 1
WAL_WAITS = (0.05,) * 100

Thing = TypeVar("Thing")

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMES


class Database:
    """The engine and the vault; hands out sessions that carry the vault with them."""

    def __init__(self, url: str, vault: Vault, wait_seconds: float = 20.0) -> None:
        self.url = make_url(url)
        self.vault = vault
        self.engine = engine_to(url, wait_seconds)
        self._reader = self.engine.execution_options(reads_only=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session for looking only: nothing is kept of what it changes."""
        with Session(self._reader, info={"vault": self.vault}) as session:
            yield session

    @contextmanager
    def writing(self, on: Connection | None = None) -> Iterator[Session]:
        """Open one transaction: all of it is kept when the block ends well, none otherwise.

        Several in a row may be opened `on` one connection, which is asked for once.
        """
        if on is not None and on.in_transaction():
            # Nothing would be kept at the end of ours.
            raise RuntimeError("the connection is in a transaction that is not this one")
        bind, info = on or self.engine, {"vault": self.vault}
        with Session(bind, info=info, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Ask for one connection, for several transactions in a row."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing_rows(self, on: Connection) -> Iterator[Connection]:
        """Open one transaction that needs no objects, only rows: it costs less than a session."""
        with on.begin():
            yield on

    @contextmanager
    def redoing(self, on: Connection) -> Iterator[Session]:
        """Open one transaction of what can be done again: its end does not wait for the disk.

        A power cut may take it back whole, for a moment after it ended; never in part. See
        `must_last` for what turns out not to be of that kind.
        """
        with _without_waiting(on), self.writing(on) as session:
            session.info[WAITS] = False
            if on.dialect.name == "postgresql":
                session.connection().execute(text("SET LOCAL synchronous_commit TO off"))
            yield session


class DoesNotLast(Exception):
    """The end of this transaction does not wait for the disk and cannot be made to: use another."""


def must_last(session: Session) -> None:
    """Make the end of this transaction wait for the disk; raise DoesNotLast if it is too late."""
    if session.info.get(WAITS, True):
        return
    if session.get_bind().dialect.name != "postgresql":
        raise DoesNotLast
    session.connection().execute(text("SET LOCAL synchronous_commit TO on"))


def time_of(database: Database) -> Callable[[], datetime]:
    """Return a clock that asks PostgreSQL, whose time all machines share; SQLite's is our own."""
    if database.url.get_backend_name() == "sqlite":
        return lambda: datetime.now(UTC)

    def now() -> datetime:
        with database.engine.connect() as connection:
            moment: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        return moment.astimezone(UTC)

    return now


def database() -> Database:
    """Return the database of the running web application."""
    return cast(Database, current_app.extensions[EXTENSION])


def vault_of(session: Session) -> Vault:
    """Return the vault that this session's rows are sealed with."""
    return cast(Vault, session.info["vault"])


def seal(session: Session, row: SQLModel, column: str, words: str | None) -> None:
    """Put words into a sealed column of a row: `column` without its `_sealed`."""
    sealed = None if words is None else vault_of(session).seal(_place(row, column), _id(row), words)
    setattr(row, f"{column}_sealed", sealed)


def unseal(session: Session, row: SQLModel, column: str) -> str:
    """Read the words of a sealed column of a row; an empty cell is an empty text."""
    sealed = getattr(row, f"{column}_sealed")
    if sealed is None:
        return ""
    return vault_of(session).open(_place(row, column), _id(row), sealed)


def insert_new(
    on: Session | Connection,
    table: type[SQLModel],
    rows: list[dict[str, Any]],
    unique: Iterable[str] = (),
) -> int:
    """Insert rows, leaving out those that a unique key already holds; return how many are new.

    `unique` names the columns of the key that may be met; without it any unique key counts.
    Every row names the same columns.
    """
    if not rows:
        return 0
    connection = on.connection() if isinstance(on, Session) else on
    statement = _insert_new(connection.dialect.name, table, tuple(unique))
    return len(connection.execute(statement, rows).all())


@cache
def _insert_new(dialect: str, table: type[SQLModel], unique: tuple[str, ...]) -> Executable:
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = make(table).on_conflict_do_nothing(index_elements=list(unique) or None)
    # Counted by what comes back: drivers do not agree on the number of rows. SQLAlchemy sends
    # as many rows in one statement as the database takes.
    return statement.returning(*inspect(table).primary_key)


def chunks(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Cut what is asked for, each thing once, into questions that every database takes."""
    whole = list(dict.fromkeys(things))
    for start in range(0, len(whole), MOST_IN_ONE_QUESTION):
        yield whole[start : start + MOST_IN_ONE_QUESTION]


def _place(row: SQLModel, column: str) -> str:
    return f"{row.__tablename__}.{column}"


def _id(row: Any) -> Any:
    return row.id


def engine_to(url: str, wait_seconds: float = 20.0) -> Engine:
    """Make the engine of a database address, set up the same way wherever it is opened."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, hide_parameters=True, connect_args={"timeout": wait_seconds})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    wait = {"connect_timeout": 5, "options": f"-c lock_timeout={int(wait_seconds * 1000)}"}
    parsed = parsed.set(drivername="postgresql+psycopg")
    return create_engine(
        parsed, hide_parameters=True, pool_pre_ping=True, pool_timeout=10, connect_args=wait
    )


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's
    _switch_to_wal(connection)
    for pragma in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-64000",
        "wal_autocheckpoint=8000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    for wait_seconds in (*WAL_WAITS, None):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as fault:
            # Two who open a new file at once: SQLite refuses one of them without waiting.
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or wait_seconds is None:
                raise
            time.sleep(wait_seconds)


@contextmanager
def _without_waiting(connection: Connection) -> Iterator[None]:
    """SQLite is told before a transaction begins, and told back once it is over."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.dbapi_connection
    (waits,) = driver.execute("PRAGMA synchronous").fetchone()
    driver.execute(f"PRAGMA synchronous={min(waits, WAITS_FOR_NO_COMMIT)}")
    try:
        yield
    finally:
        try:
            driver.execute(f"PRAGMA synchronous={waits}")
        except sqlite3.Error:
            # Its commit failed and left it open: nobody may have this connection after us.
            connection.invalidate()


def _begin_sqlite(connection: Connection) -> None:
    reads_only = connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
