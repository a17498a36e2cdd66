"""Texts through Twilio: their SDK behind our seam, every fault turned into an honest outcome.

Twilio has no idempotency key for texts, so what may have been accepted is never sent again: a
time-out while waiting for the answer, a lost connection or a 5xx is Unknown. Only what certainly
was not accepted (429, no connection made) may be tried later.
"""

import threading
from typing import Any

from requests.exceptions import ConnectionError as NoConnection
from requests.exceptions import ConnectTimeout, RequestException
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.exceptions import MaxRetryError, NewConnectionError

from app.logs import logger
from app.settings import Settings
from app.sms.codes import Meaning, meaning_of
from app.sms.gateway import Accepted, Outcome, Refused, Text, TryLater, Unknown

log = logger(__name__)

CONNECT_SECONDS, READ_SECONDS = 3.0, 10.0
WAIT_SECONDS = 60.0
UNAUTHORISED, TOO_MANY, SERVER_FAULT = (401, 403), 429, 500
LONGEST_VALIDITY, SHORTEST_VALIDITY = 36_000, 60


class OneTry(TwilioHttpClient):  # type: ignore[misc]
    """The SDK's HTTP client with time-outs, no retries, and Retry-After remembered."""

    def __init__(self) -> None:
        super().__init__(pool_connections=True, max_retries=0)
        self.timeout = (CONNECT_SECONDS, READ_SECONDS)
        self.wait_seconds = WAIT_SECONDS

    def request(self, *args: Any, **kwargs: Any) -> Response:
        """Make one request, following no redirect."""
        response = super().request(*args, **kwargs)
        self.wait_seconds = _seconds((response.headers or {}).get("Retry-After"))
        return response


class TwilioGateway:
    """The gateway to Twilio; one client and connection pool for each thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own = threading.local()

    def send(self, text: Text) -> Outcome:
        """Hand one text to Twilio, once."""
        client, http = self._client()
        try:
            message = client.messages.create(**self._parameters(text))
        except TwilioRestException as fault:
            return _refusal(fault, http.wait_seconds)
        except RequestException as fault:
            return _no_answer(fault)
        except (TwilioException, AttributeError, KeyError, TypeError, ValueError) as fault:
            return Unknown(f"answer not understood: {type(fault).__name__}")
        if not isinstance(message.sid, str):
            return Unknown("answer without a message id")
        return Accepted(message.sid, str(message.status or "accepted"))

    def _parameters(self, text: Text) -> dict[str, Any]:
        service = self._settings.twilio_messaging_service_sid
        sender = {"messaging_service_sid": service} if service else {"from_": self._settings.sender}
        return {
            "to": text.to,
            "body": text.body,
            "status_callback": text.callback,
            "validity_period": max(SHORTEST_VALIDITY, min(text.valid_seconds, LONGEST_VALIDITY)),
            **sender,
        }

    def _client(self) -> tuple[Client, OneTry]:
        if not hasattr(self._own, "client"):
            self._own.http = OneTry()
            self._own.client = Client(
                self._settings.twilio_account_sid,
                self._settings.twilio_auth_token.get_secret_value(),
                http_client=self._own.http,
            )
            if self._settings.twilio_api_base_url:
                self._own.client.api.base_url = self._settings.twilio_api_base_url
        return self._own.client, self._own.http


def _refusal(fault: TwilioRestException, wait_seconds: float) -> Outcome:
    code = str(fault.code or fault.status)
    if fault.status == TOO_MANY:
        return TryLater("too many requests", wait_seconds)
    if fault.status >= SERVER_FAULT:
        return Unknown(f"status {fault.status}")
    if fault.status in UNAUTHORISED:
        return Refused(code, stops_everything=True)
    meaning = meaning_of(code)
    return Refused(
        code,
        opted_out=meaning is Meaning.OPTED_OUT,
        stops_everything=meaning is Meaning.CONFIGURATION,
    )


def _no_answer(fault: RequestException) -> Outcome:
    if isinstance(fault, ConnectTimeout) or _never_connected(fault):
        return TryLater("no connection", WAIT_SECONDS)
    return Unknown(type(fault).__name__)


def _never_connected(fault: RequestException) -> bool:
    """Return whether not a byte of the request left: refused, or the host name is not known."""
    cause = fault.args[0] if fault.args else None
    return (
        isinstance(fault, NoConnection)
        and isinstance(cause, MaxRetryError)
        and isinstance(cause.reason, NewConnectionError)
    )


def _seconds(header: object) -> float:
    try:
        return max(1.0, float(str(header)))
    except ValueError:
        return WAIT_SECONDS
