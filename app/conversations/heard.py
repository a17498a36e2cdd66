"""Telling the outbox who has answered, so that nobody is reminded of what they have done."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col

from app.conversations.intents import Intent
from app.conversations.models import Reply
from app.invitations.models import Invitation
from app.invitations.sent import SentAsk
from app.invitations.states import Kind

# Who says only this has not answered: a reminder may still go.
NO_ANSWER = frozenset(
    {
        Intent.THANKS,
        Intent.ACKNOWLEDGEMENT,
        Intent.HELP,
        Intent.WHO,
        Intent.OPT_IN,
        Intent.EMPTY,
        Intent.UNCLEAR,
        Intent.WHICH,
    }
)


def note_heard(
    session: Session,
    reply: Reply,
    intents: Sequence[Intent],
    has_priorities: bool,
    asks: Sequence[SentAsk],
    *,
    now: datetime,
) -> None:
    """Note that a reply has answered its ask; an answer that fits several counts for each."""
    if not has_priorities and set(intents) <= NO_ANSWER:
        return
    answered: set[UUID] = set()
    if reply.appointment_id is not None:
        answered = {reply.appointment_id}
    elif reply.matched == "several":
        answered = {ask.appointment_id for ask in asks}
    if answered:
        session.connection().execute(
            update(Invitation)
            .where(
                col(Invitation.appointment_id).in_(answered),
                col(Invitation.kind) == Kind.ASK.value,
                col(Invitation.heard_at).is_(None),
            )
            .values(heard_at=now)
        )
