"""The fake speaks as Twilio's published description says, and so does our side to it."""

from datetime import UTC, datetime
from typing import Any

import pytest
import requests
from fake_twilio.asking import ACCOUNT, FOLDER, KIT, OURS, SAM, SERVICE, Caller
from fake_twilio.description import faults, operations, request_faults, response_faults
from fake_twilio.server import FakeTwilio
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from app.settings import Settings
from app.sms.account import account_fault
from app.sms.gateway import Accepted, Text
from app.sms.twilio import TwilioGateway

TEXT = Text(SAM, "What matters? 😀", "https://whatmatters.example/sms/receipts/t", 3600)


def of(fake: FakeTwilio) -> list[str]:
    """Say what in all that was asked of the fake the description does not allow."""
    return [
        fault
        for asked in fake.requests
        for fault in request_faults(asked.method, asked.path, asked.query, asked.form)
    ]


def shown(answer: requests.Response) -> list[str]:
    request = answer.request
    content = answer.json() if answer.content else None
    path = (request.path_url or "").partition("?")[0]
    return response_faults(request.method or "", path, answer.status_code, content)


@pytest.mark.parametrize("service", ["", SERVICE])
def test_what_our_gateway_sends_is_what_twilio_describes(
    settings: Settings, fake: FakeTwilio, service: str
) -> None:
    changes = {
        "gateway": "twilio",
        "twilio_api_base_url": fake.address,
        "sender": OURS,
        "twilio_messaging_service_sid": service,
    }
    changed = settings.model_copy(update=changes)
    assert isinstance(TwilioGateway(changed).send(TEXT), Accepted)
    assert account_fault(changed, 5.0) is None
    assert [asked.method for asked in fake.requests] == ["POST", "GET"]
    assert of(fake) == []


def test_the_sdk_and_the_fake_understand_each_other_in_every_operation(fake: FakeTwilio) -> None:
    http = TwilioHttpClient(timeout=5, max_retries=0)
    client = Client(ACCOUNT, fake.auth_token, http_client=http)
    client.api.base_url = fake.address
    fake.check_auth = True
    sent = client.messages.create(to=SAM, from_=OURS, body="Hi Sam")
    day = datetime.now(UTC).date()
    listed = client.messages.list(
        to=SAM, from_=OURS, date_sent_after=day, page_size=1, date_sent_before=datetime.now(UTC)
    )
    assert [message.sid for message in listed] == [sent.sid]
    assert client.messages(sent.sid).fetch().body == "Hi Sam"
    assert client.messages(sent.sid).update(body="").body == ""
    assert client.messages(sent.sid).delete()
    assert client.api.accounts(ACCOUNT).fetch().status == "active"
    assert len(fake.requests) == len(operations()) == 6
    assert of(fake) == []
    assert http.session is not None
    http.session.close()


@pytest.mark.parametrize("sender", [{"From": OURS}, {"From": "", "MessagingServiceSid": SERVICE}])
def test_a_text_is_shown_as_twilio_describes_in_every_state(
    fake: FakeTwilio, caller: Caller, sender: dict[str, str]
) -> None:
    answer = caller.send(**sender)
    assert shown(answer) == []
    sid = answer.json()["sid"]
    for status in ("queued", "sent", "undelivered"):
        fake.receipt(sid, status)
        assert shown(caller.ask("GET", f"/Messages/{sid}.json")) == []
    assert shown(caller.ask("POST", f"/Messages/{sid}.json", data={"Body": ""})) == []
    assert shown(caller.ask("DELETE", f"/Messages/{sid}.json")) == []


def test_every_page_and_the_account_are_shown_as_twilio_describes(
    fake: FakeTwilio, caller: Caller
) -> None:
    for number in (SAM, KIT, SAM):
        caller.send(To=number)
    fake.text_in(SAM, OURS, "sleep")
    first = caller.look_up(PageSize="2")
    second = requests.get(fake.address + first.json()["next_page_uri"], timeout=5)
    assert [shown(page) for page in (first, second, caller.look_up(To=OURS))] == [[], [], []]
    assert shown(caller.ask("GET", ".json")) == []
    assert of(fake) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"sid": "SM1"}, "pattern"),
        ({"status": "on its way"}, "is none of"),
        ({"error_code": "30003"}, "str is no integer"),
        ({"error_code": True}, "bool is no integer"),
        ({"direction": None}, "null"),
        ({"date_created": "2026-05-08"}, "date-time-rfc-2822"),
        ({"mood": "accept"}, "unknown"),
        ({"uri": 1}, "int is no string"),
        ({"subresource_uris": {"media": "not one"}}, "uri"),
    ],
)
def test_an_answer_of_another_shape_is_found(
    caller: Caller, change: dict[str, Any], fault: str
) -> None:
    path, content = f"{FOLDER}/Messages.json", caller.send().json()
    assert response_faults("POST", path, 201, content) == []
    found = response_faults("POST", path, 201, content | change)
    assert any(fault in each for each in found), found
    assert response_faults("POST", path, 201, {}) != []
    assert response_faults("POST", path, 200, content) != []


@pytest.mark.parametrize(
    ("method", "path", "query", "form"),
    [
        ("POST", "/Messages.json", {}, {"Body": "Hi"}),
        ("POST", "/Messages.json", {}, {"To": SAM, "Bodi": "Hi"}),
        ("POST", "/Messages.json", {}, {"To": SAM, "ValidityPeriod": "soon"}),
        ("POST", "/Messages.json", {}, {"To": SAM, "MessagingServiceSid": "MG1"}),
        ("POST", "/Messages.json", {}, {"To": SAM, "StatusCallback": "somewhere"}),
        ("GET", "/Messages.json", {"PageSize": "1001"}, {}),
        ("GET", "/Messages.json", {"DateSent": "yesterday"}, {}),
        ("GET", "/Messages.json", {"to": SAM}, {}),
        ("GET", "/Messages/SM1.json", {}, {}),
        ("PUT", "/Messages.json", {}, {}),
        ("POST", "/Messages/SM" + "0" * 32 + ".json", {}, {"Status": "deleted"}),
    ],
)
def test_a_request_that_twilio_does_not_know_is_found(
    method: str, path: str, query: dict[str, str], form: dict[str, str]
) -> None:
    assert request_faults(method, FOLDER + path, query, form) != []


def test_null_is_only_right_where_it_is_allowed() -> None:
    assert faults({"type": "string", "nullable": True}, None) == []
    assert faults({"type": "string"}, None) == [": null"]
