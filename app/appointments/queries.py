"""Looking appointments and clinic lists up."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from app.appointments.models import Appointment, AppointmentStatus, ClinicList
from app.clinics.models import Clinic

MOST_LISTS_SHOWN = 50
HEAVY: tuple[Any, ...] = (ClinicList.content_sealed, ClinicList.report_sealed, ClinicList.before)


def appointments_on(session: Session, clinic: Clinic, day: date) -> list[Appointment]:
    """Return a clinic's appointments of one day in its own time zone, in time order."""
    zone = ZoneInfo(clinic.time_zone)
    begins = datetime.combine(day, time.min, tzinfo=zone)
    ends = datetime.combine(day + timedelta(days=1), time.min, tzinfo=zone)
    return list(
        session.exec(
            select(Appointment)
            .where(
                Appointment.clinic_id == clinic.id,
                col(Appointment.starts_at) >= begins,
                col(Appointment.starts_at) < ends,
            )
            .order_by(col(Appointment.starts_at), col(Appointment.id))
        )
    )


def days_with_appointments(
    session: Session, clinic: Clinic, *, since: datetime, until: datetime
) -> list[tuple[date, int]]:
    """Return the days that a clinic has booked appointments on, and how many."""
    zone = ZoneInfo(clinic.time_zone)
    starts = session.exec(
        select(Appointment.starts_at).where(
            Appointment.clinic_id == clinic.id,
            Appointment.status != AppointmentStatus.CANCELLED.value,
            col(Appointment.starts_at) >= since,
            col(Appointment.starts_at) < until,
        )
    )
    return sorted(Counter(start.astimezone(zone).date() for start in starts).items())


def lists_of(
    session: Session, organisation_code: str, may_open: Callable[[ClinicList], bool]
) -> list[ClinicList]:
    """Return an organisation's newest clinic lists that somebody may open, newest first.

    What is in them stays where it is: only what a line of the history needs is fetched.
    """
    found = session.exec(
        select(ClinicList)
        .options(*(defer(heavy) for heavy in HEAVY))
        .where(ClinicList.organisation_code == organisation_code)
        .order_by(col(ClinicList.id).desc())
    )
    return list(islice(filter(may_open, found), MOST_LISTS_SHOWN))


def list_of(session: Session, organisation_code: str, list_id: UUID) -> ClinicList | None:
    """Return one clinic list of an organisation, or None."""
    found = session.get(ClinicList, list_id)
    return found if found and found.organisation_code == organisation_code else None
