"""Which of our numbers a text leaves from: one person keeps theirs, a family's differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.appointments.models import Appointment
from app.db import chunks
from app.invitations.models import Invitation
from app.invitations.queries import SENT_OR_MAYBE
from app.invitations.states import State

# So long after a visit an answer to its ask still finds it.
OPEN_AFTER_VISIT = timedelta(days=14)


@dataclass(frozen=True)
class Choice:
    """The number a text leaves from, and whether it has to say whom it is for."""

    sender: str
    for_whom: bool = False


@dataclass
class Family:
    """Who has an open conversation on one phone, and with which of our numbers, the newest last."""

    used: list[tuple[UUID, str]] = field(default_factory=list)

    def choose(self, person: UUID, senders: Sequence[str]) -> Choice:
        """Choose: the number this person knows, else one that no other on this phone has."""
        others = {sender for who, sender in self.used if who != person}
        own = [sender for who, sender in self.used if who == person and sender in senders]
        free = [sender for sender in [*reversed(own), *senders] if sender not in others]
        if free:
            return Choice(free[0])
        return Choice(own[-1] if own else senders[0], for_whom=True)

    def add(self, person: UUID, choice: Choice) -> None:
        """Remember whom a text is about to go to, and from where."""
        self.used.append((person, choice.sender))


def families(
    session: Session, numbers: Iterable[bytes], *, default: str, now: datetime
) -> dict[bytes, Family]:
    """Return who has an open conversation on each of these phones (by keyed hash)."""
    found: dict[bytes, Family] = {}
    for chunk in chunks(numbers):
        rows = session.exec(
            select(Invitation.number_key, Appointment.young_person_id, Invitation.sender)
            .join(Appointment, col(Appointment.id) == col(Invitation.appointment_id))
            .where(
                col(Invitation.number_key).in_(chunk),
                or_(
                    col(Invitation.state).in_(SENT_OR_MAYBE),
                    Invitation.state == State.CLAIMED.value,
                ),
                col(Appointment.starts_at) > now - OPEN_AFTER_VISIT,
            )
            .order_by(col(Invitation.started_at), col(Invitation.id))
        )
        for key, person, sender in rows:
            if key is not None:
                found.setdefault(key, Family()).used.append((person, sender or default))
    return found
