"""What will be sent, what is held, and what was sent: gathered for the pages of clinic admins."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.appointments.models import Appointment, AppointmentStatus
from app.appointments.queries import appointments_on
from app.clinics.models import Clinic
from app.db import chunks, unseal
from app.errors import SealBroken
from app.invitations.asking import words_of
from app.invitations.board_presenter import (
    CANNOT_BE_READ,
    TAKES_BACK,
    BoardText,
    BoardVisit,
    counted,
)
from app.invitations.live import only_to
from app.invitations.models import Invitation, Notice
from app.invitations.notices import open_notices
from app.invitations.queries import times_of
from app.invitations.rules import AskFacts, Decision, Due, Held, HeldReason, NotYet
from app.invitations.senders import Family, families
from app.invitations.staff_answers import answers_among, facts_of_answers
from app.invitations.staff_words import words_of_answer
from app.invitations.states import Kind, State
from app.invitations.visits import Visit, about, deadline_for, decision_on, facts_of, visits_of
from app.invitations.window import next_opening
from app.logs import logger
from app.people.models import YoungPerson
from app.settings import Settings

log = logger(__name__)

LOOKED_BACK, MOST_SHOWN = timedelta(days=14), 100
DAYS_BACK, DAYS_AHEAD = timedelta(days=2), timedelta(days=15)
REACHED_NOBODY = (State.REJECTED, State.UNDELIVERED, State.FAILED, State.EXPIRED)
NEED_A_LOOK = [state.value for state in (*REACHED_NOBODY, State.UNRESOLVED)]
NO_NAME = "Name cannot be read"
UNPLANNED = (Kind.REMINDER, Kind.FEEDBACK)
# A text that will go: its place in the order, the phone, whose, and which it is.
Going = tuple[tuple[datetime, datetime, str], bytes, UUID, tuple[UUID, Kind]]


def board(
    session: Session, settings: Settings, clinic: Clinic, day: date, *, now: datetime
) -> list[BoardVisit]:
    """Return every visit of a clinic's day with what was and will be texted about it."""
    found = _Gathered(
        session, settings, [each.id for each in appointments_on(session, clinic, day)], now
    )
    named = found.named()
    return [
        BoardVisit(
            appointment_id=visit.appointment.id,
            starts_at=visit.appointment.starts_at,
            name=name_of(session, visit.person),
            status=visit.appointment.status,
            texts=tuple(found.with_words(visit, each, named) for each in found.texts(visit)),
        )
        for visit in found.in_time_order()
    ]


@dataclass
class DayCount:
    """How many visits are booked on a clinic's day, and how the texts about them stand."""

    visits: int
    texts: Counter[str]


def counts_by_day(
    session: Session, settings: Settings, clinics: Sequence[Clinic], *, now: datetime
) -> dict[UUID, dict[date, DayCount]]:
    """Return for each clinic its next days with visits, counted as the day's page does."""
    starts = col(Appointment.starts_at)
    near = starts >= now - DAYS_BACK, starts < now + DAYS_AHEAD
    ids: list[UUID] = []
    for chunk in chunks(clinic.id for clinic in clinics):
        of_clinics = col(Appointment.clinic_id).in_(chunk)
        ids += session.exec(select(Appointment.id).where(of_clinics, *near))
    gathered, found = _Gathered(session, settings, ids, now), dict[UUID, dict[date, DayCount]]()
    for visit in gathered.in_time_order():
        days = found.setdefault(visit.clinic.id, {})
        day = times_of(visit.clinic).local_day(visit.appointment.starts_at)
        count = days.setdefault(day, DayCount(0, Counter()))
        count.visits += visit.appointment.status != AppointmentStatus.CANCELLED
        count.texts += counted(gathered.texts(visit))
    return found


