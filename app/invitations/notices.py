"""Things about texting that a person must look at: said once, kept until somebody has seen them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from app.audit.trail import record
from app.db import insert_new
from app.invitations.models import Notice
from app.invitations.notice_kinds import INCIDENTS, NoticeKind
from app.logs import logger
from app.privacy import new_id

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
    """Return what an organisation's people have not seen yet, oldest first."""
    theirs = or_(
        col(Notice.organisation_code) == organisation_code, col(Notice.organisation_code).is_(None)
    )
    question = select(Notice).where(col(Notice.seen_at).is_(None), theirs)
    return session.exec(question.order_by(col(Notice.opened_at))).all()


def mark_seen(
    session: Session, organisation_code: str, notice_id: UUID, *, by: str, now: datetime
) -> bool:
    """Say that a person has seen to a notice; False if it is not theirs, or was seen before."""
    changed = session.connection().execute(
        update(Notice)
        .where(
            col(Notice.id) == notice_id,
            col(Notice.seen_at).is_(None),
            or_(
                col(Notice.organisation_code) == organisation_code,
                col(Notice.organisation_code).is_(None),
            ),
        )
        .values(seen_at=now, seen_by=by)
    )
    if cast(Any, changed).rowcount != 1:
        return False
    record(session, "notice_seen", by=by, now=now, subject=f"notice:{notice_id}")
    return True
