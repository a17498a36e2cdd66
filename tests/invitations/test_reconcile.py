"""What is looked for in vain: owed again while it is true, never with old words, never changed."""

from datetime import timedelta

import pytest
from cast import AISHA
from factories import make_appointment, make_ask
from invitations.conftest import VISIT, Book, Go, Hands, Recording, only_ask
from sqlalchemy import text, update
from sqlalchemy.exc import DatabaseError
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import Database, seal, vault_of
from app.invitations.models import Invitation
from app.invitations.reconcile import reconcile
from app.invitations.states import FINAL, State
from app.people.models import YoungPerson
from app.sms.gateway import Unknown


def look_in_vain(database: Database, gateway: Recording, clock: Hands) -> None:
    clock.move(minutes=31)
    reconcile(database, gateway, clock)
    clock.move(minutes=6)
    reconcile(database, gateway, clock)


def test_a_text_looked_for_in_vain_twice_goes_once_more_with_the_same_words(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    gateway.answer = lambda _text: Unknown("ReadTimeout")
    go()
    gateway.answer = gateway._accept
    look_in_vain(database, gateway, clock)
    assert go().sent == 1
    first, second = gateway.texts
    assert (first.body, first.to, first.callback) == (second.body, second.to, second.callback)


@pytest.mark.parametrize("changed", ["visit", "clinic", "number"])
def test_frozen_words_that_are_not_true_any_more_never_go(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands, changed: str
) -> None:
    book()
    gateway.answer = lambda _text: Unknown("ReadTimeout")
    go()
    gateway.answer = gateway._accept
    with database.writing() as session:
        if changed == "visit":
            session.exec(select(Appointment)).one().starts_at = VISIT + timedelta(hours=1)
        elif changed == "clinic":
            session.exec(select(Clinic)).one().name = "Hillside Hospital"
        else:
            person = session.exec(select(YoungPerson)).one()
            seal(session, person, "mobile", AISHA.mobile)
            person.mobile_key = vault_of(session).lookup("mobile", AISHA.mobile or "")
    look_in_vain(database, gateway, clock)
    go()
    go()
    old, *new = gateway.texts
    assert all((text.body, text.to) != (old.body, old.to) for text in new)
    with database.reading() as session:
        first = session.exec(select(Invitation).where(Invitation.cycle == 1)).first()
    assert first is not None
    assert (first.state, first.reason) == ("cancelled", "changed")


def test_a_text_looked_for_in_vain_after_its_visit_was_cancelled_does_not_go(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    gateway.answer = lambda _text: Unknown("ReadTimeout")
    go()
    gateway.answer = gateway._accept
    with database.writing() as session:
        session.exec(select(Appointment)).one().status = "cancelled"
    look_in_vain(database, gateway, clock)
    go()
    assert len(gateway.texts) == 1
    assert only_ask(database).state == State.CANCELLED


@pytest.mark.parametrize("final", sorted(FINAL))
def test_the_database_itself_lets_nothing_that_ended_begin_again(
    database: Database, final: State
) -> None:
    with database.writing() as session:
        sid = {"provider_sid": "SM" + "a" * 32}
        ask = make_ask(session, make_appointment(session), state=final.value, **sid)
    again = text("UPDATE invitation SET state = 'ready' WHERE state = :final")
    with pytest.raises(DatabaseError), database.writing() as session:
        session.connection().execute(again, {"final": final.value})
    with database.writing() as session:
        assert session.get_one(Invitation, ask.id).state == final
        same = update(Invitation).values(state=final.value, reason="looked at")
        session.connection().execute(same.where(col(Invitation.id) == ask.id))
