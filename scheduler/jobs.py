"""Each job: call one function of the service, say what it did, and never take the others down."""

from collections.abc import Callable
from functools import wraps

from app import heartbeat
from app.clinic_lists.folder import take_folder
from app.conversations.intake import understand_waiting
from app.demo.delivery import deliver
from app.factory import Service
from app.invitations.dispatch import send_due
from app.logs import logger

log = logger(__name__)

Job = Callable[[Service], None]


def kept_apart(job: Job) -> Job:
    """Let a fault in one run end that run only: the next tick tries again."""

    @wraps(job)
    def run(service: Service) -> None:
        try:
            job(service)
        except Exception:
            log.exception("job_failed", job=job.__name__)

    return run


@kept_apart
def beat(service: Service) -> None:
    """Leave the scheduler's sign of life."""
    with service.database.writing() as session:
        heartbeat.beat(session, heartbeat.SCHEDULER, now=service.clock())


@kept_apart
def send_due_texts(service: Service) -> None:
    """Send every text that is due."""
    done = send_due(service.database, service.gateway, service.settings, service.clock)
    if done.anything:
        log.info("round_done", **done.figures())


@kept_apart
def read_waiting_replies(service: Service) -> None:
    """Take up replies that were kept but could not be understood when they came."""
    understand_waiting(service.database, now=service.clock())


@kept_apart
def take_lists(service: Service) -> None:
    """Take the clinic lists that lie in the watched folder."""
    take_folder(service.database, service.settings, now=service.clock())


@kept_apart
def deliver_pretend_texts(service: Service) -> None:
    """Tell the demo's own webhook that its texts have arrived."""
    deliver(service.database, service.settings, now=service.clock())
