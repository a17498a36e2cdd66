"""The tables of clinic lists and appointments."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.privacy import new_id


class AppointmentStatus(StrEnum):
    """What becomes of an appointment (FHIR R4, AppointmentStatus)."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    FULFILLED = "fulfilled"
    NOSHOW = "noshow"


STATUS_NAMES = "', '".join(AppointmentStatus)


class ListState(StrEnum):
    """Where a clinic list stands: shown to its admin, or saved."""

    PREVIEWED = "previewed"
    SAVED = "saved"


class ClinicList(SQLModel, table=True):
    """One uploaded file, sealed: preview, saving and rejected rows all read the same content."""

    __tablename__ = "clinic_list"
    __table_args__ = (
        CheckConstraint("state IN ('previewed', 'saved')", name="state_known"),
        CheckConstraint("(state = 'saved') = (saved_at IS NOT NULL)", name="saved_pair"),
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
    counts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Appointment(SQLModel, table=True):
    """One young person at one clinic at one time (UTC)."""

    __tablename__ = "appointment"
    __table_args__ = (
        UniqueConstraint("clinic_id", "young_person_id", "starts_at"),
        UniqueConstraint("clinic_id", "external_key"),
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
    clinic_list_id: UUID | None = Field(default=None, foreign_key="clinic_list.id")
    created_at: datetime
    updated_at: datetime
