"""Who has asked for no more texts: recorded per number and per young person, until it is undone.

A number stops whoever holds it. A young person stops whatever number they have by then: a new
phone does not undo what they said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from app.audit.trail import record
from app.db import chunks, insert_new, unseal, vault_of
from app.invitations.models import OptOut
from app.people.models import YoungPerson
from app.privacy import new_id

# The gravest reason is kept. What staff recorded may say how they were told: `staff:phone`.
GRAVITY = {
    "paused": 0,
    "provider": 1,
    "texted": 2,
    "forget": 3,
    "wrong_number": 4,
    "staff": 5,
    "bereavement": 6,
}
# START undoes what somebody texted for themselves. A wrong number, a death, and what staff
# recorded are undone by staff.
BY_TEXT = ("texted", "forget", "provider", "paused")
PAUSED = "paused"
# "Not now" is not for ever: the next visit may be asked about again.
PAUSED_FOR = timedelta(weeks=4)

_REASONS = select(OptOut.reason).where(
    (col(OptOut.number_key) == bindparam("number"))
    | col(OptOut.young_person_id).in_(bindparam("people", expanding=True)),
    col(OptOut.ended_at).is_(None),
)


@dataclass(frozen=True)
class Standing:
    """One opt-out that stands: its rows, whom it stops, and on which number or on any."""

    ids: tuple[UUID, ...]
    people: tuple[UUID, ...]
    number: str
    any_number: bool
    reason: str
    since: datetime
    by: str


def record_opt_out(session: Session, number: str, reason: str, *, by: str, now: datetime) -> bool:
    """Stop all texts to a number (E.164); return False if that was so before."""
    vault, row = vault_of(session), new_id()
    key = vault.lookup("mobile", number)
    sealed = vault.seal("opt_out.number", row, number)
    about = {"id": row, "number_key": key, "number_sealed": sealed, "young_person_id": None}
    return _stop(session, col(OptOut.number_key) == key, about, reason, by, now)


def record_person_opt_out(
    session: Session, young_person_id: UUID, reason: str, *, by: str, now: datetime
) -> bool:
    """Stop all texts to a young person, whatever number they have; False if that was so before."""
    about: dict[str, Any] = {"id": new_id(), "young_person_id": young_person_id}
    about |= {"number_key": None, "number_sealed": None}
    same = col(OptOut.young_person_id) == young_person_id
    return _stop(session, same, about, reason, by, now)


def end_opt_out(
    session: Session,
    number: str,
    *,
    by: str,
    now: datetime,
    person: UUID | None = None,
    asked: Iterable[UUID] = (),
) -> bool:
    """Undo for a number what was texted from it; return False if nothing was undone.

    A STOP may have stopped a person too: that of `person`, who certainly says this now, ends, and
    among those who were `asked` on the number that of whoever was stopped by the same text.
    """
    key = vault_of(session).lookup("mobile", number)
    undone = _end(
        session, (col(OptOut.number_key) == key, col(OptOut.reason).in_(BY_TEXT)), by, now
    )
    people = {row.young_person_id for row in _stopped_with(session, undone, asked)}
    if person is not None:
        people.add(person)
    if people:
        theirs = (col(OptOut.young_person_id).in_(people), col(OptOut.reason).in_(BY_TEXT))
        undone += _end(session, theirs, by, now)
    return bool(undone)


def end_pauses(session: Session, *, by: str, now: datetime) -> int:
    """End what was only to stand still for a while, once that is over; return how many ended."""
    over = (col(OptOut.reason) == PAUSED, col(OptOut.began_at) <= now - PAUSED_FOR)
    return len(_end(session, over, by, now))


def end_these(session: Session, opt_out_ids: Iterable[UUID], *, by: str, now: datetime) -> int:
    """Undo opt-outs for staff who were told so; return how many were still open."""
    return len(_end(session, (col(OptOut.id).in_(list(opt_out_ids)),), by, now))


def opted_out_among(session: Session, keys: Iterable[bytes]) -> set[bytes]:
    """Return which of these numbers (by keyed hash) have asked for no texts."""
    found: set[bytes] = set()
    for chunk in chunks(keys):
        question = select(OptOut.number_key).where(
            col(OptOut.number_key).in_(chunk), col(OptOut.ended_at).is_(None)
        )
        found.update(key for key in session.exec(question) if key)
    return found


def people_opted_out_among(session: Session, ids: Iterable[UUID]) -> set[UUID]:
    """Return which of these young people are not to be texted, on any number."""
    found: set[UUID] = set()
    for chunk in chunks(ids):
        question = select(OptOut.young_person_id).where(
            col(OptOut.young_person_id).in_(chunk), col(OptOut.ended_at).is_(None)
        )
        found.update(person for person in session.exec(question) if person)
    return found


def reasons_against(
    session: Session, number_key: bytes, people: Iterable[UUID] = ()
) -> frozenset[str]:
    """Return why texts to a number, or to these young people, are stopped; empty if not."""
    given = {"number": number_key, "people": list(people)}
    return frozenset(session.connection().execute(_REASONS, given).scalars())


def standing_in(session: Session, organisation_code: str) -> list[Standing]:
    """Return what stops texts to an organisation's young people now, the newest first.

    What one text stopped, the number and the person it came from, is one.
    """
    ours = YoungPerson.organisation_code == organisation_code
    open_now = select(OptOut, YoungPerson.id).where(col(OptOut.ended_at).is_(None), ours)
    by_number: dict[UUID, tuple[OptOut, list[UUID]]] = {}
    held = col(YoungPerson.mobile_key) == col(OptOut.number_key)
    for row, person in session.exec(open_now.join(YoungPerson, held)):
        by_number.setdefault(row.id, (row, []))[1].append(person)
    themselves = col(YoungPerson.id) == col(OptOut.young_person_id)
    persons = {row.id: row for row, _ in session.exec(open_now.join(YoungPerson, themselves))}
    found = []
    for row, people in by_number.values():
        with_it = [
            each.id
            for each in persons.values()
            if each.young_person_id in people
            and (each.began_at, each.reason) == (row.began_at, row.reason)
        ]
        for one in with_it:
            del persons[one]
        number = unseal(session, row, "number")
        found.append(_standing(row, (row.id, *with_it), people, number, bool(with_it)))
    found += [
        _standing(row, (row.id,), [row.young_person_id], "", True) for row in persons.values()
    ]
    return sorted(found, key=lambda each: each.since, reverse=True)


def _standing(
    row: OptOut, ids: tuple[UUID, ...], people: Sequence[UUID | None], number: str, any_number: bool
) -> Standing:
    whom = tuple(person for person in people if person)
    return Standing(ids, whom, number, any_number, row.reason, row.began_at, row.began_by)


def _stop(
    session: Session, same: Any, about: dict[str, Any], reason: str, by: str, now: datetime
) -> bool:
    open_now = select(OptOut).where(same, col(OptOut.ended_at).is_(None))
    before = session.exec(open_now).first()
    if before is not None:
        if _gravity(reason) <= _gravity(before.reason):
            return False
        _end(session, (col(OptOut.id) == before.id,), by, now)
    values = {"reason": reason, "began_at": now, "began_by": by, **about}
    added = insert_new(session, OptOut, [values]) == 1
    if added:
        subject = f"opt_out:{about['id']}"
        record(session, "opted_out", by=by, now=now, subject=subject, reason=reason)
    return added and before is None


def _gravity(reason: str) -> int:
    return GRAVITY.get(reason.partition(":")[0], 0)


def _end(session: Session, which: Sequence[Any], by: str, now: datetime) -> list[UUID]:
    ended = session.connection().execute(
        update(OptOut)
        .where(*which, col(OptOut.ended_at).is_(None))
        .values(ended_at=now, ended_by=by)
        .returning(col(OptOut.id))
    )
    ids = list(ended.scalars())
    for row in ids:
        record(session, "opted_in", by=by, now=now, subject=f"opt_out:{row}")
    return ids


def _stopped_with(session: Session, rows: list[UUID], asked: Iterable[UUID]) -> Sequence[OptOut]:
    """Who among those asked was stopped by the very text that stopped one of these numbers."""
    if not rows:
        return []
    began = session.exec(select(OptOut.began_at).where(col(OptOut.id).in_(rows))).all()
    return session.exec(
        select(OptOut).where(
            col(OptOut.young_person_id).in_(list(asked)),
            col(OptOut.began_at).in_(began),
            col(OptOut.ended_at).is_(None),
        )
    ).all()
