"""One row at a time (pure): each different cell is read once and remembered while the list is read.

A hospital's list says the same things over and over: dates, times, clinics, names. What a cell
means is kept by its text, so that a hundred thousand rows cost little more than their numbers.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, NamedTuple

from app.appointments import cells, headings
from app.appointments.dates import When, read_clock, read_when
from app.appointments.faults import CellFault
from app.appointments.layout import Layout
from app.appointments.rows import KnownClinic, Problem, Repair
from app.appointments.spreadsheet.table import TableRow
from app.people.nhs_number import normalise
from app.people.phone import PhoneProblem, in_words
from app.people.phone_cell import REPAIRS, PhoneCell, read_phone_cell

MOST_SHOWN = 60
# What a spreadsheet's text cell may begin with, and what our own downloads put before a formula.
QUOTE = "'"
# Never a mistake to mend: there is simply nothing to text.
NOT_TEXTED = {
    *(PhoneProblem.EMPTY, PhoneProblem.LANDLINE, PhoneProblem.FOREIGN, PhoneProblem.PERSONAL),
    *(PhoneProblem.PAGER, PhoneProblem.OTHER_KIND),
}
ALL_DIFFER = (headings.NHS_NUMBER, headings.APPOINTMENT_ID)


class Cell(NamedTuple):
    """What one text means under one heading: a value or a fault, and what was mended."""

    value: Any
    fault: CellFault | None = None
    repair: tuple[str, str] | None = None


class Memory(dict[str, Cell]):
    """Reads each different text once."""

    def __init__(self, reader: Callable[[str], Any]) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, text: str) -> Cell:
        cell = self[text] = _cell(self._reader, text)
        return cell


class Anew:
    """Reads each text anew, where nearly all of them differ and remembering would only cost."""

    def __init__(self, reader: Callable[[str], Any]) -> None:
        self._reader = reader

    def __getitem__(self, text: str) -> Cell:
        return _cell(self._reader, text)


Reads = Memory | Anew


def _cell(reader: Callable[[str], Any], text: str) -> Cell:
    try:
        found = reader(text)
    except CellFault as fault:
        return Cell(None, fault)
    return found if type(found) is Cell else Cell(found)


class ReadRow(NamedTuple):
    """The values of one row by field; None where a cell is at fault. `problems` name those."""

    number: int
    texts: tuple[str, ...]
    values: Mapping[str, Any]
    phone: PhoneCell
    problems: list[Problem]
    repairs: list[Repair]


class Context(NamedTuple):
    """What every row of a list is read with."""

    clinics: Mapping[str, KnownClinic]
    day_nought: date
    read_at: datetime
    fictional: bool


class RowReader:
    """Reads the rows of one list, laid out as `layout` says."""

    def __init__(self, layout: Layout, context: Context) -> None:
        self.layout = layout
        self.read_at = context.read_at
        # No visit is more than two years ahead, so nobody is born after that.
        latest = context.read_at.date() + timedelta(days=731)
        readers = _readers(layout, context, latest)
        self.columns: list[tuple[str, int, Reads]] = [
            (name, place, (Anew if name in ALL_DIFFER else Memory)(readers[name]))
            for name, place in layout.places.items()
        ]
        self.flags: list[tuple[str, int, Reads]] = [
            (name, place, Memory(FLAG_READERS.get(name, cells.read_flag)))
            for name, places in layout.flags.items()
            for place in places
        ]
        self.phones = Anew(partial(_phone, fictional=context.fictional))
        self.width = max((place for place in _places(layout)), default=0) + 1

    def filled(self, table_rows: Sequence[TableRow]) -> list[tuple[str, ...]]:
        """The cells of rows, each row as wide as its columns reach."""
        width = self.width
        return [
            cells if len(cells) >= width else cells + ("",) * (width - len(cells))
            for _, cells in table_rows
        ]

    def read(self, table_row: TableRow) -> ReadRow:
        """Read one row."""
        (texts,) = self.filled([table_row])
        row = ReadRow(table_row.number, texts, {}, self._phone(texts), [], [])
        values: dict[str, Any] = {}
        for name, place, memory in self.columns:
            found = memory[texts[place]]
            values[name] = found.value
            if found.fault is not None or found.repair is not None:
                self._tell(row, place, texts[place], found)
        for name, place, memory in self.flags:
            found = memory[texts[place]]
            values[name] = values.get(name) or found.value
            if found.fault is not None:
                self._tell(row, place, texts[place], found)
        if row.phone.problem is not None or row.phone.repair is not None:
            self._tell_phone(row, texts)
        return row._replace(values=values)

    def _tell(self, row: ReadRow, place: int, text: str, found: Cell) -> None:
        shown, heading = text.strip()[:MOST_SHOWN], self.layout.at(place)
        if found.fault is not None:
            fault = found.fault
            row.problems.append(Problem(row.number, heading, shown, str(fault), fault.code))
        if found.repair is not None:
            row.repairs.append(Repair(row.number, heading, shown, *found.repair))

    def _phone(self, texts: tuple[str, ...]) -> PhoneCell:
        """Return the first mobile of the phone columns, or the first reason why there is none."""
        reasons: list[PhoneCell] = []
        for place, owner in ((phone.place, phone.owner) for phone in self.layout.phones):
            found: PhoneCell = self.phones[texts[place]].value
            if found.mobile is not None:
                return found if found.owner or not owner else found._replace(owner=owner)
            reasons.append(found)
        told = [each for each in reasons if each.problem is not PhoneProblem.EMPTY]
        bad = [each for each in told if each.problem not in NOT_TEXTED]
        return (bad or told or [PhoneCell(None, PhoneProblem.EMPTY)])[0]

    def _tell_phone(self, row: ReadRow, texts: tuple[str, ...]) -> None:
        phone = row.phone
        at = next(
            (each.place for each in self.layout.phones if self._is_of(phone, texts[each.place])), 0
        )
        if phone.problem is not None and phone.problem not in NOT_TEXTED:
            fault = CellFault(phone.problem.value, in_words(phone.problem))
            self._tell(row, at, texts[at], Cell(None, fault))
        if phone.repair is not None and phone.mobile is not None:
            words = REPAIRS[phone.repair](phone.mobile)
            self._tell(row, at, texts[at], Cell(None, repair=(phone.repair, words)))

    def _is_of(self, phone: PhoneCell, text: str) -> bool:
        found: PhoneCell = self.phones[text].value
        return (found.mobile, found.problem) == (phone.mobile, phone.problem)


FLAG_READERS: Mapping[str, Callable[[str], bool | None]] = {
    headings.CONSENT: cells.read_refusal,
    headings.INTERPRETER: cells.read_interpreter,
}


def _places(layout: Layout) -> list[int]:
    flags = [place for places in layout.flags.values() for place in places]
    return [*layout.places.values(), *(phone.place for phone in layout.phones), *flags]


def unquoted(text: str) -> str:
    """Take off the apostrophe that makes a cell text to a spreadsheet, and ="…" around one.

    >>> unquoted("'+447700900123"), unquoted('="0770"'), unquoted("O'Neill")
    ('+447700900123', '0770', "O'Neill")
    """
    text = text.strip()
    if not text or text[0] not in "'=":
        return text
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1]
    return text[1:] if text.startswith(QUOTE) and not text[1:2].isalpha() else text


def _phone(text: str, *, fictional: bool) -> Cell:
    return Cell(read_phone_cell(unquoted(text), fictional=fictional))


def _readers(layout: Layout, context: Context, latest: date) -> dict[str, Callable[[str], Any]]:
    """Say how each field is read."""
    readers: dict[str, Callable[[str], Any]] = {
        headings.NHS_NUMBER: _nhs_number,
        headings.FIRST_NAME: cells.read_name,
        headings.LAST_NAME: cells.read_name,
        headings.FULL_NAME: cells.read_full_name,
        headings.DATE_OF_BIRTH: partial(
            cells.read_birth, day_nought=context.day_nought, latest=latest
        ),
        headings.APPOINTMENT_DATE: partial(_date, day_nought=context.day_nought),
        headings.APPOINTMENT_TIME: read_clock,
        headings.CLINIC_CODE: partial(_clinic, clinics=context.clinics),
        headings.LANGUAGE: cells.read_language,
        headings.OWNER: cells.read_owner,
        headings.APPOINTMENT_ID: cells.read_id,
        headings.STATUS: cells.read_status,
        headings.OUTCOME: cells.read_outcome,
        headings.POSTCODE: cells.read_postcode,
        headings.ETHNICITY: cells.read_ethnicity,
        headings.VISIT_KIND: partial(
            cells.read_visit_kind, heading=layout.heading(headings.VISIT_KIND)
        ),
    }
    if layout.dates_hold_times:
        readers[headings.APPOINTMENT_TIME] = _clock_or_none
    return {name: _of_unquoted(reader) for name, reader in readers.items()}


def _of_unquoted(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: reader(unquoted(text))


def _nhs_number(text: str) -> Any:
    number = normalise(text)
    if number is not None:
        return number
    if text.endswith(".0") and (number := normalise(text[:-2])):
        return Cell(number, repair=("whole_number", f"The spreadsheet's number: {number}."))
    words = "This is not an NHS number: it has 10 digits and a check digit. Check it."
    raise CellFault("bad_nhs_number", words)


def _date(text: str, *, day_nought: date) -> Any:
    when: When = read_when(text, day_nought)
    if when.repair is None:
        return when
    shown = f"The spreadsheet's day number was read: {when.day:%-d %B %Y}."
    return Cell(when, repair=(when.repair, shown))


def _clock_or_none(text: str) -> time | None:
    return read_clock(text) if text.strip() else None


def _clinic(text: str, *, clinics: Mapping[str, KnownClinic]) -> KnownClinic:
    code = " ".join(text.upper().split())
    if not code:
        raise CellFault("missing_clinic", "The clinic code is missing. Add it.")
    if code in clinics:
        return clinics[code]
    named = [clinic for clinic in clinics.values() if clinic.name.upper() == code]
    if len(named) == 1:
        return named[0]
    words = "No clinic of yours has this code. Check it, or ask an administrator."
    raise CellFault("unknown_clinic", words)
