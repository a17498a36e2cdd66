"""The watched folder in trouble: no file, folder or fault keeps the others waiting or is lost."""

import json
import os
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cast import AISHA, BIRMINGHAM, LONDON, SAM
from factories import make_clinic
from lists import CODE, clinic_list, row
from sqlalchemy.exc import OperationalError
from sqlmodel import select
from structlog.testing import capture_logs

from app.appointments.models import Appointment, ClinicList
from app.clinic_lists import folder as room
from app.clinic_lists.folder import Round, take_folder
from app.clinic_lists.folder_files import Claim, content_of
from app.clinic_lists.taking import take
from app.db import Database
from app.settings import Settings

MINUTE = 60
LEFT = 16 * MINUTE

Looking = Callable[[int], Round]


@pytest.fixture
def folder(tmp_path: Path, settings: Settings, database: Database) -> Path:
    path = tmp_path / "lists"
    path.mkdir()
    settings.clinic_list_folder = path
    with database.writing() as session:
        make_clinic(session, code=CODE)
        make_clinic(session, code="BHM-1", organisation_code=BIRMINGHAM)
    return path


@pytest.fixture
def look(database: Database, settings: Settings, now: datetime) -> Looking:
    """Look into the folder so many seconds from now."""
    start = time.time()
    return lambda after: take_folder(database, settings, now=now, wall=start + after)


