"""What time it is: always UTC, always told to the rooms that decide, never asked by them."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import cast

from flask import current_app

Clock = Callable[[], datetime]

EXTENSION = "whatmatters.clock"


def system_clock() -> datetime:
    """Return the machine's time in UTC."""
    return datetime.now(UTC)


class SteadyClock:
    """A clock that goes on evenly from a truth it is set by, and notices when that truth jumps.

    Between two settings only the machine's own even count of seconds moves it, so that a clock
    that is put right, or wrong, does not make a text early. After a jump of more than a minute it
    is not settled for a while: what needs the time of day waits.
    """

    JUMP = timedelta(minutes=1)
    SETTLES_IN = timedelta(minutes=10)

    def __init__(self, truth: Clock, even: Callable[[], float] = time.monotonic) -> None:
        self._truth, self._even = truth, even
        self._set: tuple[datetime, float] | None = None
        self._jumped: float | None = None

    def __call__(self) -> datetime:
        """Return the time in UTC."""
        if self._set is None:
            self.align()
        set_to, at = self._set  # type: ignore[misc]
        return set_to + timedelta(seconds=self._even() - at)

    def align(self) -> timedelta:
        """Set the clock by its truth; return by how much that differs from where it stood."""
        before = self() if self._set is not None else None
        self._set = (self._truth(), self._even())
        gap = self._set[0] - before if before is not None else timedelta()
        if abs(gap) > self.JUMP:
            self._jumped = self._set[1]
        return gap

    @property
    def settled(self) -> bool:
        """Whether it has gone evenly for a while."""
        jumped = self._jumped
        return jumped is None or self._even() - jumped >= self.SETTLES_IN.total_seconds()


def now() -> datetime:
    """Return the time of the running web application: the demo may have moved it."""
    clock = cast(Clock, current_app.extensions[EXTENSION])
    return clock()
