"""What is redacted or deleted at the fake is gone from it; the account answers to its owner."""

from collections.abc import Callable

import pytest
import requests
from fake_twilio.asking import ACCOUNT, SAM, Caller
from fake_twilio.server import FakeTwilio

Erase = Callable[[Caller, str], requests.Response]

OTHER = "AC" + "1" * 32


@pytest.fixture
def path(caller: Caller) -> str:
    """Where a text that was accepted is found."""
    return f"/Messages/{caller.send().json()['sid']}.json"


def redact(caller: Caller, path: str) -> requests.Response:
    return caller.ask("POST", path, data={"Body": ""})


def delete(caller: Caller, path: str) -> requests.Response:
    return caller.ask("DELETE", path)


def test_a_redacted_text_stays_without_its_words(caller: Caller, path: str) -> None:
    answer = redact(caller, path)
    assert (answer.status_code, answer.json()["body"]) == (200, "")
    assert caller.bodies(To=SAM) == [""]


def test_a_deleted_text_is_nowhere_any_more(fake: FakeTwilio, caller: Caller, path: str) -> None:
    answer = delete(caller, path)
    assert (answer.status_code, answer.content) == (204, b"")
    assert caller.listed() == []
    assert caller.listed(To=SAM) == []
    gone = [caller.ask("GET", path), delete(caller, path), redact(caller, path)]
    assert [(each.status_code, each.json()["code"]) for each in gone] == [(404, 20404)] * 3
    assert (len(fake.deleted), fake.messages, len(fake.accepted)) == (1, {}, 1)


@pytest.mark.parametrize("form", [{"Body": "other words"}, {"Status": "canceled"}, {}])
def test_nothing_of_a_text_changes_but_to_nothing(
    caller: Caller, path: str, form: dict[str, str]
) -> None:
    assert caller.ask("POST", path, data=form).status_code == 400
    assert caller.bodies() == ["Hi Sam"]


@pytest.mark.parametrize("do", [redact, delete])
def test_an_erasure_may_fail_before_or_after_it_is_done(
    fake: FakeTwilio, caller: Caller, path: str, do: Erase
) -> None:
    for mood, status in (("unavailable", 503), ("too_many", 429), ("not_finished", 409)):
        fake.erase_mood = mood
        assert do(caller, path).status_code == status
    fake.erase_mood = "hang_up"
    with pytest.raises(requests.ConnectionError):
        do(caller, path)
    assert caller.bodies() == ["Hi Sam"]
    fake.erase_mood = "done_then_unavailable:500"
    assert do(caller, path).status_code == 500
    assert caller.bodies() in ([], [""])


def test_an_erasure_may_be_done_and_its_answer_lost(
    fake: FakeTwilio, caller: Caller, path: str
) -> None:
    fake.erase_mood = "done_then_hang_up"
    with pytest.raises(requests.ConnectionError):
        delete(caller, path)
    assert caller.bodies() == []


def test_a_text_on_its_way_may_be_kept_until_it_is_finished(
    fake: FakeTwilio, caller: Caller, path: str
) -> None:
    fake.erase_only_finished = True
    assert delete(caller, path).json()["code"] == 20009
    fake.receipt(next(iter(fake.messages)), "delivered")
    assert delete(caller, path).status_code == 204


@pytest.mark.parametrize(
    "auth", [None, (OTHER, "token-of-the-tests-token-of-the-tests"), (ACCOUNT, "wrong")]
)
def test_who_is_not_the_account_is_refused_and_leaves_no_trace(
    fake: FakeTwilio, caller: Caller, auth: tuple[str, str] | None
) -> None:
    fake.check_auth, fake.next_moods = True, ["hang_up_before_accepting"]
    caller.auth = auth
    for answer in (caller.send(), caller.look_up(), caller.ask("GET", ".json")):
        assert (answer.status_code, answer.json()["code"]) == (401, 20003)
    assert (fake.accepted, fake.asked, len(fake.next_moods)) == ([], 0, 1)


def test_the_account_is_let_in_and_shows_its_state(fake: FakeTwilio, caller: Caller) -> None:
    fake.check_auth, caller.auth = True, (ACCOUNT, fake.auth_token)
    assert caller.send().status_code == 201
    assert caller.ask("GET", ".json").json()["status"] == "active"
    fake.account_status = "suspended"
    assert caller.ask("GET", ".json").json()["status"] == "suspended"


def test_a_text_of_another_account_is_not_erased(
    fake: FakeTwilio, caller: Caller, path: str
) -> None:
    url = f"{fake.address}/2010-04-01/Accounts/{OTHER}{path}"
    assert requests.delete(url, timeout=5).status_code == 404
    assert caller.bodies() == ["Hi Sam"]
