"""What became of a text: the provider's news, in any order, kept and merged by rank."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.db import insert_new
from app.invitations.models import Invitation, Receipt
from app.invitations.states import LEFT, State, moves_to
from app.logs import logger
from app.privacy import new_id

log = logger(__name__)

FINAL = {State.DELIVERED, State.UNDELIVERED, State.FAILED}


@dataclass(frozen=True)
class News:
    """One status callback: the token we gave the text, the provider's id, its word and code."""

    token: str
    sid: str
    status: str
    error_code: str


def take_news(session: Session, news: News, *, now: datetime) -> bool:
    """Keep one piece of news and raise its text's state by it; return whether a text is known.

    The same news twice changes nothing. News of an unknown text is kept. A second provider id for
    one text means that it went twice: it is kept, and logged as an incident.
    """
    text = session.exec(
        select(Invitation).where(Invitation.token == news.token).with_for_update()
    ).one_or_none()
    row = {
        "id": new_id(),
        "token": news.token,
        "invitation_id": text.id if text else None,
        "provider_sid": news.sid,
        "status": news.status,
        "error_code": news.error_code,
        "received_at": now,
    }
    insert_new(session, Receipt, [row], ("token", "provider_sid", "status", "error_code"))
    if text is None:
        log.warning("receipt_for_unknown_text", status=news.status)
        return False
    if text.provider_sid not in (None, news.sid):
        log.error("incident_two_ids_for_one_text", invitation=str(text.id))
        return True
    _raise_state(session, text, news, now)
    return True


def _raise_state(session: Session, text: Invitation, news: News, now: datetime) -> None:
    current = State(text.state)
    state = moves_to(current, news.status)
    if state is None:
        if current in LEFT or current == State.SUBMITTING:
            log.info("receipt_changes_nothing", invitation=str(text.id), status=news.status)
        return
    values: dict[str, Any] = {
        "state": state.value,
        "provider_sid": news.sid,
        "accepted_at": text.accepted_at or now,
    }
    if state in FINAL:
        values |= {"finished_at": now, "error_code": news.error_code or None}
    changed = session.connection().execute(
        update(Invitation)
        .where(col(Invitation.id) == text.id, col(Invitation.state) == current.value)
        .values(**values)
    )
    if cast(Any, changed).rowcount == 1:
        log.info("receipt_taken", invitation=str(text.id), state=state.value)
