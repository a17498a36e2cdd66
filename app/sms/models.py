"""The table of the pretend phone: texts that would have gone out, for the demo to show."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from app.privacy import new_id


class PretendText(SQLModel, table=True):
    """One text on a pretend phone, to it or from it; nothing here ever left this machine."""

    __tablename__ = "pretend_text"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    sid: str = Field(unique=True, max_length=40)
    number_key: bytes = Field(index=True)
    from_the_phone: bool = False
    body_sealed: bytes
    at: datetime
    callback: str | None = None
    delivered_at: datetime | None = None
