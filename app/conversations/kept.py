"""Keeping an inbound text, word for word, before anything of it is understood."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session, select

from app.conversations.models import Reply
from app.db import insert_new, unseal
from app.logs import logger
from app.privacy import Vault, new_id

log = logger(__name__)


@dataclass(frozen=True)
class Inbound:
    """One inbound text as the provider told it: number in E.164, `form` as it came."""

    sid: str
    number: str
    body: str
    media: int
    form: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Kept:
    """One inbound text as it is kept, opened: number in E.164, `number_key` its keyed hash."""

    id: UUID
    number: str
    number_key: bytes
    body: str
    media: int
    form: Mapping[str, str]
    received_at: datetime


def keep(on: Connection, vault: Vault, inbound: Inbound, came_at: datetime) -> Kept | None:
    """Keep an inbound text; return None if it was here before: the same message id is kept once.

    It counts as looked at for what must not wait: who keeps it looks in the same transaction.
    """
    row = new_id()
    key = vault.lookup("mobile", inbound.number)
    values: dict[str, Any] = {
        "id": row,
        "provider_sid": inbound.sid,
        "matched": "waiting",
        "number_key": key,
        "number_sealed": vault.seal("reply.number", row, inbound.number),
        "body_sealed": vault.seal("reply.body", row, inbound.body),
        "form_sealed": vault.seal("reply.form", row, json.dumps(list(inbound.form))),
        "media": inbound.media,
        "received_at": came_at,
        "checked_at": came_at,
    }
    if insert_new(on, Reply, [values], ("provider_sid",)) == 0:
        log.info("reply_came_again")
        return None
    form = dict(inbound.form)
    return Kept(row, inbound.number, key, inbound.body, inbound.media, form, came_at)


def kept_as(session: Session, sid: str) -> tuple[Kept, bool, str | None]:
    """Return what is kept under a message id, whether it is understood, and its answer's words."""
    reply = session.exec(select(Reply).where(Reply.provider_sid == sid)).one()
    kept = Kept(
        id=reply.id,
        number=unseal(session, reply, "number"),
        number_key=reply.number_key,
        body=unseal(session, reply, "body"),
        media=reply.media,
        form=dict(json.loads(unseal(session, reply, "form"))),
        received_at=reply.received_at,
    )
    return kept, reply.understood_at is not None, unseal(session, reply, "answer") or None
