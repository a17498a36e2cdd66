"""What a person does with a concern: acknowledges, passes on, weighs anew, closes it.

Each locks the concern, asks that nobody did anything since the person looked (`seen` counts what
people had done), and writes the history and the trail in the same transaction. Who comes second
changes nothing and is told who was first.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.db import seal
from app.safeguarding.codes import ACTIONS, LIFE, OUTCOMES, SENSITIVE, TIERS
from app.safeguarding.escalation import ANEW
from app.safeguarding.history import (
    add_to_history,
    count_by_people,
    done_by_people,
    history_of,
)
from app.safeguarding.models import Concern


@dataclass(frozen=True)
class Act:
    """Who does it, when, and how much of what people did they had seen (None: no matter)."""

    by: str
    now: datetime
    seen: int | None = None


@dataclass(frozen=True)
class Done:
    """It was done."""


@dataclass(frozen=True)
class TooLate:
    """Somebody was quicker: who, when, and what they did."""

    by: str
    at: datetime | None
    what: str


@dataclass(frozen=True)
class Refused:
    """It cannot be done like this: a code that the page puts into words."""

    why: str


Outcome = Done | TooLate | Refused


def acknowledge(session: Session, concern_id: UUID, act: Act, *, note: str = "") -> Outcome:
    """Say that somebody has seen a concern and is at it: nobody further is told of it for now.

    Who saw it as it stood before it was raised or opened again has not seen that.
    """
    concern = _held(session, concern_id)
    if concern.closed_at is not None or concern.acknowledged_at is not None:
        return _quicker(session, concern)
    if _is_asked_anew(session, concern, act):
        return _quicker(session, concern)
    concern.acknowledged_at, concern.acknowledged_by = act.now, act.by
    # Looked at anew at once: then it is reminded of when it should have been closed.
    concern.due_at = act.now if concern.tier < SENSITIVE else None
    return _done(session, concern, "acknowledged", act, note=note)


def add_note(session: Session, concern_id: UUID, act: Act, *, note: str) -> Outcome:
    """Add what somebody knows to the history, open or closed; nobody can be too late for it."""
    if not note:
        return Refused("no_words")
    return _done(session, _held(session, concern_id), "noted", act, note=note)


def hand_over(session: Session, concern_id: UUID, act: Act, *, to: str, note: str) -> Outcome:
    """Pass a concern to a named person (`staff:<id>`)."""
    if not to:
        return Refused("nobody_named")
    concern = _held(session, concern_id)
    if concern.closed_at is not None or _is_stale(session, concern, act):
        return _quicker(session, concern)
    return _done(session, concern, "handed_over", act, code=to, note=note)


def set_tier(session: Session, concern_id: UUID, act: Act, *, tier: int, reason: str) -> Outcome:
    """Raise or lower the tier; what was at tier 1 needs another person's look once lowered."""
    if tier not in TIERS or not reason:
        return Refused("no_tier" if tier not in TIERS else "no_reason")
    concern = _held(session, concern_id)
    if concern.closed_at is not None or _is_stale(session, concern, act):
        return _quicker(session, concern)
    if tier == concern.tier:
        return Refused("same_tier")
    before, concern.tier = concern.tier, tier
    what = "raised" if tier < before else "lowered"
    if what == "raised":
        _ask_anew(concern, act.now)
    if tier == LIFE:
        _forget_lowering(concern)
    elif before == LIFE:
        concern.lowered_at, concern.lowered_by = act.now, act.by
    _tell_nobody_of_what_is_sensitive(concern)
    code = f"{before}>{tier}"
    return _done(session, concern, what, act, code=code, note=reason)


