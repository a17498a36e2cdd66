"""What pictures say in words (pure): as Unicode names them, for whoever cannot make them out."""

import unicodedata


def is_only_pictures(words: str) -> bool:
    """Return whether there is no letter and no digit in some words."""
    return bool(words.strip()) and not any(char.isalnum() for char in words)


def in_words(text: str) -> str:
    """Return the names of the pictures in a text, in their order; not of skin tones and joiners.

    >>> in_words("\\U0001f634\\U0001f4a9\\U0001f3eb")
    'sleeping face, pile of poo, school'
    """
    names = (
        unicodedata.name(char, "").lower() for char in text if unicodedata.category(char) == "So"
    )
    return ", ".join(name for name in names if name)
