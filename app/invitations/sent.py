"""What was sent to a number, as plain values (pure)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class SentAsk:
    """One ask that went, or may have gone, to a number; `status` is the appointment's now.

    `sender` is the number of ours that it left from, where that is known. `first_name` and
    `language` are the young person's, `organisation_code` and `desk_phone` the clinic's.
    """

    appointment_id: UUID
    young_person_id: UUID
    clinic_id: UUID
    sent_at: datetime
    starts_at: datetime
    status: str
    sender: str | None = None
    first_name: str = ""
    language: str = "en"
    organisation_code: str = ""
    desk_phone: str = ""


@dataclass(frozen=True)
class SentTo:
    """What went, or may have gone, to one number, newest first; `words` opens what we said last."""

    asks: Sequence[SentAsk]
    words: Callable[[], Iterator[str]]
