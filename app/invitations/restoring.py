"""After a restore from a backup: what the provider sent since is asked of it and folded in.

Everything stands still meanwhile. A text that the backup does not know of would go a second time;
so each number we may have texted is looked up, and what is found becomes a row that has gone.
What is found and cannot be placed keeps the visits of that number from being asked: a person looks.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clock import Clock
from app.db import Database, seal, unseal
from app.invitations import outbox
from app.invitations.asking import words_of
from app.invitations.doubt import GRACE
from app.invitations.late_help import help_wordings, went_before_a_restore
from app.invitations.models import Invitation, Pause
from app.invitations.notices import NoticeKind, notify
from app.invitations.pauses import ALL, RESTORE, pause, resume
from app.invitations.queries import times_of
from app.invitations.rules import deadline_of
from app.invitations.staff_words import STAFF_TEXTS, words_of_answer
from app.invitations.states import (
    FINAL,
    IN_QUESTION,
    NOT_LEFT,
    OWED_BY_ITSELF,
    Kind,
    State,
    moves_to,
)
from app.invitations.visits import Visit, about, visits_of
from app.people.models import YoungPerson
from app.sms.gateway import Gateway, SentText

BACK, AHEAD = timedelta(days=7), timedelta(days=36)
UNPLACED = "found_after_restore"


@dataclass
class Restored:
    """What a restore check found: numbers asked, those not answered, texts folded in or unplaced.

    `safe_from` is when absence is proof: nothing that was under way can arrive any more.
    """

    safe_from: datetime
    numbers: int = 0
    unanswered: int = 0
    folded: int = 0
    brought_up_to_date: int = 0
    unplaced: int = 0

    def safe(self, now: datetime) -> bool:
        """Whether sending may go on: everything could be asked, late enough."""
        return self.unanswered == 0 and now >= self.safe_from


@dataclass
class Phone:
    """One number we may have texted, and the visits of those who have it."""

    number: str
    visits: list[UUID] = field(default_factory=list)


def restore_check(database: Database, gateway: Gateway, clock: Clock, *, by: str) -> Restored:
    """Stand still, ask the provider about every number, fold in what went; say what came of it."""
    with database.writing() as session:
        pause(session, ALL, RESTORE, by=by, now=clock())
        began = session.exec(
            select(Pause.began_at).where(Pause.reason == RESTORE, col(Pause.ended_at).is_(None))
        ).one()
        phones = _phones(session, clock())
    done = Restored(safe_from=began + GRACE, numbers=len(phones))
    for phone in phones:
        texts = gateway.sent_to(phone.number, clock() - BACK)
        if texts is None:
            done.unanswered += 1
            continue
        with database.writing() as session:
            _fold(session, phone, texts, done, now=clock())
    return done


def go_on(database: Database, *, by: str, now: datetime) -> int:
    """End the standing still after a restore; only when a check has said that it is safe."""
    with database.writing() as session:
        return resume(session, ALL, by=by, now=now)


def _phones(session: Session, now: datetime) -> list[Phone]:
    """Every number of a visit of the last days or ahead, and of a text that has not ended."""
    found: dict[str, Phone] = {}
    rows = session.exec(
        select(Appointment.id, YoungPerson)
        .join(YoungPerson, col(YoungPerson.id) == col(Appointment.young_person_id))
        .where(
            col(Appointment.starts_at) > now - BACK,
            col(Appointment.starts_at) < now + AHEAD,
            col(YoungPerson.mobile_key).is_not(None),
        )
    )
    for visit, person in rows:
        number = unseal(session, person, "mobile")
        found.setdefault(number, Phone(number)).visits.append(visit)
    ended = [state.value for state in FINAL]
    frozen = select(Invitation).where(
        col(Invitation.state).not_in(ended),
        col(Invitation.number_sealed).is_not(None),
        col(Invitation.created_at) > now - BACK - AHEAD,
    )
    for row in session.exec(frozen):
        number = unseal(session, row, "number")
        phone = found.setdefault(number, Phone(number))
        if row.appointment_id is not None and row.appointment_id not in phone.visits:
            phone.visits.append(row.appointment_id)
    return list(found.values())


def _fold(
    session: Session, phone: Phone, texts: Sequence[SentText], done: Restored, *, now: datetime
) -> None:
    visits = visits_of(session, phone.visits)
    known = _known(session, [each.sid for each in texts])
    for each in reversed(texts):
        if each.sid in known:
            done.brought_up_to_date += _bring_up_to_date(session, known[each.sid], each, now)
            continue
        if went_before_a_restore(session, phone.number, each.body, each.sid, each.at):
            done.folded += 1
            continue
        if each.body in help_wordings():
            # It was about a reply, and says nothing about what is owed for a visit.
            continue
        placed = _place(session, visits.values(), each)
        if placed is None:
            done.unplaced += 1
            _hold_back(session, visits.values(), each, now)
            continue
        _note_as_gone(session, *placed, phone.number, each, now)
        done.folded += 1


def _known(session: Session, sids: Sequence[str]) -> dict[str, Invitation]:
    rows = session.exec(select(Invitation).where(col(Invitation.provider_sid).in_(sids)))
    return {row.provider_sid: row for row in rows if row.provider_sid}


def _bring_up_to_date(session: Session, row: Invitation, text: SentText, now: datetime) -> bool:
    state = moves_to(State(row.state), text.status)
    if state is None:
        return False
    values = {"state": state.value, "error_code": text.error_code or None}
    if state in FINAL:
        values["finished_at"] = now  # type: ignore[assignment]
    as_read = update(Invitation).where(
        col(Invitation.id) == row.id, col(Invitation.state) == row.state
    )
    return outbox.count(session, as_read.values(**values)) == 1


def _place(session: Session, visits: Iterable[Visit], text: SentText) -> tuple[Visit, Kind] | None:
    """Find which text about which visit these words are: as frozen, or as they would be written."""
    for visit in visits:
        rows = session.exec(
            select(Invitation).where(Invitation.appointment_id == visit.appointment.id)
        )
        for row in rows:
            if row.body_sealed is not None and unseal(session, row, "body") == text.body:
                return visit, Kind(row.kind)
        for kind in (*OWED_BY_ITSELF, Kind.ANSWER):
            if text.body in _wordings(session, visit, kind):
                return visit, kind
    return None


def _wordings(session: Session, visit: Visit, kind: Kind) -> set[str]:
    """A text as it would be written now, to a phone of their own and to one of several."""
    if kind is Kind.ANSWER:
        language, desk = visit.person.language, visit.clinic.desk_phone
        return {words_of_answer(name, language, desk).text for name in STAFF_TEXTS}
    own = replace(about(session, visit), for_whom=False)
    return {words_of(kind, each).text for each in (own, replace(own, for_whom=True))}


def _note_as_gone(
    session: Session, visit: Visit, kind: Kind, number: str, text: SentText, now: datetime
) -> None:
    rows = session.exec(
        select(Invitation)
        .where(Invitation.appointment_id == visit.appointment.id, Invitation.kind == kind.value)
        .order_by(col(Invitation.cycle))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    open_states = NOT_LEFT | IN_QUESTION | {State.UNRESOLVED}
    row = next((each for each in rows if State(each.state) in open_states), None)
    if row is None:
        row = _new_row(visit, kind, cycle=len(rows) + 1, now=now)
    state = moves_to(State.READY, text.status) or State.ACCEPTED
    row.state, row.provider_sid, row.accepted_at = state.value, text.sid, text.at
    row.started_at = row.first_started_at = row.started_at or text.at
    row.error_code, row.lease_until, row.look_at = text.error_code or None, None, None
    row.finished_at = now if state in FINAL else None
    row.reason, row.tries = "folded_in", max(row.tries, 1)
    seal(session, row, "number", number)
    seal(session, row, "body", text.body)
    row.number_key = visit.person.mobile_key
    session.add(row)
    session.flush()


def _new_row(visit: Visit, kind: Kind, *, cycle: int, now: datetime) -> Invitation:
    starts_at = visit.appointment.starts_at
    return Invitation(
        appointment_id=visit.appointment.id,
        clinic_id=visit.clinic.id,
        kind=kind.value,
        cycle=cycle,
        due_at=now,
        deadline=deadline_of(kind, starts_at, times_of(visit.clinic)),
        planned_for=starts_at,
        clinic_version=visit.clinic.version,
        token=secrets.token_urlsafe(outbox.TOKEN_BYTES),
        created_at=now,
    )


def _hold_back(session: Session, visits: Iterable[Visit], text: SentText, now: datetime) -> None:
    """Nobody knows which text this was: what is still owed to this phone is left to a person."""
    for visit in visits:
        asks = session.exec(
            select(Invitation)
            .where(
                Invitation.appointment_id == visit.appointment.id, Invitation.kind == Kind.ASK.value
            )
            .with_for_update()
            .execution_options(populate_existing=True)
        ).all()
        row = next((each for each in asks if State(each.state) in NOT_LEFT), None)
        if row is None and asks:
            continue
        row = row or _new_row(visit, Kind.ASK, cycle=1, now=now)
        row.state, row.reason, row.finished_at = State.UNRESOLVED.value, UNPLACED, now
        row.lease_until = None
        session.add(row)
        session.flush()
        notify(
            session, NoticeKind.UNRESOLVED, f"{row.id}:{text.sid}", now=now, invitation_id=row.id,
            clinic_id=visit.clinic.id, organisation_code=visit.clinic.organisation_code,
        )  # fmt: skip
