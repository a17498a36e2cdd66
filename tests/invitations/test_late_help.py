"""Help that is said late is owed to a reply, once, beside all that is owed about visits."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cast import SAM
from fake_twilio.server import FakeTwilio
from invitations.conftest import DUE, Book, Go, Hands, Recording
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, delete, update

from app.db import Database
from app.invitations.dispatch import send_due
from app.invitations.late_help import LateHelp, help_owed_to, help_wordings, owe_help
from app.invitations.models import Invitation
from app.invitations.restoring import go_on, restore_check
from app.settings import Settings
from app.sms.twilio import TwilioGateway
from app.sms.wording import words

HELP = col(Invitation.kind) == "help"
WORDS = words("support_now", medical="", childline="yes", nation="england", stopped="").text


def owe(database: Database, settings: Settings, number: str = str(SAM.mobile)) -> UUID:
    """Owe help to a reply that came ten minutes ago."""
    reply_id = uuid4()
    it = LateHelp(
        reply_id, number, WORDS, "support_now", settings.sender, DUE - timedelta(minutes=10)
    )
    with database.writing() as session:
        assert owe_help(session, it, now=DUE)
    with database.writing() as session:
        assert not owe_help(session, it, now=DUE)
    return reply_id


def state_of(database: Database, reply_id: UUID) -> str:
    with database.reading() as session:
        text = help_owed_to(session, reply_id)
        assert text is not None
        return text.state


def test_it_goes_before_what_is_asked_and_counts_towards_no_limit_of_the_phone(
    database: Database, settings: Settings, gateway: Recording, book: Book, go: Go
) -> None:
    book()
    replies = [owe(database, settings) for _ in range(3)]
    assert go().sent == 4
    assert [text.body for text in gateway.texts[:3]] == [WORDS] * 3
    assert gateway.texts[3].body != WORDS
    assert {state_of(database, each) for each in replies} == {"accepted"}


@pytest.mark.parametrize(
    "spoilt", [{"reply_id": None}, {"kind": "ask"}, {"appointment_id": "a visit"}]
)
def test_the_database_itself_keeps_help_apart_from_texts_about_visits(
    database: Database, settings: Settings, book: Book, spoilt: dict[str, object]
) -> None:
    visit = book()
    owe(database, settings)
    given = {name: visit if value == "a visit" else value for name, value in spoilt.items()}
    with pytest.raises(IntegrityError), database.writing() as session:
        session.connection().execute(update(Invitation).where(HELP).values(**given))


def test_it_leaves_from_the_number_that_they_texted_if_it_is_still_ours(
    database: Database, settings: Settings, gateway: Recording, go: Go
) -> None:
    owe(database, settings.model_copy(update={"sender": "+447700900998"}))
    go()
    assert [text.sender for text in gateway.texts] == [settings.sender]


def test_one_that_cannot_be_opened_holds_up_no_other_and_ends(
    database: Database, settings: Settings, gateway: Recording, go: Go, clock: Hands
) -> None:
    broken, well = owe(database, settings), owe(database, settings, "+447700900991")
    with database.writing() as session:
        text = help_owed_to(session, broken)
        assert text is not None
        text.body_sealed = b"\x01spoilt"
        session.add(text)
    for _ in range(4):
        go()
        clock.move(minutes=6)
    assert [text.to for text in gateway.texts] == ["+447700900991"]
    assert (state_of(database, broken), state_of(database, well)) == ("rejected", "accepted")


def test_help_that_a_restored_database_knows_nothing_of_holds_no_visit_back(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    twilio = TwilioGateway(live)
    owe(database, live)
    assert send_due(database, twilio, live, clock).sent == 1
    with database.writing() as session:
        session.connection().execute(delete(Invitation))
    book()
    clock.move(minutes=10)
    done = restore_check(database, twilio, clock, by="tests")
    assert (done.folded, done.unplaced) == (0, 0)
    clock.move(minutes=31)
    go_on(database, by="tests", now=clock())
    assert send_due(database, twilio, live, clock).sent == 1
    assert len(fake.sent_to) == 2


def test_a_restored_database_that_still_owes_it_does_not_say_it_again(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands
) -> None:
    twilio = TwilioGateway(live)
    reply_id = owe(database, live)
    assert send_due(database, twilio, live, clock).sent == 1
    with database.writing() as session:
        text = help_owed_to(session, reply_id)
        assert text is not None
        before = text.model_dump()
        session.connection().execute(delete(Invitation))
        session.expunge_all()
        for name in ("provider_sid", "accepted_at", "started_at", "first_started_at", "look_at"):
            before[name] = None
        session.add(Invitation(**before | {"state": "ready", "tries": 0}))
    clock.move(minutes=10)
    assert restore_check(database, twilio, clock, by="tests").folded == 1
    assert state_of(database, reply_id) == "accepted"
    clock.move(minutes=31)
    go_on(database, by="tests", now=clock())
    send_due(database, twilio, live, clock)
    assert fake.sent_to == [SAM.mobile]


def test_every_wording_of_help_is_known_again(settings: Settings) -> None:
    assert WORDS in help_wordings()
    assert words("thanks").text in help_wordings()
    assert words("ask", first_name="Sam", clinic="C", when="W", for_whom="").text not in (
        help_wordings()
    )
