"""The tables of the safety net: concerns and their history, who is told of them, who was told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.clinics.safety_people import SafetyPerson
from app.privacy import new_id

__all__ = [
    "Alert",
    "ClinicSafety",
    "Concern",
    "ConcernEvent",
    "KeptMail",
    "PhrasesOff",
    "SafetyPerson",
]

FOUND_BY = "', '".join(("phrases", "reader_failed", "person"))
OUTCOMES = "', '".join(
    ("spoken_to", "family_told", "clinic_told", "referred", "emergency", "not_a_concern", "other")
)
EVENTS = "', '".join(
    (
        *("opened", "placed", "acknowledged", "noted", "handed_over", "raised", "lowered"),
        *("second_look", "closed", "opened_again", "alerted", "alert_failed"),
        *("answered", "not_answered"),
    )
)
ALERTED_OF = "', '".join(("concern", "reminder", "unread", "test"))
CHANNELS = "', '".join(("email", "text"))
ALERT_STATES = "', '".join(("waiting", "sending", "sent", "failed"))
LONGEST_REASON = 400


def only_where(condition: str) -> dict[str, Any]:
    """Say for both databases that an index holds only some rows."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Concern(SQLModel, table=True):
    """One reply that a person must look at sooner: at most one for each reply.

    Without a clinic nobody knows yet whose it is: it is for every organisation then. `due_at` is
    when somebody else is told, empty when nobody need be; `step` counts how often that was since it
    was last raised or opened again. `signs` are the kinds and the places of the words that made it
    so. `lowered` is set when a tier 1 was lowered: then another person looks once more before it
    can be closed.
    """

    __tablename__ = "concern"
    __table_args__ = (
        UniqueConstraint("reply_id"),
        CheckConstraint("tier BETWEEN 1 AND 3", name="tier"),
        CheckConstraint("first_tier BETWEEN 1 AND 3", name="first_tier"),
        CheckConstraint(f"found_by IN ('{FOUND_BY}')", name="found_by_known"),
        CheckConstraint(
            "(acknowledged_at IS NULL) = (acknowledged_by IS NULL)", name="acknowledged_pair"
        ),
        CheckConstraint("(lowered_at IS NULL) = (lowered_by IS NULL)", name="lowered_pair"),
        CheckConstraint(
            "(second_look_at IS NULL) = (second_look_by IS NULL)", name="second_look_pair"
        ),
        CheckConstraint("second_look_by <> lowered_by", name="second_look_by_another"),
        CheckConstraint(
            "(closed_at IS NULL) = (closed_by IS NULL)"
            " AND (closed_at IS NULL) = (outcome IS NULL)"
            " AND (closed_at IS NULL) = (action_sealed IS NULL)",
            name="closed_whole",
        ),
        CheckConstraint(
            "closed_at IS NULL OR lowered_at IS NULL OR second_look_at IS NOT NULL",
            name="closed_after_second_look",
        ),
        CheckConstraint(f"outcome IN ('{OUTCOMES}')", name="outcome_known"),
        Index("ix_concern_open", "tier", "opened_at", **only_where("closed_at IS NULL")),
        Index("ix_concern_due", "due_at", **only_where("due_at IS NOT NULL")),
        Index("ix_concern_number", "number_key", "opened_at"),
        Index("ix_concern_appointment", "appointment_id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    reply_id: UUID
    number_key: bytes
    organisation_code: str | None = Field(default=None, max_length=10)
    clinic_id: UUID | None = None
    appointment_id: UUID | None = None
    young_person_id: UUID | None = None
    tier: int
    first_tier: int
    medical: bool = False
    found_by: str = Field(default="phrases", max_length=20)
    rules: str = Field(default="", max_length=20)
    signs_sealed: bytes | None = None
    opened_at: datetime
    acknowledged_at: datetime | None = None
    acknowledged_by: str | None = Field(default=None, max_length=80)
    step: int = 0
    due_at: datetime | None = None
    lowered_at: datetime | None = None
    lowered_by: str | None = Field(default=None, max_length=80)
    second_look_at: datetime | None = None
    second_look_by: str | None = Field(default=None, max_length=80)
    closed_at: datetime | None = None
    closed_by: str | None = Field(default=None, max_length=80)
    outcome: str | None = Field(default=None, max_length=20)
    action_sealed: bytes | None = None


class ConcernEvent(SQLModel, table=True):
    """One thing that happened to a concern; the database lets nobody alter or remove it.

    `code` holds ids and codes (a tier, a channel); what a person wrote is in the note.
    """

    __tablename__ = "concern_event"
    __table_args__ = (
        CheckConstraint(f"what IN ('{EVENTS}')", name="what_known"),
        Index("ix_concern_event_concern", "concern_id", "at"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    concern_id: UUID = Field(foreign_key="concern.id")
    what: str = Field(max_length=20)
    by: str = Field(max_length=80)
    at: datetime
    code: str = Field(default="", max_length=80)
    note_sealed: bytes | None = None


class Alert(SQLModel, table=True):
    """One message to one person: a mail or a text that never holds words of a reply or a name.

    `about` names what it is about by ids, so that nobody is told the same twice. A worker claims
    what waits and holds it until `lease_until`; `failure` is a code, never an address. `who` is a
    safety person, or a clinic: then its own address for concerns, where it has nobody else.
    """

    __tablename__ = "alert"
    __table_args__ = (
        UniqueConstraint("about", "step", "channel", "who", name="uq_alert_once"),
        CheckConstraint(f"kind IN ('{ALERTED_OF}')", name="kind_known"),
        CheckConstraint(f"channel IN ('{CHANNELS}')", name="channel_known"),
        CheckConstraint(f"state IN ('{ALERT_STATES}')", name="state_known"),
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_pair"),
        Index("ix_alert_due", "due_at", **only_where("state IN ('waiting', 'sending')")),
        Index("ix_alert_concern", "concern_id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str = Field(max_length=10)
    about: str = Field(max_length=80)
    concern_id: UUID | None = Field(default=None, foreign_key="concern.id")
    clinic_id: UUID | None = None
    step: int = 0
    channel: str = Field(max_length=10)
    who: UUID
    tier: int = 0
    address_sealed: bytes
    state: str = Field(default="waiting", max_length=10)
    tries: int = 0
    due_at: datetime
    lease_until: datetime | None = None
    sent_at: datetime | None = None
    failure: str = Field(default="", max_length=60)
    created_at: datetime


class KeptMail(SQLModel, table=True):
    """One mail of the demo, kept for its mailbox page in place of being sent."""

    __tablename__ = "kept_mail"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    to_sealed: bytes
    subject: str = Field(max_length=200)
    body_sealed: bytes
    at: datetime = Field(index=True)


class PhrasesOff(SQLModel, table=True):
    """A time in which an organisation brings nothing forward by words, and why it says so."""

    __tablename__ = "phrases_off"
    __table_args__ = (
        CheckConstraint("(on_at IS NULL) = (on_by IS NULL)", name="on_pair"),
        Index("uq_phrases_off", "organisation_code", unique=True, **only_where("on_at IS NULL")),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisation_code: str = Field(max_length=10)
    reason: str = Field(max_length=LONGEST_REASON)
    off_at: datetime
    off_by: str = Field(max_length=80)
    on_at: datetime | None = None
    on_by: str | None = Field(default=None, max_length=80)


class ClinicSafety(SQLModel, table=True):
    """What a clinic has set for its own safety net; without a row everything is as usual."""

    __tablename__ = "clinic_safety"
    __table_args__ = (CheckConstraint("unread_days BETWEEN 1 AND 5", name="unread_days"),)

    clinic_id: UUID = Field(primary_key=True)
    unread_days: int = 1
