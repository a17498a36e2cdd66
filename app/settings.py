"""Every setting of the service: read once from the environment, typed, and refused with advice.

`Settings()` reads the environment and an `.env` file; `ready(settings)` either returns them fit
to start or raises NotReady with one line of advice for each missing or weak setting.
"""

import re
from datetime import datetime
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from flask import current_app
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from app.errors import NotReady
from app.privacy import Vault, read_key, read_keys

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SHORTEST_SECRET = 32
NEW_SECRET = 'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'  # noqa: S105
NEW_KEY = "head -c 32 /dev/urandom | base64"

# Known to everyone who reads this file, and therefore good for the demo only.
DEMO_SECRET = "for-the-demo-only-for-the-demo-only-for-the-demo-only"  # noqa: S105
DEMO_KEY = "Zm9yLXRoZS1kZW1vLW9ubHktZm9yLXRoZS1kZW1vISE="

EXTENSION = "whatmatters.settings"

DEFAULT_DATABASE = "sqlite:///var/whatmatters.sqlite3"
# The demo keeps to a file of its own, so that nothing real is ever beside it.
DEMO_DATABASE = "sqlite:///var/demo.sqlite3"
E164 = re.compile(r"\+[1-9][0-9]{6,14}")


class Settings(BaseSettings):
    """What the environment says; see `.env.example` for what each setting means."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    demo_mode: bool = False
    database_url: str = DEFAULT_DATABASE
    public_base_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    tick_seconds: int = Field(default=60, ge=1, le=300)
    idle_minutes: int = Field(default=15, ge=5, le=60)
    segment_pence: float = Field(default=4.0, ge=0, le=100)
    clinic_list_folder: Path | None = None
    clinic_list_folder_most_new: int = Field(default=200, ge=1)
    postcode_deciles: Path | None = None

    secret_key: SecretStr = SecretStr("")
    data_keys: SecretStr = SecretStr("")
    lookup_key: SecretStr = SecretStr("")

    gateway: Literal["", "twilio", "pretend_phone"] = ""
    sender: str = "+447700900999"
    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_previous_auth_token: SecretStr = SecretStr("")
    twilio_previous_auth_token_until: datetime | None = None
    twilio_messaging_service_sid: str = ""
    twilio_opt_out_words: str = ""
    twilio_api_base_url: str = ""

    smtp_url: SecretStr = SecretStr("")
    mail_from: str = ""

    texting: Literal["", "live", "trial"] = ""
    trial_numbers: str = ""
    more_senders: str = ""
    sender_rate: float = Field(default=10.0, ge=0.1, le=1000)
    texts_at_once: int = Field(default=32, ge=1, le=128)
    most_per_number_a_day: int = Field(default=1, ge=1)
    most_per_number_a_week: int = Field(default=3, ge=1)
    most_per_clinic_an_hour: int = Field(default=300, ge=1)
    most_a_day: int = Field(default=20_000, ge=1)

    @property
    def fictional_mobiles(self) -> bool:
        """Whether Ofcom's fictional mobiles are taken: only where no text leaves this machine."""
        return self.gateway == "pretend_phone" or self.talks_to_a_fake

    @property
    def talks_to_a_fake(self) -> bool:
        """Whether the provider is a stand-in on this machine."""
        return urlsplit(self.twilio_api_base_url).hostname in LOOPBACK

    @property
    def senders(self) -> list[str]:
        """Every number that texts leave from, the first one for whom nothing else is said."""
        return [self.sender, *numbers_in(self.more_senders)]

    @property
    def only_to(self) -> frozenset[str] | None:
        """The numbers that may be texted in trial mode; None where everybody may.

        Outside the pretend phone nothing goes to others until TEXTING=live is set.
        """
        if self.texting == "live" or (not self.texting and self.gateway == "pretend_phone"):
            return None
        return frozenset(self.trial_list)

    @property
    def trial_list(self) -> list[str]:
        """The numbers that a trial may text."""
        return numbers_in(self.trial_numbers)

    def webhook_tokens_at(self, now: datetime) -> list[str]:
        """The secrets a webhook may be signed with at a moment: the last one only for a time."""
        until = self.twilio_previous_auth_token_until
        return self.webhook_tokens[:1] if until and now >= until else self.webhook_tokens

    @property
    def webhook_tokens(self) -> list[str]:
        """The secrets a webhook may be signed with: today's, and the last one while rotating."""
        tokens = (self.twilio_auth_token, self.twilio_previous_auth_token)
        return [token.get_secret_value() for token in tokens if token.get_secret_value()]

    def vault(self) -> Vault:
        """Make the vault that seals personal words with these keys."""
        return Vault(
            read_keys(self.data_keys.get_secret_value()),
            read_key(self.lookup_key.get_secret_value()),
        )


