"""What presses about the sender of a reply: the concern it is about, and how it is answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from app.clinics.models import Clinic
from app.conversations.kept import Kept
from app.conversations.opting import From
from app.db import unseal
from app.invitations.late_help import SUPPORT
from app.invitations.models import Invitation
from app.invitations.states import NEVER_LEFT
from app.people.models import YoungPerson
from app.safeguarding.look import PRESSING
from app.safeguarding.models import Concern, ConcernEvent
from app.safeguarding.opening import add_event, place_concern
from app.sms.wording import OWN_LANGUAGE, words

BY = "webhook"
ANSWERED, NOT_ANSWERED = "answered", "not_answered"
LATE = " late"
# Said once a day; again only if it has become graver, or a matter of the body.
ONCE_IN = timedelta(days=1)
CHILDLINE_UNDER = 19

_CONCERNS = select(
    col(Concern.id), col(Concern.reply_id), col(Concern.tier), col(Concern.medical)
).where(col(Concern.number_key) == bindparam("number"))
_ANSWERED = (
    select(col(ConcernEvent.code))
    .join(Concern, col(ConcernEvent.concern_id) == col(Concern.id))
    .where(
        col(Concern.number_key) == bindparam("number"),
        col(ConcernEvent.what) == ANSWERED,
        col(ConcernEvent.at) > bindparam("since"),
    )
)
# What is owed to be said late counts as said, unless it has ended unsent.
_OWED = (
    select(col(Concern.tier), col(Concern.medical))
    .join(Invitation, col(Invitation.reply_id) == col(Concern.reply_id))
    .where(
        col(Concern.number_key) == bindparam("number"),
        col(Invitation.created_at) > bindparam("since"),
        col(Invitation.template) == SUPPORT,
        col(Invitation.state).not_in([state.value for state in NEVER_LEFT]),
    )
)


@dataclass(frozen=True)
class Pressing:
    """How a number stands: whether it ever worried us, and what this very reply comes to.

    `tier` is 0 where nothing in this reply must be looked at sooner. `said` that they were told
    today where help is, for something as grave.
    """

    concerned: bool = False
    concern_id: UUID | None = None
    tier: int = 0
    medical: bool = False
    said: bool = False
    age: int | None = None
    nation: str = "england"

    @property
    def presses(self) -> bool:
        """Return whether this reply is answered with where help is, before anything else."""
        return 0 < self.tier <= PRESSING


NOTHING_PRESSES = Pressing()


def pressing(session: Session, reply: Kept, sender: From, *, now: datetime) -> Pressing:
    """Look up what presses about a reply; a concern of its own is placed with its sender."""
    rows = session.connection().execute(_CONCERNS, {"number": reply.number_key}).all()
    own = next((row for row in rows if row.reply_id == reply.id), None)
    if own is None:
        return Pressing(concerned=bool(rows))
    age = _age(session, sender.person, reply.received_at)
    whose = _whose(sender)
    tier = place_concern(session, own.id, by=BY, now=now, age=age, **whose)
    said = is_said(session, reply, tier, own.medical)
    nation = _nation(session, whose.get("clinic_id"))
    return Pressing(True, own.id, tier, own.medical, said, age, nation)


def support(it: Pressing, language: str = OWN_LANGUAGE, *, stopped: bool = False) -> str:
    """Return the words that say where help is: never theirs, and nothing about the clinic."""
    young = it.age is None or it.age < CHILDLINE_UNDER
    values = {
        "medical": "yes" if it.medical else "",
        "childline": "yes" if young else "",
        "nation": it.nation,
        "stopped": "yes" if stopped else "",
    }
    return words(SUPPORT, language, **values).text


def note_said(session: Session, it: Pressing, *, now: datetime, late: bool = False) -> None:
    """Write down in the concern's history that they were told where help is."""
    if it.concern_id is not None:
        code = f"{_code(it.tier, it.medical)}{LATE if late else ''}"
        add_event(session, it.concern_id, ANSWERED, by=BY, now=now, code=code)


def note_not_said(session: Session, it: Pressing, why: str, *, now: datetime) -> None:
    """Write down in the concern's history that they were not told, and why (a code)."""
    if it.concern_id is not None:
        add_event(session, it.concern_id, NOT_ANSWERED, by=BY, now=now, code=why)


def is_said(session: Session, reply: Kept, tier: int, medical: bool) -> bool:
    """Return whether the sender of a reply was told today where help is, for something as grave."""
    given = {"number": reply.number_key, "since": reply.received_at - ONCE_IN}
    on = session.connection()
    said = {code.removesuffix(LATE) for code in on.execute(_ANSWERED, given).scalars()}
    said |= {_code(row.tier, row.medical) for row in on.execute(_OWED, given)}
    enough = {_code(graver, medical) for graver in range(1, tier + 1)}
    return bool(said & enough)


def _code(tier: int, medical: bool) -> str:
    return f"tier {tier}{' medical' if medical else ''}"


def _whose(sender: From) -> dict[str, Any]:
    """The columns of a concern that say whose it is; a visit only where that is certain."""
    if sender.ask is None:
        return {}
    clinics = {ask.clinic_id for ask in sender.asks}
    known = sender.appointment_id is not None or len(clinics) == 1
    whose: dict[str, Any] = {"organisation_code": sender.ask.organisation_code}
    whose |= {"clinic_id": sender.ask.clinic_id} if known else {}
    return whose | {"appointment_id": sender.appointment_id, "young_person_id": sender.person}


def _age(session: Session, person_id: UUID | None, at: datetime) -> int | None:
    person = session.get(YoungPerson, person_id) if person_id else None
    if person is None:
        return None
    born = date.fromisoformat(unseal(session, person, "date_of_birth"))
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def _nation(session: Session, clinic_id: UUID | None) -> str:
    clinic = session.get(Clinic, clinic_id) if clinic_id else None
    return clinic.nation if clinic else "england"
