"""From a terminal an organisation has words bring nothing forward, with its reason, and back."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli.main import main
from app.db import Database
from app.safeguarding.switching import off_since

ORGANISATION = "XLD01"


@pytest.fixture
def sqlite(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Database:
    """A database that the command opens too."""
    monkeypatch.setenv("DATABASE_URL", sqlite_database.url.render_as_string())
    monkeypatch.setenv("DEMO_MODE", "true")
    monkeypatch.chdir(tmp_path)
    return sqlite_database


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(words))
    return done.exit_code, done.output


def test_words_are_switched_off_with_a_reason_and_on_again(sqlite: Database) -> None:
    code, told = run("words-off", ORGANISATION, "--reason", "our board has not agreed yet")
    assert code == 0
    assert "People still read each" in told
    with sqlite.reading() as session:
        off = off_since(session, ORGANISATION)
    assert off is not None
    assert off.reason == "our board has not agreed yet"
    code, told = run("words-on", ORGANISATION)
    assert (code, "our board has not agreed yet" in told) == (0, True)
    with sqlite.reading() as session:
        assert off_since(session, ORGANISATION) is None


@pytest.mark.parametrize("reason", ["", "   ", "x" * 401])
def test_without_a_reason_that_can_be_kept_nothing_is_switched(
    sqlite: Database, reason: str
) -> None:
    assert run("words-off", ORGANISATION, "--reason", reason)[0] != 0
    with sqlite.reading() as session:
        assert off_since(session, ORGANISATION) is None


def test_what_is_so_already_is_said(sqlite: Database) -> None:
    assert run("words-on", ORGANISATION)[0] != 0
    run("words-off", ORGANISATION, "--reason", "trial")
    assert "already" in run("words-off", ORGANISATION, "--reason", "again")[1]