def numbers_in(text: str) -> list[str]:
    """Return the numbers of a setting that lists some, separated by commas or spaces."""
    return [part for part in re.split(r"[,;\s]+", text) if part]


def load(**overrides: object) -> Settings:
    """Read the environment; a value of the wrong kind is NotReady, naming the setting."""
    try:
        settings = Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as fault:
        raise NotReady([_in_words(error) for error in fault.errors()]) from None
    return _for_the_demo(settings) if settings.demo_mode else settings


def ready(settings: Settings) -> Settings:
    """Return the settings if the service may start with them; else raise NotReady."""
    advice = advice_on(settings)
    if advice:
        raise NotReady(advice)
    return settings


def current_settings() -> Settings:
    """Return the settings of the running web application."""
    return cast(Settings, current_app.extensions[EXTENSION])


def advice_on(settings: Settings) -> list[str]:
    """Say, one line a fault, what is missing or weak and what to set."""
    return [
        *_advice_on_database(settings),
        *_advice_on_secrets(settings),
        *_advice_on_address(settings),
        *_advice_on_gateway(settings),
        *_advice_on_numbers(settings),
        *_advice_on_mail(settings),
    ]


def _for_the_demo(settings: Settings) -> Settings:
    filled = {
        "secret_key": settings.secret_key.get_secret_value() or DEMO_SECRET,
        "data_keys": settings.data_keys.get_secret_value() or f"demo:{DEMO_KEY}",
        "lookup_key": settings.lookup_key.get_secret_value() or DEMO_KEY,
        "twilio_account_sid": settings.twilio_account_sid or "AC" + "0" * 32,
        "twilio_auth_token": settings.twilio_auth_token.get_secret_value() or DEMO_SECRET,
    }
    own = settings.database_url == DEFAULT_DATABASE
    address = settings.public_base_url or f"http://127.0.0.1:{settings.port}"
    return settings.model_copy(
        update={name: SecretStr(value) for name, value in filled.items() if "sid" not in name}
        | {"twilio_account_sid": filled["twilio_account_sid"], "public_base_url": address}
        | {"gateway": settings.gateway or "pretend_phone"}
        | {"database_url": DEMO_DATABASE if own else settings.database_url}
    )


def _advice_on_database(settings: Settings) -> list[str]:
    try:
        backend = make_url(settings.database_url).get_backend_name()
    except ArgumentError:
        return ["DATABASE_URL is not an address of a database. Example: postgresql://user@host/db"]
    if backend not in ("sqlite", "postgresql"):
        return [f"DATABASE_URL names {backend}; use sqlite:///… or postgresql://…"]
    return []


def _advice_on_secrets(settings: Settings) -> list[str]:
    advice = []
    secret = settings.secret_key.get_secret_value()
    if len(secret) < SHORTEST_SECRET:
        how = "is missing" if not secret else f"is shorter than {SHORTEST_SECRET} characters"
        advice.append(f"SECRET_KEY {how}. Make one with: {NEW_SECRET}")
    elif not settings.demo_mode and (secret == DEMO_SECRET or len(set(secret)) < 8):
        advice.append(f"SECRET_KEY is easy to guess. Make one with: {NEW_SECRET}")
    for name, read, keys in (
        ("DATA_KEYS", read_keys, settings.data_keys),
        ("LOOKUP_KEY", read_key, settings.lookup_key),
    ):
        advice.extend(_advice_on_keys(name, read, keys.get_secret_value(), settings.demo_mode))
    return advice


