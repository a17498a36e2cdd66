"""The first page: what there is for this person to do."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, render_template, url_for

from app import clock
from app.appointments.queries import days_with_appointments
from app.clinics.queries import clinics_seen_by
from app.clinics.safety_people import without_net
from app.concerns.sight import open_ids, presses, sight_of
from app.conversations.reach import count_unread, reach_of
from app.conversations.triage_words import unread_in_words
from app.db import database
from app.invitations.board import notices_for
from app.invitations.live import bare_clinics
from app.safeguarding.switching import off_since
from app.staff.guards import allow, scope
from app.staff.roles import Role

bp = Blueprint("home", __name__)

DAYS_AHEAD = 14
EVERYBODY = (*Role,)


@dataclass(frozen=True)
class Task:
    """One thing to do: what it is called, where it is, and why one would; first if it presses."""

    title: str
    link: str
    words: str
    presses: bool = False


@bp.get("/")
@allow(*EVERYBODY)
def start() -> str:
    """Show what this person may do, and their next clinic days."""
    return render_template("home/start.html", tasks=_tasks(), days=_days())


def _tasks() -> list[Task]:
    mine, tasks = scope(), []
    if mine.may(Role.CLINICIAN, Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD):
        tasks.append(_concerns())
    if mine.may(Role.CLINIC_ADMIN):
        link = url_for("clinic_lists.lists")
        tasks.append(Task("Upload a clinic list", link, "See what it changes before it is saved."))
        tasks.append(Task("Texts", url_for("texts.overview"), _texts()))
    if mine.may(Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD):
        tasks.append(Task("Replies to read", url_for("conversations.to_read"), _unread()))
    if mine.may(Role.CLINIC_ADMIN):
        words = "Who cannot come, is late, or asks for a call."
        tasks.append(Task("Replies for the desk", url_for("desk.desk"), words))
    if mine.may(Role.ADMINISTRATOR):
        words = "Add a clinic, or change its name and times."
        tasks.append(Task("Clinics", url_for("clinics.list_clinics"), words))
        tasks.append(Task("Who is told", url_for("safety_net.who_is_told"), _net()))
    return tasks


def _texts() -> str:
    mine = scope()
    with database().reading() as session:
        clinics = clinics_seen_by(session, mine)
        count = len(notices_for(session, mine.organisation_code, clinics))
    if not count:
        return "What will go, what is held, and what went."
    return "1 thing needs a look." if count == 1 else f"{count} things need a look."


def _net() -> str:
    with database().reading() as session:
        ids = [clinic.id for clinic in clinics_seen_by(session, scope())]
        count, held = len(without_net(session, ids)), bool(bare_clinics(session, ids))
    if not count:
        return "Of a reply that must not wait. Every clinic has its people, with tested addresses."
    clinics = "1 clinic needs" if count == 1 else f"{count} clinics need"
    needs = f"{clinics} a lead and a cover person, with tested addresses"
    return (
        f"{needs}: no texts go out for {'it' if count == 1 else 'them'}." if held else f"{needs}."
    )


def _concerns() -> Task:
    with database().reading() as session:
        sight = sight_of(session, scope())
        count, first = len(open_ids(session, sight)), presses(session, sight)
        off = off_since(session, scope().organisation_code) is not None
    also = " The words are switched off: no new one comes forward by itself." if off else ""
    words = "None is open. Every reply is still to be read by a person."
    if count:
        words = f"{'1 concern is' if count == 1 else f'{count} concerns are'} open."
    return Task("Concerns", url_for("concerns.concerns"), words + also, presses=first)


def _unread() -> str:
    with database().reading() as session:
        return unread_in_words(count_unread(session, reach_of(session, scope())))


def _days() -> list[dict[str, str]]:
    if not scope().may(Role.CLINICIAN, Role.SAFEGUARDING_LEAD):
        return []
    now, shown = clock.now(), []
    with database().reading() as session:
        for clinic in clinics_seen_by(session, scope()):
            for day, count in days_with_appointments(
                session, clinic, since=now - timedelta(days=1), until=now + timedelta(DAYS_AHEAD)
            ):
                link = url_for("summaries.sheet", clinic_id=clinic.id, day=day.isoformat())
                words = f"{clinic.name}, {clinic.code}, {day:%A %-d %B}"
                people = "1 young person" if count == 1 else f"{count} young people"
                shown.append(
                    {"day": day.isoformat(), "link": link, "words": words, "count": people}
                )
    return sorted(shown, key=lambda each: (each["day"], each["words"]))
