"""A sheet into appointments, or problems (pure): each bad cell by row, heading, value, remedy."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from app.appointments import columns, headings
from app.appointments import layout as layouts
from app.appointments.alike import notes_of, with_rebookings_settled, without_repeats
from app.appointments.cells import age_on, start_of
from app.appointments.dates import When
from app.appointments.faults import CellFault
from app.appointments.layout import Layout
from app.appointments.row_reader import MOST_SHOWN, Context, ReadRow, RowReader
from app.appointments.rows import KnownClinic, ListRow, Problem, ReadList, Repair, SetAside
from app.appointments.spreadsheet.table import Book, Table, TableRow
from app.appointments.words import Status
from app.errors import Refusal

YOUNGEST, OLDEST = 11, 25
FURTHEST_AHEAD = timedelta(days=730)
OVER = (Status.FULFILLED, Status.NOSHOW)
# Lines that stand below or between the rows of a report and are none of them.
FOOTER = re.compile(
    r"[\W_]*((sub|grand)?[\s\-]*totals?\b|count\b|number of\b|no\.? of\b|print|page \d|end of\b|"
    r"report\b|run (date|by|on)\b|produced\b|generated\b|created\b|prepared\b|records?\b|"
    r"appointments?\b|patients?\b|confidential\b|$|\d+ (records|rows|patients|app))",
    re.IGNORECASE,
)
MOST_IN_A_FOOTER = 2
DAY_IS_FIRST = re.compile(r"\s*(1[3-9]|2[0-9]|3[01])[/.\-]")


def choose_sheet(book: Book) -> tuple[Table, Layout]:
    """Return the one sheet that holds the list, and how it is laid out.

    Refusal if two sheets do: nobody but the clinic knows which is meant.
    """
    laid_out = [(sheet, columns.find_layout(sheet)) for sheet in book.sheets if sheet.rows]
    lists = [each for each in laid_out if not each[1].missing]
    if len(lists) > 1:
        names = " and ".join(sheet.name for sheet, _ in lists[:2])
        raise Refusal(
            f"The sheets {names} both hold a list. Hide or delete all but one, and upload again."
        )
    return lists[0] if lists else max(laid_out, key=lambda each: each[1].known)


def read(table: Table, layout: Layout, context: Context) -> ReadList:
    """Read a sheet that is laid out so; a bad row is left out and every bad cell of it named.

    Refusal if its dates can only be meant in American order.
    """
    found = _Found(layout, context)
    below = layouts.data_rows(table, layout)
    for table_row in below:
        found.take(table_row)
    _refuse_american(found.problems, layout, below)
    settled, rebookings = with_rebookings_settled(found.rows, now=context.read_at)
    kept, repeated = without_repeats(settled, layout)
    good = {row.number for row in kept}
    return ReadList(
        kept,
        sorted(found.problems + repeated, key=lambda each: each.row),
        sorted(notes_of(kept) + rebookings),
        len(below) - sum(found.left_out.values()),
        [repair for repair in found.repairs if repair.row in good],
        found.set_aside,
        found.left_out,
        frozenset(found.rejected | {row.nhs_number for row in settled if row.number not in good}),
    )


def _refuse_american(problems: Sequence[Problem], layout: Layout, rows: Sequence[TableRow]) -> None:
    """Refuse a list in which a date can only be American and none of that column only British."""
    for problem in problems:
        if problem.code != "us_order":
            continue
        place = next(at for at in layout.places.values() if layout.at(at) == problem.heading)
        cells = (row.cells[place] for row in rows if place < len(row.cells))
        if not any(DAY_IS_FIRST.match(cell) for cell in cells):
            raise Refusal(
                f"Row {problem.row} has the date {problem.value}: the month stands before the day, "
                "as in America. Write every date as day/month/year and upload again."
            )


class _Found:
    """What has been found so far, row by row."""

    def __init__(self, layout: Layout, context: Context) -> None:
        self._reader = RowReader(layout, context)
        self._layout = layout
        self._context = context
        self._only_clinic = context.clinics.get(layout.one_clinic)
        self._starts: dict[tuple[Any, ...], datetime | CellFault] = {}
        self._headings = [headings.plain(each) for each in layout.headings]
        self.rows: list[ListRow] = []
        self.problems: list[Problem] = []
        self.repairs: list[Repair] = []
        self.set_aside: list[SetAside] = []
        self.left_out: Counter[str] = Counter()
        self.rejected: set[str] = set()

    def take(self, table_row: TableRow) -> None:
        """Read one line: a row, or a line that is none."""
        read = self._reader.read(table_row)
        if read.problems and (what := self._no_row(table_row)):
            self.left_out[what] += 1
            return
        row = self._row(read)
        if read.problems:
            self.problems.extend(read.problems)
            self.rejected.add(read.values.get(headings.NHS_NUMBER) or "")
        elif row is not None:
            self.rows.append(row)
        self.repairs.extend(read.repairs)

    def _no_row(self, table_row: TableRow) -> str:
        """Say what a line is that is no row: the headings again, or a total."""
        full = [cell.strip() for cell in table_row.cells if cell.strip()]
        if [headings.plain(cell) for cell in table_row.cells] == self._headings[: len(full)] or (
            len(full) > MOST_IN_A_FOOTER
            and {headings.plain(cell) for cell in full} <= set(self._headings)
        ):
            return "headings"
        if len(full) <= MOST_IN_A_FOOTER and FOOTER.match(full[0]):
            return "footers"
        return ""

    def _row(self, read: ReadRow) -> ListRow | None:
        values = read.values
        clinic = self._only_clinic or values.get(headings.CLINIC_CODE)
        when, clock = values.get(headings.APPOINTMENT_DATE), values.get(headings.APPOINTMENT_TIME)
        starts_at = self._start(read, clinic, when, clock)
        status = _status_of(values)
        if starts_at is not None and status in OVER and starts_at > self._context.read_at:
            self._fail(read, self._outcome_heading(), "outcome_ahead", AHEAD)
        if read.problems or starts_at is None or clinic is None or when is None:
            return None
        if (aside := _set_aside(read, when)) is not None:
            self.set_aside.append(aside)
            return None
        return _list_row(read, clinic, starts_at, status)

    def _start(
        self, read: ReadRow, clinic: KnownClinic | None, when: When | None, clock: time | None
    ) -> datetime | None:
        """Return when the visit starts, each different time worked out once."""
        told = {problem.heading for problem in read.problems}
        time_heading = self._layout.heading(headings.APPOINTMENT_TIME)
        if clinic is None or when is None or time_heading in told:
            return None
        key = (clinic.zone, when, clock)
        found = self._starts.get(key)
        if found is None:
            found = self._starts[key] = self._worked_out(when, clock, clinic.zone)
        if isinstance(found, CellFault):
            self._fail(read, headings.APPOINTMENT_DATE, found.code, str(found))
            return None
        return found

    def _worked_out(self, when: When, clock: time | None, zone: str) -> datetime | CellFault:
        try:
            found = start_of(when, clock, zone)
        except CellFault as fault:
            return fault
        if found > self._context.read_at + FURTHEST_AHEAD:
            return CellFault("too_far", "This is more than two years ahead. Check the year.")
        return found

    def _outcome_heading(self) -> str:
        have = self._layout.places
        return headings.OUTCOME if headings.OUTCOME in have else headings.STATUS

    def _fail(self, read: ReadRow, name: str, code: str, words: str) -> None:
        place = self._layout.places.get(name)
        value = read.texts[place].strip()[:MOST_SHOWN] if place is not None else ""
        heading = self._layout.heading(name)
        read.problems.append(Problem(read.number, heading, value, words, code))


AHEAD = "This visit is still ahead, so it has no outcome yet. Check the date or the outcome."


def _status_of(values: Any) -> Status:
    """Put together what several columns may say of one visit."""
    said: Status = values.get(headings.STATUS) or Status.BOOKED
    outcome: Status | None = values.get(headings.OUTCOME)
    if values.get(headings.CANCELLED) or Status.CANCELLED in (said, outcome):
        return Status.CANCELLED
    if values.get(headings.DNA):
        return Status.NOSHOW
    return outcome or said


def _set_aside(read: ReadRow, when: When) -> SetAside | None:
    """Say why a sound row is not for this service, if it is not."""
    if read.values.get(headings.TEST_PERSON):
        return SetAside(read.number, "test_patient", "A test patient of the hospital's system.")
    years = age_on(read.values[headings.DATE_OF_BIRTH], when.day)
    if years < YOUNGEST or years > OLDEST:
        words = f"Aged {years} at the visit: the service is for {YOUNGEST} to {OLDEST}."
        return SetAside(read.number, "outside_age", words)
    return None


def _list_row(read: ReadRow, clinic: KnownClinic, starts_at: datetime, status: Status) -> ListRow:
    values, phone = read.values, read.phone
    first, last = values.get(headings.FULL_NAME) or ("", "")
    return ListRow(
        read.number,
        values[headings.NHS_NUMBER],
        values.get(headings.FIRST_NAME) or first,
        values.get(headings.LAST_NAME) or last,
        values[headings.DATE_OF_BIRTH],
        phone.mobile,
        _owner(values.get(headings.OWNER), phone.owner),
        values.get(headings.LANGUAGE),
        clinic.id,
        starts_at,
        values.get(headings.APPOINTMENT_ID),
        status,
        phone.problem.value if phone.problem else None,
        _flag(values),
        values.get(headings.INTERPRETER),
        values.get(headings.POSTCODE),
        values.get(headings.ETHNICITY),
        values.get(headings.VISIT_KIND),
    )


def _owner(said: str | None, noted: str | None) -> str:
    return noted or "unknown" if said in (None, "unknown") else str(said)


def _flag(values: Any) -> str | None:
    """Why the hospital does not want somebody texted, gravest first; None if it is silent."""
    if values.get(headings.DECEASED):
        return "deceased"
    if values.get(headings.DO_NOT_TEXT) or values.get(headings.CONSENT):
        return "do_not_text"
    says = any(name in values for name in (headings.DO_NOT_TEXT, headings.CONSENT))
    return "" if says else None
