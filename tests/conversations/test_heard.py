"""Who has answered is told to the outbox, so that nobody is reminded of what they have done."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import ELLA, JACK
from conversations.conftest import Asked, TextIn
from factories import make_appointment, make_ask
from sqlmodel import select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import Database
from app.invitations.models import Invitation
from app.people.models import YoungPerson


def heard(database: Database) -> dict[UUID, bool]:
    """Return for each visit whether its ask has been answered."""
    with database.reading() as session:
        asks = session.exec(select(Invitation)).all()
        return {ask.visit_id: ask.heard_at is not None for ask in asks}


@pytest.mark.parametrize(
    "body",
    [
        *("sleep", "nothing", "cant make it", "cancel", "END", "STOP", "sleep, thanks"),
        *("wrong number", "he died"),
    ],
)
def test_who_has_answered_is_heard(
    database: Database, asked: Asked, text_in: TextIn, body: str
) -> None:
    visit = asked()
    text_in(body)
    assert heard(database) == {visit: True}


@pytest.mark.parametrize(
    "body", ["ok", "yes", "thanks x", "who is this", "HELP", "START", "👍", "", "idk", "hi"]
)
def test_who_has_only_nodded_or_asked_may_still_be_reminded(
    database: Database, asked: Asked, text_in: TextIn, body: str
) -> None:
    visit = asked()
    text_in(body)
    assert heard(database) == {visit: False}


def test_an_answer_that_fits_several_counts_for_each_that_is_still_open(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    ella, jack = asked(ELLA), asked(JACK)
    text_in("asthma", ELLA.mobile or "")
    assert heard(database) == {ella: True, jack: True}


def test_an_answer_about_one_visit_leaves_an_older_one_as_it_was(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    newer = asked()
    with database.writing() as session:
        ask = session.exec(select(Invitation)).one()
        ask.started_at = (ask.started_at or ask.created_at) + timedelta(minutes=5)
        session.add(ask)
    older = asked_again(database, newer)
    text_in("sleep")
    assert heard(database) == {newer: True, older: False}


def asked_again(database: Database, visit: UUID) -> UUID:
    """Ask the young person of a visit about another one, an hour ago."""
    with database.writing() as session:
        first = session.get_one(Appointment, visit)
        clinic = session.get_one(Clinic, first.clinic_id)
        person = session.get_one(YoungPerson, first.young_person_id)
        starts_at = first.starts_at + timedelta(days=7)
        other = make_appointment(session, clinic, person, starts_at=starts_at)
        make_ask(session, other)
        return other.id
