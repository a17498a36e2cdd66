"""Whether a text is a machine's (pure): our own words back, or the same words again and again."""

from collections.abc import Iterable

from app.conversations.plain import plain_words

# Shorter words of ours are said by people as well: "sleep, school, my knee"; and who quotes us and
# says more than this beside it has said something of their own.
SHORTEST_ECHO = 25


def echoes(body: str, ours: Iterable[str]) -> bool:
    """Return whether a text says nothing but what we last texted or answered."""
    said = plain_words(body)
    if len(said) < SHORTEST_ECHO:
        return False
    words = (plain for each in ours if len(plain := plain_words(each)) >= SHORTEST_ECHO)
    return any(
        said in plain or (plain in said and len(said) < len(plain) + SHORTEST_ECHO)
        for plain in words
    )


def repeats(body: str, last: str) -> bool:
    """Return whether a text says again what the last one said."""
    return _bare(body) == _bare(last)


def _bare(body: str) -> str:
    return plain_words(body) or body
