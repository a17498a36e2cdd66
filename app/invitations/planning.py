"""Which texts are owed now: the appointments ahead that nobody has been asked about."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment, AppointmentStatus
from app.clinics.models import Clinic
from app.invitations import outbox
from app.invitations.models import Invitation
from app.invitations.opt_out import opted_out_among
from app.invitations.queries import times_of
from app.invitations.rules import AskFacts, Due, decide_ask
from app.invitations.states import Kind
from app.people.models import YoungPerson

# Notice is at most 14 days, and the nearest sending day at most a week from that.
FURTHEST_AHEAD = timedelta(days=21)


def plan_due_asks(session: Session, *, now: datetime) -> int:
    """Owe an ask to each appointment that is due for one; return how many are new."""
    clinics = {clinic.id: times_of(clinic) for clinic in session.exec(select(Clinic))}
    unasked = _unasked(session, now)
    stopped = opted_out_among(session, (key for _, key, _ in unasked if key))
    due: list[UUID] = []
    for appointment, key, not_texted in unasked:
        facts = AskFacts(
            status=appointment.status,
            starts_at=appointment.starts_at,
            has_mobile=key is not None,
            opted_out=key in stopped,
            not_texted=not_texted,
        )
        if isinstance(decide_ask(facts, clinics[appointment.clinic_id], now), Due):
            due.append(appointment.id)
    return outbox.plan(session, due, Kind.ASK, now=now)


def _unasked(
    session: Session, now: datetime
) -> Sequence[tuple[Appointment, bytes | None, str | None]]:
    asked = select(Invitation.id).where(
        col(Invitation.appointment_id) == col(Appointment.id), Invitation.kind == Kind.ASK.value
    )
    return session.exec(
        select(Appointment, YoungPerson.mobile_key, YoungPerson.not_texted)
        .join(YoungPerson, col(YoungPerson.id) == col(Appointment.young_person_id))
        .where(
            Appointment.status == AppointmentStatus.BOOKED.value,
            col(Appointment.starts_at) > now,
            col(Appointment.starts_at) <= now + FURTHEST_AHEAD,
            ~asked.exists(),
        )
        .order_by(col(Appointment.starts_at))
    ).all()
