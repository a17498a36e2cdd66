"""A database of the last release, with data in it, becomes one of this release with all of it."""

from typing import Any

import pytest
from migrations.last_release import AT, ROWS, SEALED, TEXTS, of_the_last_release
from sqlalchemy import Engine, MetaData, inspect, select, text
from sqlalchemy.exc import DBAPIError

from app.db import Database, engine_to
from app.heartbeat import last_beat
from app.invitations.models import Invitation
from app.invitations.planning import plan_texts
from app.migrations.run import migrate, pending
from app.settings import Settings


def found(engine: Engine, query: str) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(text(query)).one())


def everything(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table, as the database tells it."""
    tables = MetaData()
    with engine.connect() as connection:
        tables.reflect(connection)
        return {
            name: [
                {key: _plain(value) for key, value in row._mapping.items()}
                for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for name, table in tables.tables.items()
            if name != "alembic_version"
        }


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def test_fault_84_the_last_release_had_a_row_in_every_table(address: str) -> None:
    of_the_last_release(address)
    engine = engine_to(address)
    assert {name for name, rows in everything(engine).items() if rows} == set(ROWS)
    assert set(everything(engine)) == set(ROWS)
    engine.dispose()


def test_fault_84_everything_of_the_last_release_is_kept(address: str) -> None:
    of_the_last_release(address)
    engine = engine_to(address)
    assert pending(engine)
    before = everything(engine)
    migrate(address)
    assert not pending(engine)
    after = everything(engine)
    for table, rows in before.items():
        kept = [{key: row[key] for key in rows[0]} for row in after[table]]
        if table == "invitation":
            # A claim without a lease is given one that has ended, so that it is freed.
            freed = list(TEXTS).index("claimed without a lease")
            rows[freed]["lease_until"] = rows[freed]["created_at"]
        assert kept == rows, table
    engine.dispose()


def test_fault_84_what_is_new_says_what_was_true_before(address: str) -> None:
    of_the_last_release(address)
    migrate(address)
    engine = engine_to(address)
    assert found(engine, "SELECT nation, reminds, asks_feedback, version FROM clinic") == [
        "england", True, False, 1,
    ]  # fmt: skip
    stopped = "SELECT began_by, ended_by FROM opt_out WHERE ended_at IS"
    assert found(engine, f"{stopped} NULL") == ["before this was kept", None]
    assert found(engine, f"{stopped} NOT NULL") == ["before this was kept"] * 2
    started = "SELECT count(*) FROM invitation WHERE started_at IS NOT NULL"
    assert found(engine, f"{started} AND (tries <> 1 OR first_started_at <> started_at)") == [0]
    looked_for = "SELECT count(*) FROM invitation WHERE (look_at IS NOT NULL)"
    assert found(engine, f"{looked_for} <> (state IN ('submitting', 'in_doubt'))") == [0]
    engine.dispose()


def test_fault_84_what_the_last_release_left_is_gone_on_with(
    address: str, settings: Settings
) -> None:
    of_the_last_release(address)
    migrate(address)
    database = Database(address, settings.vault())
    with database.reading() as session:
        assert last_beat(session, "scheduler") == AT
        kept = {row.cycle: row for row in session.exec(select(Invitation)).scalars()}  # type: ignore[call-overload]
    assert {row.body_sealed for row in kept.values()} == {None, SEALED}
    assert {row.deadline for row in kept.values()} == {AT}
    with database.writing() as session:
        # Its words are sealed with no key of ours: nothing is planned, what is owed ends.
        plan_texts(session, now=AT)
    with database.reading() as session:
        states = [row.state for row in session.exec(select(Invitation)).scalars()]  # type: ignore[call-overload]
    assert states.count("claimed") == 0
    assert states.count("expired") == 3
    database.engine.dispose()


def test_a_slot_may_be_booked_again_once_its_visit_is_cancelled(address: str) -> None:
    of_the_last_release(address)
    migrate(address)
    engine = engine_to(address)
    names = {index["name"] for index in inspect(engine).get_indexes("appointment")}
    assert "uq_appointment_time" in names
    engine.dispose()


def test_what_has_ended_does_not_begin_again_after_every_migration(address: str) -> None:
    # SQLite rebuilds a table to change it, and forgets its triggers: each is made anew.
    of_the_last_release(address)
    migrate(address)
    engine = engine_to(address)
    again = text("UPDATE invitation SET state = 'ready' WHERE state = 'suppressed'")
    with engine.begin() as connection, pytest.raises(DBAPIError, match="does not begin again"):
        connection.execute(again)
    engine.dispose()
