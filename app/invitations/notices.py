"""Things about texting that a person must look at: said once, kept until somebody has seen them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from app.audit.trail import record
from app.clinics.models import Clinic
from app.db import insert_new
from app.invitations.models import Notice, NoticeSeen
from app.invitations.notice_kinds import INCIDENTS, NoticeKind
from app.logs import logger
from app.privacy import new_id
from app.staff.models import StaffMember, StaffRole
from app.staff.roles import Role

__all__ = ["NoticeKind", "mark_seen", "notify", "open_notices"]

log = logger(__name__)


def notify(session: Session, kind: NoticeKind, about: str, *, now: datetime, **given: Any) -> bool:
    """Open a notice, once for what it is about; return False if there was one before.

    `about` names the thing within its kind by ids; `given` are the notice's other columns.
    """
    blank = dict.fromkeys(
        ("organisation_code", "clinic_id", "invitation_id", "young_person_id", "reply_id", "due_at")
    )
    row = {
        **blank,
        "id": new_id(),
        "kind": kind.value,
        "about": f"{kind.value}:{about}"[:160],
        "code": "",
        "opened_at": now,
        **given,
    }
    added = insert_new(session, Notice, [row], ("about",)) == 1
    if added:
        say = log.error if kind in INCIDENTS else log.warning
        say("notice_opened", kind=kind.value, notice=str(row["id"]))
    return added


def open_notices(session: Session, organisation_code: str) -> Sequence[Notice]:
    """Return what an organisation's people have not seen to yet, oldest first."""
    question = select(Notice).where(*_open_for(organisation_code))
    return session.exec(question.order_by(col(Notice.opened_at))).all()


def mark_seen(
    session: Session, organisation_code: str, notice_id: UUID, *, by: str, now: datetime
) -> bool:
    """Say that a person has seen to a notice; False if it is not theirs, or was seen before.

    One of the whole service stays open for the other organisations until they have seen to it too.
    """
    notice = session.exec(
        select(Notice)
        .where(col(Notice.id) == notice_id, *_open_for(organisation_code))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if notice is None:
        return False
    if notice.organisation_code is None:
        row = {"notice_id": notice_id, "organisation_code": organisation_code}
        if not insert_new(session, NoticeSeen, [{**row, "seen_at": now, "seen_by": by}]):
            return False
    if notice.organisation_code is not None or not _waits_for_others(session, notice_id):
        notice.seen_at, notice.seen_by = now, by
    record(session, "notice_seen", by=by, now=now, subject=f"notice:{notice_id}")
    return True


def _open_for(organisation_code: str) -> tuple[ColumnElement[bool], ...]:
    seen_here = select(NoticeSeen.notice_id).where(
        col(NoticeSeen.notice_id) == col(Notice.id),
        col(NoticeSeen.organisation_code) == organisation_code,
    )
    owner = col(Notice.organisation_code)
    theirs = or_(owner == organisation_code, owner.is_(None))
    return col(Notice.seen_at).is_(None), theirs, ~seen_here.exists()


def _waits_for_others(session: Session, notice_id: UUID) -> bool:
    """Whether anybody elsewhere has yet to see to a notice that is for every organisation."""
    seen = select(NoticeSeen.organisation_code).where(col(NoticeSeen.notice_id) == notice_id)
    has_clinic = select(Clinic.id).where(
        col(Clinic.organisation_code) == col(StaffMember.organisation_code)
    )
    others = (
        select(StaffMember.id)
        .join(StaffRole, col(StaffRole.staff_id) == col(StaffMember.id))
        .where(
            col(StaffRole.role) == Role.CLINIC_ADMIN.value,
            col(StaffMember.active),
            col(StaffMember.organisation_code).not_in(seen),
            has_clinic.exists(),
        )
    )
    return session.exec(others.limit(1)).first() is not None
