"""The table of what was done: no foreign keys, so that history outlives what it describes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from app.privacy import new_id


class AuditEvent(SQLModel, table=True):
    """One thing that somebody did. `details` holds ids, counts and codes: never personal words."""

    __tablename__ = "audit_event"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    place: int = Field(unique=True)
    at: datetime = Field(index=True)
    by: str = Field(max_length=80)
    action: str = Field(max_length=80)
    subject: str = Field(default="", max_length=200)
    details: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    previous_hash: bytes
    hash: bytes = Field(unique=True)
