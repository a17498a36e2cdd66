"""Whether a text is a machine's: our own words back, or the same words again and again."""

from collections.abc import Iterator
from datetime import timedelta

from sqlmodel import Session, col, select

from app.conversations.models import Reply
from app.conversations.plain import plain_words
from app.db import unseal
from app.invitations.models import Invitation

A_DAY = timedelta(days=1)
LOOKED_AT = 3
# Shorter words of ours are said by people as well: "sleep, school, my knee"; and who quotes us and
# says more than this beside it has said something of their own.
SHORTEST_ECHO = 25


def echoes(session: Session, reply: Reply) -> bool:
    """Return whether a reply repeats what we last texted or answered, or its own last text."""
    before = _before(session, reply)
    if before and _repeats(session, reply, before[0]):
        return True
    said = plain_words(unseal(session, reply, "body"))
    return len(said) >= SHORTEST_ECHO and any(
        said in ours or (ours in said and len(said) < len(ours) + SHORTEST_ECHO)
        for ours in _ours(session, reply, before)
    )


def _repeats(session: Session, reply: Reply, last: Reply) -> bool:
    """Whether the same was said before, about the same visit: of another it may be as true."""
    same = last.appointment_id == reply.appointment_id
    return same and _bare(session, reply) == _bare(session, last)


def _bare(session: Session, reply: Reply) -> str:
    body = unseal(session, reply, "body")
    return plain_words(body) or body


def _ours(session: Session, reply: Reply, before: list[Reply]) -> Iterator[str]:
    """Yield the plain words of what went to this number of late."""
    texts = session.exec(
        select(Invitation)
        .where(Invitation.number_key == reply.number_key, col(Invitation.body_sealed).is_not(None))
        .order_by(col(Invitation.started_at).desc())
        .limit(LOOKED_AT)
    )
    words = [unseal(session, text, "body") for text in texts]
    words += [unseal(session, each, "answer") for each in before]
    for each in words:
        plain = plain_words(each)
        if len(plain) >= SHORTEST_ECHO:
            yield plain


def _before(session: Session, reply: Reply) -> list[Reply]:
    """The replies of the last day that came before this one and are no mere repeats, newest first.

    The very last one is always there; of the others only those that were answered.
    """
    earlier = (
        select(Reply)
        .where(
            Reply.number_key == reply.number_key,
            Reply.id != reply.id,
            col(Reply.received_at) <= reply.received_at,
            col(Reply.received_at) > reply.received_at - A_DAY,
        )
        .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
    )
    last = session.exec(earlier.limit(1)).all()
    answered = session.exec(earlier.where(col(Reply.answer_kind).is_not(None)).limit(LOOKED_AT))
    return [*last, *answered]
