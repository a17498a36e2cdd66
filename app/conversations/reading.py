"""What they answered (pure): replies into ordered priorities, in the young person's own words.

A reading is a view. The replies stay as they came; every priority is an exact slice of one. Rules
come one after the other, and each priority says which rule made it. Nothing here ever raises.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.conversations.chatter import (
    FINGERS,
    LAUGHS,
    MESSING,
    OF_ONESELF,
    SORRY_ONLY,
    SURELY_A_MACHINE,
    TO_THE_POINT,
    WELL,
)
from app.conversations.clauses import clauses_of
from app.conversations.edges import tidied
from app.conversations.edit_patterns import IN_PASSING
from app.conversations.edits import Edit, Item, edits_of
from app.conversations.finding import priorities_in
from app.conversations.intent import Intent
from app.conversations.intents import LONGEST_READ, all_intents_of, intents_of
from app.conversations.likely.settling import Settled, only_matters, settled
from app.conversations.likely.words import Word, words_of
from app.conversations.machines import NOT_FOR_US, WRONG_PERSON, is_machine, is_spam
from app.conversations.partings import asks_to_be_forgotten
from app.conversations.pictures import is_only_pictures
from app.conversations.plain import SENTENCE_END, plain_words
from app.conversations.speakers import by_whom
from app.conversations.spelling import spelled
from app.conversations.told import (
    Priority,
    Told,
    folded,
    in_order,
    join,
    number_the_first,
    stays,
    told_for,
)
from app.conversations.tones import JOKE
from app.conversations.tongues import language_of
from app.conversations.topics import is_grave, names_a_topic

RULES = "2026-12c"

Confidence = Literal["high", "low"]

# Who says this as a whole message names nothing that matters by it.
ALONE = frozenset(
    {
        Intent.OPT_OUT,
        Intent.OPT_IN,
        Intent.HELP,
        Intent.WHO,
        Intent.NOTHING,
        Intent.THANKS,
        Intent.ACKNOWLEDGEMENT,
        Intent.EMPTY,
        Intent.UNCLEAR,
        Intent.WHICH,
        Intent.FORGET,
        Intent.WRONG_NUMBER,
        Intent.BEREAVEMENT,
    }
)
# Asked back, "your visit or these texts?": as far as anybody else is concerned, not clear.
ASKED_BACK = (Intent.WHICH, Intent.BLOCKED)


@dataclass(frozen=True)
class Read:
    """What the replies of one conversation say so far, in order."""

    priorities: list[Priority]
    intents: list[Intent]
    confidence: Confidence
    language: str = "en"

    @property
    def said(self) -> list[str]:
        """The names of the intents, as others know them."""
        names = [each.value for each in self.intents if each not in ASKED_BACK]
        unclear = any(each in ASKED_BACK for each in self.intents) and not names
        return [*names, Intent.UNCLEAR.value] if unclear else names


def read(texts: Sequence[str], language: str = "en") -> Read:
    """Read all replies of one conversation, oldest first; never raises.

    Later texts add; edits ("change 2 to ...", "scrap that") change the view only. `language` is
    the one they were asked in.
    """
    told = Told()
    for reply, text in enumerate(texts):
        told.begun.append(len(told.intents))
        _take(told, text, reply, 0)
    if told.priorities or len(told.intents) > 1:
        told.intents = [each for each in told.intents if each is not Intent.UNCLEAR]
    # What pictures mean is for people to say.
    told.sure = told.sure and not any(is_only_pictures(each.text) for each in told.priorities)
    whole = " ".join(texts)
    priorities = folded(in_order(told.priorities))
    if Intent.PROXY in told.intents:
        priorities = by_whom(texts, priorities, _first_of(told, Intent.PROXY))
    return Read(
        priorities,
        told.intents,
        "high" if told.sure else "low",
        language_of(whole, language),
    )


def _first_of(told: Told, intent: Intent) -> int:
    """Return the place of the text that says something first."""
    at = told.intents.index(intent)
    return max(place for place, begun in enumerate(told.begun) if begun <= at)


def _take(told: Told, text: str, reply: int, begin: int) -> None:
    """Take one text in, from a place on: a machine's, an edit, or more of what matters."""
    for taken in (_too_long, _of_a_machine, _edited, _not_for_us, _edited_half_way):
        if taken(told, text, reply, begin):
            return
    rest = text[begin:]
    if MESSING.match(plain_words(rest)) and not is_grave(plain_words(rest)):
        _take_back(told, reply)
    told.before, told.changed = list(told.priorities), False
    to_the_point = TO_THE_POINT.search(rest)
    if to_the_point and WELL.fullmatch(plain_words(rest[: to_the_point.start()])):
        begin += to_the_point.end()
    if rest.strip(FINGERS) == "" and rest.strip():
        told.say([Intent.ABUSE])
    elif not LAUGHS.fullmatch(rest):
        _add(told, text, reply, begin)


