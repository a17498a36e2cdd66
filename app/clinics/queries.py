"""Looking clinics up: all of them, those a person may see, one by its code."""

from uuid import UUID

from sqlmodel import Session, col, select

from app.clinics.models import Clinic
from app.errors import Refusal
from app.staff.roles import Scope


def all_clinics(session: Session) -> list[Clinic]:
    """Return every clinic, by organisation and code."""
    return list(session.exec(select(Clinic).order_by(Clinic.organisation_code, Clinic.code)))


def clinics_seen_by(session: Session, scope: Scope) -> list[Clinic]:
    """Return the clinics that a staff member may see, by code."""
    found = session.exec(
        select(Clinic)
        .where(Clinic.organisation_code == scope.organisation_code)
        .order_by(Clinic.code)
    )
    return [clinic for clinic in found if scope.sees(clinic.id, clinic.organisation_code)]


def clinic_seen_by(session: Session, scope: Scope, clinic_id: UUID) -> Clinic | None:
    """Return one clinic, or None if there is none or it is not theirs to see."""
    clinic = session.get(Clinic, clinic_id)
    if clinic is None or not scope.sees(clinic.id, clinic.organisation_code):
        return None
    return clinic


def find_clinic(session: Session, code: str, organisation_code: str | None = None) -> Clinic:
    """Return the clinic of a code; Refusal if there is none, or several organisations have it."""
    question = select(Clinic).where(col(Clinic.code) == code.strip().upper())
    if organisation_code:
        question = question.where(Clinic.organisation_code == organisation_code.strip().upper())
    found = session.exec(question).all()
    if not found:
        raise Refusal(f"There is no clinic {code}. whatmatters clinic list shows those there are.")
    if len(found) > 1:
        owners = ", ".join(clinic.organisation_code for clinic in found)
        raise Refusal(f"Several organisations have a clinic {code} ({owners}): say which one.")
    return found[0]
