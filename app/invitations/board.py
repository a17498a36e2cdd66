"""What will be sent, what is held, and what was sent: gathered for the pages of clinic admins."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.models import Appointment
from app.appointments.queries import appointments_on
from app.clinics.models import Clinic
from app.db import chunks, unseal
from app.invitations.asking import NOT_THEIRS_ALONE, About, words_of
from app.invitations.live import only_to
from app.invitations.models import Invitation
from app.invitations.queries import times_of
from app.invitations.rules import AskFacts, Decision, decide
from app.invitations.senders import Family, families
from app.invitations.states import NOT_LEFT, Kind, State
from app.invitations.visits import Visit, facts_of, visits_of, wanted_by
from app.settings import Settings

LOOKED_BACK = timedelta(days=14)
NEED_A_LOOK = (State.REJECTED, State.UNDELIVERED, State.FAILED, State.EXPIRED)


@dataclass(frozen=True)
class BoardText:
    """One text about a visit: owed, gone or held; `words` are exactly what goes or went.

    `at` is when it is due, or went; `decision` what the rules say of one that has not gone.
    """

    kind: Kind
    state: State | None
    words: str
    at: datetime | None
    decision: Decision | None
    reason: str = ""
    error_code: str = ""
    invitation_id: UUID | None = None


@dataclass(frozen=True)
class BoardVisit:
    """One visit of a day with its texts in the order they go."""

    appointment_id: UUID
    starts_at: datetime
    name: str
    status: str
    texts: tuple[BoardText, ...]


def board(
    session: Session, settings: Settings, clinic: Clinic, day: date, *, now: datetime
) -> list[BoardVisit]:
    """Return every visit of a clinic's day with what was and will be texted about it."""
    appointments = appointments_on(session, clinic, day)
    visits = visits_of(session, (appointment.id for appointment in appointments))
    facts = facts_of(session, list(visits.values()), only_to(session, settings))
    keys = [v.person.mobile_key for v in visits.values() if v.person.mobile_key]
    known = families(session, keys, default=settings.sender, now=now)
    rows = _rows(session, visits)
    return [
        _visit(
            session,
            settings,
            visits[each.id],
            facts.get(each.id),
            known,
            rows.get(each.id, []),
            now,
        )
        for each in appointments
    ]


def counts_by_day(
    session: Session, clinic: Clinic, *, since: datetime, until: datetime
) -> dict[date, Counter[str]]:
    """Return, for each day that a clinic has visits on, how many texts stand in which state."""
    rows = session.exec(
        select(Appointment.starts_at, Invitation.state)
        .join(Invitation, col(Invitation.appointment_id) == col(Appointment.id))
        .where(
            Appointment.clinic_id == clinic.id,
            col(Appointment.starts_at) >= since,
            col(Appointment.starts_at) < until,
        )
    )
    times, found = times_of(clinic), dict[date, Counter[str]]()
    for starts_at, state in rows:
        found.setdefault(times.local_day(starts_at), Counter())[state] += 1
    return found


def went_wrong(
    session: Session, clinics: Sequence[Clinic], *, now: datetime
) -> list[tuple[Invitation, Appointment]]:
    """Return the texts of late that did not reach anybody, the newest first."""
    found: list[tuple[Invitation, Appointment]] = []
    for chunk in chunks(clinic.id for clinic in clinics):
        found += session.exec(
            select(Invitation, Appointment)
            .join(Appointment, col(Appointment.id) == col(Invitation.appointment_id))
            .where(
                col(Invitation.clinic_id).in_(chunk),
                col(Invitation.state).in_([state.value for state in NEED_A_LOOK]),
                col(Invitation.finished_at) > now - LOOKED_BACK,
                col(Appointment.starts_at) > now - LOOKED_BACK,
            )
            .order_by(col(Invitation.finished_at).desc())
        ).all()
    return found


def _rows(session: Session, visits: Iterable[UUID]) -> dict[UUID, list[Invitation]]:
    found: dict[UUID, list[Invitation]] = {}
    for chunk in chunks(visits):
        question = select(Invitation).where(col(Invitation.appointment_id).in_(chunk))
        for row in session.exec(question.order_by(col(Invitation.created_at), col(Invitation.id))):
            found.setdefault(row.appointment_id, []).append(row)
    return found


def _visit(
    session: Session,
    settings: Settings,
    visit: Visit,
    facts: AskFacts | None,
    known: dict[bytes, Family],
    rows: list[Invitation],
    now: datetime,
) -> BoardVisit:
    person = visit.person
    first, last = (unseal(session, person, name) for name in ("first_name", "last_name"))
    family = known.get(person.mobile_key or b"", Family())
    others = family.choose(person.id, settings.senders).for_whom
    for_whom = others or person.number_belongs_to in NOT_THEIRS_ALONE
    about = About(
        first_name=first,
        clinic_name=visit.clinic.name,
        starts_at=visit.appointment.starts_at,
        zone=visit.clinic.time_zone,
        language=person.language,
        for_whom=for_whom,
    )
    texts = [_of_row(session, row, visit, facts, about, now) for row in rows]
    if not any(row.kind == Kind.ASK for row in rows) and facts is not None:
        decision = decide(Kind.ASK, facts, times_of(visit.clinic), now)
        words = words_of(Kind.ASK, about).text
        texts.insert(0, BoardText(Kind.ASK, None, words, None, decision))
    return BoardVisit(
        appointment_id=visit.appointment.id,
        starts_at=visit.appointment.starts_at,
        name=f"{first} {last}",
        status=visit.appointment.status,
        texts=tuple(texts),
    )


def _of_row(
    session: Session,
    row: Invitation,
    visit: Visit,
    facts: AskFacts | None,
    about: About,
    now: datetime,
) -> BoardText:
    state, kind = State(row.state), Kind(row.kind)
    frozen = row.body_sealed is not None and (state not in NOT_LEFT or row.tries > 0)
    decision = None
    if state in NOT_LEFT and facts is not None:
        wanted = replace(facts, wanted=wanted_by(visit.clinic, kind))
        decision = decide(kind, wanted, times_of(visit.clinic), now)
    return BoardText(
        kind=kind,
        state=state,
        words=unseal(session, row, "body") if frozen else words_of(kind, about).text,
        at=row.due_at if state in NOT_LEFT else row.accepted_at or row.started_at,
        decision=decision,
        reason=row.reason or "",
        error_code=row.error_code or "",
        invitation_id=row.id,
    )
