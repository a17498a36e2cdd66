"""The trail of who did what: written inside the change, whole, and unalterable unseen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import UUID

import pytest
from cast import NOW
from sqlmodel import Session, col, delete, select, update

from app.audit.models import AuditEvent
from app.audit.trail import NOTHING_BEFORE, faults_in, record
from app.db import Database

BY = "command line"


@pytest.fixture
def three(database: Database) -> Database:
    """A database with three things done."""
    for place in range(1, 4):
        with database.writing() as session:
            record(session, "clinic_added", by=BY, now=NOW, subject=f"clinic:{place}", rows=place)
    return database


def trail(session: Session) -> list[AuditEvent]:
    return list(session.exec(select(AuditEvent).order_by(col(AuditEvent.place))))


def record_and_fail(session: Session) -> None:
    record(session, "clinic_added", by=BY, now=NOW)
    raise RuntimeError("half way")


def faults(database: Database) -> list[int]:
    with database.reading() as session:
        return list(faults_in(session))


def test_the_trail_says_who_did_what_to_what_and_when(three: Database) -> None:
    with three.reading() as session:
        last = trail(session)[-1]
    assert (last.by, last.action, last.subject) == (BY, "clinic_added", "clinic:3")
    assert (last.at, last.details, last.place) == (NOW, {"rows": 3}, 3)


def test_each_row_follows_the_one_before(three: Database) -> None:
    with three.reading() as session:
        rows = trail(session)
    assert [row.previous_hash for row in rows] == [NOTHING_BEFORE, rows[0].hash, rows[1].hash]
    assert faults(three) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"by": "staff:somebody else"},
        {"action": "nothing"},
        {"subject": "clinic:9"},
        {"details": {"rows": 9}},
        {"at": datetime.fromisoformat("2026-05-06T15:30:01+00:00")},
        {"hash": bytes(32)},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_row_that_was_altered_is_found(three: Database, changed: dict[str, object]) -> None:
    with three.writing() as session:
        session.exec(update(AuditEvent).where(col(AuditEvent.place) == 2).values(**changed))
    assert 2 in faults(three)


def test_a_row_that_was_removed_is_found(three: Database) -> None:
    with three.writing() as session:
        session.exec(delete(AuditEvent).where(col(AuditEvent.place) == 2))
    assert faults(three) == [3]


def test_what_is_undone_leaves_no_trace_on_the_trail(three: Database) -> None:
    with pytest.raises(RuntimeError, match="half way"), three.writing() as session:
        record_and_fail(session)
    with three.reading() as session:
        assert len(trail(session)) == 3
    assert faults(three) == []


def test_many_who_write_at_once_make_one_whole_trail(database: Database) -> None:
    def write(place: int) -> None:
        with database.writing() as session:
            record(session, "page_opened", by=f"staff:{UUID(int=place)}", now=NOW)

    with ThreadPoolExecutor(8) as everybody:
        list(everybody.map(write, range(40)))
    with database.reading() as session:
        assert len(trail(session)) == 40
    assert faults(database) == []
