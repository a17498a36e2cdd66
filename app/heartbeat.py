"""The sign of life each process leaves, so that a dead scheduler is noticed."""

from datetime import datetime, timedelta

from sqlmodel import Field, Session, SQLModel, select

SCHEDULER = "scheduler"
SILENT_AFTER = timedelta(minutes=10)


class Heartbeat(SQLModel, table=True):
    """When a process last said that it is alive; one row a process name."""

    __tablename__ = "heartbeat"

    process: str = Field(primary_key=True, max_length=40)
    beat_at: datetime


def beat(session: Session, process: str, *, now: datetime) -> None:
    """Say that a process is alive."""
    session.merge(Heartbeat(process=process, beat_at=now))


def last_beat(session: Session, process: str) -> datetime | None:
    """Return when a process last said that it is alive, or None if it never has."""
    return session.exec(select(Heartbeat.beat_at).where(Heartbeat.process == process)).first()


def is_silent(last: datetime | None, *, now: datetime) -> bool:
    """Return whether a process has been quiet for longer than a tick can explain."""
    return last is None or now - last > SILENT_AFTER
