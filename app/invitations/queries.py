"""Looking up what was sent: to whom, about which appointment, and how it stands."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.school_holidays import ranges_of
from app.db import chunks, vault_of
from app.invitations.models import Invitation
from app.invitations.sent import SentAsk, SentTo
from app.invitations.states import LEFT, MAYBE_LEFT, Kind
from app.invitations.window import Times
from app.people.models import YoungPerson
from app.privacy import Vault

SENT_OR_MAYBE = tuple(state.value for state in LEFT | MAYBE_LEFT)
# Who says back what we said says what we said of late.
WORDS_LOOKED_AT = 3

# Every text with a number has its words: they are frozen together.
_SENT_TO = (
    select(Invitation)
    .with_only_columns(
        col(Invitation.id),
        col(Invitation.kind),
        col(Invitation.state),
        col(Invitation.started_at),
        col(Invitation.created_at),
        col(Invitation.sender),
        col(Invitation.body_sealed),
        col(Invitation.appointment_id),
        col(Appointment.young_person_id),
        col(Appointment.clinic_id),
        col(Appointment.starts_at),
        col(Appointment.status),
        col(YoungPerson.first_name_sealed).label("name_sealed"),
        col(YoungPerson.language),
        col(YoungPerson.number_belongs_to),
        (col(YoungPerson.mobile_key) == bindparam("number")).label("theirs_now"),
        col(Clinic.organisation_code),
        col(Clinic.desk_phone),
        col(Clinic.time_zone),
    )
    .join(Appointment, col(Invitation.appointment_id) == col(Appointment.id))
    .join(YoungPerson, col(Appointment.young_person_id) == col(YoungPerson.id))
    .join(Clinic, col(Appointment.clinic_id) == col(Clinic.id))
    .where(col(Invitation.number_key) == bindparam("number"))
    .order_by(col(Invitation.started_at).desc().nulls_last())
)


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


def sent_to(session: Session, number_key: bytes) -> SentTo:
    """Return what went to a number, newest first: what was sent, not who has it now."""
    rows = session.connection().execute(_SENT_TO, {"number": number_key}).all()
    vault, went = vault_of(session), [row for row in rows if row.state in SENT_OR_MAYBE]
    return SentTo(
        asks=[_as_sent(row, vault) for row in went if row.kind == Kind.ASK.value],
        words=lambda: (
            vault.open("invitation.body", row.id, row.body_sealed) for row in rows[:WORDS_LOOKED_AT]
        ),
        last_at=max((row.started_at or row.created_at for row in went), default=None),
        last_kinds={row.appointment_id: row.kind for row in reversed(went)},
    )


def _as_sent(row: Any, vault: Vault) -> SentAsk:
    return SentAsk(
        appointment_id=row.appointment_id,
        young_person_id=row.young_person_id,
        clinic_id=row.clinic_id,
        sent_at=row.started_at or row.created_at,
        starts_at=row.starts_at,
        status=row.status,
        sender=row.sender,
        first_name=vault.open("young_person.first_name", row.young_person_id, row.name_sealed),
        language=row.language,
        organisation_code=row.organisation_code,
        desk_phone=row.desk_phone,
        owner=row.number_belongs_to if row.theirs_now else "unknown",
        zone=row.time_zone,
    )


def asks_of(session: Session, appointment_ids: Iterable[UUID]) -> dict[UUID, Invitation]:
    """Return the newest ask of each of these appointments that has one."""
    found: dict[UUID, Invitation] = {}
    for chunk in chunks(appointment_ids):
        question = (
            select(Invitation)
            .where(col(Invitation.appointment_id).in_(chunk), Invitation.kind == Kind.ASK.value)
            .order_by(col(Invitation.cycle))
        )
        found.update({ask.visit_id: ask for ask in session.exec(question)})
    return found
