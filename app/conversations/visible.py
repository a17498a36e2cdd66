"""Showing a young person's words whole, with what cannot be seen made visible (pure)."""

import unicodedata

KEPT = "\n\t\u200d"
CONTROLS = ("Cc", "Cf")


def visible(text: str) -> str:
    """Return a text with control and direction characters written out, so that none can hide.

    >>> visible("a\\u202eb")
    'a[U+202E]b'
    """
    return "".join(
        f"[U+{ord(char):04X}]"
        if (unicodedata.category(char) in CONTROLS and char not in KEPT) or _is_lone(char)
        else char
        for char in text.replace("\r\n", "\n")
    )


def _is_lone(char: str) -> bool:
    return unicodedata.category(char) == "Cs"
