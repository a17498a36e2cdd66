"""A person brings a reply forward that no reader of words has found, or found too small."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations.models import Reply
from app.db import insert_new
from app.privacy import new_id
from app.safeguarding.acts import Act, add_note, open_again, set_tier
from app.safeguarding.codes import SENSITIVE
from app.safeguarding.history import add_to_history
from app.safeguarding.models import Concern
from app.safeguarding.opening import owners_of


def raise_concern(
    session: Session, reply: Reply, *, tier: int, reason: str, by: str, now: datetime
) -> UUID:
    """Open the concern of a reply, or open it again, or raise it; what was said is never less.

    Where there is one already at this tier or a graver one, the reason is added to its history.
    """
    concern = _new(session, reply, tier=tier, now=now)
    if concern is not None:
        add_to_history(session, concern, "opened", by=by, now=now, code=f"tier {tier}", note=reason)
        return concern.id
    known = session.exec(select(Concern).where(Concern.reply_id == reply.id)).one()
    act = Act(by, now)
    if known.closed_at is not None:
        open_again(session, known.id, act, reason=reason, tier=tier)
    elif tier < known.tier:
        set_tier(session, known.id, act, tier=tier, reason=reason)
    else:
        add_note(session, known.id, act, note=reason)
    return known.id


def _new(session: Session, reply: Reply, *, tier: int, now: datetime) -> Concern | None:
    """Store a concern about a reply, unless there is one."""
    visit = session.get(Appointment, reply.appointment_id) if reply.appointment_id else None
    code, clinic_id = _whose(session, reply, visit)
    row = {
        "id": new_id(),
        "reply_id": reply.id,
        "number_key": reply.number_key,
        "organisation_code": code,
        "clinic_id": clinic_id,
        "appointment_id": visit.id if visit else None,
        "young_person_id": visit.young_person_id if visit else None,
        "tier": tier,
        "first_tier": tier,
        "medical": False,
        "found_by": "person",
        "rules": "",
        "opened_at": now,
        "step": 0,
        "due_at": now if tier < SENSITIVE else None,
    }
    if not insert_new(session, Concern, [row], ("reply_id",)):
        return None
    return session.exec(select(Concern).where(col(Concern.id) == row["id"])).one()


def _whose(
    session: Session, reply: Reply, visit: Appointment | None
) -> tuple[str | None, UUID | None]:
    """Whose people are told: those of its visit, else of who has texted the number or has it."""
    if visit is not None:
        return session.get_one(Clinic, visit.clinic_id).organisation_code, visit.clinic_id
    owners = owners_of(session.connection(), reply.number_key)
    return owners[0] if owners else (None, None)
