"""Three young people and their visits, to be written in a hundred ways and read in one."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Visit:
    """One visit of one person: day and month could each be taken for the other."""

    nhs: str
    first: str
    last: str
    born: date
    mobile: str
    at: datetime
    id: str

    @property
    def day(self) -> date:
        return self.at.date()

    @property
    def clock(self) -> time:
        return self.at.time()


VISITS = (
    Visit("9999458076", "Sam", "Okafor", date(2010, 3, 4), "07700900101",
          datetime(2026, 6, 3, 9, 30, tzinfo=LONDON), "A-1"),
    Visit("9993021571", "Aisha", "Begum", date(2008, 11, 2), "07700900102",
          datetime(2026, 6, 4, 14, 0, tzinfo=LONDON), "A-2"),
    Visit("9992129972", "Zoë", "O'Neill", date(2007, 1, 9), "07700900104",
          datetime(2026, 12, 1, 10, 20, tzinfo=LONDON), "A-3"),
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """One file and what must come of it.

    `takes` are the visits that must come out of it, counted from 1, exactly as they are; `refused`
    what its refusal says; `asks` the fields a person is asked for; `problems`, `repairs` and
    `aside` are "row code"; `skipped` what is left out; `also` further attributes of every row.
    """

    content: bytes
    takes: tuple[int, ...] = (1, 2, 3)
    refused: str = ""
    asks: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)
    also: Mapping[str, Any] = field(default_factory=dict)


Write = Callable[[Visit], Any]
Column = tuple[str, Write]


def dated(form: str) -> Write:
    return lambda visit: visit.day.strftime(form)


def moment(form: str) -> Write:
    return lambda visit: visit.at.strftime(form)


def born(form: str) -> Write:
    return lambda visit: visit.born.strftime(form)


def clock(form: str) -> Write:
    return lambda visit: visit.at.strftime(form)


def always(words: Any) -> Write:
    return lambda visit: words


NHS: Column = ("NHS number", lambda visit: visit.nhs)
FIRST: Column = ("First name", lambda visit: visit.first)
LAST: Column = ("Last name", lambda visit: visit.last)
BORN: Column = ("Date of birth", born("%d/%m/%Y"))
MOBILE: Column = ("Mobile", lambda visit: visit.mobile)
DAY: Column = ("Appointment date", dated("%d/%m/%Y"))
TIME: Column = ("Appointment time", clock("%H:%M"))
CLINIC: Column = ("Clinic code", always("RIV-TUE"))
ORDINARY = (NHS, FIRST, LAST, BORN, MOBILE, DAY, TIME, CLINIC)


def put(changed: Mapping[str, Column | Write | None], *more: Column) -> list[Column]:
    """The ordinary columns with some of them changed, by heading; None leaves one out."""
    columns: list[Column] = []
    for heading, write in ORDINARY:
        new = changed.get(heading, (heading, write))
        if new is not None:
            columns.append(new if isinstance(new, tuple) else (heading, new))
    return [*columns, *more]


def lines(columns: Sequence[Column] = ORDINARY) -> list[list[Any]]:
    """Headings and three rows."""
    return [[heading for heading, _ in columns]] + [
        [write(visit) for _, write in columns] for visit in VISITS
    ]


def text(
    rows: Sequence[Sequence[Any]], separator: str = ",", encoding: str = "utf-8", ends: str = "\r\n"
) -> bytes:
    """Write rows as a text file."""
    file = StringIO()
    csv.writer(file, delimiter=separator, lineterminator=ends).writerows(rows)
    return file.getvalue().encode(encoding)


def a_csv(changed: Mapping[str, Column | Write | None], *more: Column, **given: Any) -> Shape:
    """A CSV with some columns changed."""
    return Shape(text(lines(put(changed, *more))), **given)
