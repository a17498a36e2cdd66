"""What a conversation has told so far (pure): its priorities, and how more of them join."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.conversations.edges import tidied
from app.conversations.edits import Item
from app.conversations.intent import Intent
from app.conversations.plain import SENTENCE_END, plain_words
from app.conversations.topics import is_grave

TOLD_FOR = re.compile(
    r"(?:(?:omg |oh |well )?(?:he|she|they|we|(?!my|our|the|his|her|school|college|mum|dad"
    r"|i\b)[a-z]+|the wee yin|my (?:son|daughter|child))(?:\s*['\u2019]?s"
    r"|\s*['\u2019]d)?\s+(?:also\s+|has\s+|have\s+|would\s+|is\s+)*"
    r"(?:said|says|told me|asked(?: me)?|wants?(?:in)?|wantin|like|likes|asking|wondering"
    r"|wanna|wonders)(?:\s+(?:to|tae|me to))?(?:\s+(?:talk|ask|know|discuss|chat|ken|speak"
    r"|say))?(?:\s+(?:about|aboot|abt|that))?"
    r"|from me|mine(?:\s+(?:is|are))?|for (?:him|her|me)(?=[\s:,\-]))\s*[:,\-]*\s*",
    re.IGNORECASE,
)
BROKEN_OFF = ("i", "my", "the", "a", "to", "do", "can", "and", "with", "of", "is", "when", "how")


@dataclass(frozen=True)
class Priority:
    """One thing that matters: texts[reply][start:end], and the rule that found it.

    `number` is the one it was given in a list; `told_by` is "carer" where it is the point of a
    parent or carer who writes.
    """

    text: str
    reply: int
    start: int
    end: int
    rule: str
    number: int | None = None
    told_by: str = ""


@dataclass
class Told:
    """What has been read of a conversation up to one of its texts."""

    priorities: list[Priority] = field(default_factory=list)
    before: list[Priority] = field(default_factory=list)
    intents: list[Intent] = field(default_factory=list)
    sure: bool = True
    # Whether the last text changed what stood before it: only that can be undone.
    changed: bool = False
    # How many intents had been said when each text began.
    begun: list[int] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        """The priorities so far, as an edit names them."""
        return [Item(each.text, each.number) for each in self.priorities]

    def say(self, intents: Sequence[Intent]) -> None:
        """Add what else was said, each once."""
        self.intents += [intent for intent in intents if intent not in self.intents]


def stays(each: Priority) -> bool:
    """Whether a priority may be grave, and so is never taken off again or out of sight."""
    return is_grave(plain_words(each.text))


def told_for(each: Priority, text: str) -> Priority | None:
    """Take "he says", "from me" and the like off what somebody texts for another."""
    begins = [0, *(end.end() for end in SENTENCE_END.finditer(each.text))]
    lead = next((lead for at in begins if (lead := TOLD_FOR.match(each.text, at))), None)
    if not lead:
        return each
    start, end = tidied(text, each.start + lead.end(), each.end)
    return replace(each, text=text[start:end], start=start, end=end) if start < end else None


def number_the_first(items: list[Priority]) -> None:
    """Take the 1 off a first text whose second begins with a 2."""
    for place, (one, other) in enumerate(pairwise(items)):
        first = re.match(r"1\s+(?=\D)", one.text)
        if one.number is None and other.number == 2 and first:
            start = one.start + first.end()
            items[place] = replace(one, text=one.text[first.end() :], start=start, number=1)


def join(items: list[Priority], found: list[Priority]) -> None:
    """Put what was found behind what is there; a number sent again replaces what it stood for."""
    numbers = {each.number: place for place, each in enumerate(items) if each.number}
    again = [each for each in found if each.number in numbers]
    if len(found) == 1 and not found[0].number:
        # The same word again, spelt otherwise, is put right.
        near = [place for place, each in enumerate(items) if _respelt(each.text, found[0].text)]
        if near:
            items[near[0]] = replace(found[0], number=items[near[0]].number)
            return
    same = {plain_words(each.text) for each in items} & {plain_words(each.text) for each in found}
    resent = len(found) == 1 or (len(again) == len(found) and same)
    for each in found:
        if resent and each.number in numbers:
            items[numbers[each.number]] = each
        else:
            items.append(each)


def _respelt(old: str, new: str) -> bool:
    one, other = plain_words(old), plain_words(new)
    return other.startswith(f"{one} ") and one.split()[-1] in BROKEN_OFF


def in_order(priorities: list[Priority]) -> list[Priority]:
    """Put priorities in the order of the numbers they were given, if each has its own."""
    numbers = [priority.number for priority in priorities]
    if None in numbers or len(set(numbers)) != len(numbers):
        return priorities
    return sorted(priorities, key=lambda priority: priority.number or 0)


def folded(priorities: list[Priority]) -> list[Priority]:
    """Leave out what was said before in the same words."""
    seen: dict[str, Priority] = {}
    for priority in priorities:
        seen.setdefault(plain_words(priority.text) or priority.text, priority)
    return list(seen.values())
