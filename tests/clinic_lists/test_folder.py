"""The watched folder: each whole file taken once, moved, and reported on."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from cast import AISHA, BIRMINGHAM, SAM
from factories import make_clinic
from lists import CODE, clinic_list, row
from sqlmodel import select

from app.appointments.models import Appointment
from app.clinic_lists.folder import Round, take_folder
from app.db import Database
from app.settings import Settings

LATER = 60


@pytest.fixture
def folder(tmp_path: Path, settings: Settings, database: Database) -> Path:
    path = tmp_path / "lists"
    path.mkdir()
    settings.clinic_list_folder = path
    with database.writing() as session:
        make_clinic(session, code=CODE)
    return path


def look(database: Database, settings: Settings, now: datetime, after: int = LATER) -> Round:
    return take_folder(database, settings, now=now, wall=time.time() + after)


def held(database: Database) -> int:
    with database.reading() as session:
        return len(session.exec(select(Appointment)).all())


def names(folder: Path, where: str) -> set[str]:
    return {file.name.split("-", 1)[-1] for file in (folder / where).iterdir()}


def test_a_good_file_is_saved_moved_and_reported(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    (folder / "night.csv").write_bytes(clinic_list(row(SAM), row(AISHA, clinic_code="?")))
    assert look(database, settings, now) == Round(saved=1, refused=0)
    assert held(database) == 1
    assert names(folder, "done") == {
        "night.csv", "night.csv.report.json", "night.csv.report.txt",
    }  # fmt: skip
    (report,) = (folder / "done").glob("*.report.json")
    facts = json.loads(report.read_text("utf-8"))
    assert (facts["new"], facts["rejected"], facts["saved"]) == (1, 1, True)
    assert facts["problems"][0]["code"] == "unknown_clinic"


def test_a_bad_file_is_refused_with_its_reason_and_changes_nothing(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    (folder / "night.csv").write_bytes(b"%PDF-1.7")
    assert look(database, settings, now) == Round(saved=0, refused=1)
    assert held(database) == 0
    (report,) = (folder / "refused").glob("*.report.txt")
    assert "a PDF" in report.read_text("utf-8")


def test_a_file_that_is_still_being_written_is_left(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    (folder / "night.csv").write_bytes(clinic_list(row(SAM)))
    assert look(database, settings, now, after=0) == Round()
    assert (folder / "night.csv").exists()


def test_the_same_file_each_night_changes_nothing_twice(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    for _ in range(2):
        (folder / "night.csv").write_bytes(clinic_list(row(SAM)))
        assert look(database, settings, now).saved == 1
    assert held(database) == 1
    assert len(list((folder / "done").glob("*night.csv"))) == 2


def test_two_schedulers_take_a_file_once(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    for count in range(6):
        (folder / f"night-{count}.csv").write_bytes(clinic_list(row(SAM)))
    with ThreadPoolExecutor(3) as pool:
        rounds = list(pool.map(lambda _: look(database, settings, now), range(3)))
    assert sum(each.saved for each in rounds) == 6
    assert held(database) == 1


def test_a_file_that_a_dead_process_left_is_taken_up_again(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    (folder / "taking").mkdir()
    left = folder / "taking" / f"{int(time.time())}~0a1b2c3d~night.csv"
    left.write_bytes(clinic_list(row(SAM)))
    assert look(database, settings, now) == Round()
    assert look(database, settings, now, after=3600) == Round(saved=1)


def test_a_list_of_very_many_new_visits_waits_for_a_person(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    settings.clinic_list_folder_most_new = 1
    (folder / "night.csv").write_bytes(clinic_list(row(SAM), row(AISHA)))
    assert look(database, settings, now) == Round(refused=1)
    assert held(database) == 0


def test_two_organisations_have_a_folder_each(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    with database.writing() as session:
        make_clinic(session, code="BHM-1", organisation_code=BIRMINGHAM)
    own = folder / BIRMINGHAM
    own.mkdir()
    (own / "night.csv").write_bytes(clinic_list(row(SAM, clinic_code="BHM-1")))
    (own / "wrong.csv").write_bytes(clinic_list(row(AISHA, clinic_code=CODE)))
    done = look(database, settings, now)
    assert done.saved == 2
    assert held(database) == 1
    assert "wrong.csv" in names(own, "done")


def test_links_and_hidden_files_are_never_followed(
    folder: Path, database: Database, settings: Settings, now: datetime, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere.csv").write_bytes(clinic_list(row(SAM)))
    os.symlink(tmp_path / "elsewhere.csv", folder / "link.csv")
    (folder / ".partial.csv").write_bytes(clinic_list(row(SAM)))
    assert look(database, settings, now) == Round()
    assert (tmp_path / "elsewhere.csv").exists()
