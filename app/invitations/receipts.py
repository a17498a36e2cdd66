"""What became of a text: the provider's news, in any order, kept and merged by rank."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from app.appointments.models import Appointment, AppointmentStatus
from app.db import insert_new
from app.invitations import outbox, pauses
from app.invitations.models import Invitation, Receipt
from app.invitations.notices import NoticeKind, notify
from app.invitations.outbox import Plan
from app.invitations.presence import note, take_presence
from app.invitations.recording import take_providers_opt_out
from app.invitations.rules import try_again_from
from app.invitations.states import NEVER_LEFT, Kind, State, is_known
from app.logs import logger
from app.privacy import new_id
from app.sms.codes import Meaning, is_known_code, meaning_of

log = logger(__name__)

BY = "webhook"


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
    one text means that it went twice: it is kept, and an incident.
    """
    text = session.exec(
        select(Invitation).where(Invitation.token == news.token).with_for_update()
    ).one_or_none()
    _keep(session, text, news, now)
    if text is None:
        notify(session, NoticeKind.UNKNOWN_RECEIPT, news.sid, now=now, code=news.status)
        return False
    if not is_known(news.status) or (news.error_code and not is_known_code(news.error_code)):
        about = f"{text.id}:{news.status}:{news.error_code}"
        code = f"{news.status} {news.error_code}".strip()
        note(session, NoticeKind.UNKNOWN_WORD, about, text, now=now, code=code)
    state = take_presence(
        session, text.id, news.sid, news.status, now=now, error_code=news.error_code
    )
    if state is not None:
        log.info("receipt_taken", invitation=str(text.id), state=state.value)
    if state in (State.UNDELIVERED, State.FAILED):
        _after_failure(session, text, meaning_of(news.error_code), news, now)
    return True


def _keep(session: Session, text: Invitation | None, news: News, now: datetime) -> None:
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


def _after_failure(
    session: Session, text: Invitation, meaning: Meaning, news: News, now: datetime
) -> None:
    """Do what a code asks of us, besides showing it: once more, an opt-out, or standing still."""
    if meaning is Meaning.UNREACHABLE:
        _owe_once_more(session, text, now)
    elif meaning is Meaning.OPTED_OUT:
        take_providers_opt_out(session, text, now=now)
    elif meaning is Meaning.CONTENT and text.clinic_id is not None:
        scope = pauses.of_clinic(text.clinic_id)
        pauses.pause(session, scope, pauses.CONTENT, by=BY, now=now, code=news.error_code)
    elif meaning is Meaning.CONFIGURATION:
        reason = pauses.CONFIGURATION
        pauses.pause(session, pauses.ALL, reason, by=BY, now=now, code=news.error_code)


def _owe_once_more(session: Session, text: Invitation, now: datetime) -> None:
    """Owe a text that found the phone off once more, two hours later, in a window; never twice."""
    if text.kind in (Kind.ANSWER, Kind.HELP):
        # Staff see that it did not arrive, and ring.
        return
    visit = session.get_one(Appointment, text.visit_id)
    before = session.exec(
        select(Invitation).where(
            Invitation.appointment_id == text.appointment_id,
            Invitation.kind == text.kind,
            Invitation.id != text.id,
            col(Invitation.state).not_in([state.value for state in NEVER_LEFT]),
        )
    ).first()
    due_at = try_again_from(now)
    still_on = visit.status == AppointmentStatus.BOOKED and due_at < text.deadline
    if before is not None or not still_on:
        return
    once_more = Plan(
        appointment_id=visit.id,
        clinic_id=visit.clinic_id,
        kind=Kind(text.kind),
        cycle=text.cycle + 1,
        due_at=due_at,
        deadline=text.deadline,
        planned_for=visit.starts_at,
        clinic_version=text.clinic_version,
    )
    outbox.plan(session, [once_more], now=now)
