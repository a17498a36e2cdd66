"""What the pages of texts say of each state, reason and code, and how a day is counted."""

from datetime import UTC, datetime

import pytest

from app.invitations.board_presenter import (
    BoardText,
    counted,
    failure_line,
    moment_in_words,
    notice_in_words,
    summary,
    text_line,
)
from app.invitations.board_words import NOTICES
from app.invitations.notice_kinds import NoticeKind
from app.invitations.rules import Decision, Due, Held, HeldReason, NotYet
from app.invitations.states import Kind, State

FRIDAY = datetime(2026, 5, 8, 15, 0, tzinfo=UTC)

LINES: list[tuple[BoardText, str, str]] = [
    (BoardText(Kind.ASK, None, NotYet(FRIDAY)), "To go", "Friday 8 May, 4pm."),
    (BoardText(Kind.ASK, State.READY, Due()), "To go", "Within minutes."),
    (
        BoardText(Kind.ASK, State.READY, NotYet(FRIDAY), reason="number_day"),
        "To go",
        "Friday 8 May, 4pm. This phone has had its text of the day, so it waits for another day.",
    ),
    (
        BoardText(Kind.ASK, State.READY, Due(), reason="too many requests"),
        "To go",
        "Within minutes. Twilio asked us to wait.",
    ),
    (BoardText(Kind.ASK, State.READY, Due(), reason="configuration"), "To go", "is mended."),
    (BoardText(Kind.ASK, State.READY, NotYet(FRIDAY), reason="fault"), "To go", "tried again."),
    (BoardText(Kind.ASK, State.READY, NotYet(FRIDAY), reason="not_yet"), "To go", "4pm."),
    (
        BoardText(Kind.ASK, None, Held(HeldReason.TOO_LATE)),
        "Not asked: too late",
        "There was no time",
    ),
    (BoardText(Kind.REMINDER, State.PLANNED, Held(HeldReason.TOO_LATE)), "Held", "no time"),
    (BoardText(Kind.ASK, State.PLANNED, Held(HeldReason.OPTED_OUT)), "Held", "This number has"),
    (BoardText(Kind.ASK, None, reason="cannot_be_read"), "Held", "The details cannot be read"),
    (BoardText(Kind.ASK, State.EXPIRED, reason="too_late"), "Not sent: too late", "no time"),
    (BoardText(Kind.ASK, State.CANCELLED, reason="by_hand"), "Cancelled", "Somebody at the"),
    (BoardText(Kind.ASK, State.CANCELLED, reason="unheard_of"), "Cancelled", "It was not sent."),
    (BoardText(Kind.ASK, State.SUPPRESSED, error_code="21610"), "Held", "asked the network"),
    (BoardText(Kind.ASK, State.UNRESOLVED), "Not sure it went", "We cannot tell"),
    (
        BoardText(Kind.ASK, State.UNRESOLVED, reason="found_after_restore"),
        "Not sure it went",
        "Twilio holds a text to this phone that fits nothing here. We cannot tell",
    ),
    (BoardText(Kind.ASK, State.IN_DOUBT), "Being looked up", "We are finding out"),
    (BoardText(Kind.ASK, State.ACCEPTED, at=FRIDAY), "Sent", "Friday 8 May, 4pm. The network"),
    (BoardText(Kind.ASK, State.UNDELIVERED, error_code="30003"), "Not delivered", "be reached"),
    (BoardText(Kind.ASK, State.FAILED, error_code="99999"), "Not delivered", "needs a look"),
    (BoardText(Kind.ASK, State.NO_RECEIPT), "Sent, no receipt", "never said"),
]


@pytest.mark.parametrize(("text", "label", "says"), LINES)
def test_each_state_is_said_in_plain_words(text: BoardText, label: str, says: str) -> None:
    line = text_line(text, "Europe/London")
    assert line["label"] == label
    assert says in str(line["says"])


def test_what_is_due_waits_in_words_while_sending_stands_still() -> None:
    line = text_line(BoardText(Kind.ASK, State.READY, Due()), "Europe/London", stands_still=True)
    assert line["says"] == "As soon as sending goes on."


def test_every_state_has_its_words() -> None:
    for state in State:
        line = text_line(BoardText(Kind.ASK, state, at=FRIDAY), "Europe/London")
        assert line["label"]
        assert str(line["says"]).strip()


@pytest.mark.parametrize(
    ("state", "to_do"),
    [
        (State.EXPIRED, "Ask them at the visit, or ring them before it."),
        (State.FAILED, "It is not sent again: ring them if it matters."),
        (State.UNRESOLVED, ""),
    ],
)
def test_what_reached_nobody_says_what_to_do(state: State, to_do: str) -> None:
    line = failure_line(BoardText(Kind.ASK, state), FRIDAY, "Europe/London")
    assert line["to_do"] == to_do
    assert line["visit"] == "Friday 8 May, 4pm"


def test_every_notice_has_its_words() -> None:
    for kind in NoticeKind:
        assert kind in NOTICES
        assert all(notice_in_words(kind.value))
    assert notice_in_words("unheard of")[1] == "Open the visit."


def test_a_day_is_counted_in_one_line() -> None:
    ways: list[tuple[State | None, Decision | None]] = [
        (None, NotYet(FRIDAY)),
        (State.READY, Due()),
        (State.PLANNED, Held(HeldReason.OPTED_OUT)),
        (State.SUPPRESSED, None),
        (None, Held(HeldReason.TOO_LATE)),
        (State.EXPIRED, None),
        (State.ACCEPTED, None),
        (State.DELIVERED, None),
        (State.FAILED, None),
        (State.IN_DOUBT, None),
    ]
    counts = counted(BoardText(Kind.ASK, state, decision) for state, decision in ways)
    assert summary(counts) == (
        "3 gone (1 delivered, 1 not delivered), 2 to go, 1 in question, 2 held, 2 not sent"
    )
    assert summary({}) == "no texts"
    assert moment_in_words(FRIDAY, "Europe/London") == "Friday 8 May, 4pm"
