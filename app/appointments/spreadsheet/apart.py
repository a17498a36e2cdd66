"""Workbooks read in a process of their own, which may die of a bad one without harm.

The readers of workbooks are compiled, or were written for sound files: a few hostile bytes can make
them take all memory, turn for ever, or end their process at once. So each workbook is read by a
child with little memory and little time, and whatever becomes of it is one sentence here.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Timer
from typing import IO, Any, cast

from app.appointments.spreadsheet.kinds import Kind
from app.appointments.spreadsheet.table import Book, Table, TableRow
from app.errors import Refusal
from app.logs import logger

log = logger(__name__)

CHILD = "app.appointments.spreadsheet.child"
ROOT = Path(__file__).parents[3]
# Of a processor's time: some to begin with, and more for a larger file.
LEAST_SECONDS = 2
SECONDS_A_MEGABYTE = 1
MOST_MEGABYTES = 150
# By the clock on the wall, for a machine that is busy with other things.
LONGEST_WAIT_SECONDS = 25.0
LARGEST_ANSWER = 64 * 1024**2
TOO_MUCH = (
    "The file takes more to read than a list of 100,000 rows: it is damaged, or holds cells far "
    "away from the list. Copy the list alone into a new workbook and upload that."
)


def read_apart(kind: Kind, content: bytes) -> Book:
    """Read a workbook in a child; Refusal if it is refused there, or the child dies of it."""
    seconds = LEAST_SECONDS + SECONDS_A_MEGABYTE * len(content) // 1024**2
    command = [sys.executable, "-m", CHILD, kind, str(seconds), str(MOST_MEGABYTES)]
    # Nothing of our own environment: the child has no key and no address of a database.
    paths = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    environment = {"PYTHONPATH": paths, "PATH": os.defpath, "MALLOC_ARENA_MAX": "1"}
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as child:
        end = Timer(LONGEST_WAIT_SECONDS, child.kill)
        end.start()
        try:
            return _asked(child, content)
        finally:
            end.cancel()
            child.kill()


def _asked(child: "subprocess.Popen[bytes]", content: bytes) -> Book:
    """Give the child its file, which it takes whole before it answers, and read the answer."""
    with suppress(BrokenPipeError):
        _pipe(child.stdin).write(content)
        _pipe(child.stdin).close()
    book: Book | None = None
    with suppress(ValueError, KeyError, TypeError, StopIteration):
        book = _book(_lines(_pipe(child.stdout)))
    if child.wait() != 0 or book is None:
        log.warning("workbook_reader_ended", code=child.returncode)
        raise Refusal(TOO_MUCH)
    return book


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    return cast(IO[bytes], pipe)


def _lines(answer: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Read the answer a line at a time; Refusal as soon as a line says so, or it is too long."""
    room = LARGEST_ANSWER
    while line := answer.readline(room):
        room -= len(line)
        said = json.loads(line)
        if "refused" in said:
            log.info("workbook_refused", fault=said.get("fault", ""))
            raise Refusal(said["refused"])
        yield said


def _book(lines: Iterator[dict[str, Any]]) -> Book:
    head = next(lines)
    return Book(
        Kind(head["kind"]),
        list(_sheets(lines)),
        tuple(head["hidden_sheets"]),
        date.fromisoformat(head["day_nought"]),
        remarks=tuple(head["remarks"]),
    )


def _sheets(lines: Iterable[dict[str, Any]]) -> Iterator[Table]:
    """Put sheets together: a line with its name, lines with its rows, and what was left out."""
    head: dict[str, Any] = {}
    rows: list[TableRow] = []
    for line in lines:
        if "rows" in line:
            rows.extend(TableRow(number, tuple(cells)) for number, cells in line["rows"])
        elif "sheet" in line:
            head, rows = line, []
        else:
            merged = tuple((row, first, last) for row, first, last in head["merged"])
            yield Table(head["sheet"], rows, line["hidden_rows"], line["hidden_columns"], merged)
