"""A database of the last release, with data in it, becomes one of this release with all of it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, MetaData, insert, inspect, text

from app.db import engine_to
from app.migrations.run import configuration, migrate, pending

LAST_RELEASE = "0002"
AT = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
CLINIC, PERSON, LIST, VISIT, ASK = (UUID(int=place) for place in range(1, 6))
SEALED = b"\x01sealed"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/old.sqlite3"
        return
    tests: str = request.getfixturevalue("postgresql_address")
    admin = engine_to(tests)
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP DATABASE IF EXISTS last_release"))
        connection.execute(text("CREATE DATABASE last_release"))
    yield admin.url.set(database="last_release", drivername="postgresql").render_as_string(False)
    admin.dispose()


def of_the_last_release(address: str) -> None:
    engine = engine_to(address)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), LAST_RELEASE)
        fill(connection)
    engine.dispose()


def fill(connection: Connection) -> None:
    old = MetaData()
    old.reflect(connection)
    for table, values in ROWS.items():
        columns = old.tables[table].columns
        given = {
            name: as_stored(connection, columns[name], value) for name, value in values.items()
        }
        connection.execute(insert(old.tables[table]).values(given))


def as_stored(connection: Connection, column: Any, value: Any) -> Any:
    """Ids as SQLite keeps them: it gives back the type it was told, which is text."""
    return value.hex if connection.dialect.name == "sqlite" and isinstance(value, UUID) else value


ROWS: dict[str, dict[str, Any]] = {
    "clinic": {
        "id": CLINIC, "organisation_code": "XLD01", "code": "RIV", "name": "Riverside",
        "days_of_notice": 4, "window_opens": time(16, 0), "window_closes": time(18, 30),
        "weekdays": "12345", "time_zone": "Europe/London", "desk_phone": "020 7946 0011",
        "concerns_email": "concerns@riverside.example", "created_at": AT,
    },
    "clinic_list": {
        "id": LIST, "organisation_code": "XLD01", "state": "saved", "file_name_sealed": SEALED,
        "content_sealed": SEALED, "content_key": b"key", "uploaded_at": AT, "uploaded_by": "staff",
        "saved_at": AT, "counts": {"new": 1},
    },
    "young_person": {
        "id": PERSON, "organisation_code": "XLD01", "nhs_number_sealed": SEALED,
        "nhs_number_key": b"nhs", "first_name_sealed": SEALED, "last_name_sealed": SEALED,
        "date_of_birth_sealed": SEALED, "mobile_sealed": SEALED, "mobile_key": b"mobile",
        "number_belongs_to": "self", "language": "en", "created_at": AT, "updated_at": AT,
    },
    "appointment": {
        "id": VISIT, "clinic_id": CLINIC, "young_person_id": PERSON, "starts_at": AT,
        "status": "booked", "clinic_list_id": LIST, "created_at": AT, "updated_at": AT,
    },
    "invitation": {
        "id": ASK, "appointment_id": VISIT, "kind": "ask", "cycle": 1, "state": "ready",
        "due_at": AT, "attempt": 0, "token": "0" * 32, "created_at": AT,
    },
}  # fmt: skip


def found(engine: Engine, query: str) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(text(query)).one())


def test_everything_of_the_last_release_is_kept(address: str) -> None:
    of_the_last_release(address)
    engine = engine_to(address)
    assert pending(engine)
    migrate(address)
    assert not pending(engine)
    for table in ROWS:
        assert found(engine, f"SELECT count(*) FROM {table}") == [1], table
    person = "SELECT number_belongs_to, not_texted, interpreter, mobile_sealed FROM young_person"
    assert found(engine, person) == ["self", None, False, SEALED]
    assert found(engine, "SELECT status, visit_kind FROM appointment") == ["booked", "in_person"]
    assert found(engine, "SELECT state, undone_at, report_sealed FROM clinic_list") == [
        "saved", None, None,
    ]  # fmt: skip
    assert found(engine, "SELECT state FROM invitation") == ["ready"]
    engine.dispose()


def test_a_slot_may_be_booked_again_once_its_visit_is_cancelled(address: str) -> None:
    of_the_last_release(address)
    migrate(address)
    engine = engine_to(address)
    names = {index["name"] for index in inspect(engine).get_indexes("appointment")}
    assert "uq_appointment_time" in names
    engine.dispose()
