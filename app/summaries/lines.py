"""The clinic sheet as plain values: one line for each appointment (pure)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class LineState(StrEnum):
    """What is honestly known of one appointment."""

    ANSWERED = "answered"
    NOTHING_TO_RAISE = "nothing_to_raise"
    REPLIED = "replied"
    TO_PLACE = "to_place"
    NO_REPLY = "no_reply"
    WAITING = "waiting"
    NOT_DELIVERED = "not_delivered"
    IN_DOUBT = "in_doubt"
    OPTED_OUT = "opted_out"
    NOT_ASKED = "not_asked"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class OwnWords:
    """One reply, whole, and when it came (UTC); `media` counts pictures we did not keep.

    `for_either` says that it may be about another visit of theirs as well.
    """

    text: str
    came_at: datetime
    media: int
    for_either: bool = False
    reply_id: UUID | None = None


@dataclass(frozen=True)
class SheetConcern:
    """A concern about a young person: `here` if it is this clinic's, to be opened from its sheet.

    `unplaced` says that nobody has said yet whose the text is; `outcome` what came of a closed one.
    """

    id: UUID
    tier: int
    kinds: frozenset[str] = frozenset()
    is_open: bool = True
    outcome: str = ""
    here: bool = True
    unplaced: bool = False


@dataclass(frozen=True)
class CarriedWords:
    """One reply that came too late for its visit, or whose visit did not take place (UTC)."""

    text: str
    came_at: datetime
    visit_at: datetime
    was_cancelled: bool
    reply_id: UUID | None = None


@dataclass(frozen=True)
class SheetLine:
    """One appointment on the sheet; times are UTC.

    `from_carer` are points of a parent's or carer's own, apart from the young person's. `said` are
    the intents of what they texted; `chosen` says that the sender told whom a text is about.
    """

    appointment_id: UUID
    starts_at: datetime
    first_name: str
    last_name: str
    nhs_number: str
    date_of_birth: date
    number_belongs_to: str
    visit_kind: str
    interpreter: bool
    state: LineState
    why: str
    priorities: tuple[str, ...]
    confident: bool
    cannot_come: bool
    replies: tuple[OwnWords, ...]
    opted_out: bool
    from_carer: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    language: str = "en"
    seen_alone: bool = False
    chosen: bool = False
    carried: tuple[CarriedWords, ...] = ()
    concerns: tuple[SheetConcern, ...] = ()


@dataclass(frozen=True)
class ClinicSheet:
    """One clinic on one day, in time order, as it stood at `made_at` (UTC).

    `words_off` says that no words bring a reply of this organisation forward.
    """

    clinic_code: str
    clinic_name: str
    organisation_code: str
    zone: str
    day: date
    made_at: datetime
    lines: tuple[SheetLine, ...]
    words_off: bool = False
