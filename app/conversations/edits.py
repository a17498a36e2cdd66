"""What changes an answer given before (pure): change 2 to, swap, add, remove, scrap that, *word.

A text is read as such a command only if it names a thing that stands in the list. New words are
always a stretch of the text itself.
"""

import re
from collections.abc import Sequence

from app.conversations.corrections import corrected, replacing, turned, with_rest
from app.conversations.edit import Edit, Item, at, named, named_exactly, names_half
from app.conversations.edit_patterns import (
    ADD,
    ADD_FIRST,
    AND_NUMBER,
    BACK,
    CAN_BE,
    CHANGE_NUMBER,
    CHANGE_WORDS,
    CLEAR,
    EVERYTHING,
    INSTEAD_OF,
    INSTEAD_OF_THAT,
    ITS,
    KEEP,
    KEEP_IT,
    NEVER_MIND,
    NEW_INSTEAD,
    NEXT_COMMAND,
    NOT_OLD_NEW,
    NOT_THAT,
    NOTHING_YET,
    NUMBER_AFTER_ALL,
    NUMBER_INSTEAD,
    NUMBER_IS,
    ONLY,
    ONLY_THIS,
    SOFT,
    WHY_CLEARED,
)
from app.conversations.leaving_out import left_out, only_kept
from app.conversations.ordering import reordered
from app.conversations.plain import plain_words
from app.conversations.topics import is_grave

__all__ = ["Edit", "Item", "edits_of"]

# "I" and "a" are words before they are numbers of a list.
PLAIN_NUMBER = re.compile(r"\d|first|second|third|fourth|last", re.IGNORECASE)
SAID_PLAINLY = (NUMBER_IS, NUMBER_INSTEAD, NUMBER_AFTER_ALL)
NAMING = re.compile(
    rf"(?:(?:.{{0,20}}\b)?(?:instead of|rather than)|{SOFT}not)\s+(?:the\s+)?", re.IGNORECASE
)
LONGEST_EDIT = 250
MOST_COMMANDS = 4
# What is done first, so that places stay what they were when it was said.
DONE_FIRST = ("replace", "swap", "remove", "nothing", "add", "first")

UNDO = re.compile(
    r"\s*(?:no |actually |oops |wait |pls |please )*"
    r"(?:undo(?: that| it)?|put (?:it|that|them) back)"
    r"(?: pls| please| actually)*[\s.!]*",
    re.IGNORECASE,
)


def edits_of(text: str, items: Sequence[Item]) -> list[Edit]:
    """Return the changes that a text asks for; empty if it asks for none.

    A text that clears the list may go on with a new one: the edit's `start` says where.
    """
    cleared = _cleared(text, bool(items))
    if cleared or not items or len(text) > LONGEST_EDIT:
        return cleared
    edits = only_kept(text, items) or _several(text, items) or _one(text, items)
    return _grave_last(edits, items) if len(edits) > 1 else edits


def _grave_last(edits: list[Edit], items: Sequence[Item]) -> list[Edit]:
    """What may be grave is put back in sight once taken off, which moves all other places."""
    grave = [
        edit
        for edit in edits
        if edit.act == "remove" and is_grave(plain_words(items[edit.place].text))
    ]
    if not grave:
        return edits
    rest = [edit for edit in edits if edit not in grave]
    if any(edit.act != "remove" for edit in rest):
        return rest
    place = grave[0].place - sum(edit.place < grave[0].place for edit in rest)
    return [*rest, Edit("remove", place)]


def _one(text: str, items: Sequence[Item]) -> list[Edit]:
    for find in (_undone, reordered, _numbers, _words, left_out, corrected, _added):
        found = find(text, items)
        if found:
            return found
    only = ONLY.match(text) or ONLY_THIS.match(text)
    if only:
        return [Edit("clear", start=only.start("new"), end=len(text))]
    keep = KEEP.match(text)
    if keep and (named(keep["old"], items) is not None or len(keep["old"].split()) == 1):
        return [Edit("undo")]
    for pattern in (NEVER_MIND, INSTEAD_OF_THAT):
        found_last = pattern.match(text)
        goes_on = found_last and text[found_last.end() :].strip()
        if found_last and (goes_on or NOT_THAT.fullmatch(text)):
            return [Edit("clear last", start=found_last.end(), end=len(text))]
    return turned(text, items)


def _several(text: str, items: Sequence[Item]) -> list[Edit]:
    """Change 1 to X and remove 2: each command by itself, if each of them is one."""
    cuts = list(NEXT_COMMAND.finditer(text, 1))[:MOST_COMMANDS]
    if not cuts:
        return []
    begins = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    parts = [
        [(edit, begin) for edit in _one(text[begin:end], items)]
        for begin, end in zip(begins, ends, strict=True)
    ]
    told = list(dict.fromkeys(each for part in parts for each in part))
    acts = {edit.act for edit, _ in told}
    if not all(parts) or acts - {*DONE_FIRST, "undo"} or {"first", "remove"} <= acts:
        return []
    if [edit.act for edit, _ in told] == ["remove", "add"] and text[begins[1] :][:3] == "put":
        (gone, _), (new, begin) = told
        return [replacing(text, gone.place, begin + new.start, begin + new.end, items)]
    told.sort(key=lambda each: (_turn(each[0]), -each[0].place))
    return [
        Edit(edit.act, edit.place, edit.other, begin + edit.start, begin + edit.end)
        for edit, begin in told
    ]


