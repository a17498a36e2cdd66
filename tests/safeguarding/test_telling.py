"""People are told of what must not wait, by a real mail server, whatever breaks on the way."""

import smtplib
from datetime import datetime, timedelta

import pytest
from cast import NOW
from factories import make_safety_person
from pydantic import SecretStr
from safeguarding.mail_server import Moods
from safeguarding.net import NUMBER, QUARTER, Net
from sqlmodel import select

from app.clinics.models import Clinic
from app.db import Database
from app.safeguarding import mail as mail_room
from app.safeguarding.alerts import Told, put_down
from app.safeguarding.alerts import test_address as try_address
from app.safeguarding.mail import KeepingMailer, mailer_for
from app.safeguarding.models import Concern, ConcernEvent, KeptMail, SafetyPerson
from app.settings import Settings
from app.sms.gateway import Outcome, Refused, TryLater


def test_the_lead_is_told_at_once_by_mail_and_text_without_words_or_name(
    net: Net, server: tuple[Moods, str]
) -> None:
    net.opens()
    assert net.ticks() == 2
    (mail,) = server[0].mails
    said = f"{mail} {net.texts.sent[0].body}"
    assert server[0].to == ["lead@riverside.example"]
    assert f"https://whatmatters.example/concerns/{net.concern().id}" in said
    for word in ("kill", "Sam", "Riverside", NUMBER, "Okafor"):
        assert word not in said
    assert net.ticks() == 0


def test_nobody_acknowledges_until_the_third_person(net: Net, server: tuple[Moods, str]) -> None:
    net.opens()
    net.ticks()
    for _ in range(3):
        net.ticks(QUARTER)
    people = ["lead", "cover", "list", "list"]
    assert server[0].to == [f"{each}@riverside.example" for each in people]
    with net.database.writing() as session:
        concern = session.exec(select(Concern)).one()
        concern.acknowledged_at, concern.acknowledged_by = net.now, "staff:1"
    for _ in range(5):
        net.ticks(QUARTER)
    assert len(server[0].to) == 4
    net.ticks(timedelta(days=1))
    assert server[0].to[4:] == ["lead@riverside.example", "cover@riverside.example"]
    assert "still open" in str(server[0].mails[-1]["Subject"])


def test_what_is_sensitive_wakes_nobody(net: Net, server: tuple[Moods, str]) -> None:
    net.opens("can i talk to someone without my mum there")
    assert net.concern().tier == 3
    assert net.ticks() == 0


def test_a_refused_mail_sends_the_next_person_off_at_once(
    net: Net, server: tuple[Moods, str]
) -> None:
    server[0].at_recipient = ["550 no such mailbox"]
    net.opens()
    net.ticks()
    assert net.concern().due_at == net.now
    net.ticks()
    assert server[0].to == ["cover@riverside.example"]
    assert net.alerts()[0] == ("email", "failed", "smtp_550")


@pytest.mark.parametrize("mood", ["451 try later", "drop"])
def test_a_mail_that_is_not_taken_is_tried_again(
    net: Net, server: tuple[Moods, str], mood: str
) -> None:
    server[0].answers = [mood]
    net.opens()
    assert net.ticks() == 1
    assert net.alerts()[0][1] == "waiting"
    assert net.ticks(timedelta(seconds=30)) == 1
    assert server[0].to == ["lead@riverside.example"]


def test_a_slow_server_is_not_waited_for_and_the_mail_goes_once_more(
    net: Net, server: tuple[Moods, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_room, "SECONDS", 0.3)
    server[0].slow_seconds = 0.8
    net.opens()
    assert net.ticks() == 1
    server[0].slow_seconds = 0
    assert net.ticks(timedelta(seconds=30)) == 1


def test_with_mail_down_for_good_texts_still_tell_and_the_next_are_told(
    net: Net, database: Database
) -> None:
    gone = SecretStr("smtp://127.0.0.1:9")
    net.settings = net.settings.model_copy(update={"smtp_url": gone})
    net.opens()
    for _ in range(12):
        net.ticks(timedelta(minutes=3))
    assert len({text.to for text in net.texts.sent}) == 3
    with database.reading() as session:
        failed = session.exec(select(ConcernEvent).where(ConcernEvent.what == "alert_failed")).all()
    assert failed


@pytest.mark.parametrize(
    "answer", [Refused("30007"), TryLater("provider down", 60.0)], ids=["refused", "down"]
)
def test_with_the_provider_down_mail_still_tells(
    net: Net, server: tuple[Moods, str], answer: Outcome
) -> None:
    net.texts.answer = answer
    net.opens()
    assert net.ticks() == 1
    assert server[0].to == ["lead@riverside.example"]


def test_where_nobody_is_named_the_clinic_itself_is_told(
    net: Net, server: tuple[Moods, str]
) -> None:
    with net.database.writing() as session:
        for person in session.exec(select(SafetyPerson)):
            person.left_at, person.left_by = NOW, "tests"
    net.opens()
    net.ticks()
    assert server[0].to == ["concerns@riverside.example"]
    net.ticks(QUARTER)
    assert len(server[0].to) == 2


def test_an_address_counts_as_tested_once_a_mail_was_taken(
    net: Net, server: tuple[Moods, str]
) -> None:
    with net.database.writing() as session:
        clinic = session.exec(select(Clinic)).one()
        person = make_safety_person(session, clinic, "list", tested_at=None)
        try_address(session, person, now=NOW)
    server[0].answers = ["451 later"]
    net.ticks()
    assert _tested(net, person) is None
    net.ticks(timedelta(minutes=1))
    assert _tested(net, person) == net.now


def _tested(net: Net, person: SafetyPerson) -> datetime | None:
    with net.database.reading() as session:
        return session.get_one(SafetyPerson, person.id).tested_at


def test_in_the_demo_mail_is_kept_and_not_sent(database: Database, settings: Settings) -> None:
    net = Net(database, settings)
    assert isinstance(mailer_for(settings, database, lambda: NOW), KeepingMailer)
    net.opens()
    net.ticks()
    with database.reading() as session:
        assert "needs a person" in session.exec(select(KeptMail)).one().subject


def test_nobody_is_told_the_same_twice(net: Net) -> None:
    told = Told("unread", "late:x:2026-05-06", 0)
    with net.database.writing() as session:
        people = session.exec(select(SafetyPerson)).all()
        assert put_down(session, told, people, now=NOW) == 3
        assert put_down(session, told, people, now=NOW) == 0


def test_an_encrypted_connection_is_asked_of_any_server_but_this_machine(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, server: tuple[Moods, str]
) -> None:
    monkeypatch.setattr(mail_room, "LOOPBACK", ())
    mailer = mail_room.SmtpMailer(server[1], "alerts@whatmatters.example")
    handed = mailer.send(mail_room.Mail("lead@riverside.example", "a", "b", "key"))
    assert handed == mail_room.Handed(False, smtplib.SMTPNotSupportedError.__name__)
    assert server[0].mails == []
