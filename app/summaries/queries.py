"""Gathering the clinic sheet: appointments, who they are of, what was sent, what came back."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from app.appointments.models import Appointment
from app.appointments.queries import appointments_on
from app.clinics.models import Clinic
from app.concerns.standing import Standing, standing_of
from app.conversations.discreet import wants_to_be_seen_alone
from app.conversations.queries import (
    ReadingFacts,
    ReplyFacts,
    numbers_with_unplaced,
    readings_of,
    replies_of,
)
from app.conversations.too_late import Late, late_words
from app.invitations.models import Invitation
from app.invitations.opt_out import opted_out_among, people_opted_out_among
from app.invitations.queries import asks_of, times_of
from app.invitations.rules import AskFacts
from app.invitations.states import State
from app.people.queries import PersonFacts, names_of
from app.safeguarding.queries import ConcernFacts
from app.safeguarding.switching import off_since
from app.sms.codes import in_words
from app.summaries.lines import (
    CarriedWords,
    ClinicSheet,
    LineState,
    OwnWords,
    SheetConcern,
    SheetLine,
)
from app.summaries.standing import Known, standing

# A text from longer ago was about another visit.
UNPLACED_FOR = timedelta(days=28)
CARER = "carer"
NO_READING = ReadingFacts([], [], "high")


@dataclass(frozen=True)
class _Gathered:
    """Everything that is known of one clinic's day, by appointment and by number."""

    clinic: Clinic
    now: datetime
    people: dict[UUID, PersonFacts]
    stopped: set[bytes]
    left_out: set[UUID]
    unplaced: set[bytes]
    asks: dict[UUID, Invitation]
    replies: dict[UUID, list[ReplyFacts]]
    readings: dict[UUID, ReadingFacts]
    late: dict[UUID, list[Late]]
    concerns: Standing


def clinic_sheet(session: Session, clinic: Clinic, day: date, *, now: datetime) -> ClinicSheet:
    """Return a clinic's sheet for one day in its own time zone: cancelled visits come last."""
    appointments = appointments_on(session, clinic, day)
    ids = [appointment.id for appointment in appointments]
    people = names_of(session, [appointment.young_person_id for appointment in appointments])
    keys = [person.mobile_key for person in people.values() if person.mobile_key]
    replies, late = replies_of(session, ids), late_words(session, appointments)
    shown = [each.id for told in replies.values() for each in told]
    shown += [each.reply_id for told in late.values() for each in told]
    gathered = _Gathered(
        clinic=clinic,
        now=now,
        people=people,
        stopped=opted_out_among(session, keys),
        left_out=people_opted_out_among(session, people),
        unplaced=numbers_with_unplaced(session, keys, since=now - UNPLACED_FOR),
        asks=asks_of(session, ids),
        replies=replies,
        readings=readings_of(session, ids),
        late=late,
        concerns=standing_of(session, shown, people, keys),
    )
    return ClinicSheet(
        clinic_code=clinic.code,
        clinic_name=clinic.name,
        organisation_code=clinic.organisation_code,
        zone=clinic.time_zone,
        day=day,
        made_at=now,
        lines=tuple(sorted((_line(each, gathered) for each in appointments), key=_place)),
        words_off=off_since(session, clinic.organisation_code) is not None,
    )


def _place(line: SheetLine) -> tuple[bool, datetime, UUID]:
    return line.state is LineState.CANCELLED, line.starts_at, line.appointment_id