def _turn(edit: Edit) -> int:
    return DONE_FIRST.index(edit.act) if edit.act in DONE_FIRST else -1


def _cleared(text: str, listed: bool) -> list[Edit]:
    marked = re.match(r"\s*\d\s*[.):]?\s+", text)
    clear = CLEAR.match(text) or (CLEAR.fullmatch(text, marked.end()) if marked else None)
    if not clear:
        return []
    what = clear["what"] or clear["that"]
    everything = what is None or re.fullmatch(EVERYTHING, what, re.IGNORECASE)
    start = clear.end()
    why = WHY_CLEARED.match(text, start) if listed and clear[0].rstrip()[-1:].isalnum() else None
    if why and not is_grave(plain_words(why[0])):
        start = why.end()
    its = ITS.match(text, start)
    start = its.end() if its else start
    return [Edit("clear" if everything else "clear last", start=start, end=len(text))]


def _undone(text: str, items: Sequence[Item]) -> list[Edit]:
    """Leave it as it is; put X back; change 2 to, with nothing behind it yet."""
    back = BACK.match(text)
    if back and named_exactly(back["old"], items) is None:
        return [Edit("undo")]
    if UNDO.fullmatch(text):
        return [Edit("undo")]
    keep = KEEP_IT.fullmatch(text)
    if keep:
        # Only "no, keep it" takes something back that was said before.
        as_it_is = not keep["no"] or re.search(r"\bas (?:it|they)\b", text, re.IGNORECASE)
        return [Edit("nothing" if as_it_is else "undo")]
    nothing = NOTHING_YET.fullmatch(text)
    return [Edit("nothing")] if nothing and at(nothing["n"], items) is not None else []


def _added(text: str, items: Sequence[Item]) -> list[Edit]:
    first = ADD_FIRST.match(text)
    if first and any(first.groups()):
        name = next((each for each in ("new", "new2", "new3") if first[each]), "new")
        return [Edit("add", start=first.start(name), end=first.end(name)), Edit("first", -1)]
    add = ADD.match(text)
    return [Edit("add", start=add.start("new"), end=add.end("new"))] if add else []


def _numbers(text: str, items: Sequence[Item]) -> list[Edit]:
    for pattern in (CAN_BE, CHANGE_NUMBER, NUMBER_INSTEAD, NUMBER_IS, NUMBER_AFTER_ALL):
        found = pattern.match(text)
        if not found:
            continue
        place = at(found["n"], items)
        if place is None and pattern is CHANGE_NUMBER and found["n"] == str(len(items) + 1):
            return [Edit("add", start=found.start("new"), end=found.end("new"))]
        if place is None or (pattern in SAID_PLAINLY and not PLAIN_NUMBER.match(found["n"])):
            continue
        return _with_more(text, found, place, items)
    return []


def _with_more(text: str, found: re.Match[str], place: int, items: Sequence[Item]) -> list[Edit]:
    start, end = found.span("new")
    more = AND_NUMBER.search(text, start, end)
    second = at(more["n"], items) if more else None
    if more and second is not None:
        return [
            replacing(text, place, start, more.start(), items),
            replacing(text, second, more.end(), end, items),
        ]
    if found["n"].isdigit():
        # No wait, 2. swimming 3. the tablets: the list goes on.
        after = re.compile(rf"\s+{int(found['n']) + 1}\s?(?:[.):]\s*|\s)(?=[^\W\d])")
        goes_on = after.search(text, start, end)
        if goes_on and found.re is NUMBER_AFTER_ALL:
            return with_rest(text, place, start, goes_on.start(), items)
    return [replacing(text, place, start, end, items)]


def _words(text: str, items: Sequence[Item]) -> list[Edit]:
    for pattern in (CHANGE_WORDS, INSTEAD_OF, NOT_OLD_NEW, NEW_INSTEAD):
        found = pattern.match(text)
        name = named_exactly if pattern is NOT_OLD_NEW else named
        place = name(found["old"], items) if found else None
        if found and place is not None and not names_half(found["old"], items[place].text):
            return _first_of(text, place, found, items)
    found = NAMING.match(text)
    for place, item in enumerate(items):
        end = found.end() + len(item.text) if found else 0
        said = found is not None and text[found.end() : end].lower() == item.text.lower()
        if said and text[end : end + 1].isspace() and any(map(str.isalnum, text[end:])):
            return [replacing(text, place, end, len(text), items)]
    return []


def _first_of(text: str, place: int, found: re.Match[str], items: Sequence[Item]) -> list[Edit]:
    """Not school. College. And my pens: what follows in sentences of its own joins the list."""
    start, end = found.span("new")
    stop = re.compile(r"[.!?]\s+(?=(?:and|also|plus)\b)", re.IGNORECASE).search(text, start, end)
    if stop and found.re is NOT_OLD_NEW:
        return with_rest(text, place, start, stop.start(), items)
    return [replacing(text, place, start, end, items)]
