"""Answers that staff choose: owed once like any text, to the phone that the reply came from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.audit.trail import record
from app.db import chunks, vault_of
from app.invitations import outbox
from app.invitations.caps import PASSES, passed
from app.invitations.counts import limits_of, tally
from app.invitations.models import Invitation, StaffAnswer
from app.invitations.opt_out import opted_out_among
from app.invitations.outbox import Plan
from app.invitations.queries import SENT_OR_MAYBE, times_of
from app.invitations.rules import ANSWERED_WITHIN, AskFacts, Decision, Held, NotYet
from app.invitations.states import Kind
from app.invitations.visits import Visit, decision_on, facts_of
from app.invitations.window import local_midnight, next_opening
from app.privacy import new_id
from app.settings import Settings


@dataclass(frozen=True)
class Wanted:
    """One answer that somebody wants to send: to which reply, on which phone, with whose words.

    `number` is E.164; `seen` how many answers about the visit they knew of.
    """

    reply_id: UUID
    number: str
    template: str
    seen: int


def answer_by_staff(
    session: Session,
    visit: Visit,
    wanted: Wanted,
    *,
    by: str,
    now: datetime,
    only_to: frozenset[str] | None = None,
) -> Decision | None:
    """Owe an answer, once; return when it goes, why it is held, or None if somebody was quicker.

    What is held is not owed at all. The claim asks the rules again.
    """
    decision = decision_now(session, visit, wanted.number, now=now, only_to=only_to)
    if isinstance(decision, Held):
        return decision
    cycle = wanted.seen + 1
    plan = Plan(
        appointment_id=visit.appointment.id,
        clinic_id=visit.clinic.id,
        kind=Kind.ANSWER,
        cycle=cycle,
        due_at=decision.at if isinstance(decision, NotYet) else now,
        deadline=now + ANSWERED_WITHIN,
        planned_for=visit.appointment.starts_at,
        clinic_version=visit.clinic.version,
    )
    if len(answers_about(session, [visit.appointment.id])) != wanted.seen:
        return None
    if outbox.plan(session, [plan], now=now) != 1:
        return None
    text = session.exec(
        select(Invitation.id).where(
            Invitation.appointment_id == visit.appointment.id,
            Invitation.kind == Kind.ANSWER.value,
            Invitation.cycle == cycle,
        )
    ).one()
    _keep(session, text, wanted, by=by, now=now)
    return decision


def _keep(session: Session, text: UUID, wanted: Wanted, *, by: str, now: datetime) -> None:
    row, vault = new_id(), vault_of(session)
    answer = StaffAnswer(
        id=row,
        invitation_id=text,
        reply_id=wanted.reply_id,
        template=wanted.template,
        number_sealed=vault.seal("staff_answer.number", row, wanted.number),
        number_key=vault.lookup("mobile", wanted.number),
        chosen_at=now,
        chosen_by=by,
    )
    session.add(answer)
    session.flush()
    subject = f"reply:{wanted.reply_id}"
    record(
        session, "reply_answered", by=by, now=now, subject=subject,
        template=wanted.template, invitation=str(text),
    )  # fmt: skip


def decision_now(
    session: Session,
    visit: Visit,
    number: str,
    *,
    now: datetime,
    only_to: frozenset[str] | None = None,
) -> Decision | None:
    """Decide about an answer about a visit to a number (E.164); None if their row does not open."""
    facts = facts_of(session, [visit], only_to).get(visit.appointment.id)
    if facts is None:
        return None
    key = vault_of(session).lookup("mobile", number)
    stopped, allowed = opted_out_among(session, [key]), _allowed(session, only_to)
    return decision_on(Kind.ANSWER, visit, _on_phone(facts, key, stopped, allowed), now)


def waits_its_turn(
    session: Session, settings: Settings, visit: Visit, number_key: bytes, *, now: datetime
) -> datetime | None:
    """Return when a phone that has had its texts of the day may get one, or None if it may now."""
    times = times_of(visit.clinic)
    midnight = local_midnight(now, times)
    counted = tally(session, [number_key], {visit.clinic.id}, but=(), midnight=midnight, now=now)
    cap = passed(counted.counts(number_key, visit.clinic.id, times), limits_of(settings))
    if cap not in PASSES:
        return None
    return next_opening(local_midnight(now + timedelta(days=1), times), times)


def answers_among(session: Session, rows: Iterable[Invitation]) -> dict[UUID, StaffAnswer]:
    """Return what staff chose for those of these texts that are answers, by the text's id."""
    wanted, found = [row.id for row in rows if row.kind == Kind.ANSWER.value], {}
    for chunk in chunks(wanted):
        question = select(StaffAnswer).where(col(StaffAnswer.invitation_id).in_(chunk))
        found.update({each.invitation_id: each for each in session.exec(question)})
    return found


def answers_to(
    session: Session, reply_ids: Iterable[UUID]
) -> dict[UUID, list[tuple[StaffAnswer, Invitation]]]:
    """Return what staff chose to answer to these replies, each with its text, oldest first."""
    found: dict[UUID, list[tuple[StaffAnswer, Invitation]]] = {}
    for chunk in chunks(reply_ids):
        question = (
            select(StaffAnswer, Invitation)
            .join(Invitation, col(Invitation.id) == col(StaffAnswer.invitation_id))
            .where(col(StaffAnswer.reply_id).in_(chunk))
            .order_by(col(StaffAnswer.chosen_at), col(StaffAnswer.id))
        )
        for answer, text in session.exec(question):
            found.setdefault(answer.reply_id, []).append((answer, text))
    return found


def answers_about(session: Session, appointment_ids: Iterable[UUID]) -> list[Invitation]:
    """Return the answers by staff about these visits, however they stand."""
    found: list[Invitation] = []
    for chunk in chunks(appointment_ids):
        found += session.exec(
            select(Invitation)
            .where(col(Invitation.appointment_id).in_(chunk), Invitation.kind == Kind.ANSWER.value)
            .order_by(col(Invitation.cycle))
        )
    return found


def held_on(session: Session, appointment_id: UUID, number_key: bytes) -> bool:
    """Return whether a text about this visit has gone, or may have, to this phone (keyed hash)."""
    question = select(Invitation.id).where(
        Invitation.appointment_id == appointment_id,
        Invitation.number_key == number_key,
        col(Invitation.state).in_(SENT_OR_MAYBE),
    )
    return session.exec(question.limit(1)).first() is not None


def facts_of_answers(
    session: Session,
    rows: Sequence[Invitation],
    answers: Mapping[UUID, StaffAnswer],
    facts: Mapping[UUID, AskFacts],
    only_to: frozenset[str] | None,
) -> dict[UUID, AskFacts]:
    """Return what decides about each of these answers, by the text's id: as its phone stands."""
    if not answers:
        return {}
    stopped = opted_out_among(session, (each.number_key for each in answers.values()))
    allowed = _allowed(session, only_to)
    return {
        row.id: _on_phone(facts[row.visit_id], answers[row.id].number_key, stopped, allowed)
        for row in rows
        if row.id in answers and row.visit_id in facts
    }


def _allowed(session: Session, only_to: frozenset[str] | None) -> set[bytes] | None:
    if only_to is None:
        return None
    return {vault_of(session).lookup("mobile", number) for number in only_to}


def _on_phone(
    facts: AskFacts, key: bytes, stopped: set[bytes], allowed: set[bytes] | None
) -> AskFacts:
    """The facts of a visit, for a text to the phone that the reply came from."""
    return replace(
        facts,
        has_mobile=True,
        opted_out=facts.opted_out or key in stopped,
        outside_trial=allowed is not None and key not in allowed,
    )
