"""Standing still: sending is paused for a clinic, an organisation or as a whole, and resumed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.audit.trail import record
from app.clinics.models import Clinic
from app.db import insert_new
from app.invitations.models import Pause
from app.invitations.notices import NoticeKind, notify
from app.logs import logger
from app.privacy import new_id

log = logger(__name__)

ALL = "all"
BY_HAND, RESTORE, CONFIGURATION, CONTENT = "by_hand", "restore", "configuration", "content"
TOO_MANY, NO_CONNECTION, NO_ANSWER = "too_many", "no_connection", "no_answer"
CAP_CLINIC, CAP_OVERALL = "cap_clinic", "cap_overall"

IN_WORDS = {
    BY_HAND: "Somebody paused it.",
    RESTORE: "The database was restored: what went since must be looked up first.",
    CONFIGURATION: "Twilio refuses all our texts: mend the account, then go on.",
    CONTENT: "The network refused the words of a text: change them, then go on.",
    TOO_MANY: "Twilio asked us to wait. It goes on by itself.",
    NO_CONNECTION: "Twilio could not be reached. It is tried again by itself.",
    NO_ANSWER: "Twilio did not answer properly. It is tried again by itself.",
    CAP_CLINIC: "This clinic sent more texts in an hour than it ever should.",
    CAP_OVERALL: "More texts went in a day than ever should.",
}

# A fault at the provider stops every organisation: any admin may say that it is mended.
OF_THE_PROVIDER = frozenset({CONFIGURATION, TOO_MANY, NO_CONNECTION, NO_ANSWER})


@dataclass(frozen=True)
class Standing:
    """What stands still now: everything, or these clinics."""

    everything: bool
    clinics: frozenset[UUID]


def of_clinic(clinic_id: UUID) -> str:
    """Name the scope of one clinic."""
    return f"clinic:{clinic_id}"


def of_organisation(code: str) -> str:
    """Name the scope of one organisation."""
    return f"organisation:{code}"


def may_end(scope: str, reason: str, *, administrator: bool) -> bool:
    """Whether the page of texts ends a pause for an admin who sees it there.

    One of their own organisation or clinic, yes; one of the whole service after a fault at the
    provider, and otherwise only for an administrator. After a restore the command alone does it.
    """
    if reason == RESTORE:
        return False
    return scope != ALL or administrator or reason in OF_THE_PROVIDER


def pause(
    session: Session,
    scope: str,
    reason: str,
    *,
    by: str,
    now: datetime,
    code: str | None = None,
    until: datetime | None = None,
) -> bool:
    """Stop sending within a scope; False if it stands still for this reason already.

    One with `until` ends by itself; any other is said to people and ended by one.
    """
    row = {
        "id": new_id(),
        "scope": scope,
        "reason": reason,
        "code": code,
        "began_at": now,
        "began_by": by,
        "until": until,
    }
    added = insert_new(session, Pause, [row]) == 1
    if added:
        log.error("sending_paused", scope=scope, reason=reason, code=code)
        record(session, "sending_paused", by=by, now=now, subject=scope, reason=reason)
        if until is None and reason != BY_HAND:
            about = str(row["id"])
            given = {"organisation_code": _owner(session, scope), "code": reason}
            notify(session, NoticeKind.SENDING_PAUSED, about, now=now, **given)
    return added


def resume(
    session: Session,
    scope: str,
    *,
    by: str,
    now: datetime,
    reasons: Iterable[str] | None = None,
) -> int:
    """Go on within a scope; return how many pauses ended.

    Whatever it was paused for, unless `reasons` are given: then the others stand.
    """
    theirs = [col(Pause.scope) == scope, col(Pause.ended_at).is_(None)]
    if reasons is not None:
        theirs.append(col(Pause.reason).in_(list(reasons)))
    ended = session.connection().execute(
        update(Pause).where(*theirs).values(ended_at=now, ended_by=by)
    )
    number = int(cast(Any, ended).rowcount)
    if number:
        record(session, "sending_resumed", by=by, now=now, subject=scope)
    return number


def end_what_passes(session: Session, *, now: datetime) -> int:
    """End the pauses whose time is over; return how many."""
    over = session.connection().execute(
        update(Pause)
        .where(col(Pause.ended_at).is_(None), col(Pause.until) <= now)
        .values(ended_at=now, ended_by="scheduler")
    )
    return int(cast(Any, over).rowcount)


def open_pauses(session: Session) -> list[Pause]:
    """Return every pause that has not ended, the oldest first."""
    question = select(Pause).where(col(Pause.ended_at).is_(None)).order_by(col(Pause.began_at))
    return list(session.exec(question))


def what_stands(session: Session, *, now: datetime) -> Standing:
    """Return what stands still at this moment."""
    scopes = {
        pause.scope for pause in open_pauses(session) if pause.until is None or pause.until > now
    }
    codes = [scope.partition(":")[2] for scope in scopes if scope.startswith("organisation:")]
    clinics = {UUID(scope.partition(":")[2]) for scope in scopes if scope.startswith("clinic:")}
    if codes:
        clinics.update(
            session.exec(select(Clinic.id).where(col(Clinic.organisation_code).in_(codes)))
        )
    return Standing(ALL in scopes, frozenset(clinics))


def _owner(session: Session, scope: str) -> str | None:
    kind, _, name = scope.partition(":")
    if kind == "clinic":
        return session.get_one(Clinic, UUID(name)).organisation_code
    return name or None
