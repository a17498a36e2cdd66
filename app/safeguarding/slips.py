"""Words as they are usually spelt (pure): leet, stars, letters repeated, spaced or wrong."""

import re
from functools import cache, lru_cache

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


@lru_cache(4096)
def mended(typed: str) -> tuple[str, ...]:
    """Return a word that was typed as the word or words that it stands for.

    >>> mended("gonna"), mended("k1ll"), mended("k*ll"), mended("dieeee"), mended("suicde")
    (('going', 'to'), ('kill',), ('kill',), ('die',), ('suicide',))
    """
    return _mended(typed)


def _mended(typed: str) -> tuple[str, ...]:
    found = _looked_up(typed)
    if found or not typed.isascii() or len(typed) > LONGEST:
        return found or (typed,)
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
    wanted = re.compile(_STARS.sub(lambda stars: rf"[a-z]{{1,{len(stars[0])}}}", typed))
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
    best: list[tuple[str, ...] | None] = [()] + [None] * len(letters)
    for end in range(1, min(len(letters), LONGEST) + 1):
        for start in range(max(0, end - 12), end):
            before, word = best[start], letters[start:end]
            if before is not None and (word in known() or word == "i"):
                longer = (*before, *(SPELLED.get(word) or (word,)))
                now = best[end]
                if now is None or len(longer) < len(now):
                    best[end] = longer
    found = best[-1]
    return found if found and max(map(len, found)) >= 3 else apart
