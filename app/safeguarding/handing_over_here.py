"""The web process tells people itself of what endangers life, while no scheduler is alive."""

from datetime import datetime

from app.clock import Clock
from app.db import Database
from app.heartbeat import SCHEDULER, is_silent, last_beat
from app.logs import logger
from app.safeguarding.escalation import AT_ONCE
from app.safeguarding.handing_over import Carriers, hand_over
from app.safeguarding.mail import mailer_for
from app.safeguarding.telling import tell_what_is_due
from app.settings import Settings
from app.sms.choose import gateway_for

log = logger(__name__)


def tell_without_scheduler(database: Database, settings: Settings, clock: Clock) -> int:
    """Tell of what endangers life if the scheduler is silent; return how many were told.

    It never raises: the reply is kept, and its answer has gone.
    """
    try:
        if not _is_alone(database, clock()):
            return 0
        told = tell_what_is_due(database, now=clock(), tiers=(AT_ONCE,))
        if not told:
            return 0
        log.error("no_scheduler_so_told_from_here", concerns=len(told))
        mailer = mailer_for(settings, database, clock)
        carriers = Carriers(mailer, gateway_for(settings, database, clock))
        return hand_over(database, carriers, settings, clock, concerns=told)
    except Exception:
        log.exception("could_not_tell_from_here")
        return 0


def _is_alone(database: Database, now: datetime) -> bool:
    with database.reading() as session:
        return is_silent(last_beat(session, SCHEDULER), now=now)
