"""Telling clinics of replies that nobody has read; the deciding is safeguarding's."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.safety_people import people_for
from app.conversations.models import Reply
from app.db import Database
from app.safeguarding.alerts import Told, put_down, put_down_for_clinic
from app.safeguarding.escalation import COVER, LEAD
from app.safeguarding.models import ClinicSafety
from app.safeguarding.opening import owners_of
from app.safeguarding.unread_clock import TO_LEAD, Telling, Unread, tellings
from app.safeguarding.working_hours import Where

Waiting = dict[tuple[str | None, UUID | None], list[Unread]]
DAYS = 1

_UNREAD = (
    select(  # type: ignore[call-overload]
        col(Reply.received_at),
        col(Reply.number_key),
        col(Appointment.clinic_id),
        col(Appointment.starts_at),
        col(Clinic.organisation_code),
    )
    .join(Appointment, col(Appointment.id) == col(Reply.appointment_id), isouter=True)
    .join(Clinic, col(Clinic.id) == col(Appointment.clinic_id), isouter=True)
    .where(col(Reply.read_at).is_(None))
)


def tell_of_unread(database: Database, *, now: datetime) -> int:
    """Put down who is to be told of unread replies now; return how many mails that makes."""
    with database.reading() as session:
        waiting = _waiting(session)
    new = 0
    for (code, clinic_id), unread in waiting.items():
        with database.writing() as session:
            new += _tell(session, code, clinic_id, unread, now)
    return new


def _waiting(session: Session) -> Waiting:
    """Return the unread replies by whose they are; an unplaced one by whose its number may be."""
    owners: dict[bytes, tuple[str | None, UUID | None]] = {}
    found: Waiting = defaultdict(list)
    for row in session.connection().execute(_UNREAD):
        whose = (row.organisation_code, row.clinic_id)
        if row.clinic_id is None:
            if row.number_key not in owners:
                likeliest = owners_of(session.connection(), row.number_key)
                owners[row.number_key] = likeliest[0] if likeliest else (None, None)
            whose = owners[row.number_key]
        found[whose].append(Unread(row.received_at, row.starts_at))
    return found


def _tell(
    session: Session,
    code: str | None,
    clinic_id: UUID | None,
    unread: list[Unread],
    now: datetime,
) -> int:
    clinic = session.get(Clinic, clinic_id) if clinic_id else None
    where = Where(clinic.time_zone, clinic.nation) if clinic else Where()
    own = session.get(ClinicSafety, clinic_id) if clinic_id else None
    said = tellings(unread, own.unread_days if own else DAYS, where, now)
    return sum(_put_down(session, each, code, clinic, now) for each in said)


def _put_down(
    session: Session, telling: Telling, code: str | None, clinic: Clinic | None, now: datetime
) -> int:
    owner = str(clinic.id) if clinic else code or "nobody"
    about = f"{telling.why}:{owner}:{telling.day.isoformat()}"
    told = Told("unread", about, telling.step, clinic_id=clinic.id if clinic else None)
    role = LEAD if telling.step == TO_LEAD else COVER
    people = people_for(session, code, clinic.id if clinic else None)
    whom = [person for person in people if person.role == role]
    if clinic is not None and not people:
        return put_down_for_clinic(session, told, clinic.id, clinic.concerns_email, now=now)
    return put_down(session, told, whom, now=now)
