"""Two texts at one moment hide nothing of each other; a power cut undoes nothing that counts."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from cast import NOW, SAM
from conversations.conftest import Asked, TextIn
from conversations.opted import stopped
from factories import make_appointment, make_ask
from sqlalchemy import Connection, event, update
from sqlmodel import Session, func, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations import intake, understanding
from app.conversations.intake import A_WEBHOOK_LIVES, Inbound, take_in, understand_waiting
from app.conversations.kept import Kept, keep
from app.conversations.models import Reading, Reply
from app.conversations.queries import readings_of
from app.conversations.reading import Read
from app.conversations.understanding import read_alone, understand
from app.db import Database, vault_of
from app.heartbeat import beat
from app.invitations.models import Invitation
from app.invitations.queries import sent_to
from app.people.models import YoungPerson

TIMES = 20
# Each pair of texts is about another place, so that none says the same again.
TOWNS = ("Leeds", "Bath", "Hull", "Derby", "Poole")
PLACES = [f"{side} {town}" for side in ("North", "South", "East", "West") for town in TOWNS]
LATER = NOW + A_WEBHOOK_LIVES
WAITS = {"sqlite": "PRAGMA synchronous", "postgresql": "SHOW synchronous_commit"}


def text_from(place: int, body: str) -> Inbound:
    return Inbound(f"SM{place:032x}", SAM.mobile or "", body, 0, [("Body", body)])


def kept(session: Session, inbound: Inbound, came_at: datetime) -> Kept | None:
    return keep(session.connection(), vault_of(session), inbound, came_at)


def asked_again(database: Database, visit: UUID, days: int) -> UUID:
    """Store another visit of the same young person, so many days later, asked about since."""
    with database.writing() as session:
        before = session.get_one(Appointment, visit)
        person = session.get_one(YoungPerson, before.young_person_id)
        clinic = session.get_one(Clinic, before.clinic_id)
        starts_at = before.starts_at + timedelta(days=days)
        another = make_appointment(session, clinic, person, starts_at=starts_at)
        make_ask(session, another, sent_at=NOW - timedelta(minutes=50 - days))
        return another.id


def readings(database: Database) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(Reading)).one()


def both(*works: Callable[[], object]) -> list[object]:
    """Do things at the same moment; return what each came to."""
    together = threading.Barrier(len(works))

    def one(work: Callable[[], object]) -> object:
        together.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result(60) for done in [pool.submit(one, work) for work in works]]


@contextmanager
def waits_at_commits(database: Database) -> Iterator[list[bool]]:
    """Note for each commit whether it waits for the disk, as each does in life."""
    found: list[bool] = []
    kind = database.url.get_backend_name()

    def patient(driver: Any, _record: Any) -> None:
        driver.execute("PRAGMA synchronous=2" if kind == "sqlite" else "SET synchronous_commit=on")
        if kind != "sqlite":
            driver.commit()

    def note(connection: Connection) -> None:
        (waits,) = connection.exec_driver_sql(WAITS[kind]).one()
        found.append(waits in (2, "on"))

    database.engine.dispose()
    listening: list[tuple[Any, str, Any]] = [
        (database.engine.pool, "connect", patient),
        (database.engine, "commit", note),
    ]
    for target, name, heard in listening:
        event.listen(target, name, heard)
    yield found
    for target, name, heard in listening:
        event.remove(target, name, heard)
    database.engine.dispose()


def test_two_texts_at_the_same_moment_are_read_together(database: Database, asked: Asked) -> None:
    first = asked()
    for place in range(TIMES):
        visit = asked_again(database, first, place) if place else first
        words = [f"college in {PLACES[place]}", f"moving to {PLACES[place]}"]
        texts = [text_from(2 * place + which, body) for which, body in enumerate(words)]
        answers = both(*[partial(take_in, database, each, now=NOW) for each in texts])
        assert len([each for each in answers if each]) == max(0, min(2, 3 - 2 * place))
        with database.reading() as session:
            reading = readings_of(session, [visit])[visit]
        assert sorted(reading.priorities) == words


def test_a_reply_that_two_processes_take_up_is_understood_by_one(
    database: Database, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked()

    def cut_off(*_: object, **__: object) -> None:
        raise ConnectionError

    for place in range(TIMES):
        monkeypatch.setattr(intake, "understand", cut_off)
        assert take_in(database, text_from(place, f"thing {place}"), now=NOW) is None
        monkeypatch.undo()
        both(*[lambda: understand_waiting(database, now=LATER)] * 2)
        assert readings(database) == place + 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_who_comes_second_gives_the_answer_of_who_came_first(
    database: Database, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked()

    def meanwhile(session: Any, number_key: bytes) -> Any:
        monkeypatch.undo()
        # Another process that did not wait for this one.
        monkeypatch.setattr(understanding, "hold_phones", lambda *_: None)
        intake._take_up(database, text_from(1, "").sid, NOW, answers=True)
        return sent_to(session, number_key)

    monkeypatch.setattr(understanding, "sent_to", meanwhile)
    assert "Thanks" in str(take_in(database, text_from(1, "sleep"), now=NOW))
    assert readings(database) == 1
    with database.reading() as session:
        assert session.exec(select(Reply)).one().answer_kind == "noted"


@pytest.mark.parametrize(
    ("body", "waits"),
    [
        ("my knee and college", [True, False]),
        ("thanks", [True, False]),
        ("cancel", [True, True]),
        ("STOP", [True, True]),
        ("my knee. please stop texting me", [True, True]),
        ("wrong number", [True, True]),
        ("START", [True, True]),
        ("HELP", [True, True]),
    ],
)
def test_words_and_what_they_ask_for_survive_a_power_cut_and_only_their_reading_may_be_made_again(
    database: Database, asked: Asked, body: str, waits: list[bool]
) -> None:
    asked()
    with waits_at_commits(database) as found:
        take_in(database, text_from(1, body), now=NOW)
        assert found == waits
        # Whoever has the connection next waits again.
        with database.writing() as session:
            beat(session, "another", now=NOW)
    assert found[len(waits) :] == [True]


def test_a_stop_is_there_once_although_it_was_begun_twice(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "<Message>" in text_in("STOP").text
    assert stopped(database) == (True, 1)


def test_the_same_words_about_another_visit_are_no_echo(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    first = asked()
    text_in("my knee hurts")
    second = asked_again(database, first, 1)
    text_in("my knee hurts")
    text_in("my knee hurts")
    with database.reading() as session:
        found = readings_of(session, [first, second])
    assert [found[visit].priorities for visit in (first, second)] == [["my knee hurts"]] * 2
    # The second text may be about either visit, so that both are read anew.
    assert readings(database) == 3


def test_who_waited_for_another_makes_the_newer_reading_whenever_their_text_came(
    database: Database, asked: Asked
) -> None:
    visit = asked()
    late = NOW + timedelta(milliseconds=3)
    with database.writing() as session:
        first = kept(session, text_from(1, "my knee hurts"), NOW)
        second = kept(session, text_from(2, "college stress"), late)
    assert first is not None
    assert second is not None
    for reply in (second, first):
        with database.writing() as session:
            understand(session, reply, read_alone(reply), now=reply.received_at, answers=True)
    with database.reading() as session:
        found = readings_of(session, [visit])[visit]
    assert found.priorities == ["my knee hurts", "college stress"]


def test_a_stop_behind_many_that_cannot_be_understood_is_obeyed(
    database: Database, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked()
    with database.writing() as session:
        for place in range(120):
            kept(session, text_from(place, f"thing {place}"), NOW - timedelta(minutes=5))
        kept(session, text_from(120, "STOP"), NOW - timedelta(minutes=1))

    def only_stops(session: Any, reply: Kept, here: Read, **given: Any) -> str | None:
        if reply.body != "STOP":
            raise RuntimeError
        return understand(session, reply, here, **given)

    monkeypatch.setattr(intake, "understand", only_stops)
    assert understand_waiting(database, now=NOW) == 1
    assert stopped(database) == (True, 1)


def test_a_stop_is_obeyed_although_words_of_ours_do_not_open_any_more(
    database: Database, asked: Asked
) -> None:
    asked()
    with database.writing() as session:
        session.connection().execute(update(Invitation).values(body_sealed=b"spoiled"))
    assert take_in(database, text_from(1, "STOP"), now=NOW)
    assert stopped(database) == (True, 1)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_connection_whose_commit_failed_is_nobodys_any_more(database: Database) -> None:
    class NoMoreDisk(Exception):
        """The commit fails and leaves its transaction open."""

    def fail(*_: Any) -> None:
        raise NoMoreDisk

    with database.engine.connect() as connection:
        spoiled = connection.connection.dbapi_connection
        event.listen(database.engine, "commit", fail)
        try:
            with pytest.raises(NoMoreDisk), database.redoing(connection) as session:
                beat(session, "another", now=NOW)
        finally:
            event.remove(database.engine, "commit", fail)
    with database.engine.connect() as connection:
        assert connection.connection.dbapi_connection is not spoiled or (
            connection.exec_driver_sql(WAITS["sqlite"]).scalar() != 1
        )
