"""What we text back, and when we keep quiet."""

import pytest

from app.conversations.answer import MOST_ANSWERS_A_DAY, Said, choose
from app.conversations.intents import Intent


def said(*intents: Intent, **given: object) -> Said:
    ordinary: dict[str, object] = {
        "intents": intents,
        "has_priorities": False,
        "is_matched": True,
        "answered_today": 0,
        "kinds_before": (),
    }
    return Said(**ordinary | given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        (said(has_priorities=True), "thanks"),
        (said(Intent.NOTHING), "nothing_to_raise"),
        (said(Intent.OPT_OUT), "stopped"),
        (said(Intent.OPT_OUT, has_priorities=True), "stopped"),
        (said(Intent.OPT_IN), "started"),
        (said(Intent.HELP), "who_we_are"),
        (said(Intent.WHO), "who_we_are"),
        (said(Intent.CANNOT_ATTEND), "booking"),
        (said(Intent.CANNOT_ATTEND, has_priorities=True), "booking"),
        (said(Intent.MEDIA), "pictures"),
        (said(Intent.UNCLEAR), "clarify"),
        (said(Intent.EMPTY), "clarify"),
        (said(Intent.THANKS), None),
        (said(Intent.ACKNOWLEDGEMENT), None),
        (said(Intent.UNCLEAR, kinds_before=("clarify",)), None),
        (said(Intent.NOTHING, kinds_before=("nothing_to_raise",)), None),
        (said(has_priorities=True, kinds_before=("thanks",)), "thanks"),
        (said(has_priorities=True, is_matched=False), None),
        (said(Intent.OPT_OUT, is_matched=False), "stopped"),
        (said(Intent.HELP, is_matched=False), "who_we_are"),
        (said(Intent.OPT_OUT, provider_answered=True), None),
    ],
    ids=str,
)
def test_an_answer_is_chosen(what: Said, answer: str | None) -> None:
    assert choose(what) == answer


def test_two_machines_that_talk_come_to_an_end() -> None:
    assert choose(said(has_priorities=True, answered_today=MOST_ANSWERS_A_DAY)) is None
    assert choose(said(Intent.HELP, answered_today=MOST_ANSWERS_A_DAY)) is None


def test_who_says_stop_is_always_told_that_it_is_heard() -> None:
    assert choose(said(Intent.OPT_OUT, answered_today=50)) == "stopped"
