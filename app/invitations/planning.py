"""Which texts are owed: for each visit in sight, when its ask, reminder and feedback are due."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, update
from sqlmodel import Session, col, select

from app.appointments.models import Appointment, AppointmentStatus
from app.clinics.models import Clinic
from app.invitations import outbox
from app.invitations.at_state import stands
from app.invitations.by_hand import NOT_OWED_ANEW
from app.invitations.models import Invitation
from app.invitations.opt_out import end_pauses
from app.invitations.outbox import Plan
from app.invitations.queries import times_of
from app.invitations.rules import (
    ENDED_AS,
    AskFacts,
    Due,
    Held,
    NotYet,
    deadline_of,
)
from app.invitations.states import (
    LEFT,
    MAY_BE_OWED_ANEW,
    MAYBE_LEFT,
    OWED_BY_ITSELF,
    Kind,
    State,
)
from app.invitations.visits import Visit, decision_on, facts_of, visits_of
from app.people.models import YoungPerson

BY = "scheduler"
# Notice is at most 14 days, and the nearest sending day at most three weeks from that.
FURTHEST_AHEAD = timedelta(days=36)
REMINDED_WITHIN = timedelta(days=5)
FEEDBACK_WITHIN = timedelta(days=3)
# A text that was planned and ended unsent so often is a fault of ours, and stays where it is.
MOST_CYCLES = 20
OWED_ANEW = [state.value for state in MAY_BE_OWED_ANEW]
GONE = [state.value for state in (LEFT | MAYBE_LEFT) - {State.UNDELIVERED, State.FAILED}]


def plan_texts(session: Session, *, now: datetime, only_to: frozenset[str] | None = None) -> int:
    """Owe every text that has come in sight, and make ready what is due; return how many are new.

    A visit whose text ended unsent (it was cancelled and booked again, say) is owed a new one; a
    text that went or may have gone is never owed again by this.
    """
    outbox.free_ended_leases(session, now=now)
    end_pauses(session, by=BY, now=now)
    plan_anew(session, now=now, only_to=only_to)
    planned = sum(_plan_kind(session, kind, now=now, only_to=only_to) for kind in OWED_BY_ITSELF)
    outbox.make_ready(session, now=now)
    outbox.expire_overdue(session, now=now)
    return planned


def plan_anew(session: Session, *, now: datetime, only_to: frozenset[str] | None = None) -> int:
    """Work out anew what was planned from a time or clinic that has changed since."""
    changed = session.exec(
        select(Invitation)
        .join(Appointment, col(Appointment.id) == col(Invitation.appointment_id))
        .join(Clinic, col(Clinic.id) == col(Invitation.clinic_id))
        .where(
            stands(State.PLANNED),
            # What staff chose to answer hangs on no time of the visit; the claim asks again.
            col(Invitation.kind) != Kind.ANSWER.value,
            or_(
                col(Appointment.starts_at) != col(Invitation.planned_for),
                col(Clinic.version) != col(Invitation.clinic_version),
                col(Appointment.status) == AppointmentStatus.CANCELLED.value,
            ),
        )
    ).all()
    visits = visits_of(session, (row.visit_id for row in changed))
    facts = facts_of(session, list(visits.values()), only_to)
    for row in changed:
        visit = visits[row.visit_id]
        if row.visit_id in facts:
            _plan_one_anew(session, row, visit, facts[row.visit_id], now)
    return len(changed)


def _plan_one_anew(
    session: Session, row: Invitation, visit: Visit, facts: AskFacts, now: datetime
) -> None:
    decision = decision_on(Kind(row.kind), visit, facts, now)
    if isinstance(decision, Held):
        state = ENDED_AS.get(decision.reason, State.SUPPRESSED)
        outbox.end_unsent(session, row, state, decision.reason.value, now=now)
        return
    fresh = _plan(Kind(row.kind), visit, decision, row.cycle, now)
    session.connection().execute(
        update(Invitation)
        .where(col(Invitation.id) == row.id, col(Invitation.state) == State.PLANNED.value)
        .values(
            due_at=fresh.due_at,
            deadline=fresh.deadline,
            planned_for=fresh.planned_for,
            clinic_version=fresh.clinic_version,
        )
    )


def _plan_kind(
    session: Session, kind: Kind, *, now: datetime, only_to: frozenset[str] | None
) -> int:
    cycles = dict(_unplanned(session, kind, now))
    if not cycles:
        return 0
    visits = visits_of(session, cycles)
    facts = facts_of(session, list(visits.values()), only_to)
    plans = []
    for visit_id, cycle in cycles.items():
        if visit_id in facts and cycle <= MOST_CYCLES:
            decision = decision_on(kind, visits[visit_id], facts[visit_id], now)
            if not isinstance(decision, Held):
                plans.append(_plan(kind, visits[visit_id], decision, cycle, now))
    return outbox.plan(session, plans, now=now)


def _plan(kind: Kind, visit: Visit, decision: Due | NotYet, cycle: int, now: datetime) -> Plan:
    starts_at = visit.appointment.starts_at
    return Plan(
        appointment_id=visit.appointment.id,
        clinic_id=visit.clinic.id,
        kind=kind,
        cycle=cycle,
        due_at=decision.at if isinstance(decision, NotYet) else now,
        deadline=deadline_of(kind, starts_at, times_of(visit.clinic)),
        planned_for=starts_at,
        clinic_version=visit.clinic.version,
    )


def _unplanned(session: Session, kind: Kind, now: datetime) -> Sequence[tuple[UUID, int]]:
    """The visits in sight that have no text of a kind that is owed, went or was refused."""
    cycle = (
        select(func.coalesce(func.max(Invitation.cycle), 0) + 1)
        .where(col(Invitation.appointment_id) == col(Appointment.id), Invitation.kind == kind.value)
        .scalar_subquery()
    )
    # What somebody took back, or did not want, is not owed anew.
    standing = _texts_of(kind).where(
        or_(col(Invitation.state).not_in(OWED_ANEW), col(Invitation.reason).in_(NOT_OWED_ANEW))
    )
    question: Any = select(Appointment.id, cycle)
    # Nobody without a mobile, or whom the hospital does not want texted, is looked at each minute.
    question = question.join(
        YoungPerson, col(YoungPerson.id) == col(Appointment.young_person_id)
    ).where(
        col(YoungPerson.mobile_key).is_not(None),
        col(YoungPerson.not_texted).is_(None),
        *_in_sight(kind, now),
        ~standing.exists(),
    )
    return list(session.exec(question.order_by(col(Appointment.starts_at))).all())


def _texts_of(kind: Kind) -> Any:
    return select(Invitation.id).where(
        col(Invitation.appointment_id) == col(Appointment.id), Invitation.kind == kind.value
    )


def _in_sight(kind: Kind, now: datetime) -> Iterable[ColumnElement[bool] | bool]:
    starts, booked = col(Appointment.starts_at), AppointmentStatus.BOOKED.value
    asked = _texts_of(Kind.ASK).where(col(Invitation.state).in_(GONE))
    if kind is Kind.ASK:
        return (Appointment.status == booked, starts > now, starts <= now + FURTHEST_AHEAD)
    if kind is Kind.REMINDER:
        silent = asked.where(col(Invitation.heard_at).is_(None))
        near = (starts > now, starts <= now + REMINDED_WITHIN)
        return (Appointment.status == booked, *near, silent.exists())
    took_place = (booked, AppointmentStatus.FULFILLED.value)
    asking = select(Clinic.id).where(col(Clinic.asks_feedback).is_(True))
    return (
        col(Appointment.status).in_(took_place),
        starts <= now,
        starts > now - FEEDBACK_WITHIN,
        col(Appointment.clinic_id).in_(asking),
        asked.exists(),
    )
