"""What the words deny is not said, however like it they sound."""

import pytest

from app.conversations.intent import Intent
from app.conversations.intents import cannot_attend
from app.conversations.reading import read


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("please dont cancel my appointment", Intent.CANNOT_ATTEND),
        ("can you text me instead of ringing", Intent.CALL_ME),
        ("texts are better than calls", Intent.CALL_ME),
        ("dont ring me at work", Intent.CALL_ME),
    ],
)
def test_what_is_denied_is_not_said(text: str, denied: Intent) -> None:
    assert denied not in read([text]).intents


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dont cancel it but i cant come on tues", Intent.CANNOT_ATTEND),
        ("instead of calling mum can you call me", Intent.CALL_ME),
    ],
)
def test_what_is_said_all_the_same_is_said(text: str, said: Intent) -> None:
    assert said in read([text]).intents


def test_who_will_not_cancel_does_not_cancel_by_any_road() -> None:
    assert cannot_attend("cancel my appointment")
    assert not cannot_attend("dont cancel my appointment")
