"""Somebody who is told of concerns, as plain values (pure)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.safety_net.access import Account, Part


@dataclass(frozen=True)
class LastTest:
    """The newest test mail to an address: its state (waiting, sending, sent, failed), and when."""

    state: str
    at: datetime
    failure: str


@dataclass(frozen=True)
class Known:
    """Somebody who is told, opened; `also` are their other parts (role and clinic's code)."""

    id: UUID
    role: str
    clinic_id: UUID | None
    name: str
    email: str
    mobile: str
    tested_at: datetime | None
    last_test: LastTest | None
    account: Account | None
    part: Part
    also: tuple[tuple[str, str], ...] = ()
