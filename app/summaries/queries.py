"""Gathering the clinic sheet: appointments, who they are of, what was sent, what came back."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from app.appointments.models import Appointment
from app.appointments.queries import appointments_on
from app.clinics.models import Clinic
from app.conversations.queries import (
    ReadingFacts,
    ReplyFacts,
    numbers_with_unplaced,
    readings_of,
    replies_of,
)
from app.invitations.models import Invitation
from app.invitations.opt_out import opted_out_among
from app.invitations.queries import asks_of, times_of
from app.invitations.rules import AskFacts
from app.invitations.states import State
from app.people.queries import PersonFacts, names_of
from app.sms.codes import in_words
from app.summaries.lines import ClinicSheet, LineState, OwnWords, SheetLine
from app.summaries.standing import Known, standing

# A text from longer ago was about another visit.
UNPLACED_FOR = timedelta(days=28)
NO_READING = ReadingFacts([], [], "high")


def clinic_sheet(session: Session, clinic: Clinic, day: date, *, now: datetime) -> ClinicSheet:
    """Return a clinic's sheet for one day in its own time zone: cancelled visits come last."""
    appointments = appointments_on(session, clinic, day)
    ids = [appointment.id for appointment in appointments]
    people = names_of(session, [appointment.young_person_id for appointment in appointments])
    keys = [person.mobile_key for person in people.values() if person.mobile_key]
    stopped = opted_out_among(session, keys)
    asks, replies = asks_of(session, ids), replies_of(session, ids)
    readings = readings_of(session, ids)
    unplaced = numbers_with_unplaced(session, keys, since=now - UNPLACED_FOR)
    lines = [
        _line(
            clinic,
            appointment,
            people[appointment.young_person_id],
            people[appointment.young_person_id].mobile_key in stopped,
            asks.get(appointment.id),
            replies.get(appointment.id, []),
            readings.get(appointment.id, NO_READING),
            unplaced,
            now,
        )
        for appointment in appointments
    ]
    return ClinicSheet(
        clinic_code=clinic.code,
        clinic_name=clinic.name,
        organisation_code=clinic.organisation_code,
        zone=clinic.time_zone,
        day=day,
        made_at=now,
        lines=tuple(sorted(lines, key=_place)),
    )


def _place(line: SheetLine) -> tuple[bool, datetime, UUID]:
    return line.state is LineState.CANCELLED, line.starts_at, line.appointment_id


def _line(
    clinic: Clinic,
    appointment: Appointment,
    person: PersonFacts,
    stopped: bool,
    ask: Invitation | None,
    replies: list[ReplyFacts],
    reading: ReadingFacts,
    unplaced: set[bytes],
    now: datetime,
) -> SheetLine:
    known = Known(
        facts=AskFacts(
            status=appointment.status,
            starts_at=appointment.starts_at,
            has_mobile=person.mobile is not None,
            opted_out=stopped,
        ),
        times=times_of(clinic),
        ask_state=State(ask.state) if ask else None,
        ask_reason=(ask.reason or "") if ask else "",
        code_in_words=in_words(ask.error_code) if ask else "",
        has_priorities=bool(reading.priorities),
        intents=reading.intents,
        has_replies=bool(replies),
        has_unplaced=person.mobile_key in unplaced,
    )
    state, why = standing(known, now=now)
    return SheetLine(
        appointment_id=appointment.id,
        starts_at=appointment.starts_at,
        first_name=person.first_name,
        last_name=person.last_name,
        nhs_number=person.nhs_number,
        date_of_birth=person.date_of_birth,
        number_belongs_to=person.number_belongs_to,
        state=state,
        why=why,
        priorities=tuple(reading.priorities),
        confident=reading.confidence == "high",
        cannot_come="cannot_attend" in reading.intents,
        replies=tuple(OwnWords(r.text, r.received_at, r.media) for r in replies),
        opted_out=stopped,
    )
