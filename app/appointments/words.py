"""The words hospitals use in their cells, and what each stands for (pure): tables only."""

from enum import StrEnum


class Status(StrEnum):
    """What a list says of an appointment (FHIR R4, AppointmentStatus, and one that replaces)."""

    BOOKED = "booked"
    CANCELLED = "cancelled"
    FULFILLED = "fulfilled"
    NOSHOW = "noshow"
    # Moved to another slot, or booked again: which of the two, only the rest of the list can say.
    REBOOKED = "rebooked"


OWNERS = {
    **dict.fromkeys(("", "unknown", "not known"), "unknown"),
    **dict.fromkeys(("self", "own", "patient", "young person", "pt", "client"), "self"),
    **dict.fromkeys(
        ("parent", "parents", "mother", "father", "mum", "mam", "mom", "dad"), "parent"
    ),
    **dict.fromkeys(("carer", "guardian", "foster carer", "nok", "next of kin"), "parent"),
    **dict.fromkeys(("shared", "family", "home", "joint"), "shared"),
}

STATUSES = {
    **dict.fromkeys(
        ("", "booked", "confirmed", "scheduled", "pending", "active", "open", "future", "planned"),
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
# NHS Data Dictionary, ATTENDED OR DID NOT ATTEND CODE; 0 stands for a visit that is still ahead.
OUTCOMES: dict[str, Status | None] = {
    "0": None,
    "2": Status.CANCELLED,
    "3": Status.NOSHOW,
    "4": Status.CANCELLED,
    "5": Status.FULFILLED,
    "6": Status.FULFILLED,
    "7": Status.NOSHOW,
    **dict.fromkeys(("yes", "y", "true", "attended on time"), Status.FULFILLED),
    **dict.fromkeys(("no", "n", "false"), None),
}
FLAG_WORDS = {
    **dict.fromkeys(("no", "n", "false", "0", "none", "not deceased", "alive"), False),
    **dict.fromkeys(("not required", "n/a", "not needed", "-", "null", "nan", "f"), False),
    **dict.fromkeys(("yes", "y", "true", "1", "deceased", "died", "dead", "d", "t"), True),
    **dict.fromkeys(("sensitive", "s", "restricted", "confidential", "test", "x"), True),
    **dict.fromkeys(("required", "needed", "declined", "opted out", "refused", "withheld"), True),
}
REFUSALS = {"no", "n", "false", "0", "opted out", "withheld", "dissent", "not given"}
# In this order: a word inside another would be found first otherwise.
VISIT_KINDS = (
    ("video", "video"),
    ("virtual", "video"),
    ("attend anywhere", "video"),
    ("online", "video"),
    ("teams", "video"),
    ("accurx video", "video"),
    ("telephone", "telephone"),
    ("telemedicine", "telephone"),
    ("phone", "telephone"),
    ("tel ", "telephone"),
)
TITLES = {"mr", "mrs", "miss", "ms", "mx", "master", "mstr", "dr", "prof", "rev", "sir", "lady"}

LANGUAGES = {
    **dict.fromkeys(("english", "eng", "unknown", "not known", "not stated"), "en"),
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
    **dict.fromkeys(("punjabi", "panjabi"), "pa"),
    **dict.fromkeys(("bengali", "sylheti", "bangla"), "bn"),
    "gujarati": "gu",
    "somali": "so",
    "tamil": "ta",
    **dict.fromkeys(("chinese", "cantonese", "mandarin"), "zh"),
    "albanian": "sq",
    "amharic": "am",
    **dict.fromkeys(("farsi", "persian"), "fa"),
    "dari": "fa",
    "pashto": "ps",
    "kurdish": "ku",
    "ukrainian": "uk",
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
    "hindi": "hi",
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
}
