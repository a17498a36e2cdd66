"""Where one text comes apart into the things it lists (pure): spans of it, never new words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.conversations.bare_words import bare_words
from app.conversations.dividers import divided
from app.conversations.edges import only_an_edge
from app.conversations.joints import JOINT, LONGEST_LISTED_ITEM, SEPARATORS, joined, separated
from app.conversations.marks import marked
from app.conversations.piece import Piece
from app.conversations.plain import LATELY
from app.conversations.tongues import ENGLISH, language_of

__all__ = ["Piece", "pieces_of"]

# Digits and marks of other widths and scripts, each to one ASCII character: places stay the same.
NARROW = str.maketrans(
    "０１２３４５６７８９．）（：－٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹০১২৩৪৫৬৭৮৯૦૧૨૩૪૫૬૭૮૯੦੧੨੩੪੫੬੭੮੯०१२३४५६७८९۔",
    "0123456789.)(:-012345678901234567890123456789012345678901234567890123456789.",
)

# Without any of these nothing is listed, but for bare words side by side.
BETWEEN = re.compile(
    r"[^A-Za-z'\u2019 ]|  |\b(?:and|n|nd|an|then|fir\w+|sec\w+|thi\w+|fou\w+|last\w*|fin\w+|next"
    r"|after|plus|also|or|one|two|three|four|five|numb\w*|num|no|nr|[b-h]|[j-z]|ii|iii|iv|et|ve|iyo"
    r"|ac|si|aur|oraz|as well)\b",
    re.IGNORECASE,
)
# Words that join in some languages, and say something else in English.
ABROAD = re.compile(r"\b[iaoe]\b", re.IGNORECASE)


def pieces_of(text: str, next_number: int = 1, known: Sequence[int] = ()) -> list[Piece]:
    """Part one text into what it lists; a text that lists nothing is one piece.

    `next_number` is the one that would go on with the list of the texts before, `known` are the
    numbers that stand there.
    """
    return list(_pieces(text, next_number, tuple(known)))


# A text without asides is asked about whole, and then again as its only clause.
@lru_cache(LATELY)
def _pieces(text: str, next_number: int, known: tuple[int, ...]) -> list[Piece]:
    if not _may_list(text):
        return list(bare_words(text)) or [Piece(0, len(text), "whole")]
    narrow = text.translate(NARROW)
    by_marks = marked(narrow, next_number, known)
    if by_marks:
        return by_marks
    if only_an_edge(narrow):
        return [Piece(0, len(text), "whole")]
    by_signs = divided(narrow)
    if by_signs:
        return by_signs
    for rule, separator in SEPARATORS:
        parted = separated(narrow, rule, separator)
        if parted:
            return parted
    by_joints = joined(narrow, 0, len(narrow))
    if by_joints:
        return by_joints
    by_words = bare_words(narrow)
    return list(by_words) or [Piece(0, len(text), "whole", confident=not _runs_on(narrow))]


def _may_list(text: str) -> bool:
    """Whether a text has any sign or word that parts a list; most short texts have none."""
    return BETWEEN.search(text) is not None or (
        ABROAD.search(text) is not None and language_of(text) != ENGLISH
    )


def _runs_on(text: str) -> bool:
    """Return whether a text that could not be parted looks like several things in one breath."""
    return len(text.split()) > LONGEST_LISTED_ITEM and bool(JOINT.search(text) or "," in text)
