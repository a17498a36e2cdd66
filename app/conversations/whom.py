"""Whom a text is about (pure), on a phone where several young people were asked.

A name counts only where the text says that it is about them: "for Aisha: asthma", "its sam". Who is
merely mentioned ("sam keeps stealing my inhaler") is not chosen by it; a person decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.conversations.plain import plain_words
from app.sms.wording import plain

MOST_NAMES = 4
LONGEST_LABEL = 3
# What is longer is no text of a phone; people read it.
LONGEST_NAMED = 1600
# As an answer these may mean something else: a kiss, yes, no, stop and the like.
MEAN_MORE = frozenset(
    {
        *("X", "XX", "XXX", "K", "KK", "Y", "N", "U", "R", "I", "NO", "NA", "NAH", "NAE", "NOT"),
        *("OK", "YE", "YA", "YES", "YEA", "YEP", "YEH", "YO", "HI", "HEY", "HYA", "HE", "SHE"),
        *("ME", "MY", "MUM", "DAD", "MA", "DA", "NAN", "SIS", "BRO", "US", "WE", "IT", "SO", "AS"),
        *("AT", "AM", "AN", "IS", "IN", "IM", "DO", "GO", "BY", "BE", "ON", "OR", "OH", "ALL"),
        *("END", "TA", "THX", "TY", "PLS", "LOL", "FU", "AH", "MM", "UM", "ER", "IDK", "EN"),
        *("WHO", "WHY", "HOW", "CAN", "ANY", "AND", "FOR", "THE", "ONE", "TWO", "BOT", "SIM"),
    }
)
HELLO = r"(?:(?:hi+|hey+|hiya|hello|ok|okay|oh|sorry|soz|um|erm|yeah|yes|it would be)\b\W*)*"
CARER = (
    r"(?:(?:(?:it'?s|its|this is|i'?m)\s+)?(?:(?:his|her|their|the)\s+)?"
    r"(?:mum|mam|mom|mummy|dad|daddy|nan|gran|carer|parent|mother|father)(?:\s+here)?\b"
    r"(?!\s+(?:of|said|says|is|keeps))\W*)?"
)
SAYS_WHO = r"(?:it'?s|it is|its|this is|i'?m|i am)\s+"
SAYS_FOR = (
    r"(?:(?:it'?s|its|it is|this is|this one is|this one'?s|that'?s|thats|that was|that is)\s+)?"
    r"for\s+"
)
SAYS_SO = re.compile(r"['\u2018\u2019`\u00b4]")
COLON = r"\s*(?::|\s-+\s?|-\s|[\u2013\u2014]|\n)\s*"
POLITE = (
    r"(?:(?:pls|plz|please|thanks|thank you|thx|ta|ty|cheers|x+|sorry|soz|lol|btw|only|just"
    r"|obvs|obviously|one|then|tho|innit)\b\W*)*"
)
FIRST_PERSON = re.compile(r"\b(?:i|im|ive|id|ill|me|my|mine|myself)\b")
THIRD_PERSON = re.compile(r"\b(?:he|hes|she|shes|they|theyre|him|his|her|hers|them|their)\b")


@dataclass(frozen=True)
class Naming:
    """Which of the names a text is about: text[start:end] says so and nothing that matters.

    `answers` means that it may be said of what was texted before as well.
    """

    place: int
    start: int
    end: int
    answers: bool


def labels_of(names: Sequence[str]) -> list[str] | None:
    """Return what each may be answered by, as short as it goes; None if they cannot be told apart.

    >>> labels_of(["Sam", "Aisha"]), labels_of(["Sam", "Sara"]), labels_of(["Sam", "Sam"])
    (['S', 'A'], ['SAM', 'SAR'], None)
    """
    spelt = [plain_words(plain(name)).replace(" ", "").upper() for name in names]
    if not 1 < len(spelt) <= MOST_NAMES or len(set(spelt)) < len(spelt) or not all(spelt):
        return None
    if not all(name.isalpha() for name in spelt):
        return None
    for length in range(1, LONGEST_LABEL + 1):
        labels = [name[:length] for name in spelt]
        tell_apart = len(set(labels)) == len(labels) and not MEAN_MORE & set(labels)
        if tell_apart and all(len(label) == length for label in labels):
            return labels
    if any(one != other and one.startswith(other) for one in spelt for other in spelt):
        # Whoever writes half a name would have written the whole of another.
        return None
    return None if MEAN_MORE & set(spelt) else spelt


def mentions(text: str, name: str) -> bool:
    """Return whether a name stands anywhere in a text."""
    padded, parts = f" {plain_words(text)} ", {plain_words(name), plain_words(plain(name))}
    return any(f" {each} " in padded or f" {each}s " in padded for each in parts if each)


def hints_at(text: str, name: str) -> bool:
    """Return whether a text is one word that a name begins with: it may well be meant.

    >>> hints_at("El.", "Ella"), hints_at("sleep", "Ella")
    (True, False)
    """
    word = plain_words(text)
    names = {plain_words(name), plain_words(plain(name))}
    return bool(word) and any(each.startswith(word) for each in names)


def named(text: str, names: Sequence[str]) -> Naming | None:
    """Return whom a text says that it is about, if it says so clearly and of one alone.

    >>> names = ["Sam", "Aisha"]
    >>> named("for aisha: asthma", names).place, named("sam keeps stealing my inhaler", names)
    (1, None)
    """
    said = [place for place, name in enumerate(names) if mentions(text, name)]
    if labels_of(names) is None or len(said) != 1 or len(text) > LONGEST_NAMED:
        return None
    words, place = SAYS_SO.sub("'", text), said[0]
    for pattern, answers, sure in _patterns(names[place]):
        found = pattern.search(words)
        if found and (sure or not of_two(text[found.end() :])):
            return Naming(place, found.start(), found.end(), answers)
    return None


def answered(text: str, names: Sequence[str]) -> Naming | None:
    """Return whom somebody chose who was asked which of these a text was about."""
    labels = labels_of(names)
    if labels is None or len(text) > LONGEST_NAMED:
        return None
    words = SAYS_SO.sub("'", text)
    for place, (name, label) in enumerate(zip(names, labels, strict=True)):
        others = [other for at, other in enumerate(names) if at != place]
        if any(mentions(text, other) for other in others):
            continue
        bare, more = _answers(name, label)
        if bare.fullmatch(words.strip()):
            return Naming(place, 0, len(text), answers=True)
        found = more.match(words)
        if found and not of_two(text[found.end() :]):
            return Naming(place, 0, found.end(), answers=found["ends"] is not None)
    return named(text, names)


def of_two(text: str) -> bool:
    """Return whether one person tells of another: either may be the one it is about."""
    words = plain_words(text)
    return bool(FIRST_PERSON.search(words) and THIRD_PERSON.search(words))


@lru_cache(64)
def _patterns(name: str) -> list[tuple[re.Pattern[str], bool, bool]]:
    """How a text says that it is about a name: what it is for, who writes, a heading, its end."""
    who, begins = _spelt(name), rf"^\s*{HELLO}{CARER}"
    said = rf"(?:{SAYS_FOR}|{SAYS_WHO})"
    return [
        (_compiled(rf"^\W*{HELLO}{CARER}{said}{who}\W*{POLITE}$"), True, True),
        (_compiled(rf"{begins}{SAYS_FOR}{who}{COLON}"), False, False),
        (_compiled(rf"^\s*{HELLO}{SAYS_WHO}{who}\s*(?:[.!,:;\n]|\s-)\s*"), False, False),
        (_compiled(rf"{begins}{who}(?:\s*:|\s+-(?=[^-]*$))\s*"), False, False),
        (_compiled(rf"(?:(?<=[.!?\n)])|\s-|\()\s*{SAYS_FOR}{who}\W*{POLITE}$"), False, False),
    ]


@lru_cache(64)
def _answers(name: str, label: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    who = rf"(?:{_spelt(name)}|{re.escape(label)})"
    lead = rf"\W*{HELLO}{CARER}(?:{SAYS_FOR}|{SAYS_WHO}|about\s+|it'?s about\s+|from\s+)?"
    # "A. rash B. sleep" is a list; "Sam: rash" and "this is Sam. rash" may well be another who
    # writes, and no answer about what was before.
    heads = _spelt(name) if label == "A" else who
    return (
        _compiled(rf"{lead}{who}\W*{POLITE}"),
        _compiled(rf"(?:\W*{heads}\s*(?P<ends>[.!;\n])|{lead}{heads}\s*(?:[.!;\n:]|\s-))\s*(?=\S)"),
    )


def _spelt(name: str) -> str:
    ways = {name.strip(), plain(name).strip()}
    return "(?:" + "|".join(sorted((re.escape(way) for way in ways if way), reverse=True)) + ")"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
