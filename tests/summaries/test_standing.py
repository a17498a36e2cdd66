"""How one appointment honestly stands: no reply never looks like nothing to raise."""

from datetime import UTC, datetime, time, timedelta

import pytest

from app.invitations.rules import AskFacts
from app.invitations.states import State
from app.invitations.window import Times
from app.summaries.lines import LineState
from app.summaries.standing import Known, standing

TIMES = Times(4, time(16, 0), time(18, 30), "12345", "Europe/London")
VISIT = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
NOW = datetime(2026, 5, 12, 7, 0, tzinfo=UTC)


def state_of(
    ask: State | None = State.DELIVERED,
    now: datetime = NOW,
    facts: dict[str, object] | None = None,
    **given: object,
) -> tuple[LineState, str]:
    person: dict[str, object] = {
        "status": "booked",
        "starts_at": VISIT,
        "has_mobile": True,
        "opted_out": False,
    }
    ordinary: dict[str, object] = {
        "facts": AskFacts(**person | (facts or {})),  # type: ignore[arg-type]
        "times": TIMES,
        "ask_state": ask,
        "ask_reason": "",
        "code_in_words": "The number takes no texts.",
        "has_priorities": False,
        "intents": (),
        "has_replies": False,
        "has_unplaced": False,
    }
    return standing(Known(**ordinary | given), now=now)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ask", "state"),
    [
        (State.DELIVERED, LineState.NO_REPLY),
        (State.SENT, LineState.NO_REPLY),
        (State.ACCEPTED, LineState.NO_REPLY),
        (State.NO_RECEIPT, LineState.NO_REPLY),
        (State.UNDELIVERED, LineState.NOT_DELIVERED),
        (State.FAILED, LineState.NOT_DELIVERED),
        (State.REJECTED, LineState.NOT_DELIVERED),
        (State.SUBMITTING, LineState.IN_DOUBT),
        (State.IN_DOUBT, LineState.IN_DOUBT),
        (State.UNRESOLVED, LineState.IN_DOUBT),
        (State.READY, LineState.WAITING),
        (State.CLAIMED, LineState.WAITING),
        (State.EXPIRED, LineState.NOT_ASKED),
        (State.SUPPRESSED, LineState.NOT_ASKED),
    ],
)
def test_every_state_of_the_text_has_an_honest_name(ask: State, state: LineState) -> None:
    assert state_of(ask)[0] == state


def test_a_text_that_nobody_saw_arrive_says_so() -> None:
    assert state_of(State.DELIVERED)[1] == ""
    assert "not yet said that it arrived" in state_of(State.SENT)[1]
    assert state_of(State.FAILED)[1] == "The number takes no texts."


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"has_priorities": True, "has_replies": True}, LineState.ANSWERED),
        ({"has_priorities": True, "intents": ("nothing",)}, LineState.ANSWERED),
        ({"intents": ("nothing",), "has_replies": True}, LineState.NOTHING_TO_RAISE),
        ({"intents": ("acknowledgement",), "has_replies": True}, LineState.REPLIED),
        ({"has_unplaced": True}, LineState.TO_PLACE),
        ({"has_unplaced": True, "has_priorities": True}, LineState.ANSWERED),
        ({"facts": {"opted_out": True}}, LineState.OPTED_OUT),
        ({"facts": {"opted_out": True}, "has_priorities": True}, LineState.ANSWERED),
        ({"facts": {"status": "cancelled"}, "has_priorities": True}, LineState.CANCELLED),
    ],
    ids=str,
)
def test_what_came_back_counts_before_what_was_sent(
    given: dict[str, object], state: LineState
) -> None:
    assert state_of(**given)[0] == state  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "now", "state", "why"),
    [
        ({"has_mobile": False}, NOW, LineState.NOT_ASKED, "no mobile"),
        ({}, NOW, LineState.NOT_ASKED, "no time to text"),
        ({"opted_out": True}, NOW, LineState.OPTED_OUT, ""),
        ({}, NOW - timedelta(days=6), LineState.WAITING, "Friday 8 May"),
        ({}, datetime(2026, 5, 8, 15, 30, tzinfo=UTC), LineState.WAITING, "within minutes"),
    ],
)
def test_who_was_not_asked_is_told_apart_with_the_reason(
    facts: dict[str, object], now: datetime, state: LineState, why: str
) -> None:
    found = state_of(None, now, facts)
    assert found[0] == state
    assert why in found[1]
