"""The table of young people: every personal column sealed, look-ups by keyed hash."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.privacy import new_id


class NumberOwner(StrEnum):
    """Whose phone the mobile is, as far as the hospital knows."""

    SELF = "self"
    PARENT = "parent"
    SHARED = "shared"
    UNKNOWN = "unknown"


class NotTexted(StrEnum):
    """Why the hospital does not want somebody texted, ever."""

    DECEASED = "deceased"
    DO_NOT_TEXT = "do_not_text"


OWNER_NAMES = "', '".join(NumberOwner)
NOT_TEXTED = "', '".join(NotTexted)


class YoungPerson(SQLModel, table=True):
    """One young person of one organisation; the NHS number says who it is.

    Of a postcode only the first half is kept, and the deprivation decile of the whole (1 is the
    most deprived tenth, English Indices of Deprivation).
    """

    __tablename__ = "young_person"
    __table_args__ = (
        UniqueConstraint("organisation_code", "nhs_number_key"),
        Index("ix_young_person_mobile", "mobile_key", "organisation_code"),
        CheckConstraint("(mobile_sealed IS NULL) = (mobile_key IS NULL)", name="mobile_pair"),
        CheckConstraint(f"not_texted IN ('{NOT_TEXTED}')", name="not_texted_known"),
        CheckConstraint("deprivation_decile BETWEEN 1 AND 10", name="decile_of_ten"),
        CheckConstraint(f"number_belongs_to IN ('{OWNER_NAMES}')", name="owner_known"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisation_code: str = Field(max_length=10)
    nhs_number_sealed: bytes
    nhs_number_key: bytes
    first_name_sealed: bytes
    last_name_sealed: bytes
    date_of_birth_sealed: bytes
    mobile_sealed: bytes | None = None
    mobile_key: bytes | None = None
    number_belongs_to: str = Field(default=NumberOwner.UNKNOWN.value, max_length=10)
    language: str = Field(default="en", max_length=12)
    not_texted: str | None = Field(default=None, max_length=20)
    interpreter: bool = False
    ethnicity_sealed: bytes | None = None
    postcode_area_sealed: bytes | None = None
    deprivation_decile: int | None = None
    created_at: datetime
    updated_at: datetime
