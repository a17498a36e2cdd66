"""Gathering what decides about texts: visits, whose they are, and what has gone about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, func
from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import chunks, unseal, vault_of
from app.errors import SealBroken
from app.invitations.asking import NOT_THEIRS_ALONE, About
from app.invitations.live import bare_clinics
from app.invitations.models import Invitation
from app.invitations.opt_out import opted_out_among, people_opted_out_among
from app.invitations.queries import SENT_OR_MAYBE, times_of
from app.invitations.rules import AskFacts, Decision, deadline_of, decide
from app.invitations.states import Kind, State
from app.logs import logger
from app.people.models import YoungPerson

log = logger(__name__)


@dataclass(frozen=True)
class Visit:
    """One appointment with whose and where it is, as the database holds them."""

    appointment: Appointment
    person: YoungPerson
    clinic: Clinic


@dataclass(frozen=True)
class Asked:
    """What has gone about one appointment: when its ask went, whether they answered, how many."""

    at: datetime | None = None
    answered: bool = False
    left: int = 0


NOTHING_YET = Asked()


def visits_of(session: Session, appointment_ids: Iterable[UUID]) -> dict[UUID, Visit]:
    """Return these appointments with their young people and clinics, by id."""
    found: dict[UUID, Visit] = {}
    for chunk in chunks(appointment_ids):
        rows = session.exec(
            select(Appointment, YoungPerson, Clinic)
            .join(YoungPerson, col(YoungPerson.id) == col(Appointment.young_person_id))
            .join(Clinic, col(Clinic.id) == col(Appointment.clinic_id))
            .where(col(Appointment.id).in_(chunk))
        )
        found |= {visit.id: Visit(visit, person, clinic) for visit, person, clinic in rows}
    return found


def asked_about(session: Session, appointment_ids: Iterable[UUID]) -> dict[UUID, Asked]:
    """Return what has gone, or may have, about each of these appointments."""
    found: dict[UUID, Asked] = {}
    reached = col(Invitation.state).not_in((State.UNDELIVERED.value, State.FAILED.value))
    ask = and_(col(Invitation.kind) == Kind.ASK.value, reached)
    for chunk in chunks(appointment_ids):
        rows = session.exec(
            select(
                Invitation.appointment_id,
                func.min(Invitation.started_at).filter(ask),
                func.max(Invitation.heard_at),
                func.count().filter(col(Invitation.kind) != Kind.ANSWER.value),
            )
            .where(
                col(Invitation.appointment_id).in_(chunk), col(Invitation.state).in_(SENT_OR_MAYBE)
            )
            .group_by(col(Invitation.appointment_id))
        )
        found |= {row: Asked(at, heard is not None, left) for row, at, heard, left in rows if row}
    return found


def facts_of(
    session: Session, visits: Sequence[Visit], only_to: frozenset[str] | None = None
) -> dict[UUID, AskFacts]:
    """Return what decides about a text for each of these visits, as things stand now.

    One whose row does not open is left out, so that it does not hold up the others. `only_to` are
    the numbers (E.164) that a trial may text; None where everybody may be texted.
    """
    stopped = opted_out_among(session, (v.person.mobile_key for v in visits if v.person.mobile_key))
    left_out = people_opted_out_among(session, (visit.person.id for visit in visits))
    asked = asked_about(session, (visit.appointment.id for visit in visits))
    bare = bare_clinics(session, (visit.clinic.id for visit in visits))
    allowed = None
    if only_to is not None:
        allowed = {vault_of(session).lookup("mobile", number) for number in only_to}
    found = {}
    for visit in visits:
        born = _born(session, visit)
        if born is not None:
            found[visit.appointment.id] = _facts(
                visit,
                born=born,
                opted_out=visit.person.mobile_key in stopped or visit.person.id in left_out,
                outside_trial=allowed is not None and visit.person.mobile_key not in allowed,
                no_safety_net=visit.clinic.id in bare,
                asked=asked.get(visit.appointment.id, NOTHING_YET),
            )
    return found


def _born(session: Session, visit: Visit) -> date | None:
    try:
        return date.fromisoformat(unseal(session, visit.person, "date_of_birth"))
    except (SealBroken, ValueError):
        log.exception("young_person_cannot_be_read", young_person=str(visit.person.id))
        return None


def _facts(
    visit: Visit,
    *,
    born: date,
    opted_out: bool,
    outside_trial: bool,
    no_safety_net: bool,
    asked: Asked,
) -> AskFacts:
    return AskFacts(
        status=visit.appointment.status,
        starts_at=visit.appointment.starts_at,
        has_mobile=visit.person.mobile_key is not None,
        opted_out=opted_out,
        not_texted=visit.person.not_texted,
        born=born,
        owner=visit.person.number_belongs_to,
        parents_phone=visit.clinic.parents_phone,
        outside_trial=outside_trial,
        no_safety_net=no_safety_net,
        asked_at=asked.at,
        answered=asked.answered,
        left=asked.left,
    )


def about(session: Session, visit: Visit, *, for_whom: bool = False) -> About:
    """Return what a text about a visit is about; `for_whom` where others have this phone as well.

    A parent's and a shared phone are others' by themselves. Raises SealBroken if the name does not
    open.
    """
    person = visit.person
    return About(
        first_name=unseal(session, person, "first_name"),
        clinic_name=visit.clinic.name,
        starts_at=visit.appointment.starts_at,
        zone=visit.clinic.time_zone,
        language=person.language,
        for_whom=for_whom or person.number_belongs_to in NOT_THEIRS_ALONE,
    )


def decision_on(kind: Kind, visit: Visit, facts: AskFacts, now: datetime) -> Decision:
    """Decide about a text of a kind for a visit, as its clinic wants it."""
    wanted = replace(facts, wanted=wanted_by(visit.clinic, kind))
    return decide(kind, wanted, times_of(visit.clinic), now)


def wanted_by(clinic: Clinic, kind: Kind) -> bool:
    """Return whether a clinic sends texts of this kind."""
    if kind is Kind.REMINDER:
        return clinic.reminds
    return kind in (Kind.ASK, Kind.ANSWER) or clinic.asks_feedback


def deadline_for(row: Invitation, starts_at: datetime, clinic: Clinic) -> datetime:
    """Return from when on a text does not go any more, as its visit stands now.

    An answer hangs on when it was chosen, whatever becomes of the visit.
    """
    if row.kind == Kind.ANSWER.value:
        return row.deadline
    return deadline_of(Kind(row.kind), starts_at, times_of(clinic))
