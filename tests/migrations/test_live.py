"""Fault 84: a database is brought up to date while it is used, and when that is broken off."""

import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from alembic.script import ScriptDirectory
from migrations.last_release import AT, ROWS, of_the_last_release, write
from migrations.test_data import everything
from sqlalchemy import Engine, MetaData, text
from sqlalchemy.exc import DBAPIError

from app.db import engine_to
from app.migrations.run import FOLDER, migrate, pending

ROOT = Path(__file__).parents[2]
# What the web process of the last release writes when a phone or the provider calls it.
FROM_OUTSIDE = ("reply", "receipt")


def as_before(engine: Engine) -> MetaData:
    """Return the tables as the last release knows them."""
    old = MetaData()
    with engine.connect() as connection:
        old.reflect(connection)
    return old


def one_more(table: str, place: int) -> dict[str, Any]:
    """Make another row of a table, like the one that is there."""
    other = {"id": UUID(int=10_000 + place), "provider_sid": f"SM{table}{place}"}
    return ROWS[table][0] | other


def test_fault_84_there_is_one_line_of_migrations_with_one_end() -> None:
    script = ScriptDirectory(str(FOLDER))
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1


def test_fault_84_nothing_that_comes_while_it_migrates_is_lost(address: str) -> None:
    of_the_last_release(address)
    engine = engine_to(address)
    old, over = as_before(engine), threading.Event()
    kept, refused = Counter[str](), list[str]()

    def come(table: str) -> None:
        place = 0
        while not over.is_set():
            place += 1
            try:
                with engine.begin() as connection:
                    write(connection, old, table, one_more(table, place))
                kept[table] += 1
            except DBAPIError as fault:
                refused.append(str(fault))
            time.sleep(0.002)

    with ThreadPoolExecutor(2) as outside:
        coming = [outside.submit(come, table) for table in FROM_OUTSIDE]
        wait_for(kept, 3)
        migrate(address)
        wait_for(kept, 3 + max(kept.values()))
        over.set()
        for each in coming:
            each.result(30)
    assert refused == []
    after = everything(engine)
    assert {table: len(after[table]) - 1 for table in FROM_OUTSIDE} == kept
    engine.dispose()


def wait_for(kept: Counter[str], enough: int) -> None:
    """Wait until so much has come in at each door."""
    ends = time.monotonic() + 30
    while min(kept[table] for table in FROM_OUTSIDE) < enough:
        assert time.monotonic() < ends, "nothing comes any more"
        time.sleep(0.01)


@pytest.mark.parametrize("table", [*FROM_OUTSIDE, "heartbeat", "audit_event"])
def test_fault_84_the_last_release_goes_on_taking_what_comes_from_outside(
    address: str, table: str
) -> None:
    of_the_last_release(address)
    engine = engine_to(address)
    old = as_before(engine)
    migrate(address)
    others = {
        "heartbeat": {"process": "web", "beat_at": AT},
        "audit_event": {"id": UUID(int=9), "place": 2, "hash": b"other"},
    }
    row = one_more(table, 1) if table in FROM_OUTSIDE else ROWS[table][0] | others[table]
    with engine.begin() as connection:
        write(connection, old, table, row)
    engine.dispose()


def test_fault_84_killed_half_way_it_leaves_the_last_release_and_runs_again(address: str) -> None:
    of_the_last_release(address)
    engine = engine_to(address)
    before = everything(engine)
    line = [sys.executable, "-m", "migrations.killed", address]
    place = {"PYTHONPATH": f"{ROOT / 'tests'}:{ROOT}", "PATH": "/usr/bin:/bin"}
    assert subprocess.run(line, env=place, check=False, capture_output=True).returncode == 137
    assert pending(engine)
    assert everything(engine) == before
    migrate(address)
    assert not pending(engine)
    migrate(address)
    after = everything(engine)
    assert {table: len(after[table]) for table in before} == {
        table: len(rows) for table, rows in before.items()
    }
    engine.dispose()


def test_fault_84_an_empty_database_comes_as_far_as_one_with_rows(address: str) -> None:
    migrate(address)
    engine = engine_to(address)
    assert not pending(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM invitation")).scalar() == 0
    engine.dispose()
