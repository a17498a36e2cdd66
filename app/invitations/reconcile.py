"""Texts that may have gone: looked for at the provider, and settled by what is found there.

The look is made outside any transaction; what it says is applied only if the text has not changed
meanwhile. Absence counts after the grace only, and only from lists that were read whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.clock import Clock
from app.db import Database, unseal
from app.invitations import outbox
from app.invitations.at_state import stands
from app.invitations.doubt import (
    CLOCKS_APART,
    LOOKS_APART,
    Absent,
    CannotTell,
    Doubt,
    Found,
    GiveUp,
    Look,
    OweAgain,
    StillInDoubt,
    Went,
    after_look,
)
from app.invitations.models import Invitation
from app.invitations.notices import NoticeKind
from app.invitations.presence import note, note_duplicate, take_presence
from app.invitations.states import IN_QUESTION, LEFT, State
from app.logs import logger
from app.sms.gateway import Gateway, SentText

log = logger(__name__)

MOST_AT_ONCE = 200
# Another process does not look for the same text meanwhile.
LOOKING = timedelta(minutes=2)
NEVER_SAID = timedelta(hours=72)
# Those in question, and those that went after a second try: the first may show after all.
LOOKED_FOR = [state.value for state in IN_QUESTION | LEFT]


@dataclass
class Looked:
    """What one round of looking found, in texts."""

    went: int = 0
    owed_again: int = 0
    given_up: int = 0
    still_in_doubt: int = 0
    duplicates: int = 0
    never_said: int = 0

    @property
    def anything(self) -> bool:
        """Whether the round did anything at all."""
        return any(vars(self).values())


def reconcile(database: Database, gateway: Gateway, clock: Clock) -> Looked:
    """Look for every text in question whose time has come, and settle what can be settled."""
    done = Looked()
    with database.writing() as session:
        done.never_said = give_up_waiting(session, now=clock())
        rows = _take_up(session, now=clock())
        numbers = {row.id: _number_and_body(session, row) for row in rows}
    for row in rows:
        number, body = numbers[row.id]
        # A look says how things were when it was made, however long its answer took.
        looked_at = clock()
        look, seen = look_for(gateway, row, number, body)
        with database.writing() as session:
            settle(session, row, look, seen, done, now=looked_at)
    return done


def give_up_waiting(session: Session, *, now: datetime) -> int:
    """Note the texts of which the network has said nothing final for three days; none is resent."""
    silent = update(Invitation).where(
        stands(State.ACCEPTED, State.SENT),
        col(Invitation.accepted_at) <= now - NEVER_SAID,
    )
    return outbox.count(session, silent.values(state=State.NO_RECEIPT.value, finished_at=now))


def look_for(
    gateway: Gateway, row: Invitation, number: str, body: str
) -> tuple[Look, Sequence[SentText]]:
    """Look for one text at the provider: same number, same words, not older than its first call."""
    since = (row.first_started_at or row.created_at) - CLOCKS_APART
    texts = gateway.sent_to(number, since)
    if texts is None:
        return CannotTell(), ()
    # The oldest first: it is the one that went first.
    same = [each for each in reversed(texts) if each.body == body and each.to == number]
    return (Found([each.sid for each in same]) if same else Absent()), same


def settle(
    session: Session,
    row: Invitation,
    look: Look,
    seen: Sequence[SentText],
    done: Looked,
    *,
    now: datetime,
) -> None:
    """Apply what a look found, unless the text has changed since it was read."""
    look, seen = _but_others(session, row, look, seen)
    if State(row.state) in LEFT:
        _look_once_more(session, row, look, done, now)
        return
    doubt = Doubt(
        row.started_at or row.created_at, row.tries, row.deadline, row.absences, row.absent_at
    )
    match after_look(doubt, look, now):
        case Went(sid=sid, others=others):
            status = next(each.status for each in seen if each.sid == sid)
            _went(session, row, sid, status, done, now)
            for other in others:
                note_duplicate(session, row, other, now=now)
                done.duplicates += 1
        case StillInDoubt(absences=absences, absent_at=absent_at, look_at=look_at):
            counted = {"absences": absences, "absent_at": absent_at, "look_at": look_at}
            done.still_in_doubt += outbox.settle(session, row, **counted)
        case OweAgain():
            # Asked again at the claim: the window, the caps, whether they still want it.
            values = {"state": State.READY.value, "due_at": now, "lease_until": None}
            done.owed_again += outbox.settle(session, row, **values, look_at=None)
        case GiveUp():
            _give_up(session, row, done, now)


def _take_up(session: Session, *, now: datetime) -> Sequence[Invitation]:
    """Take texts whose look is due, for this process alone for a while."""
    due = (
        select(Invitation.id)
        .where(col(Invitation.state).in_(LOOKED_FOR), col(Invitation.look_at) <= now)
        .order_by(col(Invitation.look_at))
        .limit(MOST_AT_ONCE)
    )
    if session.get_bind().dialect.name == "postgresql":
        due = due.with_for_update(skip_locked=True)
    ids = list(session.exec(due))
    if not ids:
        return []
    taken = update(Invitation).where(
        col(Invitation.id).in_(ids),
        col(Invitation.state).in_(LOOKED_FOR),
        col(Invitation.look_at) <= now,
    )
    taking = session.connection().execute(
        taken.values(look_at=now + LOOKING).returning(col(Invitation.id))
    )
    mine = list(taking.scalars())
    return session.exec(select(Invitation).where(col(Invitation.id).in_(mine))).all()


def _number_and_body(session: Session, row: Invitation) -> tuple[str, str]:
    return unseal(session, row, "number"), unseal(session, row, "body")


def _but_others(
    session: Session, row: Invitation, look: Look, seen: Sequence[SentText]
) -> tuple[Look, Sequence[SentText]]:
    """Leave out what another row holds already: the same words may have been owed before."""
    if not isinstance(look, Found):
        return look, seen
    taken = set(
        session.exec(
            select(Invitation.provider_sid).where(
                col(Invitation.provider_sid).in_(list(look.sids)), Invitation.id != row.id
            )
        )
    )
    free = [each for each in seen if each.sid not in taken]
    return (Found([each.sid for each in free]) if free else Absent()), free


def _look_once_more(
    session: Session, row: Invitation, look: Look, done: Looked, now: datetime
) -> None:
    """Look at a text that went after a second try: an earlier call may have arrived as well."""
    if isinstance(look, Found):
        for other in look.sids:
            if other != row.provider_sid:
                note_duplicate(session, row, other, now=now)
                done.duplicates += 1
    again = now + LOOKS_APART if isinstance(look, CannotTell) and now < row.deadline else None
    as_read = update(Invitation).where(
        col(Invitation.id) == row.id, col(Invitation.state) == row.state
    )
    outbox.count(session, as_read.values(look_at=again))


def _went(
    session: Session, row: Invitation, sid: str, status: str, done: Looked, now: datetime
) -> None:
    if take_presence(session, row.id, sid, status, now=now) is not None:
        done.went += 1


def _give_up(session: Session, row: Invitation, done: Looked, now: datetime) -> None:
    values = {"state": State.UNRESOLVED.value, "finished_at": now, "look_at": None}
    if outbox.settle(session, row, **values):
        done.given_up += 1
        if row.clinic_id is None:
            # That nobody knows whether help was said stands in the history of the concern.
            return
        note(session, NoticeKind.UNRESOLVED, str(row.id), row, now=now)
