"""What time it is: always UTC, always told to the rooms that decide, never asked by them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import cast

from flask import current_app

Clock = Callable[[], datetime]

EXTENSION = "whatmatters.clock"


def system_clock() -> datetime:
    """Return the machine's time in UTC."""
    return datetime.now(UTC)


def now() -> datetime:
    """Return the time of the running web application: the demo may have moved it."""
    clock = cast(Clock, current_app.extensions[EXTENSION])
    return clock()
