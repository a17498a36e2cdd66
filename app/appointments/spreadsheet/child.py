"""Reads one workbook in a process of its own, within limits: what apart.py starts.

The workbook comes in on standard input, whole; the sheets go out as lines of JSON. Run as
`python -m app.appointments.spreadsheet.child KIND SECONDS MEGABYTES`.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from app.appointments.spreadsheet.kinds import DAMAGED, LOCKED, Kind
from app.appointments.spreadsheet.ods import read_ods
from app.appointments.spreadsheet.workbook import Workbook
from app.appointments.spreadsheet.xls import read_xls
from app.appointments.spreadsheet.xlsx import read_xlsx
from app.appointments.spreadsheet.zipped import kind_within
from app.errors import Refusal

READERS: Mapping[Kind, Callable[[bytes], Workbook]] = {
    Kind.XLSX: read_xlsx,
    Kind.ODS: read_ods,
    Kind.XLS: read_xls,
}
ROWS_A_LINE = 1_000
NO_ROOM = 3


def main(kind: str, seconds: str, megabytes: str) -> int:
    """Read standard input as a workbook of a kind; return the exit code."""
    limit(int(seconds), int(megabytes))
    try:
        content = sys.stdin.buffer.read()
        for line in answer(Kind(kind), content):
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    except MemoryError:
        return NO_ROOM
    return 0


def limit(seconds: int, megabytes: int) -> None:
    """Let this process take so much more time of a processor, and so much more memory, at most."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pages = Path("/proc/self/statm")
    if pages.exists():
        held = int(pages.read_text("ascii").split()[0]) * resource.getpagesize()
        room = held + megabytes * 1024**2
        resource.setrlimit(resource.RLIMIT_AS, (room, room))


def answer(kind: Kind, content: bytes) -> Iterator[dict[str, Any]]:
    """Say what the workbook holds, a line at a time; or, at any line, why it is refused."""
    try:
        within = kind_within(content) if kind is Kind.ZIPPED else kind
        yield from _workbook(READERS[within](content))
    except Refusal as refusal:
        yield {"refused": str(refusal)}
    except (MemoryError, SystemExit, KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as fault:
        # The readers were written for sound files, and a compiled one's panics are no Exception.
        words = LOCKED if type(fault).__name__ == "PasswordError" else DAMAGED
        yield {"refused": words, "fault": type(fault).__name__}


def _workbook(book: Workbook) -> Iterator[dict[str, Any]]:
    yield {
        "kind": book.kind,
        "hidden_sheets": book.hidden_sheets,
        "day_nought": book.day_nought.isoformat(),
        "remarks": book.remarks,
    }
    for sheet in book.sheets:
        yield {"sheet": sheet.name, "merged": sheet.merged}
        while some := list(islice(sheet.rows, ROWS_A_LINE)):
            yield {"rows": some}
        yield {
            "hidden_rows": sheet.tally.hidden_rows,
            "hidden_columns": len(sheet.tally.columns),
        }


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")  # type: ignore[union-attr]
    raise SystemExit(main(*sys.argv[1:]))
