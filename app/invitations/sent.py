"""What was sent to a number, as plain values (pure)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class SentAsk:
    """One ask that went, or may have gone, to a number; `status` is the appointment's now.

    `sender` is the number of ours that it left from, where that is known.
    """

    appointment_id: UUID
    young_person_id: UUID
    clinic_id: UUID
    sent_at: datetime
    starts_at: datetime
    status: str
    sender: str | None = None
