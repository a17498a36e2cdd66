"""Looking concerns up by the replies they are about, without the words of the replies."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from app.db import chunks, unseal
from app.errors import SealBroken
from app.logs import logger
from app.safeguarding.acts import waits_for_second_look
from app.safeguarding.look import signs_in
from app.safeguarding.models import Concern
from app.safeguarding.signs import Sign

log = logger(__name__)


@dataclass(frozen=True)
class ConcernFacts:
    """How one concern stands: its tier, what it may tell of, and what came of a closed one."""

    id: UUID
    reply_id: UUID
    tier: int
    kinds: frozenset[str]
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
                kinds=frozenset(each.kind for each in _signs(session, concern)),
                is_open=concern.closed_at is None,
                waits_for_second_look=waits_for_second_look(concern),
                outcome=concern.outcome or "",
            )
    return found


def _signs(session: Session, concern: Concern) -> list[Sign]:
    """What made it so; a concern stands also where that cannot be opened."""
    try:
        return signs_in(unseal(session, concern, "signs"))
    except SealBroken:
        log.exception("concern_cannot_be_opened", concern=str(concern.id))
        return []
