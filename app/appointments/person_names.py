"""The names in a cell (pure): first and last as people write them, or a fault; never a guess."""

import re
import unicodedata

from app.appointments.faults import CellFault, not_too_long

LONGEST_NAME = 35  # NHS Data Dictionary: PERSON GIVEN NAME and PERSON FAMILY NAME, max an35
TITLES = frozenset(
    (
        *("mr", "mrs", "miss", "ms", "mx", "master", "mstr", "mst"),
        *("dr", "prof", "rev", "sir", "lady"),
    )
)
SUFFIXES = frozenset(("jr", "jnr", "sr", "snr", "ii", "iii"))
PARTICLES = frozenset(
    (
        *("van", "der", "den", "de", "la", "le", "du", "da", "das", "do", "dos", "del", "della"),
        *("di", "bin", "bint", "ibn", "al", "el", "von", "ter", "ten", "st", "abu", "ben"),
    )
)
# Two capitals that are a name and no initials.
SHORT_NAMES = frozenset(("JO", "ED", "AL", "LI", "BO", "YU", "WU", "NG", "XI"))
VOWELS = frozenset("AEIOUYÆØ")
SAY_DIED = re.compile(r"\b(?:deceased|died|dec'?d|r\.?\s?i\.?\s?p)\b|[(\[]dec\.?[)\]]|†")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
NICKNAME = re.compile(r' "[^"]*"')
# Beside a name these are no other name but a word to whoever reads the list.
NOTE = re.compile(r"\b(?:no|not|don't|never|test|stop|dnc|dnt)\b")
MC = re.compile(r"\b(Mc|Mac)(?=[A-Z]{2})")
RUN = re.compile(r"((?:Mc|Mac)(?=[A-Z]{2}))?([^\W\d_]+)")
SOFT_HYPHEN, ZERO_WIDTH = 0xAD, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF)
UNSEEN = dict.fromkeys((SOFT_HYPHEN, *ZERO_WIDTH, *range(0x2060, 0x206A)))
AS_TYPED = {
    **dict.fromkeys(map(ord, "´`‘’‛′＇"), "'"),
    **dict.fromkeys(map(ord, "“”＂"), '"'),
    **dict.fromkeys(range(0x2010, 0x2016), "-"),
}
# What é, ö and their like become where a file is read as of another encoding: "Zo‰", "HelŠne".
ODD = re.compile(
    "[\u0080-\u009f\u00a1-\u00ac\u00ae-\u00b3\u00b5\u00b6\u00b8-\u00bf×÷ƒˆ˜‚„†‡•…‰‹›€™\ufffd]"
    "|[a-zß-ÿ][ŠŽŒŸÃÂÅÄÐ]|[A-Z][šžœ][A-Z]|[ÃÅÄ][ŠŽŒŸšžœ]"
    r"|[^\W\d_][“”][^\W\d_]|[^\W\d_]‘(?!\w)"
)
NO_BREAK = re.compile("(?<=[^\\W\\d_])\u00a0([^\\W\\d_]+)")
HALF = "First and last name are wanted here, like OKAFOR, Sam. Add what is missing."
UNCLEAR = 'It is not clear which is the last name. Write "SURNAME, Forename".'


DIED = frozenset(("deceased", "died", "decd", "rip"))


def plain_name(text: str) -> str | None:
    """Return the text if it is a name written as most are, a capital and small letters.

    None says nothing: the whole reading decides, and agrees with this one.
    """
    usual = 1 < len(text) <= LONGEST_NAME and text.isascii() and text.isalpha()
    return text if usual and text[1:].islower() and text.lower() not in DIED else None


def read_name(text: str) -> str:
    """Read a first or last name: letters of any script, with spaces, dashes and apostrophes.

    >>> read_name("Samuel (Sam)"), read_name("Miss Sam"), read_name("O´NEILL")
    ('Samuel', 'Sam', "O'Neill")
    """
    name = _without_title(_unwrapped(_tidied(text)).split())
    if not name:
        raise CellFault("missing_name", "The name is missing. Add it.")
    if len(name) > LONGEST_NAME:
        words = f"The name is longer than {LONGEST_NAME} characters. Shorten it."
        raise CellFault("long_name", words)
    if not all(_is_of_a_name(char) for char in name):
        raise CellFault("not_a_name", "A name holds letters only. Check this cell.")
    if not any(char.isalpha() for char in name):
        raise CellFault("not_a_name", "A name holds letters. Check this cell.")
    return in_small_letters(name)


