"""Which heading is which (pure): what is sure is taken, what is not is asked, never guessed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.appointments.dates import MIDNIGHT, read_when
from app.appointments.faults import CellFault
from app.appointments.heading_rows import is_data, is_grouping, joined
from app.appointments.headings import (
    APPOINTMENT_DATE,
    FIRST_NAME,
    FLAGS,
    FULL_NAME,
    FURTHER_STATUS,
    LAST_NAME,
    MOBILE,
    NEEDED,
    NHS_NUMBER,
    OUTCOME,
    PHONE_WORDS,
    STATUS,
    STRONG_WORDS,
    WEAK_WORDS,
    by_pattern,
    variants,
)
from app.appointments.layout import Layout, Phone, data_rows
from app.appointments.spreadsheet.table import DAY_NOUGHT_1900, Table, TableRow
from app.people.nhs_number import normalise
from app.people.phone import Mobile, read_mobile

ROWS_TRIED = 40
ROWS_SAMPLED = 50
LONGEST_TRIED = 100
LEAST_KNOWN = 3
ENOUGH_WRONG = 0.5


def find_layout(table: Table) -> Layout:
    """Find the heading row of a sheet and say which column is which."""
    rows = table.rows[:ROWS_TRIED]
    alone = [_named((row.number,), row.cells) for row in rows]
    # What stands under groups means something only together with them.
    candidates = [
        found for place, found in enumerate(alone) if not place or not is_grouping(rows[place - 1])
    ] + [
        _named((upper.number, lower.number), joined(upper, lower, table))
        for found, upper, lower in zip(alone, rows, rows[1:], strict=False)
        if found.missing and not any(map(is_data, lower.cells))
    ]
    best = max(candidates, key=lambda each: (each.known, -len(each.heading_rows)))
    if best.known < LEAST_KNOWN:
        return _unknown(table)
    rows = data_rows(table, best)
    return _without_suspects(with_times(best, rows), rows)


def with_times(layout: Layout, rows: Sequence[TableRow]) -> Layout:
    """Say whether the dates of the appointments hold their times as well."""
    place = layout.places.get(APPOINTMENT_DATE)
    hold = place is not None and _mostly(_holds_time, rows[:ROWS_SAMPLED], place)
    return replace(layout, dates_hold_times=hold)


def _holds_time(cell: str) -> bool:
    try:
        clock = read_when(cell, DAY_NOUGHT_1900).clock
    except CellFault:
        return False
    return clock is not None and clock != MIDNIGHT


def _named(numbers: tuple[int, ...], headings: tuple[str, ...]) -> Layout:
    return recognise(headings, numbers)


def recognise(headings: tuple[str, ...], numbers: tuple[int, ...] = (1,)) -> Layout:
    """Say which heading is which, as far as that is sure."""
    claims: dict[str, dict[int, int]] = {}
    weak: dict[str, dict[int, int]] = {}
    phones: list[tuple[int, int, str | None]] = []
    for place, heading in enumerate(headings):
        strength, what, rank = meaning(heading)
        if strength == "phone":
            phones.append((rank, place, what))
        elif strength:
            (claims if strength == "strong" else weak).setdefault(what, {})[place] = rank
    claims |= {name: places for name, places in weak.items() if not _settled(name, claims)}
    claims = _with_half_a_name(claims)
    single = {name: places for name, places in claims.items() if name not in FLAGS}
    flags = {name: tuple(places) for name, places in claims.items() if name in FLAGS}
    return Layout(
        numbers,
        headings,
        {name: min(p, key=lambda at: (p[at], at)) for name, p in single.items() if _sure(name, p)},
        tuple(Phone(place, owner) for _, place, owner in sorted(phones, key=lambda each: each[:2])),
        doubtful=tuple(name for name, places in single.items() if not _sure(name, places)),
        flags=flags | _further_statuses(claims),
    )


def _with_half_a_name(claims: dict[str, dict[int, int]]) -> dict[str, dict[int, int]]:
    """Take a column named Name beside a column of one half of it for the other half."""
    halves = {FIRST_NAME: LAST_NAME, LAST_NAME: FIRST_NAME}
    have = [half for half in halves if half in claims]
    if len(have) != 1 or FULL_NAME not in claims:
        return claims
    others = {name: places for name, places in claims.items() if name != FULL_NAME}
    return others | {halves[have[0]]: claims[FULL_NAME]}


def _further_statuses(claims: Mapping[str, Mapping[int, int]]) -> dict[str, tuple[int, ...]]:
    """The columns that say of a visit what has become of it, beside the likeliest ones."""
    more: list[int] = []
    for name in (STATUS, OUTCOME):
        places = claims.get(name, {})
        more += sorted(places, key=lambda at: (places[at], at))[1:]
    return {FURTHER_STATUS: tuple(more)} if more else {}


def _sure(name: str, places: Mapping[int, int]) -> bool:
    """Whether it is plain which column is meant; of optional ones the likeliest is taken."""
    return len(places) == 1 or name not in (*NEEDED, FULL_NAME)


def meaning(heading: str) -> tuple[str, Any, int]:
    """Say how strongly a heading names something, what it names, and how usual that wording is."""
    for variant in variants(heading):
        if variant in PHONE_WORDS:
            rank, owner = PHONE_WORDS[variant]
            return "phone", owner, rank
        for strength, words in (("strong", STRONG_WORDS), ("weak", WEAK_WORDS)):
            if variant in words:
                return strength, *words[variant]
    flag = by_pattern(heading)
    return ("strong", flag, len(STRONG_WORDS)) if flag else ("", None, 0)


def _settled(name: str, claims: Mapping[str, Any]) -> bool:
    """Whether a weak heading is not needed, for a better one names the field."""
    if name == FULL_NAME:
        return FULL_NAME in claims or (FIRST_NAME in claims and LAST_NAME in claims)
    if name == FIRST_NAME:
        # What somebody is known as is often empty: a name in full goes before it.
        return FIRST_NAME in claims or FULL_NAME in claims
    return name in claims


def _unknown(table: Table) -> Layout:
    """Lay out a sheet whose headings nobody knows: its first full row, unless that holds data."""
    width = max(len(row.cells) for row in table.rows)
    fullest = max(
        table.rows[:ROWS_TRIED], key=lambda row: sum(1 for cell in row.cells if cell.strip())
    )
    if any(map(is_data, fullest.cells)):
        return Layout((), ("",) * width)
    return _named((fullest.number,), fullest.cells)


def _without_suspects(layout: Layout, rows: Sequence[TableRow]) -> Layout:
    """Take back what the cells belie: phones under an NHS number's heading, or the other way."""
    sample = rows[:ROWS_SAMPLED]
    number = layout.places.get(NHS_NUMBER)
    suspects = number is not None and _mostly(_is_phone, sample, number)
    wrong = [phone for phone in layout.phones if _mostly(_is_number, sample, phone.place)]
    if not suspects and not wrong:
        return layout
    return replace(
        layout,
        places={name: at for name, at in layout.places.items() if name != NHS_NUMBER},
        phones=(),
        doubtful=(*layout.doubtful, NHS_NUMBER, MOBILE),
    )


