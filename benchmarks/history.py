"""Importing a list beside no past visits, and beside five million: new people, and moved times."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from sqlalchemy import delete
from sqlmodel import col

from app.appointments.models import Appointment
from app.appointments.previewed import Upload
from app.clinic_lists.taking import Said, take
from app.db import Database
from benchmarks.databases import (
    CLINIC_NAME,
    ORGANISATION,
    Make,
    both_kinds,
    clinics_of,
    count_of,
    settings,
)
from benchmarks.material import READ_AT, a_csv
from benchmarks.past import fill

MOST_TIMES = 1.5


def main(past: int = 5_000_000, rows: int = 1_000, turns: int = 7) -> bool:
    """Print the figures on both kinds of database; return whether the goal is met on each."""
    with both_kinds() as kinds:
        met = [_history(kind, make, past, rows, turns) for kind, make in kinds.items()]
    return all(met)


def _history(kind: str, make: Make, past: int, rows: int, turns: int) -> bool:
    empty, full = make("without"), make("with_history")
    filling = _seconds(lambda: fill(full, past))
    os.sync()
    assert count_of(full, Appointment.id) == past
    print(f"{kind:<11}{past:,} past visits written in {filling:.0f} s")
    return _compared(kind, empty, full, past, rows, turns)


def _compared(kind: str, empty: Database, full: Database, past: int, rows: int, turns: int) -> bool:
    new: dict[str, list[float]] = {"empty": [], "full": []}
    moved: dict[str, list[float]] = {"empty": [], "full": []}
    # In turns, so that whatever else this machine does meets both alike.
    for turn in range(turns):
        for name, database in (("empty", empty), ("full", full)):
            new[name].append(_importing(database, rows, turn, "new"))
            moved[name].append(_importing(database, rows, turn, "moved"))
            _forget_visits_ahead(database, rows)
    met = [_said(kind, rows, past, what, took) for what, took in (("new", new), ("moved", moved))]
    return all(met)


def _said(kind: str, rows: int, past: int, what: str, took: dict[str, list[float]]) -> bool:
    empty, full = median(took["empty"]), median(took["full"])
    spans = (f"{min(each):.3f} to {max(each):.3f}" for each in (took["empty"], took["full"]))
    print(
        f"{kind:<11}{rows:,} {what} visits imported in {empty:.3f} s ({next(spans)}) beside none, "
        f"in {full:.3f} s ({next(spans)}) beside {past:,}: {full / empty:.2f} times "
        f"(goal {MOST_TIMES})"
    )
    return full / empty <= MOST_TIMES


def _importing(database: Database, rows: int, turn: int, what: str) -> float:
    """Import a list of people of this turn alone, or the same with every time a day later."""
    content = a_csv(rows, seed=turn + 1, before=turn * rows, later=int(what == "moved"))
    upload = Upload("list.csv", content, ORGANISATION, None, fictional=False)
    with_settings = partial(take, settings=settings(), confirmed=CLINIC_NAME)
    began = time.perf_counter()
    taken = with_settings(database, upload, Said({}), by="benchmark", now=READ_AT)
    took = time.perf_counter() - began
    assert taken.is_clean, taken.facts
    assert taken.facts[what] == rows, taken.facts
    return took


def _forget_visits_ahead(database: Database, rows: int) -> None:
    """Leave only the past, so that every turn begins alike."""
    clinic, *_ = clinics_of(database)
    with database.writing() as session:
        gone = session.connection().execute(
            delete(Appointment).where(
                col(Appointment.clinic_id) == clinic.id, col(Appointment.starts_at) > READ_AT
            )
        )
        assert gone.rowcount == rows


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
