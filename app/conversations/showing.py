"""A reply in finished words, as every page of replies shows it."""

from datetime import datetime
from typing import Any

from phonenumbers import NumberParseException

from app.conversations.candidates import Candidate
from app.conversations.cards import Card
from app.conversations.triage import TooLate
from app.conversations.triage_words import (
    READ_AS,
    SOMEBODY,
    age_in_words,
    others_in_words,
    quicker,
    whose_phone,
    why_in_words,
)
from app.conversations.visible import visible
from app.conversations.why_read import IN_WORDS, Why
from app.invitations.board_presenter import moment_in_words, text_line
from app.people.nhs_number import spaced
from app.people.phone import national, tail
from app.safeguarding.codes import TIERS

LONDON = "Europe/London"
NO_WORDS = "(no words)"
COLOURS = {
    Why.WAITING: "red",
    Why.BEREAVEMENT: "red",
    Why.NOBODY: "orange",
    Why.SEVERAL: "orange",
    Why.UNREAD: "grey",
}
ORDINARY = "blue"
CANCELLED = "cancelled"


def shown(card: Card, *, now: datetime) -> dict[str, Any]:
    """Return one reply as a page prints it."""
    reply, visit = card.reply, card.visit
    zone = visit.clinic.time_zone if visit else LONDON
    taken_off = visit is None and reply.placed_by is not None
    return {
        "id": reply.id,
        "text": visible(card.text) or NO_WORDS,
        "came": moment_in_words(reply.received_at, zone),
        "age": age_in_words(reply.received_at, now),
        "from": card.name or f"A number {tail(card.number)}",
        "number": f"a number {tail(card.number)}" if card.number else "a number we cannot read",
        "phone": _phone(card),
        "whole_number": whole_number(card.number),
        "holders": ", ".join(card.holders),
        "tags": [
            {"text": IN_WORDS[each][0], "colour": COLOURS.get(each, ORDINARY)} for each in card.why
        ],
        "concern": _concern(card),
        "why": " ".join(why_in_words(card.why, taken_off=taken_off)),
        "visit": _visit(card),
        "is_placed": visit is not None,
        "was": str(reply.appointment_id or ""),
        "placed": _done_by(card, reply.placed_by, reply.placed_at, zone),
        "others": others_in_words(card.others),
        "also": card.also,
        "answered": visible(card.answered),
        "late": text_line(card.late, zone) if card.late else None,
        "by_staff": [text_line(text, zone) for text in card.by_staff],
        "read": _read(card, zone),
    }


def candidate_shown(each: Candidate) -> dict[str, Any]:
    """Return one visit that a reply may be about, as it is offered: the hint tells them apart."""
    zone, person = each.clinic.time_zone, each.person
    asked = (
        f"Asked on this number {moment_in_words(each.asked_at, zone)}. " if each.asked_at else ""
    )
    off = "The visit is cancelled. " if each.status == CANCELLED else ""
    return {
        "id": str(each.appointment_id),
        "name": person.name,
        "visit": f"{each.clinic.name}, {each.clinic.code}, {moment_in_words(each.starts_at, zone)}",
        "hint": f"{asked}{off}NHS number {spaced(person.nhs_number)}, "
        f"born {person.date_of_birth:%-d %B %Y}.",
    }


def too_late_in_words(outcome: TooLate, name: str) -> str:
    """Say to whom comes second who came first."""
    when = f"on {moment_in_words(outcome.at, LONDON)}" if outcome.at else "just now"
    return quicker(name if outcome.by.startswith("staff:") else "", when, outcome.what)


def whole_number(number: str) -> str:
    """Write a number to be rung; a short code, or what is no number, stays as it came."""
    try:
        return national(number)
    except NumberParseException:
        return number


def _concern(card: Card) -> dict[str, Any]:
    """The concern about a reply, if there is one: its tag, and where it stands."""
    if card.concern is None:
        return {}
    words, colour, _ = TIERS[card.concern.tier]
    open_now = card.concern.is_open
    return {
        "id": card.concern.id,
        "is_open": open_now,
        "tag": f"Concern: {words[0].lower()}{words[1:]}" if open_now else "Concern, closed",
        "colour": colour if open_now else ORDINARY,
    }


def _phone(card: Card) -> str:
    if card.visit is None:
        return ""
    person = card.visit.person
    theirs = person.mobile_key == card.reply.number_key
    return whose_phone(person.number_belongs_to, is_theirs=theirs)


def _visit(card: Card) -> str:
    if card.visit is None:
        return ""
    clinic, visit = card.visit.clinic, card.visit.appointment
    when = moment_in_words(visit.starts_at, clinic.time_zone)
    off = ", cancelled" if visit.status == CANCELLED else ""
    return f"{clinic.name}, {clinic.code}: visit on {when}{off}"


def _read(card: Card, zone: str) -> str:
    reply = card.reply
    if reply.read_at is None:
        return ""
    done = READ_AS.get(reply.read_reason or "", "")
    read = f"Read {_done_by(card, reply.read_by, reply.read_at, zone)}."
    return f"{done}. {read}" if done else read


def _done_by(card: Card, by: str | None, at: datetime | None, zone: str) -> str:
    if by is None or at is None:
        return ""
    name = card.names.get(by) or SOMEBODY
    return f"by {name} on {moment_in_words(at, zone)}"
