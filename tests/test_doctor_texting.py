"""What the doctor says of texting: opt-out words, live or trial, and what stands still."""

from datetime import datetime

import pytest
from cast import LONDON
from doctored import by_name, of
from sqlmodel import select

from app.db import Database
from app.doctor import Check, texting_checks
from app.invitations import pauses
from app.invitations.live import go_live
from app.invitations.models import Notice
from app.invitations.notices import NoticeKind, mark_seen, notify
from app.settings import Settings


def real(settings: Settings, database: Database, **changed: object) -> Settings:
    """Settings of a service that sends with Twilio, as they should be."""
    right: dict[str, object] = {
        "gateway": "twilio",
        "twilio_messaging_service_sid": "MG" + "0" * 32,
        "twilio_opt_out_words": "STOP, StopAll,UNSUBSCRIBE",
        "texting": "live",
    }
    return of(settings, database).model_copy(update=right | changed)


def texting(settings: Settings) -> dict[str, Check]:
    return by_name(texting_checks(settings))


def test_on_the_pretend_phone_no_words_and_no_live_address_are_needed(
    settings: Settings, database: Database
) -> None:
    found = texting(of(settings, database))
    assert [(name, check.ok) for name, check in found.items()] == [
        ("opt-out words", True),
        ("live", True),
        ("pauses", True),
    ]


@pytest.mark.parametrize(
    ("changed", "found", "advice"),
    [
        ({"twilio_messaging_service_sid": ""}, "a bare number", "TWILIO_MESSAGING_SERVICE_SID"),
        ({"twilio_opt_out_words": ""}, "is empty", "Advanced Opt-Out"),
        ({"twilio_opt_out_words": " , "}, "is empty", "TWILIO_OPT_OUT_WORDS="),
        ({"twilio_opt_out_words": "STOP,CANCEL,end"}, "CANCEL, END would", "Advanced Opt-Out"),
        ({"twilio_opt_out_words": "stop quit"}, "QUIT would", "take out CANCEL"),
        ({"twilio_opt_out_words": "STOP;REVOKE;OPTOUT"}, "REVOKE, OPTOUT would", "take out"),
        ({"twilio_opt_out_words": "STOP,yes"}, "YES would", "take YES out"),
    ],
    ids=str,
)
def test_opt_out_words_that_would_block_a_young_person_are_found(
    settings: Settings,
    sqlite_database: Database,
    changed: dict[str, object],
    found: str,
    advice: str,
) -> None:
    check = texting(real(settings, sqlite_database, **changed))["opt-out words"]
    assert not check.ok
    assert found in check.found
    assert advice in check.advice


def test_opt_out_words_of_our_own_are_well(settings: Settings, database: Database) -> None:
    check = texting(real(settings, database))["opt-out words"]
    assert (check.ok, check.found) == (True, "STOP, STOPALL, UNSUBSCRIBE")


def test_somebody_twilio_blocked_proves_that_its_own_words_are_on(
    settings: Settings, database: Database, now: datetime
) -> None:
    with database.writing() as session:
        notify(session, NoticeKind.LOST_BY_PROVIDER, "1", now=now, organisation_code=LONDON)
    check = texting(real(settings, database))["opt-out words"]
    assert not check.ok
    assert "blocked 1 who did not say STOP" in check.found
    assert "text START" in check.advice
    with database.writing() as session:
        seen = session.exec(select(Notice)).one()
        assert mark_seen(session, LONDON, seen.id, by="staff:1", now=now)
    assert texting(real(settings, database))["opt-out words"].ok


def test_a_database_that_is_live_for_another_address_is_found(
    settings: Settings, database: Database, now: datetime
) -> None:
    live = real(settings, database)
    check = texting(live)["live"]
    assert (check.ok, check.advice.endswith("whatmatters go-live")) == (False, True)
    with database.writing() as session:
        go_live(session, live, by="tests", now=now)
    assert texting(live)["live"].ok
    moved = live.model_copy(update={"public_base_url": "https://copy.example"})
    assert "not live for copy.example" in texting(moved)["live"].found


def test_a_trial_says_how_many_are_texted(settings: Settings, database: Database) -> None:
    trial = {"texting": "trial", "trial_numbers": "+447700900101, +447700900102"}
    check = texting(real(settings, database, **trial))["live"]
    assert (check.ok, check.found) == (True, "trial: texts go to 2 numbers only")


@pytest.mark.parametrize(
    ("reason", "well"),
    [
        (pauses.BY_HAND, True),
        (pauses.NO_CONNECTION, True),
        (pauses.CONFIGURATION, False),
        (pauses.CONTENT, False),
        (pauses.CAP_OVERALL, False),
        (pauses.RESTORE, False),
    ],
)
def test_what_stands_still_is_said_and_is_a_fault_only_if_people_must_mend_it(
    settings: Settings, database: Database, now: datetime, reason: str, well: bool
) -> None:
    assert texting(of(settings, database))["pauses"].found == "nothing stands still"
    with database.writing() as session:
        pauses.pause(session, pauses.ALL, reason, by="tests", now=now)
    check = texting(of(settings, database))["pauses"]
    assert check.ok == well
    assert pauses.IN_WORDS[reason] in check.found
    assert bool(check.advice) != well
