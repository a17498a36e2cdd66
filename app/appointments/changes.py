"""What a list changes (pure): each row beside what is held already."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from app.appointments.book import Book, details_differ
from app.appointments.change import Change, Changes, RowChange
from app.appointments.headings import APPOINTMENT_DATE, APPOINTMENT_ID
from app.appointments.holding import Held, HeldAppointment
from app.appointments.meetings import without_meetings
from app.appointments.questions import settle
from app.appointments.rows import ListRow, Note, Problem
from app.appointments.words import Status

CANCEL = "cancel"
OVER = ("fulfilled", "noshow")
PAST = "This appointment is already past. Leave it out, or mend the date."


def compare(
    rows: Sequence[ListRow],
    held: Held,
    *,
    now: datetime,
    decisions: Mapping[str, str] | None = None,
    done: Collection[int] = (),
    rejected: Collection[str] = (),
    flags: Mapping[str, str] | None = None,
    is_part: bool = False,
) -> Changes:
    """Say what each row changes; rows that disagree about who somebody is wait for a person.

    `decisions` are a person's answers; `done` are the rows that were saved from this very content
    before, and do nothing again; `rejected` are the NHS numbers of rows to mend: what is held for
    those people is not missing, it is only not told; `flags` say of everybody in the list, whatever
    becomes of their rows, why they must not be texted. Of a part of a list nothing is missing.
    """
    answers = decisions or {}
    fresh = [row for row in rows if row.number not in done] if done else rows
    settled = settle(_without_ids_of_the_past(fresh, held, now), held, answers)
    taken = list(_taken_ids(settled.rows, held))
    wrong = {problem.row for problem in taken}
    good = [row for row in settled.rows if row.number not in wrong] if wrong else settled.rows
    untold = _left_out(fresh, good)
    book = Book(held, fresh, now, None if is_part else untold.union(rejected))
    changes, past, notes = _each(good, book, held, now)
    changes += [RowChange(row, Change.UNCHANGED, None) for row in rows if row.number in done]
    missing: list[HeldAppointment] = []
    if held.appointments and not done and not is_part:
        missing = _missing(book, changes, held, untold.union(rejected))
    cancelled = tuple(v.id for v in missing if answers.get(f"missing:{v.id}") == CANCEL)
    changes, met = without_meetings(changes, held)
    problems = [*settled.problems, *taken, *past, *met]
    flagged = _flagged(changes, fresh, held, flags or {})
    asked = (settled.questions, cancelled, settled.answered)
    return Changes(changes, problems, settled.notes + notes, missing, *asked, flagged)


def _left_out(rows: Sequence[ListRow], good: Sequence[ListRow]) -> set[str]:
    """The NHS numbers of the rows that do not go ahead."""
    if len(good) == len(rows):
        return set()
    going = {row.number for row in good}
    return {row.nhs_number for row in rows if row.number not in going}


def _each(
    rows: Sequence[ListRow], book: Book, held: Held, now: datetime
) -> tuple[list[RowChange], list[Problem], list[Note]]:
    """Say what each row does; a booked visit of the past that nobody holds is a problem."""
    changes: list[RowChange] = []
    past: list[Problem] = []
    notes: list[Note] = []
    none_held = not held.people and not held.appointments
    for row in rows:
        if none_held and row.status is Status.BOOKED and row.starts_at > now and not row.flagged:
            changes.append(RowChange(row, Change.NEW, None))
            continue
        change = _change_of(row, book, held, now)
        if change is None:
            shown = f"{row.starts_at:%d/%m/%Y}"
            past.append(Problem(row.number, APPOINTMENT_DATE, shown, PAST, "past"))
        else:
            changes.append(change)
            notes.extend(_maybe_moved(change, book, held))
    return changes, past, notes


def _maybe_moved(change: RowChange, book: Book, held: Held) -> Iterable[Note]:
    """Say of a new visit that the same person has another near it, on a day not in the list."""
    person = held.people.get(change.row.nhs_number)
    if change.change is Change.NEW and person and (other := book.also_booked(change.row, person)):
        when = f"{other.starts_at:%-d %B %Y}"
        words = f"They have a visit on {when} as well. If that one has moved, cancel it."
        yield Note(change.row.number, words)


def _flagged(
    changes: Sequence[RowChange],
    rows: Sequence[ListRow],
    held: Held,
    flags: Mapping[str, str],
) -> dict[UUID, str]:
    """Say who is not to be texted any more, though no row that goes ahead carries it."""
    said = {row.nhs_number: row.flagged for row in rows if row.flagged} | dict(flags)
    carried = {change.row.nhs_number for change in changes if change.details_differ}
    return {
        person.id: said[number]
        for number in said
        if number not in carried
        and (person := held.people.get(number)) is not None
        and person.not_texted not in ("deceased", said[number])
    }


def _without_ids_of_the_past(
    rows: Sequence[ListRow], held: Held, now: datetime
) -> Sequence[ListRow]:
    """Take the ID off a visit ahead that carries the one of a visit that is past.

    Some systems give one reference to a whole course of visits: what is over stays as it was.
    """
    over = {
        (each.clinic_id, each.external_id)
        for each in held.appointments
        if each.external_id and (each.status in OVER or each.starts_at <= now)
    }
    if not over:
        return rows
    return [
        row._replace(appointment_id=None)
        if row.starts_at > now and (row.clinic_id, row.appointment_id) in over
        else row
        for row in rows
    ]


def _missing(
    book: Book, changes: Iterable[RowChange], held: Held, untold: Collection[str]
) -> list[HeldAppointment]:
    named = {change.appointment_id for change in changes}
    waiting = {person.id for number in untold if (person := held.people.get(number))}
    return [each for each in book.missing(named) if each.young_person_id not in waiting]


def _taken_ids(rows: Iterable[ListRow], held: Held) -> Iterable[Problem]:
    """Name the rows whose appointment ID is held for somebody else."""
    owners = {
        (found.clinic_id, found.external_id): found.young_person_id for found in held.appointments
    }
    if not owners:
        return
    for row in rows:
        owner = owners.get((row.clinic_id, row.appointment_id)) if row.appointment_id else None
        person = held.people.get(row.nhs_number)
        if owner is not None and (person is None or owner != person.id):
            words = "This appointment ID is held for another young person. Check ID and row."
            value = row.appointment_id or ""
            yield Problem(row.number, APPOINTMENT_ID, value, words, "id_taken")


def _change_of(row: ListRow, book: Book, held: Held, now: datetime) -> RowChange | None:
    """Say what one row does; None if it is a booked visit of the past that nobody holds."""
    person = held.people.get(row.nhs_number)
    found = book.held_for(row, person)
    person_id = person.id if person else None
    # A row of the past, or of what is off or over, changes nothing of a person but a flag.
    is_ahead = row.status is Status.BOOKED and row.starts_at > now
    differ = person is not None and is_ahead and details_differ(row, person)
    if found is not None:
        change = _kind(row, found, differ, now)
        return RowChange(row, change, person_id, found.id, found.starts_at, differ)
    if row.status is not Status.BOOKED or (row.flagged == "deceased" and person is None):
        return RowChange(row, Change.IGNORED, person_id, details_differ=differ)
    if row.starts_at <= now:
        return None
    return RowChange(row, Change.NEW, person_id, details_differ=differ)


def _kind(row: ListRow, found: HeldAppointment, differ: bool, now: datetime) -> Change:
    if row.status is Status.CANCELLED:
        return Change.UNCHANGED if found.status == "cancelled" else Change.CANCELLED
    if row.status is not Status.BOOKED:
        return Change.UNCHANGED if found.status == row.status else Change.OUTCOME
    if row.starts_at <= now:
        # What has become of a past visit is not undone by a list that does not say.
        return Change.UNCHANGED
    if found.status == "cancelled":
        return Change.REBOOKED
    if found.starts_at != row.starts_at:
        return Change.MOVED
    new_id = row.appointment_id is not None and found.external_id is None
    new_kind = row.visit_kind is not None and row.visit_kind != found.visit_kind
    return Change.CHANGED if differ or new_id or new_kind else Change.UNCHANGED
