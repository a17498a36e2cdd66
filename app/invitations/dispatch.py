"""Sending what is due, once: claim, freeze the words, mark, call, record; then the next one."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.clock import Clock
from app.db import Database, unseal, vault_of
from app.errors import SealBroken
from app.invitations import outbox
from app.invitations.asking import ask_words
from app.invitations.models import Invitation
from app.invitations.opt_out import opted_out_among, record_opt_out
from app.invitations.planning import plan_due_asks
from app.invitations.queries import times_of
from app.invitations.rules import AskFacts, Held, HeldReason, NotYet, decide_ask
from app.invitations.states import State
from app.invitations.window import closes_after
from app.logs import logger
from app.people.models import YoungPerson
from app.settings import Settings
from app.sms.gateway import Accepted, Gateway, Outcome, Refused, Text, TryLater, Unknown
from app.sms.signature import public_url

log = logger(__name__)

BY = "scheduler"
LONGEST_VALIDITY_SECONDS = 36_000
MOST_WAITING = timedelta(hours=1)
ENDED_AS = {
    HeldReason.CANCELLED: State.CANCELLED,
    HeldReason.NOT_BOOKED: State.CANCELLED,
    HeldReason.TOO_LATE: State.EXPIRED,
}


@dataclass
class Round:
    """What one round did, in texts."""

    planned: int = 0
    sent: int = 0
    held: int = 0
    later: int = 0
    refused: int = 0
    in_doubt: int = 0
    stopped: bool = False

    @property
    def anything(self) -> bool:
        """Whether the round did anything at all."""
        return any(asdict(self).values())

    def figures(self) -> dict[str, int | bool]:
        """The figures by name."""
        return asdict(self)


def send_due(database: Database, gateway: Gateway, settings: Settings, clock: Clock) -> Round:
    """Do one round: owe what has become due, then send until nothing is due.

    A fault of our own making (credentials, sender) ends the round at once, so that one mistake
    does not mark a whole clinic as failed.
    """
    done = Round()
    now = clock()
    with database.writing() as session:
        outbox.free_ended_leases(session, now=now)
        done.planned = plan_due_asks(session, now=now)
    while not done.stopped and send_one(database, gateway, settings, clock, done):
        pass
    return done


def send_one(
    database: Database, gateway: Gateway, settings: Settings, clock: Clock, done: Round
) -> bool:
    """Take one due text all the way; return False if there was none."""
    with database.writing() as session:
        claimed = outbox.claim_next(session, now=clock())
        if claimed is None:
            return False
        text = _freeze(session, claimed, settings, now=clock())
    if text is None:
        done.held += 1
        return True
    with database.writing() as session:
        started_at = clock()
        if not outbox.start(session, claimed, now=started_at):
            return True
    if not outbox.is_fresh(started_at, clock()):
        # Frozen between mark and call: another worker may think us dead. We know we did not call.
        with database.writing() as session:
            outbox.try_later(session, claimed, "too_slow", due_at=clock())
        done.later += 1
        return True
    outcome = gateway.send(text)
    with database.writing() as session:
        _record(session, claimed, outcome, done, now=clock())
    return True


def _freeze(
    session: Session, claimed: Invitation, settings: Settings, *, now: datetime
) -> Text | None:
    """Ask the rules again, of the appointment as it is now; fix the words, or end or put back."""
    appointment = session.get_one(Appointment, claimed.appointment_id)
    person = session.get_one(YoungPerson, appointment.young_person_id)
    clinic = session.get_one(Clinic, appointment.clinic_id)
    decision = decide_ask(_facts(session, appointment, person), times_of(clinic), now)
    if isinstance(decision, Held):
        state = ENDED_AS.get(decision.reason, State.SUPPRESSED)
        outbox.end_unsent(session, claimed, state, decision.reason.value, now=now)
        return None
    if isinstance(decision, NotYet):
        outbox.put_back(session, claimed, due_at=decision.at)
        return None
    try:
        return _frozen_text(session, claimed, appointment, person, clinic, settings, now=now)
    except SealBroken:
        # One row that cannot be read must not hold up the others, nor be tried for ever.
        log.exception("text_cannot_be_written", invitation=str(claimed.id))
        outbox.end_unsent(session, claimed, State.REJECTED, "cannot_be_written", now=now)
        return None


def _facts(session: Session, appointment: Appointment, person: YoungPerson) -> AskFacts:
    key = person.mobile_key
    return AskFacts(
        status=appointment.status,
        starts_at=appointment.starts_at,
        has_mobile=key is not None,
        opted_out=key is not None and bool(opted_out_among(session, [key])),
        not_texted=person.not_texted,
    )


def _frozen_text(
    session: Session,
    claimed: Invitation,
    appointment: Appointment,
    person: YoungPerson,
    clinic: Clinic,
    settings: Settings,
    *,
    now: datetime,
) -> Text:
    vault = vault_of(session)
    number = unseal(session, person, "mobile")
    first_name = unseal(session, person, "first_name")
    wording = ask_words(
        first_name, clinic.name, appointment.starts_at, clinic.time_zone, person.language
    )
    outbox.freeze(
        session,
        claimed,
        number_sealed=vault.seal("invitation.number", claimed.id, number),
        number_key=vault.lookup("mobile", number),
        body_sealed=vault.seal("invitation.body", claimed.id, wording.text),
        template=wording.template,
    )
    closes = closes_after(now, times_of(clinic)) or now
    valid = min(int((closes - now).total_seconds()), LONGEST_VALIDITY_SECONDS)
    callback = public_url(settings.public_base_url, f"/sms/receipts/{claimed.token}")
    return Text(to=number, body=wording.text, callback=callback, valid_seconds=valid)


def _record(
    session: Session, started: Invitation, outcome: Outcome, done: Round, *, now: datetime
) -> None:
    match outcome:
        case Accepted(sid=sid):
            outbox.accept(session, started, sid, now=now)
            done.sent += 1
        case TryLater(reason=reason, after_seconds=seconds):
            wait = min(timedelta(seconds=seconds * 2 ** (started.attempt - 1)), MOST_WAITING)
            outbox.try_later(session, started, reason, due_at=now + wait)
            done.later += 1
        case Unknown(reason=reason):
            outbox.doubt(session, started, reason)
            done.in_doubt += 1
        case Refused():
            _record_refusal(session, started, outcome, done, now=now)
    log.info("text_handed_over", invitation=str(started.id), outcome=type(outcome).__name__)


def _record_refusal(
    session: Session, started: Invitation, refusal: Refused, done: Round, *, now: datetime
) -> None:
    if refusal.stops_everything:
        # The fault is ours, not this young person's: the text stays owed, and the round ends.
        outbox.try_later(session, started, "configuration", due_at=now + MOST_WAITING / 60)
        log.error("texting_stopped", code=refusal.code)
        done.stopped = True
        return
    if refusal.opted_out:
        number = unseal(session, session.get_one(Invitation, started.id), "number")
        record_opt_out(session, number, "provider", by=BY, now=now)
    state = State.SUPPRESSED if refusal.opted_out else State.REJECTED
    outbox.refuse(session, started, state, refusal.code, now=now)
    done.refused += 1
