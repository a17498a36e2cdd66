"""How many texts are too many (pure): for a number, for a clinic, and in all.

A number that has had enough waits for another day; a clinic or a service that sends far more than
it ever should stands still until a person has looked.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Cap(StrEnum):
    """Which limit a text would pass."""

    NUMBER_DAY = "number_day"
    NUMBER_WEEK = "number_week"
    CLINIC_HOUR = "cap_clinic"
    OVERALL = "cap_overall"


# A number over one of these waits for another day; over the others everything stands still.
PASSES = frozenset({Cap.NUMBER_DAY, Cap.NUMBER_WEEK})


@dataclass(frozen=True)
class Limits:
    """The limits of this installation, in texts."""

    number_a_day: int
    number_a_week: int
    clinic_an_hour: int
    a_day: int


@dataclass(frozen=True)
class Counts:
    """What has gone, or may have, so far: to one number, for one clinic, in all."""

    number_today: int = 0
    number_this_week: int = 0
    clinic_this_hour: int = 0
    overall: int = 0

    def and_one_more(self) -> "Counts":
        """Count the text that is about to go."""
        return replace(
            self,
            number_today=self.number_today + 1,
            number_this_week=self.number_this_week + 1,
            clinic_this_hour=self.clinic_this_hour + 1,
            overall=self.overall + 1,
        )


def passed(counts: Counts, limits: Limits) -> Cap | None:
    """Return the limit that one more text would pass, the widest first, or None."""
    if counts.overall >= limits.a_day:
        return Cap.OVERALL
    if counts.clinic_this_hour >= limits.clinic_an_hour:
        return Cap.CLINIC_HOUR
    if counts.number_today >= limits.number_a_day:
        return Cap.NUMBER_DAY
    return Cap.NUMBER_WEEK if counts.number_this_week >= limits.number_a_week else None
