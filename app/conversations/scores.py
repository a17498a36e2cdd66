"""The score somebody texts back after a visit (pure): 0, not at all, to 9, fully."""

import re
from dataclasses import dataclass

TOP = 9
NAMED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MORE_NAMES = {"nil": 0, "nought": 0, "naught": 0}

_KEYCAP = "\\ufe0f?\\u20e3?"
_NUMBER = (
    rf"(?:10|[0-9\uff10-\uff19]){_KEYCAP}(?!\d)(?:[.,]\d\b| and a half| ?1/2| ?\u00bd)?"
    rf"|(?:{'|'.join((*NAMED, *MORE_NAMES))})\b(?: and a half)?"
)
_BEFORE = (
    r"(?:(?:like|about|abt|around|roughly|maybe|prob(?:s|ably|ly)?|i(?:'?d|'?ll| would| will)"
    r" (?:say|give it|go|go with|go for)|i (?:give it|think|guess|say)|give it|it was|it is|it'?s"
    r"|was|um+|erm+|hm+|ok|okay|yeah|yes|yh|a|an|solid|strong|good|only|just|so|say|my score"
    r"|score|overall|hi|hey|tbh|between|for me|number)\W+)*"
)
_OF = (
    r"(?:\s*(?:/|out of|outta|outa|of)\s*(?:9|10|nine|ten)\b|\s*(?:-|\u2013|or|to|/|and)\s*"
    rf"(?:{_NUMBER}))?"
)
_AFTER = (
    r"(?:\W*\b(?:pls|please|thanks|thank you|thx|ty|ta|cheers|x+|i think|i guess|i suppose|ish"
    r"|tbh|lol|probably|maybe|probs?|prob|overall|for me|really|mate|innit|from me|points?)\b)*"
)
WHOLE = re.compile(rf"\W*{_BEFORE}(?P<score>{_NUMBER}){_OF}{_AFTER}\W*", re.IGNORECASE)
# A score and something besides: "7 but nobody asked about my knee".
FIRST = re.compile(
    rf"\W*{_BEFORE}(?P<score>{_NUMBER}){_OF}{_AFTER}(?P<end>\s*[.!,;:\n)]+\s*|\s+-+\s*"
    r"|\s+(?=(?:but|and|cos|coz|cuz|because|bc|tho|though|however|although|as|n)\b))",
    re.IGNORECASE,
)
LAST = re.compile(
    r"(?:\bso|\bscore|\bi(?:'?d| would)? (?:say|give it)|\brate it|\bgive it|\bthats|[.!,]|\s-)"
    rf"\s+(?:an?\s+|about\s+)?(?P<score>{_NUMBER}){_OF}{_AFTER}\W*$",
    re.IGNORECASE,
)
# Where more marks follow, the number is the first of a list.
MARK = re.compile(r"(?:^|\s)(?:[2-9]\s*[.):]|[2-9]\s+[^\W\d])")


@dataclass(frozen=True)
class Score:
    """A score of 0 to 9: text[start:end] says it and nothing else."""

    value: int
    start: int
    end: int


def score_of(text: str) -> Score | None:
    """Return the score in a text that answers the question after a visit, if it gives one.

    Of two the lower counts; 10 is the top, whoever says it.

    >>> [score_of(text).value for text in ("7", "like a 7?", "8/9", "eight", "7 out of 10")]
    [7, 7, 8, 8, 7]
    """
    whole = WHOLE.fullmatch(text)
    if whole:
        return Score(_value(whole["score"]), 0, len(text))
    first = FIRST.match(text)
    if first and not (_value(first["score"]) == 1 and first["end"].strip() in (".", ")", ":")):
        rest = text[first.end() :]
        return None if MARK.search(rest) else Score(_value(first["score"]), 0, first.end())
    last = LAST.search(text)
    if last and not MARK.search(text[: last.start()]):
        return Score(_value(last["score"]), last.start(), len(text))
    return None


def _value(words: str) -> int:
    digits = re.match(r"10|\d", words)
    if digits:
        return min(TOP, int(digits[0]))
    name = words.lower().split()[0]
    return MORE_NAMES[name] if name in MORE_NAMES else min(TOP, NAMED.index(name))
