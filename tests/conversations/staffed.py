"""Staff of the clinic, and what they may read: for tests of the pages of replies."""

from cast import CLINIC_ADMIN, SAFEGUARDING, StaffCast
from factories import make_staff
from sqlmodel import Session, select

from app.clinics.models import Clinic
from app.conversations.models import Reply
from app.conversations.reach import Reach
from app.db import Database
from app.staff.models import StaffMember

PAT, NGOZI = CLINIC_ADMIN, SAFEGUARDING


def member(database: Database, who: StaffCast = PAT) -> StaffMember:
    """Store a member of staff, named for every clinic there is."""
    with database.writing() as session:
        return make_staff(session, who, clinics=session.exec(select(Clinic)).all())


def reach(session: Session, organisation_code: str = PAT.organisation_code) -> Reach:
    """Return what somebody may read who sees every clinic of an organisation."""
    clinics = session.exec(select(Clinic).where(Clinic.organisation_code == organisation_code))
    return Reach(organisation_code, tuple(clinics))


def replies(database: Database) -> list[Reply]:
    """Return every reply as it stands now, in the order they came."""
    with database.reading() as session:
        return sorted(session.exec(select(Reply)), key=lambda each: (each.received_at, each.id))
