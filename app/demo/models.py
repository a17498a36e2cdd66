"""The table of the demo's own clock."""

from sqlmodel import Field, SQLModel


class DemoClock(SQLModel, table=True):
    """How far the demo's clock has been moved ahead of the machine's; one row."""

    __tablename__ = "demo_clock"

    id: int = Field(default=1, primary_key=True)
    ahead_seconds: int = 0
