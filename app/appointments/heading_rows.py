"""Headings in two rows, read as one (pure): a group above, and what stands under it."""

from collections.abc import Sequence
from itertools import zip_longest

from app.appointments.dates import read_when
from app.appointments.faults import CellFault
from app.appointments.headings import plain
from app.appointments.spreadsheet.table import DAY_NOUGHT_1900, Table, TableRow
from app.people.nhs_number import normalise

# Groups that say only that their columns are about the young person or the visit.
PLAIN_GROUPS = {
    *("patient", "patients", "patientdetails", "patientinformation", "demographics", "person"),
    *("youngperson", "client", "details", "appointment", "appt", "appointmentdetails", "visit"),
    *(
        "name",
        "names",
        "patientname",
        "booking",
        "clinic",
        "clinicdetails",
        "contact",
        "contactdetails",
        "session",
        "child",
    ),
}
LONGEST_DATE = 40
DIGITS_OF_DATA = 6


def is_data(cell: str) -> bool:
    """Whether a cell holds a number, a date or a phone: then its row is no heading."""
    written = cell.strip()[:LONGEST_DATE]
    if not any(char.isdigit() for char in written):
        return False
    if normalise(written) is not None or sum(char.isdigit() for char in written) >= DIGITS_OF_DATA:
        return True
    try:
        read_when(written, DAY_NOUGHT_1900)
    except CellFault:
        return False
    return True


def is_grouping(row: TableRow) -> bool:
    """Whether a row says of several columns below what they are about, as Patient and Referral."""
    groups = {plain(cell) for cell in row.cells if cell.strip()}
    return len(groups) > 1 and bool(groups & PLAIN_GROUPS) and not any(map(is_data, row.cells))


def joined(upper: TableRow, lower: TableRow, table: Table) -> tuple[str, ...]:
    """Read two heading rows as one: a heading in the upper row stands over the empty ones by it.

    A merged heading stands over just its columns. What stands under a group of somebody else is
    never taken for the young person's.
    """
    above = list(upper.cells)
    merged = [(first, last) for row, first, last in table.merged if row == upper.number]
    for first, last in merged:
        if first < len(above):
            above[first : last + 1] = [above[first]] * (min(last + 1, len(above)) - first)
    if not merged:
        above = _spread(above, lower.cells)
    return tuple(_one(over, under) for over, under in zip_longest(above, lower.cells, fillvalue=""))


def _spread(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Let each heading stand over the empty places on its right that have something under them."""
    spread: list[str] = []
    group = ""
    for over, under in zip_longest(above, below, fillvalue=""):
        group = over if over.strip() else group
        spread.append(group if over.strip() or under.strip() else "")
    return spread


def _one(over: str, under: str) -> str:
    """Name one column by its group and what stands under it."""
    over, under = over.strip(), under.strip()
    if not under or not over:
        return under or over
    return under if plain(over) in PLAIN_GROUPS else f"{over} {under}"
