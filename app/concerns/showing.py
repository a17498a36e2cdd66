"""A concern in finished words, as its pages show it."""

import json
from datetime import date, datetime
from typing import Any

from app.clinics.safety_roles import IN_WORDS
from app.concerns.presenter import (
    ALERTS,
    CHANNELS,
    event_in_words,
    kinds_in_words,
    pieces,
    too_late_in_words,
    unanswered_in_words,
    who_in_words,
)
from app.concerns.queries import Seen, Told, Whole
from app.conversations.showing import LONDON, shown
from app.conversations.triage_words import age_in_words
from app.invitations.board_presenter import moment_in_words
from app.people.nhs_number import spaced
from app.safeguarding.acts import TooLate, waits_for_second_look
from app.safeguarding.codes import FOUND_BY, OUTCOMES, TIERS
from app.safeguarding.history import done_by_people

PARENTS = ("parent", "shared")


def concern_shown(seen: Seen, *, now: datetime) -> dict[str, Any]:
    """Return one concern as a list prints it."""
    concern, zone = seen.concern, _zone(seen)
    signs = json.loads(seen.signs or "[]")
    tag, colour, asks = TIERS[concern.tier]
    spans = [(each["start"], each["end"]) for each in signs]
    return {
        "id": concern.id,
        "tier": concern.tier,
        "tag": tag,
        "colour": colour,
        "asks": asks,
        "age": age_in_words(concern.opened_at, now),
        "opened": moment_in_words(concern.opened_at, zone),
        "is_open": concern.closed_at is None,
        "pieces": pieces(seen.card.text, spans),
        "kinds": kinds_in_words(each["kind"] for each in signs),
        "found_by": FOUND_BY[concern.found_by],
        "reply": shown(seen.card, now=now),
        "person": _person(seen, now),
        "others_phone": bool(seen.person and seen.person.number_belongs_to in PARENTS),
        "acknowledged": _done(seen, concern.acknowledged_by, concern.acknowledged_at),
        "waits": waits_for_second_look(concern),
        "next": _next(seen, now),
        "outcome": OUTCOMES.get(concern.outcome or "", ""),
        "action": seen.action,
        "closed": _done(seen, concern.closed_by, concern.closed_at),
    }


def whole_shown(whole: Whole, *, now: datetime) -> dict[str, Any]:
    """Return one concern with all around it, as its own page prints it."""
    concern, zone, names = whole.seen.concern, _zone(whole.seen), whole.names
    return concern_shown(whole.seen, now=now) | {
        "unanswered": _unanswered(whole),
        "seen": len(done_by_people(each for each, _ in whole.events)),
        "conversation": [
            shown(card, now=now) | {"here": card.reply.id == concern.reply_id}
            for card in whole.conversation
        ],
        "history": [
            {
                "at": moment_in_words(each.at, zone),
                "who": who_in_words(each.by, names.get(each.by, "")),
                "what": event_in_words(each.what, each.code, names.get(each.code, "")),
                "note": note,
            }
            for each, note in whole.events
        ],
        "told": [_told(each, zone) for each in whole.told],
        "lowered_by": names.get(concern.lowered_by, ""),
        "lowered_by_id": concern.lowered_by or "",
        "staff": whole.staff,
    }


def _unanswered(whole: Whole) -> str:
    """Why they were not told where help is, if that is the last that is known about it."""
    about = [each for each, _ in whole.events if each.what in ("answered", "not_answered")]
    last = about[-1] if about else None
    return unanswered_in_words(last.code) if last and last.what == "not_answered" else ""


def quicker(outcome: TooLate, name: str) -> str:
    """Say to whom comes second who was first."""
    when = f"on {moment_in_words(outcome.at, LONDON)}" if outcome.at else ""
    who = who_in_words(outcome.by, name)
    return too_late_in_words(who[0].upper() + who[1:], when, outcome.what)


def _next(seen: Seen, now: datetime) -> str:
    """When the next person is told, if nobody acknowledges it."""
    due_at = seen.concern.due_at
    if due_at is None or seen.concern.closed_at is not None:
        return ""
    return f"on {moment_in_words(due_at, _zone(seen))}" if due_at > now else "now"


def _person(seen: Seen, now: datetime) -> dict[str, str]:
    """The young person's details, or nothing where nobody knows yet whose it is."""
    if seen.person is None:
        return {}
    born = seen.person.date_of_birth
    return {
        "name": seen.person.name,
        "age": f"{_age(born, now.date())} years, born {born:%-d %B %Y}",
        "nhs_number": spaced(seen.person.nhs_number),
    }


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _done(seen: Seen, by: str | None, at: datetime | None) -> str:
    if by is None or at is None:
        return ""
    return f"by {who_in_words(by, seen.names.get(by, ''))} on {moment_in_words(at, _zone(seen))}"


def _told(told: Told, zone: str) -> dict[str, str]:
    words, colour = ALERTS[told.state]
    role = f", {IN_WORDS[told.role]}" if told.role in IN_WORDS else ""
    return {
        "who": f"{told.name or 'The address of the clinic'}{role}",
        "how": CHANNELS[told.channel],
        "state": words,
        "colour": colour,
        "at": moment_in_words(told.at, zone),
    }


def _zone(seen: Seen) -> str:
    return seen.card.visit.clinic.time_zone if seen.card.visit else LONDON
