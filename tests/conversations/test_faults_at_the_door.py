"""What is forged, replayed or malformed is turned away at the door, and leaves nothing behind."""

import random
import string
from datetime import UTC, datetime, timedelta

import pytest
from cast import NOW, SAM
from flask import Flask
from flask.testing import FlaskClient
from pydantic import SecretStr
from sqlmodel import func, select
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from app.conversations.models import Reply
from app.db import Database
from app.factory import create_app
from app.settings import Settings
from app.sms.signature import is_signed, sign

PATH = "/sms/inbound"
ALPHABET = string.ascii_letters + string.digits + "+/="
FORGERIES, THROUGH_THE_PAGE, REPLAYS = 100_000, 300, 1_000
OLD_TOKEN = "last-months-token-last-months-token"


def form_of(settings: Settings, **given: str) -> dict[str, str]:
    return {
        "MessageSid": "SM" + "d" * 32,
        "AccountSid": settings.twilio_account_sid,
        "From": SAM.mobile or "",
        "To": "+447700900999",
        "Body": "sleep",
        "NumMedia": "0",
    } | given


def post(
    client: FlaskClient,
    form: dict[str, str] | MultiDict[str, str],
    signature: str | None,
    path: str = PATH,
    **headers: str,
) -> TestResponse:
    sent = dict(headers) if signature is None else {**headers, "X-Twilio-Signature": signature}
    return client.post(path, data=form, headers=sent)


def stored(database: Database) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(Reply)).one()


def forgery(chance: random.Random, true: str) -> str:
    """Change a true signature a little: a letter, its length, its case, or all of it."""
    way = chance.randrange(5)
    place = chance.randrange(len(true))
    if way == 0:
        return true[:place] + chance.choice(ALPHABET) + true[place + 1 :]
    if way == 1:
        return true[:place] + true[place + 1 :]
    if way == 2:
        return true[:place] + chance.choice(ALPHABET) + true[place:]
    if way == 3:
        return true.swapcase() if chance.random() < 0.5 else true[::-1]
    return "".join(chance.choice(ALPHABET) for _ in range(28))


def test_fault_31_of_a_hundred_thousand_forged_signatures_none_is_taken(settings: Settings) -> None:
    url, form = f"{settings.public_base_url}{PATH}", form_of(settings)
    tokens = settings.webhook_tokens
    true = sign(url, form, tokens[0])
    assert is_signed(url, form, true, tokens)
    chance = random.Random(31)
    forged = (forgery(chance, true) for _ in range(FORGERIES))
    assert not any(is_signed(url, form, each, tokens) for each in forged if each != true)


def test_fault_31_a_forged_webhook_is_403_and_kept_nowhere(
    client: FlaskClient, database: Database, settings: Settings
) -> None:
    form = form_of(settings)
    true = sign(f"{settings.public_base_url}{PATH}", form, settings.webhook_tokens[0])
    chance = random.Random(31)
    forged = [forgery(chance, true) for _ in range(THROUGH_THE_PAGE)]
    answers = [post(client, form, each) for each in forged if each != true]
    assert {(answer.status_code, answer.data) for answer in answers} == {(403, b"")}
    assert stored(database) == 0


@pytest.mark.parametrize("signature", [None, "", " ", "é" * 28, "\xff\xfe", "=" * 4_000], ids=repr)
def test_fault_32_a_missing_empty_or_odd_signature_is_403(
    client: FlaskClient, database: Database, settings: Settings, signature: str | None
) -> None:
    answer = post(client, form_of(settings), signature)
    assert (answer.status_code, answer.data) == (403, b"")
    assert stored(database) == 0


