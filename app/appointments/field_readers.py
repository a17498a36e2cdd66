"""How each field of a list is read (pure): which reader, and each different text only once."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

from app.appointments import cells, headings
from app.appointments.dates import When, read_clock, read_when
from app.appointments.faults import CellFault, Mended
from app.appointments.layout import Layout
from app.appointments.person_names import read_full_name, read_name
from app.appointments.rows import KnownClinic
from app.people.nhs_number import normalise
from app.people.phone import whole_digits
from app.people.phone_cell import read_phone_cell

# What a spreadsheet's text cell may begin with, and what our own downloads put before a formula.
QUOTE = "'"


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
    if type(found) is Mended:
        return Cell(found.value, repair=(found.code, found.words))
    return found if type(found) is Cell else Cell(found)


class Context(NamedTuple):
    """What every row of a list is read with."""

    clinics: Mapping[str, KnownClinic]
    day_nought: date
    read_at: datetime
    fictional: bool


FLAG_READERS: Mapping[str, Callable[[str], Any]] = {
    headings.CONSENT: cells.read_refusal,
    headings.INTERPRETER: cells.read_interpreter,
    headings.FURTHER_STATUS: cells.read_outcome,
}


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


def phone_of(text: str, *, fictional: bool) -> Cell:
    """Read a cell of a phone column: a PhoneCell, whatever is in it."""
    return Cell(read_phone_cell(unquoted(text), fictional=fictional))


def readers_of(layout: Layout, context: Context, latest: date) -> dict[str, Callable[[str], Any]]:
    """Say how each field is read."""
    readers: dict[str, Callable[[str], Any]] = {
        headings.NHS_NUMBER: _nhs_number,
        headings.FIRST_NAME: read_name,
        headings.LAST_NAME: read_name,
        headings.FULL_NAME: partial(
            read_full_name,
            surname_first=headings.says_surname_first(layout.heading(headings.FULL_NAME)),
        ),
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
        readers[headings.APPOINTMENT_TIME] = _or_none(read_clock)
    if headings.FULL_NAME in layout.places:
        for name in (headings.FIRST_NAME, headings.LAST_NAME):
            readers[name] = _or_none(readers[name])
    return {name: of_unquoted(reader) for name, reader in readers.items()}


def of_unquoted(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    """Read what a cell holds, without what only makes it text to a spreadsheet."""
    return lambda text: reader(unquoted(text))


def _nhs_number(text: str) -> Any:
    number = normalise(text)
    if number is not None:
        return number
    whole = whole_digits(text.removesuffix(".0"))
    if whole is not None and (number := normalise(whole)):
        return Cell(number, repair=("whole_number", f"The spreadsheet's number: {number}."))
    words = "This is not an NHS number: it has 10 digits and a check digit. Check it."
    raise CellFault("bad_nhs_number", words)


def _date(text: str, *, day_nought: date) -> Any:
    when: When = read_when(text, day_nought)
    if when.repair is None:
        return when
    shown = f"The spreadsheet's day number was read: {when.day:%-d %B %Y}."
    return Cell(when, repair=(when.repair, shown))


def _or_none(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    """Let a cell be empty where another column may say the same."""
    return lambda text: reader(text) if text.strip() else None


def _clinic(text: str, *, clinics: Mapping[str, KnownClinic]) -> KnownClinic:
    code = " ".join(text.upper().strip("'\" ").split())
    if not code:
        raise CellFault("missing_clinic", "The clinic code is missing. Add it.")
    if code in clinics:
        return clinics[code]
    bare = headings.plain(code)
    found = [
        clinic
        for clinic in clinics.values()
        if bare in (headings.plain(clinic.code), headings.plain(clinic.name))
        or code.startswith((f"{clinic.code} - ", f"{clinic.code} ("))
    ]
    if len(found) == 1:
        return found[0]
    words = "No clinic of yours has this code. Check it, or ask an administrator."
    raise CellFault("unknown_clinic", words)
