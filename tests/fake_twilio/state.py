"""All that the fake knows: wishes, messages, what it was asked and whom it called."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fake_twilio.messages import INBOUND, OUTBOUND, REPLY, Message, Truth
from fake_twilio.moods import Wishes


@dataclass(frozen=True)
class Asked:
    """One request to the fake; `at` is time.monotonic."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    at: float
    mood: str = ""


@dataclass
class Call:
    """One webhook: as signed, and what came of it.

    `status` is None while nothing was answered, `fault` says why, `lost` that it was dropped.
    """

    kind: str
    sid: str
    url: str
    form: dict[str, str]
    signature: str
    at: float
    status: int | None = None
    answer: str = ""
    fault: str = ""
    lost: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """What goes with the form, for a test that posts it by itself."""
        return {"X-Twilio-Signature": self.signature}


class State(Wishes):
    """What the fake remembers; lists come as copies, so any thread may read them."""

    def __init__(self) -> None:
        super().__init__()
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.in_flight = 0
        self.forget()

    def forget(self) -> None:
        """Forget all messages, requests and webhooks; wishes stay."""
        self.truth = Truth()
        self.asked = 0
        self.most_at_once = 0
        self.broken: list[str] = []
        self._by_mood: Counter[str] = Counter()
        self._requests: list[Asked] = []
        self._calls: list[Call] = []

    @property
    def accepted(self) -> list[dict[str, str]]:
        """The forms of the texts that were accepted, in order."""
        return self.truth.accepted()

    @property
    def sent_to(self) -> list[str]:
        """The numbers of the texts that were accepted, in order."""
        return [form["To"] for form in self.accepted]

    @property
    def by_token(self) -> Counter[str]:
        """How many texts were accepted for the last part of each StatusCallback."""
        return Counter(last_part(form.get("StatusCallback", "")) for form in self.accepted)

    @property
    def by_mood(self) -> Counter[str]:
        """How many texts were treated in each mood."""
        return self._by_mood.copy()

    @property
    def messages(self) -> dict[str, Message]:
        """Every message the fake holds, by sid, oldest first."""
        return self.truth.all()

    @property
    def deleted(self) -> list[str]:
        """The sids of deleted messages."""
        return list(self.truth.deleted)

    @property
    def requests(self) -> list[Asked]:
        """Every request under Twilio's paths, in order."""
        return list(self._requests)

    @property
    def calls(self) -> list[Call]:
        """Every webhook, made or lost, in the order they were begun."""
        return list(self._calls)

    def now(self) -> datetime:
        """Tell the fake's time, in whole seconds of UTC."""
        moved = self.clock() + timedelta(seconds=self.clock_offset_seconds)
        return moved.astimezone(UTC).replace(microsecond=0)

    def note(self, asked: Asked) -> None:
        """Remember one request."""
        if self.remember_requests:
            self._requests.append(asked)

    def note_mood(self, mood: str) -> None:
        """Count one text."""
        self.asked += 1
        self._by_mood[mood] += 1

    def note_broken(self, fault: BaseException | None) -> None:
        """Remember a fault of the fake itself; `running` fails the test for it."""
        if fault is not None and not isinstance(fault, ConnectionError):
            self.broken.append(repr(fault))

    def note_call(self, call: Call) -> None:
        """Remember one webhook."""
        self._calls.append(call)

    def take(self, form: dict[str, str], account_sid: str) -> Message:
        """Accept one text."""
        service = form.get("MessagingServiceSid")
        message = Message(
            sid=self.truth.new_sid(OUTBOUND, self.sid_prefix),
            account_sid=account_sid,
            direction=OUTBOUND,
            to=form["To"],
            sender=form.get("From") or None,
            body=form["Body"],
            status=self.first_status or ("accepted" if service else "queued"),
            created=self.now(),
            arrived=time.monotonic(),
            service=service,
            callback=form.get("StatusCallback", ""),
        )
        return self.truth.keep(message, form)

    def take_in(self, sender: str, to: str, body: str, media: int, service: str | None) -> Message:
        """Keep one text from a phone."""
        return self._arrived(INBOUND, sender, to, body, media=media, service=service)

    def take_reply(self, question: Message, body: str) -> Message:
        """Keep what a webhook answered, which goes back to the phone."""
        sender = question.to
        return self._arrived(REPLY, sender, question.sender or "", body, service=question.service)

    def _arrived(
        self,
        direction: str,
        sender: str,
        to: str,
        body: str,
        *,
        media: int = 0,
        service: str | None = None,
    ) -> Message:
        now = self.now()
        message = Message(
            sid=self.truth.new_sid(direction, self.sid_prefix),
            account_sid=self.account_sid,
            direction=direction,
            to=to,
            sender=sender,
            body=body,
            status="received" if direction == INBOUND else "sent",
            created=now,
            arrived=time.monotonic(),
            service=service,
            media=media,
            sent=now,
        )
        return self.truth.keep(message)


def last_part(address: str) -> str:
    """Return what follows the last slash of an address."""
    return address.partition("?")[0].rpartition("/")[2]
