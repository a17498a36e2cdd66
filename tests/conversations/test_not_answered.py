"""What keeps a late answer from going, or from going twice, and who learns that it did not."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from cast import CLINICIAN, ELLA, NOW, SAM
from concerns.opened import Team
from conftest import SignedIn
from conversations.conftest import Asked
from conversations.lost import HELP, LATE, R1, STRANGER, Provider, events
from conversations.posting import form_of, kept, post
from flask import Flask
from sqlmodel import select

from app.db import Database, unseal
from app.invitations.live import go_live
from app.invitations.models import Invitation, Notice
from app.invitations.pauses import of_clinic, pause
from app.safeguarding.models import Concern
from app.settings import Settings
from app.sms.gateway import Refused, TryLater, Unknown


@pytest.mark.parametrize(("hours", "goes"), [(23, True), (24, False), (47, False)])
def test_after_a_day_it_is_not_said_any_more_and_the_history_says_so(
    database: Database, asked: Asked, provider: Provider, hours: int, goes: bool
) -> None:
    asked()
    provider.loses(R1)
    for minutes in (0, 10):
        texts = provider.goes_on(NOW + timedelta(hours=hours, minutes=minutes))
    assert len(texts) == goes
    told = ("answered", "tier 1 late") if goes else ("not_answered", "too_old")
    assert events(database) == [told]


def test_one_that_could_not_go_within_a_day_ends_and_the_history_says_so(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    provider.loses(R1)
    provider.answer = lambda _: TryLater("no connection", 3600)
    for hours in range(1, 30):
        provider.goes_on(NOW + timedelta(hours=hours))
    assert events(database) == [("not_answered", "too_late")]
    provider.answer = provider._accept
    tried = len(provider.texts)
    assert len(provider.goes_on(NOW + timedelta(hours=31))) == tried


def test_one_that_the_provider_refuses_is_told_of_and_stops_nobodys_clinic(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    provider.loses(R1)
    provider.loses(R1, STRANGER)
    outcomes = iter([Refused("21610", opted_out=True), Refused("30007", stops_clinic=True)])
    provider.answer = lambda _: next(outcomes)
    provider.goes_on()
    assert sorted(events(database)) == [("not_answered", "21610"), ("not_answered", "30007")]
    with database.reading() as session:
        assert session.exec(select(Notice)).all() == []


def test_in_a_trial_only_those_on_its_list_are_texted(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    own = {"gateway": "twilio", "texting": "trial", "trial_numbers": str(SAM.mobile)}
    provider.settings = provider.settings.model_copy(update=own)
    provider.loses(R1)
    provider.loses(R1, STRANGER)
    (text,) = provider.goes_on()
    assert text.to == SAM.mobile
    assert sorted(events(database)) == [("answered", "tier 1 late"), ("not_answered", "trial")]


def test_a_clinic_that_stands_still_holds_no_help_back(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    with database.writing() as session:
        (concern_clinic,) = {each.clinic_id for each in session.exec(select(Invitation))}
        assert concern_clinic is not None
        pause(session, of_clinic(concern_clinic), "by_hand", by="tests", now=NOW)
    provider.loses(R1)
    assert len(provider.goes_on()) == 1


def test_nobody_knows_whether_it_went_until_it_is_looked_for(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    provider.loses(R1)
    provider.answer = lambda _: Unknown("timeout")
    for minutes in (10, 20):
        assert len(provider.goes_on(NOW + timedelta(minutes=minutes))) == 1
    assert events(database) == []


@pytest.mark.parametrize("sweep_first", [True, False])
def test_a_webhook_that_comes_after_all_adds_no_second_answer(
    app: Flask, settings: Settings, asked: Asked, provider: Provider, sweep_first: bool
) -> None:
    asked()
    sid = provider.loses(R1)
    form = form_of(settings, MessageSid=sid, Body=R1)
    answers = []
    for late in (sweep_first, not sweep_first):
        if late:
            provider.goes_on()
        else:
            answers.append(HELP in post(app.test_client(), settings, form)[1])
    assert len(provider.texts) + sum(answers) == 1


def test_sweep_and_webhook_at_once_give_one_answer(
    app: Flask, settings: Settings, database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    said: list[bool] = []
    for place in range(12):
        sid = provider.loses(R1, at=NOW - timedelta(days=2 * (12 - place)))
        form = form_of(settings, MessageSid=sid, Body=R1)
        together = Barrier(2)

        def by_webhook(form: dict[str, str] = form, together: Barrier = together) -> None:
            together.wait()
            said.append(HELP in post(app.test_client(), settings, form)[1])

        thread = Thread(target=by_webhook)
        thread.start()
        together.wait()
        provider.goes_on(NOW)
        thread.join(30)
    with database.reading() as session:
        owed = session.exec(select(Invitation).where(Invitation.kind == "help")).all()
        answered = [each for each in kept(database) if each.answer_kind]
    assert len({each.reply_id for each in owed}) == len(owed)
    assert sum(said) + len(provider.texts) == len(answered)


def test_who_acknowledges_sees_that_they_were_not_answered(
    database: Database, asked: Asked, provider: Provider, signed_in: SignedIn
) -> None:
    asked()
    provider.loses(R1)
    provider.goes_on(NOW + timedelta(hours=30))
    with database.reading() as session:
        concern = session.exec(select(Concern)).one()
    page = Team(database, signed_in).browser(CLINICIAN).get(f"/concerns/{concern.id}").text
    told = "we had their text only a day after they sent it"
    assert f"They were not told where to find help:</strong> {told}." in page
    assert f"The young person was not answered with where to find help: {told}" in page


def test_the_pages_show_what_went_late_and_how_it_stands(
    database: Database, asked: Asked, provider: Provider, signed_in: SignedIn
) -> None:
    asked()
    provider.loses(R1)
    provider.goes_on()
    with database.reading() as session:
        concern = session.exec(select(Concern)).one()
    page = Team(database, signed_in).browser(CLINICIAN).get(f"/concerns/{concern.id}").text
    assert "The young person was answered late with where to find help" in page
    assert "We answered late" in page
    assert "We answered at once" not in page
    assert "They were not told" not in page


def test_only_a_database_that_is_live_here_texts_those_who_were_not_asked(
    database: Database, provider: Provider
) -> None:
    own = {"gateway": "twilio", "texting": "live"}
    provider.settings = provider.settings.model_copy(update=own)
    provider.loses(R1, STRANGER)
    assert provider.goes_on() == []
    with database.writing() as session:
        go_live(session, provider.settings, by="tests", now=NOW)
    provider.loses(R1, str(ELLA.mobile))
    assert [each.to for each in provider.goes_on(LATE + timedelta(minutes=1))] == [ELLA.mobile]


def test_their_words_are_fixed_when_it_is_owed(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    provider.loses(R1)
    provider.goes_on()
    with database.reading() as session:
        text = session.exec(select(Invitation).where(Invitation.kind == "help")).one()
        assert unseal(session, text, "body") == provider.texts[0].body
        assert (text.appointment_id, text.clinic_id) == (None, None)
