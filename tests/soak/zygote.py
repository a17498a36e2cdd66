"""The parent of all schedulers: it has loaded the service, and forks one whenever it is asked.

A scheduler needs a second and a half to load, and is killed ten times a second: it would never
come to send anything. This parent opens nothing, so a child shares no connection, file or lock with
anybody; it is a process of its own that runs the scheduler's own `main`, and a kill -9 is one.
"""

import gc
import json
import os
import secrets
import signal
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from soak.nursery import COUNT
from soak.times import IN_LIFE_TICK, Times, make_quicker, moved
from sqlalchemy.orm import configure_mappers
from twilio.rest import Client

import scheduler.__main__ as scheduler_main
from app import factory
from app.db import time_of
from app.factory import Service
from app.settings import load, ready
from scheduler.leading import LEADING
from scheduler.timetable import Entry, timetable


def set_up(times: Times, ahead_seconds: float) -> None:
    """Make this service quicker, and set its clock ahead, or back, to a time when texts go."""
    make_quicker(times)
    vars(factory)["time_of"] = lambda database: moved(time_of(database), ahead_seconds)
    share = times.seconds("tick") / IN_LIFE_TICK

    def quicker(service: Service) -> list[Entry]:
        # A job that comes every few seconds in life has been set already.
        return [
            replace(entry, seconds=entry.seconds * share)  # type: ignore[arg-type]
            if entry.seconds >= IN_LIFE_TICK
            else entry
            for entry in timetable(service)
        ]

    vars(scheduler_main)["timetable"] = quicker


def warm_up() -> None:
    """Load what is otherwise loaded at the first use; nothing is opened."""
    ready(load())
    configure_mappers()
    assert Client("AC" + "0" * 32, "token").messages
    gc.freeze()


def live(log: int) -> None:
    """Be a scheduler: what `python -m scheduler` runs, with a name of its own."""
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    LEADING.holder = f"scheduler:{secrets.token_hex(8)}"
    os._exit(scheduler_main.main())


def bury(ended: Counter[int]) -> None:
    """Take note of the children that have ended, by the signal that ended them."""
    while True:
        try:
            child, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not child:
            return
        ended[os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0] += 1


def main() -> None:
    """Answer each line on standard input: `fork` with a process id, `count` with how many ended."""
    given = json.loads(sys.argv[1])
    set_up(Times(**given["times"]), given["ahead_seconds"])
    warm_up()
    log = os.open(given["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    ended: Counter[int] = Counter()
    children: list[int] = []
    print("ready", flush=True)
    for line in sys.stdin:
        bury(ended)
        if line.strip() == COUNT:
            print(json.dumps(ended), flush=True)
            continue
        child = os.fork()
        if child == 0:
            live(log)
        children.append(child)
        print(child, flush=True)
    end(children)


def end(children: Iterable[int]) -> None:
    """Leave nobody behind when whoever asks is gone: they were killed, or hung up."""
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main()
