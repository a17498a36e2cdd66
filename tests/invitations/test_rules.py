"""Whether a text is due, or why it is held."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.invitations.rules import (
    IN_WORDS,
    AskFacts,
    Due,
    Held,
    HeldReason,
    NotYet,
    decide,
    decide_ask,
    try_again_from,
)
from app.invitations.states import Kind
from app.invitations.window import Times, is_open

TIMES = Times(4, time(16, 0), time(18, 30), "12345", "Europe/London")
VISIT = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
ASK = datetime(2026, 5, 8, 15, 0, tzinfo=UTC)


def facts(**given_: object) -> AskFacts:
    ordinary: dict[str, object] = {
        "status": "booked",
        "starts_at": VISIT,
        "has_mobile": True,
        "opted_out": False,
        "asked": False,
    }
    return AskFacts(**ordinary | given_)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "decision"),
    [
        (ASK - timedelta(days=10), NotYet(ASK)),
        (ASK - timedelta(minutes=1), NotYet(ASK)),
        (ASK, Due()),
        (ASK + timedelta(hours=2), Due()),
        (ASK + timedelta(hours=3), NotYet(ASK + timedelta(days=3))),
        (ASK + timedelta(days=3, minutes=5), Due()),
        (ASK + timedelta(days=3, hours=3), Held(HeldReason.TOO_LATE)),
        (VISIT + timedelta(minutes=1), Held(HeldReason.TOO_LATE)),
    ],
)
def test_an_ask_is_due_from_its_day_in_every_open_window_until_the_visit(
    now: datetime, decision: object
) -> None:
    assert decide_ask(facts(), TIMES, now) == decision


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ({"status": "cancelled"}, HeldReason.CANCELLED),
        ({"status": "fulfilled"}, HeldReason.NOT_BOOKED),
        ({"status": "noshow"}, HeldReason.NOT_BOOKED),
        ({"has_mobile": False}, HeldReason.NO_MOBILE),
        ({"opted_out": True}, HeldReason.OPTED_OUT),
        ({"asked": True}, HeldReason.ALREADY_ASKED),
    ],
)
def test_who_must_not_be_texted_is_held_with_the_reason(
    given_: dict[str, object], reason: HeldReason
) -> None:
    assert decide_ask(facts(**given_), TIMES, ASK) == Held(reason)
    assert IN_WORDS[reason]


@given(
    st.datetimes(
        min_value=datetime(2026, 1, 1), max_value=datetime(2028, 12, 31), timezones=st.just(UTC)
    ),
    st.integers(-40, 400),
)
def test_no_minute_outside_the_window_is_ever_due(now: datetime, hours: int) -> None:
    visit = now + timedelta(hours=hours)
    decision = decide_ask(facts(starts_at=visit), TIMES, now)
    if isinstance(decision, Due):
        assert is_open(now, TIMES)
        assert now < visit
        assert (visit - now) < timedelta(days=6)
    if isinstance(decision, NotYet):
        assert now < decision.at < visit
        assert is_open(decision.at, TIMES)


@pytest.mark.parametrize(
    ("now", "given_", "decision"),
    [
        (ASK + timedelta(hours=1), {"asked_at": ASK}, NotYet(ASK + timedelta(days=3))),
        (ASK + timedelta(days=3, minutes=5), {"asked_at": ASK}, Due()),
        (ASK + timedelta(days=3, minutes=5), {}, Held(HeldReason.NOT_ASKED)),
        (
            ASK + timedelta(days=3, hours=1),
            {"asked_at": ASK + timedelta(days=3)},
            Held(HeldReason.NOT_ASKED),
        ),
        (
            ASK + timedelta(days=3, hours=1),
            {"asked_at": ASK, "answered": True},
            Held(HeldReason.ANSWERED),
        ),
        (VISIT - timedelta(minutes=5), {"asked_at": ASK}, Held(HeldReason.TOO_LATE)),
    ],
)
def test_a_reminder_goes_the_day_before_to_those_asked_earlier_who_are_silent(
    now: datetime, given_: dict[str, object], decision: object
) -> None:
    assert decide(Kind.REMINDER, facts(**given_), TIMES, now) == decision


@pytest.mark.parametrize("status", ["booked", "fulfilled", "noshow", "cancelled"])
def test_feedback_is_asked_for_after_a_visit_that_took_place_only(status: str) -> None:
    took_place = status in ("booked", "fulfilled")
    given_ = facts(status=status, asked_at=ASK)
    decision = decide(Kind.FEEDBACK, given_, TIMES, VISIT + timedelta(hours=7))
    assert isinstance(decision, Due) is took_place
    late = decide(Kind.FEEDBACK, given_, TIMES, VISIT + timedelta(days=3, minutes=1))
    assert isinstance(late, Held)


@given(st.integers(0, 10))
def test_about_one_visit_four_texts_are_enough(left: int) -> None:
    enough = decide_ask(facts(left=left), TIMES, ASK) == Held(HeldReason.ENOUGH_TEXTS)
    assert enough is (left >= 4)


def test_what_found_no_phone_waits_two_hours() -> None:
    assert try_again_from(ASK) == ASK + timedelta(hours=2)
