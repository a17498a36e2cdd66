"""A worker that dies or freezes at one chosen point: at each commit, and around each call."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import Session

from app.db import Database
from app.settings import Settings
from app.sms.gateway import Gateway, InboundText, Outcome, SentText, Text
from app.tables import metadata

KILLED = 137
Act = Callable[[str], None]


class Points:
    """Counts the points that a worker passes; does something at one of them."""

    def __init__(self, chosen: int, act: Act) -> None:
        self.passed: list[str] = []
        self._chosen, self._act = chosen, act

    def reach(self, name: str) -> None:
        """Pass a point, or be met by what was chosen for it."""
        self.passed.append(name)
        if len(self.passed) - 1 == self._chosen:
            self._act(name)


class Watched(Database):
    """A database whose every commit is a point, before and after."""

    points: Points

    @contextmanager
    def writing(self, on: Connection | None = None) -> Iterator[Session]:
        """Open a transaction, and pass a point on each side of its commit."""
        with super().writing(on) as session:
            yield session
            self.points.reach("before commit")
        self.points.reach("after commit")


class WatchedGateway:
    """A gateway whose every call is a point, before and after."""

    def __init__(self, gateway: Gateway, points: Points) -> None:
        self._gateway, self._points = gateway, points

    def send(self, text: Text) -> Outcome:
        """Hand over one text between two points."""
        self._points.reach("before call")
        outcome = self._gateway.send(text)
        self._points.reach("after call")
        return outcome

    def sent_to(self, number: str, since: datetime) -> Sequence[SentText] | None:
        """Look between two points."""
        self._points.reach("before look")
        found = self._gateway.sent_to(number, since)
        self._points.reach("after look")
        return found

    def inbound(self, since: datetime) -> Sequence[InboundText] | None:
        """Ask what was texted to us."""
        return self._gateway.inbound(since)


@contextmanager
def another(database: Database, settings: Settings, points: Points) -> Iterator[Watched]:
    """Open the same database as another process would, watched."""
    opened = Watched(database.url.render_as_string(hide_password=False), settings.vault(), 2.0)
    opened.points = points
    try:
        yield opened
    finally:
        opened.engine.dispose()


def die(_name: str) -> None:
    """End the process at once, as kill -9 and a power cut do."""
    os._exit(KILLED)


def in_a_process(work: Callable[[], object]) -> int:
    """Do some work in a process of its own and return how that process ended."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def forget_rows(database: Database) -> None:
    """Empty every table, for the next of many tries in one test."""
    with database.writing() as session:
        for table in reversed(metadata.sorted_tables):
            session.connection().execute(table.delete())
