"""The benchmarks themselves run to their end, on short lists; how fast it is, `make bench` says."""

import pytest

from app.appointments.models import Appointment
from app.people.models import YoungPerson
from benchmarks import concerns, history, inbound, posting, reading, saving, sending, ticking
from benchmarks.databases import both_kinds, count_of
from benchmarks.material import rows
from benchmarks.past import fill

KINDS = ("sqlite", "postgresql")


def test_rows_of_different_people_never_meet() -> None:
    first, second = list(rows(300, seed=1)), list(rows(300, seed=2, before=300))
    for column in (0, 4, 10):
        assert len({row[column] for row in (*first, *second)}) == 600


def test_reading_is_measured_beside_the_plain_loops(capsys: pytest.CaptureFixture[str]) -> None:
    reading.main(2_000)
    printed = capsys.readouterr().out
    for kind in ("csv", "xlsx"):
        assert f"plain loop, {kind}" in printed
        assert f"all checks, {kind}" in printed


def test_saving_is_measured_on_both_databases(capsys: pytest.CaptureFixture[str]) -> None:
    # That every visit and person is really there is asked of each database on the way.
    assert saving.main(500)
    lines = capsys.readouterr().out.splitlines()
    for kind in KINDS:
        plain, ours = (line for line in lines if line.startswith(kind))
        assert "add_all" in plain
        assert "500 new visits uploaded in" in ours


def test_history_is_measured_on_both_databases(capsys: pytest.CaptureFixture[str]) -> None:
    history.main(20_000, rows=100, turns=1)
    lines = capsys.readouterr().out.splitlines()
    for kind in KINDS:
        past, new, moved = (line for line in lines if line.startswith(kind))
        assert "20,000 past visits written" in past
        assert "100 new visits imported in" in new
        assert "100 moved visits imported in" in moved


def test_the_past_keeps_the_rules_of_every_table() -> None:
    with both_kinds() as kinds:
        database = kinds["sqlite"]("past")
        fill(database, 2_000)
        with database.reading() as session:
            broken = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
        assert broken == []
        assert count_of(database, Appointment.id) == 2_000
        assert count_of(database, YoungPerson.id) == 200


@pytest.mark.timeout(400)
def test_sending_is_measured_on_both_databases_and_never_texts_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # That each text came exactly once is asked of the provider on the way.
    sending.main(150, turns=1)
    first, *lines = capsys.readouterr().out.splitlines()
    assert first.startswith("SDK alone")
    assert [line.partition(" ")[0] for line in lines] == ["sqlite", "postgresql", "postgresql"]
    assert "by one process" in lines[1]
    assert "by two processes, each text once" in lines[2]


@pytest.mark.timeout(400)
def test_a_tick_with_nothing_due_does_not_look_at_what_was(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticking, "MOST_TIMES", 2.0)
    met = ticking.main(100_000, turns=9)
    printed = capsys.readouterr().out
    assert met, printed
    for kind in KINDS:
        written, idle, claiming = (line for line in printed.splitlines() if line.startswith(kind))
        assert "100,000 past texts written" in written
        assert "a tick with nothing due" in idle
        assert "claiming 100 of 200 due" in claiming


@pytest.mark.timeout(400)
def test_replies_are_measured_beside_the_barest_route(capsys: pytest.CaptureFixture[str]) -> None:
    # That every reply is kept, matched and read is asked of each database on the way.
    inbound.main(seconds=1, turns=1, people=200)
    printed = capsys.readouterr().out
    if printed.startswith(posting.ADVICE):
        return
    for kind in KINDS:
        share, alone = (line for line in printed.splitlines() if line.startswith(kind))
        assert "bare route" in share
        assert "at 100 a second" in alone


@pytest.mark.timeout(400)
def test_what_must_not_wait_is_answered_and_told_of_on_both_databases(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # That each was answered with where help is, and that a mail about each came, is asked there.
    concerns.main(texts=6, a_second=3.0, tick=2)
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == list(KINDS)
    assert all("the lead's mail taken after p50" in line for line in lines)
