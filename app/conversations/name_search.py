"""Finding a young person by what somebody typed (pure): first name, last name, or part of one."""

from anyascii import anyascii

SHORTEST = 2


def looked_for(typed: str) -> list[str]:
    """Return the words of what was typed, as names are compared; too short ones are left out.

    >>> looked_for("  Łukasz O'Neill x ")
    ['lukasz', 'oneill']
    """
    words = [bare(word) for word in typed.split()]
    return [word for word in words if len(word) >= SHORTEST]


def fits(words: list[str], first_name: str, last_name: str) -> bool:
    """Return whether each word typed begins one of the names.

    >>> fits(["ell", "whit"], "Ella", "Whitcombe"), fits(["sam"], "Ella", "Whitcombe")
    (True, False)
    """
    names = [bare(each) for each in (first_name, last_name)]
    names += [bare(part) for each in (first_name, last_name) for part in each.split()]
    return bool(words) and all(any(name.startswith(word) for name in names) for word in words)


def bare(name: str) -> str:
    """Write a name in plain small letters and digits, without accents, spaces and marks."""
    return "".join(char for char in anyascii(name).casefold() if char.isalnum())
