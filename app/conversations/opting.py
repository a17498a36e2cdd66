"""Doing what somebody says about the texts themselves: stop, start, forget me, wrong number.

Twilio acts on some words itself (`OptOutType`). Under its default words somebody who answers CANCEL
to a text about an appointment is blocked without having asked for it: that is said to people.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations.intents import Intent
from app.conversations.matching import Matched, Nobody, Several
from app.conversations.models import Reply
from app.db import unseal
from app.invitations.notices import NoticeKind, notify
from app.invitations.opt_out import end_opt_out, record_opt_out, record_person_opt_out
from app.invitations.sent import SentAsk

BY = "webhook"
# A request to be forgotten is answered within a month (UK GDPR, article 12(3)).
ANSWER_WITHIN = timedelta(days=28)
STOPPED_BY_PROVIDER, STARTED_BY_PROVIDER, HELPED_BY_PROVIDER = "STOP", "START", "HELP"

REASONS = {
    Intent.BEREAVEMENT: "bereavement",
    Intent.FORGET: "forget",
    Intent.WRONG_NUMBER: "wrong_number",
    Intent.OPT_OUT: "texted",
}
# A wrong number says nothing about the young person it was meant for.
ABOUT_THE_PERSON = frozenset({Intent.BEREAVEMENT, Intent.FORGET, Intent.OPT_OUT})
TOLD = {
    Intent.BEREAVEMENT: NoticeKind.BEREAVEMENT,
    Intent.FORGET: NoticeKind.FORGET,
    Intent.WRONG_NUMBER: NoticeKind.WRONG_NUMBER,
    Intent.HELP: NoticeKind.ASKED_FOR_HELP,
}


def intents_with(given: str, body: str, said: Sequence[Intent]) -> list[Intent]:
    """Return what a text says, with what the provider took it for (`OptOutType`)."""
    if given == STARTED_BY_PROVIDER:
        return [Intent.OPT_IN]
    if given == HELPED_BY_PROVIDER:
        return [Intent.HELP]
    if given == STOPPED_BY_PROVIDER and Intent.OPT_OUT not in said:
        return [*said, Intent.BLOCKED]
    return list(said)


def obey(
    session: Session,
    reply: Reply,
    intents: Sequence[Intent],
    given: str,
    found: Matched | Several | Nobody,
    asks: Sequence[SentAsk],
    *,
    now: datetime,
) -> None:
    """Stop or start texts as a reply says, at once, and tell people what they must know."""
    number = unseal(session, reply, "number")
    person = _person(found, asks)
    if Intent.BLOCKED in intents:
        record_opt_out(session, number, "provider", by=BY, now=now)
        _tell(session, reply, NoticeKind.LOST_BY_PROVIDER, found, asks, now)
    for intent, reason in REASONS.items():
        if intent in intents:
            record_opt_out(session, number, reason, by=BY, now=now)
            if person is not None and intent in ABOUT_THE_PERSON:
                record_person_opt_out(session, person, reason, by=BY, now=now)
            break
    else:
        if Intent.OPT_IN in intents:
            everybody = [ask.young_person_id for ask in asks]
            end_opt_out(session, number, by=BY, now=now, people=everybody)
    for intent, kind in TOLD.items():
        if intent in intents:
            _tell(session, reply, kind, found, asks, now)


def _person(found: Matched | Several | Nobody, asks: Sequence[SentAsk]) -> UUID | None:
    """The young person a reply certainly came from, if there is one."""
    if not isinstance(found, Matched):
        return None
    return next(ask.young_person_id for ask in asks if ask.appointment_id == found.appointment_id)


def _tell(
    session: Session,
    reply: Reply,
    kind: NoticeKind,
    found: Matched | Several | Nobody,
    asks: Sequence[SentAsk],
    now: datetime,
) -> None:
    clinic = None
    if asks:
        visit = found.appointment_id if isinstance(found, Matched) else asks[0].appointment_id
        clinic = session.get_one(Clinic, session.get_one(Appointment, visit).clinic_id)
    notify(
        session,
        kind,
        str(reply.id),
        now=now,
        organisation_code=clinic.organisation_code if clinic else None,
        clinic_id=clinic.id if clinic else None,
        young_person_id=_person(found, asks),
        reply_id=reply.id,
        due_at=now + ANSWER_WITHIN if kind is NoticeKind.FORGET else None,
    )
