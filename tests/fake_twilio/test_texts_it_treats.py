"""What the fake does with a text is what its mood says, and what it keeps is the truth."""

import re
import threading
import time
from collections import Counter

import pytest
import requests
from fake_twilio.asking import ACCOUNT, CALLBACK, KIT, OURS, SAM, SERVICE, Caller
from fake_twilio.moods import MOODS
from fake_twilio.server import FakeTwilio, running
from fake_twilio.texts import BY_NAME


def test_a_text_it_accepts_is_answered_with_its_sid_and_shows_in_its_list(
    fake: FakeTwilio, caller: Caller
) -> None:
    answer = caller.send()
    content = answer.json()
    assert (answer.status_code, content["sid"]) == (201, f"SM{1:032x}")
    assert (content["status"], content["from"], content["num_segments"]) == ("queued", OURS, "1")
    assert (content["date_sent"], content["direction"]) == (None, "outbound-api")
    assert caller.listed(To=SAM) == [content]
    assert fake.accepted == [
        {"To": SAM, "From": OURS, "Body": "Hi Sam", "StatusCallback": CALLBACK}
    ]
    assert (fake.asked, fake.sent_to, fake.by_token["token-1"]) == (1, [SAM], 1)
    assert list(fake.messages) == [content["sid"]]


def test_a_service_shows_no_sender_before_the_text_is_sent(
    fake: FakeTwilio, caller: Caller
) -> None:
    content = caller.send(From="", MessagingServiceSid=SERVICE).json()
    assert (content["status"], content["from"], content["num_segments"]) == ("accepted", None, "0")
    fake.receipt(content["sid"], "sent")
    (listed,) = caller.listed()
    assert (listed["status"], listed["from"], listed["num_segments"]) == ("sent", OURS, "1")
    assert listed["date_sent"] is not None
    assert listed["messaging_service_sid"] == SERVICE
    named = caller.send(From="+447700900998", MessagingServiceSid=SERVICE).json()
    assert (named["status"], named["from"]) == ("accepted", "+447700900998")


def test_no_two_texts_have_one_sid(fake: FakeTwilio, caller: Caller) -> None:
    fake.sid_prefix = "abc"
    sids = {caller.send().json()["sid"] for _ in range(3)}
    sids.add(fake.text_in(SAM, OURS, "sleep").sid)
    assert len(sids) == 4
    assert all(re.fullmatch(r"SMf?abc[0-9a-f]{28,29}", sid) for sid in sids)


@pytest.mark.parametrize(
    "mood",
    ["hang_up_after_accepting", "answer_cut_short", "answer_too_late:5", "hang_up_then_accept:0"],
)
def test_a_text_may_be_accepted_and_its_answer_lost(
    fake: FakeTwilio, caller: Caller, mood: str
) -> None:
    caller.send_unanswered(mood, 0.3)
    until = time.monotonic() + 5
    while not fake.accepted and time.monotonic() < until:
        time.sleep(0.01)
    assert caller.bodies() == ["Hi Sam"]


@pytest.mark.parametrize("mood", ["hang_up_before_accepting", "hang:0.2", "hang:9"])
def test_a_text_may_be_dropped_without_a_word(fake: FakeTwilio, caller: Caller, mood: str) -> None:
    caller.send_unanswered(mood, 0.4)
    assert (fake.asked, fake.accepted, caller.bodies()) == (1, [], [])


@pytest.mark.parametrize("mood", ["hang_up_then_accept:0.2", "accept_late:0.3"])
def test_a_text_may_be_accepted_when_nobody_waits_any_more(
    fake: FakeTwilio, caller: Caller, mood: str
) -> None:
    caller.send_unanswered(mood, 0.1)
    assert fake.accepted == []
    fake.settle()
    assert caller.bodies() == ["Hi Sam"]


def test_an_answer_that_comes_late_still_comes(fake: FakeTwilio, caller: Caller) -> None:
    begun = time.monotonic()
    assert caller.send("answer_too_late:0.2").status_code == 201
    assert time.monotonic() - begun >= 0.2


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_fault_comes_before_or_after_accepting(
    fake: FakeTwilio, caller: Caller, status: int
) -> None:
    assert caller.send(f"fail_before_accepting:{status}").status_code == status
    assert fake.accepted == []
    assert caller.send(f"fail_after_accepting:{status}").status_code == status
    fake.fail_status = status
    assert caller.send("fail_after_accepting").status_code == status
    assert len(fake.accepted) == 2


def test_too_many_requests_are_told_how_long_to_wait(fake: FakeTwilio, caller: Caller) -> None:
    answers = [caller.send(mood) for mood in ("too_many", "too_many:1")]
    assert [answer.status_code for answer in answers] == [429, 429]
    assert [answer.headers["Retry-After"] for answer in answers] == ["7", "1"]
    assert [answer.json()["code"] for answer in answers] == [20429, 20429]
    assert fake.accepted == []


