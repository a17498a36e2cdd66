"""Looking up what was sent: to whom, about which appointment, and how it stands."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.school_holidays import ranges_of
from app.db import chunks
from app.invitations.models import Invitation
from app.invitations.sent import SentAsk
from app.invitations.states import LEFT, MAYBE_LEFT, Kind
from app.invitations.window import Times

SENT_OR_MAYBE = tuple(state.value for state in LEFT | MAYBE_LEFT)


def times_of(clinic: Clinic) -> Times:
    """Return when a clinic texts, as plain values."""
    return Times(
        days_of_notice=clinic.days_of_notice,
        opens=clinic.window_opens,
        closes=clinic.window_closes,
        weekdays=clinic.weekdays,
        zone=clinic.time_zone,
        nation=clinic.nation,
        avoids_school_hours=clinic.avoids_school_hours,
        school_holidays=ranges_of(clinic.school_holidays),
    )


def asks_sent_to(session: Session, number_key: bytes) -> list[SentAsk]:
    """Return the asks that went to a number, newest first: what was sent, not who has it now."""
    found = session.exec(
        select(Invitation, Appointment)
        .join(Appointment, col(Invitation.appointment_id) == col(Appointment.id))
        .where(
            Invitation.number_key == number_key,
            Invitation.kind == Kind.ASK.value,
            col(Invitation.state).in_(SENT_OR_MAYBE),
        )
        .order_by(col(Invitation.started_at).desc())
    )
    return [
        SentAsk(
            appointment_id=appointment.id,
            young_person_id=appointment.young_person_id,
            clinic_id=appointment.clinic_id,
            sent_at=ask.started_at or ask.created_at,
            starts_at=appointment.starts_at,
            status=appointment.status,
            sender=ask.sender,
        )
        for ask, appointment in found
    ]


def asks_of(session: Session, appointment_ids: Iterable[UUID]) -> dict[UUID, Invitation]:
    """Return the newest ask of each of these appointments that has one."""
    found: dict[UUID, Invitation] = {}
    for chunk in chunks(appointment_ids):
        question = (
            select(Invitation)
            .where(col(Invitation.appointment_id).in_(chunk), Invitation.kind == Kind.ASK.value)
            .order_by(col(Invitation.cycle))
        )
        found.update({ask.appointment_id: ask for ask in session.exec(question)})
    return found