def _tidied(text: str) -> str:
    """Return a name as it would be typed, without brackets; CellFault if it says more."""
    seen = unicodedata.normalize("NFC", not_too_long(text)).translate(UNSEEN)
    if ODD.search(seen) or any(map(_is_lost_letter, NO_BREAK.findall(seen))):
        words = "Some letters of this name came out wrong. Write it again."
        raise CellFault("odd_letters", words)
    tidy = " ".join(seen.translate(AS_TYPED).split())
    small = tidy.casefold()
    if SAY_DIED.search(small):
        words = "The name says that they have died. Say so in a Deceased column, or take it out."
        raise CellFault("says_deceased", words)
    if any(map(NOTE.search, BRACKETS.findall(small))):
        words = "The brackets beside the name say something. Read them, then take them out."
        raise CellFault("not_a_name", words)
    return " ".join(BRACKETS.sub(" ", tidy).split())


def _is_lost_letter(after: str) -> bool:
    """Whether what stands after a no-break space goes on a word: the space was an á."""
    return after.islower() and after not in PARTICLES


def _unwrapped(name: str) -> str:
    """Take off quotes around a name, but not the apostrophe of 't Hooft."""
    name = NICKNAME.sub("", name).rstrip("\"' ")
    bare = name.lstrip("\"' ")
    return name if name.startswith("'") and bare[:1].islower() and bare[1:2] == " " else bare


def _without_title(words: list[str]) -> str:
    """Take off a title before a name, or after a dash; alone, it is a name itself."""
    while len(words) > 1 and _is_title(words[0]):
        words = words[1:]
    if len(words) > 2 and words[-2] == "-" and _is_title(words[-1]):
        words = words[:-2]
    return " ".join(words)


def _is_title(word: str) -> bool:
    return word.casefold().strip(".") in TITLES


def _is_of_a_name(char: str) -> bool:
    # Letters and the marks that belong to them (Unicode categories L and M), in any script.
    return unicodedata.category(char)[0] in "LM" or char in " -'.\""


def _is_capitals(word: str) -> bool:
    """Whether a word stands in capitals; McDONALD does."""
    return MC.sub("", word).isupper()


def in_small_letters(name: str) -> str:
    """Write a name that stands in capitals as people write it; others as they are.

    >>> in_small_letters("O'NEILL-SMITH"), in_small_letters("AJ"), in_small_letters("McDONALD")
    ("O'Neill-Smith", 'AJ', 'McDonald')
    """
    return RUN.sub(_small, name) if _is_capitals(name) else name


def _small(run: re.Match[str]) -> str:
    before, word = run[1] or "", run[2]
    if len(word) > 3 or before or _is_no_initials(word):
        return before + word[0] + word[1:].lower()
    return word


def _is_no_initials(word: str) -> bool:
    if len(word) < 3:
        return word in SHORT_NAMES or word.casefold() in PARTICLES
    letters = unicodedata.normalize("NFD", word)
    return word != "III" and not VOWELS.isdisjoint(letters)


def read_full_name(text: str, surname_first: bool = False) -> tuple[str, str]:
    """Read first and last name from one cell.

    "SURNAME, Forename (Miss)" and "SURNAME Forename" go by the comma and the capitals; without
    either the last word is the last name, or the first of two if the heading says so.
    """
    parts = _parts(_tidied(text).rstrip(" ,"))
    if len(parts) == 2:
        last, first = parts
    else:
        first, last = _by_words(parts[0], surname_first)
    # "OKAFOR, Sam - ward 3", "Berg, Anna van der": only within a last name does a dash join.
    if "-" in first or (len(first) > 1 and _is_particle(first[-1]) and first[-1].islower()):
        raise CellFault("half_a_name", UNCLEAR)
    whole = " ".join(map(in_small_letters, last)).replace(" - ", "-")
    return read_name(" ".join(first)), read_name(whole)


