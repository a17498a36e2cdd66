"""How long something takes, and how much memory a fresh process needs for it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.material import CODE, READ_AT

ROOT = Path(__file__).parents[1]


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def peak_megabytes() -> float:
    """The most memory this process has held since it began (getrusage tells of its parent too)."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def fresh_process(module: str, function: str, *given: str) -> Any:
    """Call a function in a process of its own; return what it returned, which JSON must carry."""
    code = f"import json, {module}; print(json.dumps({module}.{function}(*{given!r})))"
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT
    )
    return json.loads(done.stdout)


def read_alone(path: str) -> tuple[float, float, int]:
    """Read, check and compare a file in this process: best seconds, peak memory, good rows."""
    content = Path(path).read_bytes()
    good = read_whole(content)
    peak = peak_megabytes()
    return seconds(lambda: read_whole(content)), peak, good


def read_whole(content: bytes) -> int:
    """Read, validate and compare a list beside nothing held, every check on; count good rows."""
    from uuid import UUID

    from app.appointments.changes import compare
    from app.appointments.clinic_list import choose_sheet, read
    from app.appointments.holding import Held
    from app.appointments.row_reader import Context
    from app.appointments.rows import KnownClinic
    from app.appointments.spreadsheet import read_book
    from app.collector import collector_waits

    with collector_waits():
        book = read_book(content)
        sheet, layout = choose_sheet(book)
        clinic = KnownClinic(UUID(int=7), CODE, "Europe/London", "Riverside Hospital")
        context = Context({CODE: clinic}, book.day_nought, READ_AT, fictional=False)
        found = read(sheet, layout, context)
        return len(compare(found.rows, Held({}, ()), now=READ_AT).rows)
