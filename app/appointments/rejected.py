"""The rows to mend, as a file: the original columns and what to mend, ready to upload again."""

import csv
from collections.abc import Sequence
from io import StringIO

from app.appointments.clinic_list import Problem
from app.appointments.spreadsheet import read_table

WHAT_TO_MEND = "What to mend"
# A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection), also in full width.
FORMULA_STARTS = tuple("=+-@\t\r\n\x00＝＋－＠")


def rejected_rows(content: bytes, problems: Sequence[Problem]) -> str:
    """Write the rows that have problems as CSV, with a byte order mark so that Excel reads it."""
    reasons: dict[int, list[str]] = {}
    for problem in problems:
        reasons.setdefault(problem.row, []).append(f"{problem.heading}: {problem.message}")
    headings, *rows = read_table(content)
    keep = [place for place, cell in enumerate(headings.cells) if cell.strip() != WHAT_TO_MEND]
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow([*(harmless(headings.cells[place]) for place in keep), WHAT_TO_MEND])
    for row in rows:
        if row.number in reasons:
            cells = [row.cells[place] if place < len(row.cells) else "" for place in keep]
            writer.writerow([*map(harmless, cells), " ".join(reasons[row.number])])
    return "\ufeff" + file.getvalue()


def harmless(cell: str) -> str:
    """Keep a spreadsheet from running a cell: a leading apostrophe makes it text.

    >>> harmless("=1+1"), harmless("Sam")
    ("'=1+1", 'Sam')
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell
