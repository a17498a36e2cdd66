"""Answering one reply: what decides is looked up, and the words of the answer are kept with it."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.clinics.models import Clinic
from app.conversations.answer import Said, choose
from app.conversations.intents import Intent
from app.conversations.models import Reply
from app.conversations.opting import From, standing
from app.db import seal
from app.people.models import YoungPerson
from app.sms.wording import OWN_LANGUAGE, words

A_DAY = timedelta(days=1)


def answer(
    session: Session,
    reply: Reply,
    intents: Sequence[Intent],
    has_priorities: bool,
    sender: From,
    provider_answered: bool,
) -> None:
    """Choose the answer to a reply that has been placed, and keep its words beside it."""
    language, desk_phone = _whose(session, reply, sender)
    name = choose(
        Said(
            intents=intents,
            has_priorities=has_priorities,
            is_matched=reply.appointment_id is not None,
            given_today=_given_today(session, reply),
            kinds_before=_kinds_before(session, reply.appointment_id),
            has_desk=bool(desk_phone),
            provider_answered=provider_answered,
            stopped_because=standing(session, reply, sender),
        )
    )
    if name is None:
        return
    reply.answer_kind = name
    seal(session, reply, "answer", words(name, language, desk_phone=desk_phone).text)
    session.add(reply)


def _given_today(session: Session, reply: Reply) -> list[str]:
    """The kinds of the answers that this number has had in the last 24 hours, the oldest first."""
    kinds = session.exec(
        select(Reply.answer_kind)
        .where(
            Reply.number_key == reply.number_key,
            col(Reply.answer_kind).is_not(None),
            col(Reply.received_at) > reply.received_at - A_DAY,
        )
        .order_by(col(Reply.received_at), col(Reply.id))
    )
    return [kind for kind in kinds if kind]


def _kinds_before(session: Session, appointment_id: UUID | None) -> list[str]:
    if appointment_id is None:
        return []
    kinds = session.exec(select(Reply.answer_kind).where(Reply.appointment_id == appointment_id))
    return [kind for kind in kinds if kind]


def _whose(session: Session, reply: Reply, sender: From) -> tuple[str, str]:
    """Return the language to answer in and the number of the clinic's desk, where it is certain."""
    clinics = {ask.clinic_id for ask in sender.still_open(reply.received_at)}
    if reply.appointment_id is not None and sender.ask is not None:
        person = session.get_one(YoungPerson, sender.ask.young_person_id)
        return person.language, session.get_one(Clinic, sender.ask.clinic_id).desk_phone
    if len(clinics) == 1:
        return OWN_LANGUAGE, session.get_one(Clinic, clinics.pop()).desk_phone
    return OWN_LANGUAGE, ""
