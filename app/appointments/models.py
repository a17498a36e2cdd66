"""The tables of clinic lists and appointments."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.privacy import new_id


class AppointmentStatus(StrEnum):
    """What becomes of an appointment (FHIR R4, AppointmentStatus)."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    FULFILLED = "fulfilled"
    NOSHOW = "noshow"


STATUS_NAMES = "', '".join(AppointmentStatus)


VISIT_KINDS = "', '".join(("in_person", "telephone", "video"))


class ListState(StrEnum):
    """Where a clinic list stands: shown to its admin, saved, or saved and taken back."""

    PREVIEWED = "previewed"
    SAVED = "saved"
    UNDONE = "undone"


class ClinicList(SQLModel, table=True):
    """One uploaded file, sealed: preview, saving and rejected rows all read the same content.

    `columns` is what a person said of its columns, `decisions` their answers by question; `report`
    is what saving did, row by row; `before` what it changed, as it was, still sealed.
    """

    __tablename__ = "clinic_list"
    __table_args__ = (
        CheckConstraint("state IN ('previewed', 'saved', 'undone')", name="state_known"),
        CheckConstraint("(state = 'previewed') = (saved_at IS NULL)", name="saved_pair"),
        CheckConstraint("(state = 'undone') = (undone_at IS NOT NULL)", name="undone_pair"),
        Index("ix_clinic_list_content", "organisation_code", "content_key", "saved_at"),
        Index("ix_clinic_list_saved", "organisation_code", "saved_at"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisation_code: str = Field(max_length=10, index=True)
    state: str = Field(default=ListState.PREVIEWED.value, max_length=10)
    file_name_sealed: bytes
    content_sealed: bytes
    content_key: bytes
    uploaded_at: datetime
    uploaded_by: str = Field(max_length=80)
    saved_at: datetime | None = None
    saved_by: str | None = Field(default=None, max_length=80)
    undone_at: datetime | None = None
    undone_by: str | None = Field(default=None, max_length=80)
    columns: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    decisions: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    report_sealed: bytes | None = None
    before: bytes | None = None
    counts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class RememberedColumns(SQLModel, table=True):
    """What an organisation's person said of the columns of one shape of file, to be asked once.

    `shape_key` is a keyed hash of the headings; `columns` are places, never words.
    """

    __tablename__ = "remembered_columns"
    __table_args__ = (UniqueConstraint("organisation_code", "shape_key"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisation_code: str = Field(max_length=10)
    shape_key: bytes
    columns: dict[str, Any] = Field(sa_type=JSON)
    said_by: str = Field(max_length=80)
    said_at: datetime


class Appointment(SQLModel, table=True):
    """One young person at one clinic at one time (UTC); a cancelled one leaves its time free."""

    __tablename__ = "appointment"
    __table_args__ = (
        Index(
            "uq_appointment_time",
            "clinic_id",
            "young_person_id",
            "starts_at",
            unique=True,
            sqlite_where=text("status <> 'cancelled'"),
            postgresql_where=text("status <> 'cancelled'"),
        ),
        UniqueConstraint("clinic_id", "external_key"),
        CheckConstraint(f"visit_kind IN ('{VISIT_KINDS}')", name="visit_kind_known"),
        CheckConstraint(f"status IN ('{STATUS_NAMES}')", name="status_known"),
        CheckConstraint("(external_id_sealed IS NULL) = (external_key IS NULL)", name="external"),
        Index("ix_appointment_clinic_starts", "clinic_id", "starts_at"),
        Index("ix_appointment_status_starts", "status", "starts_at"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    clinic_id: UUID = Field(foreign_key="clinic.id")
    young_person_id: UUID = Field(foreign_key="young_person.id", index=True)
    starts_at: datetime
    status: str = Field(default=AppointmentStatus.BOOKED.value, max_length=10)
    external_id_sealed: bytes | None = None
    external_key: bytes | None = None
    visit_kind: str = Field(default="in_person", max_length=10)
    clinic_list_id: UUID | None = Field(default=None, foreign_key="clinic_list.id", index=True)
    created_at: datetime
    updated_at: datetime