def _parts(tidy: str) -> list[list[str]]:
    """The words between commas, without titles: one part, or last name and first."""
    parts = tidy.split(",")
    bare = [_without_titles(part.split()) for part in parts]
    kept = [words for part, words in zip(parts, bare, strict=True) if words or not part.strip()]
    if not bare[0] or not all(kept) or len(kept) > 2:
        raise CellFault("half_a_name", HALF)
    return kept


def _without_titles(words: list[str]) -> list[str]:
    """Take titles off both ends and "Jr" off the last, with the dash before them."""
    while words and (_is_title(words[0]) or words[0] == "-"):
        words = words[1:]
    while words and (_is_title(words[-1]) or _is_suffix(words[-1]) or words[-1] == "-"):
        words = words[:-1]
    return words


def _is_suffix(word: str) -> bool:
    return word.casefold().strip(".") in SUFFIXES


def _by_words(words: list[str], surname_first: bool) -> tuple[list[str], list[str]]:
    """Take first and last name apart where there is no comma."""
    if len(words) < 2:
        raise CellFault("half_a_name", HALF)
    if "-" in words:
        raise CellFault("half_a_name", UNCLEAR)
    kinds = _kinds(words)
    if "long" in kinds and "mixed" in kinds:
        return _by_capitals(words, kinds, surname_first)
    return _of_two(words, kinds) if surname_first else _by_last_word(words, kinds)


def _kinds(words: list[str]) -> list[str]:
    """Say of each word whether it stands in capitals: long, short (perhaps initials), or mixed.

    The DE of DE SOUZA is as long as what it belongs to.
    """
    kinds: list[str] = []
    for word in reversed(words):
        letters = sum(char.isalpha() for char in word)
        kind = ("long" if letters > 2 else "short") if _is_capitals(word) else "mixed"
        belongs = kind == "short" and _is_particle(word) and kinds[-1:] == ["long"]
        kinds.append("long" if belongs else kind)
    return kinds[::-1]


def _is_particle(word: str) -> bool:
    return word.casefold().strip(".") in PARTICLES


def _by_capitals(
    words: list[str], kinds: list[str], surname_first: bool
) -> tuple[list[str], list[str]]:
    """The capitals, with any "van der" before them, are the last name: first or last of all."""
    start, end = kinds.index("long"), len(kinds) - kinds[::-1].index("long")
    scattered = end - start > kinds.count("long")
    while start and words[start - 1].islower() and _is_particle(words[start - 1]):
        start -= 1
    first, last = words[:start] + words[end:], words[start:end]
    in_the_middle = start > 0 and (end < len(words) or surname_first)
    doubtful = any(
        _is_particle(word) or (word.isupper() and len(word.strip(".")) > 1) for word in first
    )
    if not first or scattered or in_the_middle or doubtful:
        raise CellFault("half_a_name", UNCLEAR)
    return first, last


def _of_two(words: list[str], kinds: list[str]) -> tuple[list[str], list[str]]:
    """The first of two words is the last name, where the heading says so."""
    if len(words) != 2 or (kinds[0] == "short" and words[0] not in SHORT_NAMES):
        raise CellFault("half_a_name", UNCLEAR)
    return words[1:], words[:1]


def _by_last_word(words: list[str], kinds: list[str]) -> tuple[list[str], list[str]]:
    """The last word is the last name, with the particles before it: Anna van der Berg."""
    start = len(words) - 1
    while start > 1 and _is_particle(words[start - 1]):
        start -= 1
    particles, before = words[start:-1], words[1:start]
    is_plain = words[0].islower() == words[-1].islower()
    sure = len(particles) != 1 or (particles[0].islower() and not words[-1].islower())
    initials = [word for word, kind in zip(words, kinds, strict=True) if kind == "short"]
    clear = not initials or "mixed" not in kinds or _are_middle(initials, words)
    if kinds[-1] == "short" or any(map(_is_particle, before)) or not (is_plain and sure and clear):
        raise CellFault("half_a_name", UNCLEAR)
    return words[:start], words[start:]


def _are_middle(initials: list[str], words: list[str]) -> bool:
    """Whether all are the initials of middle names: Sam J. Okafor."""
    ends = (words[0], words[-1])
    return all(len(each.strip(".")) == 1 and each not in ends for each in initials)
