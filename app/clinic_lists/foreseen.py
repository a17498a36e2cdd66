"""What a list will lead to, as plain values (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.clinic_lists.near import Near


@dataclass(frozen=True)
class Sample:
    """One text as it will go: `at` is when, None at once; `segments` what it costs."""

    name: str
    words: str
    at: datetime | None
    zone: str
    segments: int


@dataclass(frozen=True)
class Foreseen:
    """What a list leads to: texts in all, their segments, samples, and those that will not go.

    `held` counts the visits nobody is texted about, by reason in words; `near` are those who have
    another visit within a week.
    """

    texts: int
    segments: int
    samples: list[Sample]
    held: Mapping[str, int]
    near: Sequence[Near]