def drop(folder: Path, name: str, content: bytes | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_bytes(clinic_list(row(SAM)) if content is None else content)
    return file


def held(database: Database, kind: type[Appointment] | type[ClinicList] = Appointment) -> int:
    with database.reading() as session:
        return len(session.exec(select(kind)).all())


def report_of(folder: Path, where: str) -> str:
    (report,) = (folder / where).glob("*.report.txt")
    return report.read_text("utf-8")


def raising(monkeypatch: pytest.MonkeyPatch, fault: BaseException, name: str = "") -> None:
    """Let the saving of every file, or of one, end in a fault."""

    def once(database: Database, upload: Any, *given: Any, **named: Any) -> Any:
        if upload.file_name.startswith(name):
            raise fault
        return take(database, upload, *given, **named)

    monkeypatch.setattr(room, "take", once)


def refuse(
    monkeypatch: pytest.MonkeyPatch, where: object, name: str, match: str, fault: OSError
) -> None:
    """Let one call of the operating system fail for paths that contain `match`."""
    true = getattr(where, name)

    def call(path: Any, *given: Any, **named: Any) -> Any:
        if match in str(given[0] if name == "rename" else path):
            raise fault
        return true(path, *given, **named)

    monkeypatch.setattr(where, name, call)


@pytest.mark.parametrize("fault", [ValueError("Sam Okafor"), MemoryError(), OSError("Sam Okafor")])
def test_one_poisoned_file_is_refused_and_the_others_are_saved(
    folder: Path,
    database: Database,
    look: Looking,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
) -> None:
    raising(monkeypatch, fault, "a Sam Okafor")
    drop(folder, "a Sam Okafor.csv")
    drop(folder, "b.csv")
    with capture_logs() as logs:
        assert look(MINUTE) == Round(saved=1, refused=1)
    said = report_of(folder, "refused")
    assert "The file could not be read. Nothing of it was saved. Open it in a spread" in said
    (line,) = [each for each in logs if each["event"] == "folder_file_not_read"]
    assert line["file"] in said
    assert "Okafor" not in str(logs)
    assert look(LEFT) == Round()


def test_a_file_that_ends_every_process_is_refused_the_third_time_it_is_left(
    folder: Path, database: Database, look: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "a" * 240 + ".csv"
    drop(folder, long, clinic_list(row(AISHA)))
    with monkeypatch.context() as broken:
        raising(broken, KeyboardInterrupt(), "a")
        for times in range(3):
            with pytest.raises(KeyboardInterrupt):
                look(MINUTE + times * LEFT)
            drop(folder, f"{times}.csv")
            assert look(2 * MINUTE + times * LEFT) == Round(saved=1)
    assert look(MINUTE + 3 * LEFT) == Round(refused=1)
    assert "the service tried it three times" in report_of(folder, "refused")
    assert list((folder / "taking").iterdir()) == []


def test_a_list_that_was_saved_before_its_process_ended_is_not_saved_again(
    folder: Path, database: Database, look: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(folder, "night.csv")
    with monkeypatch.context() as broken:
        broken.setattr(room, "leave", partial(_raise, KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            look(MINUTE)
    with capture_logs() as logs:
        assert look(2 * LEFT) == Round(saved=1)
    assert held(database, ClinicList) == 1
    assert "folder_list_saved_before" in [each["event"] for each in logs]
    assert ("folder_list_saved", True) in [(e["event"], e.get("changed_nothing")) for e in logs]
    assert "was not saved a second time" in report_of(folder, "done")


def test_a_list_of_another_organisation_does_not_pass_for_one_that_was_left(
    folder: Path, database: Database, look: Looking
) -> None:
    content = clinic_list(row(SAM), row(AISHA, clinic_code="BHM-1"))
    drop(folder / LONDON, "night.csv", content)
    assert look(MINUTE) == Round(saved=1)
    (folder / BIRMINGHAM).mkdir()
    drop(folder / BIRMINGHAM / "taking", "0~0a1b2c3d~night.csv", content)
    assert look(MINUTE) == Round(saved=1)
    assert (held(database), held(database, ClinicList)) == (2, 2)


def test_a_left_file_never_overwrites_the_one_that_came_after_it(
    folder: Path, database: Database, look: Looking
) -> None:
    drop(folder / "taking", f"{int(time.time())}~0a1b2c3d~night.csv")
    drop(folder, "night.csv", clinic_list(row(SAM), row(AISHA)))
    assert look(LEFT + MINUTE) == Round(saved=2)
    assert held(database) == 2
    assert len(list((folder / "done").glob("*night.csv"))) == 2


@pytest.mark.parametrize(
    "name",
    ["0~x", "²~a~x", "0~0a1b2c3d~", "1~zzzzzzzz~a.csv", "notes.txt", "9" * 30 + "~0a1b2c3d~x"],
)
def test_what_is_not_ours_in_taking_is_left_alone(folder: Path, look: Looking, name: str) -> None:
    lies = drop(folder / "taking", name)
    drop(folder, "night.csv")
    assert look(LEFT) == Round(saved=1)
    assert lies.exists()


def test_while_the_database_is_away_no_file_is_taken_or_refused(
    folder: Path, database: Database, look: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = OperationalError("", {}, Exception())
    drop(folder, "night.csv")
    with monkeypatch.context() as broken:
        broken.setattr(database, "reading", partial(_raise, away))
        for times in range(5):
            with pytest.raises(OperationalError):
                look(MINUTE + times * LEFT)
    assert (folder / "night.csv").exists()
    with monkeypatch.context() as broken:
        raising(broken, away)
        with pytest.raises(OperationalError):
            look(5 * LEFT)
    assert look(6 * LEFT + MINUTE) == Round(saved=1)


def _raise(fault: BaseException, *_: object, **__: object) -> None:
    raise fault


@pytest.mark.parametrize("name", ["taking", "done", "refused"])
@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_file_or_link_in_place_of_a_room_stops_that_folder_only(
    folder: Path, database: Database, look: Looking, tmp_path: Path, name: str, kind: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    drop(outside, f"{int(time.time())}~0a1b2c3d~night.csv")
    if kind == "file":
        drop(folder, name)
    else:
        (folder / name).symlink_to(outside)
    waits = drop(folder, "night.csv")
    drop(folder / BIRMINGHAM, "night.csv", clinic_list(row(AISHA, clinic_code="BHM-1")))
    with capture_logs() as logs:
        assert look(LEFT + MINUTE) == Round(saved=1)
    assert [e["place"] for e in logs if e["event"] == "folder_not_taken"] == [0]
    assert waits.exists()
    assert len(list(outside.iterdir())) == 1


@pytest.mark.parametrize("call", ["scandir", "access"])
def test_a_folder_without_permission_stops_itself_only_and_says_so_once(
    folder: Path, look: Looking, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    drop(folder / "AAA", "night.csv")
    drop(folder / "AAA", "other.csv")
    drop(folder, "night.csv")
    if call == "scandir":
        refuse(monkeypatch, os, "scandir", "AAA", PermissionError())
    else:
        monkeypatch.setattr(os, "access", lambda path, mode: "AAA" not in str(path))
    with capture_logs() as logs:
        assert look(MINUTE) == Round(saved=1)
    assert [e["place"] for e in logs if e["event"] == "folder_not_taken"] == [1]


def test_a_watched_folder_that_is_gone_is_said_and_harms_nothing(
    folder: Path, look: Looking
) -> None:
    folder.rmdir()
    with capture_logs() as logs:
        assert look(MINUTE) == Round()
    assert [each["event"] for each in logs] == ["folder_not_taken"]


@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_a_file_that_turns_into_a_pipe_or_a_link_is_refused_unread(
    folder: Path,
    look: Looking,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: str,
) -> None:
    secret = drop(tmp_path, "secret.csv")

    def too_late(claim: Claim, most: int) -> bytes:
        claim.path.unlink()
        os.mkfifo(claim.path) if kind == "pipe" else claim.path.symlink_to(secret)
        return content_of(claim, most)

    monkeypatch.setattr(room, "content_of", too_late)
    drop(folder, "night.csv")
    assert look(MINUTE) == Round(refused=1)
    assert "not an ordinary file" in report_of(folder, "refused")
    assert list((folder / "taking").iterdir()) == []


def test_a_list_whose_report_cannot_be_written_is_saved_and_moved(
    folder: Path, database: Database, look: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, Path, "open", "report.txt", OSError(28, "No space left"))
    drop(folder, "night.csv")
    with capture_logs() as logs:
        assert look(MINUTE) == Round(saved=1)
    assert "folder_report_not_written" in [each["event"] for each in logs]
    (moved,) = (folder / "done").iterdir()
    assert moved.read_bytes() == clinic_list(row(SAM))
    assert look(LEFT) == Round()


def test_a_saved_list_that_cannot_be_moved_is_never_saved_twice(
    folder: Path, database: Database, look: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(folder, "night.csv")
    with monkeypatch.context() as broken:
        refuse(broken, os, "rename", "done", OSError(28, "No space left"))
        for times in range(5):
            assert look(MINUTE + times * LEFT) == Round(saved=1)
            assert list((folder / "done").iterdir()) == []
    assert look(MINUTE + 5 * LEFT) == Round(saved=1)
    assert held(database, ClinicList) == 1
    (report,) = (folder / "done").glob("*.report.json")
    facts = json.loads(report.read_text("utf-8"))
    assert (facts["file"], facts["saved"], facts["changed_nothing"]) == ("night.csv", True, True)
