"""Texting as a whole, from a terminal: standing still, going on, going live, after a restore."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from cast import SAM
from click.testing import CliRunner, Result
from factories import make_appointment, make_clinic, make_person
from fake_twilio.server import FakeTwilio
from fake_twilio.through import through
from invitations.conftest import VISIT, Hands
from sqlmodel import select

from app.cli import sending
from app.cli.main import main
from app.conversations.models import Reply
from app.db import Database
from app.factory import Service
from app.invitations.dispatch import send_due
from app.invitations.live import go_live
from app.invitations.pauses import open_pauses
from app.settings import Settings
from app.sms.twilio import TwilioGateway

Run = Callable[..., Result]


@pytest.fixture
def opened(database: Database, settings: Settings, fake: FakeTwilio, clock: Hands) -> Service:
    live = through(fake, settings)
    return Service(live, database, clock, TwilioGateway(live))


@pytest.fixture
def run(opened: Service, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(sending, "service", lambda: opened)
    return lambda *words: CliRunner().invoke(main, list(words))


def test_pausing_and_going_on_say_what_they_did(run: Run, opened: Service) -> None:
    assert "Nothing is sent from now on." in run("pause").output
    assert "It stands still already." in run("pause").output
    assert "It goes on." in run("resume").output
    assert "It did not stand still." in run("resume").output
    with opened.database.reading() as session:
        assert open_pauses(session) == []


def test_going_live_needs_the_setting_and_is_said_once(run: Run, opened: Service) -> None:
    assert "is live from now on" in run("go-live").output
    assert "is live already" in run("go-live").output
    vars(opened)["settings"] = opened.settings.model_copy(update={"texting": "trial"})
    refused = run("go-live")
    assert refused.exit_code == 2
    assert "Set TEXTING=live first" in refused.output


def test_going_live_says_which_clinics_lack_people_to_be_told_and_where_they_are_named(
    run: Run, opened: Service
) -> None:
    with opened.database.writing() as session:
        make_clinic(session, code="RIV-TUE", netted=False)
        make_clinic(session, code="RIV-THU")
    said = run("go-live").output
    assert "No texts go for RIV-TUE until lead and cover are named and tested: http" in said
    assert "/who-is-told" in said
    assert "RIV-THU" not in said


def test_fault_85_after_a_restore_nothing_goes_on_before_it_is_safe(
    run: Run, opened: Service, clock: Hands
) -> None:
    early = run("restore-check", "--resume")
    assert (early.exit_code, "Not safe yet" in early.output) == (1, True)
    assert run("resume").exit_code == 2
    clock.move(minutes=31)
    assert "It is safe to go on" in run("restore-check").output
    assert "sending goes on" in run("restore-check", "--resume").output
    with opened.database.reading() as session:
        assert open_pauses(session) == []


def test_fault_85_replies_that_came_since_the_backup_are_fetched(
    run: Run, opened: Service, fake: FakeTwilio, clock: Hands
) -> None:
    with opened.database.writing() as session:
        go_live(session, opened.settings, by="tests", now=clock())
        clinic, person = make_clinic(session), make_person(session, SAM)
        make_appointment(session, clinic, person, starts_at=VISIT)
    send_due(opened.database, opened.gateway, opened.settings, clock)
    clock.move(minutes=5)
    fake.text_in(str(SAM.mobile), opened.settings.sender, "sleep, school", lost=True)
    clock.now += timedelta(days=4)
    assert "Replies that were not known here: 1." in run("restore-check").output
    with opened.database.reading() as session:
        assert session.exec(select(Reply)).one().matched == "matched"
