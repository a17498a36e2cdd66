"""A reply whose webhook was lost is told where help is all the same: late, once, or it is said."""

from datetime import datetime, timedelta

import pytest
from cast import ELLA, NOW, SAM
from conversations.conftest import Asked, TextIn
from conversations.lost import (
    CALM,
    HELP,
    LATE,
    MEDICAL,
    NIGHT,
    R1,
    R2,
    STRANGER,
    Provider,
    events,
)
from conversations.posting import kept
from sqlmodel import col, select

from app.conversations import intake
from app.db import Database
from app.invitations.models import OptOut
from app.invitations.opt_out import record_opt_out


@pytest.mark.parametrize(
    ("body", "says", "code"),
    [
        (R1, HELP, "tier 1 late"),
        (R2, HELP, "tier 2 late"),
        (MEDICAL, "Please call 999 now", "tier 1 medical late"),
    ],
)
@pytest.mark.parametrize("at", [NOW, NIGHT])
def test_a_reply_that_was_fetched_is_told_where_help_is_once_at_any_hour(
    database: Database, asked: Asked, provider: Provider,
    body: str, says: str, code: str, at: datetime,
) -> None:  # fmt: skip
    asked()
    provider.loses(body, at=at)
    for minutes in (10, 20, 30):
        (text,) = provider.goes_on(at + timedelta(minutes=minutes))
    assert text.to == SAM.mobile
    assert text.body.startswith(says)
    assert body not in text.body
    assert text.sender == provider.settings.sender
    assert events(database) == [("answered", code)]


def test_a_calm_reply_that_was_fetched_gets_no_answer(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    provider.loses(CALM)
    assert provider.goes_on() == []
    assert [each.answer_kind for each in kept(database)] == [None]


def test_a_reply_kept_by_a_webhook_that_died_is_told_where_help_is(
    database: Database, asked: Asked, provider: Provider, text_in: TextIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def dies(*_: object, **__: object) -> None:
        raise SystemExit

    asked()
    with monkeypatch.context() as patched:
        patched.setattr(intake, "read_alone", dies)
        with pytest.raises(SystemExit):
            text_in(R1)
    assert [each.understood_at for each in kept(database)] == [None]
    (text,) = provider.goes_on()
    assert text.body.startswith(HELP)


def test_one_that_cannot_be_understood_is_told_where_help_is_once_all_the_same(
    database: Database, asked: Asked, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    asked()
    provider.loses(R1)
    with monkeypatch.context() as patched:
        patched.setattr(intake, "understand", broken)
        for minutes in range(10, 40, 10):
            (text,) = provider.goes_on(NOW + timedelta(minutes=minutes))
    assert text.body.startswith(HELP)
    assert len(provider.goes_on(NOW + timedelta(hours=1))) == 1
    (reply,) = kept(database)
    assert (reply.understood_at is None, reply.answer_kind) == (False, "support_now")
    assert events(database) == [("answered", "tier 1 late")]


def test_who_was_answered_although_it_could_not_be_understood_is_not_answered_again(
    database: Database, asked: Asked, provider: Provider, text_in: TextIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    asked()
    with monkeypatch.context() as patched:
        patched.setattr(intake, "understand", broken)
        assert HELP in text_in(R1).text
        assert provider.goes_on() == []
    assert provider.goes_on() == []
    (reply,) = kept(database)
    assert (reply.understood_at is None, reply.answer_kind) == (False, "support_now")


def test_it_is_said_once_a_day_and_again_when_it_is_graver(
    database: Database, asked: Asked, provider: Provider, text_in: TextIn
) -> None:
    asked()
    provider.loses(R2)
    provider.loses("he hits me all the time my mums boyfriend", at=NOW + timedelta(minutes=1))
    assert len(provider.goes_on()) == 1
    assert "<Message>" not in text_in("he hurt me badly my mums boyfriend").text
    provider.loses(R1, at=NOW + timedelta(minutes=2))
    assert len(provider.goes_on(LATE + timedelta(minutes=10))) == 2
    assert "<Message>" not in text_in("i want to kill myself tonight").text


def test_who_was_told_by_a_webhook_meanwhile_is_not_told_again(
    asked: Asked, provider: Provider, text_in: TextIn
) -> None:
    asked()
    provider.loses(R1, at=NOW - timedelta(minutes=20))
    assert HELP in text_in(R1).text
    assert provider.goes_on() == []


def test_it_counts_as_an_answer_of_the_day_and_is_not_kept_away_by_three(
    database: Database, asked: Asked, provider: Provider, text_in: TextIn
) -> None:
    asked()
    for body in ("who is this", "who sees this", CALM):
        assert "<Message>" in text_in(body).text
    provider.loses(R1)
    assert len(provider.goes_on()) == 1
    answered = [each for each in kept(database) if each.answer_kind]
    assert len(answered) == 4
    assert "<Message>" not in text_in("cant make it").text


def test_an_unknown_number_is_told_too(database: Database, provider: Provider) -> None:
    provider.loses(R1, STRANGER)
    (text,) = provider.goes_on()
    assert text.to == STRANGER
    assert text.body.startswith(HELP)


def test_who_has_said_stop_is_told_too_and_a_stop_in_the_same_text_is_obeyed(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    asked(ELLA)
    with database.writing() as session:
        record_opt_out(session, str(SAM.mobile), "texted", by="tests", now=NOW)
    provider.loses(R1)
    provider.loses(f"stop texting me. {R1}", str(ELLA.mobile))
    to = {each.to: each for each in provider.goes_on()}
    sam, ella = to[str(SAM.mobile)], to[str(ELLA.mobile)]
    assert HELP in sam.body
    assert HELP in ella.body
    with database.reading() as session:
        stopped = len(session.exec(select(OptOut).where(col(OptOut.number_key).is_not(None))).all())
    assert (stopped == 2) == ("no more texts" in ella.body)


def test_a_phone_that_others_read_gets_the_plain_thanks(
    database: Database, asked: Asked, provider: Provider
) -> None:
    asked()
    provider.loses(f"{R2} dont reply he reads my texts")
    texts = provider.goes_on()
    assert [HELP in each.body for each in texts] in ([], [False])
    assert events(database) == []
