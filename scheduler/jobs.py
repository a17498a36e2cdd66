"""Each job: call one function of the service, say what it did, and never take the others down."""

import threading
from collections.abc import Callable
from functools import wraps

from app import heartbeat
from app.clinic_lists.folder import take_folder
from app.clock import SteadyClock
from app.conversations.answering_late import note_what_became
from app.conversations.intake import understand_waiting
from app.conversations.noticing import look_at_unchecked
from app.conversations.sweep import sweep
from app.conversations.unread_clock import tell_of_unread
from app.demo.delivery import deliver
from app.factory import Service
from app.invitations.dispatch import plan_due, send_ready
from app.invitations.reconcile import reconcile
from app.logs import logger
from app.safeguarding.handing_over import Carriers, hand_over
from app.safeguarding.mail import mailer_for
from app.safeguarding.telling import tell_what_is_due
from scheduler.leading import LEADING

log = logger(__name__)

Job = Callable[[Service], None]

# Set when the process is to end: whatever is long looks at it.
ENDING = threading.Event()


def kept_apart(job: Job) -> Job:
    """Let a fault in one run end that run only: the next tick tries again."""

    @wraps(job)
    def run(service: Service) -> None:
        try:
            job(service)
        except Exception:
            log.exception("job_failed", job=job.__name__)

    return run


def by_the_leader(job: Job) -> Job:
    """Let one scheduler do a job that one is enough for."""

    @wraps(job)
    def run(service: Service) -> None:
        if LEADING.leads(service):
            job(service)

    return run


def in_good_time(job: Job) -> Job:
    """Let a job wait while the clock has just jumped: nobody is texted at a wrong hour."""

    @wraps(job)
    def run(service: Service) -> None:
        clock = service.clock
        if isinstance(clock, SteadyClock):
            gap = clock.align()
            if not clock.settled:
                log.error("clock_jumped_so_texts_wait", seconds=round(gap.total_seconds()))
                return
        job(service)

    return run


@kept_apart
def beat(service: Service) -> None:
    """Leave the scheduler's sign of life."""
    with service.database.writing() as session:
        heartbeat.beat(session, heartbeat.SCHEDULER, now=service.clock())


@kept_apart
def hold_the_lead(service: Service) -> None:
    """Lead, or find out who does."""
    LEADING.leads(service)


@kept_apart
@in_good_time
def send_due_texts(service: Service) -> None:
    """Owe what has come in sight, and send every text that is due.

    First of all what was texted to us: a stop that is kept but not understood yet comes before.
    """
    understand_waiting(service.database, now=service.clock())
    if LEADING.leads(service):
        plan_due(service.database, service.settings, service.clock)
    done = send_ready(
        service.database, service.gateway, service.settings, service.clock, ENDING.is_set
    )
    if done.anything:
        log.info("round_done", **done.figures())


@kept_apart
@in_good_time
@by_the_leader
def look_for_texts_in_doubt(service: Service) -> None:
    """Settle the texts that may have gone, by what the provider's list holds."""
    looked = reconcile(service.database, service.gateway, service.clock)
    if looked.anything:
        log.info("looked_for_texts", **vars(looked))


@kept_apart
@by_the_leader
def fetch_lost_replies(service: Service) -> None:
    """Take in the texts to us whose webhook never came."""
    found = sweep(service.database, service.gateway, service.settings, now=service.clock())
    if found:
        log.warning("replies_found_whose_webhook_was_lost", replies=found)


@kept_apart
@by_the_leader
def read_waiting_replies(service: Service) -> None:
    """Take up replies that were kept but could not be understood when they came."""
    understand_waiting(service.database, now=service.clock())


@kept_apart
def tell_of_concerns(service: Service) -> None:
    """Look at what nobody has looked at, put down who is told of concerns, and tell them.

    First the histories are brought up to date by what became of the late answers.

    Every scheduler does: none waits for another that leads and has died.
    """
    look_at_unchecked(service.database, now=service.clock())
    note_what_became(service.database, now=service.clock())
    tell_what_is_due(service.database, now=service.clock())
    mailer = mailer_for(service.settings, service.database, service.clock)
    carriers = Carriers(mailer, service.gateway)
    taken = hand_over(service.database, carriers, service.settings, service.clock)
    if taken:
        log.info("alerts_handed_over", alerts=taken)


@kept_apart
@in_good_time
@by_the_leader
def tell_of_what_lies_unread(service: Service) -> None:
    """Put down who is told of replies that nobody has read; the mails go with the concerns'."""
    tell_of_unread(service.database, now=service.clock())


@kept_apart
@by_the_leader
def take_lists(service: Service) -> None:
    """Take the clinic lists that lie in the watched folder."""
    take_folder(service.database, service.settings, now=service.clock())


@kept_apart
@by_the_leader
def deliver_pretend_texts(service: Service) -> None:
    """Tell the demo's own webhook that its texts have arrived."""
    deliver(service.database, service.settings, now=service.clock())
