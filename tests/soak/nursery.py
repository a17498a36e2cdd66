"""The schedulers of a soak, and the one who kills and freezes them."""

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from soak.times import Times

# What the parent of the schedulers is asked, a line each.
FORK, COUNT, SIGNAL = "fork", "count", "signal"
KILLED = str(int(signal.SIGKILL))
SHORTEST, LONGEST = 0.05, 0.2
# One in so many is frozen instead of killed.
FROZEN = 0.25
ENDS_WITHIN_SECONDS = 30.0


@dataclass
class Nursery:
    """Running schedulers, each a process forked from one that has loaded the service."""

    zygote: subprocess.Popen[str]
    running: list[int] = field(default_factory=list)

    def start(self) -> None:
        """Start one more scheduler."""
        self.running.append(int(self._ask(FORK)))

    def tell(self, pid: int, number: int) -> bool:
        """Send a signal to a scheduler; False if it has ended."""
        return json.loads(self._ask(f"{SIGNAL} {pid} {int(number)}")) is True

    def ended(self) -> dict[str, int]:
        """Return how many have ended, by which signal; 0 is a good end."""
        found: dict[str, int] = json.loads(self._ask(COUNT))
        return found

    def end(self) -> None:
        """Let every scheduler finish, as a deploy does; kill those that do not."""
        until = time.monotonic() + ENDS_WITHIN_SECONDS
        wanted = sum(self.ended().values())
        wanted += sum(self.tell(pid, signal.SIGTERM) for pid in self.running)
        while sum(self.ended().values()) < wanted and time.monotonic() < until:
            time.sleep(0.1)

    def _ask(self, line: str) -> str:
        assert self.zygote.stdin is not None
        assert self.zygote.stdout is not None
        print(line, file=self.zygote.stdin, flush=True)
        return self.zygote.stdout.readline()


@contextmanager
def nursery(
    times: Times, ahead_seconds: float, environment: dict[str, str], folder: Path
) -> Iterator[Nursery]:
    """Load the service once; every scheduler is gone when the block ends."""
    log = folder / "schedulers.log"
    given = {"times": asdict(times), "ahead_seconds": ahead_seconds, "log": str(log)}
    line = [sys.executable, "-m", "soak.zygote", json.dumps(given)]
    with subprocess.Popen(
        line, env=environment, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as zygote:
        made = Nursery(zygote)
        assert zygote.stdout is not None
        try:
            assert zygote.stdout.readline() == "ready\n", "the schedulers' parent did not start"
            yield made
        finally:
            zygote.stdin.close()  # type: ignore[union-attr]
            zygote.wait(ENDS_WITHIN_SECONDS)


class Killer(threading.Thread):
    """Kills or freezes a scheduler every 50 to 200 ms, never further ahead than it is allowed."""

    def __init__(self, nursery: Nursery, times: Times, seed: int) -> None:
        super().__init__(name="killer", daemon=True)
        self._nursery, self._times = nursery, times
        self._chance = Random(seed)
        self._over = threading.Event()
        self._frozen: dict[int, float] = {}
        self.allowed = 0
        self.kills = self.stops = 0

    def run(self) -> None:
        """Kill and freeze until told to end; then let all go on."""
        while not self._over.wait(self._chance.uniform(SHORTEST, LONGEST)):
            self._thaw(time.monotonic())
            if self.kills < self.allowed:
                self._strike()
        self._thaw(float("inf"))

    def end(self) -> None:
        """Stop killing."""
        self._over.set()
        self.join()

    def _strike(self) -> None:
        victim = self._chance.choice(self._nursery.running)
        if self._chance.random() < FROZEN:
            if victim not in self._frozen:
                self._freeze(victim)
            return
        self._nursery.running.remove(victim)
        self._frozen.pop(victim, None)
        self.kills += self._nursery.tell(victim, signal.SIGKILL)
        self._nursery.start()

    def _freeze(self, victim: int) -> None:
        longest = self._times.seconds("longest_stop")
        self._nursery.tell(victim, signal.SIGSTOP)
        self._frozen[victim] = time.monotonic() + self._chance.uniform(0.1, 0.9) * longest
        self.stops += 1

    def _thaw(self, now: float) -> None:
        for pid in [pid for pid, until in self._frozen.items() if until <= now]:
            del self._frozen[pid]
            self._nursery.tell(pid, signal.SIGCONT)
