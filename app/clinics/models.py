"""The table of clinics."""

from datetime import datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.privacy import new_id

LONGEST_NAME = 40
DEFAULT_NOTICE = 4
DEFAULT_OPENS = time(16, 0)
DEFAULT_CLOSES = time(18, 30)
DEFAULT_WEEKDAYS = "12345"
DEFAULT_ZONE = "Europe/London"
DEFAULT_NATION = "england"
NATION_NAMES = "', '".join(("england", "wales", "scotland", "northern_ireland"))
# What is done where the mobile of somebody under 16 is a parent's: text it, or hold the text.
PARENTS_PHONE = "', '".join(("text", "hold"))
LONGEST_HOLIDAYS = 400


class Clinic(SQLModel, table=True):
    """A named clinic of one organisation.

    `organisation_code` is an ODS code (NHS Data Dictionary, ORGANISATION CODE); `name` is the
    plain name that may appear in a text; `weekdays` are ISO weekday digits, Monday is 1.
    `nation` says whose bank holidays count; `school_holidays` are ranges of dates, one a line
    (2026-07-22 to 2026-09-01). `version` counts the changes, so that plans are made anew.
    """

    __tablename__ = "clinic"
    __table_args__ = (
        UniqueConstraint("organisation_code", "code"),
        CheckConstraint("days_of_notice BETWEEN 1 AND 14", name="days_of_notice"),
        CheckConstraint("window_opens < window_closes", name="window"),
        CheckConstraint(f"nation IN ('{NATION_NAMES}')", name="nation_known"),
        CheckConstraint(f"parents_phone IN ('{PARENTS_PHONE}')", name="parents_phone_known"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    organisation_code: str = Field(max_length=10)
    code: str = Field(max_length=20)
    name: str = Field(max_length=LONGEST_NAME)
    days_of_notice: int = DEFAULT_NOTICE
    window_opens: time = DEFAULT_OPENS
    window_closes: time = DEFAULT_CLOSES
    weekdays: str = Field(default=DEFAULT_WEEKDAYS, max_length=7)
    time_zone: str = Field(default=DEFAULT_ZONE, max_length=64)
    desk_phone: str = Field(max_length=30)
    concerns_email: str = Field(max_length=254)
    nation: str = Field(default=DEFAULT_NATION, max_length=20)
    avoids_school_hours: bool = True
    school_holidays: str = Field(default="", max_length=LONGEST_HOLIDAYS)
    reminds: bool = True
    asks_feedback: bool = False
    parents_phone: str = Field(default="text", max_length=10)
    version: int = 1
    created_at: datetime
