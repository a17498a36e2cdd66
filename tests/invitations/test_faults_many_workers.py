"""Fault 13: many workers, as threads and as processes of their own; each text goes once."""

import os
import threading
from collections import Counter
from pathlib import Path

import pytest
from cast import SAM, Cast
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import VISIT, Hands, Recording
from sqlmodel import col, func, select

from app.db import Database
from app.invitations.dispatch import plan_due, send_ready
from app.invitations.models import Invitation
from app.settings import Settings
from app.sms.gateway import Outcome, Text

TEXTS = 2000
THREADS, PROCESSES = 4, 4
# SQLite lets one write at a time, and whoever waits is not served in turn.
PATIENCE = 90.0


class Noting(Recording):
    """A gateway that writes down whom it texted, for all workers together."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def send(self, text: Text) -> Outcome:
        """Add one line, whole, whoever else is writing."""
        line = f"{text.callback} {os.getpid()}\n".encode()
        with self.path.open("ab", buffering=0) as file:
            file.write(line)
        return self._accept(text)


@pytest.fixture
def many(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        for place in range(TEXTS):
            who = Cast("Sam", "A", f"99900{place:05}", SAM.date_of_birth, f"+4477009{place:05}")
            make_appointment(session, clinic, make_person(session, who), starts_at=VISIT)


def test_fault_13_eight_workers_over_two_thousand_texts_send_each_once(
    database: Database, settings: Settings, clock: Hands, many: None, tmp_path: Path
) -> None:
    quick = settings.model_copy(
        update={"sender_rate": 1000.0, "most_per_clinic_an_hour": 2 * TEXTS}
    )
    plan_due(database, quick, clock)
    path = tmp_path / "sent.txt"
    address = database.url.render_as_string(hide_password=False)

    def work() -> None:
        own = Database(address, quick.vault(), PATIENCE)
        send_ready(own, Noting(path), quick, clock)
        own.engine.dispose()

    children = [start(work) for _ in range(PROCESSES)]
    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    lines = [line.split() for line in path.read_text().splitlines()]
    went = Counter(callback for callback, _ in lines)
    assert (len(went), max(went.values())) == (TEXTS, 1)
    assert len({worker for _, worker in lines}) > 1
    with database.reading() as session:
        question = select(func.count()).where(
            Invitation.state == "accepted", Invitation.tries == 1, col(Invitation.attempt) >= 1
        )
        assert session.exec(question).one() == TEXTS


def start(work: object) -> int:
    """Do some work in a process of its own, and do not wait for it."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()  # type: ignore[operator]
            status = 0
        finally:
            os._exit(status)
    return child