@pytest.mark.parametrize("host", ["whatmatters.example", "10.0.0.7:8000", "elsewhere.example:443"])
@pytest.mark.parametrize("port", ["80", "443", ""])
@pytest.mark.parametrize("query", ["", "?a=1", "?a=%20b+c&d=", "?x=%C3%A9"])
def test_fault_33_behind_a_proxy_only_our_public_address_counts(
    client: FlaskClient, sqlite_database: Database, settings: Settings,
    host: str, port: str, query: str,
) -> None:  # fmt: skip
    form = form_of(settings)
    headers = {
        "Host": host,
        "X-Forwarded-Host": "elsewhere.example",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Port": port,
        "Forwarded": "host=elsewhere.example;proto=http",
    }
    token = settings.webhook_tokens[0]
    elsewhere = sign(f"https://elsewhere.example{PATH}{query}", form, token)
    assert post(client, form, elsewhere, PATH + query, **headers).status_code == 403
    ours = sign(f"{settings.public_base_url}{PATH}{query}", form, token)
    assert post(client, form, ours, PATH + query, **headers).status_code == 200


def test_fault_34_the_same_bytes_a_thousand_times_are_one_text(
    client: FlaskClient, database: Database, settings: Settings
) -> None:
    form = form_of(settings, Body="who is this")
    true = sign(f"{settings.public_base_url}{PATH}", form, settings.webhook_tokens[0])
    answers = [post(client, form, true) for _ in range(REPLAYS)]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert stored(database) == 1


def boundaries_moved(form: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Move letters between names and values so that the string that is signed stays the same."""
    whole = [part for name in sorted(form) for part in (name, form[name])]
    place = chance.randrange(0, len(whole) - 1)
    left, right = whole[place], whole[place + 1]
    joined = left + right
    cut = chance.choice([each for each in range(1, len(joined)) if each != len(left)])
    whole[place], whole[place + 1] = joined[:cut], joined[cut:]
    return dict(zip(whole[::2], whole[1::2], strict=True))


def signed_words(form: dict[str, str]) -> str:
    return "".join(f"{name}{form[name]}" for name in sorted(form))


def test_fault_35_names_and_values_that_run_into_one_another_are_400(
    client: FlaskClient, database: Database, settings: Settings
) -> None:
    form = form_of(settings)
    del form["NumMedia"], form["To"]
    true = sign(f"{settings.public_base_url}{PATH}", form, settings.webhook_tokens[0])
    chance = random.Random(35)
    moved: list[dict[str, str]] = []
    while len(moved) < THROUGH_THE_PAGE:
        each = boundaries_moved(form, chance)
        if each != form and signed_words(each) == signed_words(form):
            moved.append(each)
    # The signature holds for every one of them: only their shape tells them apart.
    assert {post(client, each, true).status_code for each in moved} == {400}
    assert stored(database) == 0


@pytest.mark.parametrize("twice", ["MessageSid", "AccountSid", "From", "Body"])
def test_fault_35_what_we_use_stands_there_once(
    client: FlaskClient, sqlite_database: Database, settings: Settings, twice: str
) -> None:
    form = MultiDict(form_of(settings))
    form.add(twice, form[twice] + "0")
    true = sign(f"{settings.public_base_url}{PATH}", form, settings.webhook_tokens[0])
    assert post(client, form, true).status_code == 400


def test_fault_36_the_old_token_counts_for_a_set_time_only(
    database: Database, settings: Settings
) -> None:
    until = NOW + timedelta(hours=24)
    rotated = settings.model_copy(
        update={
            "twilio_previous_auth_token": SecretStr(OLD_TOKEN),
            "twilio_previous_auth_token_until": until,
        }
    )
    moment = [NOW]
    client = _web(rotated, database, moment).test_client()
    form = form_of(settings)
    url = f"{settings.public_base_url}{PATH}"
    old, new = sign(url, form, OLD_TOKEN), sign(url, form, settings.webhook_tokens[0])
    said = {}
    for at in (NOW, until - timedelta(seconds=1), until, until + timedelta(days=400)):
        moment[0] = at
        said[at] = (post(client, form, old).status_code, post(client, form, new).status_code)
    assert list(said.values()) == [(200, 200), (200, 200), (403, 200), (403, 200)]


def _web(settings: Settings, database: Database, moment: list[datetime]) -> Flask:
    app = create_app(settings, database=database, clock=lambda: moment[0].astimezone(UTC))
    app.config.update(TESTING=True, PREFERRED_URL_SCHEME="https")
    return app