def went_wrong(
    session: Session, clinics: Sequence[Clinic], *, now: datetime
) -> list[tuple[Invitation, Appointment]]:
    """Return the texts of late that reached nobody and were not tried again, the newest first."""
    found: list[tuple[Invitation, Appointment]] = []
    for chunk in chunks(clinic.id for clinic in clinics):
        found += session.exec(
            select(Invitation, Appointment)
            .join(Appointment, col(Appointment.id) == col(Invitation.appointment_id))
            .where(
                col(Invitation.clinic_id).in_(chunk),
                col(Invitation.state).in_(NEED_A_LOOK),
                col(Invitation.finished_at) > now - LOOKED_BACK,
                col(Appointment.starts_at) > now - LOOKED_BACK,
                _not_owed_again(),
            )
            .order_by(col(Invitation.finished_at).desc())
            .limit(MOST_SHOWN)
        ).all()
    return found[:MOST_SHOWN]


def _not_owed_again() -> ColumnElement[bool]:
    later = aliased(Invitation)
    again = select(later.id).where(
        col(later.appointment_id) == col(Invitation.appointment_id),
        col(later.kind) == col(Invitation.kind),
        col(later.cycle) > col(Invitation.cycle),
    )
    return ~again.exists()


def notices_for(
    session: Session, organisation_code: str, clinics: Sequence[Clinic]
) -> list[Notice]:
    """Return what somebody who sees these clinics has to look at, the oldest first."""
    mine = {clinic.id for clinic in clinics}
    return [
        notice
        for notice in open_notices(session, organisation_code)
        if notice.clinic_id is None or notice.clinic_id in mine
    ]


def text_of(row: Invitation) -> BoardText:
    """Return one text as it stands, without its words."""
    return BoardText(
        kind=Kind(row.kind),
        state=State(row.state),
        at=row.accepted_at or row.started_at,
        reason=row.reason or "",
        error_code=row.error_code or "",
        invitation_id=row.id,
    )


def name_of(session: Session, person: YoungPerson) -> str:
    """Return a young person's whole name; one that does not open must not take the page down."""
    try:
        return " ".join(unseal(session, person, name) for name in ("first_name", "last_name"))
    except SealBroken:
        log.exception("young_person_cannot_be_read", young_person=str(person.id))
        return NO_NAME


