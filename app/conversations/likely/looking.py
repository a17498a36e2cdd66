"""What is looked at in each word of a reply, to tell where a thing that matters begins (pure)."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.conversations.likely.saying import LABELS, length, likely_said
from app.conversations.likely.words import LINE_END, Word

BEGINS, GOES_ON, BESIDES = "B", "I", "O"
TAGS = (BEGINS, GOES_ON, BESIDES)
PARTS = frozenset(f".,;!?{LINE_END}/+&|-\u2013\u2014\u2022*\\:")
WITHIN = frozenset(".-/:")
JOINS = frozenset({"and", "&"})
JOINTS = frozenset(
    {"and", "&", "but", "or", "so", "then", "because", "plus", "also", "cause", "since", "while"}
)
TELLS = frozenset({"is", "does", "may", "wish"})


@dataclass(frozen=True)
class ByRules:
    """What the rules made of one text: their pieces [start:end], the rule of each, what else.

    `said` names what is said besides; `whole` that the text says only that; `sure` that the pieces
    were parted surely; `earlier` how many things the texts before named, and `before` what else
    they said; `reply` its place.
    """

    spans: Sequence[tuple[int, int]]
    rules: Sequence[str]
    said: Sequence[str]
    whole: bool
    sure: bool
    earlier: int
    before: Sequence[str]
    reply: int


def stretches(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Part words at their signs and ends of lines: (first, behind the last) of each stretch."""
    found, begun = [], 0
    for place, word in enumerate(words):
        if word.plain in PARTS and not _inside(words, place):
            found.append((begun, place + 1))
            begun = place + 1
    if begun < len(words):
        found.append((begun, len(words)))
    return found


def _inside(words: Sequence[Word], place: int) -> bool:
    """Whether a sign stands within a word or number: 2.5, p.e., check-up."""
    return (
        words[place].plain in WITHIN
        and 0 < place < len(words) - 1
        and words[place - 1].end == words[place].start
        and words[place].end == words[place + 1].start
    )


def likely_of(words: Sequence[Word], noted: Sequence[str]) -> list[list[float]]:
    """Return how likely the whole and each of its stretches says each thing: whole first."""
    parts = stretches(words)
    whole = likely_said(words, noted)
    if len(parts) < 2:
        return [whole] * (1 + len(parts))
    return [whole, *(likely_said(words[first:last]) for first, last in parts)]


def looked_at(
    words: Sequence[Word], by_rules: ByRules, likely: list[list[float]]
) -> list[list[str]]:
    """Return for each word what is looked at, as short strings that weights are kept under."""
    if not words:
        return []
    parts = stretches(words)
    tags, named = _tags_by_rules(words, by_rules)
    plain = ["<<", "<", *(word.plain for word in words), ">", ">>"]
    sort = ["<<", "<", *(word.sort for word in words), ">", ">>"]
    ruled = ["<", *tags, ">"]
    whole = _strongest(likely[0])
    about = _about_all(words, by_rules, parts)
    joints = _joints(words)
    found = []
    for place, part in enumerate(parts):
        strongest = _strongest(likely[place + 1])
        opening = " ".join(word.plain for word in words[part[0] : min(part[1], part[0] + 2)])
        size = length(part[1] - part[0])
        for at in range(*part):
            seen = _of_a_word(plain, sort, ruled, at)
            rule, here = tags[at], words[at].plain
            inside = length(at - part[0]) if at > part[0] else "0"
            seen += (
                f"n{rule} {named[at]}",
                f"p{rule} {inside} {size}",
                f"q{rule} {strongest}",
                f"Q{rule} {whole}",
                f"z{rule} {whole} {strongest}",
                f"o{rule} {opening}",
                f"m{rule} {min(place, 2)} {min(len(parts), 4)} {size}",
                f"M{inside == '0'} {here} {place > 0}",
                f"P{inside == '0'} {place > 0} {strongest}",
                *(f"{each} {rule}" for each in about[2:]),
                *(f"{each} {here}" for each in about[:2]),
                f"C{words[at].is_capital} {sort[at + 1]} {inside == '0'}",
            )
            seen += joints.get(at, ())
            found.append(seen)
    return found


