"""Names beside each other (pure): whether two ways of writing are one name."""

import unicodedata


def same_name(one: str, other: str) -> bool:
    """Return whether two names differ in no more than letter case, accents, spaces and marks.

    >>> same_name("Zoë", "ZOE"), same_name("O'Neill", "ONeill"), same_name("Sam", "Samuel")
    (True, True, False)
    """
    return one == other or _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum())
