"""Answering one reply: what decides is looked up, and only as far as it is needed."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from app.conversations.answer import ONCE, Said, choose, wanted
from app.conversations.earlier import Before, kinds_answered
from app.conversations.intent import Intent
from app.conversations.kept import Kept
from app.conversations.opting import From, standing
from app.sms.wording import OWN_LANGUAGE, words


def answer(
    session: Session,
    reply: Kept,
    intents: Sequence[Intent],
    has_priorities: bool,
    sender: From,
    before: Before,
    provider_answered: bool,
) -> tuple[str, str] | None:
    """Choose the answer to a reply that has been placed: its template and its words, if any."""
    language, desk_phone = _whose(reply, sender)
    said = Said(
        intents=intents,
        has_priorities=has_priorities,
        is_matched=sender.appointment_id is not None,
        given_today=before.given,
        has_desk=bool(desk_phone),
        provider_answered=provider_answered,
    )
    name = wanted(said)
    if name is None:
        return None
    if name in ONCE:
        said = replace(said, kinds_before=kinds_answered(session, sender.appointment_id))
    chosen = choose(replace(said, stopped_because=standing(session, reply, sender)))
    return (chosen, words(chosen, language, desk_phone=desk_phone).text) if chosen else None


def _whose(reply: Kept, sender: From) -> tuple[str, str]:
    """Return the language to answer in and the number of the clinic's desk, where it is certain."""
    if sender.appointment_id is not None and sender.ask is not None:
        return sender.ask.language, sender.ask.desk_phone
    desks = {ask.clinic_id: ask.desk_phone for ask in sender.still_open(reply.received_at)}
    return OWN_LANGUAGE, next(iter(desks.values())) if len(desks) == 1 else ""
