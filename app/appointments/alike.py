"""Rows of one list beside each other (pure): the same twice, one person two ways, an old slot."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter

from app.appointments import headings
from app.appointments.layout import Layout
from app.appointments.rows import ListRow, Note, Problem
from app.appointments.words import Status
from app.people.names import same_name

NO_MOBILE = {
    "empty": "There is no mobile: they will not be texted.",
    "landline": "The number is a landline: it is not kept, and they will not be texted.",
    "foreign": "The number is not of the UK: it is not kept, and they will not be texted.",
    "pager": "The number is a pager: it is not kept, and they will not be texted.",
    "personal": "The number begins 070 and is no mobile: they will not be texted.",
    "other_kind": "The number is not a mobile: it is not kept, and they will not be texted.",
    "do_not_text": "The cell says not to text this number: it is not kept, and they will not be "
    "texted.",
    "left_out": "Their number was left out, as you decided: they will not be texted.",
}
FLAGGED = {
    "deceased": "The list says that they have died: they are never texted.",
    "do_not_text": "The list says not to text them: they are never texted.",
}


def with_rebookings_settled(
    rows: Sequence[ListRow], *, now: datetime
) -> tuple[list[ListRow], list[Note]]:
    """Say of each row marked rebooked whether it is the old slot or the new one.

    It is the old one, and so cancelled, if the list has another booked visit ahead of the same
    person at the same clinic; otherwise it is the visit itself.
    """
    if not any(row.status is Status.REBOOKED for row in rows):
        return list(rows), []
    ahead = {
        (row.nhs_number, row.clinic_id)
        for row in rows
        if row.status is Status.BOOKED and row.starts_at > now
    }
    settled, notes = [], []
    for row in rows:
        if row.status is not Status.REBOOKED:
            settled.append(row)
            continue
        old = (row.nhs_number, row.clinic_id) in ahead
        settled.append(row._replace(status=Status.CANCELLED if old else Status.BOOKED))
        words = (
            "the list has their new visit, so this one is cancelled" if old else "taken as booked"
        )
        notes.append(Note(row.number, f"Rebooked: {words}."))
    return settled, notes


def with_cancelled_settled(rows: Sequence[ListRow]) -> tuple[list[ListRow], list[Note]]:
    """Leave out a cancelled row where another row has the very visit booked, whatever the order.

    A system that cancels a slot and books it again lists both.
    """
    if not any(row.status is Status.CANCELLED for row in rows):
        return list(rows), []
    booked = {key for row in rows if row.status is Status.BOOKED for key in _visit_keys(row)}
    over = {row.number for row in rows if row.cancelled and booked & {*_visit_keys(row)}}
    words = "Cancelled here, and booked in another row: taken as booked."
    notes = [Note(number, words) for number in over]
    return [row for row in rows if row.number not in over], sorted(notes)


def _visit_keys(row: ListRow) -> Iterable[object]:
    yield row.nhs_number, row.clinic_id, row.starts_at
    if row.appointment_id:
        yield row.clinic_id, row.appointment_id, row.nhs_number


def with_one_word_of_each(
    rows: Sequence[ListRow], told: Mapping[str, str] | None = None
) -> list[ListRow]:
    """Let what one row says of a person count for all rows of that person: flags, and a mobile.

    Any row that says not to text them is enough, even one to mend (`told`); a row without a mobile
    takes that of another.
    """
    several = {number for number, count in Counter(map(NUMBER, rows)).items() if count > 1}
    flags = dict(told or {})
    if not several and not flags:
        return list(rows)
    mobiles: dict[str, ListRow] = {}
    for row in rows:
        if row.nhs_number in several and row.flagged:
            flags[row.nhs_number] = min(row.flagged, flags.get(row.nhs_number, row.flagged))
        if row.nhs_number in several and row.mobile:
            mobiles.setdefault(row.nhs_number, row)
    return [_as_others_say(row, flags, mobiles) for row in rows]


NUMBER = attrgetter("nhs_number")


def _as_others_say(
    row: ListRow, flags: Mapping[str, str], mobiles: Mapping[str, ListRow]
) -> ListRow:
    if row.nhs_number in flags:
        # "deceased" goes before "do_not_text": it is the graver, and the first by its letters.
        row = row._replace(flagged=flags[row.nhs_number])
    other = mobiles.get(row.nhs_number)
    if row.mobile is None and row.no_mobile == "empty" and other is not None:
        owner = other.number_belongs_to
        return row._replace(mobile=other.mobile, number_belongs_to=owner, no_mobile=None)
    return row


def without_repeats(
    rows: Sequence[ListRow], layout: Layout, *, now: datetime
) -> tuple[list[ListRow], list[Problem]]:
    """Take out what a row says that an earlier one has said, or said otherwise."""
    if not _may_repeat(rows):
        return list(rows), []
    kept: list[ListRow] = []
    problems: list[Problem] = []
    ids: dict[object, int] = {}
    people: dict[str, ListRow] = {}
    times: dict[str, dict[object, int]] = {}
    for row in rows:
        known = people.setdefault(row.nhs_number, row)
        # Most people have one row: only of the others are the times held against each other.
        earlier = (
            {} if known is row else times.setdefault(row.nhs_number, {_time(known): known.number})
        )
        # One ID may stand for a whole course of visits: what is over, and what is ahead.
        id_key = (row.clinic_id, row.appointment_id, row.starts_at > now)
        if _time(row) in earlier:
            first = earlier[_time(row)]
            problems.append(_repeat(row, layout, headings.APPOINTMENT_TIME, first))
        elif row.appointment_id and id_key in ids:
            problems.append(_repeat(row, layout, headings.APPOINTMENT_ID, ids[id_key]))
        elif known is not row and _differs(known, row):
            problems.append(_two_people(row, layout, known))
        else:
            kept.append(row)
            earlier[_time(row)] = ids[id_key] = row.number
    return kept, problems


def _may_repeat(rows: Sequence[ListRow]) -> bool:
    """Whether any NHS number or appointment ID stands in two rows."""
    ids = [row.appointment_id for row in rows if row.appointment_id]
    return len({row.nhs_number for row in rows}) < len(rows) or len(set(ids)) < len(ids)


def _time(row: ListRow) -> object:
    return row.clinic_id, row.starts_at


def _two_people(row: ListRow, layout: Layout, known: ListRow) -> Problem:
    words = f"Row {known.number} gives this NHS number another name or date of birth."
    heading, message = layout.heading(headings.NHS_NUMBER), f"{words} Mend one of them."
    return Problem(row.number, heading, row.nhs_number, message, "two_people")


def _repeat(row: ListRow, layout: Layout, name: str, first: int) -> Problem:
    value = row.appointment_id or "" if name == headings.APPOINTMENT_ID else ""
    words = f"This is the same appointment as row {first}. Leave one of them out."
    return Problem(row.number, layout.heading(name), value, words, "repeated")


def _differs(one: ListRow, other: ListRow) -> bool:
    return one.date_of_birth != other.date_of_birth or not (
        same_name(one.first_name, other.first_name) and same_name(one.last_name, other.last_name)
    )


def notes_of(rows: Sequence[ListRow]) -> list[Note]:
    """Say of which rows nobody will be texted, and why."""
    notes = []
    for row in rows:
        if row.flagged:
            notes.append(Note(row.number, FLAGGED[row.flagged]))
        elif row.mobile is None and row.status is Status.BOOKED:
            notes.append(Note(row.number, NO_MOBILE[row.no_mobile or "empty"]))
    return notes
