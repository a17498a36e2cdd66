"""The sign of life each process leaves, and which of several schedulers leads."""

from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import or_, update
from sqlmodel import Field, Session, SQLModel, col, select

from app.db import insert_new

SCHEDULER = "scheduler"
SILENT_AFTER = timedelta(minutes=10)
# A leader that has not renewed its lease for this long is taken for dead.
LEADS_FOR = timedelta(seconds=20)


class Heartbeat(SQLModel, table=True):
    """When a process last said that it is alive; one row a process name."""

    __tablename__ = "heartbeat"

    process: str = Field(primary_key=True, max_length=40)
    beat_at: datetime


class Leader(SQLModel, table=True):
    """Which process does what one is enough for; nothing goes wrong if two think it is they."""

    __tablename__ = "leader"

    role: str = Field(primary_key=True, max_length=40)
    holder: str = Field(max_length=80)
    until: datetime


def lead(session: Session, role: str, holder: str, *, now: datetime) -> bool:
    """Take or renew the lease of a role; return whether this process leads.

    One compare-and-swap: it changes the row only if it is ours, or has run out.
    """
    insert_new(session, Leader, [{"role": role, "holder": holder, "until": now}], ("role",))
    mine = or_(col(Leader.holder) == holder, col(Leader.until) <= now)
    taken = session.connection().execute(
        update(Leader)
        .where(col(Leader.role) == role, mine)
        .values(holder=holder, until=now + LEADS_FOR)
    )
    return int(cast(Any, taken).rowcount) == 1


def step_down(session: Session, role: str, holder: str, *, now: datetime) -> None:
    """Give the lease of a role up, so that another need not wait for it to run out."""
    session.connection().execute(
        update(Leader)
        .where(col(Leader.role) == role, col(Leader.holder) == holder)
        .values(until=now)
    )


def beat(session: Session, process: str, *, now: datetime) -> None:
    """Say that a process is alive."""
    # Two that are alive for the first time at once must not get in each other's way.
    insert_new(session, Heartbeat, [{"process": process, "beat_at": now}], ("process",))
    session.connection().execute(
        update(Heartbeat).where(col(Heartbeat.process) == process).values(beat_at=now)
    )


def last_beat(session: Session, process: str) -> datetime | None:
    """Return when a process last said that it is alive, or None if it never has."""
    return session.exec(select(Heartbeat.beat_at).where(Heartbeat.process == process)).first()


def is_silent(last: datetime | None, *, now: datetime) -> bool:
    """Return whether a process has been quiet for longer than a tick can explain."""
    return last is None or now - last > SILENT_AFTER
