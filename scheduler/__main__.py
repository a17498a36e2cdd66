"""Starts the clock, says its timetable aloud, and finishes cleanly on a signal."""

import signal
import sys
import threading
from datetime import UTC, datetime

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from app.errors import NotReady
from app.factory import Service, open_service
from app.logs import logger, set_up
from app.settings import load, ready
from scheduler.timetable import timetable

log = logger("scheduler")

# Said in words on every job: APScheduler's own defaults would skip a run that is a second late.
ON_EVERY_JOB = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
EXIT_REFUSED = 2


def build(service: Service) -> BackgroundScheduler:
    """Make a scheduler that holds the timetable in memory only, in UTC; not yet started."""
    entries = timetable(service)
    ticking = BackgroundScheduler(
        timezone=UTC,
        job_defaults=ON_EVERY_JOB,
        executors={"default": ThreadPoolExecutor(len(entries))},
    )
    for entry in entries:
        ticking.add_job(
            entry.run,
            "interval",
            seconds=entry.seconds,
            args=[service],
            id=entry.name,
            next_run_time=datetime.now(UTC),
        )
        log.info("on_the_timetable", job=entry.name, seconds=entry.seconds)
    return ticking


def main() -> int:
    """Run until a signal comes; return the exit code."""
    try:
        settings = ready(load())
    except NotReady as fault:
        print("The scheduler cannot start like this:", *fault.advice, sep="\n- ", file=sys.stderr)
        return EXIT_REFUSED
    set_up(settings.log_level)
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    ticking = build(open_service(settings))
    ticking.start()
    stop.wait()
    log.info("finishing")
    ticking.shutdown(wait=True)
    log.info("finished")
    return 0


if __name__ == "__main__":
    sys.exit(main())
