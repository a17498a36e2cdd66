"""The list shows what was accepted, newest first; it lags, breaks and lies only as it is told."""

import time
from datetime import UTC, datetime, timedelta

import pytest
import requests
from fake_twilio.asking import KIT, OURS, SAM, SERVICE, Caller
from fake_twilio.server import FakeTwilio

NOON = datetime(2026, 5, 8, 12, tzinfo=UTC)


def send_some(caller: Caller, count: int) -> list[str]:
    """Send so many texts and return their words, newest first."""
    words = [f"text {number}" for number in range(count)]
    for body in words:
        caller.send(Body=body)
    return words[::-1]


@pytest.mark.parametrize("size", ["1", "2", "3", "7", "50"])
def test_all_pages_together_hold_each_text_once_newest_first(caller: Caller, size: str) -> None:
    assert send_some(caller, 7) == caller.bodies(PageSize=size, To=SAM)


def test_a_page_has_twilios_envelope_and_leads_on_and_back(
    fake: FakeTwilio, caller: Caller
) -> None:
    newest = send_some(caller, 5)
    first = caller.look_up(PageSize="2", To=SAM).json()
    second = requests.get(fake.address + first["next_page_uri"], timeout=5).json()
    assert [message["body"] for message in second["messages"]] == newest[2:4]
    counts = {"page": 1, "page_size": 2, "start": 2, "end": 3}
    assert {name: second[name] for name in counts} == counts
    assert (first["previous_page_uri"], first["start"], first["end"]) == (None, 0, 1)
    back = requests.get(fake.address + second["previous_page_uri"], timeout=5).json()
    assert back["messages"] == first["messages"]
    assert "To=%2B447700900101" in second["first_page_uri"]


def test_a_text_that_comes_between_two_pages_moves_none_from_the_next(
    fake: FakeTwilio, caller: Caller
) -> None:
    newest = send_some(caller, 4)
    first = caller.look_up(PageSize="2").json()
    caller.send(Body="between")
    second = requests.get(fake.address + first["next_page_uri"], timeout=5).json()
    assert [message["body"] for message in second["messages"]] == newest[2:]


def test_only_the_texts_asked_for_are_listed(fake: FakeTwilio, caller: Caller) -> None:
    caller.send(Body="to Sam")
    caller.send(Body="to Kit", To=KIT)
    caller.send(Body="from a service", From="", MessagingServiceSid=SERVICE)
    fake.text_in(SAM, OURS, "sleep")
    assert caller.bodies() == ["sleep", "from a service", "to Kit", "to Sam"]
    assert caller.bodies(To=SAM) == ["from a service", "to Sam"]
    assert caller.bodies(From=OURS) == ["to Kit", "to Sam"]
    assert caller.bodies(To=OURS, From=SAM) == ["sleep"]
    assert caller.bodies(To="+447700900555") == []
    assert [message["direction"] for message in caller.listed(To=OURS)] == ["inbound"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"DateSent": "2026-05-08"}, ["noon"]),
        ({"DateSent>": "2026-05-08"}, ["day after", "noon"]),
        ({"DateSent<": "2026-05-08"}, ["noon", "day before"]),
        ({"DateSent>": "2026-05-08T12:00:00Z"}, ["day after", "noon"]),
        ({"DateSent>": "2026-05-08T12:00:01Z"}, ["day after"]),
        ({"DateSent<": "2026-05-08T12:00:00Z"}, ["noon", "day before"]),
        ({"DateSent<": "2026-05-08T11:59:59Z"}, ["day before"]),
        ({"DateSent>": "2026-05-07", "DateSent<": "2026-05-08"}, ["noon", "day before"]),
    ],
)
def test_dates_bound_the_list_with_both_ends_in_it(
    fake: FakeTwilio, caller: Caller, query: dict[str, str], found: list[str]
) -> None:
    for days, body in ((-1, "day before"), (0, "noon"), (1, "day after")):
        when = NOON + timedelta(days=days)
        fake.clock = lambda when=when: when  # type: ignore[misc]
        caller.send(Body=body)
    assert caller.bodies(**query) == found
    fake.undated_are_listed = False
    assert caller.bodies(**query) == []
    assert len(caller.bodies()) == 3


@pytest.mark.parametrize(
    "query", [{"DateSent": "today"}, {"PageSize": "many"}, {"PageToken": "PASM0"}]
)
def test_a_question_that_means_nothing_is_refused(caller: Caller, query: dict[str, str]) -> None:
    assert caller.look_up(**query).status_code == 400


def test_a_list_that_lags_shows_a_text_only_after_a_while(fake: FakeTwilio, caller: Caller) -> None:
    fake.list_lag_seconds = 0.3
    sid = caller.send().json()["sid"]
    assert caller.bodies() == []
    assert caller.ask("GET", f"/Messages/{sid}.json").json()["sid"] == sid
    time.sleep(0.3)
    assert caller.bodies() == ["Hi Sam"]


def test_a_list_that_lies_shows_nothing_or_everything_twice(
    fake: FakeTwilio, caller: Caller
) -> None:
    sid = caller.send().json()["sid"]
    fake.next_look_up_moods = ["lie_absent", "duplicates", "repeats", "honest"]
    assert caller.listed() == []
    twins = caller.listed()
    assert [twin["body"] for twin in twins] == ["Hi Sam", "Hi Sam"]
    assert len({twin["sid"] for twin in twins}) == 2
    assert [each["sid"] for each in caller.listed()] == [sid, sid]
    assert [each["sid"] for each in caller.listed()] == [sid]


def test_a_next_page_may_be_promised_and_fail(fake: FakeTwilio, caller: Caller) -> None:
    caller.send()
    for mood, shown in (("next_page_fails", 1), ("empty_page_next_fails", 0)):
        fake.next_look_up_moods = [mood]
        page = caller.look_up(To=SAM).json()
        assert len(page["messages"]) == shown
        answer = requests.get(fake.address + page["next_page_uri"], timeout=5)
        assert answer.status_code == 503


def test_a_first_page_may_be_empty_and_the_rest_still_there(
    fake: FakeTwilio, caller: Caller
) -> None:
    newest = send_some(caller, 3)
    fake.look_up_mood = "empty_page_first"
    assert caller.look_up(PageSize="2").json()["messages"] == []
    assert caller.bodies(PageSize="2") == newest


def test_a_look_up_may_fail_in_each_way(fake: FakeTwilio, caller: Caller) -> None:
    sid = caller.send().json()["sid"]
    for path in ("/Messages.json", f"/Messages/{sid}.json"):
        fake.next_look_up_moods = ["unavailable", "unavailable:500", "too_many:3", "truncated"]
        answers = [caller.ask("GET", path) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [503, 500, 429, 200]
        assert answers[2].headers["Retry-After"] == "3"
        with pytest.raises(requests.JSONDecodeError):
            answers[3].json()
        for mood in ("hang_up", "hang:0.1", "hang:9"):
            fake.next_look_up_moods = [mood]
            with pytest.raises(requests.RequestException):
                caller.ask("GET", path, timeout=0.3)
        assert caller.ask("GET", path).status_code == 200


def test_a_single_text_may_be_denied_though_it_is_there(fake: FakeTwilio, caller: Caller) -> None:
    sid = caller.send().json()["sid"]
    fake.next_look_up_moods = ["lie_absent"]
    answers = [caller.ask("GET", f"/Messages/{sid}.json") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [404, 200]
