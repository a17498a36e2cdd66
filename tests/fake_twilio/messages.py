"""The messages of the fake, its own truth: each as Twilio shows it, found again by sid and number.

They are changed on the server's thread and read from any, under one lock.
"""

import json
import threading
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any

import smsutil

VERSION = "2010-04-01"
OUTBOUND, INBOUND, REPLY = "outbound-api", "inbound", "outbound-reply"
# A receipt that comes late does not take a message back to an earlier state.
RANKS = {"accepted": 0, "queued": 1, "sending": 2, "sent": 3}
FINISHED = ("delivered", "undelivered", "failed", "received", "canceled")
BAD = ("failed", "undelivered")


@dataclass
class Message:
    """One message, in either direction."""

    sid: str
    account_sid: str
    direction: str
    to: str
    sender: str | None
    body: str
    status: str
    created: datetime
    arrived: float  # time.monotonic
    service: str | None = None
    callback: str = ""
    media: int = 0
    updated: datetime | None = None
    sent: datetime | None = None
    error_code: int | None = None

    @property
    def uri(self) -> str:
        """Where the message is found."""
        return f"/{VERSION}/Accounts/{self.account_sid}/Messages/{self.sid}.json"

    @property
    def segments(self) -> int:
        """How many segments it takes; none is counted before a service has chosen a sender."""
        return 0 if self.sender is None else len(smsutil.split(self.body).parts) or 1

    def as_json(self) -> dict[str, Any]:
        """Show the message as Twilio does."""
        media = f"{self.uri.removesuffix('.json')}/Media.json"
        return {
            "account_sid": self.account_sid,
            "api_version": VERSION,
            "body": self.body,
            "date_created": rfc_2822(self.created),
            "date_sent": rfc_2822(self.sent) if self.sent else None,
            "date_updated": rfc_2822(self.updated or self.created),
            "direction": self.direction,
            "error_code": self.error_code,
            "error_message": "Not delivered" if self.error_code else None,
            "from": self.sender,
            "messaging_service_sid": self.service,
            "num_media": str(self.media),
            "num_segments": str(self.segments),
            "price": None,
            "price_unit": "GBP",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": media},
            "to": self.to,
            "uri": self.uri,
        }

    def move(self, status: str, now: datetime, sender: str, error_code: int | None = None) -> None:
        """Take the message on to a state, never back."""
        if self.status in FINISHED or RANKS.get(status, 9) <= RANKS.get(self.status, 9):
            return
        self.status, self.updated = status, now
        self.error_code = error_code if status in BAD else None
        if RANKS.get(status, 9) >= RANKS["sent"] and status != "canceled":
            self.sent, self.sender = self.sent or now, self.sender or sender


class Truth:
    """Every message the fake holds, in the order they came."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._messages: dict[str, Message] = {}
        self._by_number: dict[str, list[Message]] = {}
        self._counts = {OUTBOUND: 0, INBOUND: 0, REPLY: 0}
        self.forms: list[dict[str, str]] = []
        self.deleted: list[str] = []

    def new_sid(self, direction: str, prefix: str) -> str:
        """Make the next sid of a direction; the n-th accepted text has n in its sid."""
        with self._lock:
            self._counts[direction] += 1
            start = {OUTBOUND: "", INBOUND: "f", REPLY: "e"}[direction] + prefix
            return f"SM{start}{self._counts[direction]:0{32 - len(start)}x}"

    def keep(self, message: Message, form: dict[str, str] | None = None) -> Message:
        """Keep a message, and with an accepted text the form that asked for it."""
        with self._lock:
            self._messages[message.sid] = message
            self._by_number.setdefault(message.to, []).append(message)
            if form is not None:
                self.forms.append(form)
        return message

    def drop(self, sid: str) -> None:
        """Delete a message for ever."""
        with self._lock:
            message = self._messages.pop(sid)
            self._by_number[message.to].remove(message)
            self.deleted.append(sid)

    def get(self, sid: str) -> Message | None:
        """Return a message, if there is one."""
        return self._messages.get(sid)

    def newest_first(self, to: str = "") -> list[Message]:
        """Return the messages, of one recipient or of all."""
        with self._lock:
            found = self._by_number.get(to, []) if to else list(self._messages.values())
            return found[::-1]

    def all(self) -> dict[str, Message]:
        """Return every message by its sid."""
        with self._lock:
            return dict(self._messages)

    def accepted(self) -> list[dict[str, str]]:
        """Return the form of every text that was accepted, in order."""
        with self._lock:
            return list(self.forms)


def rfc_2822(when: datetime) -> str:
    """Write a time as Twilio does."""
    return format_datetime(when)


def as_bytes(content: object) -> bytes:
    """Write an answer."""
    return json.dumps(content).encode()
