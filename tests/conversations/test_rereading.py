"""With newer rules what is unsettled is read anew; what staff have settled stays as it was."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from cast import AISHA, SAM, ZOE
from click.testing import CliRunner
from conversations.conftest import Asked, TextIn
from conversations.staffed import reach, replies
from conversations.test_by_hand import on_sheet, put
from sqlalchemy import update
from sqlmodel import select

from app.cli import replies as command
from app.cli.main import main
from app.conversations import read_anew, rereading
from app.conversations.models import Reading, Reply
from app.conversations.reading import RULES, Read
from app.conversations.rereading import Reread, reread
from app.conversations.told import Priority
from app.conversations.triage import mark_read
from app.db import Database
from app.factory import Service
from app.invitations.models import Invitation
from app.settings import Settings
from app.sms.choose import gateway_for

NEWER = "9999-01"


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that are newer, and read each conversation as one thing."""

    def read(texts: list[str]) -> Read:
        whole = texts[0]
        return Read([Priority(whole, 0, 0, len(whole), "newer")], [], "high")

    for module in (rereading, read_anew):
        monkeypatch.setattr(module, "RULES", NEWER)
    monkeypatch.setattr(read_anew, "read", read)


def readings(database: Database, visit: UUID) -> list[str]:
    with database.reading() as session:
        found = session.exec(select(Reading).where(Reading.appointment_id == visit))
        return [each.rules for each in sorted(found, key=lambda each: each.made_at)]


@pytest.fixture
def three(database: Database, asked: Asked, text_in: TextIn, now: datetime) -> list[UUID]:
    """Three conversations: one that nobody has read, one half read, one settled."""
    visits = []
    for who in (SAM, AISHA, ZOE):
        visits.append(asked(who))
        text_in("sleep and school", who.mobile or "")
        text_in("pain", who.mobile or "")
    found = replies(database)
    with database.writing() as session:
        for reply in (found[2], found[4], found[5]):
            mark_read(session, reach(session), reply.id, reason="told", by="staff:1", now=now)
    return visits


@pytest.mark.usefixtures("newer")
def test_a_settled_conversation_is_left_and_the_others_gain_a_reading(
    database: Database, three: list[UUID], now: datetime
) -> None:
    kept = [(each.read_by, each.matched, each.answer_kind) for each in replies(database)]
    asks = outbox(database)
    assert reread(database, lambda: now, dry_run=True) == Reread(changed=2, settled=1)
    assert [readings(database, each) for each in three] == [[RULES, RULES]] * 3
    assert reread(database, lambda: now) == Reread(changed=2, settled=1)
    new, half, settled = three
    for visit in (new, half):
        assert readings(database, visit) == [RULES, RULES, NEWER]
        assert on_sheet(database, visit)[0] == ["sleep and school"]
    assert readings(database, settled) == [RULES, RULES]
    assert on_sheet(database, settled)[0] == ["sleep", "school", "pain"]
    # Once is enough, and nothing else has changed: no answer, no placement, no mark of a reader.
    assert reread(database, lambda: now) == Reread(settled=1)
    after = [(each.read_by, each.matched, each.answer_kind) for each in replies(database)]
    assert (after, outbox(database)) == (kept, asks)


def outbox(database: Database) -> list[tuple[UUID, str]]:
    with database.reading() as session:
        return sorted((row.id, row.state) for row in session.exec(select(Invitation)))


@pytest.mark.usefixtures("newer")
def test_what_a_person_has_placed_stays_where_they_put_it(
    database: Database, asked: Asked, text_in: TextIn, now: datetime
) -> None:
    visit = asked(SAM)
    text_in("its sam new phone. sleep", "+447700900777")
    (reply,) = replies(database)
    put(database, reply.id, visit)
    with database.writing() as session:
        session.connection().execute(update(Reading).values(rules="2026-01"))
    assert reread(database, lambda: now).same == 1
    (after,) = replies(database)
    assert (after.matched, after.appointment_id, after.placed_by) == ("placed", visit, "staff:1")


def test_what_reads_the_same_is_noted_as_read_with_the_newer_rules(
    database: Database, three: list[UUID], now: datetime
) -> None:
    with database.writing() as session:
        session.connection().execute(update(Reading).values(rules="2026-01"))
    assert reread(database, lambda: now) == Reread(same=2, settled=1)
    assert readings(database, three[0])[-1] == RULES
    assert reread(database, lambda: now) == Reread(settled=1)


def test_one_that_cannot_be_read_stops_no_other(
    database: Database, three: list[UUID], now: datetime
) -> None:
    with database.writing() as session:
        session.connection().execute(update(Reading).values(rules="2026-01"))
        broken = session.get_one(Reply, replies(database)[0].id)
        broken.body_sealed = b"\x01broken"
        session.add(broken)
    assert reread(database, lambda: now) == Reread(same=1, settled=1, failed=1)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--dry-run"], "would be read anew"),
        ([], "Settled, left: 1."),
    ],
)
def test_the_command_says_what_came_of_it(
    database: Database,
    settings: Settings,
    three: list[UUID],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    says: str,
) -> None:
    with database.writing() as session:
        session.connection().execute(update(Reading).values(rules="2026-01"))
    clock: Callable[[], datetime] = lambda: now  # noqa: E731
    opened = Service(settings, database, clock, gateway_for(settings, database, clock))
    monkeypatch.setattr(command, "service", lambda: opened)
    result = CliRunner().invoke(main, ["reread", *arguments])
    assert (result.exit_code, says in result.output) == (0, True), result.output
    assert "something else now: 0." in result.output
