"""No more is claimed than may go soon, so that what was asked at the claim is true at the call."""

from datetime import timedelta

from cast import AISHA, LUKASZ, SAM, ZOE
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import VISIT, Hands, Recording
from sqlmodel import select

from app.db import Database
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation
from app.invitations.opt_out import record_opt_out
from app.invitations.pace import reserve, room
from app.invitations.states import State
from app.settings import Settings
from app.sms.gateway import Outcome, Text

SENDER = "+447700900999"


def test_a_sender_has_room_for_what_it_may_begin_within_two_seconds(database: Database) -> None:
    with database.writing() as session:
        assert room(session, [SENDER], 10.0) == 21
        assert len(reserve(session, SENDER, 15, 10.0)) == 15
        assert 5 <= room(session, [SENDER], 10.0) <= 8
        assert room(session, [SENDER, "+447700900998"], 10.0) >= 26
        reserve(session, SENDER, 9, 10.0)
        assert room(session, [SENDER], 10.0) <= 1


def test_a_stop_that_comes_while_others_wait_for_a_slow_sender_still_counts(
    database: Database, gateway: Recording, settings: Settings, clock: Hands
) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        for place, who in enumerate((SAM, AISHA, ZOE, LUKASZ)):
            starts = VISIT + timedelta(minutes=place)
            make_appointment(session, clinic, make_person(session, who), starts_at=starts)

    def stop_the_last(text: Text) -> Outcome:
        with database.writing() as session:
            record_opt_out(session, LUKASZ.mobile or "", "texted", by="webhook", now=clock())
            claimed = session.exec(
                select(Invitation).where(Invitation.state == State.CLAIMED.value)
            ).all()
        assert claimed == []
        return gateway._accept(text)

    gateway.answer = stop_the_last
    slow = settings.model_copy(update={"sender_rate": 2.0, "texts_at_once": 1})
    done = send_due(database, gateway, slow, clock)
    assert (done.sent, done.held) == (3, 1)
    assert LUKASZ.mobile not in [text.to for text in gateway.texts]
