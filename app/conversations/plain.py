"""A text in plain words (pure): what is left when case, accents, marks and width are taken away."""

import re
import unicodedata
from functools import lru_cache

SENTENCE_END = re.compile(r"[.!?]+\s+|\n")
# The full stop behind one of these ends no sentence.
TITLE = re.compile(
    r"\b(?:dr|mr|mrs|ms|st|prof|vs|approx|no|e\.?g|i\.?e|p\.?e|a\.?m|p\.?m)\.\s?$", re.IGNORECASE
)
# Letters that carry no accent to take away, and the two ways Arabic script writes yeh and kaf.
ALIKE = str.maketrans("łđøıيك", "ldoiیک")
APOSTROPHE = re.compile(r"['\u2019\u2018`]")
NO_WORD = re.compile(r"[^\w/]+")
# Where one sentence ends and another begins, as people text; signs and pictures part them as well.
BETWEEN = re.compile(
    r"[.!?;,\r\n\u060c\u061f\u06d4\u0964\u3002\uff0c\U0001f000-\U0001faff\u2600-\u27bf]+"
    r"|\s[-\u2013\u2014]+\s|\s(?:and|n|&|but)\s",
    re.IGNORECASE,
)

# One text is asked about from many sides, one after the other.
LATELY = 64


@lru_cache(LATELY)
def plain_words(text: str) -> str:
    """Reduce a text to lower-case words without accents, apostrophes and punctuation.

    >>> plain_words(" ＳＴＯＰ! It's Zoë")
    'stop its zoe'
    """
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(NO_WORD.sub(" ", APOSTROPHE.sub("", kept)).split())


def bare_words(text: str) -> str:
    """Reduce a text further, so that letters people type for one another are the same."""
    return plain_words(text).translate(ALIKE)


@lru_cache(LATELY)
def sentences(text: str) -> tuple[str, ...]:
    """Part a text into its sentences and halves of sentences, each in plain words."""
    return tuple(plain for part in BETWEEN.split(text) if (plain := plain_words(part)))
