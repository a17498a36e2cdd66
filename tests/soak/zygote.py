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
from collections.abc import Collection
from dataclasses import replace
from datetime import time

from soak.nursery import FORK, SIGNAL
from soak.times import IN_LIFE_TICK, OPENS, make_quicker, moved
from soak.times import Times as Quicker
from sqlalchemy.orm import configure_mappers
from twilio.rest import Client

import scheduler.__main__ as scheduler_main
from app import factory
from app.db import time_of
from app.factory import Service
from app.invitations.asking import About, words_of
from app.invitations.rules import AskFacts, decide_ask
from app.invitations.states import Kind
from app.invitations.window import Times
from app.settings import load, ready
from scheduler.leading import LEADING
from scheduler.timetable import Entry, timetable

ZONE = "Europe/London"


def set_up(times: Quicker, ahead_seconds: float) -> None:
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
    times = Times(days_of_notice=14, opens=time(8), closes=time(20), weekdays="1234567", zone=ZONE)
    assert decide_ask(AskFacts("booked", OPENS, True, False), times, OPENS)
    assert words_of(Kind.ASK, About("", "", OPENS, ZONE, "en"))
    gc.freeze()


def live(log: int) -> None:
    """Be a scheduler: what `python -m scheduler` runs, with a name of its own."""
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())
    LEADING.holder = f"scheduler:{secrets.token_hex(8)}"
    os._exit(scheduler_main.main())


def bury(living: set[int], ended: Counter[int]) -> None:
    """Take note of the children that have ended, by the signal that ended them."""
    while True:
        try:
            child, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not child:
            return
        living.discard(child)
        ended[os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0] += 1


def main() -> None:
    """Answer each line: fork with a process id, signal with whether it went, else who has ended."""
    given = json.loads(sys.argv[1])
    set_up(Quicker(**given["times"]), given["ahead_seconds"])
    warm_up()
    log = os.open(given["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    ended: Counter[int] = Counter()
    living: set[int] = set()
    print("ready", flush=True)
    for line in sys.stdin:
        bury(living, ended)
        order, *numbers = line.split()
        if order == FORK:
            child = os.fork()
            if child == 0:
                live(log)
            living.add(child)
            print(child, flush=True)
        elif order == SIGNAL:
            print(json.dumps(tell(living, *map(int, numbers))), flush=True)
        else:
            print(json.dumps(ended), flush=True)
    # Whoever asks is gone: nobody is left behind.
    for child in tuple(living):
        tell(living, child, signal.SIGKILL)


def tell(living: Collection[int], child: int, number: int) -> bool:
    """Send a signal to a child that is not buried yet, and therefore to nobody else."""
    if child in living:
        os.kill(child, number)
    return child in living


if __name__ == "__main__":
    main()
