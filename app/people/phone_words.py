"""Words beside a phone number (pure): whose it is, and whether it may be texted.

Only words that we know are read. Any other, and any sign that may cast doubt on the number, leaves
the cell to a person: a text to somebody who must not have it is worse than a cell to mend.
"""

import re
from functools import lru_cache
from typing import NamedTuple

# Stands for the number itself among its words.
NUMBER = "#"
# Whose phone it is. A grown-up of the family or a foster home answers for a parent.
SELF = ("own", "self", "patient", "pt")
PARENT = (
    *("mum", "mummy", "mam", "mom", "mother", "dad", "daddy", "father", "parent", "carer"),
    *("guardian", "nok", "nan", "nana", "nanny", "gran", "granny", "grandma", "grandmother"),
    *("grandad", "granddad", "grandpa", "grandfather", "grandparent", "aunt", "auntie", "aunty"),
    *("uncle", "stepmum", "stepmother", "stepdad", "stepfather", "stepparent"),
)
SHARED = ("family", "shared", "sister", "brother", "stepsister", "stepbrother")
OWNER_WORDS = {
    **dict.fromkeys(SELF, "self"),
    **dict.fromkeys(PARENT, "parent"),
    **dict.fromkeys(SHARED, "shared"),
}
# Kinds of mother, father, carer, brother. Not "birth": she may be whom a child was taken from.
KIN = re.compile(
    r"\b(?:step|foster|adoptive|grand|legal) (?=(?:mum|mother|dad|father|parent|carer|guardian"
    r"|sister|brother)s?\b)",
    re.I,
)
# What says nothing we need. "No" and "only" are not among them: they may forbid.
IDLE_WORDS = {
    *("c", "h", "m", "p", "t", "w", "mob", "mobile", "mobiles", "cell", "tel", "telephone"),
    *("phone", "ph", "num", "number", "home", "hm", "work", "wk", "text", "sms", "preferred"),
    *("pref", "main", "contact", "first", "second", "and", "or"),
}
# Written like a name, and never one: the number is not to be used, or is not of the family.
NEVER_NAMES = {
    *("deceased", "died", "dead", "late", "rip", "old", "new", "wrong", "not", "never", "do"),
    *("dont", "stop", "cease", "avoid", "except", "unless", "incorrect", "invalid", "expired"),
    *("changed", "disconnected", "unobtainable", "unavailable", "uncontactable", "estranged"),
    *("lost", "stolen", "broken", "blocked", "barred", "banned", "refused", "refuses", "declined"),
    *("declines", "withdrawn", "withdrew", "opted", "out", "off", "none", "unknown", "unsure"),
    *("withheld", "private", "confidential", "secret", "sensitive", "safeguarding", "court"),
    *("order", "injunction", "restraining", "prohibited", "consent", "caution", "warning", "alert"),
    *("risk", "harm", "abuse", "abusive", "violent", "ask", "check", "confirm", "verify"),
    *("previous", "former", "past", "ex", "temp", "temporary", "interim", "pending", "duplicate"),
    *("emergency", "emergencies", "urgent", "abroad", "away", "overseas", "prison", "custody"),
    *("police", "solicitor", "probation", "social", "key", "support", "youth", "case", "worker"),
    *("services", "service", "school", "college", "nursery", "teacher", "tutor", "head", "senco"),
    *("gp", "dr", "doctor", "nurse", "midwife", "therapist", "consultant", "matron", "health"),
    *("visitor", "ward", "hospital", "hospice", "clinic", "surgery", "practice", "pharmacy"),
    *("department", "dept", "unit", "team", "centre", "center", "agency", "council", "trust"),
    *("office", "reception", "desk", "company", "employer", "business", "manager", "secretary"),
    *("placement", "residential", "care", "house", "neighbour", "friend", "partner", "husband"),
    *("wife", "boyfriend", "girlfriend", "fiance", "lodger", "landlord", "interpreter"),
    *("voicemail", "answerphone", "fax", "pager", "email", "letter", "post", "call", "calls"),
    *("ring", "phoning", "before", "after", "until", "from", "day", "days", "daytime", "night"),
    *("nights", "morning", "mornings", "evening", "evenings", "weekday", "weekdays", "weekend"),
    *("stopped", "passed", "ended", "closed", "removed", "deleted", "cancelled", "inactive"),
    *("discharged", "suspended", "revoked", "moved", "missing", "absent", "ill", "sick", "dying"),
    *("poorly", "divorced", "separated", "excluded", "denied", "rejected", "failed", "faulty"),
    *("unsubscribed", "unverified", "unconfirmed", "non", "donot", "dnt", "dnc", "cannot", "cant"),
    *("wont", "will", "must", "should", "without", "instead", "gone", "left", "bad", "error"),
    *("weekends", "am", "pm", "yes", "only", "no", "nil", "landline", "if", "when", "in", "use"),
}
WORD = re.compile(rf"[^\W\d_]+|{NUMBER}")
# Letters, blanks and marks that say nothing; any other sign (a cross, a question mark) may.
QUIET = re.compile(
    rf"(?:[^\W\d_]!*|[\s_.,:;()\[\]/|&=\"'\u2018\u2019\u201c\u201d\u2010-\u2015\-{NUMBER}])*"
)
HYPHENATED = re.compile(r"([^\W\d_]+)-([^\W\d_]+)")
APOSTROPHES = re.compile(r"['\u2018\u2019]")
OWNERS = "|".join(OWNER_WORDS)
# "Mob no 07…": here "no" is short for number, and nowhere else.
HEADS = f"mob|mobile|tel|telephone|phone|ph|cell|contact|home|work|{OWNERS}"
SHORT_FOR_NUMBER = re.compile(
    rf"(?:^\(?no\b[.:]?|\b(?P<of>(?:{HEADS})(?:['\u2019]?s)?)\.?[ \t]+nos?\b[.:]?(?:[ \t]*-)?)"
    r"[ \t]*(?=[+(]{0,2}[0-9])",
    re.I,
)
NEVER = (
    "no|never|not|not to be|do not|dont|donot|does not|doesnt|must not|mustnt|should not|cannot"
    "|can not|cant|will not|wont"
)
TEXTING = (
    "texts?|texting|texted|txts?|sms|messages?|messaging|messaged|msgs?|contact|contacted"
    "|contacting"
)
CALLING = "calls?|calling|phone|phoning|ring|ringing|voicemails?|emails?|emailing|letters?"
# "No text", "no calls or texts", "phone only": but "no contact number" only says there is none.
AGAINST = re.compile(
    rf"\b(?:please )?(?:{NEVER})(?: (?:any|be|send|use for))*(?: (?:{CALLING}) (?:or|and|nor))*"
    rf" (?:{TEXTING})\b(?! (?:numbers?|nos?|details?|info|tel|phone|mobile)\b)"
    rf"(?: (?:{TEXTING})\b| (?:or|and|nor) (?:{CALLING}|{TEXTING})\b)*"
    r"(?: (?:on |to )?this (?:number|mobile|phone))?(?: please\b)?"
    r"|(?<!or )(?<!and )(?<!mobile )(?<!mob )(?<!cell )\b(?:(?:tele)?phone|tel|ph|calls?|calling"
    r"|voice|home|hm|house|landlines?|work|wk|ring|emails?|post|letters?) only\b",
    re.I,
)
# "Text only" and "mum only" narrow down nothing that we would do.
HARMLESS_ONLY = re.compile(
    rf"(\b(?:texts?|sms|mobile|mob|cell) (?:(?:{OWNERS})s? )?|(?:^|{NUMBER} )(?:{OWNERS})s? )only\b"
    rf"|(^{NUMBER} )only$|^only (?=number)",
    re.I,
)


