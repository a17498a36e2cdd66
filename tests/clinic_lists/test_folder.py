"""The watched folder: each whole file taken once, moved, and reported on in plain letters."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
from cast import AISHA, BIRMINGHAM, SAM
from factories import make_clinic
from lists import CODE, clinic_list, row
from sqlmodel import select

from app.appointments.models import Appointment, ClinicList
from app.clinic_lists.folder import Round, as_json, take_folder
from app.clinic_lists.folder_files import plain
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


def test_a_file_that_may_not_be_read_is_refused_with_what_to_do(
    folder: Path,
    database: Database,
    settings: Settings,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "night.csv").write_bytes(clinic_list(row(SAM)))
    with monkeypatch.context() as broken:
        broken.setattr("os.open", Mock(side_effect=PermissionError))
        assert look(database, settings, now) == Round(refused=1)
    (report,) = (folder / "refused").glob("*.report.txt")
    assert "Let it read what is dropped here" in report.read_text("utf-8")


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


def test_a_left_file_is_not_mistaken_for_the_same_list_of_the_night_before(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    (folder / "night.csv").write_bytes(clinic_list(row(SAM)))
    look(database, settings, now)
    tonight = now + timedelta(days=1)
    left = folder / "taking" / f"0~0a1b2c3d-0-{int(tonight.timestamp())}~night.csv"
    left.write_bytes(clinic_list(row(SAM)))
    assert look(database, settings, tonight) == Round(saved=1)
    with database.reading() as session:
        assert len(session.exec(select(ClinicList)).all()) == 2


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


def test_a_name_of_any_length_is_taken_once_and_stands_whole_in_the_report(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    long = ["n" * 226 + ".csv", "é" * 125 + ".csv", "n" * 255, "x." + "y" * 250]
    for name in long:
        (folder / name).write_bytes(clinic_list(row(SAM)))
    assert look(database, settings, now) == Round(saved=4)
    assert look(database, settings, now) == Round()
    reports = (folder / "done").glob("*.report.json")
    facts = [json.loads(report.read_text("utf-8")) for report in reports]
    assert {each["file"] for each in facts} == set(long)
    assert len([each for each in (folder / "done").iterdir() if each.suffix == ".csv"]) == 2
    assert list((folder / "taking").iterdir()) == []


def test_a_name_of_odd_bytes_is_shown_in_plain_letters(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    for name in (b"n\xe9w.csv", b"a\x1b[2J\nb.csv", "c\u202ecsv.exe".encode()):
        Path(os.fsdecode(bytes(folder) + b"/" + name)).write_bytes(clinic_list(row(SAM)))
    assert look(database, settings, now) == Round(saved=3)
    texts = "".join(each.read_text("utf-8") for each in (folder / "done").glob("*.report.txt"))
    assert "n\ufffdw.csv: 1 rows" in texts
    assert "a[U+001B][2J b.csv: 1 rows" in texts
    assert "c[U+202E]csv.exe: 1 rows" in texts
    assert all(each.name.isprintable() for each in (folder / "done").iterdir())


def test_no_cell_can_command_a_terminal_or_forge_a_line_of_the_report(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    forged = "\x9b2J\u202e\nRow 9 was saved"
    (folder / "night.csv").write_bytes(clinic_list(row(SAM, clinic_code=forged)))
    look(database, settings, now)
    reports = [*(folder / "done").glob("*.report.json"), *(folder / "done").glob("*.report.txt")]
    for report in reports:
        lines = report.read_text("utf-8").splitlines()
        assert all(line.isprintable() for line in lines)
        assert not any(line.startswith("Row 9") for line in lines)


def test_what_a_person_reads_keeps_its_letters_and_loses_what_hides() -> None:
    assert plain("Zoë Łukasz 'أحمد' 👩\u200d⚕") == "Zoë Łukasz 'أحمد' 👩\u200d⚕"
    assert plain("a\u2066b\u2028c\ufeffd\r\ne\x7f") == "a[U+2066]b[U+2028]c[U+FEFF]d  e[U+007F]"
    assert json.loads(as_json({"a": "\ud800\U000e0041\u009b"})) == {"a": "\ud800\U000e0041\u009b"}


def test_nothing_that_lies_in_done_is_overwritten(
    folder: Path, database: Database, settings: Settings, now: datetime
) -> None:
    (folder / "done").mkdir()
    at = f"{now:%Y%m%dT%H%M%S}"
    lie_there = {f"{at}-night.csv", f"{at}-2-night.csv.report.json", f"{at}-3-night.csv.report.txt"}
    for name in lie_there:
        (folder / "done" / name).write_text("mine")
    (folder / "night.csv").write_bytes(clinic_list(row(SAM)))
    (folder / "night.csv.report.json").write_bytes(b"%PDF-1.7")
    assert look(database, settings, now) == Round(saved=1, refused=1)
    for name in lie_there:
        assert (folder / "done" / name).read_text() == "mine"
    fourth = f"{at}-4-night.csv"
    reports = {f"{fourth}.report.json", f"{fourth}.report.txt"}
    assert {each.name for each in (folder / "done").iterdir()} == lie_there | reports | {fourth}
    assert (folder / "done" / fourth).read_bytes() == clinic_list(row(SAM))
    refused = folder / "refused" / f"{at}-night.csv.report.json"
    assert refused.read_bytes() == b"%PDF-1.7"


def test_links_and_hidden_files_are_never_followed(
    folder: Path, database: Database, settings: Settings, now: datetime, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere.csv").write_bytes(clinic_list(row(SAM)))
    os.symlink(tmp_path / "elsewhere.csv", folder / "link.csv")
    (folder / ".partial.csv").write_bytes(clinic_list(row(SAM)))
    assert look(database, settings, now) == Round()
    assert (tmp_path / "elsewhere.csv").exists()
