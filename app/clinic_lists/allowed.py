"""Whose lists a staff member may open: their organisation's, or those of their own clinics."""

from uuid import UUID

from flask import abort
from sqlmodel import Session

from app.appointments.models import ClinicList
from app.appointments.queries import list_of
from app.staff.guards import scope
from app.staff.roles import Scope


def may_open(kept: ClinicList, mine: Scope) -> bool:
    """Whether a list of this organisation is this person's to open."""
    named = kept.counts.get("clinics")
    return mine.whole_organisation or (
        named is not None and {UUID(clinic) for clinic in named} <= mine.clinic_ids
    )


def mine_or_404(session: Session, list_id: UUID) -> ClinicList:
    """Return a list that the signed-in person may open; another's does not exist for them."""
    mine = scope()
    kept = list_of(session, mine.organisation_code, list_id)
    if kept is None or not may_open(kept, mine):
        abort(404)
    return kept
