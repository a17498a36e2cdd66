"""Words as they are usually spelt (pure): leet, stars, letters repeated, spaced or wrong."""

import re
from functools import cache, lru_cache
from itertools import chain

from app.safeguarding.spellings import OTHER_WORDS, SPELLED, UNLIKE_OTHERS
from app.safeguarding.vocabulary import known

_LEET = str.maketrans("01345789@$!|+€", "oleastbgasiite")
_LEET_I = str.maketrans("01345789@$!|+€", "oieastbgasiite")
_STARS = re.compile(r"[*#]+")
# Words that people put stars in.
_STARRED = """kill killing killed kills suicide suicidal die died dying dead death cut cutting rape
    raped rapes rapist overdose overdosed harm abuse abused abuser sex sexual nudes pills drugs
    knife stab stabbed hit hits beat beats pregnant porn bleed bleeding wrist wrists"""
_SEVERAL = re.compile(r"(.)\1{2,}")
_TWICE = re.compile(r"(.)\1+")
_LETTER_BY_LETTER = re.compile(r"[^a-z]+")
_NUMBERED = re.compile(r"(\d+)([a-z]+)(\d*)")
_ENDS_IN_NUMBER = re.compile(r"([a-z]{2,})(\d+)")
SHORTEST_SLIP, LONGEST = 6, 40
# Words typed letter by letter are no longer than this; a letter that makes none is as bad as three.
LONGEST_PART, LETTER_ALONE = 12, 3


@lru_cache(4096)
def mended(typed: str) -> tuple[str, ...]:
    """Return a word that was typed as the word or words that it stands for.

    >>> mended("gonna"), mended("k1ll"), mended("k*ll"), mended("dieeee"), mended("suicde")
    (('going', 'to'), ('kill',), ('kill',), ('die',), ('suicide',))
    """
    return _mended(typed)


def _mended(typed: str) -> tuple[str, ...]:
    found = _looked_up(typed)
    if found or not typed.isascii():
        return found or (typed,)
    if len(typed) > LONGEST:
        # However long somebody leans on a key, it is the same word.
        shorter = _SEVERAL.sub(r"\1\1\1", typed)
        return mended(shorter) if len(shorter) <= LONGEST else (typed,)
    for attempt in _attempts(typed):
        found = _looked_up(attempt)
        if found:
            return found
    numbered = _NUMBERED.fullmatch(typed)
    if numbered:
        return (numbered[1], *mended(numbered[2]), *((numbered[3],) if numbered[3] else ()))
    ends_in_number = _ENDS_IN_NUMBER.fullmatch(typed)
    if ends_in_number:
        return (*mended(ends_in_number[1]), ends_in_number[2])
    return _slip(_TWICE.sub(r"\1\1", typed)) or tuple(_SEVERAL.sub(r"\1\1", typed).split())


def _looked_up(word: str) -> tuple[str, ...]:
    plain = word.replace("'", "")
    found = SPELLED.get(word) or SPELLED.get(plain)
    if not found and word.endswith("'s") and plain not in known() and word[:-2] in known():
        return (*SPELLED.get(word[:-2], (word[:-2],)), "is")
    return found or ((plain,) if plain in known() else ())


def _attempts(typed: str) -> list[str]:
    tried = [_SEVERAL.sub(r"\1\1", typed), _SEVERAL.sub(r"\1", typed)]
    if not typed.isalpha() and not typed.isdigit():
        tried += [typed.translate(_LEET), typed.translate(_LEET_I), *_starred(typed)]
        tried += [_SEVERAL.sub(r"\1", each) for each in tried[2:]]
    if typed.endswith("in"):
        tried.append(typed + "g")
    once = _TWICE.sub(r"\1", typed)
    if len(once) >= SHORTEST_SLIP - 1 or _SEVERAL.search(typed):
        tried += _written_once().get(once, [])
    return tried


def _starred(typed: str) -> list[str]:
    if not _STARS.search(typed):
        return []
    parts = re.split(r"([*#]+)", typed)
    wanted = re.compile(
        "".join(
            rf"[a-z]{{1,{len(part)}}}" if place % 2 else re.escape(part)
            for place, part in enumerate(parts)
        )
    )
    return [word for word in _STARRED.split() if wanted.fullmatch(word)]


@cache
def _written_once() -> dict[str, list[str]]:
    """Return the words of risk by their letters with no letter twice in a row."""
    found: dict[str, list[str]] = {}
    for word in sorted(known() | set(SPELLED)):
        found.setdefault(_TWICE.sub(r"\1", word), []).append(word)
    return found


def _slip(word: str) -> tuple[str, ...]:
    """Return the word of risk that is one letter away, if there is one."""
    if len(word) < SHORTEST_SLIP or word in OTHER_WORDS:
        return ()
    for each in (word, *_with_one_left_out(word)):
        if each in _left_out():
            return (_left_out()[each],)
    return ()


def _with_one_left_out(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


@cache
def _left_out() -> dict[str, str]:
    ways = {each: each for each in UNLIKE_OTHERS}
    for word in sorted(UNLIKE_OTHERS):
        if len(word) >= SHORTEST_SLIP:
            ways.update(dict.fromkeys(_with_one_left_out(word), word))
    return ways


def run_together(typed: str) -> tuple[str, ...]:
    """Return the words that were typed letter by letter; the letters, if they make none.

    >>> run_together("w a n t t o d i e"), run_together("a b c")
    (('want', 'to', 'die'), ('a', 'b', 'c'))
    """
    letters = _LETTER_BY_LETTER.sub("", typed)
    apart = tuple(_LETTER_BY_LETTER.split(typed))
    # Among very many letters some may make no word: what the others say must not be lost.
    found = _parted(letters, LETTER_ALONE if len(letters) > LONGEST else None)
    return found if found and max(map(len, found)) >= 3 else apart


def _parted(letters: str, alone: int | None) -> tuple[str, ...]:
    """Part letters into the fewest words that are known; none, if they do not come out even.

    With `alone` a letter may stand by itself, and counts as so many words.
    """
    best: list[tuple[int, int] | None] = [(0, 0)] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - LONGEST_PART), end):
            before, cost = best[start], _cost(letters[start:end], alone)
            if before is None or cost is None:
                continue
            now = best[end]
            if now is None or before[0] + cost < now[0]:
                best[end] = before[0] + cost, start
    words: list[tuple[str, ...]] = []
    end = len(letters)
    while end:
        last = best[end]
        if last is None:
            return ()
        word = letters[last[1] : end]
        words.append(SPELLED.get(word) or (word,))
        end = last[1]
    return tuple(chain(*reversed(words)))


def _cost(word: str, alone: int | None) -> int | None:
    if word in known() or word == "i":
        return len(SPELLED.get(word) or (word,))
    return alone if len(word) == 1 else None
