"""Every word that some rule of the room asks for (pure): what a slip may have been meant as."""

from functools import cache

from app.safeguarding.all_rules import RULES
from app.safeguarding.patterns import pattern
from app.safeguarding.rules import lines


@cache
def known() -> frozenset[str]:
    """Return the words that stand in the phrases of the rules."""
    return frozenset(
        word
        for rule in RULES
        for line in lines(rule.phrases + "\n" + rule.also)
        for word in pattern(line).literals
    )
