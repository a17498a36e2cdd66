"""One row at a time (pure): each different cell is read once and remembered while the list is read.

A hospital's list says the same things over and over: dates, times, clinics, names. What a cell
means is kept by its text, so that a hundred thousand rows cost little more than their numbers.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from app.appointments import cells, headings
from app.appointments.faults import CellFault
from app.appointments.field_readers import (
    FLAG_READERS,
    Anew,
    Cell,
    Context,
    Memory,
    Reads,
    of_unquoted,
    phone_of,
    readers_of,
)
from app.appointments.layout import Layout
from app.appointments.rows import Problem, Repair
from app.appointments.spreadsheet.table import TableRow
from app.people.phone import PhoneProblem, in_words
from app.people.phone_cell import REPAIRS, PhoneCell

__all__ = ["Cell", "Context", "ReadRow", "Reads", "RowReader"]

MOST_SHOWN = 60
# Never a mistake to mend: there is simply nothing to text.
NOT_TEXTED = {
    *(PhoneProblem.EMPTY, PhoneProblem.LANDLINE, PhoneProblem.FOREIGN, PhoneProblem.PERSONAL),
    *(PhoneProblem.PAGER, PhoneProblem.OTHER_KIND, PhoneProblem.DO_NOT_TEXT),
}
ALL_DIFFER = (headings.NHS_NUMBER, headings.APPOINTMENT_ID)


SHIFTED = CellFault(
    "too_many_cells",
    "This row has more cells than there are headings: a separator stands inside a cell. Put that "
    "cell in quotation marks.",
)


class ReadRow(NamedTuple):
    """The values of one row by field; None where a cell is at fault. `problems` name those."""

    number: int
    texts: tuple[str, ...]
    values: Mapping[str, Any]
    phone: PhoneCell
    problems: list[Problem]
    repairs: list[Repair]


class RowReader:
    """Reads the rows of one list, laid out as `layout` says."""

    def __init__(self, layout: Layout, context: Context) -> None:
        self.layout = layout
        self.read_at = context.read_at
        # No visit is more than two years ahead, so nobody is born after that.
        latest = context.read_at.date() + timedelta(days=731)
        readers = readers_of(layout, context, latest)
        self.columns: list[tuple[str, int, Reads]] = [
            (name, place, (Anew if name in ALL_DIFFER else Memory)(readers[name]))
            for name, place in layout.places.items()
        ]
        self.flags: list[tuple[str, int, Reads]] = [
            (name, place, Memory(of_unquoted(FLAG_READERS.get(name, cells.read_flag))))
            for name, places in layout.flags.items()
            for place in places
        ]
        self.phones = Anew(partial(phone_of, fictional=context.fictional))
        self.usual_width = 0
        self.width = max((place for place in _places(layout)), default=0) + 1

    def expect(self, table_rows: Sequence[TableRow]) -> None:
        """Learn how many cells the rows of this list have: some programs end each with a comma."""
        widths = Counter(len(row.cells) for row in table_rows)
        self.usual_width = widths.most_common(1)[0][0] if widths else 0

    def filled(self, table_rows: Sequence[TableRow]) -> list[tuple[str, ...]]:
        """The cells of rows, each row as wide as its columns reach."""
        width = self.width
        return [
            cells if len(cells) >= width else cells + ("",) * (width - len(cells))
            for _, cells in table_rows
        ]

    def is_shifted(self, texts: Sequence[str]) -> bool:
        """Whether a row has more in it than there are headings: its cells may stand elsewhere."""
        most = len(self.layout.headings)
        if len(texts) <= most:
            return False
        return len(texts) > self.usual_width or bool("".join(texts[most:]).strip())

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
            if found.fault is not None or found.repair is not None:
                self._tell(row, place, texts[place], found)
        if self.is_shifted(texts):
            place = len(self.layout.headings)
            self._tell(row, place, "".join(texts[place:]), Cell(None, SHIFTED))
        if row.phone.problem is not None or row.phone.repair is not None:
            self._tell_phone(row, texts)
        return row._replace(values=values)

    def _tell(self, row: ReadRow, place: int, text: str, found: Cell) -> None:
        shown, heading = visible(text.strip()[:MOST_SHOWN]), self.layout.at(place)
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
            if found.problem is PhoneProblem.DO_NOT_TEXT:
                # Who wrote so beside one number does not mean that another is to be texted instead.
                return found
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


def visible(text: str) -> str:
    """Write what nobody sees as a mark, so that it does nothing on a page or in a terminal.

    >>> visible("a\x1bb\u202ec\xa0d")
    'a\ufffdb\ufffdc d'
    """
    plain = text.replace("\xa0", " ")
    return "".join(char if char.isprintable() else "\ufffd" for char in plain)


def _places(layout: Layout) -> list[int]:
    flags = [place for places in layout.flags.values() for place in places]
    return [*layout.places.values(), *(phone.place for phone in layout.phones), *flags]
