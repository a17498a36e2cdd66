"""Saving a long list of new visits as the page does, beside what anybody would write first."""

import sys
import tempfile
import time
from pathlib import Path
from uuid import UUID

from app.appointments.models import Appointment, ClinicList
from app.appointments.preview import look
from app.appointments.previewed import Upload
from app.appointments.register import keep_clinic_list, ready_to_save, save_clinic_list
from app.db import Database
from app.people.models import YoungPerson
from benchmarks import plain_session
from benchmarks.databases import (
    CLINIC_NAME,
    ORGANISATION,
    Make,
    address_of,
    both_kinds,
    count_of,
    opened,
)
from benchmarks.material import READ_AT, a_csv
from benchmarks.measuring import fresh_process, peak_megabytes

MOST_SECONDS = 20
BY = "benchmark"


def main(count: int = 100_000) -> bool:
    """Print the figures on both kinds of database; return whether the goal is met on each."""
    content = a_csv(count)
    with both_kinds() as kinds:
        met = [_saving(kind, make, content, count) for kind, make in kinds.items()]
    return all(met)


def _saving(kind: str, make: Make, content: bytes, count: int) -> bool:
    database = make("saving")
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        Path(file.name).write_bytes(content)
        found = fresh_process("benchmarks.saving", "alone", address_of(database), file.name)
    assert count_of(database, Appointment.id) == count_of(database, YoungPerson.id) == count
    few = max(1, count // 10)
    plain = few / _plainly(make("plainly"), few)
    whole = found["uploading"] + found["saving"]
    print(f"{kind:<11}add_all{plain:>9,.0f} rows/s")
    print(
        f"{kind:<11}{count:,} new visits uploaded in {found['uploading']:.1f} s and saved in "
        f"{found['saving']:.1f} s, together {whole:.1f} (goal {MOST_SECONDS}), "
        f"{found['working']:.1f} of them at work in this process: "
        f"{count / found['saving']:,.0f} rows/s saved, every check on, "
        f"{count / found['saving'] / plain:.1f} times add_all; "
        f"the database was held for {found['held']:.1f} s, peak {found['megabytes']:.0f} MB"
    )
    return bool(whole < MOST_SECONDS)


def alone(address: str, path: str) -> dict[str, float]:
    """Upload a file and save it as the page does, in a process of its own; say how long it took."""
    database = opened(address)
    upload = Upload("list.csv", Path(path).read_bytes(), ORGANISATION, None, fictional=False)
    began, worked = time.perf_counter(), time.process_time()
    list_id = _uploaded(database, upload)
    uploaded = time.perf_counter()
    with database.reading() as session:
        kept = session.get_one(ClinicList, list_id)
        ready = ready_to_save(session, kept, now=READ_AT)
    held_from = time.perf_counter()
    with database.writing() as session:
        save_clinic_list(session, list_id, by=BY, now=READ_AT, typed=CLINIC_NAME, ready=ready)
    saved = time.perf_counter()
    return {
        "uploading": uploaded - began,
        "saving": saved - uploaded,
        "held": saved - held_from,
        "working": time.process_time() - worked,
        "megabytes": peak_megabytes(),
    }


def _uploaded(database: Database, upload: Upload) -> UUID:
    with database.reading() as session:
        preview = look(session, upload, now=READ_AT).preview
    with database.writing() as session:
        keep_clinic_list(session, upload, preview, by=BY, now=READ_AT)
    return preview.list_id


def _plainly(database: Database, count: int) -> float:
    """How long the plain saving takes of rows that are read and checked already."""
    upload = Upload("list.csv", a_csv(count), ORGANISATION, None, fictional=False)
    with database.reading() as session:
        rows = look(session, upload, now=READ_AT).read.rows
    began = time.perf_counter()
    plain_session.save(database, ORGANISATION, rows, READ_AT)
    took = time.perf_counter() - began
    assert count_of(database, Appointment.id) == count_of(database, YoungPerson.id) == count
    return took


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
