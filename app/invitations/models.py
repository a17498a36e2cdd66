"""The tables of what we send: the outbox, the receipts, and who has said stop."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.invitations.states import Kind, State
from app.privacy import new_id

KIND_NAMES = "', '".join(Kind)
STATE_NAMES = "', '".join(State)
SID_NEEDED = "', '".join((State.ACCEPTED, State.SENT, State.DELIVERED))
IN_QUESTION = "', '".join((State.SUBMITTING, State.IN_DOUBT))
ON_ITS_WAY = "', '".join((State.ACCEPTED, State.SENT))


def only_where(condition: str) -> dict[str, Any]:
    """Say for both databases that an index holds only some rows, so that it never grows old."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Invitation(SQLModel, table=True):
    """One text we owe about an appointment: at most one of each kind and cycle.

    One that says late where help is has no appointment and no clinic: it is about a reply, at most
    one for each, whoever sent it.

    Words, number, sender and template are frozen when a worker claims the text. `token` is a
    random 128-bit name that the provider's receipts carry back. `attempt` counts claims, `tries`
    the calls that may have reached the provider, `absences` the clean look-ups since the last
    call that found nothing, `faults` how often it could not be written. `planned_for` and
    `clinic_version` say what `due_at` was worked out from.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("appointment_id", "kind", "cycle"),
        CheckConstraint(f"kind IN ('{KIND_NAMES}')", name="kind_known"),
        CheckConstraint(
            "(kind = 'help') = (reply_id IS NOT NULL)"
            " AND (kind = 'help') = (appointment_id IS NULL)"
            " AND (kind = 'help') = (clinic_id IS NULL)",
            name="about_one",
        ),
        CheckConstraint(f"state IN ('{STATE_NAMES}')", name="state_known"),
        CheckConstraint(
            f"state NOT IN ('{IN_QUESTION}') OR started_at IS NOT NULL", name="submitting_started"
        ),
        CheckConstraint(
            f"state NOT IN ('{SID_NEEDED}') OR provider_sid IS NOT NULL", name="accepted_has_sid"
        ),
        CheckConstraint("state <> 'claimed' OR lease_until IS NOT NULL", name="claimed_has_lease"),
        CheckConstraint(
            f"state NOT IN ('{IN_QUESTION}') OR body_sealed IS NOT NULL", name="submitting_frozen"
        ),
        CheckConstraint("(body_sealed IS NULL) = (number_key IS NULL)", name="frozen_together"),
        Index("ix_invitation_planned", "due_at", **only_where("state = 'planned'")),
        Index("ix_invitation_ready", "due_at", **only_where("state = 'ready'")),
        Index("ix_invitation_claimed", "lease_until", **only_where("state = 'claimed'")),
        Index("ix_invitation_look", "look_at", **only_where("look_at IS NOT NULL")),
        Index(
            "ix_invitation_on_its_way", "accepted_at", **only_where(f"state IN ('{ON_ITS_WAY}')")
        ),
        Index("ix_invitation_number", "number_key", "started_at"),
        Index("ix_invitation_clinic", "clinic_id", "started_at"),
        Index("ix_invitation_started", "started_at"),
        Index("uq_invitation_reply", "reply_id", unique=True, **only_where("reply_id IS NOT NULL")),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    appointment_id: UUID | None = Field(default=None, foreign_key="appointment.id")
    clinic_id: UUID | None = Field(default=None, foreign_key="clinic.id")
    reply_id: UUID | None = None
    kind: str = Field(max_length=10)
    cycle: int = 1
    state: str = Field(default=State.READY.value, max_length=12)
    due_at: datetime
    deadline: datetime
    planned_for: datetime
    clinic_version: int = 1
    token: str = Field(unique=True, max_length=40)
    attempt: int = 0
    tries: int = 0
    faults: int = 0
    lease_until: datetime | None = None
    first_started_at: datetime | None = None
    started_at: datetime | None = None
    absences: int = 0
    absent_at: datetime | None = None
    look_at: datetime | None = None
    sender: str | None = Field(default=None, max_length=40)
    number_sealed: bytes | None = None
    number_key: bytes | None = None
    body_sealed: bytes | None = None
    template: str | None = Field(default=None, max_length=80)
    provider_sid: str | None = Field(default=None, unique=True, max_length=40)
    error_code: str | None = Field(default=None, max_length=20)
    reason: str | None = Field(default=None, max_length=40)
    accepted_at: datetime | None = None
    finished_at: datetime | None = None
    heard_at: datetime | None = None
    created_at: datetime

    @property
    def visit_id(self) -> UUID:
        """The appointment it is about; ValueError where it is about a reply only."""
        if self.appointment_id is None:
            raise ValueError("it is about a reply, and no visit")
        return self.appointment_id


class StaffAnswer(SQLModel, table=True):
    """What staff chose to text back to one reply: whose words, to the number it came from.

    The text itself is its invitation, of kind answer; `template` names the approved words.
    """

    __tablename__ = "staff_answer"
    __table_args__ = (UniqueConstraint("invitation_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    invitation_id: UUID = Field(foreign_key="invitation.id")
    reply_id: UUID = Field(index=True)
    template: str = Field(max_length=40)
    number_sealed: bytes
    number_key: bytes
    chosen_at: datetime
    chosen_by: str = Field(max_length=80)


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
    """A number or a young person that is to get no more texts; open until somebody undoes it.

    A row is about one of the two: a text saying STOP stops its number, and the young person it
    certainly came from, so that a new number does not undo it.
    """

    __tablename__ = "opt_out"
    __table_args__ = (
        CheckConstraint("(number_key IS NULL) <> (young_person_id IS NULL)", name="about_one"),
        CheckConstraint("(number_key IS NULL) = (number_sealed IS NULL)", name="number_pair"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_pair"),
        Index("uq_opt_out_open", "number_key", unique=True, **only_where("ended_at IS NULL")),
        Index(
            "uq_opt_out_person", "young_person_id", unique=True, **only_where("ended_at IS NULL")
        ),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    number_key: bytes | None = None
    number_sealed: bytes | None = None
    young_person_id: UUID | None = Field(default=None, foreign_key="young_person.id")
    reason: str = Field(max_length=20)
    began_at: datetime
    began_by: str = Field(max_length=80)
    ended_at: datetime | None = None
    ended_by: str | None = Field(default=None, max_length=80)


class Pause(SQLModel, table=True):
    """Sending stands still: all of it, one organisation's or one clinic's, until it is ended.

    `scope` is `all`, `organisation:<code>` or `clinic:<id>`. One that the service began by itself
    over a passing fault ends by itself at `until`.
    """

    __tablename__ = "pause"
    __table_args__ = (
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_pair"),
        Index("uq_pause_open", "scope", "reason", unique=True, **only_where("ended_at IS NULL")),
        Index("ix_pause_ended", "scope", "reason", "ended_at"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    scope: str = Field(max_length=60)
    reason: str = Field(max_length=20)
    code: str | None = Field(default=None, max_length=20)
    began_at: datetime
    began_by: str = Field(max_length=80)
    until: datetime | None = None
    ended_at: datetime | None = None
    ended_by: str | None = Field(default=None, max_length=80)


class Notice(SQLModel, table=True):
    """One thing about texting that a person must look at; `about` keeps it from being said twice.

    It names rows by their ids and holds codes, never words. Without an organisation it is for
    every organisation's admins: each sees to it for itself, and `seen_at` says that all have.
    """

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint("(seen_at IS NULL) = (seen_by IS NULL)", name="seen_pair"),
        UniqueConstraint("about"),
        Index("ix_notice_open", "opened_at", **only_where("seen_at IS NULL")),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str = Field(max_length=30)
    about: str = Field(max_length=160)
    organisation_code: str | None = Field(default=None, max_length=10)
    clinic_id: UUID | None = None
    invitation_id: UUID | None = None
    young_person_id: UUID | None = None
    reply_id: UUID | None = None
    code: str = Field(default="", max_length=60)
    opened_at: datetime
    due_at: datetime | None = None
    seen_at: datetime | None = None
    seen_by: str | None = Field(default=None, max_length=80)


class NoticeSeen(SQLModel, table=True):
    """One organisation has seen to a notice that is for all of them."""

    __tablename__ = "notice_seen"

    notice_id: UUID = Field(foreign_key="notice.id", primary_key=True)
    organisation_code: str = Field(primary_key=True, max_length=10)
    seen_at: datetime
    seen_by: str = Field(max_length=80)


class SenderPace(SQLModel, table=True):
    """When a sender may hand over its next text, in seconds since 1970, for all processes."""

    __tablename__ = "sender_pace"

    sender: str = Field(primary_key=True, max_length=40)
    free_at: float


class LiveHost(SQLModel, table=True):
    """The one public address whose service may text real people from this database."""

    __tablename__ = "live_host"
    __table_args__ = (CheckConstraint("id = 1", name="one"),)

    id: int = Field(default=1, primary_key=True)
    host: str = Field(max_length=255)
    since: datetime
    by: str = Field(max_length=80)