# A list says the same few things beside its numbers over and over.
SEEN_WORDS = 10_000


class Beside(NamedTuple):
    """What the words beside a number say: whose it is, if they do; whether it may be texted."""

    owner: str | None = None
    forbids: bool = False
    words: bool = False


def with_number_spelled(text: str) -> str:
    """Write "no" out where it is short for number.

    >>> with_number_spelled("Mob no. 07700 900123"), with_number_spelled("no mob 07700 900123")
    ('Mob number 07700 900123', 'no mob 07700 900123')
    """
    if "no" not in text.casefold():
        return text
    return SHORT_FOR_NUMBER.sub(lambda found: f"{found['of'] or ''} number ".lstrip(), text)


@lru_cache(SEEN_WORDS)
def read_beside(text: str) -> Beside | None:
    """Read the words of a cell in which NUMBER stands for the number; None if they are not clear.

    >>> read_beside("mum's mob: #").owner, read_beside("# (no texts)").forbids
    ('parent', True)
    >>> read_beside("Sarah #"), read_beside("# no mum")
    (None, None)
    """
    if not QUIET.fullmatch(text):
        return None
    said = _joined(text)
    left, against = AGAINST.subn(" ", said)
    words = KIN.sub("", HARMLESS_ONLY.sub(r"\1\2", " ".join(left.split()))).split()
    if not _are_clear(words):
        return None
    people = {word.casefold() for word in words if _owner(word)}
    owners = {_owner(word) for word in people}
    # "Mum 07… (dad: no contact)" forbids something, but not to text this number for certain.
    if len(owners) > 1 or (against and len(people) > 1):
        return None
    return Beside(next(iter(owners), None), against > 0, said != NUMBER)


def forbids(text: str) -> bool:
    """Whether words without a number say not to text."""
    return AGAINST.search(_joined(text)) is not None


def names_an_owner(text: str) -> bool:
    """Whether any word of these says whose a phone is."""
    return any(_owner(word) for word in _joined(text).split())


def _joined(text: str) -> str:
    """Return the words alone, a slash between two read as "or", Ann-Marie as one."""
    spoken = APOSTROPHES.sub("", text).replace("/", " or ").replace("&", " and ")
    return " ".join(WORD.findall(HYPHENATED.sub(_as_one_name, spoken)))


def _as_one_name(found: re.Match[str]) -> str:
    are_names = _kind(found[1]) == _kind(found[2]) == "n"
    return found[1] + found[2] if are_names else found[0]


def _owner(word: str) -> str | None:
    """Whose a word says a phone is: "mum", "mums" and "mum's" alike."""
    plain = word.casefold()
    return OWNER_WORDS.get(plain) or OWNER_WORDS.get(plain.removesuffix("s"))


def _are_clear(words: list[str]) -> bool:
    """Whether each word is known, or is the name of a parent: one or two beside "mum".

    Where the words speak of texting, what looks like a name may be a word about that.
    """
    kinds = "".join(map(_kind, words))
    if "?" in kinds:
        return False
    return "n" not in kinds or bool(re.fullmatch(r"[^nt]*(?:pn{1,2}|n{1,2}p)[^nt]*", kinds))


def _kind(word: str) -> str:
    """One letter for a word: a parent, another owner, texting, idle, a name, or not known."""
    owner = _owner(word)
    if owner is not None:
        return "p" if owner == "parent" else "o"
    if word.casefold() in ("text", "sms"):
        return "t"
    if word == NUMBER or word.casefold() in IDLE_WORDS:
        return "i"
    return "n" if _may_be_a_name(word) else "?"


def _may_be_a_name(word: str) -> bool:
    plain = word.casefold()
    written_as_one = word[0].isupper() and not word.isupper()
    return written_as_one and not {plain, plain.removesuffix("s")} & NEVER_NAMES
