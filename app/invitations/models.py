"""The tables of what we send: the outbox, the receipts, and who has said stop."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.invitations.states import Kind, State
from app.privacy import new_id

KIND_NAMES = "', '".join(Kind)
STATE_NAMES = "', '".join(State)
SID_NEEDED = "', '".join((State.ACCEPTED, State.SENT, State.DELIVERED))
WAITING = "', '".join((State.READY, State.CLAIMED, State.SUBMITTING, State.IN_DOUBT))


class Invitation(SQLModel, table=True):
    """One text we owe about an appointment: at most one of each kind and cycle.

    Words, number and template are frozen when a worker claims the text. `token` is a random
    128-bit name that the provider's receipts carry back.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("appointment_id", "kind", "cycle"),
        CheckConstraint(f"kind IN ('{KIND_NAMES}')", name="kind_known"),
        CheckConstraint(f"state IN ('{STATE_NAMES}')", name="state_known"),
        CheckConstraint(
            f"state NOT IN ('{State.SUBMITTING}', '{State.IN_DOUBT}') OR started_at IS NOT NULL",
            name="submitting_started",
        ),
        CheckConstraint(
            f"state NOT IN ('{SID_NEEDED}') OR provider_sid IS NOT NULL", name="accepted_has_sid"
        ),
        CheckConstraint("(body_sealed IS NULL) = (number_key IS NULL)", name="frozen_together"),
        Index(
            "ix_invitation_waiting",
            "due_at",
            sqlite_where=text(f"state IN ('{WAITING}')"),
            postgresql_where=text(f"state IN ('{WAITING}')"),
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    appointment_id: UUID = Field(foreign_key="appointment.id")
    kind: str = Field(max_length=10)
    cycle: int = 1
    state: str = Field(default=State.READY.value, max_length=12)
    due_at: datetime
    token: str = Field(unique=True, max_length=40)
    attempt: int = 0
    lease_until: datetime | None = None
    started_at: datetime | None = None
    number_sealed: bytes | None = None
    number_key: bytes | None = Field(default=None, index=True)
    body_sealed: bytes | None = None
    template: str | None = Field(default=None, max_length=80)
    provider_sid: str | None = Field(default=None, unique=True, max_length=40)
    error_code: str | None = Field(default=None, max_length=20)
    reason: str | None = Field(default=None, max_length=40)
    accepted_at: datetime | None = None
    finished_at: datetime | None = None
    created_at: datetime


class Receipt(SQLModel, table=True):
    """One piece of news from the provider about a text; kept even when nobody knows the text."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("token", "provider_sid", "status", "error_code"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    token: str = Field(max_length=64)
    invitation_id: UUID | None = Field(default=None, index=True)
    provider_sid: str = Field(max_length=40)
    status: str = Field(max_length=40)
    error_code: str = Field(default="", max_length=20)
    received_at: datetime


class OptOut(SQLModel, table=True):
    """A number that has asked for no more texts; open until somebody texts START."""

    __tablename__ = "opt_out"
    __table_args__ = (
        Index(
            "uq_opt_out_open",
            "number_key",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    number_key: bytes
    number_sealed: bytes
    reason: str = Field(max_length=20)
    began_at: datetime
    ended_at: datetime | None = None