class _Gathered:
    """Some visits with everything that decides about their texts, asked for by set."""

    def __init__(
        self, session: Session, settings: Settings, ids: Sequence[UUID], now: datetime
    ) -> None:
        self.session, self.settings, self.now = session, settings, now
        self.visits = visits_of(session, ids)
        trial = only_to(session, settings)
        self.facts = facts_of(session, list(self.visits.values()), trial)
        self.rows: dict[UUID, list[Invitation]] = {}
        for chunk in chunks(ids):
            question = select(Invitation).where(col(Invitation.appointment_id).in_(chunk))
            for row in session.exec(
                question.order_by(col(Invitation.created_at), col(Invitation.id))
            ):
                self.rows.setdefault(row.visit_id, []).append(row)
        rows = [row for some in self.rows.values() for row in some]
        self.answers = answers_among(session, rows)
        self.of_answers = facts_of_answers(session, rows, self.answers, self.facts, trial)

    def in_time_order(self) -> list[Visit]:
        """The visits by their time."""
        return sorted(
            self.visits.values(), key=lambda each: (each.appointment.starts_at, each.appointment.id)
        )

    def texts(self, visit: Visit) -> list[BoardText]:
        """The texts of a visit without their words: those there are, and those that will be."""
        rows = self.rows.get(visit.appointment.id, [])
        found = [self._of_row(row, visit) for row in rows]
        planned = {text.kind for text in found}
        off = visit.appointment.status == AppointmentStatus.CANCELLED
        if Kind.ASK not in planned and not off:
            readable = visit.appointment.id in self.facts
            reason = "" if readable else CANNOT_BE_READ
            found.insert(0, BoardText(Kind.ASK, None, self._decide(Kind.ASK, visit), reason=reason))
        for kind in UNPLANNED:
            decision = self._decide(kind, visit) if kind not in planned else None
            if decision is not None and not isinstance(decision, Held):
                found.append(BoardText(kind, None, decision))
        return found

    def _of_row(self, row: Invitation, visit: Visit) -> BoardText:
        text = text_of(row)
        if text.state not in TAKES_BACK:
            return text
        reason = text.reason if visit.appointment.id in self.facts else CANNOT_BE_READ
        return replace(text, decision=self._decide(text.kind, visit, row), reason=reason)

    def _decide(self, kind: Kind, visit: Visit, row: Invitation | None = None) -> Decision | None:
        """Decide as it will be at the claim; one that was put off waits for its new time."""
        facts: AskFacts | None = self.facts.get(visit.appointment.id)
        facts = self.of_answers.get(row.id, facts) if row else facts
        if facts is None:
            return None
        decision = decision_on(kind, visit, facts, self.now)
        if row is None or isinstance(decision, Held):
            return decision
        at = decision.at if isinstance(decision, NotYet) else self.now
        at = next_opening(max(at, row.due_at), times_of(visit.clinic))
        if deadline_for(row, facts.starts_at, visit.clinic) <= at:
            return Held(HeldReason.TOO_LATE)
        return NotYet(at) if at > self.now else Due()

    def named(self) -> set[tuple[UUID, Kind]]:
        """The texts that say whom they are for, since others of one phone go before them.

        Our numbers are chosen as they will be at the claim, for one text after the other.
        """
        keys = {key for each in self.visits.values() if (key := each.person.mobile_key)}
        known = families(self.session, keys, default=self.settings.sender, now=self.now)
        found = set()
        for _, key, person, text in sorted([*self._waiting(keys), *self._unplanned()]):
            family = known.setdefault(key, Family())
            choice = family.choose(person, self.settings.senders)
            family.add(person, choice)
            if choice.for_whom:
                found.add(text)
        return found

    def _waiting(self, keys: Iterable[bytes]) -> Iterator[Going]:
        """Every text that is owed to these phones, also about visits that are not shown here."""
        texts = [text for visit in self.visits.values() for text in self.texts(visit)]
        held = {text.invitation_id for text in texts if text.is_held}
        states = [state.value for state in TAKES_BACK]
        for chunk in chunks(keys):
            rows = self.session.exec(
                select(Invitation, YoungPerson)
                .join(Appointment, col(Appointment.id) == col(Invitation.appointment_id))
                .join(YoungPerson, col(YoungPerson.id) == col(Appointment.young_person_id))
                .where(col(YoungPerson.mobile_key).in_(chunk), col(Invitation.state).in_(states))
            )
            for row, person in rows:
                if row.id not in held:
                    when = (max(row.due_at, self.now), row.due_at, str(row.id))
                    text = (row.visit_id, Kind(row.kind))
                    yield when, person.mobile_key or b"", person.id, text

    def _unplanned(self) -> Iterator[Going]:
        for visit in self.visits.values():
            for text in self.texts(visit):
                if text.state is None and not text.is_held and visit.person.mobile_key:
                    at = text.decision.at if isinstance(text.decision, NotYet) else self.now
                    key, person = visit.person.mobile_key, visit.person.id
                    yield (at, at, "~"), key, person, (visit.appointment.id, text.kind)

    def with_words(self, visit: Visit, text: BoardText, named: set[tuple[UUID, Kind]]) -> BoardText:
        """Add the words: those fixed at the claim, else as they would be written now."""
        rows = {row.id: row for row in self.rows.get(visit.appointment.id, [])}
        row = rows.get(text.invitation_id) if text.invitation_id else None
        try:
            if row is not None and row.body_sealed and (row.tries or text.state not in TAKES_BACK):
                return replace(text, words=unseal(self.session, row, "body"))
            if text.is_held or text.state not in (None, *TAKES_BACK):
                return text
            if row is not None and row.id in self.answers:
                name, language = self.answers[row.id].template, visit.person.language
                words = words_of_answer(name, language, visit.clinic.desk_phone)
                return replace(text, words=words.text)
            return replace(text, words=self._written(visit, text.kind, named))
        except Exception:
            # As at the claim: one that cannot be written must not take the others' page down.
            log.exception("text_cannot_be_shown", appointment=str(visit.appointment.id))
            return text

    def _written(self, visit: Visit, kind: Kind, named: set[tuple[UUID, Kind]]) -> str:
        others = (visit.appointment.id, kind) in named
        return words_of(kind, about(self.session, visit, for_whom=others)).text
