"""Saying where help is although a reply could not be understood: the webhook can carry it now."""

from datetime import datetime

from sqlmodel import select

from app.conversations.models import Reply
from app.conversations.pressing import Pressing, note_said, support
from app.db import Database, seal
from app.invitations.late_help import SUPPORT
from app.logs import logger
from app.safeguarding.look import Look
from app.safeguarding.models import Concern

log = logger(__name__)


def say_anyway(database: Database, sid: str, alone: Look, *, now: datetime) -> str | None:
    """Return the words that say where help is, if a reply presses; note it as well as may be."""
    it = Pressing(tier=alone.tier, medical=alone.medical)
    try:
        with database.writing() as session:
            reply = session.exec(select(Reply).where(Reply.provider_sid == sid)).one()
            concern = session.exec(select(Concern).where(Concern.reply_id == reply.id)).first()
            if concern is not None:
                it = Pressing(True, concern.id, concern.tier, concern.medical)
            if it.presses:
                reply.answer_kind = SUPPORT
                seal(session, reply, "answer", support(it))
                session.add(reply)
                note_said(session, it, now=now)
    except Exception:
        # What is known without the database is enough to say it.
        log.exception("said_without_a_note")
    return support(it) if it.presses else None
