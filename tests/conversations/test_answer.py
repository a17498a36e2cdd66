"""What we text back, and when we keep quiet."""

import pytest

from app.conversations.answer import MOST_ANSWERS_A_DAY, MOST_OF_ALL_A_DAY, Said, choose
from app.conversations.intent import Intent


def said(*intents: Intent, **given: object) -> Said:
    ordinary: dict[str, object] = {
        "intents": intents,
        "has_priorities": False,
        "is_matched": True,
        "has_desk": True,
    }
    return Said(**ordinary | given)  # type: ignore[arg-type]


# To these a machine says nothing, or a person has to.
UNANSWERED = (
    *(Intent.JOKE, Intent.ABUSE, Intent.SPAM, Intent.AUTO_REPLY, Intent.MOVED, Intent.COMPLAINT),
    *(Intent.ATTENDING, Intent.LANGUAGE, Intent.PROXY),
)


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
        (said(Intent.APPOINTMENT_QUESTION, has_desk=True), "desk"),
        (said(Intent.RUNNING_LATE, has_desk=True), "desk"),
        (said(Intent.CALL_ME, has_priorities=True, has_desk=True), "desk"),
        (said(Intent.APPOINTMENT_QUESTION, has_desk=False), None),
        (said(Intent.PRIVACY), "privacy"),
        (said(Intent.PRIVACY, has_priorities=True), "privacy"),
        *((said(intent), None) for intent in UNANSWERED),
        (said(Intent.MEDIA), "pictures"),
        (said(Intent.UNCLEAR), "clarify"),
        (said(Intent.EMPTY), "clarify"),
        (said(Intent.WRONG_NUMBER), "wrong_number"),
        (said(Intent.FORGET), "forget"),
        (said(Intent.FORGET, Intent.OPT_OUT), "forget"),
        (said(Intent.BEREAVEMENT), None),
        (said(Intent.WHICH), "which_stop"),
        (said(Intent.WHICH, Intent.CANNOT_ATTEND), "which_stop"),
        (said(Intent.WHICH, kinds_before=("which_stop",)), None),
        (said(Intent.WHICH, is_matched=False), "which_stop"),
        (said(Intent.WHICH, is_matched=False, has_desk=False), None),
        (said(Intent.THANKS), None),
        (said(Intent.ACKNOWLEDGEMENT), None),
        (said(Intent.UNCLEAR, kinds_before=("clarify",)), None),
        (said(Intent.NOTHING, kinds_before=("nothing_to_raise",)), None),
        (said(has_priorities=True, kinds_before=("thanks",)), "thanks"),
        (said(has_priorities=True, is_matched=False), None),
        (said(Intent.OPT_OUT, is_matched=False), "stopped"),
        (said(Intent.HELP, is_matched=False), "who_we_are"),
        (said(Intent.OPT_OUT, provider_answered=True), None),
        (said(Intent.PAUSE), "paused"),
        (said(Intent.PAUSE, has_priorities=True), "paused"),
        # Said back only where that may be; each time that it has changed.
        (said(has_priorities=True, can_note=True), "noted"),
        (said(has_priorities=True, can_note=True, given_today=["noted"]), "noted"),
        (said(Intent.PRIVACY, has_priorities=True, can_note=True), "privacy"),
        (said(Intent.PRIVACY, discreet=True), "thanks"),
        # Whom it is about is asked where it must be known, and can be asked.
        (said(has_priorities=True, is_matched=False, can_ask_whom=True), "which_of_you"),
        (said(Intent.NOTHING, is_matched=False, can_ask_whom=True), "which_of_you"),
        (said(Intent.CANNOT_ATTEND, is_matched=False, can_ask_whom=True), "which_of_you"),
        (said(Intent.THANKS, is_matched=False, can_ask_whom=True), None),
        (said(Intent.UNCLEAR, is_matched=False, can_ask_whom=True), None),
        (said(Intent.PRIVACY, is_matched=False, can_ask_whom=True), "privacy"),
        (said(Intent.OPT_OUT, is_matched=False, can_ask_whom=True), "stopped"),
        # Machines, sellers and who swears get nothing, whatever else they say.
        (said(Intent.SPAM, has_priorities=True), None),
        (said(Intent.AUTO_REPLY, Intent.HELP), None),
        (said(Intent.AUTO_REPLY, is_matched=False, can_ask_whom=True, has_priorities=True), None),
        (said(Intent.ABUSE, has_priorities=True), None),
        (said(Intent.ABUSE, Intent.OPT_OUT), "stopped"),
        (said(Intent.JOKE, has_priorities=True), "thanks"),
        # When the visit is over.
        (said(has_priorities=True, is_late=True), "late"),
        (said(has_priorities=True, is_late=True, kinds_before=("late",)), None),
        (said(Intent.NOTHING, is_late=True), "late"),
        (said(Intent.NOTHING, is_late=True, about_feedback=True), None),
        (said(Intent.UNCLEAR, is_late=True), None),
        (said(Intent.CANNOT_ATTEND, is_late=True), "booking"),
        # Who asks back.
        (said(Intent.HELP, asks_ideas=True), "ideas"),
        (said(Intent.HELP, Intent.PROXY), "carers"),
        (said(Intent.WHO, Intent.PROXY, has_priorities=True), "carers"),
        # One clarifying text in a conversation; the desk stands in for a second.
        (said(Intent.UNCLEAR, kinds_before=("which_stop",)), None),
        (said(Intent.UNCLEAR, kinds_before=("which_of_you",)), None),
        (said(Intent.WHICH, kinds_before=("clarify",)), "booking"),
    ],
    ids=str,
)
def test_an_answer_is_chosen(what: Said, answer: str | None) -> None:
    assert choose(what) == answer


def test_one_kind_of_answer_is_given_once_a_day_and_few_in_all() -> None:
    assert choose(said(has_priorities=True, given_today=["thanks"])) is None
    assert choose(said(Intent.HELP, given_today=["thanks"])) == "who_we_are"
    many = ["thanks", "who_we_are", "booking"]
    assert len(many) == MOST_ANSWERS_A_DAY
    assert choose(said(Intent.NOTHING, given_today=many)) is None


def test_who_says_stop_is_told_once_for_each_change_but_not_for_ever() -> None:
    full = ["thanks", "who_we_are", "booking"]
    assert choose(said(Intent.OPT_OUT, given_today=full)) == "stopped"
    assert choose(said(Intent.OPT_OUT, given_today=[*full, "stopped"])) is None
    assert choose(said(Intent.OPT_OUT, given_today=["stopped", "started"])) == "stopped"
    there_and_back = ["stopped", "started"] * (MOST_OF_ALL_A_DAY // 2)
    assert choose(said(Intent.OPT_OUT, given_today=there_and_back)) is None


def test_nobody_is_told_that_texts_are_back_while_they_are_stopped() -> None:
    staff = frozenset({"staff:phone"})
    assert choose(said(Intent.OPT_IN, stopped_because=staff)) is None
    assert choose(said(Intent.OPT_IN)) == "started"


def test_after_a_death_no_machine_answers_any_more() -> None:
    dead = frozenset({"bereavement"})
    for intent in (Intent.BEREAVEMENT, Intent.CANNOT_ATTEND, Intent.HELP, Intent.OPT_OUT):
        assert choose(said(intent, stopped_because=dead)) is None
