"""What the migrations make is what the tables say, on both databases."""

from collections.abc import Iterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text

from app.db import Database, engine_to
from app.migrations.run import FOLDER, pending
from app.tables import metadata


@pytest.fixture
def as_the_tables_say(database: Database) -> Iterator[Engine]:
    """A database of the same kind, made from the tables without any migration."""
    if database.engine.dialect.name == "sqlite":
        engine = create_engine("sqlite://")
    else:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as admin:
            admin.execute(text("DROP DATABASE IF EXISTS from_tables"))
            admin.execute(text("CREATE DATABASE from_tables"))
        address = database.url.set(database="from_tables")
        engine = engine_to(address.render_as_string(hide_password=False))
    metadata.create_all(engine)
    yield engine
    engine.dispose()


def test_alembic_finds_nothing_left_to_migrate(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    assert not pending(database.engine)


def test_constraints_are_the_same_as_those_of_the_tables(
    database: Database, as_the_tables_say: Engine
) -> None:
    for table in metadata.tables:
        found, wanted = _facts(database.engine, table), _facts(as_the_tables_say, table)
        assert found == wanted, table


def test_migrations_stand_in_one_line_and_go_forward_only() -> None:
    script = ScriptDirectory(str(FOLDER))
    assert len(script.get_heads()) == 1
    assert all(not hasattr(each.module, "downgrade") for each in script.walk_revisions())


def _facts(engine: Engine, table: str) -> dict[str, Any]:
    """Return what a table forbids, from the database itself; Alembic does not compare checks."""
    seen = inspect(engine)
    return {
        "columns": {
            column["name"]: (str(column["type"]), column["nullable"])
            for column in seen.get_columns(table)
        },
        "checks": {check["name"]: check["sqltext"] for check in seen.get_check_constraints(table)},
        "unique": {
            unique["name"]: unique["column_names"] for unique in seen.get_unique_constraints(table)
        },
        "indexes": {
            index["name"]: (index["column_names"], index["unique"], _condition(index))
            for index in seen.get_indexes(table)
        },
        "foreign": {key["name"]: key["referred_table"] for key in seen.get_foreign_keys(table)},
        "primary": seen.get_pk_constraint(table)["constrained_columns"],
    }


def _condition(index: Any) -> str:
    options = index.get("dialect_options", {})
    return str(options.get("sqlite_where", options.get("postgresql_where", "")))
