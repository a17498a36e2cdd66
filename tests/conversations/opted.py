"""What tests of opting out look at: who is stopped, why, and what people are told."""

from uuid import UUID

from cast import LONDON, SAM
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.db import Database, vault_of
from app.invitations.models import Notice, OptOut
from app.invitations.notices import open_notices
from app.invitations.opt_out import opted_out_among, people_opted_out_among
from app.people.models import YoungPerson


def key_of(session: Session, number: str) -> bytes:
    return vault_of(session).lookup("mobile", number)


def person_asked(session: Session, visit: UUID) -> UUID:
    return session.get_one(Appointment, visit).young_person_id


def stopped(database: Database, number: str = SAM.mobile or "") -> tuple[bool, int]:
    """Whether a number is stopped, and how many young people are, whatever their number."""
    with database.reading() as session:
        key = key_of(session, number)
        everybody = session.exec(select(YoungPerson.id)).all()
        return key in opted_out_among(session, [key]), len(
            people_opted_out_among(session, everybody)
        )


def reasons(database: Database) -> set[str]:
    with database.reading() as session:
        return set(session.exec(select(OptOut.reason).where(col(OptOut.ended_at).is_(None))))


def notices(database: Database) -> list[Notice]:
    with database.reading() as session:
        return list(open_notices(session, LONDON))


def kinds(database: Database) -> list[str]:
    return [notice.kind for notice in notices(database)]
