"""The web process tells people itself of what must not wait, while no scheduler is alive."""

from datetime import datetime
from threading import Event, Thread

from app.clock import Clock
from app.db import Database
from app.heartbeat import SCHEDULER, is_silent, last_beat
from app.logs import logger
from app.safeguarding.handing_over import Carriers, hand_over
from app.safeguarding.mail import mailer_for
from app.safeguarding.telling import tell_what_is_due
from app.settings import Settings
from app.sms.choose import gateway_for

log = logger(__name__)

# As often as the scheduler looks, so that nobody waits longer for the next person to be told.
WATCH_SECONDS = 15.0


def tell_without_scheduler(database: Database, settings: Settings, clock: Clock) -> int:
    """Tell of every concern that is due if the scheduler is silent; return how many were told.

    Whatever waits to be handed over goes as well: a scheduler that died may have put it down. A
    step that is due is taken once, by whichever process is first. It never raises: the reply is
    kept, and its answer has gone.
    """
    try:
        if not _is_alone(database, clock()):
            return 0
        told = tell_what_is_due(database, now=clock())
        if told:
            log.error("no_scheduler_so_told_from_here", concerns=len(told))
        mailer = mailer_for(settings, database, clock)
        return hand_over(
            database, Carriers(mailer, gateway_for(settings, database, clock)), settings, clock
        )
    except Exception:
        log.exception("could_not_tell_from_here")
        return 0


def keep_watch(
    database: Database,
    settings: Settings,
    clock: Clock,
    stop: Event,
    seconds: float = WATCH_SECONDS,
) -> Thread:
    """Look every few seconds, in a thread of its own until `stop`, whether to tell from here.

    Steps fall due while nobody texts, and nobody opens a page.
    """

    def watch() -> None:
        while not stop.wait(seconds):
            tell_without_scheduler(database, settings, clock)

    watching = Thread(target=watch, name="watch over the scheduler", daemon=True)
    watching.start()
    return watching


def _is_alone(database: Database, now: datetime) -> bool:
    with database.reading() as session:
        return is_silent(last_beat(session, SCHEDULER), now=now)
