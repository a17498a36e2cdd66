"""Finding what matters in one text (pure): its pieces, less what is only said beside them."""

import re
import unicodedata
from dataclasses import replace

from app.conversations.clauses import Clause, clauses_of
from app.conversations.edges import after_lead_in, only_an_edge, tidied
from app.conversations.intent import Intent
from app.conversations.piece import Piece, moved
from app.conversations.pieces import pieces_of
from app.conversations.plain import plain_words
from app.conversations.told import Priority, Told
from app.conversations.topics import is_grave

MARKED = ("numbered", "lettered", "ordinal", "bullet")
NOTHING_MORE = re.compile(
    r"(?:none|nothing|n a|na|nil|idk|dunno|dont know|not sure|no more|that is it|thats it"
    r"|thats all|thanks"
    r"|blank|ill think of it|cant think of (?:one|another|any|anything)|idk really just \w+"
    r"|nope|no|nout|nowt)"
    r"(?: (?:really|else|more|rn|atm|tbh|to (?:say|add)|for now|yet|sorry|lol|x+|of (?:one"
    r"|another|anything)|so far))*"
)


NOTHING_SEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"})


def priorities_in(
    text: str, reply: int, begin: int, told: Told, *, plainly: bool = False
) -> tuple[list[Priority], list[Intent], bool]:
    """Return what matters in a text from a place on, what is said beside it, and how sure it is.

    A text that `plainly` names what matters is not looked through for anything else.
    """
    found: list[Priority] = []
    asides: list[Intent] = []
    sure = True
    next_number = len(told.priorities) + 1
    known = [each.number for each in told.priorities if each.number]
    pieces = [moved(each, begin) for each in pieces_of(text[begin:], next_number, known)]
    if any(piece.rule in MARKED for piece in pieces):
        for piece in pieces:
            kept = piece if plainly else _without_asides(text, piece, asides)
            _take_piece(text, reply, kept, found)
            sure = sure and piece.confident
        return found, asides, sure
    clauses = [Clause(0, len(text) - begin)] if plainly else clauses_of(text[begin:])
    for clause in clauses:
        intents = [Intent(name) for name in clause.intents]
        asides += intents
        start, end = begin + clause.start, begin + clause.end
        if clause.drops:
            if is_grave(plain_words(text[start:end])):
                _take_piece(text, reply, Piece(start, end, "kept whole"), found)
                sure = False
            continue
        start = after_lead_in(text, start, end)
        within = pieces_of(text[start:end], next_number, known)
        for piece in within:
            _take_piece(text, reply, moved(piece, start), found)
            sure = sure and piece.confident
    return found, list(dict.fromkeys(asides)), sure


def _without_asides(text: str, piece: Piece, asides: list[Intent]) -> Piece:
    """Cut off what stands behind the last thing of a list, or before the first, and is no part."""
    clauses = clauses_of(text[piece.start : piece.end], listed=True)
    said = [Intent(name) for each in clauses for name in each.intents]
    if piece.rule == "before the list":
        asides += said
        return replace(piece, end=piece.start) if said else piece
    kept = [each for each in clauses if not each.drops]
    if len(clauses) < 2 or not said or not kept or clauses[0].drops:
        return piece
    if is_grave(plain_words(text[piece.start + kept[0].end : piece.end])):
        return piece
    asides += said
    return replace(piece, end=piece.start + kept[0].end)


def _take_piece(text: str, reply: int, piece: Piece, found: list[Priority]) -> None:
    if only_an_edge(text[piece.start : piece.end]):
        return
    start, end = tidied(text, piece.start, piece.end)
    words = text[start:end]
    if not words or _says_nothing(words, piece):
        return
    found.append(Priority(words, reply, start, end, piece.rule, piece.number))


def _says_nothing(words: str, piece: Piece) -> bool:
    """Return whether a piece is only a greeting, a thank-you or a lead-in."""
    plain = plain_words(words)
    if not plain:
        # Only signs: pictures may well say something, but not the marks that part a list.
        kinds = {unicodedata.category(sign) for sign in words}
        return "So" not in kinds and (piece.rule != "whole" or kinds <= NOTHING_SEEN)
    if NOTHING_MORE.fullmatch(plain) and piece.rule != "whole":
        return True
    return only_an_edge(words)
