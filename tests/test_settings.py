"""The service starts with fit settings only, and says what to do about each of the others."""

from typing import Any

import pytest

from app.errors import NotReady
from app.settings import DEMO_KEY, DEMO_SECRET, Settings, advice_on, load, ready

KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
FIT = {
    "secret_key": "a-long-secret-that-nobody-guesses-0123456789",
    "data_keys": f"2026a:{KEY}",
    "lookup_key": KEY,
    "public_base_url": "https://whatmatters.example.nhs.uk",
    "gateway": "twilio",
    "sender": "+447911123456",
    "twilio_account_sid": "AC" + "1" * 32,
    "twilio_auth_token": "token",
}


def advice(**changed: Any) -> list[str]:
    """Return what the service says to settings that are fit but for these."""
    return advice_on(load(**FIT | changed))


def test_fit_settings_start_the_service() -> None:
    settings = load(**FIT)
    assert ready(settings) is settings


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("secret_key", "", "SECRET_KEY is missing"),
        ("secret_key", "short", "SECRET_KEY is shorter than 32 characters"),
        ("secret_key", "a" * 40, "SECRET_KEY is easy to guess"),
        ("secret_key", DEMO_SECRET, "SECRET_KEY is easy to guess"),
        ("data_keys", "", "DATA_KEYS is missing"),
        ("data_keys", "2026a:AAAA", "DATA_KEYS is 3 bytes long"),
        ("data_keys", KEY, "DATA_KEYS is not a list of name:key pairs"),
        ("data_keys", f"demo:{DEMO_KEY}", "DATA_KEYS is the demo's"),
        ("lookup_key", "", "LOOKUP_KEY is missing"),
        ("lookup_key", "%%%", "LOOKUP_KEY is not base64"),
        ("lookup_key", DEMO_KEY, "LOOKUP_KEY is the demo's"),
        ("public_base_url", "", "PUBLIC_BASE_URL is missing"),
        ("public_base_url", "whatmatters.nhs.uk", "PUBLIC_BASE_URL is not a web address"),
        ("public_base_url", "http://whatmatters.nhs.uk", "PUBLIC_BASE_URL must start with https"),
        ("public_base_url", "https://nhs.uk/what", "PUBLIC_BASE_URL must end after the host"),
        ("public_base_url", "https://nhs.uk?a=1", "PUBLIC_BASE_URL must end after the host"),
        ("gateway", "", "GATEWAY is missing"),
        ("twilio_account_sid", "", "TWILIO_ACCOUNT_SID is missing"),
        ("twilio_auth_token", "", "TWILIO_AUTH_TOKEN is missing"),
        ("sender", "+447700900999", "SENDER is not a number of yours"),
        ("database_url", "nonsense", "DATABASE_URL is not an address of a database"),
        ("database_url", "mysql://host/db", "DATABASE_URL names mysql"),
    ],
)
def test_each_fault_gets_one_line_that_names_the_setting(name: str, value: str, said: str) -> None:
    lines = advice(**{name: value})
    assert len(lines) == 1
    assert lines[0].startswith(said)


def test_bare_settings_name_all_that_is_missing_at_once() -> None:
    with pytest.raises(NotReady) as fault:
        ready(load())
    named = {line.split(" ")[0] for line in fault.value.advice}
    assert named == {"SECRET_KEY", "DATA_KEYS", "LOOKUP_KEY", "PUBLIC_BASE_URL", "GATEWAY"}


def test_the_pretend_phone_can_be_chosen_without_twilio() -> None:
    nothing = {"twilio_account_sid": "", "twilio_auth_token": ""}
    assert advice(gateway="pretend_phone", **nothing) == []


def test_this_machine_needs_no_https() -> None:
    assert advice(public_base_url="http://127.0.0.1:8000") == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "eighty"), ("LOG_LEVEL", "LOUD"), ("TICK_SECONDS", "0"), ("DEMO_MODE", "perhaps")],
)
def test_a_value_of_the_wrong_kind_is_named_and_never_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(NotReady) as fault:
        load()
    (line,) = fault.value.advice
    assert line.startswith(f"{name} is not right")
    assert value not in line.removeprefix(name)


def test_an_empty_setting_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    assert load().port == 8000


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "9000")
    assert load().port == 9000


def test_the_demo_needs_no_settings_at_all() -> None:
    settings = load(demo_mode=True, port=8123)
    assert advice_on(settings) == []
    assert settings.gateway == "pretend_phone"
    assert settings.public_base_url == "http://127.0.0.1:8123"


def test_the_demo_never_uses_twilio() -> None:
    (line,) = advice(demo_mode=True)
    assert line.startswith("DEMO_MODE sends no real texts")


def test_no_secret_is_shown_when_settings_are_printed() -> None:
    said = repr(load(**FIT))
    assert FIT["secret_key"] not in said
    assert KEY not in said


@pytest.mark.parametrize(
    ("given", "fictional"),
    [
        ({}, False),
        ({"gateway": "pretend_phone"}, True),
        ({"twilio_api_base_url": "http://127.0.0.1:9999"}, True),
        ({"twilio_api_base_url": "https://127.0.0.1.example"}, False),
    ],
)
def test_fictional_mobiles_are_taken_only_where_no_text_leaves(
    given: dict[str, str], fictional: bool
) -> None:
    assert load(**FIT | given).fictional_mobiles is fictional


def test_a_webhook_may_be_signed_with_the_token_before(settings: Settings) -> None:
    both = load(**FIT | {"twilio_previous_auth_token": "before"})
    assert both.webhook_tokens == ["token", "before"]
    assert len(settings.webhook_tokens) == 1
