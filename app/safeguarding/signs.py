"""A sign of concern and what a conversation's signs come to (pure): values, no judgement."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """Why a person must look: the kind of concern, and exactly which characters made it so.

    `text` counts the texts of the conversation from 0; `start` and `end` are places in it, as
    Python slices count them. Tier 1: life may be at risk now. Tier 2: a person must look the
    same day. Tier 3: sensitive, for the clinician, with an offer to be seen alone.
    """

    kind: str
    tier: int
    text: int
    start: int
    end: int
    rule: str
    medical: bool


@dataclass(frozen=True, slots=True)
class Concerns:
    """What a conversation brings forward. No sign does not mean that all is well.

    The tier is that of the gravest sign, and 0 where none was found.
    """

    signs: tuple[Sign, ...]
    version: str

    @property
    def tier(self) -> int:
        """Return the tier of the gravest sign, 0 without any."""
        return min((sign.tier for sign in self.signs), default=0)

    @property
    def medical(self) -> bool:
        """Return whether life may be at risk from the body's side: 999 is to be named first."""
        return any(sign.tier == 1 and sign.medical for sign in self.signs)

    @property
    def kinds(self) -> frozenset[str]:
        """Return every kind of concern that was found."""
        return frozenset(sign.kind for sign in self.signs)
