"""Fault 86 and the trial: a copy elsewhere texts nobody, a trial only those on its list."""

from collections.abc import Iterator

import pytest
from cast import AISHA, SAM, ZOE
from fake_twilio.server import FakeTwilio, running
from invitations.conftest import DUE, Book, Hands

from app.db import Database
from app.invitations.dispatch import Round, send_due
from app.invitations.live import go_live, is_live_here
from app.settings import Settings
from app.sms.twilio import TwilioGateway


@pytest.fixture
def fake(clock: Hands) -> Iterator[FakeTwilio]:
    with running() as server:
        server.clock = clock
        yield server


def settings_for(settings: Settings, fake: FakeTwilio, **given: str) -> Settings:
    twilio = {"gateway": "twilio", "twilio_api_base_url": fake.address}
    return settings.model_copy(update={**twilio, **given})


def go(database: Database, settings: Settings, clock: Hands) -> Round:
    return send_due(database, TwilioGateway(settings), settings, clock)


def test_fault_86_a_copy_of_the_live_database_at_another_address_texts_nobody(
    database: Database, settings: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    for who in (SAM, AISHA, ZOE):
        book(who)
    live = settings_for(settings, fake, texting="live")
    copy = live.model_copy(update={"public_base_url": "https://staging.example"})
    with database.writing() as session:
        go_live(session, live, by="tests", now=DUE)
        assert is_live_here(session, live)
        assert not is_live_here(session, copy)
    go(database, copy, clock)
    assert fake.asked == 0
    assert go(database, live, clock).sent == 3


def test_fault_86_a_service_that_was_never_made_live_texts_nobody(
    database: Database, settings: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    book()
    for texting in ("live", "trial", ""):
        go(database, settings_for(settings, fake, texting=texting), clock)
    assert fake.asked == 0


@pytest.mark.parametrize("texting", ["trial", ""])
def test_a_trial_texts_only_the_numbers_on_its_list(
    database: Database,
    settings: Settings,
    fake: FakeTwilio,
    book: Book,
    clock: Hands,
    texting: str,
) -> None:
    for who in (SAM, AISHA, ZOE):
        book(who)
    listed = {"texting": texting, "trial_numbers": f"{SAM.mobile}, {ZOE.mobile}"}
    go(database, settings_for(settings, fake, **listed), clock)
    assert sorted(fake.sent_to) == sorted([str(SAM.mobile), str(ZOE.mobile)])


def test_who_was_outside_the_trial_is_texted_once_it_is_over(
    database: Database, settings: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    book(AISHA)
    trial = settings_for(settings, fake, texting="trial", trial_numbers=str(SAM.mobile))
    go(database, trial, clock)
    live = settings_for(settings, fake, texting="live")
    with database.writing() as session:
        go_live(session, live, by="tests", now=DUE)
    clock.move(minutes=5)
    go(database, live, clock)
    assert fake.sent_to == [AISHA.mobile]
