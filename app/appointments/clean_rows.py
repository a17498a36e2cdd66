"""The rows of which there is nothing to say, many at once, column by column (pure).

Nearly every row of a hospital's list is in order. Those are read here, each different text once and
whole columns at a time; a row with any fault, repair or doubt is left to be read on its own, which
says the same of a row in order (a test holds the two to it).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress, repeat
from typing import Any

from app.appointments import headings
from app.appointments.cells import PLAIN_ID
from app.appointments.faults import CellFault
from app.appointments.field_readers import Cell, Reads
from app.appointments.person_names import plain_name
from app.appointments.row_reader import RowReader
from app.appointments.rows import KnownClinic, ListRow
from app.appointments.spreadsheet.table import TableRow
from app.appointments.whole_row import (
    days_of_service,
    flag_of,
    is_over_ahead,
    owner_of,
    status_of,
    visit_start,
)
from app.people.nhs_number import plain_number
from app.people.phone import plain_mobile

VISIT = (
    *(headings.CLINIC_CODE, headings.APPOINTMENT_DATE, headings.APPOINTMENT_TIME),
    *(headings.STATUS, headings.OUTCOME, headings.CANCELLED, headings.DNA),
    headings.FURTHER_STATUS,
)
ABOUT = (
    *(headings.DECEASED, headings.DO_NOT_TEXT, headings.CONSENT, headings.INTERPRETER),
    *(headings.TEST_PERSON, headings.LANGUAGE, headings.POSTCODE, headings.ETHNICITY),
    *(headings.VISIT_KIND, headings.OWNER),
)
Texts = tuple[str, ...]
Values = Mapping[str, Any]


class Together(dict[Any, Any]):
    """What several texts of a row say together, each different set of them read once.

    None if any of them has a fault or a repair: then the row is read on its own.
    """

    def __init__(
        self, columns: Sequence[tuple[str, int, Reads]], says: Callable[[Values], Any]
    ) -> None:
        super().__init__()
        self._columns, self._says = columns, says

    def __missing__(self, texts: Any) -> Any:
        # Of one column only, the text itself is the key.
        found = self[texts] = self._read((texts,) if type(texts) is str else texts)
        return found

    def _read(self, texts: Texts) -> Any:
        values: dict[str, Any] = {}
        for (name, _, memory), text in zip(self._columns, texts, strict=True):
            cell = memory[text]
            if cell.fault is not None or cell.repair is not None:
                return None
            values[name] = values.get(name) or cell.value
        return self._says(values)

    def of(self, texts: Sequence[Texts]) -> list[Any]:
        """Return what each row says, given the texts of the file column by column."""
        places = [place for _, place, _ in self._columns]
        if not places:
            return [self[()]] * len(texts[0])
        if len(places) == 1:
            return list(map(self.__getitem__, texts[places[0]]))
        return list(map(self.__getitem__, zip(*(texts[place] for place in places), strict=True)))


class Names(dict[str, Any]):
    """Reads each different name of a column once; None if it has a fault or a repair."""

    def __init__(self, memory: Reads) -> None:
        super().__init__()
        self._memory = memory

    def __missing__(self, text: str) -> Any:
        found = self[text] = plain_name(text) or _plain(self._memory[text])
        return found


class CleanRows:
    """Reads the rows of one list that are in order."""

    def __init__(self, reader: RowReader, only_clinic: KnownClinic | None) -> None:
        self._reader = reader
        self._only_clinic = only_clinic
        self._phone = reader.layout.phones[0]
        self._visits = self._together(VISIT, self._visit)
        self._born = self._together((headings.DATE_OF_BIRTH,), _born)
        self._postcodes = self._together((headings.POSTCODE,), _postcode)
        self._about = self._together(ABOUT, self._said)

    def _together(self, names: Iterable[str], says: Callable[[Values], Any]) -> Together:
        wanted = set(names)
        columns = [*self._reader.columns, *self._reader.flags]
        return Together([each for each in columns if each[0] in wanted], says)

    def split(self, table_rows: Sequence[TableRow]) -> tuple[list[ListRow], list[TableRow]]:
        """Return the rows that are in order, and the lines that have to be read on their own."""
        if not table_rows:
            return [], []
        rows = self._reader.filled(table_rows)
        texts = list(zip(*rows, strict=False))
        visits, born, about = self._visits.of(texts), self._born.of(texts), self._about.of(texts)
        firsts, lasts = self._names(texts)
        numbers, mobiles, postcodes = (
            self._numbers(texts),
            self._mobiles(texts),
            self._postcodes.of(texts),
        )
        ids, faulty = self._ids(texts)
        told = (numbers, mobiles, firsts, lasts, postcodes, visits, born, about)
        sound = _all_told(told, faulty | self._shifted(rows))
        sound = [
            bool(fine and b[1] <= v[3] <= b[2])
            for fine, v, b in zip(sound, visits, born, strict=True)
        ]
        kept: Any = (
            table_rows,
            numbers,
            firsts,
            lasts,
            mobiles,
            ids,
            postcodes,
            visits,
            born,
            about,
        )
        if all(sound):
            return _rows(*kept), []
        left = [row for row, fine in zip(table_rows, sound, strict=True) if not fine]
        if len(left) == len(table_rows):
            return [], left
        return _rows(*(list(compress(column, sound)) for column in kept)), left

    def _shifted(self, rows: Sequence[Texts]) -> set[int]:
        """The places of the rows that have more cells than there are headings."""
        if max(map(len, rows)) <= len(self._reader.layout.headings):
            return set()
        return {place for place, row in enumerate(rows) if self._reader.is_shifted(row)}

    def _names(self, texts: Sequence[Texts]) -> tuple[list[str], list[str]]:
        """First and last names, from a column each or from one for both."""
        if headings.FULL_NAME in self._reader.layout.places:
            whole = (headings.FULL_NAME, headings.FIRST_NAME, headings.LAST_NAME)
            names = [found or ("", "") for found in self._together(whole, _full_name).of(texts)]
            return [first for first, _ in names], [last for _, last in names]
        first, last = (self._column(name) for name in (headings.FIRST_NAME, headings.LAST_NAME))
        firsts, lasts = Names(first[1]), Names(last[1])
        return (
            list(map(firsts.__getitem__, texts[first[0]])),
            list(map(lasts.__getitem__, texts[last[0]])),
        )

    def _numbers(self, texts: Sequence[Texts]) -> list[str | None]:
        place, memory = self._column(headings.NHS_NUMBER)
        return [plain_number(text) or _plain(memory[text]) for text in texts[place]]

    def _mobiles(self, texts: Sequence[Texts]) -> list[str | None]:
        place, phones = self._phone.place, self._reader.phones
        return [plain_mobile(text) or _plain_phone(phones[text]) for text in texts[place]]

    def _ids(self, texts: Sequence[Texts]) -> tuple[list[str | None], set[int]]:
        """The appointment IDs, none where none is said, and the places of the faulty ones."""
        if headings.APPOINTMENT_ID not in self._reader.layout.places:
            return [None] * len(texts[0]), set()
        at, memory = self._column(headings.APPOINTMENT_ID)
        is_plain = PLAIN_ID.fullmatch
        ids = [text if is_plain(text) else None for text in texts[at]]
        faulty = set()
        for place in (place for place, found in enumerate(ids) if found is None):
            cell = memory[texts[at][place]]
            ids[place] = cell.value
            if cell.fault is not None:
                faulty.add(place)
        return ids, faulty

    def _column(self, wanted: str) -> tuple[int, Reads]:
        return next((place, reads) for name, place, reads in self._reader.columns if name == wanted)

    def _visit(self, values: Values) -> Any:
        """Clinic, start, status and day of a visit; None if they do not make one."""
        clinic = self._only_clinic or values.get(headings.CLINIC_CODE)
        when, clock = values[headings.APPOINTMENT_DATE], values.get(headings.APPOINTMENT_TIME)
        read_at, status = self._reader.read_at, status_of(values)
        if clinic is None:
            return None
        try:
            start = visit_start(when, clock, clinic.zone, read_at)
        except CellFault:
            return None
        if is_over_ahead(status, start, read_at):
            return None
        return clinic.id, start, status, when.day

    def _said(self, values: Values) -> Any:
        """What a row says of its person besides; None for a test patient."""
        if values.get(headings.TEST_PERSON):
            return None
        return (
            owner_of(values.get(headings.OWNER), self._phone.owner),
            values.get(headings.LANGUAGE),
            flag_of(values),
            values.get(headings.INTERPRETER),
            values.get(headings.ETHNICITY),
            values.get(headings.VISIT_KIND),
        )


def _all_told(columns: Iterable[Sequence[Any]], faulty: Iterable[int]) -> list[bool]:
    """Say of each row whether every column tells something of it."""
    told: list[bool] | None = None
    for column in columns:
        if told is None:
            told = [True] * len(column)
        if not all(column):
            told = [bool(fine and value) for fine, value in zip(told, column, strict=True)]
    whole = told or []
    for place in faulty:
        whole[place] = False
    return whole


def _rows(
    lines: Sequence[TableRow],
    numbers: Sequence[str],
    firsts: Sequence[str],
    lasts: Sequence[str],
    mobiles: Sequence[str],
    ids: Sequence[str | None],
    postcodes: Sequence[Any],
    visits: Sequence[Any],
    born: Sequence[Any],
    about: Sequence[Any],
) -> list[ListRow]:
    """Put the columns of the rows in order together again."""
    clinics, starts, statuses, _ = zip(*visits, strict=True)
    owners, languages, flags, interpreters, ethnicities, kinds = zip(*about, strict=True)
    places = [line[0] for line in lines]
    births = [each[0] for each in born]
    person = (numbers, firsts, lasts, births, mobiles, owners, languages)
    said = (ids, statuses, repeat(None, len(lines)), flags, interpreters)
    further = ([each[0] for each in postcodes], ethnicities, kinds)
    columns = (places, *person, clinics, starts, *said, *further)
    return list(map(ListRow._make, zip(*columns, strict=True)))


def _plain(cell: Cell) -> Any:
    return None if cell.fault is not None or cell.repair is not None else cell.value


def _plain_phone(cell: Cell) -> str | None:
    """A mobile of which there is nothing to say: no repair, and no note of whose it is."""
    found = cell.value
    return None if found.repair or found.owner else found.mobile


def _born(values: Values) -> Any:
    """The date of birth, and the first and last day on which they are of the service's age."""
    born = values[headings.DATE_OF_BIRTH]
    return born, *days_of_service(born)


def _full_name(values: Values) -> tuple[str, str]:
    first, last = values[headings.FULL_NAME]
    return values.get(headings.FIRST_NAME) or first, values.get(headings.LAST_NAME) or last


def _postcode(values: Values) -> tuple[Any]:
    return (values.get(headings.POSTCODE),)
