"""What one cell of a clinic list says (pure): each reader returns a value or raises CellFault.

The fault's words are for the clinic admin: what is wrong and what to do.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from app.appointments import words as said
from app.appointments.dates import When, is_no_date, read_when
from app.appointments.faults import LONGEST_CELL, CellFault, Mended, not_too_long
from app.appointments.person_names import LONGEST_NAME as LONGEST_NAME
from app.appointments.person_names import read_full_name as read_full_name
from app.appointments.person_names import read_name as read_name
from app.appointments.spreadsheet.table import DAY_NOUGHT_1900
from app.appointments.words import Status

LONGEST_ID = 64
# An appointment ID as it stands, the usual case: letters and digits at its ends, all of it ASCII.
PLAIN_ID = re.compile(r"(?!(?i:null|none|n/a|nan|nat|0)\Z)[A-Za-z0-9](?:[ -~]{0,62}[A-Za-z0-9])?")
# First half and second half of a postcode (BS 7666); only the first is ever kept.
POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})")
FIRST_HALF = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
# NHS Data Dictionary, ETHNIC CATEGORY: one letter, or Z for not stated.
ETHNIC_CODE = re.compile(r"[A-HJ-NPRSZ]|99", re.IGNORECASE)
LONGEST_ETHNICITY = 60
# The clocks by which a date of birth is read that was exported as an instant in UTC.
BIRTH_ZONE = "Europe/London"
DAY_MONTH_YEAR = re.compile(r"([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})")
WITH_AGE = re.compile(
    r"([^()]+)\((?:aged? ?)?([0-9]{1,3}) ?(?:y|yrs?|years?)?(?: ?[0-9]{1,2} ?m[a-z]{0,5})?"
    r"(?: ?old)?\)",
    re.IGNORECASE,
)
OLDEST_KNOWN, YEARS_AHEAD = 110, 4
LANGUAGE_AND_MORE = re.compile(r" ?[(\-:]")
OTHER_FORM = re.compile(r"([a-z]{2})[- ][a-z]{2,4}")


def start_of(when: When, clock: time | None, zone: str) -> datetime:
    """Turn a date and a time at the clinic into UTC.

    A time of its own column goes before the date's. Refuses no time at all, two that differ, and a
    wall-clock time that does not exist or exists twice on a clock-change day.
    """
    there = when.at(zone)
    beside = there.clock if there.clock != time(0, 0) else None
    if clock is not None and beside is not None and clock != beside:
        raise CellFault("two_times", "The date's own time and the time beside it differ. Check it.")
    chosen = clock or beside
    if chosen is None:
        raise CellFault("missing_time", "The time is missing. Write it like 09:30.")
    if there.offset is not None:
        return datetime.combine(there.day, chosen, tzinfo=UTC) - there.offset
    return _in_utc(there.day, chosen, zone)


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
    """Read a date of birth, which lies before `latest`; a year of two digits is the newest so.

    An age in brackets may stand beside it. Eight digits are also read as day, month, year, for no
    year and month could be written so.
    """
    bare = not_too_long(text)
    beside = WITH_AGE.fullmatch(bare)
    bare = beside[1].strip() if beside else bare
    if digits := DAY_MONTH_YEAR.fullmatch(bare):
        bare = "/".join(digits.groups())
    born = read_when(bare, day_nought).at(BIRTH_ZONE).day
    if born > latest:
        born = read_when(bare, day_nought, century=1900).at(BIRTH_ZONE).day
    _check_age(born, latest, int(beside[2]) if beside else None)
    return born


def _check_age(born: date, latest: date, said_age: int | None) -> None:
    """Refuse an age that nobody has, and one beside the date that does not fit it.

    `latest` is some two years ahead, and a list may be as old.
    """
    years = age_on(born, latest)
    if born > latest:
        words = "This date of birth lies after the visit. Check the year."
        raise CellFault("born_after", words)
    if years > OLDEST_KNOWN:
        words = f"Nobody older than {OLDEST_KNOWN} is expected. Check the year of birth."
        raise CellFault("too_old", words)
    if said_age is not None and not years - YEARS_AHEAD <= said_age <= years:
        words = "The age beside this date of birth does not fit it. Check both."
        raise CellFault("other_age", words)


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _plain(text: str) -> str:
    tidy = not_too_long(text).casefold().replace("_", " ").replace("\u2019", "'")
    return " ".join(tidy.replace("\u2013", "-").split()).strip(" .")


def _start(text: str) -> str:
    """As much of a cell as can say what we ask, where nothing in it is a fault."""
    return _plain(text.strip()[:LONGEST_CELL])


def read_owner(text: str) -> str | Mended:
    """Read whose phone it is: self, parent (or who stands for one), shared or unknown."""
    tidy = _start(text)
    if tidy in said.OWNERS:
        return said.OWNERS[tidy]
    of_whom = said.WHOSE.sub(" ", tidy)
    kinds = {said.OWNER_WORDS.get(word, "?") for word in re.findall(r"[^\W\d_]+", of_whom)} - {""}
    if len(kinds) == 1 and kinds != {"?"}:
        return kinds.pop()
    if not kinds and of_whom != tidy:
        return "self"
    words = "We do not know whose phone this is: taken as not known."
    return Mended("unknown", "unknown_owner", words)


def read_language(text: str) -> str | Mended | None:
    """Read a language by its English name or ISO 639 code; empty is none said."""
    tidy = _start(text)
    if tidy in said.NO_LANGUAGE:
        return None
    words = "We do not know this language: the text will be in English."
    return _language(tidy) or Mended(None, "unknown_language", words)


def _language(tidy: str) -> str | None:
    """The code of a language, read by its first part: Kurdish - Sorani, en-GB."""
    form = OTHER_FORM.fullmatch(tidy)
    for each in (tidy, LANGUAGE_AND_MORE.split(tidy)[0].strip(), form[1] if form else ""):
        if each in said.LANGUAGES or each in said.LANGUAGE_CODES:
            return said.LANGUAGES.get(each, each)
    return None


def read_status(text: str) -> Status:
    """Read what has become of an appointment; empty is booked."""
    tidy = _plain(text)
    found = said.STATUSES.get(tidy) or _status(tidy)
    if found is None:
        words = "Write booked, cancelled, attended or DNA, or leave it empty."
        raise CellFault("unknown_status", words)
    return found


def _status(tidy: str) -> Status | None:
    """Read a status by the words in it; None if it has none, or both came and did not come."""
    if _says(said.CANCEL, tidy):
        return Status.CANCELLED
    if said.UNSEEN.search(tidy):
        return Status.NOSHOW
    found = [status for pattern, status in said.STATUS_PATTERNS if _says(pattern, tidy)]
    if not found or found[:2] == [Status.NOSHOW, Status.FULFILLED]:
        return None
    return found[0]


def _says(pattern: re.Pattern[str], tidy: str) -> bool:
    """Whether a word stands in a text, and no "not" before it."""
    return any(not said.NOT_BEFORE.search(tidy[: word.start()]) for word in pattern.finditer(tidy))


def read_outcome(text: str) -> Status | None:
    """Read an outcome column: attended, not attended, cancelled, or nothing we need."""
    tidy = _plain(text)
    if tidy in said.OUTCOMES:
        return said.OUTCOMES[tidy]
    found = said.STATUSES.get(tidy) or _status(tidy)
    code = said.OUTCOME_CODE.fullmatch(tidy)
    if found is None and code and not said.PLAN.search(tidy):
        return said.OUTCOME_CODES[code[1]]
    return None if found is Status.BOOKED else found


def read_flag(text: str) -> bool | None:
    """Read a yes or no; empty says nothing, and a date is a yes unless it stands for none."""
    tidy = _plain(text)
    if tidy in said.FLAG_WORDS:
        return said.FLAG_WORDS[tidy]
    if tidy.startswith("no known ") or (tidy and not tidy.strip("0.")):
        return False
    if tidy in said.BLANKS or is_no_date(tidy):
        # A date that databases write where there is none says nothing: it takes no flag back.
        return None
    dated = said.YES_ON.fullmatch(tidy)
    if _is_date(dated[1] if dated else tidy):
        return True
    raise CellFault("unknown_flag", "Write yes or no, or leave it empty.")


def _is_date(tidy: str) -> bool:
    try:
        read_when(tidy, DAY_NOUGHT_1900)
    except CellFault:
        return False
    return not is_no_date(tidy)


def read_refusal(text: str) -> bool | Mended | None:
    """Read whether consent to texts is refused; empty says nothing, and no plain yes is a no."""
    tidy = _plain(text)
    if tidy in said.CONSENT_UNSAID:
        return None
    if said.CONSENT_REFUSED.search(tidy):
        return True
    plainly = said.CONSENT_YES_AND.fullmatch(tidy) and not said.CONSENT_BUT.search(tidy)
    if plainly or tidy in said.CONSENT_GIVEN:
        return False
    words = "This is not a plain yes, so they will not be texted."
    return Mended(True, "consent_unclear", words)


def read_interpreter(text: str) -> bool | Mended | None:
    """Read whether an interpreter is needed: a yes or no, or the language of one."""
    tidy = _start(text)
    if tidy in said.BLANKS:
        return None
    language = _language(tidy)
    yes, no = said.INTERPRETER_YES.match(tidy), said.INTERPRETER_NO.match(tidy)
    if language or yes or no:
        return not no and language != "en"
    words = "We do not know whether an interpreter is needed: taken as not said."
    return Mended(None, "unknown_interpreter", words)


def read_visit_kind(text: str, heading: str = "") -> str | None:
    """Read how a visit is held: in_person, telephone or video; None if that is not clear.

    A yes means what the heading says, as in "Telephone appointment: yes".
    """
    tidy, of_heading = _plain(text), _visit_kind(_plain(heading))
    if of_heading and tidy in said.PLAIN_YES:
        return of_heading
    code = said.VISIT_CODE.fullmatch(tidy)
    if code and said.OF_CODES.search(heading.casefold()):
        return said.VISIT_CODES[code[1]]
    return _visit_kind(tidy) or ("in_person" if _is_place(tidy) else None)


def _visit_kind(tidy: str) -> str | None:
    """The one kind that the words say; none if they say two, or what it is not."""
    spaced = tidy.replace("-", " ")
    kinds = {kind for pattern, kind in said.VISIT_KINDS if pattern.search(spaced)}
    denied = any(p.search(spaced) and not _says(p, spaced) for p, _ in said.VISIT_KINDS)
    return kinds.pop() if len(kinds) == 1 and not denied else None


def _is_place(tidy: str) -> bool:
    """Whether a visit is at a clinic, and no other word says how it is held."""
    others = any(pattern.search(tidy.replace("-", " ")) for pattern, _ in said.VISIT_KINDS)
    return not others and _says(said.PLACE, tidy)


def read_id(text: str) -> str | None:
    """Read an appointment ID of the hospital's; empty is none."""
    tidy = text.strip()
    if len(tidy) > LONGEST_ID or any(unicodedata.category(char) == "Cc" for char in tidy):
        words = f"An appointment ID has at most {LONGEST_ID} plain characters. Check it."
        raise CellFault("bad_id", words)
    return None if tidy.casefold() in said.NO_IDS else tidy


def read_postcode(text: str) -> tuple[str, str] | None:
    """Read a postcode into its two halves; the second is empty if only the first is given.

    What is no postcode is nothing we need, so it is no fault.
    """
    tidy = " ".join(not_too_long(text).upper().split())
    if found := POSTCODE.fullmatch(tidy):
        return found[1], found[2]
    return (tidy, "") if FIRST_HALF.fullmatch(tidy) else None


def read_ethnicity(text: str) -> str | None:
    """Read an ethnic category: the data dictionary's letter, or the words of the hospital."""
    tidy = " ".join(not_too_long(text).split())
    if ETHNIC_CODE.fullmatch(tidy):
        return tidy.upper()
    return tidy[:LONGEST_ETHNICITY] or None
