"""Where help is, said late: a text owed once to the phone of a reply that no webhook can answer.

It goes at any hour, also to who has said stop, as the answer of a webhook would have; it counts
towards no limit of a phone. It is about a reply and no visit: no clinic that stands still holds it.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.clinics.details import NATIONS
from app.db import insert_new, unseal, vault_of
from app.invitations import outbox
from app.invitations.models import Invitation
from app.invitations.states import IN_QUESTION, NOT_LEFT, Kind, State
from app.logs import logger
from app.privacy import new_id
from app.settings import Settings
from app.sms.gateway import Text
from app.sms.signature import public_url
from app.sms.wording import FOLDER, words

log = logger(__name__)

SUPPORT = "support_now"
# What comes later than this after their text would puzzle more than it helps: a person rings.
HELP_WITHIN = timedelta(hours=24)
LONGEST_VALIDITY_SECONDS = 36_000
# A text that cannot be opened is tried so often, so far apart.
MOST_FAULTS, AFTER_A_FAULT = 3, timedelta(minutes=5)
MOST_CLAIMS = 200


@dataclass(frozen=True)
class LateHelp:
    """One text that says where help is: to which reply, to which phone (E.164), in which words.

    `sender` is the number of ours that they texted, `came_at` when.
    """

    reply_id: UUID
    number: str
    words: str
    template: str
    sender: str
    came_at: datetime


def owe_help(session: Session, it: LateHelp, *, now: datetime) -> bool:
    """Owe it, at once and with its words fixed; False if it was owed to this reply before."""
    row, vault = new_id(), vault_of(session)
    values: dict[str, Any] = {
        "id": row,
        "kind": Kind.HELP.value,
        "reply_id": it.reply_id,
        "state": State.READY.value,
        "cycle": 1,
        "clinic_version": 1,
        # The oldest goes first: before what is due only now.
        "due_at": it.came_at,
        "deadline": it.came_at + HELP_WITHIN,
        "planned_for": it.came_at,
        "token": secrets.token_urlsafe(outbox.TOKEN_BYTES),
        "attempt": 0,
        "tries": 0,
        "faults": 0,
        "absences": 0,
        "number_sealed": vault.seal("invitation.number", row, it.number),
        "number_key": vault.lookup("mobile", it.number),
        "body_sealed": vault.seal("invitation.body", row, it.words),
        "template": it.template,
        "sender": it.sender,
        "created_at": now,
    }
    return insert_new(session, Invitation, [values]) == 1


def help_owed_to(session: Session, reply_id: UUID) -> Invitation | None:
    """Return the text that says late where help is to a reply, however it stands, if any."""
    return session.exec(select(Invitation).where(Invitation.reply_id == reply_id)).first()


def ready_help(
    session: Session,
    settings: Settings,
    row: Invitation,
    *,
    now: datetime,
    only_to: frozenset[str] | None,
) -> Text | None:
    """Return a claimed text as it goes; None if it must not, or cannot: it has ended or waits."""
    if row.deadline <= now or row.attempt > MOST_CLAIMS:
        outbox.end_unsent(session, row, State.EXPIRED, "too_late", now=now)
        return None
    try:
        number, body = unseal(session, row, "number"), unseal(session, row, "body")
    except Exception:
        # One row that cannot be read must not hold up the others.
        log.exception("text_cannot_be_written", invitation=str(row.id))
        _put_aside(session, row, now)
        return None
    if only_to is not None and number not in only_to:
        outbox.end_unsent(session, row, State.SUPPRESSED, "trial", now=now)
        return None
    left = int((row.deadline - now).total_seconds())
    return Text(
        to=number,
        body=body,
        callback=public_url(settings.public_base_url, f"/sms/receipts/{row.token}"),
        valid_seconds=min(left, LONGEST_VALIDITY_SECONDS),
        sender=row.sender if row.sender in settings.senders else settings.sender,
    )


def _put_aside(session: Session, row: Invitation, now: datetime) -> None:
    if row.faults + 1 < MOST_FAULTS:
        due_at, faults = now + AFTER_A_FAULT, row.faults + 1
        outbox.put_back(session, [row], due_at=due_at, reason="fault", faults=faults)
        return
    outbox.end_unsent(session, row, State.REJECTED, "cannot_be_written", now=now)


def went_before_a_restore(session: Session, number: str, body: str, sid: str, at: datetime) -> bool:
    """Take what the provider holds for a text that a restored database still owes; False if none.

    `at` is when it went.
    """
    for row in _still_open(session, number):
        if unseal(session, row, "body") == body:
            went = {"state": State.ACCEPTED.value, "provider_sid": sid, "accepted_at": at}
            went |= {"started_at": row.started_at or at, "lease_until": None, "look_at": None}
            as_read = update(Invitation).where(
                col(Invitation.id) == row.id, col(Invitation.state) == row.state
            )
            return outbox.count(session, as_read.values(**went, reason="folded_in")) == 1
    return False


@cache
def help_wordings() -> frozenset[str]:
    """Return every wording that says where help is, in each language it is written in."""
    found = set()
    for language in sorted(each.name for each in FOLDER.iterdir() if each.is_dir()):
        found.add(words("thanks", language).text)
        for nation, medical, childline, stopped in product(NATIONS, *[("", "yes")] * 3):
            said = {"medical": medical, "childline": childline, "stopped": stopped}
            found.add(words(SUPPORT, language, nation=nation, **said).text)
    return frozenset(found)


def _still_open(session: Session, number: str) -> Sequence[Invitation]:
    states = [state.value for state in NOT_LEFT | IN_QUESTION | {State.UNRESOLVED}]
    question = select(Invitation).where(
        Invitation.kind == Kind.HELP.value,
        Invitation.number_key == vault_of(session).lookup("mobile", number),
        col(Invitation.state).in_(states),
    )
    return session.exec(question.with_for_update().order_by(col(Invitation.due_at))).all()
