"""What staff may answer to a reply by text, when it would go, and why not, in words."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from app.conversations.cards import Card
from app.conversations.models import Reply
from app.db import unseal
from app.invitations.board_presenter import moment_in_words
from app.invitations.live import only_to
from app.invitations.rules import IN_WORDS, Decision, Held, HeldReason, NotYet
from app.invitations.staff_answers import (
    Wanted,
    answer_by_staff,
    answers_about,
    decision_now,
    held_on,
    waits_its_turn,
)
from app.invitations.staff_words import STAFF_TEXTS, same_ending, words_of_answer
from app.invitations.visits import Visit, visits_of
from app.settings import Settings

PLACE_FIRST = "Say whose it is first: then it can be answered by text."
OTHER_PHONE = (
    "It came from a number that we have not texted about this visit, so it cannot be answered by "
    "text. Ring them."
)
CANNOT_BE_READ = "Their details cannot be read: tell the service's administrator."
QUICKER = "Somebody has just answered by text: read their answer first."


@dataclass(frozen=True)
class Offer:
    """What may be answered by text: the words by name, when it would go, or why not.

    `wants_net` says that nobody is told of the clinic's concerns, so that nothing is texted.
    """

    why_not: str = ""
    wants_net: bool = False
    when: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    ending: str = ""
    seen: int = 0


def offer_of(session: Session, settings: Settings, card: Card, *, now: datetime) -> Offer:
    """Return what staff may answer to a reply, or why nothing."""
    visit = card.visit
    if visit is None:
        return Offer(why_not=PLACE_FIRST)
    if not held_on(session, visit.appointment.id, card.reply.number_key):
        return Offer(why_not=OTHER_PHONE)
    trial = only_to(session, settings)
    decision = decision_now(session, visit, card.number, now=now, only_to=trial)
    if decision is None or isinstance(decision, Held):
        return Offer(
            why_not=_why_not(decision), wants_net=decision == Held(HeldReason.NO_SAFETY_NET)
        )
    later = waits_its_turn(session, settings, visit, card.reply.number_key, now=now)
    language, desk_phone = visit.person.language, visit.clinic.desk_phone
    texts = {name: words_of_answer(name, language, desk_phone).text for name in STAFF_TEXTS}
    ending = same_ending(list(texts.values()))
    return Offer(
        when=_when(decision, later, visit),
        texts={name: text.removesuffix(ending).strip() for name, text in texts.items()},
        ending=ending,
        seen=len(answers_about(session, [visit.appointment.id])),
    )


def answer_reply(
    session: Session,
    settings: Settings,
    reply: Reply,
    name: str,
    seen: int,
    *,
    by: str,
    now: datetime,
) -> str:
    """Owe an answer to a reply; return why it is not owed, in words, or nothing."""
    visits = visits_of(session, [reply.appointment_id]) if reply.appointment_id else {}
    visit = visits.get(reply.appointment_id) if reply.appointment_id else None
    if visit is None:
        return PLACE_FIRST
    if not held_on(session, visit.appointment.id, reply.number_key):
        return OTHER_PHONE
    wanted = Wanted(reply.id, unseal(session, reply, "number"), name, seen)
    trial = only_to(session, settings)
    decision = answer_by_staff(session, visit, wanted, by=by, now=now, only_to=trial)
    if decision is None:
        return QUICKER
    return _why_not(decision) if isinstance(decision, Held) else ""


def _why_not(decision: Decision | None) -> str:
    if not isinstance(decision, Held):
        return CANNOT_BE_READ
    return f"It cannot be answered by text: {IN_WORDS[decision.reason]}. Ring them if it matters."


def _when(decision: Decision, later: datetime | None, visit: Visit) -> str:
    zone = visit.clinic.time_zone
    if later is not None:
        at = moment_in_words(later, zone)
        return f"This phone has had its text of the day: an answer goes on {at}."
    if isinstance(decision, NotYet):
        return f"An answer goes on {moment_in_words(decision.at, zone)}, when texts may go."
    return "An answer goes within minutes."
