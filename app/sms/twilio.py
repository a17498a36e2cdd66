"""Texts through Twilio: their SDK behind our seam, every fault turned into an honest outcome.

Twilio has no idempotency key for texts, so what may have been accepted is never sent again: a
time-out while waiting for the answer, a lost connection or a 5xx is Unknown. Only what certainly
was not accepted (429, no byte of the request left) may be tried later.
"""

import threading
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client
from urllib3.exceptions import HTTPError

from app.settings import Settings
from app.sms.codes import Meaning, meaning_of
from app.sms.gateway import (
    Accepted,
    InboundText,
    Outcome,
    Refused,
    SentText,
    Text,
    TryLater,
    Unknown,
)
from app.sms.one_try import WAIT_SECONDS, OneTry

API = "https://api.twilio.com"
TOO_MANY, ABOUT_THE_TEXT, CLIENT_FAULT, SERVER_FAULT, GAVE_UP = 429, 400, 400, 500, 408
LONGEST_VALIDITY, SHORTEST_VALIDITY = 36_000, 60
PAGE_SIZE, MOST_PAGES = 200, 50
OUTBOUND, INBOUND = "outbound-api", "inbound"
# What the SDK raises when an answer is not what it expects.
NOT_UNDERSTOOD = (TwilioException, AttributeError, KeyError, TypeError, ValueError)


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
        except (HTTPError, OSError) as fault:
            if http.left:
                return Unknown(type(fault).__name__)
            return TryLater("no connection", WAIT_SECONDS)
        except NOT_UNDERSTOOD as fault:
            return Unknown(f"answer not understood: {type(fault).__name__}")
        if not isinstance(message.sid, str):
            return Unknown("answer without a message id")
        return Accepted(message.sid, str(message.status or "accepted"))

    def sent_to(self, number: str, since: datetime) -> Sequence[SentText] | None:
        """Return our texts to a number since a moment, newest first; None if not read whole."""
        found = self._listed(since, to=number)
        if found is None:
            return None
        return [
            SentText(
                sid=str(each.sid),
                to=str(each.to),
                body=str(each.body or ""),
                status=str(each.status),
                error_code=str(each.error_code or ""),
                at=each.date_created,
            )
            for each in found
            if each.direction == OUTBOUND and self._is_ours(each)
        ]

    def inbound(self, since: datetime) -> Sequence[InboundText] | None:
        """Return what was texted to our numbers since a moment; None if not read whole."""
        texts: list[InboundText] = []
        for sender in self._settings.senders:
            found = self._listed(since, to=sender)
            if found is None:
                return None
            texts += [_inbound(each) for each in found if each.direction == INBOUND]
        return texts

    def _listed(self, since: datetime, **wanted: str) -> list[Any] | None:
        """Read a list of messages to its end, or to what is older than `since`.

        Twilio's DateSent leaves out what is still queued, so the list is filtered here.
        """
        client, _ = self._client()
        found: list[Any] = []
        try:
            for message in _every(client, wanted):
                if message.date_created < since:
                    return found
                found.append(message)
        except (HTTPError, OSError, *NOT_UNDERSTOOD):
            return None
        return found

    def _is_ours(self, message: Any) -> bool:
        """Twilio names no number until it has picked one of a service's: the service counts."""
        service = self._settings.twilio_messaging_service_sid
        if service and message.messaging_service_sid == service:
            return True
        return message.from_ in self._settings.senders

    def _parameters(self, text: Text) -> dict[str, Any]:
        service = self._settings.twilio_messaging_service_sid
        given = {
            "to": text.to,
            "body": text.body,
            "status_callback": text.callback,
            "validity_period": max(SHORTEST_VALIDITY, min(text.valid_seconds, LONGEST_VALIDITY)),
        }
        if service:
            given["messaging_service_sid"] = service
        # With a service as well: a family's second young person is texted from another number.
        if not service or text.sender:
            given["from_"] = text.sender or self._settings.sender
        return given

    def _client(self) -> tuple[Client, OneTry]:
        if not hasattr(self._own, "client"):
            base = self._settings.twilio_api_base_url
            self._own.http = OneTry(base or API)
            self._own.client = Client(
                self._settings.twilio_account_sid,
                self._settings.twilio_auth_token.get_secret_value(),
                http_client=self._own.http,
            )
            if base:
                self._own.client.api.base_url = base
        return self._own.client, self._own.http


def _every(client: Client, wanted: dict[str, str]) -> Iterator[Any]:
    """Yield messages newest first, page by page; ValueError if the list does not come to an end."""
    page = client.messages.page(page_size=PAGE_SIZE, **wanted)
    for _ in range(MOST_PAGES):
        yield from page
        if not page.next_page_url:
            return
        page = page.next_page()
    raise ValueError("the list does not end")


def _inbound(message: Any) -> InboundText:
    return InboundText(
        sid=str(message.sid),
        from_number=str(message.from_),
        to_number=str(message.to),
        body=str(message.body or ""),
        media=int(message.num_media or 0),
        at=message.date_created,
    )


def _refusal(fault: TwilioRestException, wait_seconds: float) -> Outcome:
    code = str(fault.code or fault.status)
    if fault.status == TOO_MANY:
        return TryLater("too many requests", wait_seconds, everybody=True)
    if not CLIENT_FAULT <= fault.status < SERVER_FAULT or fault.status == GAVE_UP:
        return Unknown(f"status {fault.status}")
    if fault.status != ABOUT_THE_TEXT:
        # Credentials, address, a proxy in between: every text would meet the same.
        return Refused(code, stops_everything=True)
    meaning = meaning_of(code)
    return Refused(
        code,
        opted_out=meaning is Meaning.OPTED_OUT,
        stops_everything=meaning is Meaning.CONFIGURATION,
        stops_clinic=meaning is Meaning.CONTENT,
    )