@pytest.mark.parametrize("code", [21211, 21408, 21606, 21610])
def test_a_refusal_has_twilios_shape_and_code(fake: FakeTwilio, caller: Caller, code: int) -> None:
    answer = caller.send(f"refuse:{code}")
    assert answer.status_code == 400
    assert set(answer.json()) == {"code", "message", "more_info", "status"}
    assert answer.json()["code"] == code
    assert fake.accepted == []


def test_an_answer_may_be_nonsense_though_the_text_was_accepted(
    fake: FakeTwilio, caller: Caller
) -> None:
    for mood in ("answer_nonsense", "answer_html"):
        answer = caller.send(mood)
        assert answer.status_code == 201
        with pytest.raises(requests.JSONDecodeError):
            answer.json()
    assert "sid" not in caller.send("answer_without_sid").json()
    assert len(fake.accepted) == len(caller.bodies()) == 3


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"To": ""}, 21604),
        ({"From": ""}, 21603),
        ({"Body": ""}, 21602),
        ({"Body": "a" * 1601}, 21617),
        ({"To": KIT}, 21614),
    ],
)
def test_a_text_that_twilio_itself_refuses_is_refused_in_any_mood(
    fake: FakeTwilio, caller: Caller, form: dict[str, str], code: int
) -> None:
    fake.refusals[KIT] = 21614
    for mood in ("accept", "hang_up_after_accepting"):
        assert caller.send(mood, **form).json()["code"] == code
    assert fake.accepted == []


def test_the_queue_goes_before_the_mix_and_the_mix_before_the_mood(
    fake: FakeTwilio, caller: Caller
) -> None:
    fake.mood, fake.mix = "refuse", {"too_many": 1.0}
    fake.next_moods = ["accept", "refuse_credentials"]
    statuses = [caller.send().status_code for _ in range(3)]
    fake.mix = {}
    assert [*statuses, caller.send().status_code] == [201, 401, 429, 400]
    assert fake.by_mood == {"accept": 1, "refuse_credentials": 1, "too_many": 1, "refuse": 1}


def test_a_mix_is_drawn_by_its_weights_and_the_same_way_from_one_seed() -> None:
    fake, again = FakeTwilio(), FakeTwilio()
    fake.mix = again.mix = {"accept": 0.7, "refuse:21610": 0.2, "hang": 0.1}
    fake.seed = again.seed = 7
    drawn = [fake.pick_mood() for _ in range(1000)]
    assert drawn == [again.pick_mood() for _ in range(1000)]
    assert all(abs(Counter(drawn)[mood] / 1000 - part) < 0.05 for mood, part in fake.mix.items())


def test_a_mood_nobody_knows_is_not_taken(fake: FakeTwilio) -> None:
    with pytest.raises(ValueError, match="acept"):
        fake.mood = "acept"
    with pytest.raises(ValueError, match="look_up_mood"):
        fake.look_up_mood = "accept"
    with pytest.raises(ValueError, match="moood"), running(moood="accept"):
        """Not reached."""
    assert tuple(BY_NAME) == MOODS


def test_a_fault_of_the_fake_itself_fails_the_test_that_meets_it() -> None:
    def meet(mood: str, **wishes: object) -> None:
        with running(**wishes) as fake:
            Caller(fake, fake.address).send(mood)
            fake.settle()

    for mood, receipts in (("refuse:soon", []), ("accept", ["sent:soon"])):
        with pytest.raises(AssertionError, match="broken"):
            meet(mood, receipts=receipts)


def test_what_is_used_up_is_the_fakes_own(fake: FakeTwilio, caller: Caller) -> None:
    moods = ["refuse", "accept"]
    fake.next_moods = moods
    assert [caller.send().status_code for _ in moods] == [400, 201]
    assert (moods, fake.next_moods) == (["refuse", "accept"], [])


def test_a_delay_holds_back_nobody_else(fake: FakeTwilio, caller: Caller) -> None:
    fake.base_delay_ms = 200
    threads = [threading.Thread(target=caller.send) for _ in range(10)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0.2 <= time.monotonic() - begun < 1.5
    assert len(fake.accepted) == 10
    assert fake.most_at_once > 1


def test_a_line_stays_open_from_text_to_text(fake: FakeTwilio) -> None:
    with requests.Session() as session:
        url = f"{fake.address}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
        form = {"To": SAM, "From": OURS, "Body": "Hi"}
        lines = []
        for _ in range(3):
            with session.post(url, data=form, stream=True, timeout=5) as answer:
                lines.append(answer.raw.connection.sock.getsockname())  # type: ignore[union-attr]
                answer.json()
    assert len(set(lines)) == 1


def test_everything_asked_is_remembered_in_order(fake: FakeTwilio, caller: Caller) -> None:
    caller.send("refuse")
    caller.look_up(To=SAM)
    text, look_up = fake.requests
    assert (text.method, text.mood, text.form["Body"]) == ("POST", "refuse", "Hi Sam")
    assert (look_up.method, look_up.query) == ("GET", {"To": SAM})
    assert text.path == look_up.path
    assert text.at <= look_up.at <= time.monotonic()
    fake.forget()
    assert (fake.requests, fake.asked, fake.mood) == ([], 0, "accept")
