"""The door that replies come in by: signed, strict, once, and never with a 500."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from conversations.conftest import Asked, TextIn
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import settings as checked
from hypothesis import strategies as st
from sqlmodel import select

from app.conversations.models import Reply
from app.db import Database, unseal
from app.settings import Settings
from app.sms.signature import sign

SID = "SM" + "c" * 32


def kept(database: Database) -> list[tuple[str, str]]:
    with database.reading() as session:
        return [
            (unseal(session, reply, "body"), reply.matched)
            for reply in session.exec(select(Reply).order_by(Reply.received_at))  # type: ignore[arg-type]
        ]


def test_a_reply_is_kept_matched_and_answered_in_twiml(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    answer = text_in("1.tiredness2.joints3.college")
    assert (answer.status_code, answer.mimetype) == (200, "text/xml")
    assert "We've noted: 1 tiredness, 2 joints, 3 college." in answer.text
    assert kept(database) == [("1.tiredness2.joints3.college", "matched")]


def test_what_may_be_grave_is_never_said_back(asked: Asked, text_in: TextIn) -> None:
    asked()
    assert "cutting" not in text_in("1 hair 2 cutting again").text


@pytest.mark.parametrize("signature", [None, "", "AAAA", "x" * 5000])
def test_an_unsigned_text_is_403_and_kept_nowhere(
    client: FlaskClient, database: Database, signature: str | None
) -> None:
    headers = {} if signature is None else {"X-Twilio-Signature": signature}
    form = {"MessageSid": SID, "From": "+447700900101", "Body": "hi"}
    answer = client.post("/sms/inbound", data=form, headers=headers)
    assert (answer.status_code, answer.data) == (403, b"")
    assert kept(database) == []


def test_a_signature_for_another_address_or_host_is_403(
    client: FlaskClient, settings: Settings, database: Database
) -> None:
    form = {"MessageSid": SID, "From": "+447700900101", "Body": "hi"}
    for url in ("https://elsewhere.example/sms/inbound", "http://localhost/sms/inbound"):
        headers = {
            "X-Twilio-Signature": sign(url, form, settings.webhook_tokens[0]),
            "X-Forwarded-Host": "elsewhere.example",
            "Host": "elsewhere.example",
        }
        assert client.post("/sms/inbound", data=form, headers=headers).status_code == 403
    assert kept(database) == []


@pytest.mark.parametrize(
    "form",
    [
        {"sid": "SM1"},
        {"sid": "XX" + "c" * 32},
        {"number": "07700900101"},
        {"number": "Sam"},
        {"number": ""},
        {"AccountSid": "AC" + "1" * 32},
        {"NumMedia": "many"},
        {"NumMedia": "-1"},
    ],
    ids=str,
)
def test_a_malformed_text_is_400_and_kept_nowhere(
    database: Database, text_in: TextIn, form: dict[str, str]
) -> None:
    answer = text_in("hi", **form)
    assert (answer.status_code, answer.data) == (400, b"")
    assert kept(database) == []


def test_another_content_type_is_400(client: FlaskClient) -> None:
    assert client.post("/sms/inbound", json={"Body": "hi"}).status_code == 400
    assert client.post("/sms/inbound", data=b"\xff\xfe").status_code == 400
    assert client.get("/sms/inbound").status_code == 405


def test_what_the_provider_adds_without_notice_is_welcome(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert text_in("sleep", FromCity="Leeds", Surprise="yes").status_code == 200
    assert kept(database) == [("sleep", "matched")]


def test_the_same_text_delivered_three_times_is_one_with_one_answer(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    answers = {text_in("sleep", sid=SID).text for _ in range(3)}
    assert len(answers) == 1
    assert kept(database) == [("sleep", "matched")]


def test_the_same_text_at_the_same_instant_is_one_with_one_answer(
    app: Flask, settings: Settings, database: Database, asked: Asked
) -> None:
    asked()
    form = {
        "MessageSid": SID,
        "AccountSid": settings.twilio_account_sid,
        "From": "+447700900101",
        "Body": "sleep",
    }
    signature = sign(f"{settings.public_base_url}/sms/inbound", form, settings.webhook_tokens[0])

    def post(_: int) -> tuple[int, str]:
        answer = app.test_client().post(
            "/sms/inbound", data=form, headers={"X-Twilio-Signature": signature}
        )
        return answer.status_code, answer.text

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(post, range(16)))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 200
    assert kept(database) == [("sleep", "matched")]


@pytest.mark.parametrize(
    "body",
    [
        "a\x00b",
        "\u202egnihtemos",
        "👩🏽‍⚕️🏫",
        "x" * 10_000,
        "<script>alert(1)</script>",
        "{{7*7}}",
        "",
    ],
    ids=repr,
)
def test_words_are_kept_as_they_came(
    database: Database, asked: Asked, text_in: TextIn, body: str
) -> None:
    asked()
    assert text_in(body).status_code == 200
    assert kept(database) == [(body, "matched")]


@checked(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_words_come_in_whole(database: Database, text_in: TextIn, body: str) -> None:
    assert text_in(body).status_code == 200
    assert body in {words for words, _ in kept(database)}
