"""What the scheduler does, and how often: one line a job."""

from collections.abc import Callable
from dataclasses import dataclass

from app.factory import Service
from scheduler import jobs
from scheduler.leading import RENEW_SECONDS

SWEEP_SECONDS = 600
# From webhook to mail takes a minute at most.
TELL_SECONDS = 15


@dataclass(frozen=True)
class Entry:
    """One job of the timetable, and the seconds between its runs."""

    name: str
    seconds: int
    run: Callable[[Service], None]


def timetable(service: Service) -> list[Entry]:
    """Return the jobs of this installation."""
    tick = service.settings.tick_seconds
    entries = [
        Entry("say that it is alive", min(tick, 60), jobs.beat),
        Entry("find out who leads", RENEW_SECONDS, jobs.hold_the_lead),
        Entry("tell people of concerns", min(tick, TELL_SECONDS), jobs.tell_of_concerns),
        Entry("tell of what lies unread", tick, jobs.tell_of_what_lies_unread),
        Entry("send due texts", tick, jobs.send_due_texts),
        Entry("look for texts in doubt", tick, jobs.look_for_texts_in_doubt),
        Entry("fetch lost replies", SWEEP_SECONDS, jobs.fetch_lost_replies),
        Entry("read waiting replies", tick, jobs.read_waiting_replies),
    ]
    if service.settings.clinic_list_folder is not None:
        entries.append(Entry("take lists from the folder", tick, jobs.take_lists))
    if service.settings.demo_mode:
        entries.append(Entry("deliver pretend texts", tick, jobs.deliver_pretend_texts))
    return entries