def _line(appointment: Appointment, gathered: _Gathered) -> SheetLine:
    person = gathered.people[appointment.young_person_id]
    reading = gathered.readings.get(appointment.id, NO_READING)
    replies = gathered.replies.get(appointment.id, [])
    state, why = standing(_known(appointment, gathered), now=gathered.now)
    return SheetLine(
        appointment_id=appointment.id,
        starts_at=appointment.starts_at,
        first_name=person.first_name,
        last_name=person.last_name,
        nhs_number=person.nhs_number,
        date_of_birth=person.date_of_birth,
        number_belongs_to=person.number_belongs_to,
        visit_kind=appointment.visit_kind,
        interpreter=person.interpreter,
        state=state,
        why=why,
        priorities=_told(reading, by_carer=False),
        confident=reading.confidence == "high",
        cannot_come="cannot_attend" in reading.intents,
        replies=tuple(_own_words(reply) for reply in replies),
        opted_out=_opted_out(person, gathered),
        from_carer=_told(reading, by_carer=True),
        said=tuple(reading.intents),
        language=reading.language,
        seen_alone=any(wants_to_be_seen_alone(reply.text) for reply in replies),
        chosen=any(reply.matched == "chosen" for reply in replies),
        carried=tuple(CarriedWords(**vars(late)) for late in gathered.late.get(appointment.id, ())),
        concerns=_concerns(appointment, gathered),
    )


def _own_words(reply: ReplyFacts) -> OwnWords:
    return OwnWords(reply.text, reply.received_at, reply.media, reply.for_either, reply.id)


def _concerns(appointment: Appointment, gathered: _Gathered) -> tuple[SheetConcern, ...]:
    """The concerns of a line, the gravest first: of its texts, its young person and its number."""
    standing, person = gathered.concerns, gathered.people[appointment.young_person_id]
    own = [each.id for each in gathered.replies.get(appointment.id, ())]
    late = [each.reply_id for each in gathered.late.get(appointment.id, ())]
    found: dict[UUID, SheetConcern] = {}
    for each in standing.by_number.get(person.mobile_key or b"", ()):
        here = each.clinic_id == gathered.clinic.id
        found[each.facts.id] = replace(_concern(each.facts), here=here, unplaced=True)
    for each in standing.by_person.get(person.id, ()):
        here = each.clinic_id == gathered.clinic.id
        found[each.facts.id] = replace(_concern(each.facts), here=here)
    for facts in (standing.by_reply[each] for each in late if each in standing.by_reply):
        found.setdefault(facts.id, replace(_concern(facts), here=False))
    for facts in (standing.by_reply[each] for each in own if each in standing.by_reply):
        found[facts.id] = _concern(facts)
    return tuple(sorted(found.values(), key=lambda each: (not each.is_open, each.tier, each.id)))


def _concern(facts: ConcernFacts) -> SheetConcern:
    return SheetConcern(facts.id, facts.tier, facts.kinds, facts.is_open, facts.outcome)


def _told(reading: ReadingFacts, *, by_carer: bool) -> tuple[str, ...]:
    """The points of a carer's own, or those of the young person."""
    marks = (*reading.told_by, *[""] * len(reading.priorities))
    return tuple(
        point
        for point, told_by in zip(reading.priorities, marks, strict=False)
        if (told_by == CARER) is by_carer
    )


def _opted_out(person: PersonFacts, gathered: _Gathered) -> bool:
    return person.mobile_key in gathered.stopped or person.id in gathered.left_out


def _known(appointment: Appointment, gathered: _Gathered) -> Known:
    person = gathered.people[appointment.young_person_id]
    reading = gathered.readings.get(appointment.id, NO_READING)
    ask = gathered.asks.get(appointment.id)
    return Known(
        facts=AskFacts(
            status=appointment.status,
            starts_at=appointment.starts_at,
            has_mobile=person.mobile is not None,
            opted_out=_opted_out(person, gathered),
            not_texted=person.not_texted,
            born=person.date_of_birth,
            owner=person.number_belongs_to,
            parents_phone=gathered.clinic.parents_phone,
        ),
        times=times_of(gathered.clinic),
        ask_state=State(ask.state) if ask else None,
        ask_reason=(ask.reason or "") if ask else "",
        code_in_words=in_words(ask.error_code) if ask else "",
        has_priorities=bool(reading.priorities),
        intents=reading.intents,
        has_replies=bool(gathered.replies.get(appointment.id)),
        has_unplaced=person.mobile_key in gathered.unplaced,
    )
