"""What tests of migrations ask for: an empty database of each kind, by its address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.db import engine_to


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/old.sqlite3"
        return
    tests: str = request.getfixturevalue("postgresql_address")
    admin = engine_to(tests)
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP DATABASE IF EXISTS last_release WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE last_release"))
    yield admin.url.set(database="last_release", drivername="postgresql").render_as_string(False)
    admin.dispose()