def _too_long(told: Told, text: str, reply: int, begin: int) -> bool:
    """No text that a phone sends: shown whole, and left to people."""
    rest = text[begin:]
    if len(rest) <= LONGEST_READ:
        return False
    told.sure = False
    told.say(all_intents_of(rest))
    start, end = begin + len(rest) - len(rest.lstrip()), begin + len(rest.rstrip())
    if start < end:
        told.priorities.append(Priority(text[start:end], reply, start, end, "whole"))
    return True


def _of_a_machine(told: Told, text: str, _reply: int, begin: int) -> bool:
    rest, plain = text[begin:], plain_words(text[begin:])
    speaks = OF_ONESELF.search(plain) is not None
    if speaks and (
        is_grave(plain) or (names_a_topic(plain) and not SURELY_A_MACHINE.search(plain))
    ):
        return False
    if is_spam(rest, plain):
        told.say([Intent.SPAM])
    elif is_machine(plain):
        told.say([Intent.AUTO_REPLY])
    else:
        return False
    return True


def _edited(told: Told, text: str, reply: int, begin: int) -> bool:
    rest = text[begin:]
    found = edits_of(rest, told.items)
    edits = [] if found and asks_to_be_forgotten(rest) else found
    if not edits and told.changed and not told.items and told.before:
        # All was taken off by the text before: that can be undone.
        undone = edits_of(rest, [Item(each.text, each.number) for each in told.before])
        edits = undone if [edit.act for edit in undone] == ["undo"] else []
    if edits and edits[0].act != "undo":
        told.before = list(told.priorities)
    for edit in edits:
        _change(told, edit, text, reply, begin)
    told.changed = bool(edits)
    return bool(edits)


def _not_for_us(told: Told, text: str, reply: int, begin: int) -> bool:
    """Take what went to the wrong chat back, and read on behind the apology."""
    rest = text[begin:]
    slipped = NOT_FOR_US.search(plain_words(rest)) is not None
    if not slipped and not SORRY_ONLY.fullmatch(plain_words(SENTENCE_END.split(rest)[0])):
        return False
    if is_grave(plain_words(SENTENCE_END.split(rest)[0])):
        return False
    if slipped:
        _take_back(told, reply)
    if WRONG_PERSON.match(plain_words(rest)):
        told.say([each for each in all_intents_of(rest) if each is Intent.OPT_OUT])
    more = SENTENCE_END.search(text, begin)
    if more and text[more.end() :].strip():
        _take(told, text, reply, more.end())
    return True


def _edited_half_way(told: Told, text: str, reply: int, begin: int) -> bool:
    """A list that is changed before it is sent: "skin, school, actually not school, college"."""
    for cut in IN_PASSING.finditer(text, begin + 1):
        head = Told(list(told.priorities))
        _add(head, text[: cut.start()], reply, begin)
        if edits_of(text[cut.end() :], head.items):
            told.before = list(told.priorities)
            _add(told, text[: cut.start()], reply, begin)
            _take(told, text, reply, cut.end())
            return True
    return False


