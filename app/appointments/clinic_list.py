"""A sheet into appointments, or problems (pure): each bad cell by row, heading, value, remedy."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time
from operator import attrgetter
from typing import Any

from app.appointments import columns, headings
from app.appointments import layout as layouts
from app.appointments.alike import (
    notes_of,
    with_cancelled_settled,
    with_one_word_of_each,
    with_rebookings_settled,
    without_repeats,
)
from app.appointments.cells import age_on
from app.appointments.clean_rows import CleanRows
from app.appointments.dates import When
from app.appointments.faults import CellFault
from app.appointments.layout import Layout
from app.appointments.row_reader import MOST_SHOWN, Context, ReadRow, RowReader
from app.appointments.rows import KnownClinic, ListRow, Problem, ReadList, Repair, SetAside
from app.appointments.spreadsheet.table import Book, Table, TableRow
from app.appointments.whole_row import (
    OLDEST,
    YOUNGEST,
    flag_of,
    is_outside,
    is_over_ahead,
    owner_of,
    status_of,
    visit_start,
)
from app.appointments.words import Status
from app.errors import Refusal

# Lines that stand below or between the rows of a report and are none of them.
FOOTER = re.compile(
    r"[\W_]*((sub|grand)?[\s\-]*totals?\b|count\b|number of\b|no\.? of\b|print|page \d|end of\b|"
    r"report\b|run (date|by|on)\b|produced\b|generated\b|created\b|prepared\b|records?\b|"
    r"appointments?\b|patients?\b|confidential\b|$|\d+ (records|rows|patients|app))",
    re.IGNORECASE,
)
MOST_IN_A_FOOTER = 2
MOST_IN_A_SECTION = 3
MOST_PROBLEMS = 20_000
TOO_MANY_PROBLEMS = (
    f"More than {MOST_PROBLEMS:,} cells would have to be mended. Check that this is a clinic list, "
    "and that its columns are the right ones."
)
DAY_IS_FIRST = re.compile(r"\s*(1[3-9]|2[0-9]|3[01])[/.\-]")


def choose_sheet(book: Book) -> tuple[Table, Layout]:
    """Return the one sheet that holds the list, and how it is laid out.

    Refusal if two sheets do: nobody but the clinic knows which is meant.
    """
    laid_out = [(sheet, columns.find_layout(sheet)) for sheet in book.sheets if sheet.rows]
    # A list for one clinic may leave out which: that is asked.
    lists = [each for each in laid_out if set(each[1].missing) <= {headings.CLINIC_CODE}]
    if len(lists) > 1:
        names = " and ".join(sheet.name for sheet, _ in lists[:2])
        raise Refusal(
            f"The sheets {names} both hold a list. Hide or delete all but one, and upload again."
        )
    return lists[0] if lists else max(laid_out, key=lambda each: each[1].known)


def read(table: Table, layout: Layout, context: Context) -> ReadList:
    """Read a sheet that is laid out so; a bad row is left out and every bad cell of it named.

    Refusal if a needed column is not known, or its dates can only be meant in American order.
    """
    if layout.missing:
        raise Refusal(f"No column is known for: {', '.join(layout.missing)}.")
    if layout.one_clinic and layout.one_clinic not in context.clinics:
        raise Refusal(f"No clinic of yours has the code {layout.one_clinic}. Choose another.")
    found = _Found(layout, context)
    below = layouts.data_rows(table, layout)
    found.take_all(below)
    _refuse_american(found.problems, layout, below)
    rebooked, rebookings = with_rebookings_settled(found.rows, now=context.read_at)
    settled, cancellations = with_cancelled_settled(rebooked)
    alike = with_one_word_of_each(settled, found.flags)
    kept, repeated = without_repeats(alike, layout, now=context.read_at)
    good = {row.number for row in kept}
    return ReadList(
        kept,
        sorted(found.problems + repeated, key=lambda each: each.row),
        sorted(notes_of(kept) + rebookings + cancellations),
        len(below) - sum(found.left_out.values()),
        [repair for repair in found.repairs if repair.row in good],
        found.set_aside,
        found.left_out,
        frozenset(found.rejected | {row.nhs_number for row in settled if row.number not in good}),
        found.flags,
    )


def _refuse_american(problems: Sequence[Problem], layout: Layout, rows: Sequence[TableRow]) -> None:
    """Refuse a list in which a date can only be American and none of that column only British."""
    first = {each.heading: each for each in reversed(problems) if each.code == "us_order"}
    for heading, problem in first.items():
        place = next(at for at in layout.places.values() if layout.at(at) == heading)
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
        names = (headings.NHS_NUMBER, headings.DATE_OF_BIRTH)
        self._who = [layout.places[name] for name in names if name in layout.places]
        self._who += [phone.place for phone in layout.phones]
        self.rows: list[ListRow] = []
        self.problems: list[Problem] = []
        self.repairs: list[Repair] = []
        self.set_aside: list[SetAside] = []
        self.left_out: Counter[str] = Counter()
        self.rejected: set[str] = set()
        self.flags: dict[str, str] = {}

    def take_all(self, table_rows: Sequence[TableRow]) -> None:
        """Read all lines: those in order at once, the others one by one."""
        self._reader.expect(table_rows)
        self.rows, left = CleanRows(self._reader, self._only_clinic).split(table_rows)
        for row in self.rows:
            if row.flagged:
                self._note_flag(row.nhs_number, row.flagged)
        for table_row in left:
            self.take(table_row)
        self.rows.sort(key=attrgetter("number"))

    def take(self, table_row: TableRow) -> None:
        """Read one line: a row, or a line that is none."""
        read = self._reader.read(table_row)
        if read.problems and (what := self._no_row(table_row, read)):
            self.left_out[what] += 1
            return
        number, flag = read.values.get(headings.NHS_NUMBER) or "", flag_of(read.values)
        if number and flag:
            # Whatever becomes of their row, who must not be texted is not.
            self._note_flag(number, flag)
        row = self._row(read)
        if read.problems:
            self.problems.extend(read.problems)
            if len(self.problems) > MOST_PROBLEMS:
                raise Refusal(TOO_MANY_PROBLEMS)
            self.rejected.add(number)
        elif row is not None:
            self.rows.append(row)
        self.repairs.extend(read.repairs)

    def _note_flag(self, number: str, flag: str) -> None:
        """Keep the graver of what is said of somebody: deceased, the first by its letters."""
        self.flags[number] = min(flag, self.flags.get(number, flag))

    def _no_row(self, table_row: TableRow, read: ReadRow) -> str:
        """Say what a line is that is no row: the headings again, a total, a title of a section."""
        full = [cell.strip() for cell in table_row.cells if cell.strip()]
        again = [headings.plain(cell) for cell in table_row.cells]
        if again[: len(self._headings)] == self._headings[: len(again)]:
            return "headings"
        if len(full) > MOST_IN_A_FOOTER and {*again} - {""} <= {*self._headings}:
            raise Refusal(
                f"Row {table_row.number} has the headings again, in another order. Make one list "
                "of it, with one row of headings, and upload that."
            )
        if len(full) <= MOST_IN_A_FOOTER and FOOTER.match(full[0][:MOST_SHOWN]):
            return "footers"
        is_nobody = not any(read.texts[place].strip() for place in self._who)
        return "footers" if is_nobody and len(full) <= MOST_IN_A_SECTION else ""

    def _row(self, read: ReadRow) -> ListRow | None:
        values = read.values
        clinic = self._only_clinic or values.get(headings.CLINIC_CODE)
        when, clock = values.get(headings.APPOINTMENT_DATE), values.get(headings.APPOINTMENT_TIME)
        starts_at = self._start(read, clinic, when, clock)
        status = status_of(values)
        if starts_at is not None and is_over_ahead(status, starts_at, self._context.read_at):
            self._fail(read, self._outcome_heading(), "outcome_ahead", AHEAD)
        if read.problems or starts_at is None or clinic is None or when is None:
            return None
        if (aside := _set_aside(read, when, starts_at, self._context.read_at)) is not None:
            self.set_aside.append(aside)
            self.rejected.add(read.values[headings.NHS_NUMBER])
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
            return visit_start(when, clock, zone, self._context.read_at)
        except CellFault as fault:
            return fault

    def _outcome_heading(self) -> str:
        have = self._layout.places
        return headings.OUTCOME if headings.OUTCOME in have else headings.STATUS

    def _fail(self, read: ReadRow, name: str, code: str, words: str) -> None:
        place = self._layout.places.get(name)
        value = read.texts[place].strip()[:MOST_SHOWN] if place is not None else ""
        heading = self._layout.heading(name)
        read.problems.append(Problem(read.number, heading, value, words, code))


AHEAD = "This visit is still ahead, so it has no outcome yet. Check the date or the outcome."


def _set_aside(
    read: ReadRow, when: When, starts_at: datetime, read_at: datetime
) -> SetAside | None:
    """Say why a sound row is not for this service, if it is not."""
    if read.values.get(headings.TEST_PERSON):
        return SetAside(read.number, "test_patient", "A test patient of the hospital's system.")
    born = read.values[headings.DATE_OF_BIRTH]
    is_past = starts_at <= read_at
    # Too young for a visit long past, and of the right age now: its year is likelier wrong.
    if is_outside(born, when.day) and not (is_past and not is_outside(born, read_at.date())):
        years = age_on(born, when.day)
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
        owner_of(values.get(headings.OWNER), phone.owner),
        values.get(headings.LANGUAGE),
        clinic.id,
        starts_at,
        values.get(headings.APPOINTMENT_ID),
        status,
        phone.problem.value if phone.problem else None,
        flag_of(values),
        values.get(headings.INTERPRETER),
        values.get(headings.POSTCODE),
        values.get(headings.ETHNICITY),
        values.get(headings.VISIT_KIND),
    )
