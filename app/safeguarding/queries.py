"""Looking concerns up by the replies they are about, without the words of the replies."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from app.db import chunks
from app.safeguarding.acts import waits_for_second_look
from app.safeguarding.models import Concern


@dataclass(frozen=True)
class ConcernFacts:
    """How one concern stands: its tier, whether it is open, and what came of it."""

    id: UUID
    reply_id: UUID
    tier: int
    is_open: bool
    waits_for_second_look: bool
    outcome: str


def concerns_about(session: Session, reply_ids: Iterable[UUID]) -> dict[UUID, ConcernFacts]:
    """Return the concerns about these replies, open and closed, by reply."""
    found: dict[UUID, ConcernFacts] = {}
    for chunk in chunks(reply_ids):
        for concern in session.exec(select(Concern).where(col(Concern.reply_id).in_(chunk))):
            found[concern.reply_id] = ConcernFacts(
                id=concern.id,
                reply_id=concern.reply_id,
                tier=concern.tier,
                is_open=concern.closed_at is None,
                waits_for_second_look=waits_for_second_look(concern),
                outcome=concern.outcome or "",
            )
    return found