def look_again(session: Session, concern_id: UUID, act: Act, *, note: str) -> Outcome:
    """Agree, as another person, that a lowered tier 1 may stay lowered."""
    concern = _held(session, concern_id)
    if concern.closed_at is not None or not waits_for_second_look(concern):
        return _quicker(session, concern)
    if concern.lowered_by == act.by:
        return Refused("same_person")
    concern.second_look_at, concern.second_look_by = act.now, act.by
    _tell_nobody_of_what_is_sensitive(concern)
    return _done(session, concern, "second_look", act, note=note)


def close(
    session: Session, concern_id: UUID, act: Act, *, outcome: str, action: str, words: str
) -> Outcome:
    """Close a concern with what came of it and what was done: neither may be missing."""
    if outcome not in OUTCOMES:
        return Refused("no_outcome")
    if action not in ACTIONS or not words:
        return Refused("no_action")
    concern = _held(session, concern_id)
    if concern.closed_at is not None or _is_stale(session, concern, act):
        return _quicker(session, concern)
    if waits_for_second_look(concern):
        return Refused("second_look_first")
    concern.closed_at, concern.closed_by, concern.outcome = act.now, act.by, outcome
    concern.due_at = None
    seal(session, concern, "action", words)
    return _done(session, concern, "closed", act, code=f"{outcome} {action}", note=words)


def open_again(
    session: Session, concern_id: UUID, act: Act, *, reason: str, tier: int | None = None
) -> Outcome:
    """Open a closed concern again; what it was closed with stays in its history."""
    if not reason:
        return Refused("no_reason")
    concern = _held(session, concern_id)
    if concern.closed_at is None or _is_stale(session, concern, act):
        return _quicker(session, concern)
    concern.closed_at = concern.closed_by = concern.outcome = concern.action_sealed = None
    concern.tier = min(concern.tier, tier or concern.tier)
    if concern.tier == LIFE:
        _forget_lowering(concern)
    _ask_anew(concern, act.now)
    return _done(session, concern, "opened_again", act, code=f"{concern.tier}", note=reason)


def waits_for_second_look(concern: Concern) -> bool:
    """Return whether another person must still look at a tier 1 that was lowered."""
    return concern.lowered_at is not None and concern.second_look_at is None


def _held(session: Session, concern_id: UUID) -> Concern:
    """Return a concern as it stands now, held to the end of the transaction."""
    question = select(Concern).where(col(Concern.id) == concern_id).with_for_update()
    return session.exec(question.execution_options(populate_existing=True)).one()


def _is_stale(session: Session, concern: Concern, act: Act) -> bool:
    return act.seen is not None and count_by_people(session, concern.id) != act.seen


def _is_asked_anew(session: Session, concern: Concern, act: Act) -> bool:
    """Return whether everybody was asked anew since the person looked."""
    since = 0 if act.seen is None else max(act.seen, 0)
    done = done_by_people(history_of(session, concern.id))
    return act.seen is not None and any(each.what in ANEW for each in done[since:])


def _quicker(session: Session, concern: Concern) -> TooLate:
    done = done_by_people(history_of(session, concern.id))
    return TooLate(done[-1].by, done[-1].at, done[-1].what) if done else TooLate("", None, "")


def _ask_anew(concern: Concern, now: datetime) -> None:
    """Let people be told of a concern again, from now and from the lead on."""
    concern.step, concern.acknowledged_at, concern.acknowledged_by = 0, None, None
    concern.due_at = now if concern.tier < SENSITIVE else None


def _forget_lowering(concern: Concern) -> None:
    concern.lowered_at = concern.lowered_by = None
    concern.second_look_at = concern.second_look_by = None


def _tell_nobody_of_what_is_sensitive(concern: Concern) -> None:
    """Tier 3 alarms nobody; a lowered tier 1 still does until another person has looked."""
    if concern.tier == SENSITIVE and not waits_for_second_look(concern):
        concern.due_at = None


def _done(
    session: Session, concern: Concern, what: str, act: Act, *, code: str = "", note: str = ""
) -> Done:
    session.add(concern)
    add_to_history(session, concern, what, by=act.by, now=act.now, code=code, note=note)
    return Done()
