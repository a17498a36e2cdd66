"""In a process of its own the fake does the same, set and read from outside."""

import json
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest
import requests
from fake_twilio.asking import CALLBACK, KIT, OURS, SAM, Caller
from fake_twilio.ours import PUBLIC, door
from fake_twilio.process import Apart, apart, command
from fake_twilio.server import FakeTwilio, running


@pytest.fixture(scope="module")
def fake() -> Iterator[Apart]:
    """A fake in a process of its own."""
    with apart(seed=3) as process:
        yield process


@pytest.fixture
def caller(fake: Apart) -> Caller:
    """Somebody who asks the fake, which has forgotten what was."""
    fake.tell("forget")
    return Caller(FakeTwilio(), fake.address)


def test_it_is_set_and_read_from_outside(fake: Apart, caller: Caller) -> None:
    fake.tell("mood", mood="refuse", next_moods=["accept", "accept"], error_code=21408)
    assert [caller.send().status_code for _ in range(3)] == [201, 201, 400]
    state = fake.state()
    counts = {"asked": 3, "accepted": 2, "tokens": 1, "most_for_one_token": 2, "messages": 2}
    assert {name: state[name] for name in counts} == counts
    assert state["by_mood"] == {"accept": 2, "refuse": 1}
    assert (state["wishes"]["seed"], state["wishes"]["error_code"]) == (3, 21408)
    assert fake.ask("by_token") == {"token-1": 2}
    newer = fake.ask("accepted", since=1)
    assert ([form["To"] for form in newer["accepted"]], newer["next"]) == ([SAM], 2)
    assert len(fake.ask("requests")["requests"]) == 3
    fake.set(mood="accept")


def test_it_calls_us_back_and_brings_texts_in(fake: Apart, caller: Caller) -> None:
    with door() as ours:
        fake.set(rewrite={PUBLIC: ours.address}, inbound_url=f"{PUBLIC}/sms/inbound")
        sid = caller.send().json()["sid"]
        call = fake.tell("call_back", sid=sid, status="undelivered", error_code=30003)
        assert (call["url"], call["status"]) == (CALLBACK, 200)
        fake.tell("text_in", **{"from": KIT, "to": OURS, "body": "sleep", "times": 2})
        fake.tell("text_in", **{"from": KIT, "to": OURS, "body": "school", "wait": False})
        assert fake.ask("settled")["settled"]
        assert ours.all_signed("token-of-the-tests-token-of-the-tests")
        assert len(ours.came) == 4
    assert len(fake.ask("messages", to=OURS)["messages"]) == 2
    assert {call["kind"] for call in fake.ask("calls")["calls"]} == {"receipt", "inbound"}
    assert (fake.state()["calls"], fake.state()["calls_failed"]) == (4, 0)
    with pytest.raises(ValueError, match="no such message"):
        fake.tell("call_back", sid="SM0", status="sent")


@pytest.mark.parametrize(
    "wishes", [{"mood": "acept"}, {"moood": "accept"}, {"seed": "three"}, {"check_auth": 1}]
)
def test_a_wish_that_means_nothing_is_refused_whole(
    fake: Apart, caller: Caller, wishes: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match=next(iter(wishes))):
        fake.set(account_status="closed", **wishes)
    assert fake.state()["wishes"]["account_status"] == "active"


def test_the_same_control_is_there_in_a_thread() -> None:
    with running(mood="refuse") as fake, requests.Session() as session:
        inside = Apart(fake.address, session)
        assert inside.state()["wishes"]["mood"] == "refuse"
        inside.set(mood="too_many")
        assert fake.mood == "too_many"
        fake.mood = "accept"
        assert inside.state()["wishes"]["mood"] == "accept"


@pytest.mark.parametrize("how", ["request", "signal"])
def test_it_ends_when_it_is_told_to(how: str) -> None:
    with subprocess.Popen(**command({}), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        if how == "request":
            requests.post(f"{said['address']}/_fake/stop", timeout=5)
        else:
            process.send_signal(signal.SIGTERM)
        assert (process.wait(5), said["pid"]) == (0, process.pid)


def test_it_takes_at_least_a_few_hundred_texts_in_a_second(fake: Apart, caller: Caller) -> None:
    """Ask it one by one, on one line; the full measure is the benchmarks' own."""
    form = {"To": SAM, "From": OURS, "Body": "Hi Sam", "StatusCallback": CALLBACK}
    url = f"{fake.address}/2010-04-01/Accounts/AC{'0' * 32}/Messages.json"
    begun = time.monotonic()
    for _ in range(200):
        assert fake.session.post(url, data=form, timeout=5).status_code == 201
    assert time.monotonic() - begun < 2
