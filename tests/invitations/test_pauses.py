"""Standing still: begun once, said once, ended by a person or by itself."""

from datetime import timedelta

import pytest
from cast import AISHA, SAM
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import VISIT, Book, Go, Hands, Recording
from sqlmodel import select

from app.db import Database
from app.invitations.models import Notice, Pause
from app.invitations.pauses import (
    ALL,
    BY_HAND,
    CONFIGURATION,
    NO_ANSWER,
    end_what_passes,
    of_clinic,
    of_organisation,
    open_pauses,
    pause,
    resume,
)
from app.sms.gateway import Refused, Unknown


def test_a_pause_is_begun_once_and_said_once(database: Database, clock: Hands) -> None:
    for expected in (True, False):
        with database.writing() as session:
            assert pause(session, ALL, CONFIGURATION, by="tests", now=clock()) is expected
    with database.reading() as session:
        assert len(session.exec(select(Notice)).all()) == 1


def test_one_with_an_end_ends_by_itself(database: Database, clock: Hands) -> None:
    with database.writing() as session:
        until = clock() + timedelta(minutes=5)
        pause(session, ALL, NO_ANSWER, by="tests", now=clock(), until=until)
        assert end_what_passes(session, now=clock() + timedelta(minutes=4)) == 0
        assert end_what_passes(session, now=until) == 1
        assert open_pauses(session) == []


@pytest.mark.parametrize("scope", ["clinic", "organisation"])
def test_a_pause_of_one_clinic_leaves_the_others_alone(
    database: Database, gateway: Recording, go: Go, clock: Hands, scope: str
) -> None:
    with database.writing() as session:
        still, other = make_clinic(session), make_clinic(session, organisation_code="XBM01")
        for clinic, who in ((still, SAM), (other, AISHA)):
            make_appointment(session, clinic, make_person(session, who), starts_at=VISIT)
        named = of_clinic(still.id) if scope == "clinic" else of_organisation("XLD01")
        pause(session, named, BY_HAND, by="tests", now=clock())
    go()
    assert [text.to for text in gateway.texts] == [AISHA.mobile]
    with database.writing() as session:
        assert resume(session, named, by="tests", now=clock()) == 1
    go()
    assert [text.to for text in gateway.texts] == [AISHA.mobile, SAM.mobile]


def test_words_the_network_refuses_stop_their_clinic_only(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book(SAM)
    gateway.answer = lambda _text: Refused("30007", stops_clinic=True)
    go()
    book(AISHA)
    gateway.answer = gateway._accept
    assert go().sent == 1
    with database.reading() as session:
        (stood,) = session.exec(select(Pause)).all()
    assert (stood.reason, stood.scope.partition(":")[0]) == ("content", "clinic")


def test_five_texts_without_an_answer_and_all_wait_a_while(
    database: Database, gateway: Recording, go: Go, clock: Hands
) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        for place in range(8):
            who = make_person(session, SAM, nhs_number=f"{place}", mobile=f"+44770090010{place}")
            make_appointment(session, clinic, who, starts_at=VISIT)
    gateway.answer = lambda _text: Unknown("ReadTimeout")
    go()
    assert len(gateway.texts) == 5
    gateway.answer = gateway._accept
    clock.move(minutes=6)
    assert go().sent == 3
