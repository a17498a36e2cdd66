"""The fake calls us back truly signed, in any order, late, twice or not at all; and knows it."""

import time

import pytest
from fake_twilio.asking import CALLBACK, OURS, SAM, SERVICE, Caller
from fake_twilio.ours import PUBLIC, Ours
from fake_twilio.server import FakeTwilio

from app.sms.signature import is_signed

INBOUND = f"{PUBLIC}/sms/inbound"


def test_receipts_follow_a_text_in_the_order_wished_for_and_are_signed(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    fake.receipts = ["sent", "delivered"]
    sid = caller.send().json()["sid"]
    fake.settle()
    assert ours.statuses == ["sent", "delivered"]
    assert ours.all_signed(fake.auth_token)
    assert not ours.all_signed("another token, of thirty-two characters")
    path, form, _ = ours.came[0]
    assert PUBLIC + path == CALLBACK
    assert (form["MessageSid"], form["To"], form["From"]) == (sid, SAM, OURS)
    (listed,) = caller.listed()
    assert listed["status"] == "delivered"
    assert listed["date_sent"] is not None


def test_a_text_that_does_not_arrive_has_its_error_code(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    fake.receipts = ["sent", "undelivered:30003"]
    caller.send(From="", MessagingServiceSid=SERVICE)
    fake.settle()
    (_, sent, _), (_, undelivered, _) = ours.came
    assert "ErrorCode" not in sent
    assert (undelivered["ErrorCode"], undelivered["MessagingServiceSid"]) == ("30003", SERVICE)
    assert caller.listed()[0]["error_code"] == 30003


def test_a_receipt_that_comes_late_takes_the_truth_not_back(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    fake.receipts = ["delivered", "sent", "queued"]
    caller.send()
    fake.settle()
    assert ours.statuses == ["delivered", "sent", "queued"]
    assert caller.listed()[0]["status"] == "delivered"


def test_receipts_may_be_lost_doubled_and_delayed(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    fake.receipts, fake.receipt_drop = ["delivered"], 1.0
    caller.send()
    fake.settle()
    assert (ours.came, [call.lost for call in fake.calls]) == ([], [True])
    assert caller.listed()[0]["status"] == "delivered"
    fake.receipt_drop, fake.receipt_twice, fake.receipt_delay_seconds = 0.0, 1.0, 0.2
    begun = time.monotonic()
    caller.send()
    assert ours.came == []
    fake.settle()
    assert time.monotonic() - begun >= 0.2
    assert ours.statuses == ["delivered", "delivered"]
    assert ours.came[0] == ours.came[1]


def test_a_mix_of_receipts_is_drawn_by_its_weights(fake: FakeTwilio) -> None:
    fake.receipt_mix = {"sent,delivered": 0.8, "delivered,sent": 0.15, "": 0.05}
    drawn = [fake.pick_receipts() for _ in range(1000)]
    assert 750 < drawn.count(["sent", "delivered"]) < 850
    assert 20 < drawn.count([]) < 80


def test_a_receipt_may_come_before_the_answer(fake: FakeTwilio, caller: Caller, ours: Ours) -> None:
    answer = caller.send("call_back_first:delivered")
    assert ours.statuses == ["delivered"]
    assert answer.json()["status"] == "queued"
    assert caller.listed()[0]["status"] == "delivered"


def test_a_text_from_a_phone_is_kept_and_posted_truly_signed(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    message = fake.text_in(SAM, OURS, "sleep & school 😀", service=SERVICE, NewThing="1")
    ((path, form, _),) = ours.came
    assert PUBLIC + path == INBOUND
    assert ours.all_signed(fake.auth_token)
    assert form["MessageSid"] == form["SmsSid"] == form["SmsMessageSid"] == message.sid
    assert (form["From"], form["To"], form["Body"]) == (SAM, OURS, "sleep & school 😀")
    assert (form["NumMedia"], form["SmsStatus"], form["ApiVersion"]) == (
        "0",
        "received",
        "2010-04-01",
    )
    assert (form["MessagingServiceSid"], form["NewThing"]) == (SERVICE, "1")
    assert "OptOutType" not in form
    (listed,) = caller.listed(To=OURS)
    assert (listed["sid"], listed["status"]) == (message.sid, "received")
    assert [(call.kind, call.status) for call in fake.calls] == [("inbound", 200)]


def test_a_lost_webhook_leaves_its_text_in_the_list(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    fake.text_in(SAM, OURS, "one", lost=True)
    fake.inbound_drop = 1.0
    fake.text_in(SAM, OURS, "two")
    assert ours.came == []
    assert caller.bodies(To=OURS) == ["two", "one"]
    assert [call.lost for call in fake.calls] == [True, True]


def test_a_text_from_a_phone_may_come_twice(fake: FakeTwilio, ours: Ours) -> None:
    fake.text_in(SAM, OURS, "sleep", times=2)
    fake.inbound_twice = 1.0
    fake.text_in(SAM, OURS, "school", wait=False)
    fake.settle()
    bodies = [form["Body"] for _, form, _ in ours.came]
    assert bodies == ["sleep", "sleep", "school", "school"]
    assert len(fake.messages) == 2


def test_who_said_stop_is_texted_no_more_until_start(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    fake.text_in(SAM, OURS, "STOP", opt_out_type="STOP")
    assert ours.came[0][1]["OptOutType"] == "STOP"
    assert caller.send().json()["code"] == 21610
    fake.text_in(SAM, OURS, "START", opt_out_type="START")
    assert caller.send().status_code == 201


def test_what_we_answer_to_a_text_goes_back_to_the_phone(
    fake: FakeTwilio, caller: Caller, ours: Ours
) -> None:
    ours.answer = "<Response><Message>Thank you, Sam</Message></Response>"
    fake.text_in(SAM, OURS, "sleep")
    (reply,) = caller.listed(To=SAM)
    assert (reply["body"], reply["direction"]) == ("Thank you, Sam", "outbound-reply")
    assert fake.accepted == []
    for odd in ("not <xml", "<Response/>"):
        ours.answer = odd
        fake.text_in(SAM, OURS, "sleep")
    assert len(caller.listed(To=SAM)) == 1


def test_a_test_may_post_a_signed_webhook_by_itself(fake: FakeTwilio, caller: Caller) -> None:
    fake.inbound_url, fake.extra_params = INBOUND, {"New": "thing"}
    sid = caller.send().json()["sid"]
    for call in (fake.receipt(sid, "failed"), fake.inbound(SAM, OURS, "sleep")):
        signature = call.headers["X-Twilio-Signature"]
        assert is_signed(call.url, call.form, signature, [fake.auth_token])
        assert call.form["New"] == "thing"
    assert fake.calls == []
    assert fake.messages[sid].error_code == 30005


@pytest.mark.parametrize("status", [403, 503])
def test_what_we_answered_to_a_webhook_is_known(
    fake: FakeTwilio, caller: Caller, ours: Ours, status: int
) -> None:
    sid = caller.send().json()["sid"]
    ours.status, ours.answer = status, "no"
    call = fake.call_back(sid, "undelivered", 30006)
    assert (call.status, call.answer, call.form["ErrorCode"]) == (status, "no", "30006")


def test_nobody_is_called_who_is_not_on_this_machine(fake: FakeTwilio, caller: Caller) -> None:
    fake.receipts = ["delivered"]
    caller.send()
    caller.send(StatusCallback="http://127.0.0.1:1/sms/receipts/t")
    caller.send(StatusCallback="")
    fake.settle()
    assert [call.fault for call in fake.calls] == ["not on this machine", "ClientConnectorError"]
    assert [call.status for call in fake.calls] == [None, None]
    assert {message.status for message in fake.messages.values()} == {"delivered"}
