"""The rows to mend, as a file of the same shape as the original, with the reasons beside them."""

from collections.abc import Iterable, Sequence

from app.appointments.headings import WHAT_TO_MEND
from app.appointments.preview import Looked
from app.appointments.row_reader import SHIFTED
from app.appointments.spreadsheet import Kind, TableRow
from app.appointments.spreadsheet.writing import write_delimited, write_xlsx

TOO_MANY = "too many cells"
# A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection), also in full width.
BLANKS = " \u00a0\u2007\u202f\u200b\ufeff\v\f"
FORMULA_STARTS = tuple("=+-@\t\r\n\x00＝＋－＠")


def rejected_rows(looked: Looked) -> tuple[bytes, str]:
    """Write the rows that have problems or wait for an answer; return the file and its ending.

    A workbook stays a workbook, so that a spreadsheet program mangles nothing on the way back;
    a text file keeps its separator.
    """
    reasons = _reasons(looked)
    layout = looked.preview.layout
    shifted = {each.row for each in looked.preview.problems if each.code == SHIFTED.code}
    wanted = [row for row in looked.sheet.rows if row.number in reasons]
    headings = layout.headings
    keep = [place for place, name in enumerate(headings) if name.strip() != WHAT_TO_MEND]
    lines = [
        [
            *(_cell(row, place) for place in keep),
            reasons[row.number],
            *_beyond(row, len(headings), row.number in shifted),
        ]
        for row in wanted
    ]
    if layout.heading_rows:
        lines.insert(0, [*(headings[place] for place in keep), WHAT_TO_MEND])
    if looked.book.kind == Kind.DELIMITED:
        harmless_lines = ([harmless(cell) for cell in line] for line in lines)
        return write_delimited(harmless_lines, looked.book.separator), "csv"
    return write_xlsx(lines), "xlsx"


def _beyond(row: TableRow, width: int, is_shifted: bool) -> Sequence[str]:
    """What a row has beyond the headings, with a mark: it is found again until it is mended."""
    kept = [cell for cell in row.cells[width:] if cell != TOO_MANY]
    return [*kept, TOO_MANY] if is_shifted else ()


def _reasons(looked: Looked) -> dict[int, str]:
    """Say of each row what is wrong with it."""
    found: dict[int, list[str]] = {}
    for problem in looked.preview.problems:
        found.setdefault(problem.row, []).append(f"{problem.heading}: {problem.message}")
    for question in looked.preview.questions:
        for row in question.rows:
            found.setdefault(row, []).append(f"Waits for a decision: {question.message}")
    return {row: " ".join(_once(words)) for row, words in found.items()}


def _once(words: Sequence[str]) -> Iterable[str]:
    return dict.fromkeys(words)


def _cell(row: TableRow, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def harmless(cell: str) -> str:
    """Keep a spreadsheet from running a cell: a leading apostrophe makes it text.

    >>> harmless("=1+1"), harmless("Sam")
    ("'=1+1", 'Sam')
    """
    return f"'{cell}" if cell.lstrip(BLANKS).startswith(FORMULA_STARTS) else cell
