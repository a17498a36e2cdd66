"""Adding and changing clinics."""

from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session, select

from app.audit.trail import record
from app.clinics.details import ClinicDetails
from app.clinics.models import Clinic
from app.errors import Refusal


def add_clinic(session: Session, details: ClinicDetails, *, by: str, now: datetime) -> Clinic:
    """Add a clinic; Refusal if its organisation has one of that code."""
    _refuse_taken(session, details, None)
    clinic = Clinic(**asdict(details), created_at=now)
    session.add(clinic)
    session.flush()
    record(session, "clinic_added", by=by, now=now, subject=f"clinic:{clinic.id}")
    return clinic


def change_clinic(
    session: Session, clinic: Clinic, details: ClinicDetails, *, by: str, now: datetime
) -> None:
    """Change a clinic's details; Refusal if another clinic of the organisation has that code."""
    # Read anew and held, so that of two changes at the same time both are counted.
    session.refresh(clinic, with_for_update={"key_share": True})
    _refuse_taken(session, details, clinic)
    changed = []
    for name, value in asdict(details).items():
        if getattr(clinic, name) != value:
            setattr(clinic, name, value)
            changed.append(name)
    # Whatever was planned from what has changed is worked out anew.
    clinic.version += bool(changed)
    session.add(clinic)
    session.flush()
    subject, what = f"clinic:{clinic.id}", ",".join(changed)
    record(session, "clinic_changed", by=by, now=now, subject=subject, fields=what)


def _refuse_taken(session: Session, details: ClinicDetails, but: Clinic | None) -> None:
    taken = session.exec(
        select(Clinic).where(
            Clinic.organisation_code == details.organisation_code, Clinic.code == details.code
        )
    ).first()
    if taken is not None and (but is None or taken.id != but.id):
        raise Refusal(
            f"{details.organisation_code} has a clinic {details.code} already. Choose another code."
        )