def _advice_on_keys(name: str, read: object, text: str, demo: bool) -> list[str]:
    example = f"{name}=2026a:KEY" if name == "DATA_KEYS" else f"{name}=KEY"
    how = f"Set {example}, with KEY from: {NEW_KEY}. Keep a copy apart from the database."
    if not text:
        return [f"{name} is missing. {how}"]
    if not demo and DEMO_KEY in text:
        return [f"{name} is the demo's, which everyone knows. {how}"]
    try:
        read(text)  # type: ignore[operator]
    except ValueError as fault:
        return [f"{name} {fault}. {how}"]
    return []


def _advice_on_address(settings: Settings) -> list[str]:
    example = "Example: PUBLIC_BASE_URL=https://whatmatters.example.nhs.uk"
    if not settings.public_base_url:
        return [f"PUBLIC_BASE_URL is missing: Twilio signs this address. {example}"]
    parts = urlsplit(settings.public_base_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return [f"PUBLIC_BASE_URL is not a web address. {example}"]
    if parts.query or parts.fragment or parts.path not in ("", "/"):
        return [f"PUBLIC_BASE_URL must end after the host name. {example}"]
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        return [f"PUBLIC_BASE_URL must start with https:// outside this machine. {example}"]
    return []


def _advice_on_gateway(settings: Settings) -> list[str]:
    if settings.demo_mode:
        wrong = settings.gateway != "pretend_phone"
        return ["DEMO_MODE sends no real texts: leave GATEWAY empty or unset DEMO_MODE."] * wrong
    if not settings.gateway:
        return ["GATEWAY is missing. Set GATEWAY=twilio, or GATEWAY=pretend_phone to send nothing."]
    needed = {
        "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": settings.twilio_auth_token.get_secret_value(),
    }
    advice = [
        f"{name} is missing. Find it on the first page of the Twilio console."
        for name, value in needed.items()
        if not value and settings.gateway == "twilio"
    ]
    return [*advice, *_advice_on_sender(settings)] if settings.gateway == "twilio" else advice


def _advice_on_numbers(settings: Settings) -> list[str]:
    lists = {"MORE_SENDERS": settings.more_senders, "TRIAL_NUMBERS": settings.trial_numbers}
    advice = [
        f"{name} holds something that is no whole number: write +44…, separated by commas."
        for name, text in lists.items()
        if not all(E164.fullmatch(number) for number in numbers_in(text))
    ]
    until = settings.twilio_previous_auth_token_until
    if until is not None and until.tzinfo is None:
        advice.append("TWILIO_PREVIOUS_AUTH_TOKEN_UNTIL needs a time zone: 2026-12-01T12:00Z.")
    return advice


def _advice_on_mail(settings: Settings) -> list[str]:
    url = settings.smtp_url.get_secret_value()
    right = re.fullmatch(r"smtps?://[^\s/]+", url) and "@" in settings.mail_from
    how = "Example: SMTP_URL=smtp://name:password@mail.example:587, MAIL_FROM=alerts@…"
    return [f"SMTP_URL and MAIL_FROM do not name a mail server and a sender. {how}"] * (
        bool(url) and not right
    )


def _advice_on_sender(settings: Settings) -> list[str]:
    how = "Set it to your Twilio number: SENDER=+44…"
    if not E164.fullmatch(settings.sender):
        return [f"SENDER is not a whole number. {how}"]
    made_up = settings.sender.startswith("+447700900") and not settings.talks_to_a_fake
    if made_up and not settings.twilio_messaging_service_sid:
        return [f"SENDER is not a number of yours. {how}"]
    return []


def _in_words(error: object) -> str:
    place = ".".join(str(part) for part in error["loc"]).upper()  # type: ignore[index]
    return f"{place} is not right: {error['msg']}. See .env.example."  # type: ignore[index]
