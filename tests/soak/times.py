"""Quicker times: every wait of the service made shorter, in one place, so that hours take minutes.

What is set is only how long the service waits. What it does, and in what order, is the code that
runs in life. Two things are kept as they are in life, and checked here: a text that is late and a
list that lags fit into the grace together, and a worker can be frozen for longer than a mark is
fresh and a lease lasts. In life the grace is 85 times what a call may take; here it is twice that.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

# Texts go from four in the afternoon to eight in the evening: a Wednesday is always just begun.
OPENS = datetime(2026, 5, 6, 15, 5, tzinfo=UTC)
IN_LIFE_TICK = 60
# By how much the web process sets its clock ahead.
AHEAD = "SOAK_AHEAD_SECONDS"


@dataclass(frozen=True)
class Times:
    """Every wait in seconds, written for a grace of six; `unit` makes all of them shorter.

    `late` is how late a text may be taken, `lag` how late it may be listed, `longest_stop` how long
    a worker is frozen. `tries` is higher than the three of life: so many faults meet one text here
    that three would leave many to a person, and each further try is a further chance to text twice.
    """

    unit: float = 1.0
    connect: float = 0.5
    read: float = 0.4
    late: float = 0.8
    lag: float = 0.5
    longest_stop: float = 1.8
    fresh: float = 1.0
    lease: float = 1.0
    grace: float = 6.0
    looks_apart: float = 2.0
    first_look: float = 1.5
    looking: float = 2.0
    pause: float = 0.3
    after_a_fault: float = 1.0
    asked_to_wait: float = 0.2
    most_waiting: float = 2.0
    leads_for: float = 2.0
    renew: float = 0.8
    tick: float = 0.8
    tries: int = 20

    @property
    def longest_under_way(self) -> float:
        """How long after its mark a text may still come in and be unseen on the list."""
        call = self.fresh + self.longest_stop + self.connect + self.read
        return (call + self.late + self.lag) * self.unit

    @property
    def keeps_its_promise(self) -> bool:
        """Whether the grace is as long as assumed in life, and a stop outlasts mark and lease."""
        outlasts = self.longest_stop > max(self.fresh, self.lease)
        return outlasts and self.longest_under_way < self.grace * self.unit

    def seconds(self, name: str) -> float:
        """Return one of the waits in seconds of the wall."""
        return float(getattr(self, name)) * self.unit

    def span(self, name: str) -> timedelta:
        """Return one of the waits as the service writes them."""
        return timedelta(seconds=self.seconds(name))


ORDINARY = Times()
# Quicker still, for the tests; and with a provider slower than the grace, which must be noticed.
SHORT = Times(unit=0.5)
TOO_SHORT_A_GRACE = replace(
    SHORT, first_look=0.1, grace=0.5, looks_apart=0.5, looking=0.5, late=5.0, lag=10.0
)


def constants(times: Times) -> dict[tuple[str, str], Any]:
    """Return each wait of the service by the module and name it has there."""
    span, seconds = times.span, times.seconds
    return {
        ("app.invitations.doubt", "FRESH"): span("fresh"),
        ("app.invitations.doubt", "GRACE"): span("grace"),
        ("app.invitations.doubt", "LOOKS_APART"): span("looks_apart"),
        ("app.invitations.doubt", "FIRST_LOOK"): span("first_look"),
        ("app.invitations.doubt", "MOST_TRIES"): times.tries,
        ("app.invitations.outbox", "LEASE"): span("lease"),
        ("app.invitations.reconcile", "LOOKING"): span("looking"),
        ("app.invitations.claiming", "AFTER_A_FAULT"): span("after_a_fault"),
        ("app.invitations.recording", "A_WHILE"): span("pause"),
        ("app.invitations.recording", "MOST_WAITING"): span("most_waiting"),
        ("app.sms.one_try", "CONNECT_SECONDS"): seconds("connect"),
        ("app.sms.one_try", "READ_SECONDS"): seconds("read"),
        ("app.sms.one_try", "WAIT_SECONDS"): seconds("asked_to_wait"),
        ("app.heartbeat", "LEADS_FOR"): span("leads_for"),
        ("scheduler.leading", "RENEW_SECONDS"): seconds("renew"),
    }


def make_quicker(times: Times) -> None:
    """Set the waits of the service that is loaded here, wherever a module holds one by its name."""
    house = [
        module
        for name, module in sys.modules.items()
        if name.partition(".")[0] in ("app", "scheduler")
    ]
    for (home, name), value in constants(times).items():
        in_life = getattr(sys.modules[home], name)
        for module in house:
            if getattr(module, name, None) is in_life:
                setattr(module, name, value)
        assert getattr(sys.modules[home], name) == value


def moved(truth: Callable[[], datetime], seconds: float) -> Callable[[], datetime]:
    """Return a clock that stands a fixed time before or after another, and goes as it goes."""
    return lambda: truth() + timedelta(seconds=seconds)
