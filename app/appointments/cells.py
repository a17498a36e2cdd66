"""What one cell of a clinic list says (pure): each reader returns a value or raises CellFault.

The fault's words are for the clinic admin: what is wrong and what to do.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from app.appointments.dates import When, read_when
from app.appointments.faults import CellFault
from app.appointments.words import (
    FLAG_WORDS,
    LANGUAGES,
    OUTCOMES,
    OWNERS,
    REFUSALS,
    STATUSES,
    TITLES,
    VISIT_KINDS,
    Status,
)

LONGEST_NAME = 35  # NHS Data Dictionary: PERSON GIVEN NAME and PERSON FAMILY NAME, max an35
LONGEST_ID = 64
# An appointment ID as it stands, the usual case: letters and digits at its ends, all of it ASCII.
PLAIN_ID = re.compile(r"[A-Za-z0-9](?:[ -~]{0,62}[A-Za-z0-9])?")
# First half and second half of a postcode (BS 7666); only the first is ever kept.
POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})")
FIRST_HALF = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
# NHS Data Dictionary, ETHNIC CATEGORY: one letter, or Z for not stated.
ETHNIC_CODE = re.compile(r"[A-HJ-NPRSZ]|99", re.IGNORECASE)
LONGEST_ETHNICITY = 60


def start_of(when: When, clock: time | None, zone: str) -> datetime:
    """Turn a date and a time at the clinic into UTC.

    A time of its own column goes before the date's. Refuses no time at all, two that differ, and a
    wall-clock time that does not exist or exists twice on a clock-change day.
    """
    beside = when.clock if when.clock != time(0, 0) else None
    if when.offset is not None and when.clock is not None:
        said = datetime.combine(when.day, when.clock, tzinfo=UTC) - when.offset
        when = When(said.astimezone(ZoneInfo(zone)).date())
        beside = said.astimezone(ZoneInfo(zone)).time()
        if clock in (None, beside):
            return said
    if clock is not None and beside is not None and clock != beside:
        raise CellFault("two_times", "The date's own time and the time beside it differ. Check it.")
    chosen = clock or beside
    if chosen is None:
        raise CellFault("missing_time", "The time is missing. Write it like 09:30.")
    return _in_utc(when.day, chosen, zone)


def _in_utc(day: date, clock: time, zone: str) -> datetime:
    wall = datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
    moment = wall.astimezone(UTC)
    if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != wall.replace(tzinfo=None):
        words = "The clocks go forward over this time: it does not exist. Check it."
        raise CellFault("no_such_time", words)
    if wall.replace(fold=1).utcoffset() != wall.utcoffset():
        raise CellFault(
            "time_twice", "The clocks go back over this time: it comes twice. Check it."
        )
    return moment


def read_birth(text: str, day_nought: date, latest: date) -> date:
    """Read a date of birth, which lies before `latest`; a year of two digits is the newest so."""
    born = read_when(text, day_nought).day
    if born > latest:
        born = read_when(text, day_nought, century=1900).day
    if born > latest:
        words = "This date of birth lies after the visit. Check the year."
        raise CellFault("born_after", words)
    return born


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def read_name(text: str) -> str:
    """Read a first or last name: letters of any script, with spaces, dashes and apostrophes."""
    if 3 < len(text) <= LONGEST_NAME and text.isascii() and text.isalpha():
        return in_small_letters(text)
    name = " ".join(unicodedata.normalize("NFC", text).split())
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


def in_small_letters(name: str) -> str:
    """Write a name that stands in capitals as people write it; others as they are.

    >>> in_small_letters("O'NEILL-SMITH"), in_small_letters("AJ"), in_small_letters("McKay")
    ("O'Neill-Smith", 'AJ', 'McKay')
    """
    if len(name) <= 3 or not name.isupper():
        return name
    return "".join(
        char if place == 0 or not name[place - 1].isalpha() else char.lower()
        for place, char in enumerate(name)
    )


def _is_of_a_name(char: str) -> bool:
    # Letters and the marks that belong to them (Unicode categories L and M), in any script.
    return unicodedata.category(char)[0] in "LM" or char in " -'\u2019.`"


def read_full_name(text: str) -> tuple[str, str]:
    """Read first and last name from one cell.

    "SURNAME, Forename (Miss)" and "SURNAME Forename" go by the comma and the capitals; without
    either the last word is the last name.
    """
    tidy = re.sub(r"\([^)]*\)", " ", text)
    last, comma, first = tidy.partition(",")
    if comma:
        return read_name(_without_titles(first)), read_name(_without_titles(last))
    words = _without_titles(tidy).split()
    if len(words) < 2:
        words_wanted = "First and last name are wanted here, like OKAFOR, Sam. Add what is missing."
        raise CellFault("half_a_name", words_wanted)
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    if capitals and len(capitals) < len(words):
        others = [word for word in words if word not in capitals]
        return read_name(" ".join(others)), read_name(" ".join(capitals))
    return read_name(" ".join(words[:-1])), read_name(words[-1])


def _without_titles(text: str) -> str:
    return " ".join(word for word in text.split() if word.casefold().strip(".") not in TITLES)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split()).strip(" .")


def read_owner(text: str) -> str:
    """Read whose phone it is: self, parent, shared or unknown."""
    try:
        return OWNERS[_plain(text)]
    except KeyError:
        words = "Write self, parent or shared, or leave it empty."
        raise CellFault("unknown_owner", words) from None


def read_language(text: str) -> str | None:
    """Read a language by its English name or ISO 639-1 code; empty is none said."""
    tidy = _plain(text).partition("(")[0].strip()
    if not tidy:
        return None
    if tidy in LANGUAGES:
        return LANGUAGES[tidy]
    if re.fullmatch(r"[a-z]{2}", tidy):
        return tidy
    words = "Write the language in English, like Polish, or leave it empty."
    raise CellFault("unknown_language", words)


def read_status(text: str) -> Status:
    """Read what has become of an appointment; empty is booked."""
    tidy = _plain(text)
    if tidy in STATUSES:
        return STATUSES[tidy]
    # "Cancelled by patient", "DNA - no reason given", "Cancelled: unwell".
    for start, status in (("cancel", Status.CANCELLED), ("dna", Status.NOSHOW)):
        if tidy.startswith(start):
            return status
    words = "Write booked, cancelled, attended or DNA, or leave it empty."
    raise CellFault("unknown_status", words)


def read_outcome(text: str) -> Status | None:
    """Read an outcome column: attended, not attended, cancelled, or nothing we need."""
    tidy = _plain(text)
    if tidy in OUTCOMES:
        return OUTCOMES[tidy]
    try:
        found = read_status(text)
    except CellFault:
        return None
    return None if found is Status.BOOKED else found


def read_flag(text: str) -> bool | None:
    """Read a yes or no; empty says nothing, and a date is a yes."""
    tidy = _plain(text)
    if not tidy:
        return None
    if tidy in FLAG_WORDS:
        return FLAG_WORDS[tidy]
    if re.search(r"[0-9]{2}", tidy):
        return True
    raise CellFault("unknown_flag", "Write yes or no, or leave it empty.")


def read_refusal(text: str) -> bool:
    """Read whether consent to texts is refused outright; empty says nothing."""
    tidy = _plain(text)
    return tidy in REFUSALS or tidy.startswith(("no ", "declin", "refus", "withdr", "opt out"))


def read_interpreter(text: str) -> bool | None:
    """Read whether an interpreter is needed: a yes or no, or the language of one."""
    try:
        return read_flag(text)
    except CellFault:
        return read_language(text) not in (None, "en")


def read_visit_kind(text: str, heading: str = "") -> str:
    """Read how a visit is held: in_person, telephone or video; what says neither is in_person.

    A yes means what the heading says, as in "Telephone appointment: yes".
    """
    tidy = _plain(text)
    if FLAG_WORDS.get(tidy):
        tidy = _plain(heading)
    return next((kind for word, kind in VISIT_KINDS if word in tidy), "in_person")


def read_id(text: str) -> str | None:
    """Read an appointment ID of the hospital's; empty is none."""
    tidy = text.strip()
    if len(tidy) > LONGEST_ID or any(unicodedata.category(char) == "Cc" for char in tidy):
        words = f"An appointment ID has at most {LONGEST_ID} plain characters. Check it."
        raise CellFault("bad_id", words)
    return tidy or None


def read_postcode(text: str) -> tuple[str, str] | None:
    """Read a postcode into its two halves; the second is empty if only the first is given.

    What is no postcode is nothing we need, so it is no fault.
    """
    tidy = " ".join(text.upper().split())
    if found := POSTCODE.fullmatch(tidy):
        return found[1], found[2]
    return (tidy, "") if FIRST_HALF.fullmatch(tidy) else None


def read_ethnicity(text: str) -> str | None:
    """Read an ethnic category: the data dictionary's letter, or the words of the hospital."""
    tidy = " ".join(text.split())
    if ETHNIC_CODE.fullmatch(tidy):
        return tidy.upper()
    return tidy[:LONGEST_ETHNICITY] or None