def _joints(words: Sequence[Word]) -> dict[int, list[str]]:
    """What is looked at where two halves meet at a sign or at "and": the halves beside each other.

    Both the sign or word that joins and the first word behind it are told.
    """
    found: dict[int, list[str]] = {}
    cuts = [
        place
        for place, word in enumerate(words)
        if word.plain in JOINTS or (word.plain in PARTS and not _inside(words, place))
    ]
    meets = [-1, *cuts, len(words)]
    for place, cut in enumerate(cuts, 1):
        left, right = words[meets[place - 1] + 1 : cut], words[cut + 1 : meets[place + 1]]
        if not right:
            continue
        sign = words[cut].plain
        sizes = f"{length(len(left))} {length(len(right))}"
        heads = f"{left[0].sort if left else '-'} {right[0].sort}"
        tell = f"{_tells(left)} {_tells(right)}"
        same = bool(left) and left[0].plain == right[0].plain
        seen = [f"J{sign} {sizes}", f"K{sign} {heads}", f"L{sign} {tell} {min(len(cuts), 4)}"]
        found[cut] = [f"@{each}" for each in seen]
        if cut + 1 not in cuts:
            more = (f"N{sign} {tell} {sizes}", f"O{sign} {same} {right[0].plain}")
            found[cut + 1] = [*seen, *more]
    return found


def _tells(words: Sequence[Word]) -> str:
    """Say whether a half has somebody in it who does something, or only names a thing."""
    who = any(word.sort in ("self", "they", "you") for word in words)
    does = any(word.sort in TELLS for word in words)
    return f"{who:d}{does:d}"


def _of_a_word(plain: list[str], sort: list[str], ruled: list[str], at: int) -> list[str]:
    """What is looked at in a word and its neighbours; lists are padded by two, `ruled` by one."""
    before, last, here, following, after = plain[at : at + 5]
    older, old, now, new, newer = sort[at : at + 5]
    rule = ruled[at + 1]
    return [
        f"a{here}",
        f"b{last}",
        f"c{following}",
        f"d{last} {here}",
        f"f{here} {following}",
        f"g{before} {last}",
        f"h{following} {after}",
        f"j{last} {here} {following}",
        f"l{old} {now} {new}",
        f"r{now} {new} {newer}",
        f"s{older} {old} {now} {new}",
        f"t{ruled[at]}{rule}{ruled[at + 2]}",
        f"u{rule} {here}",
        f"v{rule} {last}",
        f"w{rule} {old} {now} {new}",
        f"y{here[-3:]}",
    ]


def _about_all(
    words: Sequence[Word], by_rules: ByRules, parts: Sequence[tuple[int, int]]
) -> list[str]:
    """What is looked at in a text as a whole."""
    commas = sum(word.plain == "," for word in words)
    joins = sum(word.plain in JOINS for word in words)
    lines = sum(word.plain == LINE_END for word in words)
    said = "+".join(sorted(by_rules.said)) or "-"
    return [
        f"A{length(commas)}",
        f"B{length(joins)}",
        f"F{said} {by_rules.whole} {by_rules.sure}",
        f"H{min(by_rules.earlier, 3)} {min(by_rules.reply, 2)} {length(lines)}",
        f"I{min(by_rules.earlier, 1)} {words[0].plain}",
        f"U{min(by_rules.earlier, 1)} {'+'.join(sorted(by_rules.before)) or '-'}",
        f"J{min(by_rules.earlier, 1)} {length(len(words))} {words[0].sort}",
    ]


def _strongest(likely: Sequence[float]) -> str:
    """Return how much a stretch matters and what it likeliest says besides, coarsely."""
    matters = round(likely[0] * 5)
    best = max(range(1, len(likely)), key=lambda place: likely[place])
    return f"{matters} {LABELS[best] if likely[best] > 0.1 else '-'} {round(likely[best] * 4)}"


def _tags_by_rules(words: Sequence[Word], by_rules: ByRules) -> tuple[list[str], list[str]]:
    """Say of each word whether a piece of the rules begins, goes on, or is not there; and which."""
    tags, named = [BESIDES] * len(words), ["-"] * len(words)
    begins = [word.start for word in words]
    for (start, end), rule in zip(by_rules.spans, by_rules.rules, strict=True):
        first = max(0, bisect_right(begins, start) - 1)
        if first < len(words) and words[first].end <= start:
            first += 1
        for place in range(first, len(words)):
            if words[place].start >= end:
                break
            tags[place] = BEGINS if place == first else GOES_ON
            named[place] = rule
    return tags, named
