"""The headings hospitals use, and the column each names (pure): tables only.

Written as they stand in exports, but for letter case, spaces and marks, which do not count.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import product

NHS_NUMBER = "NHS number"
FIRST_NAME = "First name"
LAST_NAME = "Last name"
FULL_NAME = "Name"
DATE_OF_BIRTH = "Date of birth"
MOBILE = "Mobile"
APPOINTMENT_DATE = "Appointment date"
APPOINTMENT_TIME = "Appointment time"
CLINIC_CODE = "Clinic code"
LANGUAGE = "Language"
OWNER = "Number belongs to"
APPOINTMENT_ID = "Appointment ID"
STATUS = "Status"
OUTCOME = "Outcome"
DNA = "Did not attend"
CANCELLED = "Cancelled"
INTERPRETER = "Interpreter"
DECEASED = "Deceased"
DO_NOT_TEXT = "Do not text"
CONSENT = "Consent to texts"
TEST_PERSON = "Test patient"
POSTCODE = "Postcode"
ETHNICITY = "Ethnicity"
VISIT_KIND = "Visit kind"
# What further columns say of a visit beside the first: one cancelled is enough.
FURTHER_STATUS = "Further status"

NEEDED = (
    NHS_NUMBER,
    FIRST_NAME,
    LAST_NAME,
    DATE_OF_BIRTH,
    MOBILE,
    APPOINTMENT_DATE,
    APPOINTMENT_TIME,
    CLINIC_CODE,
)
OPTIONAL = (LANGUAGE, OWNER, APPOINTMENT_ID, STATUS)
FURTHER = (
    *(FULL_NAME, OUTCOME, DNA, CANCELLED, INTERPRETER, DECEASED, DO_NOT_TEXT, CONSENT),
    *(TEST_PERSON, POSTCODE, ETHNICITY, VISIT_KIND, FURTHER_STATUS),
)
# Yes or no: several columns may say it, and one yes is enough.
FLAGS = (DNA, CANCELLED, INTERPRETER, DECEASED, DO_NOT_TEXT, CONSENT, TEST_PERSON, FURTHER_STATUS)
FIELDS = NEEDED + OPTIONAL + FURTHER

# What our own download of rows to mend calls its column of reasons.
WHAT_TO_MEND = "What to mend"

# Headings that can only mean this.
STRONG: Mapping[str, str] = {
    NHS_NUMBER: "nhs number, nhs no, nhs num, nhs id, nhs nbr, nhs, nhs #, new nhs number, "
    "nhs number formatted, nhs number verified",
    FIRST_NAME: "first name, forename, forenames, given name, given names, first names, "
    "forename 1, fname, christian name, first forename",
    LAST_NAME: "last name, surname, family name, lname, second name",
    FULL_NAME: "full name, patient name, pat name, name of patient, client name, patient full "
    "name, surname and forename, surname forename, name surname forename, patient details, surname "
    "forename name, forename surname name, forename surname, patient name surname forename, "
    "surname "
    "first name, last name first name, patient surname and forename",
    DATE_OF_BIRTH: "date of birth, dob, d o b, birth date, date birth, person birth date, born, "
    "birth dt tm, birth dt",
    APPOINTMENT_DATE: "appointment date, appt date, app date, apt date, date of appointment, "
    "date of appt, appointment dttm, appt dttm, appt dt tm, appointment dt tm, appointment date "
    "time, appointment date/time, appt date/time, appt datetime, appointment date and time, "
    "appt date and time, appointment datetime, date start, start date, start date time, slot date, "
    "slot start, session date, clinic date, attendance date, event date, next appointment, next "
    "appt, appointment start, appt start, appointment start date, date and time, date/time, "
    "schedule date, scheduled date, visit date, app dttm, beg dt tm, appointment dt",
    APPOINTMENT_TIME: "appointment time, appt time, app time, apt time, time of appointment, time "
    "of appt, appointment start time, appt start time, start time, slot time, session time, event "
    "time, clinic time, scheduled time, visit time, appointment tm",
    CLINIC_CODE: "clinic code, clinic id, cliniccd, clinic cd, appt clinic code, session code, "
    "rota code, clinic session code, clinic short code",
    LANGUAGE: "language, preferred language, main language, first language, spoken language, "
    "primary language, language spoken, interpreter language, language code",
    OWNER: "number belongs to, mobile belongs to, phone belongs to, whose number, whose phone, "
    "number owner, phone owner, mobile owner, mobile belongs to whom",
    APPOINTMENT_ID: "appointment id, appt id, appointment identifier, appt guid, slot guid, "
    "appointment ref, appointment reference, appt ref, booking reference, booking id, booking ref, "
    "schedule id, attendance identifier, attendance ident, appointment number, sch event id, "
    "appointment key, slot id, appointment unique id",
    STATUS: "status, appointment status, appt status, booking status, slot status, app status, "
    "attendance status, current status, appointment state",
    OUTCOME: "outcome, attendance outcome, attendance outcome desc, attended or dna, attended dna, "
    "attended or did not attend code, attended or did not attend, attended dna nhs cd alias, "
    "attended, attendance, appointment outcome desc, attended code, att or dna code, attend status",
    DNA: "did not attend, dna, dna flag, dnad, no show, no show flag",
    CANCELLED: "cancelled, canceled, cancelled flag, cancel date, cancelled date, cancellation "
    "date, cancel dttm, date appointment cancelled, cancelled dttm, deleted, removed data, "
    "is cancelled, cancelled on, appointment cancelled",
    INTERPRETER: "interpreter, interpreter required, interpreter needed, needs interpreter, "
    "interpreter flag, interpreter reqd, interpreter y n",
    DECEASED: "deceased, deceased flag, date of death, date death, death date, is deceased, "
    "deceased indicator, person death date, deceased y n, died, deceased date, date deceased, "
    "deceased dt tm, vital status, death indicator, rip",
    DO_NOT_TEXT: "do not text, do not contact, no texts, do not sms, sms opt out, text opt out, "
    "opted out, opted out of texts, no sms, sensitive, sensitive flag, s flag, sflag, "
    "confidential, confidential flag, confidentiality flag, restricted, restricted flag, pds s "
    "flag, do not message, sms declined, sealed record, exclude from reminders, opt out, opt out "
    "flag, opted out of sms, no text, no text messages, no contact, do not call or text",
    CONSENT: "consent to texts, sms consent, text consent, consent to sms, consent to text, "
    "text message consent, sms ok, consent to text messages, sms allowed, texts ok, can text, "
    "consent for sms, text reminders, sms reminders, mobile consent, ok to text, okay to text, "
    "text "
    "ok, sms opt in, opt in, opted in, consents to sms, consents to text, sms, consent, text "
    "messages, text messaging, sms preference, communication consent, contact consent, consented "
    "to sms",
    TEST_PERSON: "test patient, is test patient, test flag, test record, dummy patient",
    POSTCODE: "postcode, post code, home postcode, postcode of usual address, address postcode, "
    "post cd",
    ETHNICITY: "ethnicity, ethnic group, ethnic category, ethnic origin, ethnic category code, "
    "ethnicity code, ethnic code, ethnicity desc",
    VISIT_KIND: "visit kind, appointment type, appt type, app type, contact type, mode, mode of "
    "appointment, consultation type, consultation medium, consultation medium used, medium, "
    "appointment mode, telephone appointment, attendance type, visit type, delivery method, "
    "slot type, appointment method, face to face, virtual, appointment medium, media type",
}
# Headings that mean this where no other column does.
WEAK: Mapping[str, str] = {
    FIRST_NAME: "known as, preferred name",
    FULL_NAME: "name, patient, client, young person, child, child name, names",
    APPOINTMENT_DATE: "date, when, appointment, appt, datetime, app, apt",
    APPOINTMENT_TIME: "time, at, start tm, hour, start",
    CLINIC_CODE: "clinic, clinic name, clinic desc, clinic description, session, clinic code desc, "
    "session name, rota, rota name, clinic list, clinic title",
    OUTCOME: "appointment outcome, appt outcome, result",
    APPOINTMENT_ID: "booking, row identifier, external id",
    STATUS: "state, booked",
}
RELATIVES = (
    "parent, parents, mother, mothers, father, fathers, mum, mums, dad, dads, guardian, guardians, "
    "carer, carers, nok, next of kin, parent carer, parent guardian, emergency, emergency contact, "
    "family"
)
THEIR_PHONES = (
    "mobile, mobile number, mobile no, mobile phone, mobile tel, mobile telephone, phone, phone "
    "number, phone no, telephone, telephone number, telephone no, tel, tel no, tel number, number, "
    "contact, contact number, contact no, contact phone, contact telephone, contact mobile"
)


def _of_relatives() -> str:
    """Every way of naming a relative, with every way of naming a phone."""
    pairs = product(RELATIVES.split(","), THEIR_PHONES.split(","))
    return ",".join(f"{who.strip()} {phone.strip()}" for who, phone in pairs)


# Phones in the order in which they are tried, and whose they are if the heading says so.
PHONES: tuple[tuple[str, str | None], ...] = (
    (
        "mobile, mobile number, mobile no, mobile phone, mobile phone number, mobile tel, mob, mob "
        "no, mobile telephone, mobile telephone number, cell, cell phone, cellphone, mobile num, "
        "mobile 1, sms number, text number, contact mobile, preferred mobile, mobile contact, "
        "mobile contact number, mobile telephone no, mobile phone no, sms mobile, mobile phone "
        "num, "
        "mobile telephone num, patient mobile telephone, mobile tel no, tel mobile",
        None,
    ),
    ("patients mobile, own mobile, young persons mobile, self mobile", "self"),
    (
        "telecom number, phone, phone number, phone no, telephone, telephone number, telephone no, "
        "tel, tel no, tel number, contact, contact 1, contact1, contact number, contact no, contact"
        " number 1, contact phone, contact telephone, contact tel, preferred phone, preferred "
        "contact number, phone 1, telephone 1, tel 1, contact telephone number, preferred number, "
        "main phone, primary phone, telephone numbers, contact details, phone numbers, phone "
        "mobile, "
        "home mobile, mobile home, mobile phone home, phone or mobile",
        None,
    ),
    (
        "mobile 2, contact 2, phone 2, telephone 2, tel 2, contact number 2, other phone, other "
        "mobile, alternative phone, alternative number, second contact, alternate phone, contact 3,"
        " phone 3, other telephone",
        None,
    ),
    (
        "home, home phone, home number, home tel, home telephone, home telephone number, home no, "
        "home tel no, home phone number, landline, tel home, telephone home, phone home",
        None,
    ),
    (_of_relatives(), "parent"),
)
LONGEST_HEADING = 100
BRACKETS = re.compile(r"\([^()]*\)")
# What only says how a cell is to be written.
HINT = re.compile(
    r"(?:(?:mon|[dmyhsc:/.\-\s])+|y/?n|24 ?(?:hr|hour)s?( clock)?|yes ?/ ?no|required|optional|"
    r"[0-9x.\s]+(?:digits?|hrs?|hours?|characters?)?|mandatory|if known|if any|uk|local|london|"
    r"format.*|text|code|verified|no spaces)?",
    re.IGNORECASE,
)
# What some systems write before every heading.
BEFORE = ("patients", "patient", "pat", "pt", "person", "client", "child", "yp")


def plain(heading: str) -> str:
    """Reduce a heading to what counts: letters and digits, in small letters.

    >>> plain("NHS No."), plain("Appt_Date/Time")
    ('nhsno', 'apptdatetime')
    """
    return "".join(char for char in heading.casefold() if char.isalnum())


def variants(heading: str) -> Iterable[str]:
    """Yield a heading plain, then with what stands in brackets said first, then bare of a prefix.

    What is in brackets changes what is meant, as in Mobile (Mum), unless it only says how to write:
    Date (dd/mm/yyyy).
    """
    heading = heading[:LONGEST_HEADING]
    yield plain(heading)
    outside, inside = BRACKETS.sub(" ", heading), " ".join(BRACKETS.findall(heading))
    bare = plain(outside) if HINT.fullmatch(inside.strip("() ")) else plain(f"{inside} {outside}")
    yield bare
    for word in BEFORE:
        if bare.startswith(word) and len(bare) > len(word):
            yield bare.removeprefix(word)


def _laid_out(words: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """Lay the wordings out for looking up: each with its field and its place in the list."""
    return {
        plain(each): (field, rank)
        for field, names in words.items()
        for rank, each in enumerate(names.split(","), 1)
    }


OWN_WORDS = {plain(field): (field, 0) for field in FIELDS if field not in (FULL_NAME, MOBILE)}
STRONG_WORDS = _laid_out(STRONG) | OWN_WORDS
WEAK_WORDS = _laid_out(WEAK)
PHONE_WORDS = {
    plain(each): (rank, owner)
    for rank, (names, owner) in enumerate(PHONES)
    for each in names.split(",")
}
# Headings about who must not be texted, in wordings that nobody can list in full.
PATTERNS = (
    (re.compile(r"deceased|dateofdeath|dateddeath|deathdate|hasdied|isdead"), DECEASED),
    (
        re.compile(r"(donot|dont|not?to|no)(text|sms|contact|message)|optedout|optout|stopsms"),
        DO_NOT_TEXT,
    ),
    (
        re.compile(
            r"(consent|optin|optedin|okto|happyto|permission|allow|agree).*"
            r"(sms|text|messag|remind|contact|comms|communication)|"
            r"(sms|text|messag|remind).*(consent|optin|optedin|ok|allow|permission|agree)"
        ),
        CONSENT,
    ),
)


def by_pattern(heading: str) -> str | None:
    """The flag that a heading names in a wording of its own, if it does."""
    written = plain(heading[:LONGEST_HEADING])
    return next((name for pattern, name in PATTERNS if pattern.search(written)), None)


def says_surname_first(heading: str) -> bool:
    """Whether a heading of whole names says that the last name stands first.

    >>> says_surname_first("Surname and Forename"), says_surname_first("Patient Name")
    (True, False)
    """
    written = plain(heading)
    last = [written.find(word) for word in ("surname", "lastname", "familyname") if word in written]
    first = [written.find(word) for word in ("forename", "firstname", "given") if word in written]
    return bool(last and first) and min(last) < min(first)
