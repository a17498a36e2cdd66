"""The letters of a text, whatever they were typed as (pure): case, width, accents, look-alikes.

Each letter that is left remembers where it stood, so that words found can be shown as they were
typed.
"""

import re
import unicodedata
from functools import lru_cache

# Pictures that say something in this room; any other picture ends a clause, as a full stop does.
_PICTURES = {
    "pillpicture": "💊",
    "knifepicture": "🔪🗡",
    "bloodpicture": "🩸",
    "skullpicture": "💀☠",
    "gravepicture": "⚰🪦",
    "gunpicture": "🔫",
    "pregnantpicture": "🤰🫄",
    "laughpicture": "😂🤣😆😹",
    "armpicture": "💪🦾",
}
PICTURES = {picture: word for word, pictures in _PICTURES.items() for picture in pictures}
_APOSTROPHES = "'\u2019\u2018`\u00b4\u02bc\u2032"
# Letters that carry no accent to take away, and the ways one Arabic letter is written.
_ALIKE = dict(zip("łđøıæœßيىكأإآٱةؤئە", "ldoiaosییکااااهویه", strict=True))
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
# Cyrillic and Greek letters that pass for Latin ones, inside words that are Latin otherwise.
LOOK_ALIKE = str.maketrans("асеорхуіјѕԁһкмтнвιοαεκρυν", "aceopxyijsdhkmthbioaekpuv")
KEYCAP = "\u20e3"
# What is typed by no hand, in a text that is plain otherwise.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@lru_cache(4096)
def letters_of(char: str) -> str:
    """Reduce one character to the lower-case letters it stands for; to none if it is unseen.

    >>> letters_of("Ｋ"), letters_of("é"), letters_of(chr(0x200B))
    ('k', 'e', '')
    """
    return _letters(char)


def _letters(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _DASHES:
        return "-"
    if char == KEYCAP:
        return ". "
    if char in PICTURES:
        return f" {PICTURES[char]} "
    kind = unicodedata.category(char)
    if kind in ("Cf", "Cs", "Cn", "Co") or "\ufe00" <= char <= "\ufe0f" or _is_tone(char):
        return ""
    if kind in ("So", "Cc"):
        plain = unicodedata.normalize("NFKD", char)
        return plain.casefold() if plain != char and plain.isascii() else _broken(char)
    folded = unicodedata.normalize("NFKD", char.casefold()).casefold()
    return "".join(_ALIKE.get(each, each) for each in folded if not unicodedata.combining(each))


def _is_tone(char: str) -> bool:
    """Return whether it colours the picture before it: a skin tone is no picture of its own."""
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _broken(char: str) -> str:
    if char in "\t\x0b\x0c":
        return " "
    return "\n" if char in "\r\n" else "" if char < " " or "\x7f" <= char < "\xa0" else " . "


def folded(text: str) -> tuple[str, list[int]]:
    """Return the letters of a text, and for each of them where in the text it stood.

    >>> folded("Ｎo\\u200bÉ")
    ('noe', [0, 1, 3])
    """
    if text.isascii() and not _UNSEEN.search(text):
        return text.lower().replace("`", "'"), list(range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        found = letters_of(char)
        letters.append(found)
        places.extend([place] * len(found))
    return "".join(letters), places
