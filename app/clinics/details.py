"""What a clinic is, read from a form or the command line (pure)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.clinics.school_holidays import normal

LONGEST_NAME = 40
EARLIEST, LATEST = time(8, 0), time(20, 0)
MOST_NOTICE = 14

# A text on a lock screen must not tell what somebody is treated for: stems of words that would.
SPECIALTY = re.compile(
    r"\b(adhd|allerg|anorex|anxi|arthrit|asthma|autis|blood|bowel|bulimi|camhs|cancer|cardi|chemo"
    r"|coeliac|colitis|contracep|crohn|cystic|depress|dermat|diabet|dialys|eating|endocr|enuresis"
    r"|epilep|fertil|gastro|gender|genito|gum\b|gynae|haemat|hepat|hiv|hormon|immun|kidney|leuk"
    r"|liver|lupus|medicine|mental|metabol|migraine|nephro|neuro|obes|oncol|ortho|pain|palliat"
    r"|psych|pulmon|renal|respir|rheumat|self-harm|seizure|sexual|sickle|skin|stoma|substance"
    r"|thalass|transplant|tumour|urolog)",
    re.IGNORECASE,
)
ALLOWED_NAME = re.compile(r"[A-Za-z0-9 '&.,()\-]+")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/\-]{0,19}")
# NHS Data Dictionary, ORGANISATION CODE: 3 to 10 letters and digits.
ODS_CODE = re.compile(r"[A-Z0-9]{3,10}")
# RFC 5322 3.2.3, a dot-atom, at a host name: what every mail server takes.
ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+"
EMAIL = re.compile(rf"(?=[^@]{{1,64}}@){ATOM}(\.{ATOM})*@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+")
TELEPHONE = re.compile(r"0[0-9]{9,10}")
DEFAULTS = {
    "days_of_notice": "4",
    "window_opens": "16:00",
    "window_closes": "18:30",
    "weekdays": "12345",
    "time_zone": "Europe/London",
    "nation": "england",
    "avoids_school_hours": "yes",
    "reminds": "yes",
    "asks_feedback": "no",
    "parents_phone": "text",
}
NATIONS = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}
SCHOOL_ENDS, SHORTEST_WINDOW = time(16, 0), 30
SCHOOL_WEEK = frozenset("12345")


@dataclass(frozen=True)
class ClinicDetails:
    """The facts of a clinic, each one fit to be kept."""

    organisation_code: str
    code: str
    name: str
    days_of_notice: int
    window_opens: time
    window_closes: time
    weekdays: str
    time_zone: str
    desk_phone: str
    concerns_email: str
    nation: str = "england"
    avoids_school_hours: bool = True
    school_holidays: str = ""
    reminds: bool = True
    asks_feedback: bool = False
    parents_phone: str = "text"


@dataclass(frozen=True)
class FieldProblem:
    """One field that is not right: its name, what was given, what to do."""

    field: str
    value: str
    message: str


def read_details(form: Mapping[str, str]) -> ClinicDetails | list[FieldProblem]:
    """Read a clinic from named texts; return every problem at once if there is any.

    What has a default (DEFAULTS) takes it where it is missing or empty. The window must open before
    it closes, lie within 08:00 to 20:00, and not be lost to school hours.
    """
    given = {name: form.get(name, "").strip() or DEFAULTS.get(name, "") for name in READERS}
    read: dict[str, object] = {}
    problems = []
    for name, reader in READERS.items():
        try:
            read[name] = reader(given[name])
        except ValueError as fault:
            problems.append(FieldProblem(name, given[name], str(fault)))
    problems.extend(_window_problems(read, given))
    return problems or ClinicDetails(**read)  # type: ignore[arg-type]


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        raise ValueError("Enter the code that clinic lists use, up to 20 letters, digits or dashes")
    return text.upper()


def _organisation(text: str) -> str:
    if not ODS_CODE.fullmatch(text.upper()):
        raise ValueError("Enter the ODS code of the organisation, 3 to 10 letters and digits")
    return text.upper()


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise ValueError("Enter the name that young people will see in texts")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"Shorten the name to {LONGEST_NAME} characters or fewer")
    if not ALLOWED_NAME.fullmatch(name):
        raise ValueError("Use plain letters, digits and spaces in the name")
    found = SPECIALTY.search(name)
    if found:
        raise ValueError(
            "Leave out what is treated there: a text may be seen by others. "
            "Use the name of the hospital or building"
        )
    return name


def _days(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", text) or not 1 <= int(text) <= MOST_NOTICE:
        raise ValueError(f"Enter a number of days from 1 to {MOST_NOTICE}")
    return int(text)


def _time(text: str) -> time:
    found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueError("Enter a time like 16:00")
    read = time(int(found[1]), int(found[2]))
    if not EARLIEST <= read <= LATEST:
        raise ValueError("Enter a time between 08:00 and 20:00: nobody is texted at night")
    return read


def _weekdays(text: str) -> str:
    if not re.fullmatch(r"[1-7]+", text):
        raise ValueError("Enter the days as digits, Monday is 1: weekdays are 12345")
    return "".join(sorted(set(text)))


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("Enter a time zone like Europe/London") from None


def _telephone(text: str) -> str:
    digits = re.sub(r"[\s()\-]", "", text).replace("+44", "0", 1)
    if not TELEPHONE.fullmatch(digits):
        raise ValueError("Enter the telephone number of the clinic's desk, like 020 7946 0011")
    return " ".join(text.split())


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise ValueError("Enter an e-mail address like concerns@hospital.example")
    return text


def _nation(text: str) -> str:
    nation = text.lower().replace(" ", "_")
    if nation not in NATIONS:
        raise ValueError(f"Choose one of {', '.join(NATIONS.values())}: for its bank holidays")
    return nation


def _yes_or_no(text: str) -> bool:
    if text.lower() not in ("yes", "no"):
        raise ValueError("Enter yes or no")
    return text.lower() == "yes"


def _parents_phone(text: str) -> str:
    if text.lower() not in ("text", "hold"):
        raise ValueError("Choose text, to text a parent's phone, or hold, not to")
    return text.lower()


READERS: dict[str, Callable[[str], object]] = {
    "organisation_code": _organisation,
    "code": _code,
    "name": _name,
    "days_of_notice": _days,
    "window_opens": _time,
    "window_closes": _time,
    "weekdays": _weekdays,
    "time_zone": _zone,
    "desk_phone": _telephone,
    "concerns_email": _email,
    "nation": _nation,
    "avoids_school_hours": _yes_or_no,
    "school_holidays": normal,
    "reminds": _yes_or_no,
    "asks_feedback": _yes_or_no,
    "parents_phone": _parents_phone,
}


def _window_problems(read: Mapping[str, object], given: Mapping[str, str]) -> list[FieldProblem]:
    opens, closes = read.get("window_opens"), read.get("window_closes")
    if not isinstance(opens, time) or not isinstance(closes, time):
        return []
    if opens >= closes:
        message = "Enter a time after the window opens"
    elif _lost_to_school(read) and _minutes_after_school(opens, closes) < SHORTEST_WINDOW:
        message = (
            "Leave at least half an hour after 16:00, when school is over; "
            "or enter school holidays, or allow texts in school hours"
        )
    else:
        return []
    return [FieldProblem("window_closes", given["window_closes"], message)]


def _lost_to_school(read: Mapping[str, object]) -> bool:
    """Whether school hours are taken out of the window, with no holidays to make up for it."""
    if not read.get("avoids_school_hours") or read.get("school_holidays", True):
        return False
    return bool(SCHOOL_WEEK & set(str(read.get("weekdays", ""))))


def _minutes_after_school(opens: time, closes: time) -> int:
    opens = max(opens, SCHOOL_ENDS)
    return (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
