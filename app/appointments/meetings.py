"""Two visits of one person at one time (pure): what would make them meet is left out."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from app.appointments.change import COMES, Change, RowChange
from app.appointments.headings import APPOINTMENT_DATE
from app.appointments.holding import Held
from app.appointments.rows import Problem


def without_meetings(changes: list[RowChange], held: Held) -> tuple[list[RowChange], list[Problem]]:
    """Leave out what would put two visits of one person at one time: one left out may stop another
    from leaving, so this is asked until nothing more is left out.
    """
    problems: list[Problem] = []
    while met := list(_taken_times(changes, held)):
        problems += met
        changes = _without(changes, {problem.row for problem in met})
    return changes, problems


def _taken_times(changes: Sequence[RowChange], held: Held) -> Iterable[Problem]:
    """Name the rows that would put a visit at a time at which the same person has another."""
    if not held.appointments:
        return
    leaving = {
        change.appointment_id
        for change in changes
        if change.change in (Change.MOVED, Change.CANCELLED)
    }
    busy = {
        (each.young_person_id, each.clinic_id, each.starts_at): each.id
        for each in held.appointments
        if each.status != "cancelled" and each.id not in leaving
    }
    for change in changes:
        row = change.row
        there = busy.get(_key(change))
        if change.change in COMES and there not in (None, change.appointment_id):
            words = "They have another visit at this very time. Cancel that one, or mend the time."
            shown = f"{row.starts_at:%d/%m/%Y}"
            yield Problem(row.number, APPOINTMENT_DATE, shown, words, "time_taken")


def _key(change: RowChange) -> tuple[UUID, UUID, datetime]:
    """Whose visit it is, where, and when: what becomes of a visit leaves its time as it is held."""
    stays = change.change is Change.OUTCOME
    when = change.was_at if stays and change.was_at else change.row.starts_at
    return change.person_id or UUID(int=0), change.row.clinic_id, when


def _without(changes: list[RowChange], rows: Collection[int]) -> list[RowChange]:
    return [change for change in changes if change.row.number not in rows] if rows else changes
