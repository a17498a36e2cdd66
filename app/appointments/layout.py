"""How a sheet is laid out (pure): where its headings stand and which column is which."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.appointments.headings import (
    APPOINTMENT_DATE,
    APPOINTMENT_TIME,
    CLINIC_CODE,
    FIELDS,
    FIRST_NAME,
    FULL_NAME,
    LAST_NAME,
    MOBILE,
    NEEDED,
    WHAT_TO_MEND,
    plain,
)
from app.appointments.spreadsheet.table import Table, TableRow


@dataclass(frozen=True)
class Phone:
    """A column of phone numbers: its place, and whose they are if its heading says so."""

    place: int
    owner: str | None = None


@dataclass(frozen=True)
class Layout:
    """Where the headings stand and which column is which.

    `heading_rows` are row numbers, none in a file without headings; `places` say where a field
    stands; `flags` are yes-or-no fields, each with every column that may say yes; `one_clinic` is
    the code of the clinic that all rows are for, if no column names it; `doubtful` are needed
    fields that more than one column could be.
    """

    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]
    places: Mapping[str, int] = field(default_factory=dict)
    phones: tuple[Phone, ...] = ()
    one_clinic: str = ""
    doubtful: tuple[str, ...] = ()
    flags: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    dates_hold_times: bool = False

    @property
    def missing(self) -> list[str]:
        """The needed fields that no column gives; a full name stands for both names."""
        have = set(self.places) | ({MOBILE} if self.phones else set())
        have |= {FIRST_NAME, LAST_NAME} if FULL_NAME in have else set()
        have |= {CLINIC_CODE} if self.one_clinic else set()
        have |= {APPOINTMENT_TIME} if self.dates_hold_times and APPOINTMENT_DATE in have else set()
        return [each for each in NEEDED if each not in have]

    @property
    def is_of_rows_to_mend(self) -> bool:
        """Whether this is our own download, mended: rows of a list, and never all of one."""
        return plain(WHAT_TO_MEND) in map(plain, self.headings)

    @property
    def known(self) -> int:
        """How many fields the headings name."""
        return len(self.places) + len(self.flags) + bool(self.phones) + len(self.doubtful)

    def heading(self, wanted: str) -> str:
        """What the file itself calls a field; a file without headings, its letter."""
        place = self.phones[0].place if wanted == MOBILE and self.phones else None
        place = self.places.get(wanted) if place is None else place
        return self.at(place) if place is not None else wanted

    def at(self, place: int) -> str:
        """What the file calls one of its columns."""
        written = self.headings[place].strip() if place < len(self.headings) else ""
        return written or f"Column {letters(place)}"

    def kept(self) -> dict[str, Any]:
        """Return what is remembered of a layout: places and a clinic's code, never words."""
        return {
            "places": dict(self.places),
            "phones": [[phone.place, phone.owner] for phone in self.phones],
            "flags": {name: list(places) for name, places in self.flags.items()},
            "one_clinic": self.one_clinic,
        }

    def with_kept(self, kept: Mapping[str, Any]) -> "Layout":
        """Put what was remembered in the place of what was recognised."""
        return replace(
            self,
            places={name: place for name, place in kept["places"].items() if name in FIELDS},
            phones=tuple(Phone(place, owner) for place, owner in kept["phones"]),
            flags={name: tuple(places) for name, places in kept["flags"].items()},
            one_clinic=kept["one_clinic"],
            doubtful=(),
        )


def letters(place: int) -> str:
    """Name a column as a spreadsheet does.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    name, rest = "", place + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def chosen(layout: Layout, answers: Mapping[str, int], one_clinic: str = "") -> Layout:
    """Lay out a sheet as a person said, field by field."""
    phones = _phones_chosen(layout, answers) if MOBILE in answers else layout.phones
    places = {name: place for name, place in answers.items() if name != MOBILE}
    return replace(layout, places=places, phones=phones, one_clinic=one_clinic, doubtful=())


def _phones_chosen(layout: Layout, answers: Mapping[str, int]) -> tuple[Phone, ...]:
    """The chosen column first, then the others that were recognised, with their owners."""
    place = answers[MOBILE]
    known = {phone.place: phone for phone in layout.phones}
    first = known.get(place, Phone(place))
    others = (each for each in layout.phones if each.place not in answers.values())
    return first, *others


def shape_of(layout: Layout) -> str:
    """Name the shape of a file: its headings in their order, or its width if it has none."""
    named = "|".join(plain(heading) for heading in layout.headings)
    return named.strip("|") or f"{len(layout.headings)} columns without headings"


def data_rows(table: Table, layout: Layout) -> list[TableRow]:
    """The rows below the headings; all of them where there are none."""
    last = max(layout.heading_rows, default=0)
    return table.rows[bisect_right(table.rows, last, key=lambda row: row.number) :]
