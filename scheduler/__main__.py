"""Starts the clock, says its timetable aloud, and finishes cleanly on a signal."""

import os
import signal
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy.exc import SQLAlchemyError

from app.errors import NotReady
from app.factory import Service, open_service
from app.logs import logger, set_up
from app.settings import load, ready
from scheduler import jobs
from scheduler.leading import LEADING
from scheduler.timetable import timetable

log = logger("scheduler")

# Said in words on every job: APScheduler's own defaults would skip a run that is a second late.
ON_EVERY_JOB = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
EXIT_REFUSED, EXIT_ABANDONED = 2, 3
# A deploy waits thirty seconds before it kills; a call ends by itself after thirteen.
ABANDON_SECONDS = 25


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
    service = open_service(settings)
    ticking = build(service)
    ticking.start()
    stop.wait()
    finish(ticking, service)
    return 0


def finish(ticking: BackgroundScheduler, service: Service) -> None:
    """End within half a minute: what is under way is recorded, or safely left in question."""
    log.info("finishing")
    jobs.ENDING.set()
    abandon = threading.Timer(ABANDON_SECONDS, _abandon)
    abandon.daemon = True
    abandon.start()
    ticking.shutdown(wait=True)
    with suppress(SQLAlchemyError):
        LEADING.step_down(service)
    log.info("finished")
    abandon.cancel()


def _abandon() -> None:
    log.error("abandoned_what_was_under_way")
    os._exit(EXIT_ABANDONED)


if __name__ == "__main__":
    sys.exit(main())
