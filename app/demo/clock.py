"""The demo's clock: ahead of the machine's by as much as somebody has asked for, never behind."""

from datetime import datetime, timedelta

from sqlmodel import Session

from app.clock import Clock, system_clock
from app.db import Database
from app.demo.models import DemoClock


def demo_clock(database: Database) -> Clock:
    """Make a clock that every process of the demo reads from the same row."""

    def now() -> datetime:
        with database.reading() as session:
            return system_clock() + _ahead(session)

    return now


def move_to(session: Session, moment: datetime) -> bool:
    """Move the demo's clock forward to a moment; return False if it lies in the past."""
    ahead = moment - system_clock()
    if ahead <= _ahead(session):
        return False
    session.merge(DemoClock(ahead_seconds=int(ahead.total_seconds()) + 1))
    return True


def _ahead(session: Session) -> timedelta:
    row = session.get(DemoClock, 1)
    return timedelta(seconds=row.ahead_seconds if row else 0)
