"""What one reply says besides what matters, opened as it was written down when it was read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from app.conversations.heard import is_an_answer
from app.conversations.intent import Intent
from app.conversations.why_read import ENGLISH, Why, why_read
from app.db import vault_of
from app.errors import SealBroken
from app.logs import logger

log = logger(__name__)

KNOWN = frozenset(each.value for each in Intent)


@dataclass(frozen=True)
class SaidInIt:
    """What one text says by itself; `known` is False where nothing was written down of it."""

    intents: tuple[str, ...] = ()
    priorities: int = 0
    language: str = ENGLISH
    known: bool = False

    @property
    def answers_us(self) -> bool:
        """Whether a reminder is needless after it; where nobody knows, it is."""
        intents = [Intent(name) for name in self.intents if name in KNOWN]
        return not self.known or is_an_answer(intents, self.priorities > 0)


NOTHING_KNOWN = SaidInIt()


def said_of(session: Session, reply: Any) -> Mapping[str, Any]:
    """Return all that was written down of a reply when it was read; empty if that does not open."""
    if reply.said_sealed is None:
        return {}
    try:
        said = json.loads(vault_of(session).open("reply.said", reply.id, reply.said_sealed))
    except (SealBroken, ValueError):
        log.exception("what_a_reply_says_cannot_be_read", reply=str(reply.id))
        return {}
    return said if isinstance(said, dict) else {}


def said_in(session: Session, reply: Any) -> SaidInIt:
    """Return what a reply says; one that does not open must not take the others' page down."""
    said = said_of(session, reply)
    try:
        return SaidInIt(
            intents=tuple(said["intents"]),
            priorities=said["priorities"],
            language=said.get("language") or ENGLISH,
            known=True,
        )
    except (KeyError, TypeError):
        return NOTHING_KNOWN


def why_of(session: Session, reply: Any) -> list[Why]:
    """Return why a reply needs a person."""
    said = said_in(session, reply)
    return why_read(reply.matched, reply.media, said.intents, said.language)
