"""What one cell of a clinic list says (pure): each reader returns a value or raises ValueError.

The error's text is for the clinic admin: what is wrong and what to do.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

YOUNGEST, OLDEST = 11, 25
LONGEST_NAME = 35  # NHS Data Dictionary: PERSON GIVEN NAME and PERSON FAMILY NAME, max an35
LONGEST_ID = 64
FURTHEST_AHEAD = timedelta(days=730)

UK_DATE = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})")
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
CLOCK_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))(?::00)?\s*(am|pm)?", re.IGNORECASE)
HOUR_ONLY = re.compile(r"([0-9]{1,2})()\s*(am|pm)", re.IGNORECASE)
FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})()")

OWNERS = {
    "": "unknown",
    "unknown": "unknown",
    "self": "self",
    "own": "self",
    "patient": "self",
    "young person": "self",
    "parent": "parent",
    "mother": "parent",
    "father": "parent",
    "mum": "parent",
    "mam": "parent",
    "dad": "parent",
    "carer": "parent",
    "guardian": "parent",
    "foster carer": "parent",
    "shared": "shared",
    "family": "shared",
}
LANGUAGES = {
    "english": "en",
    "welsh": "cy",
    "polish": "pl",
    "romanian": "ro",
    "portuguese": "pt",
    "spanish": "es",
    "french": "fr",
    "italian": "it",
    "turkish": "tr",
    "arabic": "ar",
    "urdu": "ur",
    "punjabi": "pa",
    "bengali": "bn",
    "sylheti": "bn",
    "gujarati": "gu",
    "somali": "so",
    "tamil": "ta",
    "chinese": "zh",
    "cantonese": "zh",
    "mandarin": "zh",
}
STATUSES = {
    "": False,
    "booked": False,
    "confirmed": False,
    "cancelled": True,
    "canceled": True,
}


def read_date(text: str) -> date:
    """Read a date in UK order (12/05/2026) or ISO 8601 (2026-05-12)."""
    tidy = text.strip()
    uk, iso = UK_DATE.fullmatch(tidy), ISO_DATE.fullmatch(tidy)
    try:
        if uk:
            return date(int(uk[3]), int(uk[2]), int(uk[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        raise ValueError("There is no such day. Write day/month/year, like 12/05/2026.") from None
    raise ValueError("This is not a date. Write day/month/year, like 12/05/2026.")


def read_time(text: str) -> time:
    """Read a time of day: 09:30, 9.30am, 0930 or 2pm."""
    tidy = text.strip()
    found = CLOCK_TIME.fullmatch(tidy) or HOUR_ONLY.fullmatch(tidy) or FOUR_DIGITS.fullmatch(tidy)
    if found is None:
        raise ValueError("This is not a time. Write it like 09:30.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError("There is no such time. Write it like 09:30.")
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    try:
        return time(hour, minute)
    except ValueError:
        raise ValueError("There is no such time. Write it like 09:30.") from None


def read_start(day: date, clock_time: time, zone: str, now: datetime) -> datetime:
    """Turn a date and time at the clinic into UTC.

    Refuses a wall-clock time that does not exist or exists twice on a clock-change day, a past
    one, and one more than two years ahead.
    """
    wall = datetime.combine(day, clock_time, tzinfo=ZoneInfo(zone))
    moment = wall.astimezone(UTC)
    if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise ValueError("The clocks go forward over this time: it does not exist. Check it.")
    if wall.replace(fold=1).utcoffset() != wall.utcoffset():
        raise ValueError("The clocks go back over this time: it comes twice. Check it.")
    if moment <= now:
        raise ValueError("This appointment is already past. Leave it out, or mend the date.")
    if moment > now + FURTHEST_AHEAD:
        raise ValueError("This is more than two years ahead. Check the year.")
    return moment


def read_birth(text: str, visit: date) -> date:
    """Read a date of birth; the person must be 11 to 25 years old on the day of the visit."""
    born = read_date(text)
    years = visit.year - born.year - ((visit.month, visit.day) < (born.month, born.day))
    if not YOUNGEST <= years <= OLDEST:
        raise ValueError(
            f"This makes them {years} at the visit, and the service is for {YOUNGEST} to {OLDEST}. "
            "Check it, or leave the row out."
            if years >= 0
            else "This date of birth lies after the visit. Check the year."
        )
    return born


def read_name(text: str) -> str:
    """Read a first or last name: letters of any script, with spaces, dashes and apostrophes."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise ValueError("The name is missing. Add it.")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"The name is longer than {LONGEST_NAME} characters. Shorten it.")
    if not all(_is_of_a_name(char) for char in name):
        raise ValueError("A name holds letters only. Check this cell.")
    if not any(char.isalpha() for char in name):
        raise ValueError("A name holds letters. Check this cell.")
    return name


def _is_of_a_name(char: str) -> bool:
    # Letters and the marks that belong to them (Unicode categories L and M), in any script.
    return unicodedata.category(char)[0] in "LM" or char in " -'\u2019.`"


def read_owner(text: str) -> str:
    """Read whose phone it is: self, parent, shared or unknown."""
    try:
        return OWNERS[" ".join(text.casefold().split())]
    except KeyError:
        raise ValueError("Write self, parent or shared, or leave it empty.") from None


def read_language(text: str) -> str:
    """Read a language by its English name or ISO 639-1 code; empty is English."""
    tidy = text.strip().casefold()
    if not tidy:
        return "en"
    if tidy in LANGUAGES:
        return LANGUAGES[tidy]
    if re.fullmatch(r"[a-z]{2}", tidy):
        return tidy
    raise ValueError("Write the language in English, like Polish, or leave it empty.")


def read_status(text: str) -> bool:
    """Read whether an appointment is cancelled; empty is booked."""
    try:
        return STATUSES[text.strip().casefold()]
    except KeyError:
        raise ValueError("Write booked or cancelled, or leave it empty.") from None


def read_id(text: str) -> str | None:
    """Read an appointment ID of the hospital's; empty is none."""
    tidy = text.strip()
    if len(tidy) > LONGEST_ID or any(unicodedata.category(char) == "Cc" for char in tidy):
        raise ValueError(f"An appointment ID has at most {LONGEST_ID} plain characters. Check it.")
    return tidy or None
