"""The provider's news: signed, kept, merged in any order, and calm about what it does not know."""

import itertools
from datetime import datetime

import pytest
from factories import make_appointment, make_ask
from flask.testing import FlaskClient
from sqlmodel import select

from app.db import Database
from app.invitations.models import Invitation, Receipt
from app.invitations.states import State
from app.settings import Settings
from app.sms.signature import sign

SID = "SM" + "a" * 32
TOKEN = "t" * 22


@pytest.fixture
def text(database: Database) -> str:
    """A text the provider has under SID."""
    with database.writing() as session:
        make_ask(session, make_appointment(session), token=TOKEN, provider_sid=SID)
    return TOKEN


def post(client: FlaskClient, settings: Settings, token: str = TOKEN, **form: str) -> int:
    path = f"/sms/receipts/{token}"
    whole = {"MessageSid": SID, "MessageStatus": "delivered", **form}
    url = f"{settings.public_base_url}{path}"
    signature = sign(url, whole, settings.webhook_tokens[0])
    return client.post(path, data=whole, headers={"X-Twilio-Signature": signature}).status_code


def state(database: Database) -> str:
    with database.reading() as session:
        return session.exec(select(Invitation)).one().state


@pytest.mark.parametrize(
    "order", list(itertools.permutations(("queued", "sent", "delivered"))), ids="-".join
)
def test_news_in_any_order_and_twice_ends_delivered(
    client: FlaskClient,
    settings: Settings,
    database: Database,
    text: str,
    order: tuple[str, ...],
) -> None:
    for word in order + order:
        assert post(client, settings, text, MessageStatus=word) == 204
    assert state(database) == State.DELIVERED
    with database.reading() as session:
        assert len(session.exec(select(Receipt)).all()) == 3


def test_a_failure_keeps_its_code(
    client: FlaskClient, settings: Settings, database: Database, text: str
) -> None:
    assert post(client, settings, text, MessageStatus="undelivered", ErrorCode="30003") == 204
    with database.reading() as session:
        ask = session.exec(select(Invitation).where(Invitation.cycle == 1)).one()
        assert (ask.state, ask.error_code) == (State.UNDELIVERED, "30003")


def test_news_before_our_own_record_gives_the_text_its_id(
    client: FlaskClient, settings: Settings, database: Database
) -> None:
    with database.writing() as session:
        make_ask(session, make_appointment(session), token=TOKEN, state=State.SUBMITTING.value)
    assert post(client, settings, MessageStatus="sent") == 204
    with database.reading() as session:
        ask = session.exec(select(Invitation).where(Invitation.cycle == 1)).one()
        assert (ask.state, ask.provider_sid) == (State.SENT, SID)


def test_a_second_id_for_one_text_is_kept_and_changes_nothing(
    client: FlaskClient, settings: Settings, database: Database, text: str
) -> None:
    other = "SM" + "b" * 32
    assert post(client, settings, text, MessageSid=other) == 204
    assert state(database) == State.ACCEPTED
    with database.reading() as session:
        assert session.exec(select(Receipt)).one().provider_sid == other


def test_news_of_a_text_nobody_knows_is_kept(
    client: FlaskClient, settings: Settings, database: Database
) -> None:
    assert post(client, settings, "somebody-elses") == 204
    with database.reading() as session:
        assert session.exec(select(Receipt)).one().invitation_id is None


def test_a_word_nobody_knows_is_kept_and_changes_nothing(
    client: FlaskClient, settings: Settings, database: Database, text: str
) -> None:
    assert post(client, settings, text, MessageStatus="teleported") == 204
    assert state(database) == State.ACCEPTED


@pytest.mark.parametrize(
    "form",
    [
        {"MessageSid": "SM1"},
        {"MessageSid": "sm" + "a" * 32},
        {"MessageStatus": "DELIVERED!"},
        {"MessageStatus": ""},
        {"ErrorCode": "drop table"},
    ],
    ids=str,
)
def test_a_malformed_receipt_is_400(
    client: FlaskClient, settings: Settings, database: Database, form: dict[str, str]
) -> None:
    assert post(client, settings, **form) == 400
    with database.reading() as session:
        assert session.exec(select(Receipt)).all() == []


def test_an_unsigned_or_foreign_receipt_is_403_and_kept_nowhere(
    client: FlaskClient, database: Database, now: datetime
) -> None:
    path, form = f"/sms/receipts/{TOKEN}", {"MessageSid": SID, "MessageStatus": "delivered"}
    assert client.post(path, data=form).status_code == 403
    headers = {"X-Twilio-Signature": "AAAA"}
    assert client.post(path, data=form, headers=headers).status_code == 403
    assert client.post(path, json=form).status_code == 400
    with database.reading() as session:
        assert session.exec(select(Receipt)).all() == []
    assert now.tzinfo is not None