def _take_back(told: Told, reply: int) -> None:
    """Leave out what the text before said: it was not meant, or not for us."""
    kept = [each for each in told.priorities if each.reply == reply - 1 and stays(each)]
    told.priorities = [each for each in told.priorities if each.reply != reply - 1 or each in kept]
    told.sure = told.sure and not kept
    if reply and not kept:
        begun, ended = told.begun[reply - 1], told.begun[reply]
        # A text without a word in it said nothing that could be taken back.
        told.intents[begun:ended] = {Intent.EMPTY} & set(told.intents[begun:ended])
        told.begun[reply] = len(told.intents)


def _change(told: Told, edit: Edit, text: str, reply: int, begin: int) -> None:
    """Carry one edit out; what is grave stays in sight, whatever is said afterwards."""
    items, before = told.priorities, list(told.priorities)
    if edit.act == "undo":
        items[:] = told.before if told.changed else items
    elif edit.act == "remove":
        del items[edit.place]
    elif edit.act == "only":
        items[:] = [items[edit.place]]
    elif edit.act == "swap":
        items[edit.place], items[edit.other] = items[edit.other], items[edit.place]
        items[:] = [replace(each, number=None) for each in items]
    elif edit.act == "first":
        items.insert(0, items.pop(edit.place))
        items[:] = [replace(each, number=None) for each in items]
    elif edit.act in ("clear", "clear last"):
        last = items[-1].reply if items and edit.act == "clear last" else None
        items[:] = [each for each in items if last is not None and each.reply != last]
    elif edit.act == "replace":
        start, end = tidied(text, begin + edit.start, begin + edit.end)
        if start < end:
            number = items[edit.place].number
            items[edit.place] = Priority(text[start:end], reply, start, end, "changed", number)
    gone = [each for each in before if stays(each) and not any(_same(each, one) for one in items)]
    items[:0] = gone
    told.sure = told.sure and not gone
    if edit.act in ("clear", "clear last") and text[begin + edit.start :].strip():
        _take(told, text, reply, begin + edit.start)
    elif edit.act == "add":
        _add(told, text[: begin + edit.end], reply, begin + edit.start, "added")


def _same(one: Priority, other: Priority) -> bool:
    return (one.reply, one.start, one.end) == (other.reply, other.start, other.end)


def _add(told: Told, text: str, reply: int, begin: int, rule: str = "") -> None:
    words = words_of(text, begin)
    ruled = _by_rules(told, text, reply, begin, words)
    # What is added by a command is a thing that matters, whatever it looks like.
    given = ruled if rule and ruled.priorities else settled(text, words, ruled, told, reply)
    found = list(given.priorities)
    if Intent.PROXY in (*told.intents, *given.said):
        found = [kept for each in found if (kept := told_for(each, text))]
    told.say(given.said)
    told.sure = told.sure and given.sure
    if rule:
        found = [replace(each, rule=rule) for each in found]
    join(told.priorities, found)
    number_the_first(told.priorities)
    if not found and not given.said:
        told.say([Intent.UNCLEAR])


def _by_rules(told: Told, text: str, reply: int, begin: int, words: Sequence[Word]) -> Settled:
    """Say what the rules find in a text from a place on: what matters, and what is said besides."""
    if only_matters(text, begin, words):
        found, _, sure = priorities_in(text, reply, begin, told, plainly=True)
        return Settled(tuple(found), (), sure=sure)
    said = all_intents_of(text[begin:])
    if ALONE & set(intents_of(text[begin:])):
        said += [Intent(name) for each in clauses_of(text[begin:]) for name in each.intents]
        return Settled((), tuple(dict.fromkeys(said)), sure=True, whole=True)
    found, asides, sure = priorities_in(text, reply, begin, told)
    if found and all(
        JOKE.search(spelled(plain_words(each.text))) and not stays(each) for each in found
    ):
        found, asides = [], [*asides, Intent.JOKE]
    return Settled(tuple(found), tuple(dict.fromkeys([*said, *asides])), sure=sure)
