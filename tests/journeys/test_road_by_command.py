"""The whole road by commands only: a clinic list becomes texts, a reply becomes a clinic sheet."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("whatmatters")
DATABASE = "road.sqlite3"
TUESDAY = 2
# The demo's clock only goes forward, so the road lies ahead of whatever today is.
_SOON = date.today() + timedelta(days=21)  # noqa: DTZ011
DAY = _SOON + timedelta(days=(TUESDAY - _SOON.isoweekday()) % 7)
ASK_DAY = DAY - timedelta(days=4)
HEADINGS = (
    "NHS number,First name,Last name,Date of birth,Mobile,"
    "Appointment date,Appointment time,Clinic code,Appointment ID,Status\n"
)
SAM_BORN, AISHA_BORN = f"14/03/{DAY.year - 16}", f"02/11/{DAY.year - 18}"
SAM = f"999 000 1006,Sam,Okafor,{SAM_BORN},07700 900101,{DAY:%d/%m/%Y},09:30,RIV-TUE,A-1,\n"
AISHA = f"999 000 1014,Aisha,Begum,{AISHA_BORN},07700 900102,{DAY:%d/%m/%Y},09:50,RIV-TUE,A-2,\n"
BROKEN = f"999 000 1015,Leo,Abbott,{SAM_BORN},020 7946 0011,{DAY:%d/%m/%Y},25:00,RIV-TUE,A-3,\n"

Run = Callable[..., subprocess.CompletedProcess[str]]


def commands(folder: Path) -> Run:
    """The command as a person runs it, in demo mode, on the database of a folder."""
    environment = {
        "PATH": os.environ["PATH"],
        "DEMO_MODE": "true",
        "DATABASE_URL": f"sqlite:///{folder}/{DATABASE}",
    }

    def command(*words: str, expect: int = 0, given: str = "") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [COMMAND, *words],
            cwd=folder,
            env=environment,
            input=given,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == expect, f"{words}: {done.stdout}{done.stderr}"
        return done

    return command


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return commands(tmp_path)


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic with one clinic admin, and a clock three days before the texts go out."""
    folder = tmp_path_factory.mktemp("set_up")
    run = commands(folder)
    run("migrate")
    where = ("--organisation", "XLD01")
    desk = ("--desk-phone", "020 7946 0011", "--concerns-email", "concerns@hospital.example")
    run("clinic", "add", "RIV-TUE", *where, "--name", "Riverside Hospital", *desk)
    who = ("--name", "Pat Lindqvist", "--role", "clinic_admin", *where, "--clinic", "RIV-TUE")
    run("staff", "add", "admin@riverside.example", *who)
    run("clock", f"{ASK_DAY - timedelta(days=3)} 09:00")
    return folder


@pytest.fixture
def clinic(run: Run, set_up: Path, tmp_path: Path) -> Run:
    """Run the command on that clinic, in a copy of what was set up once."""
    for file in set_up.glob(f"{DATABASE}*"):
        shutil.copy(file, tmp_path)
    return run


def listed(tmp_path: Path, *rows: str) -> str:
    file = tmp_path / "list.csv"
    file.write_text(HEADINGS + "".join(rows))
    return str(file)


def sheet(run: Run) -> dict[str, dict[str, object]]:
    said = json.loads(run("clinic-sheet", "RIV-TUE", str(DAY), "--format", "json").stdout)
    return {line["name"]: line for line in said["appointments"]}


def test_a_list_becomes_texts_and_a_reply_becomes_a_line_on_the_sheet(
    clinic: Run, tmp_path: Path
) -> None:
    checked = clinic(
        "clinic-list", "check", listed(tmp_path, SAM, AISHA, BROKEN), "--json", expect=1
    )
    assert {problem["heading"] for problem in json.loads(checked.stdout)["problems"]} == {
        "NHS number",
        "Appointment time",
    }
    imported = clinic(
        "clinic-list",
        "import",
        listed(tmp_path, SAM, AISHA, BROKEN),
        "--by",
        "admin@riverside.example",
        "--json",
        expect=1,
    )
    assert json.loads(imported.stdout)["new"] == 2

    assert json.loads(clinic("send-due", "--json").stdout)["sent"] == 0
    clinic("clock", f"{ASK_DAY} 16:05")
    assert json.loads(clinic("send-due", "--json").stdout)["sent"] == 2
    assert json.loads(clinic("send-due", "--json").stdout)["sent"] == 0

    text = clinic("phone", "texts", "07700 900101").stdout
    assert "Sam" in text
    assert "Riverside Hospital" in text
    assert "SHOUT to 85258" in text

    answer = clinic("phone", "reply", "07700900101", "1.tiredness2.joints3.college").stdout
    assert "999" in answer
    lines = sheet(clinic)
    assert lines["Sam Okafor"]["priorities"] == ["tiredness", "joints", "college"]
    assert lines["Sam Okafor"]["state"] == "answered"
    assert lines["Aisha Begum"]["state"] in ("no_reply", "waiting")
    assert "tiredness" in clinic("clinic-sheet", "RIV-TUE", f"{DAY:%d/%m/%Y}").stdout
    assert "whole" in clinic("audit-check").stdout


def test_the_same_list_again_changes_nothing_and_says_so(clinic: Run, tmp_path: Path) -> None:
    clinic("clinic-list", "import", listed(tmp_path, SAM, AISHA), "--json")
    again = json.loads(
        clinic("clinic-list", "import", listed(tmp_path, SAM, AISHA), "--json").stdout
    )
    assert again["changed_nothing"] is True
    assert again["new"] == 0
    assert again["unchanged"] == 2


def test_a_cancelled_appointment_is_never_texted(clinic: Run, tmp_path: Path) -> None:
    clinic("clinic-list", "import", listed(tmp_path, SAM, AISHA))
    called_off = SAM.replace("A-1,\n", "A-1,cancelled\n")
    done = clinic("clinic-list", "import", listed(tmp_path, called_off, AISHA), "--json")
    assert json.loads(done.stdout)["cancelled"] == 1
    clinic("clock", f"{ASK_DAY} 16:05")
    assert json.loads(clinic("send-due", "--json").stdout)["sent"] == 1
    assert clinic("phone", "texts", "07700900101").stdout == ""


def test_what_words_cost_needs_no_database(run: Run) -> None:
    given = json.dumps({"text": "a" * 161}) + "\n" + json.dumps({"text": "ok 👍"}) + "\n"
    first, second = map(json.loads, run("segments", given=given).stdout.splitlines())
    assert first == {"encoding": "GSM-7", "segments": 2, "characters": 161}
    assert second["encoding"] == "UCS-2"
    assert second["segments"] == 1


def test_a_tired_admin_gets_one_line_and_no_traceback(clinic: Run, tmp_path: Path) -> None:
    missing = clinic("clinic-list", "import", str(tmp_path / "nowhere.csv"), expect=2)
    wrong_day = clinic("clinic-sheet", "RIV-TUE", "tomorrow", expect=2)
    unknown = clinic("clinic-sheet", "NOWHERE", str(DAY), expect=2)
    not_json = clinic("segments", given="hello\n", expect=2)
    for done in (missing, wrong_day, unknown, not_json):
        assert "Traceback" not in done.stderr
        assert done.stderr.strip()
        assert done.stdout == ""


def test_outside_the_demo_the_command_refuses_with_advice(tmp_path: Path) -> None:
    done = subprocess.run(
        [COMMAND, "clinic", "list"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    for setting in ("SECRET_KEY", "DATA_KEYS", "LOOKUP_KEY", "PUBLIC_BASE_URL", "GATEWAY"):
        assert setting in done.stderr
