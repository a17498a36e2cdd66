"""From a terminal a clinic gets its people, and loses them."""

import shlex
from pathlib import Path

import pytest
from cast import ADMINISTRATOR, NOW
from click.testing import CliRunner
from factories import make_clinic, make_staff
from sqlmodel import col, select

from app.cli.main import main
from app.clinics.safety_people import SafetyPerson, without_net
from app.db import Database
from app.safeguarding.alerts import note_sent
from app.safeguarding.models import Alert
from app.settings import Settings


@pytest.fixture
def sqlite(
    sqlite_database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Database:
    """A database that the command opens too."""
    own = {
        "DATABASE_URL": sqlite_database.url.render_as_string(),
        "DEMO_MODE": "true",
    }
    for name, value in own.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    with sqlite_database.writing() as session:
        make_clinic(session, code="RIV", netted=False)
    return sqlite_database


def run(*words: str) -> str:
    done = CliRunner().invoke(main, ["clinic", *words])
    return f"{done.exit_code} {done.output}"


def tells(role: str, email: str = "a@riverside.example", mobile: str = "07700 900901") -> str:
    named = ("--name", "Somebody", "--email", email, "--mobile", mobile)
    return run("tells", "RIV", role, *named)


def test_a_clinic_gets_its_people_and_their_addresses_are_tested(sqlite: Database) -> None:
    for role in ("lead", "cover", "list"):
        assert tells(role, f"{role}@riverside.example").startswith("0 Named.")
    with sqlite.writing() as session:
        people = session.exec(select(SafetyPerson)).all()
        (clinic_id,) = {each.clinic_id for each in people if each.clinic_id}
        assert without_net(session, [clinic_id]) == {clinic_id}
        tests = session.exec(select(Alert)).all()
        assert [each.kind for each in tests] == ["test"] * 3
        for each in tests:
            note_sent(session, each.id, now=NOW)
        session.expire_all()
        assert without_net(session, [clinic_id]) == set()
    assert "not texted for" in run("has-left", "RIV", "lead")


def test_who_is_named_anew_takes_the_place_of_who_was(sqlite: Database) -> None:
    tells("lead", "first@riverside.example")
    tells("lead", "second@riverside.example")
    with sqlite.reading() as session:
        people = session.exec(select(SafetyPerson).order_by(col(SafetyPerson.id))).all()
        assert [each.left_at is None for each in people] == [False, True]


def test_lead_and_cover_of_a_clinic_are_two_people(sqlite: Database) -> None:
    tells("lead", "one@riverside.example")
    refused = tells("cover", "ONE@riverside.example")
    assert refused.startswith("2 Somebody is the safeguarding lead of RIV: lead")
    assert tells("list", "one@riverside.example").startswith("0 Named.")
    assert tells("list", "one@riverside.example").startswith("2 Somebody is on the list already")


def test_it_says_who_cannot_open_what_they_are_told_of_and_the_command_it_gives_puts_that_right(
    sqlite: Database,
) -> None:
    told = tells("lead")
    assert "No account here has this address" in told
    command = shlex.split(told.partition("To put that right: whatmatters ")[2])
    assert CliRunner().invoke(main, command).exit_code == 0
    assert "Their account opens concerns, and may close them." in tells("lead")
    with sqlite.writing() as session:
        make_staff(session, ADMINISTRATOR)
    told = tells("cover", ADMINISTRATOR.email)
    assert "Their account (Administrator) does not open concerns." in told
    command = shlex.split(told.partition("To put that right: whatmatters ")[2])
    assert CliRunner().invoke(main, command).exit_code == 0
    assert "To put that right" not in tells("cover", ADMINISTRATOR.email)


@pytest.mark.parametrize(("email", "mobile"), [("nobody", "07700 900901"), ("a@b.example", "12")])
def test_what_is_no_address_is_refused(sqlite: Database, email: str, mobile: str) -> None:
    assert tells("lead", email, mobile).startswith("2 That is no")
