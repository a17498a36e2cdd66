"""One look at a new text (pure): what in it must not wait, alone and with those before it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from app.safeguarding.phrases import concerns_in
from app.safeguarding.signs import Sign

PRESSING = 2
ADULT_FOR_PREGNANCY = 16
SENSITIVE = 3
PREGNANCY = "pregnancy"


@dataclass(frozen=True)
class Look:
    """What a look at a text found: the signs in that very text, the gravest first.

    `failed` says that nobody could look: then a person must, the same day.
    """

    signs: tuple[Sign, ...] = ()
    rules: str = ""
    failed: bool = False

    @property
    def tier(self) -> int:
        """Return how soon a person must look: 1 to 3, 0 where nothing was found."""
        found = [sign.tier for sign in self.signs]
        return min([*found, PRESSING] if self.failed else found, default=0)

    @property
    def medical(self) -> bool:
        """Return whether 999 is to be named first."""
        return any(sign.tier == 1 and sign.medical for sign in self.signs)


COULD_NOT_LOOK = Look(failed=True)


def look_at(before: Sequence[str], text: str) -> Look:
    """Look at a text with those that came before it; only what stands in the text itself counts.

    A sign that begins in an earlier text and ends in this one counts as well.
    """
    found = concerns_in([*before, text])
    own = (sign for sign in found.signs if sign.text == len(before))
    return Look(tuple(replace(sign, text=0) for sign in own), found.version[:20])


def both(alone: Look, joined: Look) -> Look:
    """Put two looks at the same text together: whatever either found counts."""
    signs = dict.fromkeys((*alone.signs, *joined.signs))
    in_order = sorted(signs, key=lambda sign: (sign.tier, sign.start, sign.end))
    return Look(tuple(in_order), alone.rules or joined.rules, alone.failed or joined.failed)


def as_json(look: Look) -> str:
    """Write the signs of a look down, to be sealed: kinds, rules, and places in the text."""
    return json.dumps([asdict(sign) for sign in look.signs])


def signs_in(said: str) -> list[Sign]:
    """Return the signs that were written down."""
    return [Sign(**each) for each in json.loads(said or "[]")]


def tier_for(signs: Sequence[Sign], tier: int, age: int | None) -> int:
    """Return the tier for somebody of an age: from 16 on a pregnancy alone alarms nobody."""
    grave = any(sign.tier < SENSITIVE and sign.kind != PREGNANCY for sign in signs)
    if not signs or grave or tier != PRESSING or age is None or age < ADULT_FOR_PREGNANCY:
        return tier
    return SENSITIVE
