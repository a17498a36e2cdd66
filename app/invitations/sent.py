"""What was sent to a number, as plain values (pure)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class SentAsk:
    """One ask that went, or may have gone, to a number; `status` is the appointment's now.

    `sender` is the number of ours that it left from, where that is known. `first_name` and
    `language` are the young person's, `organisation_code`, `desk_phone` and `zone` the clinic's.
    `owner` is whose phone it is; unknown as well if the young person has another number by now.
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
    owner: str = "unknown"
    zone: str = "Europe/London"


@dataclass(frozen=True)
class SentTo:
    """What went, or may have gone, to one number, newest first; `words` opens what we said last.

    `last_at` is when a text of any kind last went; `last_kinds` what we last sent of each visit.
    """

    asks: Sequence[SentAsk]
    words: Callable[[], Iterator[str]]
    last_at: datetime | None = None
    last_kinds: Mapping[UUID, str] = field(default_factory=dict)
