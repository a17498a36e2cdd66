"""Doing what somebody says about the texts themselves: stop, start, forget me, wrong number.

Twilio acts on some words itself (`OptOutType`). Under its default words somebody who answers CANCEL
to a text about an appointment is blocked without having asked for it: people are told, to ring.

A request to be forgotten is dealt with by a person, at the latest a month after it came: UK GDPR,
article 12(3), "without undue delay and in any event within one month of receipt of the request".
Four weeks are never longer than a month. Nothing is deleted by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.conversations.intent import Intent
from app.conversations.intents import all_intents_of, calls_for_help
from app.conversations.kept import Kept
from app.conversations.matching import Found, Matched, Several, still_open
from app.conversations.models import Reply
from app.db import unseal
from app.invitations.by_hand import leave_alone
from app.invitations.notices import NoticeKind, notify
from app.invitations.opt_out import (
    end_opt_out,
    reasons_against,
    record_opt_out,
    record_person_opt_out,
)
from app.invitations.sent import SentAsk

BY = "webhook"
DEALT_WITH_WITHIN = timedelta(days=28)
STOPPED_BY_PROVIDER, HELPED_BY_PROVIDER = "STOP", "HELP"

# What stops texts, the gravest first, and the reason that is kept.
REASONS = {
    Intent.BEREAVEMENT: "bereavement",
    Intent.FORGET: "forget",
    Intent.WRONG_NUMBER: "wrong_number",
    Intent.OPT_OUT: "texted",
    Intent.PAUSE: "paused",
    Intent.BLOCKED: "provider",
}
# A wrong number, or what the provider made of a word, says nothing about the young person.
ABOUT_THE_PERSON = frozenset({Intent.BEREAVEMENT, Intent.FORGET, Intent.OPT_OUT, Intent.PAUSE})
TOLD = {
    Intent.BEREAVEMENT: NoticeKind.BEREAVEMENT,
    Intent.FORGET: NoticeKind.FORGET,
    Intent.WRONG_NUMBER: NoticeKind.WRONG_NUMBER,
    Intent.BLOCKED: NoticeKind.LOST_BY_PROVIDER,
}
# That they were asked which they meant must last as well: what they say next hangs on it.
ORDERS = frozenset({*REASONS, *TOLD, Intent.OPT_IN, Intent.WHICH})


@dataclass(frozen=True)
class From:
    """Whom a reply came from, as far as that is certain, and who was asked on its number."""

    found: Found
    asks: Sequence[SentAsk]

    @property
    def appointment_id(self) -> UUID | None:
        """The visit it is certainly about, if there is one."""
        return self.found.appointment_id if isinstance(self.found, Matched) else None

    @property
    def matched(self) -> str:
        """Whether it is placed, as it is kept: `matched`, `chosen`, `several` or `nobody`."""
        if isinstance(self.found, Matched):
            return "chosen" if self.found.chosen else "matched"
        return "several" if isinstance(self.found, Several) else "nobody"

    @property
    def person(self) -> UUID | None:
        """The young person it certainly came from, if there is one."""
        ask = self.ask if isinstance(self.found, Matched) else None
        return ask.young_person_id if ask else None

    @property
    def ask(self) -> SentAsk | None:
        """The ask it answers; where that is not certain, the newest that went to this number."""
        if isinstance(self.found, Matched):
            visit = self.found.appointment_id
            return next(ask for ask in self.asks if ask.appointment_id == visit)
        return self.asks[0] if self.asks else None

    def still_open(self, at: datetime) -> list[SentAsk]:
        """The asks on this number that a reply may be about."""
        return still_open(self.asks, at)


def intents_with(given: str, said: Sequence[Intent]) -> list[Intent]:
    """Return what a text says, with what the provider made of it (`OptOutType`).

    Under its default words the provider takes YES for START: only our own words begin texts again.
    """
    if given == HELPED_BY_PROVIDER and Intent.HELP not in said:
        return [*said, Intent.HELP]
    if given == STOPPED_BY_PROVIDER and not set(REASONS) & set(said):
        return [*said, Intent.BLOCKED]
    return list(said)


def has_orders(reply: Kept, intents: Sequence[Intent], given: str) -> bool:
    """Return whether a text says something to be obeyed, or that people are told of at once."""
    return bool(ORDERS & set(intents)) or _calls(reply, intents, given)


def obey(
    session: Session,
    reply: Kept,
    intents: Sequence[Intent],
    given: str,
    sender: From,
    *,
    now: datetime,
) -> None:
    """Stop or start texts as a reply says, at once, and tell people what they must know."""
    stop = next((intent for intent in REASONS if intent in intents), None)
    if (stop or Intent.OPT_IN in intents) and not _taken_back(session, reply, stop):
        if stop:
            _stop(session, reply, stop, sender, now)
        else:
            _start(session, reply, sender, now)
    for intent, kind in TOLD.items():
        if intent in intents:
            _tell(session, reply, kind, sender, now)
    if _calls(reply, intents, given):
        _tell(session, reply, NoticeKind.ASKED_FOR_HELP, sender, now)


def leaves_us(intents: Sequence[Intent], has_priorities: bool) -> bool:
    """Return whether somebody only swears at us: no stop, but no more texts about this visit."""
    more = {*REASONS, Intent.COMPLAINT}
    return Intent.ABUSE in intents and not has_priorities and not more & set(intents)


def left_alone(session: Session, sender: From, at: datetime, *, now: datetime) -> None:
    """Let no more texts about the visit go, or about each that a reply may be about."""
    visit = sender.appointment_id
    for ask in sender.still_open(at):
        if visit in (None, ask.appointment_id):
            leave_alone(session, ask.appointment_id, ask.clinic_id, ask.starts_at, by=BY, now=now)


def _calls(reply: Kept, intents: Sequence[Intent], given: str) -> bool:
    called = given == HELPED_BY_PROVIDER or calls_for_help(reply.body)
    return called and Intent.HELP in intents


def _stop(session: Session, reply: Kept, stop: Intent, sender: From, now: datetime) -> None:
    record_opt_out(session, reply.number, REASONS[stop], by=BY, now=now)
    if sender.person is not None and stop in ABOUT_THE_PERSON:
        record_person_opt_out(session, sender.person, REASONS[stop], by=BY, now=now)


def _start(session: Session, reply: Kept, sender: From, now: datetime) -> None:
    number = reply.number
    asked = [ask.young_person_id for ask in sender.asks]
    end_opt_out(session, number, by=BY, now=now, person=sender.person, asked=asked)
    if standing(session, reply, sender):
        # Staff stopped these texts, or somebody said that the number is wrong: staff may undo it.
        _tell(session, reply, NoticeKind.ASKED_FOR_HELP, sender, now, code="start")


def standing(session: Session, reply: Kept, sender: From) -> frozenset[str]:
    """Return why texts to whom a reply came from are stopped; empty if they are not."""
    people = [sender.person] if sender.person else []
    return reasons_against(session, reply.number_key, people)


def _taken_back(session: Session, reply: Kept, stop: Intent | None) -> bool:
    """Whether this number has said the opposite since: some replies are fetched long after."""
    later = session.exec(
        select(Reply).where(
            Reply.number_key == reply.number_key, col(Reply.received_at) > reply.received_at
        )
    )
    opposite = {Intent.OPT_IN} if stop in (Intent.OPT_OUT, Intent.PAUSE, Intent.BLOCKED) else set()
    if stop is None:
        opposite = set(REASONS)
    return any(opposite & set(all_intents_of(unseal(session, each, "body"))) for each in later)


def _tell(
    session: Session,
    reply: Kept,
    kind: NoticeKind,
    sender: From,
    now: datetime,
    *,
    code: str = "",
) -> None:
    due = reply.received_at + DEALT_WITH_WITHIN if kind is NoticeKind.FORGET else None
    notify(
        session,
        kind,
        str(reply.id),
        now=now,
        organisation_code=sender.ask.organisation_code if sender.ask else None,
        clinic_id=sender.ask.clinic_id if sender.ask else None,
        young_person_id=sender.person,
        reply_id=reply.id,
        code=code,
        due_at=due,
    )
