"""The tables of replies and readings."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.privacy import new_id


class Reply(SQLModel, table=True):
    """One inbound text, kept byte for byte and stored once per message id of the provider.

    The conversation it belongs to is named by its appointment; None means that it matched nobody.
    `matched` says how it was placed: by what was sent, `chosen` by the sender's own answer when we
    asked whom it is about, or `placed` by a person; `placed_by` is who last said so, or took it
    off. `understood_at` stays empty until it was matched and read, `checked_at` until its words
    were looked at for what must not wait, so that nothing is forgotten. `said` is what this text
    says besides what matters; `read_reason` is what a person did about it. `unread_due_at` is when
    the clock looks at it next while nobody has read it, empty until it first does.
    """

    __tablename__ = "reply"
    __table_args__ = (
        UniqueConstraint("provider_sid"),
        CheckConstraint(
            "matched IN ('waiting', 'matched', 'chosen', 'placed', 'nobody', 'several')",
            name="matched_known",
        ),
        CheckConstraint(
            "(matched IN ('matched', 'chosen', 'placed')) = (appointment_id IS NOT NULL)",
            name="matched_pair",
        ),
        CheckConstraint("(read_at IS NULL) = (read_by IS NULL)", name="read_pair"),
        Index("ix_reply_number", "number_key", "received_at"),
        Index(
            "ix_reply_waiting",
            "received_at",
            sqlite_where=text("understood_at IS NULL"),
            postgresql_where=text("understood_at IS NULL"),
        ),
        Index(
            "ix_reply_unchecked",
            "received_at",
            sqlite_where=text("checked_at IS NULL"),
            postgresql_where=text("checked_at IS NULL"),
        ),
        Index(
            "ix_reply_unplaced",
            "received_at",
            sqlite_where=text("appointment_id IS NULL AND read_at IS NULL"),
            postgresql_where=text("appointment_id IS NULL AND read_at IS NULL"),
        ),
        Index(
            "ix_reply_unread",
            "received_at",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
        Index(
            "ix_reply_unread_due",
            "unread_due_at",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
        Index(
            "ix_reply_read",
            "read_at",
            sqlite_where=text("read_at IS NOT NULL"),
            postgresql_where=text("read_at IS NOT NULL"),
        ),
        Index(
            "ix_reply_desk",
            "received_at",
            sqlite_where=text("read_reason = 'desk'"),
            postgresql_where=text("read_reason = 'desk'"),
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    provider_sid: str = Field(max_length=40)
    appointment_id: UUID | None = Field(default=None, foreign_key="appointment.id", index=True)
    matched: str = Field(default="waiting", max_length=10)
    number_key: bytes
    number_sealed: bytes
    body_sealed: bytes
    form_sealed: bytes
    said_sealed: bytes | None = None
    media: int = 0
    received_at: datetime
    checked_at: datetime | None = None
    understood_at: datetime | None = None
    answer_kind: str | None = Field(default=None, max_length=30)
    answer_sealed: bytes | None = None
    read_at: datetime | None = None
    read_by: str | None = Field(default=None, max_length=80)
    read_reason: str | None = Field(default=None, max_length=30)
    unread_due_at: datetime | None = None
    placed_at: datetime | None = None
    placed_by: str | None = Field(default=None, max_length=80)


class ForEither(SQLModel, table=True):
    """A reply may be about this visit as well: the same young person was asked about both."""

    __tablename__ = "for_either"

    reply_id: UUID = Field(foreign_key="reply.id", primary_key=True)
    appointment_id: UUID = Field(foreign_key="appointment.id", primary_key=True, index=True)


class Reading(SQLModel, table=True):
    """One interpretation of the replies of one conversation; a newer one never replaces it."""

    __tablename__ = "reading"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    appointment_id: UUID = Field(foreign_key="appointment.id", index=True)
    rules: str = Field(max_length=20)
    content_sealed: bytes
    made_at: datetime
