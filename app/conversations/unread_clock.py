"""Telling clinics of replies that nobody has read; the deciding is safeguarding's.

Each unread reply says when it is looked at next, so that a tick opens only those whose time has
come, however many lie there. What hangs on a visit is asked of the visits at hand: they move.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, update
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clinics.safety_people import people_for
from app.clinics.safety_roles import COVER, LEAD
from app.conversations.models import Reply
from app.db import Database
from app.logs import logger
from app.safeguarding.alerts import Told, put_down, put_down_for_clinic
from app.safeguarding.models import ClinicSafety
from app.safeguarding.opening import likeliest_owners
from app.safeguarding.unread_clock import (
    BEFORE_CLINIC,
    TO_LEAD,
    Telling,
    Unread,
    next_look,
    tellings,
)
from app.safeguarding.working_hours import Where

log = logger(__name__)

Whose = tuple[str | None, UUID | None]

DAYS = 1
# So many replies are looked at in one go, and so many goes in a tick: the rest waits a tick more.
MOST_AT_ONCE, MOST_ROUNDS = 500, 20
# What cannot be told of now must not stand before the others.
AFTER_A_FAULT = timedelta(minutes=5)

_DUE = (
    select(  # type: ignore[call-overload]
        col(Reply.id),
        col(Reply.received_at),
        col(Reply.number_key),
        col(Appointment.clinic_id),
        col(Clinic.organisation_code),
    )
    .join(Appointment, col(Appointment.id) == col(Reply.appointment_id), isouter=True)
    .join(Clinic, col(Clinic.id) == col(Appointment.clinic_id), isouter=True)
    .where(col(Reply.read_at).is_(None))
    .limit(MOST_AT_ONCE)
)
# Asked apart, so that each is found by the index: those never looked at, and those that are due.
_NEW = _DUE.where(col(Reply.unread_due_at).is_(None))
_DUE_AGAIN = _DUE.where(col(Reply.unread_due_at) <= bindparam("now")).order_by(
    col(Reply.unread_due_at)
)
_BEFORE_CLINICS = (
    select(
        col(Clinic.organisation_code),
        col(Appointment.clinic_id),
        col(Appointment.starts_at),
        func.min(col(Reply.received_at)).label("received_at"),
    )
    .join(Appointment, col(Appointment.clinic_id) == col(Clinic.id))
    .join(Reply, col(Reply.appointment_id) == col(Appointment.id))
    .where(
        col(Appointment.starts_at) > bindparam("now"),
        col(Appointment.starts_at) <= bindparam("until"),
        col(Reply.read_at).is_(None),
    )
    .group_by(col(Clinic.organisation_code), col(Appointment.clinic_id), col(Appointment.starts_at))
)
_WIND = (
    update(Reply)
    .where(col(Reply.id) == bindparam("reply"))
    .values(unread_due_at=bindparam("due_at"))
)


def tell_of_unread(database: Database, *, now: datetime) -> int:
    """Put down who is to be told of unread replies now; return how many mails that makes."""
    new = _tell_before_clinics(database, now)
    for _ in range(MOST_ROUNDS):
        with database.reading() as session:
            due = _due(session.connection(), now)
        if not due:
            break
        new += sum(_tell_and_wind(database, whose, rows, now) for whose, rows in due.items())
    return new


def _tell_before_clinics(database: Database, now: datetime) -> int:
    given = {"now": now, "until": now + BEFORE_CLINIC}
    soon: dict[Whose, list[Unread]] = defaultdict(list)
    with database.reading() as session:
        for row in session.connection().execute(_BEFORE_CLINICS, given):
            whose = (row.organisation_code, row.clinic_id)
            soon[whose].append(Unread(row.received_at, row.starts_at))
    new = 0
    for whose, unread in soon.items():
        try:
            with database.writing() as session:
                new += _Owner(session, whose).tell(unread, now)
        except Exception:
            log.exception("clinic_could_not_be_told_of_unread", clinic=str(whose[1]))
    return new


def _due(on: Connection, now: datetime) -> Mapping[Whose, Sequence[Any]]:
    """Return unread replies to look at by whose they are; an unplaced one by its number."""
    rows = on.execute(_NEW).all() or on.execute(_DUE_AGAIN, {"now": now}).all()
    owners = likeliest_owners(on, [row.number_key for row in rows if row.clinic_id is None])
    found: dict[Whose, list[Any]] = defaultdict(list)
    for row in rows:
        whose = (row.organisation_code, row.clinic_id)
        if row.clinic_id is None:
            whose = owners.get(row.number_key, (None, None))
        found[whose].append(row)
    return found


def _tell_and_wind(database: Database, whose: Whose, rows: Sequence[Any], now: datetime) -> int:
    """Tell one clinic, and say of each of its replies when it is looked at next."""
    try:
        with database.writing() as session:
            owner = _Owner(session, whose)
            new = owner.tell([Unread(row.received_at) for row in rows], now)
            looks = {
                row.id: next_look(row.received_at, owner.days, owner.where, now) for row in rows
            }
            _wind(session, looks)
            return new
    except Exception:
        log.exception("clinic_could_not_be_told_of_unread", clinic=str(whose[1]))
    with database.writing() as session:
        _wind(session, dict.fromkeys((row.id for row in rows), now + AFTER_A_FAULT))
    return 0


def _wind(session: Session, looks: Mapping[UUID, datetime]) -> None:
    given = [{"reply": reply, "due_at": due_at} for reply, due_at in looks.items()]
    session.connection().execute(_WIND, given)


class _Owner:
    """Whose some unread replies are: an organisation, a clinic, or nobody that is known."""

    def __init__(self, session: Session, whose: Whose) -> None:
        self._session, (self._code, clinic_id) = session, whose
        self._clinic = session.get(Clinic, clinic_id) if clinic_id else None
        own = session.get(ClinicSafety, clinic_id) if clinic_id else None
        self.days = own.unread_days if own else DAYS
        clinic = self._clinic
        self.where = Where(clinic.time_zone, clinic.nation) if clinic else Where()

    def tell(self, unread: Iterable[Unread], now: datetime) -> int:
        """Put down what is to be told of these replies; return how many mails are new."""
        said = tellings(unread, self.days, self.where, now)
        return sum(self._put_down(each, now) for each in said)

    def _put_down(self, telling: Telling, now: datetime) -> int:
        clinic = self._clinic
        owner = str(clinic.id) if clinic else self._code or "nobody"
        about = f"{telling.why}:{owner}:{telling.day.isoformat()}"
        told = Told("unread", about, telling.step, clinic_id=clinic.id if clinic else None)
        role = LEAD if telling.step == TO_LEAD else COVER
        people = people_for(self._session, self._code, clinic.id if clinic else None)
        # Where nobody has that part, all who are named are told: never nobody.
        whom = [person for person in people if person.role == role] or people
        if clinic is not None and not people:
            address = clinic.concerns_email
            return put_down_for_clinic(self._session, told, clinic.id, address, now=now)
        return put_down(self._session, told, whom, now=now)
