"""An import that is killed with kill -9, at any moment, leaves nothing or all."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from factories import make_clinic
from lists import CODE
from saving_child import VISITS
from sqlmodel import func, select

from app.appointments.models import Appointment, ClinicList
from app.audit.models import AuditEvent
from app.db import Database
from app.people.models import YoungPerson

TESTS = Path(__file__).parents[1]


def killed_after(database: Database, seconds: float) -> None:
    child = [sys.executable, "-m", "saving_child", database.url.render_as_string(False)]
    paths = f"{TESTS}{os.pathsep}{TESTS.parent}"
    with subprocess.Popen(
        child, env=os.environ | {"PYTHONPATH": paths}, stdout=subprocess.PIPE
    ) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        started.kill()


@pytest.mark.parametrize("seconds", [0, 0.03, 0.06, 0.1, 0.15, 0.2, 5])
def test_a_killed_import_leaves_nothing_or_all(database: Database, seconds: float) -> None:
    with database.writing() as session:
        make_clinic(session, code=CODE)
    killed_after(database, seconds)
    with database.reading() as session:
        held = [
            session.exec(select(func.count()).select_from(table)).one()
            for table in (Appointment, YoungPerson, ClinicList, AuditEvent)
        ]
    assert held in ([0, 0, 0, 0], [VISITS, 1, 1, 2])
    assert seconds < 5 or held[0] == VISITS
