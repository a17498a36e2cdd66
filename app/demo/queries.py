"""What the pretend phone shows: whose phones there are, and when something will happen next."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from app.appointments.models import Appointment, AppointmentStatus
from app.clinics.models import Clinic
from app.invitations.queries import times_of
from app.invitations.window import ask_from
from app.people.queries import PersonFacts, names_of

JUST_AFTER = timedelta(minutes=1)
MORNING = time(8, 0)


@dataclass(frozen=True)
class ClinicDay:
    """One day of one clinic, with its people, and the two moments worth going to."""

    clinic: Clinic
    day: date
    texts_go_out: datetime
    morning_of: datetime
    people: tuple[PersonFacts, ...]


def person(session: Session, person_id: UUID) -> PersonFacts | None:
    """Return one young person, or None."""
    return names_of(session, [person_id]).get(person_id)


def clinic_days(session: Session) -> list[ClinicDay]:
    """Return every day that any clinic has appointments on, soonest first."""
    clinics = {clinic.id: clinic for clinic in session.exec(select(Clinic))}
    found = session.exec(
        select(Appointment)
        .where(Appointment.status == AppointmentStatus.BOOKED)
        .order_by(col(Appointment.starts_at))
    ).all()
    days: dict[tuple[UUID, date], list[Appointment]] = {}
    for appointment in found:
        zone = ZoneInfo(clinics[appointment.clinic_id].time_zone)
        day = appointment.starts_at.astimezone(zone).date()
        days.setdefault((appointment.clinic_id, day), []).append(appointment)
    people = names_of(session, {appointment.young_person_id for appointment in found})
    return [
        _clinic_day(clinics[clinic_id], day, appointments, people)
        for (clinic_id, day), appointments in days.items()
    ]


def _clinic_day(
    clinic: Clinic,
    day: date,
    appointments: list[Appointment],
    people: dict[UUID, PersonFacts],
) -> ClinicDay:
    times = times_of(clinic)
    zone = ZoneInfo(clinic.time_zone)
    return ClinicDay(
        clinic=clinic,
        day=day,
        texts_go_out=ask_from(appointments[0].starts_at, times) + JUST_AFTER,
        morning_of=datetime.combine(day, MORNING, tzinfo=zone),
        people=tuple(people[appointment.young_person_id] for appointment in appointments),
    )
