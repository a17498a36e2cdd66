"""The scheduler of the benchmark of concerns: the whole timetable, in a process of its own.

Which database, which mail server and how often it ticks, the environment says.
"""

import os
import signal
import threading

from pydantic import SecretStr

from app.clock import SteadyClock
from app.db import Database
from app.factory import Service
from app.logs import set_up
from benchmarks.due import AtOnce, afterwards, sending_settings
from benchmarks.served import DATABASE
from scheduler.__main__ import build, finish

MAIL, TICK = "BENCHMARKED_MAIL", "BENCHMARKED_TICK"


def main() -> None:
    """Run until a signal comes."""
    own = {
        "smtp_url": SecretStr(os.environ[MAIL]),
        "mail_from": "whatmatters@riverside.example",
        "tick_seconds": int(os.environ[TICK]),
    }
    settings = sending_settings("", 1).model_copy(update=own)
    set_up("ERROR")
    database = Database(os.environ[DATABASE], settings.vault())
    service = Service(settings, database, SteadyClock(afterwards), AtOnce())
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    ticking = build(service)
    ticking.start()
    stop.wait()
    finish(ticking, service)


if __name__ == "__main__":
    main()
