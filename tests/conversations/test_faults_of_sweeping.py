"""Texts to us whose webhook was lost are found, once, also beside a webhook that comes late."""

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from cast import NOW, SAM
from conversations.conftest import Asked, TextIn
from conversations.posting import PATH, SID, bodies, form_of, kept, post
from fake_twilio.server import running
from flask import Flask
from pydantic import SecretStr
from sqlalchemy import text as sql

from app.conversations.sweep import LEFT_TO_ITS_WEBHOOK, sweep
from app.db import Database
from app.settings import Settings
from app.sms.gateway import InboundText
from app.sms.twilio import TwilioGateway

LATE = NOW + LEFT_TO_ITS_WEBHOOK * 2
TEXTS_IN, RACES, MANY_RACES = 100, 100, 1_000


class Listing:
    """A provider that has been sent these texts."""

    def __init__(self, *texts: InboundText) -> None:
        self.texts = list(texts)

    def inbound(self, since: datetime) -> list[InboundText]:
        """Return them."""
        return [text for text in self.texts if text.at >= since]


def came(sid: str, body: str = "sleep", at: datetime = NOW) -> InboundText:
    return InboundText(sid, SAM.mobile or "", "+447700900999", body, 0, at)


def test_fault_40_after_webhooks_were_lost_everything_is_here(
    app: Flask, settings: Settings, database: Database, asked: Asked
) -> None:
    asked()
    chance = random.Random(40)
    with running() as fake:
        fake.clock = lambda: NOW
        ours = settings.model_copy(
            update={
                "gateway": "twilio",
                "twilio_api_base_url": fake.address,
                "twilio_auth_token": SecretStr(fake.auth_token),
                "twilio_account_sid": fake.account_sid,
            }
        )
        app.extensions["whatmatters.settings"] = ours
        fake.inbound_url = f"{settings.public_base_url}{PATH}"
        lost = []
        for place in range(TEXTS_IN):
            call = fake.inbound(SAM.mobile or "", "+447700900999", f"thing {place}")
            if chance.random() < 0.2:
                lost.append(call.sid)
                continue
            headers = {"X-Twilio-Signature": call.signature}
            answer = app.test_client().post(PATH, data=call.form, headers=headers)
            assert answer.status_code == 200
        assert len(lost) > TEXTS_IN // 10
        gateway = TwilioGateway(ours)
        assert sweep(database, gateway, ours, now=LATE) == len(lost)
        assert sweep(database, gateway, ours, now=LATE) == 0
    assert bodies(database) == sorted(f"thing {place}" for place in range(TEXTS_IN))
    found = {reply.provider_sid: reply for reply in kept(database)}
    assert {found[sid].answer_kind for sid in lost} == {None}
    assert {found[sid].received_at for sid in lost} == {NOW}
    assert {found[sid].matched for sid in lost} == {"matched"}


def test_fault_40_a_stop_whose_webhook_was_lost_is_obeyed(
    database: Database, settings: Settings, asked: Asked
) -> None:
    asked()
    told = Listing(came(SID, "STOP", NOW - timedelta(hours=30)), came("SM" + "f" * 32, "sleep"))
    assert sweep(database, told, settings, now=LATE) == 2  # type: ignore[arg-type]
    with database.reading() as session:
        open_now = sql("SELECT count(*) FROM opt_out WHERE ended_at IS NULL")
        assert session.connection().execute(open_now).scalar_one() == 1


def test_fault_40_a_text_that_has_just_come_is_left_to_its_webhook(
    database: Database, settings: Settings, asked: Asked, text_in: TextIn
) -> None:
    asked()
    told = Listing(came(SID))
    assert sweep(database, told, settings, now=NOW + LEFT_TO_ITS_WEBHOOK / 2) == 0  # type: ignore[arg-type]
    assert "<Message>" in text_in("sleep", sid=SID).text


@pytest.mark.parametrize("races", [RACES, pytest.param(MANY_RACES, marks=pytest.mark.proof)])
def test_fault_41_sweep_and_webhook_at_once_make_one_row(
    app: Flask, settings: Settings, database: Database, asked: Asked, races: int
) -> None:
    asked()
    sids = [f"SM{place:032x}" for place in range(races)]
    together = threading.Barrier(2)

    def by_webhook() -> None:
        for sid in sids:
            together.wait()
            status, _ = post(app.test_client(), settings, form_of(settings, MessageSid=sid))
            assert status == 200

    def by_sweep() -> None:
        for sid in sids:
            together.wait()
            sweep(database, Listing(came(sid)), settings, now=LATE)  # type: ignore[arg-type]

    with ThreadPoolExecutor(2) as pool:
        for done in (pool.submit(by_webhook), pool.submit(by_sweep)):
            done.result(300)
    replies = kept(database)
    assert sorted(reply.provider_sid for reply in replies) == sids
    assert {reply.understood_at is None for reply in replies} == {False}
