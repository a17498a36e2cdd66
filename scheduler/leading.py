"""Which of several schedulers plans and looks up: one is enough, and two do no harm."""

import time
from weakref import WeakKeyDictionary

from app.db import Database
from app.factory import Service
from app.heartbeat import SCHEDULER, lead, step_down
from app.logs import logger
from app.privacy import new_id

log = logger(__name__)

RENEW_SECONDS = 5


class Leading:
    """Whether this process leads, asked of the database every few seconds."""

    def __init__(self) -> None:
        self.holder = f"scheduler:{new_id()}"
        self._known: WeakKeyDictionary[Database, tuple[bool, float]] = WeakKeyDictionary()

    def leads(self, service: Service) -> bool:
        """Take or renew the lease if it is time to; return whether this process leads."""
        leads, asked = self._known.get(service.database, (None, 0.0))
        if leads is not None and time.monotonic() - asked < RENEW_SECONDS:
            return leads
        with service.database.writing() as session:
            found = lead(session, SCHEDULER, self.holder, now=service.clock())
        self._known[service.database] = (found, time.monotonic())
        if found is not leads:
            log.info("this_scheduler_leads" if found else "another_scheduler_leads_this_one_sends")
        return found

    def step_down(self, service: Service) -> None:
        """Give the lease up when ending, so that another takes over at once."""
        with service.database.writing() as session:
            step_down(session, SCHEDULER, self.holder, now=service.clock())


LEADING = Leading()