def belied(layout: Layout, rows: Sequence[TableRow]) -> str:
    """Say which chosen column holds something else, if one does."""
    sample = rows[:ROWS_SAMPLED]
    number = layout.places.get(NHS_NUMBER)
    if number is not None and _mostly(_is_phone, sample, number):
        return f"{layout.at(number)} holds phone numbers, not NHS numbers. Choose another column."
    for phone in layout.phones:
        if _mostly(_is_number, sample, phone.place):
            return (
                f"{layout.at(phone.place)} holds NHS numbers, not mobiles. Choose another column."
            )
    return ""


def _mostly(test: Any, rows: Iterable[TableRow], place: int) -> bool:
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    full = [cell[:LONGEST_TRIED] for cell in cells if cell.strip()]
    return bool(full) and sum(map(test, full)) > len(full) * ENOUGH_WRONG


def _is_phone(cell: str) -> bool:
    return normalise(cell) is None and isinstance(read_mobile(cell, fictional=True), Mobile)


def _is_number(cell: str) -> bool:
    return normalise(cell) is not None and not isinstance(read_mobile(cell, fictional=True), Mobile)


def sampled(layout: Layout, rows: Sequence[TableRow], place: int, most: int = 3) -> list[str]:
    """The first different values of a column, to choose it by."""
    found: dict[str, None] = {}
    for row in rows[:ROWS_SAMPLED]:
        cell = row.cells[place].strip() if place < len(row.cells) else ""
        if cell:
            found[cell[:30]] = None
        if len(found) == most:
            break
    return list(found)
