"""The seam to whoever carries texts: one method, and four honest outcomes."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Text:
    """One text to send: `to` is E.164; news of it goes to `callback`.

    The carrier drops it if it cannot hand it over within `valid_seconds`.
    """

    to: str
    body: str
    callback: str
    valid_seconds: int


@dataclass(frozen=True)
class Accepted:
    """The provider has it, under this id."""

    sid: str
    status: str


@dataclass(frozen=True)
class TryLater:
    """The provider certainly does not have it and may be asked again."""

    reason: str
    after_seconds: float


@dataclass(frozen=True)
class Refused:
    """The provider certainly does not have it and gives this error code.

    `stops_everything` means that the fault is ours (credentials, sender) and every text meets it.
    """

    code: str
    opted_out: bool = False
    stops_everything: bool = False


@dataclass(frozen=True)
class Unknown:
    """Nobody can tell whether the provider has it: never send it again by itself."""

    reason: str


Outcome = Accepted | TryLater | Refused | Unknown


class Gateway(Protocol):
    """Whoever carries texts."""

    def send(self, text: Text) -> Outcome:
        """Hand over one text; never raises for what the provider or the network does."""
        ...
