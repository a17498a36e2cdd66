"""One text in clauses (pure): which of them say something else than what matters."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.conversations.asides import asides_of
from app.conversations.edges import only_an_edge
from app.conversations.partings import asks_to_be_forgotten
from app.conversations.plain import LATELY, TITLE, plain_words
from app.conversations.said_elsewhere import said_elsewhere
from app.conversations.spelling import spelled
from app.conversations.stop_words import STARTS_AGAIN, asks_to_stop
from app.conversations.topics import names_a_topic
from app.conversations.visit_words import WHY_NOT, about_the_visit

SENTENCE = re.compile(
    r"(?:(?<=[^\W\d]{2})|(?<=[?!)])|(?<=\d\d))[.!?]+(?:\s+|(?=[A-Z])|$)|[\r\n]+|[。！？।۔؟]\s*"
)
PART = re.compile(r"\s*,\s+|\s+(?:and|n|&|but|also|plus|so)\s+", re.IGNORECASE)
GOES_ON = re.compile(
    r"\W*(?:also|plus|oh|and|n|but|can (?:u|you|i|we)|could|ask|want|wanna|my|ps|btw|anyway"
    r"|besides|fine|ok(?:ay)?|for clinic|for the|mainly|just|then|so|the|id like|i want"
    r"|i wanna|i would like|he|she|from)\b",
    re.IGNORECASE,
)
MARK = re.compile(r"\W*(?:\d\s*[.):\-]|\d\s+\w|[a-c]\)|[-*\u2022])")
# Thanks and yes are said of a whole text, not of a clause beside what matters.
WHOLE_ONLY = ("thanks", "acknowledgement", "nothing")
# After a joke somebody may well come to what matters.
PLAYED = frozenset({"joke"})
HARD = frozenset({"opt_out", "opt_in", "forget", "who", "proxy", "language", "abuse", "help"})
# What stands first, in so few words, is named and not told.
SHORT = 4


@dataclass(frozen=True)
class Clause:
    """A stretch text[start:end], the intents it says, and whether it says only those."""

    start: int
    end: int
    intents: tuple[str, ...] = ()
    drops: bool = False


def clauses_of(text: str, listed: bool = False) -> list[Clause]:
    """Part a text at its sentences; where one says something else, at its commas and joints too.

    What is `listed` begins with what was listed, whatever is said behind it.
    """
    found: list[Clause] = []
    for start, end in _spans(text, SENTENCE):
        intents = _intents_of(text[start:end])
        said = {name for each in found for name in each.intents}
        if not intents and said - PLAYED and "proxy" not in said and not _stands(text[start:end]):
            # What follows a question or a refusal, without any sign that it is of its own, goes on.
            found.append(Clause(start, end, drops=True))
            continue
        if not intents:
            if found and not found[-1].drops:
                # What follows what matters is parted with it, by the rules of lists.
                found[-1] = Clause(found[-1].start, end)
            else:
                found.append(Clause(start, end))
            continue
        found += _within(text, start, end, intents, listed and not found)
    return found


def _within(
    text: str, start: int, end: int, intents: tuple[str, ...], listed: bool
) -> list[Clause]:
    """Part a sentence that says something else: what stands beside it may well matter."""
    parts = [(start + one, start + other) for one, other in _spans(text[start:end], PART)]
    told = [(one, other, _intents_of(text[one:other])) for one, other in parts]
    if len(parts) < 2 or not any(each for *_, each in told):
        return [Clause(start, end, intents, drops=True)]
    flagged = [each for *_, each in told if each]
    if (
        len(parts) > 2
        and len(flagged) == 1
        and not HARD & set(flagged[0])
        and not any(
            not said and (_only_why(text[one:other], intents) or only_an_edge(text[one:other]))
            for one, other, said in told
        )
    ):
        # One of several things listed only sounds like it.
        return [Clause(start, end)]
    found = []
    for one, other, said in told:
        if said:
            found.append(Clause(one, other, said, drops=True))
        elif (
            "proxy" in intents
            or (
                one == start
                and (listed or text[one:other].rstrip().endswith(","))
                and "who" not in intents
                and len(text[one:other].split()) <= SHORT
            )
            or (not _only_why(text[one:other], intents) and _begins(text[one:other]))
        ):
            found.append(Clause(one, other))
        else:
            found.append(Clause(one, other, drops=True))
    missing = [each for each in intents if not any(each in said for *_, said in told)]
    return [*found, *([Clause(end, end, tuple(missing), drops=True)] if missing else [])]


def _begins(words: str) -> bool:
    return GOES_ON.match(words) is not None or names_a_topic(plain_words(words))


def _stands(words: str) -> bool:
    """Whether a sentence behind something else begins a thing of its own, or lists some."""
    return _begins(words) or MARK.match(words) is not None or words.count(",") > 1


def _only_why(words: str, intents: tuple[str, ...]) -> bool:
    plain = spelled(plain_words(words))
    late = {"cannot_attend", "running_late"} & set(intents)
    return bool(late) and WHY_NOT.fullmatch(plain) is not None


@lru_cache(LATELY)
def _intents_of(words: str) -> tuple[str, ...]:
    plain = spelled(plain_words(words))
    said = [*about_the_visit(plain), *asides_of(plain)]
    said += [name for name in said_elsewhere(words) if name not in WHOLE_ONLY]
    if STARTS_AGAIN.search(plain):
        said.append("opt_in")
    if asks_to_be_forgotten(words):
        said.append("forget")
    if asks_to_stop(words):
        said.append("opt_out")
    return tuple(dict.fromkeys(said))


def _spans(text: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    at, spans = 0, []
    for found in separator.finditer(text):
        if TITLE.search(text[max(0, found.start() - 8) : found.end()]):
            continue
        if text[at : found.start()].strip():
            spans.append((at, found.end()))
        at = found.end()
    if text[at:].strip():
        spans.append((at, len(text)))
    return spans
