"""The words hospitals use in their cells, and what each stands for (pure): tables only."""

import re
from enum import StrEnum


class Status(StrEnum):
    """What a list says of an appointment (FHIR R4, AppointmentStatus, and one that replaces)."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    FULFILLED = "fulfilled"
    NOSHOW = "noshow"
    # Moved to another slot, or booked again: which of the two, only the rest of the list can say.
    REBOOKED = "rebooked"


# What says that nothing is said.
BLANKS = frozenset(
    (
        *("", "-", "--", "?", "??", "n/a", "#n/a", "na", "n/k", "nk", "none", "nil"),
        *("unknown", "not known", "not recorded", "not stated", "not specified", "not entered"),
        *("not applicable", "null", "(null)", "<null>", "nan", "nat"),
    )
)
# What machines write for it: in these columns "none" or "unknown" would say something.
EMPTY = frozenset(("", "-", "--", "null", "(null)", "<null>", "nan", "nat", "#n/a", "n/a"))
NO_IDS = EMPTY | {"none", "0"}

OWNERS = {
    **dict.fromkeys((*BLANKS, "other"), "unknown"),
    **dict.fromkeys(("self", "own", "patient", "young person", "pt", "client", "yp"), "self"),
    **dict.fromkeys(("patient's", "patients", "patient's own", "patients own"), "self"),
    **dict.fromkeys(("nok", "next of kin"), "parent"),
}
# What each word of an owner says; "" is a word that says nothing of its own.
OWNER_WORDS = {
    **dict.fromkeys(("self", "own", "patient", "pt", "client", "yp"), "self"),
    **dict.fromkeys(("parent", "parents", "parental", "carer", "carers", "guardian"), "parent"),
    **dict.fromkeys(("mother", "mothers", "mum", "mums", "mummy", "mam", "mom"), "parent"),
    **dict.fromkeys(("father", "fathers", "dad", "dads", "daddy", "guardians"), "parent"),
    **dict.fromkeys(("stepmother", "stepmum", "stepfather", "stepdad", "kin", "nok"), "parent"),
    **dict.fromkeys(("grandmother", "grandma", "gran", "granny", "nan", "nana"), "parent"),
    **dict.fromkeys(("grandfather", "grandad", "granddad", "grandpa"), "parent"),
    **dict.fromkeys(("grandparent", "grandparents", "aunt", "auntie", "aunty", "uncle"), "parent"),
    **dict.fromkeys(("sister", "sisters", "brother", "brothers", "sibling", "siblings"), "shared"),
    **dict.fromkeys(("shared", "family", "home", "joint"), "shared"),
    **dict.fromkeys(("and", "or", "of", "the", "s", "next", "step", "foster", "adoptive"), ""),
    **dict.fromkeys(("birth", "biological", "legal", "maternal", "paternal", "great"), ""),
    **dict.fromkeys(("mobile", "phone", "number", "telephone", "tel", "main", "half"), ""),
}
WHOSE = re.compile(
    r"\b(?:(?:patient|pt|child|client|young person|yp)'?s\b|of (?:the )?(?:patient|child|client)\b)"
)

STATUSES = {
    **dict.fromkeys(
        (
            *EMPTY,
            "booked",
            "confirmed",
            "scheduled",
            "pending",
            "active",
            "open",
            "future",
            "planned",
        ),
        Status.BOOKED,
    ),
    **dict.fromkeys(("not arrived", "slot booked", "appointed", "new"), Status.BOOKED),
    **dict.fromkeys(
        ("cancelled", "canceled", "cnl", "canc", "withdrawn", "deleted", "removed"),
        Status.CANCELLED,
    ),
    **dict.fromkeys(
        ("attended", "seen", "completed", "complete", "fulfilled", "arrived", "checked in"),
        Status.FULFILLED,
    ),
    **dict.fromkeys(("checked out", "departed", "in progress", "finished"), Status.FULFILLED),
    **dict.fromkeys(
        ("dna", "dna'd", "did not attend", "no show", "noshow", "no-show", "fta", "wnb"),
        Status.NOSHOW,
    ),
    **dict.fromkeys(
        ("was not brought", "not brought", "not attended", "failed to attend", "fta/dna"),
        Status.NOSHOW,
    ),
    **dict.fromkeys(("rebooked", "rescheduled", "re-booked", "moved"), Status.REBOOKED),
}
# Further words of a status, the first found counts; a cancelled visit is, whatever else is said.
CANCEL = re.compile(r"(?<!un)cancel|\b(?:canx|cnx|canc|cncl)\b")
UNSEEN = re.compile(
    r"\bleft [a-z ]{0,20}without [a-z ]{0,20}seen\b|\b(?:could not|couldn't|unable to) be seen\b"
)
NO_SHOW = re.compile(
    r"\bdna(?:'?d)?\b(?! (?:test|sample|analysis|result|sent|screen|swab|bank|policy))"
    r"|\b(?:did not|didn't|failed to|fail to) (?:attend|arrive)|\bno[ -]?show|\bnot attended\b"
    r"|\b(?:was not|wasn't|not) brought\b|\bnon[ -]?attend"
)
STATUS_PATTERNS = (
    (NO_SHOW, Status.NOSHOW),
    (re.compile(r"\battended\b|(?<!be )\bseen\b|\bcompleted\b|\barrived\b"), Status.FULFILLED),
    (re.compile(r"\bre[ -]?book|\bre[ -]?sched|\bmoved\b"), Status.REBOOKED),
    (
        re.compile(
            r"(?<!re[- ])\bbooked\b|\bconfirmed\b|(?<!re[- ])\bscheduled\b|\bprovisional|"
            r"\bwaiting\b(?! list)|\bexpected\b|\bdue\b|\bpending\b|\bplanned\b|\bfuture\b"
        ),
        Status.BOOKED,
    ),
)
# What turns the word after it round: "not yet arrived", "non face to face".
NOT_BEFORE = re.compile(
    r"\b(?:not|cannot|no|never|non|un|without|longer|isn't|wasn't)[ -](?:yet |been |be |in |at )?$"
)
# NHS Data Dictionary, ATTENDED OR DID NOT ATTEND CODE; 0 stands for a visit that is still ahead.
OUTCOME_CODES: dict[str, Status | None] = {
    "0": None,
    "2": Status.CANCELLED,
    "3": Status.NOSHOW,
    "4": Status.CANCELLED,
    "5": Status.FULFILLED,
    "6": Status.FULFILLED,
    "7": Status.NOSHOW,
}
# With a number of weeks it is a plan and no code: "6 - 8 weeks".
OUTCOME_CODE = re.compile(r"0?([02-7])(?:\.0)?(?:\s*[-:=.)]\s*\(?[a-z].*)?")
PLAN = re.compile(r"\b(?:day|week|month|year|wk|mth)")
OUTCOMES: dict[str, Status | None] = {
    **dict.fromkeys(("yes", "y", "true"), Status.FULFILLED),
    **dict.fromkeys(("no", "n", "false"), None),
}

PLAIN_YES = frozenset(("yes", "y", "true", "t", "1", "1.0", "x", "✓", "✔"))
PLAIN_NO = frozenset(("no", "n", "false", "f", "0", "0.0", "00"))
FLAG_WORDS = {
    **dict.fromkeys(PLAIN_NO, False),
    **dict.fromkeys(("not deceased", "not dead", "alive", "still alive", "living"), False),
    **dict.fromkeys(("not required", "not needed"), False),
    **dict.fromkeys(PLAIN_YES, True),
    **dict.fromkeys(("deceased", "died", "dead", "d", "rip"), True),
    **dict.fromkeys(("sensitive", "s", "restricted", "confidential", "test"), True),
    **dict.fromkeys(("required", "needed", "declined", "opted out", "refused", "withheld"), True),
    **dict.fromkeys(("do not text", "do not contact", "do not sms"), True),
}
YES_ON = re.compile(r"(?:yes|y|deceased|died|dead|d)\b[ :,\-(]*([^()]+)\)?")

CONSENT_UNSAID = (BLANKS - {"none", "nil", "n/a", "na", "not applicable"}) | {"not asked"}
CONSENT_GIVEN = frozenset(
    (
        *("yes", "y", "true", "1", "1.0", "✓", "✔", "consented", "consent given", "given", "ok"),
        *("okay", "agreed", "granted", "allowed", "accepted", "opted in", "opt in", "opted-in"),
        *("opt-in", "yes please"),
    )
)
CONSENT_REFUSED = re.compile(
    r"\b(?:no|not|non|none|never|false|f|n(?!/[ak]\b)|cannot|without)\b|n't\b|"
    r"declin|refus|withdr|withh|dissent|object|unsubscrib|\bopt(?:ed|s|ing)?[ -]?out|"
    r"revok|rescind|deni|deny|\bstop|block|^0+(?:\.0+)?$"
)
# A yes and more, unless the more takes something back: "yes - email only".
CONSENT_YES_AND = re.compile(r"(?:yes|y)\s?[-,:;(/].*")
CONSENT_BUT = re.compile(r"only|but|except|unless|until|mail|letter|post|call|voice|\?")

INTERPRETER_NO = re.compile(
    r"(?:no|n|none|nil|false|f|0+(?:\.0+)?)(?:$|\s?[-,:;/(]| interpreter| need| require)|"
    r".*\bnot (?:required|needed|necessary|applicable)\b|"
    r".*\bno interpreter\b|interpreter (?:declined|refused)|declined$"
)
INTERPRETER_YES = re.compile(
    r"(?:yes|y|true|t|x|✓|✔|1(?:\.0)?)(?:$|\s?[-,:;/(]| )|"
    r".*\b(?:no english|non[ -]english|required|needed|needs|bsl|sign language|makaton)\b"
)

# NHS Data Dictionary, CONSULTATION MECHANISM; under other headings the digits mean other things.
OF_CODES = re.compile(r"medium|mode|mechanism|method")
VISIT_CODE = re.compile(r"0?(1|2|3|11)(?:\.0)?")
VISIT_CODES = {"1": "in_person", "2": "telephone", "3": "video", "11": "video"}
VISIT_KINDS = (
    (
        re.compile(
            r"\bvideo|\bzoom\b|\bteams\b|\bvirtual|\battend anywhere|\btelemedicine|"
            r"\bonline (?:appointment|appt|consultation|clinic|visit)"
        ),
        "video",
    ),
    (re.compile(r"\btel\b|\bt/c\b|telephone|phone\b"), "telephone"),
    (re.compile(r"\bface ?to ?face\b|\bf2f\b|\bftf\b|\bin person\b"), "in_person"),
)
# A clinic is a place, unless another word says how it is held.
PLACE = re.compile(r"\bclinic\b")

NO_LANGUAGE = BLANKS | {"no", "other", "not asked", "declined", "refused"}

# By English name and ISO 639-2 code.
LANGUAGES = {
    **dict.fromkeys(("english", "eng"), "en"),
    **dict.fromkeys(("welsh", "cym", "wel"), "cy"),
    **dict.fromkeys(("polish", "pol"), "pl"),
    **dict.fromkeys(("romanian", "ron", "rum"), "ro"),
    **dict.fromkeys(("portuguese", "por"), "pt"),
    **dict.fromkeys(("spanish", "spa"), "es"),
    **dict.fromkeys(("french", "fra"), "fr"),
    "italian": "it",
    **dict.fromkeys(("turkish", "tur"), "tr"),
    **dict.fromkeys(("arabic", "ara"), "ar"),
    **dict.fromkeys(("urdu", "urd"), "ur"),
    **dict.fromkeys(("punjabi", "panjabi", "pan"), "pa"),
    **dict.fromkeys(("bengali", "sylheti", "bangla", "ben"), "bn"),
    **dict.fromkeys(("gujarati", "guj"), "gu"),
    **dict.fromkeys(("somali", "som"), "so"),
    **dict.fromkeys(("tamil", "tam"), "ta"),
    **dict.fromkeys(("chinese", "cantonese", "mandarin", "zho"), "zh"),
    "albanian": "sq",
    "amharic": "am",
    **dict.fromkeys(("farsi", "persian", "fas"), "fa"),
    "dari": "fa",
    "pashto": "ps",
    "kurdish": "ku",
    **dict.fromkeys(("ukrainian", "ukr"), "uk"),
    "russian": "ru",
    "bulgarian": "bg",
    "hungarian": "hu",
    "lithuanian": "lt",
    "latvian": "lv",
    "slovak": "sk",
    "czech": "cs",
    "greek": "el",
    "german": "de",
    "dutch": "nl",
    **dict.fromkeys(("hindi", "hin"), "hi"),
    "nepali": "ne",
    "tigrinya": "ti",
    "yoruba": "yo",
    "igbo": "ig",
    "hausa": "ha",
    "twi": "ak",
    "swahili": "sw",
    "lingala": "ln",
    "vietnamese": "vi",
    "thai": "th",
    **dict.fromkeys(("tagalog", "filipino"), "tl"),
    "japanese": "ja",
    "korean": "ko",
    "hebrew": "he",
    "yiddish": "yi",
    "malayalam": "ml",
    "sinhala": "si",
    "telugu": "te",
    "irish": "ga",
    **dict.fromkeys(("sorani", "kurmanji", "kurdish sorani"), "ku"),
}
LANGUAGE_CODES = frozenset(LANGUAGES.values())
