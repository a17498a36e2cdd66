"""The seam to whoever carries texts: what can be asked of them, and honest outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Text:
    """One text to send: `to` is E.164; news of it goes to `callback`.

    The carrier drops it if it cannot hand it over within `valid_seconds`. `sender` is one of our
    numbers; None leaves it to the provider's settings.
    """

    to: str
    body: str
    callback: str
    valid_seconds: int
    sender: str | None = None


@dataclass(frozen=True)
class Accepted:
    """The provider has it, under this id."""

    sid: str
    status: str


@dataclass(frozen=True)
class TryLater:
    """The provider certainly does not have it and may be asked again.

    `everybody` means that it was not about this text: all of them wait so long.
    """

    reason: str
    after_seconds: float
    everybody: bool = False


@dataclass(frozen=True)
class Refused:
    """The provider certainly does not have it and gives this error code.

    `stops_everything` means that the fault is ours (credentials, sender) and every text meets it.
    `stops_clinic` means that the words are the fault, and others of the clinic would meet it too.
    """

    code: str
    opted_out: bool = False
    stops_everything: bool = False
    stops_clinic: bool = False


@dataclass(frozen=True)
class Unknown:
    """Nobody can tell whether the provider has it: never send it again by itself."""

    reason: str


Outcome = Accepted | TryLater | Refused | Unknown


@dataclass(frozen=True)
class SentText:
    """One text of ours that the provider knows; `status` and `error_code` are its own words."""

    sid: str
    to: str
    body: str
    status: str
    error_code: str
    at: datetime


@dataclass(frozen=True)
class InboundText:
    """One text to us that the provider knows; numbers in E.164, `at` is when it came."""

    sid: str
    from_number: str
    to_number: str
    body: str
    media: int
    at: datetime


class Gateway(Protocol):
    """Whoever carries texts. None of these raises for what the provider or the network does."""

    def send(self, text: Text) -> Outcome:
        """Hand over one text, once."""
        ...

    def sent_to(self, number: str, since: datetime) -> Sequence[SentText] | None:
        """Return our texts to a number since a moment, newest first.

        None if they could not be read whole: that is never to be taken for an empty list.
        """
        ...

    def inbound(self, since: datetime) -> Sequence[InboundText] | None:
        """Return what was texted to us since a moment; None if it could not be read whole."""
        ...
