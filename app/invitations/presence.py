"""Proof that the provider has a text: an answer, a look or a receipt; taken whatever we believed.

A text that the provider has is never owed any more, whichever attempt it was and whatever its state
has become meanwhile. A second id for it is an incident, and so is one for a text that had ended.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.clinics.models import Clinic
from app.invitations import outbox
from app.invitations.doubt import GRACE
from app.invitations.models import Invitation
from app.invitations.notices import NoticeKind, notify
from app.invitations.states import FINAL, NEVER_LEFT, State, moves_to

A_MINUTE = timedelta(minutes=1)


def take_presence(
    session: Session, row_id: UUID, sid: str, status: str, *, now: datetime, error_code: str = ""
) -> State | None:
    """Note that the provider has a text under an id; return the state that it is raised to, if any.

    `status` is the provider's word for it. The row is locked, so that two proofs follow each other.
    """
    row = session.exec(
        select(Invitation)
        .where(Invitation.id == row_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    if row.provider_sid not in (None, sid) or _is_anothers(session, row, sid):
        note_duplicate(session, row, sid, now=now)
        return None
    current = State(row.state)
    if current in NEVER_LEFT or current is State.PLANNED:
        note(session, NoticeKind.WENT_AFTER_ALL, str(row.id), row, now=now, code=sid)
        return None
    state = moves_to(current, status)
    if state is None:
        return None
    return state if _raise_to(session, row, state, sid, error_code, now) else None


def note_duplicate(session: Session, row: Invitation, sid: str, *, now: datetime) -> None:
    """Say that a text has a second id at the provider: it went twice."""
    note(session, NoticeKind.DUPLICATE, f"{row.id}:{sid}", row, now=now, code=sid)


def note(
    session: Session,
    kind: NoticeKind,
    about: str,
    row: Invitation,
    *,
    now: datetime,
    code: str = "",
) -> None:
    """Open a notice about one text, for the people of its organisation; of no clinic's, for all."""
    clinic = session.get(Clinic, row.clinic_id) if row.clinic_id is not None else None
    owner = clinic.organisation_code if clinic else None
    given = {"invitation_id": row.id, "clinic_id": row.clinic_id, "organisation_code": owner}
    notify(session, kind, about, now=now, code=code[:60], **given)


def last_look(tries: int, now: datetime) -> datetime | None:
    """Return when a text that went is looked for once more: only after a second try.

    Then an earlier call may have arrived after all, later than anything should.
    """
    return now + GRACE + A_MINUTE if tries > 1 else None


def _raise_to(
    session: Session, row: Invitation, state: State, sid: str, error_code: str, now: datetime
) -> bool:
    values: dict[str, Any] = {
        "state": state.value,
        "provider_sid": sid,
        "accepted_at": row.accepted_at or now,
        "lease_until": None,
        "look_at": last_look(row.tries, now) if row.provider_sid is None else row.look_at,
    }
    if state in FINAL:
        values |= {"finished_at": now, "error_code": error_code or None}
    as_read = update(Invitation).where(
        col(Invitation.id) == row.id, col(Invitation.state) == row.state
    )
    return outbox.count(session, as_read.values(**values)) == 1


def _is_anothers(session: Session, row: Invitation, sid: str) -> bool:
    if row.provider_sid == sid:
        return False
    holder = select(Invitation.id).where(Invitation.provider_sid == sid, Invitation.id != row.id)
    return session.exec(holder).first() is not None
