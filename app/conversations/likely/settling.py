"""What the rules found in one text, put right by what is likely (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversations.denied import denied
from app.conversations.edges import only_an_edge, tidied
from app.conversations.intent import ENDS_TEXTS, Intent
from app.conversations.likely.looking import ByRules, likely_of, looked_at
from app.conversations.likely.saying import LABELS, MATTERS, likely_said
from app.conversations.likely.tagging import best_tags, spans_of
from app.conversations.likely.words import Word
from app.conversations.plain import plain_words
from app.conversations.stop_meant import goes_on, is_for_a_time
from app.conversations.stop_orders import orders_to_stop
from app.conversations.stop_words import asks_to_stop
from app.conversations.told import Priority, Told, stays
from app.conversations.topics import names_a_topic

# No text that a phone sends has more words; what is longer is read by the rules alone.
MOST_WORDS = 400
# How likely a whole text, or a stretch of it, must say a thing for it to be said; and how unlikely
# it may be and still be said if the rules find it.
WHOLE, STRETCH, DOUBTED = 0.35, 0.5, 0.2
MATTERS_ENOUGH, ELSE_AT_MOST = 0.95, 0.05
MARKED = frozenset({"numbered", "lettered", "ordinal", "bullet"})
# What ends texts, or cannot be told from a few words: surer, and where rules find it, always.
SURER = {Intent.OPT_OUT: 0.7, Intent.FORGET: 0.5, Intent.WRONG_NUMBER: 0.5, Intent.BEREAVEMENT: 0.5}
# An end of the texts, where none are named; and what no likeness comes to.
UNNAMED, CERTAIN = 0.95, 1.0
NAMES_TEXTS = re.compile(
    r"te?xt|txt|mes+[ea]g|ms+g|sms|remind|notif|numb|phone|mobile|contact|subscri|opt|[^\x00-\x7f]"
    r"|send|list\b",
    re.IGNORECASE,
)
# "These texts": of so few words the rules know all that end texts.
FEW = 2
# Of these words the rules must have a look at every one.
NEVER_QUIET = re.compile(
    r"s+t+[ao]+h?p|te?xt|ms+ge?|messag|remov|delet|\bopt|unsub|wrong|contact|block|\blist|send|forget|eras"
    r"|died|dead|pass|lost|number|numba|\bnum\b|off\b|alone|enough|\bend|quit|cancel",
    re.IGNORECASE,
)
MACHINES = frozenset({Intent.SPAM, Intent.AUTO_REPLY})
# A word or two may be an order in any language: the rules look at those.
FEWEST_WORDS = 4
QUITE_SURELY, HARDLY = 0.8, 0.02

INTENTS = tuple((place, Intent(label)) for place, label in enumerate(LABELS) if label != MATTERS)
LEARNT = frozenset(intent for _, intent in INTENTS)


@dataclass(frozen=True)
class Settled:
    """What one text says: what matters, what it says besides, whether it was parted surely.

    `whole` means that the rules take the whole text for something said besides.
    """

    priorities: tuple[Priority, ...]
    said: tuple[Intent, ...]
    sure: bool
    whole: bool = False


def as_looked_at(ruled: Settled, told: Told, reply: int) -> ByRules:
    """Return what the rules found as the weights look at it, after what was told before."""
    return ByRules(
        spans=[(each.start, each.end) for each in ruled.priorities],
        rules=[each.rule for each in ruled.priorities],
        said=[each.value for each in ruled.said],
        whole=ruled.whole,
        sure=ruled.sure,
        earlier=len(told.priorities),
        before=[each.value for each in told.intents],
        reply=reply,
    )


def noted(by_rules: ByRules) -> list[str]:
    """Return what the rules say of a whole text, as one more sign for what is likely said."""
    return [*by_rules.said, MATTERS if by_rules.spans else "nothing found"]


def only_matters(text: str, begin: int, words: Sequence[Word]) -> bool:
    """Whether a text so surely only names what matters that nothing else need be looked for."""
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not text.isascii():
        return False
    if NEVER_QUIET.search(text, begin):
        return False
    matters, *others = likely_said(words)
    return matters > QUITE_SURELY and max(others) < HARDLY


def settled(text: str, words: Sequence[Word], ruled: Settled, told: Told, reply: int) -> Settled:
    """Return what one text says once what is likely has been weighed against the rules.

    `words` are those of the text from where it is read on.
    """
    if not words or len(words) > MOST_WORDS:
        return ruled
    by_rules = as_looked_at(ruled, told, reply)
    likely = likely_of(words, noted(by_rules))
    tags = best_tags(looked_at(words, by_rules, likely))
    found = _found(text, spans_of(words, tags), ruled, reply)
    said = _as_meant(text, _said(ruled, likely, _least(text, words)), ruled)
    silent = not found and not told.priorities and set(said) <= {Intent.UNCLEAR}
    # What may be grave says what it says: no likeness makes a booking or an order of it.
    if silent and ruled.priorities and not any(map(stays, ruled.priorities)):
        # Where nothing else is said at all, an end of the texts need not name them.
        said = said or _as_meant(text, _likeliest(likely[0], len(words) > FEW), ruled)
    silent = silent and not said
    found = [each for each in found if not _cut_short(each, ruled, found)]
    # Who only seems to write for another ("mum/dad") has still named what surely matters.
    of_others = not found and not told.priorities and set(said) == {Intent.PROXY}
    whole = silent or (of_others and likely[0][0] > QUITE_SURELY)
    kept = list(ruled.priorities) if whole else _kept(ruled, found, words, not told.priorities)
    if Intent.OPT_OUT in said:
        found, kept = _beside_an_order(found, kept, ruled)
    sure = ruled.sure and (silent or not kept)
    return Settled(tuple(sorted([*found, *kept], key=lambda each: each.start)), said, sure)


def _beside_an_order(
    found: Sequence[Priority], kept: Sequence[Priority], ruled: Settled
) -> tuple[list[Priority], list[Priority]]:
    """Take orders to stop out of what matters, and keep what the rules find to stand beside one."""
    found = [each for each in found if not _is_only_an_order(each)]
    beside = [
        each for each in ruled.priorities if _names(each) and not _overlaps(each, (*found, *kept))
    ]
    return found, [*kept, *beside]


def _is_only_an_order(each: Priority) -> bool:
    ordered = asks_to_stop(each.text) or orders_to_stop(each.text)
    return ordered and not stays(each) and not _names(each)


def _overlaps(each: Priority, others: Sequence[Priority]) -> bool:
    return any(one.start < each.end and each.start < one.end for one in others)


def _names(each: Priority) -> bool:
    return names_a_topic(plain_words(each.text))


def _cut_short(each: Priority, ruled: Settled, found: Sequence[Priority]) -> bool:
    """Whether all that is left of something that may be grave is this part of it."""
    return any(
        one.start <= each.start
        and each.end <= one.end
        and len(each.text) < len(one.text)
        and stays(one)
        and not any(
            other is not each and one.start < other.end and other.start < one.end for other in found
        )
        for one in ruled.priorities
    )


def _found(
    text: str, spans: Sequence[tuple[int, int]], ruled: Settled, reply: int
) -> list[Priority]:
    """Return what likely matters; what the rules found just so keeps their name and number."""
    found = []
    for start, end in spans:
        if only_an_edge(text[start:end]):
            continue
        start, end = tidied(text, start, end)
        if start >= end:
            continue
        same = [each for each in ruled.priorities if start <= each.start < end]
        number = same[0].number if same else None
        as_ruled = any((each.start, each.end) == (start, end) for each in same)
        rule = same[0].rule if as_ruled else "likely"
        found.append(Priority(text[start:end], reply, start, end, rule, number))
    return found


def _kept(
    ruled: Settled, found: Sequence[Priority], words: Sequence[Word], first: bool
) -> list[Priority]:
    """Return what the rules found and would be out of sight otherwise, though it should not.

    What may be grave; what stands in a list with marks; and, unless it may only go on about what
    was told before, what likely matters more than it says anything else.
    """
    return [
        each
        for each in ruled.priorities
        if not _overlaps(each, found)
        and (stays(each) or ((first or each.rule in MARKED) and _likely_matters(each, words)))
    ]


def _likely_matters(each: Priority, words: Sequence[Word]) -> bool:
    within = [word for word in words if each.start <= word.start and word.end <= each.end]
    if not within:
        return False
    matters, *others = likely_said(within)
    return matters > MATTERS_ENOUGH and max(others, default=0.0) < ELSE_AT_MOST


def _as_meant(text: str, said: tuple[Intent, ...], ruled: Settled) -> tuple[Intent, ...]:
    """Leave out what the words deny, and an end of texts that is only likely where they say so."""
    said = tuple(each for each in said if each not in denied(text))
    if Intent.OPT_OUT in ruled.said and Intent.OPT_IN not in ruled.said:
        said = tuple(each for each in said if each is not Intent.OPT_IN)
    if Intent.OPT_OUT not in said:
        return said
    if MACHINES.intersection(said):
        # "Reply STOP to opt out": nobody has asked for anything.
        return tuple(each for each in said if each is not Intent.OPT_OUT)
    if is_for_a_time(text):
        return tuple(Intent.PAUSE if each is Intent.OPT_OUT else each for each in said)
    ends_otherwise = len(ENDS_TEXTS.intersection(said)) > 1 or Intent.PAUSE in ruled.said
    if Intent.OPT_OUT not in ruled.said and (ends_otherwise or goes_on(text)):
        return tuple(each for each in said if each is not Intent.OPT_OUT)
    return said


def _likeliest(whole: Sequence[float], stops: bool) -> tuple[Intent, ...]:
    """Return what a text that says nothing surely likeliest says, unless it likelier matters."""
    place, intent = max(INTENTS, key=lambda each: whole[each[0]])
    if whole[place] <= whole[0]:
        return ()
    if intent in SURER and not (stops and whole[place] > SURER[intent]):
        return (Intent.UNCLEAR,)
    return (intent,)


def _least(text: str, words: Sequence[Word]) -> dict[Intent, float]:
    """Return how likely what ends texts must be: surer where none are named, never by two words.

    What is so short that only rules may end texts by it is never likely enough.
    """
    if len(words) <= FEW:
        return dict.fromkeys(SURER, CERTAIN)
    return SURER if NAMES_TEXTS.search(text) else SURER | {Intent.OPT_OUT: UNNAMED}


def _said(
    ruled: Settled, likely: Sequence[Sequence[float]], least: dict[Intent, float]
) -> tuple[Intent, ...]:
    """Return what a text says besides: what is likely, and what rules find and is not unlikely."""
    whole = likely[0]
    most = [max(each) for each in zip(*likely[1:], strict=True)] if len(likely) > 2 else whole
    said = []
    for place, intent in INTENTS:
        if intent in ruled.said:
            if intent in SURER or whole[place] > DOUBTED or most[place] > DOUBTED:
                said.append(intent)
        elif whole[place] > WHOLE or most[place] > STRETCH:
            sure = least.get(intent, 0.0)
            if whole[place] > sure or most[place] > sure:
                said.append(intent)
    others = (each for each in ruled.said if each not in LEARNT)
    return (*said, *others)
