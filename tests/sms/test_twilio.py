"""The seam to Twilio, against a server that also lies and breaks: four honest outcomes."""

import logging
import threading
import time
from collections.abc import Iterator

import pytest
from fake_twilio.server import FakeTwilio, running

from app.settings import Settings
from app.sms import one_try
from app.sms.gateway import Accepted, Outcome, Refused, Text, TryLater, Unknown
from app.sms.twilio import TwilioGateway

TEXT = Text("+447700900101", "Hi Sam", "https://whatmatters.example/sms/receipts/t", 3600)


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    with running() as server:
        yield server


def gateway(settings: Settings, address: str, **changes: object) -> TwilioGateway:
    given = {"gateway": "twilio", "twilio_api_base_url": address, "sender": "+447700900999"}
    return TwilioGateway(settings.model_copy(update=given | changes))


def send(settings: Settings, fake: FakeTwilio, mood: str = "accept") -> Outcome:
    fake.mood = mood
    return gateway(settings, fake.address).send(TEXT)


def test_an_accepted_text_comes_back_with_its_id(settings: Settings, fake: FakeTwilio) -> None:
    assert send(settings, fake) == Accepted(f"SM{1:032x}", "queued")
    assert fake.accepted == [
        {
            "To": TEXT.to,
            "From": "+447700900999",
            "Body": TEXT.body,
            "StatusCallback": TEXT.callback,
            "ValidityPeriod": "3600",
        }
    ]


def test_a_messaging_service_stands_in_for_the_number(settings: Settings, fake: FakeTwilio) -> None:
    gateway(settings, fake.address, twilio_messaging_service_sid="MG1").send(TEXT)
    assert fake.accepted[0]["MessagingServiceSid"] == "MG1"
    assert "From" not in fake.accepted[0]


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (21211, Refused("21211")),
        (21610, Refused("21610", opted_out=True)),
        (21606, Refused("21606", stops_everything=True)),
        (99999, Refused("99999")),
    ],
)
def test_a_refusal_keeps_its_code(
    settings: Settings, fake: FakeTwilio, code: int, outcome: Refused
) -> None:
    fake.error_code = code
    assert send(settings, fake, "refuse") == outcome
    assert fake.accepted == []


def test_wrong_credentials_stop_everything(settings: Settings, fake: FakeTwilio) -> None:
    assert send(settings, fake, "refuse_credentials") == Refused("20003", stops_everything=True)


def test_too_many_requests_are_tried_when_the_provider_says(
    settings: Settings, fake: FakeTwilio
) -> None:
    assert send(settings, fake, "too_many") == TryLater("too many requests", 7.0, everybody=True)


@pytest.mark.parametrize(
    "mood",
    [
        "fail_after_accepting",
        "hang_up_before_accepting",
        "hang_up_after_accepting",
        "answer_nonsense",
        "answer_without_sid",
    ],
)
def test_an_answer_that_is_lost_is_never_taken_for_a_no(
    settings: Settings, fake: FakeTwilio, mood: str
) -> None:
    assert isinstance(send(settings, fake, mood), Unknown)
    assert fake.asked == 1


def test_an_answer_that_comes_too_late_is_unknown(
    settings: Settings, fake: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_try, "READ_SECONDS", 0.2)
    fake.delay_seconds = 0.6
    assert isinstance(send(settings, fake, "answer_too_late"), Unknown)
    assert len(fake.accepted) == 1


def test_where_nobody_listens_nothing_was_sent(settings: Settings) -> None:
    with running() as fake:
        address = fake.address
    outcome = gateway(settings, address).send(TEXT)
    assert isinstance(outcome, TryLater)


def test_a_host_that_nobody_knows_was_sent_nothing(settings: Settings) -> None:
    outcome = gateway(settings, "http://nowhere.invalid").send(TEXT)
    assert isinstance(outcome, TryLater | Unknown)


def test_no_call_waits_for_ever(
    settings: Settings, fake: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (one_try.CONNECT_SECONDS, one_try.READ_SECONDS) == (3.0, 10.0)
    monkeypatch.setattr(one_try, "READ_SECONDS", 0.2)
    begun = time.monotonic()
    assert isinstance(send(settings, fake, "hang"), Unknown)
    assert time.monotonic() - begun < 2
    assert (fake.asked, fake.accepted) == (1, [])


def test_threads_get_each_their_own_answer(settings: Settings, fake: FakeTwilio) -> None:
    shared, outcomes = gateway(settings, fake.address), {}

    def work(place: int) -> None:
        to = f"+4477009001{place:02}"
        outcomes[to] = shared.send(Text(to, f"Hi {place}", TEXT.callback, 60))

    threads = [threading.Thread(target=work, args=(place,)) for place in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    by_sid = {f"SM{place:032x}": form["To"] for place, form in enumerate(fake.accepted, 1)}
    accepted = {to: outcome for to, outcome in outcomes.items() if isinstance(outcome, Accepted)}
    assert len(accepted) == 20
    assert all(by_sid[outcome.sid] == to for to, outcome in accepted.items())


def test_number_and_words_are_in_no_log(
    settings: Settings, fake: FakeTwilio, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        send(settings, fake)
    assert "7700900101" not in caplog.text
    assert "Hi Sam" not in caplog.text
