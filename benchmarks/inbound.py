"""Inbound texts: signed, durably kept, understood and answered, beside the barest route.

Both are served by two workers of gunicorn. How many a second wrk finds out, each text new; how long
one takes at a hundred a second, a client that does not wait for the last.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlmodel import col, func, select

from app.conversations.models import Reply
from app.db import Database
from benchmarks import due, posting, replies
from benchmarks.databases import Make, address_of, both_kinds, count_of
from benchmarks.measuring import ROOT
from benchmarks.served import DATABASE

LEAST_SHARE, MOST_SECONDS, A_SECOND = 0.5, 0.1, 100
WORKERS, AT_ONCE = 2, 8
PEOPLE, FORMS = 3_000, 40_000


def main(seconds: int = 5, turns: int = 3, people: int = PEOPLE) -> bool:
    """Print the figures on both kinds of database; return whether each goal is met."""
    if not posting.has_wrk():
        return True
    with tempfile.TemporaryDirectory() as folder, both_kinds() as kinds:
        forms = Path(folder) / "forms"
        replies.write(forms, people, FORMS)
        met = [_inbound(kind, make, forms, seconds, turns, people) for kind, make in kinds.items()]
    return all(met)


def _inbound(kind: str, make: Make, forms: Path, seconds: int, turns: int, people: int) -> bool:
    plain, kept, ours = 0.0, 0.0, 0.0
    # In turns, so that whatever else this machine does meets both alike.
    for turn in range(turns):
        plain = max(plain, _plainly(make(f"plain_{turn}"), forms, seconds))
        kept = max(kept, _kept_only(make(f"kept_{turn}"), forms, seconds))
        ours = max(ours, _flat_out(make(f"inbound_{turn}"), forms, seconds, people))
    print(
        f"{kind:<11}bare route {plain:,.0f} requests/s; inbound texts, checked and kept, "
        f"{kept:,.0f}: {kept / plain:.0%}; checked, kept, understood and answered, {ours:,.0f}: "
        f"{ours / plain:.0%} (goal {LEAST_SHARE:.0%})"
    )
    took = min(
        (_evenly(make(f"evenly_{turn}"), seconds, people) for turn in range(turns)),
        key=lambda each: part(each, 0.99),
    )
    print(
        f"{kind:<11}at {A_SECOND} a second: p50 {1000 * part(took, 0.5):.0f} ms, "
        f"p99 {1000 * part(took, 0.99):.0f} ms (goal {1000 * MOST_SECONDS:.0f})"
    )
    return ours / plain >= LEAST_SHARE and part(took, 0.99) < MOST_SECONDS


def _plainly(database: Database, forms: Path, seconds: int) -> float:
    with serving("plain", database) as port:
        done = posting.flat_out(f"http://127.0.0.1:{port}", forms, seconds, AT_ONCE)
    assert done.faults == 0
    return done.a_second


def _kept_only(database: Database, forms: Path, seconds: int) -> float:
    with serving("kept_only", database) as port:
        done = posting.flat_out(f"http://127.0.0.1:{port}", forms, seconds, AT_ONCE)
    assert done.faults == 0
    assert count_of(database, Reply.id) >= done.answered
    return done.a_second


def _flat_out(database: Database, forms: Path, seconds: int, people: int) -> float:
    _ask(database, people)
    with serving("ours", database) as port:
        done = posting.flat_out(f"http://127.0.0.1:{port}", forms, seconds, AT_ONCE)
    assert done.faults == 0
    _all_understood(database, done.answered)
    return done.a_second


def _evenly(database: Database, seconds: int, people: int) -> list[float]:
    _ask(database, people)
    forms = [(signature, body) for body, signature in replies.signed(people, seconds * A_SECOND)]
    with serving("ours", database) as port:
        took = posting.evenly(port, forms, A_SECOND)
    _all_understood(database, len(forms))
    return sorted(took)


def _ask(database: Database, people: int) -> None:
    due.fill(database, people)
    assert due.ask(database) == people


def _all_understood(database: Database, least: int) -> None:
    """Every text that was answered is kept, matched and read."""
    with database.reading() as session:
        whose = select(func.count()).select_from(Reply).where(col(Reply.matched) == "matched")
        matched = session.exec(whose).one()
    assert least <= matched == count_of(database, Reply.id)


def part(took: list[float], which: float) -> float:
    """The time that such a part of all, given in order, took at most."""
    return took[min(len(took) - 1, int(which * len(took)))]


@contextmanager
def serving(what: str, database: Database, began: float | None = None) -> Iterator[int]:
    """Serve one of the two as the Procfile does, on a free port; its clock began then, or now."""
    began = time.monotonic() if began is None else began
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "gunicorn", "--workers", str(WORKERS)]
    line += ["--bind", f"127.0.0.1:{port}", "--timeout", "30", "--access-logfile", "/dev/null"]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*line, f"benchmarks.served:{what}()"],
            cwd=ROOT,
            env=os.environ | {DATABASE: address_of(database), due.BEGAN: str(began)},
            stderr=said,
        )
        try:
            posting.wait_for(port)
            yield port
        finally:
            process.terminate()
            process.wait(30)


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
