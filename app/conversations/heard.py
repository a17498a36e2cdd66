"""Telling the outbox who has answered, so that nobody is reminded of what they have done."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, update
from sqlmodel import Session, col

from app.conversations.intent import Intent
from app.db import chunks
from app.invitations.models import Invitation
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
        Intent.PRIVACY,
        Intent.APPOINTMENT_QUESTION,
        Intent.ATTENDING,
        Intent.RUNNING_LATE,
        Intent.PROXY,
        Intent.JOKE,
        Intent.SPAM,
        Intent.AUTO_REPLY,
        Intent.UNCLEAR,
    }
)

_HEARD = (
    update(Invitation)
    .where(
        col(Invitation.appointment_id).in_(bindparam("visits", expanding=True)),
        col(Invitation.kind) == Kind.ASK.value,
        col(Invitation.heard_at).is_(None),
    )
    .values(heard_at=bindparam("now"))
)

_NOT_HEARD = (
    update(Invitation)
    .where(
        col(Invitation.appointment_id).in_(bindparam("visits", expanding=True)),
        col(Invitation.kind) == Kind.ASK.value,
        col(Invitation.heard_at).in_(bindparam("moments", expanding=True)),
    )
    .values(heard_at=None)
)


def is_an_answer(intents: Sequence[Intent], has_priorities: bool) -> bool:
    """Return whether a reply says something that makes a reminder needless."""
    return has_priorities or not set(intents) <= NO_ANSWER


def note_heard(session: Session, appointment_ids: Iterable[UUID], now: datetime) -> None:
    """Note that the asks about these appointments have been answered."""
    for chunk in chunks(appointment_ids):
        session.connection().execute(_HEARD, {"visits": chunk, "now": now})


def not_heard(
    session: Session, appointment_ids: Iterable[UUID], moments: Sequence[datetime]
) -> None:
    """Take back that these asks were answered at these moments: the answer was about another's."""
    for chunk in chunks(appointment_ids):
        session.connection().execute(_NOT_HEARD, {"visits": chunk, "moments": list(moments)})
