"""Whether a text is a machine's: our own words back, or the same words again and again."""

from datetime import timedelta

from sqlmodel import Session, col, select

from app.conversations.intents import plain_words
from app.conversations.models import Reply
from app.db import unseal
from app.invitations.models import Invitation

A_DAY = timedelta(days=1)
LOOKED_AT = 3
# Shorter words are said by people twice as well: "ok", "nothing".
SHORTEST = 25


def echoes_us(session: Session, reply: Reply) -> bool:
    """Return whether a reply repeats what we last texted or answered, or its own last text."""
    words = plain_words(unseal(session, reply, "body"))
    if len(words) < SHORTEST:
        return False
    return any(words in plain_words(ours) for ours in _lately(session, reply))


def _lately(session: Session, reply: Reply) -> list[str]:
    """What went to this number and came from it of late, the newest first."""
    before = session.exec(
        select(Reply)
        .where(
            Reply.number_key == reply.number_key,
            Reply.id != reply.id,
            col(Reply.received_at) > reply.received_at - A_DAY,
        )
        .order_by(col(Reply.received_at).desc(), col(Reply.id).desc())
        .limit(LOOKED_AT)
    ).all()
    texts = session.exec(
        select(Invitation)
        .where(Invitation.number_key == reply.number_key, col(Invitation.body_sealed).is_not(None))
        .order_by(col(Invitation.started_at).desc())
        .limit(LOOKED_AT)
    ).all()
    said = [unseal(session, each, name) for each in before for name in ("answer", "body")]
    return said + [unseal(session, text, "body") for text in texts]
