"""Edits that leave things out (pure): drop the memory one, not 1 any more, only keep 2 and 3."""

import re
from collections.abc import Sequence

from app.conversations.edit import BESIDE, Edit, Item, at, named, named_exactly, names_half
from app.conversations.edit_patterns import (
    DROP_NUMBER,
    DROP_WORDS,
    MEANT_SO,
    NUMBER,
    SOFT,
    TAKE_OFF,
)
from app.conversations.plain import plain_words
from app.conversations.topics import is_grave

# "Lose weight" takes no weight off a list: of some verbs, only with "the" or "one".
DROPS = re.compile(
    rf"{SOFT}(?:same again but )?(?:remove|delete|del|take off|take out|scrap|scratch|cross off"
    rf"|cross out"
    r"|bin off|bin|get rid of|leave out|leave off|forget about|(?:dont|don't) bother with"
    r"|no need for"
    r"|rub out|without|drop|skip|cut out|cut|(?:lose|forget|ignore|nvm|never ?mind)(?= (?:the"
    r"|my)\b))"
    r"\s+(?:(?:the (?:one|bit|thing|part|stuff|question)|what i (?:said|put|wrote))?\s*about\s+)?",
    re.IGNORECASE,
)
NUMBER_GONE = re.compile(
    rf"{SOFT}(?:(?:not|no)\s+{NUMBER}\s+(?:any ?more|now)\b.*"
    r"|(?:stop|cut|skip|lose|bin|drop)\s+(?:number\s+|no\.?\s*|#)?(?P<m>[1-5])"
    r"(?:\s+(?:actually|now|please|pls|thanks|ta|tho|x+))*[\s.!]*)$",
    re.IGNORECASE,
)
NOT_ONE = re.compile(
    rf"{SOFT}not (?:the |my )?(?P<old>[\w ]{{2,30}}?)(?: actually| sorry| lol"
    rf"| soz)*[\s.!]*",
    re.IGNORECASE,
)
ABOUT = re.compile(r"\s*(?:about|abt|with|where)\b", re.IGNORECASE)
AND_MORE = re.compile(rf"\s*(?:and|n|&|/)\s*{NUMBER}", re.IGNORECASE)
WORD = re.compile(r"[^\s,.!?;]+")
ONE = re.compile(r"\s*(?:one|bit|thing|part|question|stuff|off|out)\b", re.IGNORECASE)
WHY = re.compile(
    r"\s*(?:$|[.,!?;]|(?:cos|coz|because|bc|its|it's|it|had|she|he|that|now|please|pls|plz|haha"
    r"|lol|x+"
    r"|thanks|ta|cheers|actually|tho|for now|i|im|no|not|like|then|as|if|sorry|soz|again|from|my)\b"
    r"|[^\w\s])",
    re.IGNORECASE,
)
ONLY = re.compile(
    r"(?:(?:actually|acc|no|nah|sorry|tbh|well|wait|oh|ok|please|pls|can u|can you)[\s,.]*)*"
    r"(?:just|only)\s+(?:keep|leave|do|want|need|talk about|want to talk about)?\b\s*"
    r"(?P<kept>\S.{0,80}?)"
    r"(?P<why>(?:[\s,.]+(?:really|please|pls|then|now|actually|tbh|matters?|counts?|thanks|x+"
    r"|(?:and )?(?:forget|scrap|ignore|delete|drop|bin|lose|remove|not) (?:the )?(?:rest"
    r"|others?)))*)"
    r"[\s.!]*$",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:,|/|&|\band\b|\bn\b|\+)\s*", re.IGNORECASE)
NUMBERS = re.compile(r"[\d\s,/&+]*(?:and|n)?[\d\s,/&+]*", re.IGNORECASE)
# More of the list behind a comma, and no reason.
MORE = re.compile(
    r"\s*,\s*(?!(?:had|has|have|its|it|it's|she|he|they|we|i|im|i've|ive|cos|coz|because|that|thats"
    r"|not|no|mum|dad|my (?:mum|dad|mam)|thanks|ta|cheers|please|pls|sorry|soz|lol|haha|x+|then|as"
    r"|if|so|but|all|done|now|actually)\b)\w",
    re.IGNORECASE,
)
LONGEST_NAME = 5
LONGEST_WHY = 9


def left_out(text: str, items: Sequence[Item]) -> list[Edit]:
    """Return what takes things off the list, by place or by name; empty if nothing does."""
    gone = NUMBER_GONE.match(text)
    place = at(gone["n"] or gone["m"], items) if gone else None
    if place is not None:
        return [Edit("remove", place)]
    number = DROP_NUMBER.match(text)
    place = at(number["n"], items) if number else None
    if number and place is not None and not ABOUT.match(number["why"]):
        more = AND_MORE.match(number["why"])
        other = at(more["n"], items) if more else None
        return _removed({place} if other is None else {place, other})
    for pattern in (TAKE_OFF, DROP_WORDS):
        found = pattern.match(text)
        place = named(found["old"], items) if found else None
        if found and place is not None and not names_half(found["old"], items[place].text):
            return [Edit("remove", place)]
    taken_back = NOT_ONE.fullmatch(text)
    place = named_exactly(taken_back["old"], items) if taken_back else None
    return [Edit("remove", place)] if place is not None else _by_name(text, items)


def _by_name(text: str, items: Sequence[Item]) -> list[Edit]:
    """Drop what the words behind the command name, whatever short reason comes after."""
    drops = DROPS.match(text)
    if not drops:
        return []
    words = list(WORD.finditer(text, drops.end()))[:LONGEST_NAME]
    for word in reversed(words):
        name = text[drops.end() : word.end()]
        place = named_exactly(name, items)
        if place is None or names_half(BESIDE.sub("", name), items[place].text):
            continue
        one = ONE.match(text, word.end())
        end = one.end() if one else word.end()
        why = text[end:]
        if not WHY.match(why) or len(why.split()) > LONGEST_WHY:
            return []
        removed = [Edit("remove", place)]
        goes_on = MORE.match(why)
        # What is said beside it stays in sight if it may be grave.
        if goes_on or is_grave(plain_words(why)):
            removed.append(Edit("add", start=end, end=len(text)))
        return removed
    return []


def only_kept(text: str, items: Sequence[Item]) -> list[Edit]:
    """Return what takes off all that "only 1 and 3" or "just keep X and Y" does not name."""
    only = ONLY.match(text)
    if not only:
        return []
    numbers = NUMBERS.fullmatch(only["kept"]) is not None
    if not numbers and not only["why"].strip() and not MEANT_SO.search(text):
        return []
    parts = [part for part in PARTS.split(only["kept"]) if part.strip()]
    kept = {_either(part, items) for part in parts}
    places = {place for place in kept if place is not None}
    if None in kept or not places:
        return []
    return _removed(set(range(len(items))) - places) or [Edit("nothing")]


def _either(words: str, items: Sequence[Item]) -> int | None:
    number = re.fullmatch(NUMBER, words.strip(), re.IGNORECASE)
    place = at(number["n"], items) if number else None
    return named(words, items) if place is None else place


def _removed(places: set[int]) -> list[Edit]:
    return [Edit("remove", each) for each in sorted(places, reverse=True)]
