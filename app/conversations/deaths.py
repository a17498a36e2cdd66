"""Whether a text says that the young person has died (pure).

Only the patient's death counts: "my nan died" is a thing that matters. A name, or "my son", says
whose it is. "He died" alone may follow on from something else, so nothing else may stand beside it.
"""

import re
from collections.abc import Sequence

from app.conversations.plain import plain_words, sentences
from app.conversations.stop_parts import AFTER, BEFORE, DONT, HERE, TEXT, TEXTING, TEXTS
from app.conversations.stop_words import ONLY_POLITE, asks_to_stop

CHILD = (
    r"(?:(?:my|our) (?:(?:little|only|lovely|beautiful|darling|dear) )*(?:son|daughter|child|kid"
    r"|stepson|stepdaughter|foster (?:son|daughter|child)|grandson|granddaughter)"
    r"|(?:my|our) little (?:boy|girl))"
)
KIN_OR_PET = (
    r"nans?|nana|nanna|nanny|nain|taid|mamgu|gran|granny|gramps|grand\w+|great\w*|nonna|nonno"
    r"|oma|opa|dada|dadi|bibi|babcia|dziadek|abuel\w|mum|mom|mam|mummy|mother|dad|daddy|father"
    r"|bro"
    r"|brother|sis|sister|aunt\w*|uncle|cousin|friend|mate|bestie|dog|cat|hamster|rabbit|fish|pet"
    r"|pony|horse|bird|guinea|teacher|neighbour|baby|boyfriend|girlfriend"
)
# Whom "passed away" is not said of as a patient, where nobody's name is known.
NO_PATIENT = re.compile(
    rf"{KIN_OR_PET}|phone|laptop|battery|it|i|we|you|everyone|everybody|someone|somebody|nobody"
    rf"|who"
    r"|that|this|time|test|exam|feeling|pain|my|our|his|her|their|a|an|the|best|dr|doctor"
    r"|nurse|mr"
    r"|mrs|miss"
)
PASSED = r"passed (?=(?:at|in|on|last|this|a few|a couple|three|two|yesterday)\b)"
DIED = (
    r"(?:(?:has|have|had|is|was|just|sadly|very|unfortunately|recently|now) )*"
    r"(?:died|passed away|passed on|dead|deceased|no longer with us|gone to heaven"
    r"|no longer alive|not alive(?: any ?more)?|not with us any ?more|killed)"
)
# What no text about a death is without: of most texts nothing more has to be asked.
OF_DEATH = re.compile(
    r"\b(?:died|dead|deid|passed|deceased|no longer|gone to heaven|not alive|not with us"
    r"|killed|lost)\b"
)
# "Died" is how many write "dyed", and "dead" is said of much.
NO_DEATH = (
    r"(?! (?:his|her|their|my|of laughing|laughing|inside|tired|chuffed|proud|scared|funny|keen"
    r"|slow|good|hungry|legs?|arms?)\b)"
)
# A second name may stand between; these words turn the sense about.
SURNAME = (
    r"(?: (?!(?:nearly|almost|not|never|could|might|would|wouldve|will|isnt|hasnt|didnt|thinks"
    rf"|thought|says|said|friends|wishes|wants|feels|{KIN_OR_PET})\b)\w+)?"
)
WHEN = (
    r"(?: (?:in|on|at|last|this|the|a|an|of|from|with|about|over|just|some|few|couple|one|two"
    r"|three"
    r"|four|five|six|\d+(?:st|nd|rd|th)?|days?|weeks?|months?|years?|night|morning|weekend"
    r"|hospital|hospice|home|ago|back|yesterday|today|earlier|recently|sadly|im afraid|already"
    r"|suddenly|peacefully|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january"
    r"|jan|february|feb|march|april|may|june|july|august|aug|september|sept|october|oct|november"
    r"|nov|december|dec|christmas|easter|cancer|sepsis|accident|crash|sleep|operation|heart"
    r"|attack"
    r"|seizure))*"
)
SADLY = (
    r"(?:(?:(?:we|i) (?:have |ve )?(?:already )?(?:told|said to) you (?:\w+ ){0,3}(?:that)?"
    r"|i(?: am|m) (?:writing|texting) to (?:let you know|inform you|tell you|say)|i(?: have"
    r"|ve)? to (?:let you know|inform you)|this is \w+ phone|sorry|sadly|unfortunately"
    r"|(?:(?:im|i am|so|very) )*sorry to (?:say|tell you)"
    rf"|i have to tell you|(?:just )?to let you know|that|{HERE}(?: here)?) )*"
)
ASKED_FIRST = (
    rf"(?:(?:(?:stop|quit) (?:{TEXTING}|sending)|{DONT} {TEXT})"
    rf"(?: (?:me|us|him|her|{CHILD}|to|{TEXTS}))* (?:because |cos |coz |as |since )?)?"
)
FIRST = f"{BEFORE}{SADLY}{ASKED_FIRST}"
# What a family may add to such a text.
# A young parent who has lost a child, and a name that is left behind.
NOT_THE_PATIENT = re.compile(
    r"\b(?:at birth|before (?:she|he|they) (?:was|were) born|born|stillborn|when i was"
    r"|i was \d+|pregnan\w*"
    r"|miscarr\w*|to me|call me|my new name|dead ?name|im \w+ now|i am \w+ now)\b"
)
WHOSE = re.compile(
    r"\b(?:this is|its|im|i am|from) ([a-z]{3,15})s (?:mum|mom|mam|mother|dad|father|nan|gran"
    r"|sister|brother|carer|auntie|uncle)\b"
)
FAREWELL = re.compile(
    r"(?:just )?(?:so|for) (?:that )?(?:your|ur|the) records?(?: (?:are|is) (?:right|correct"
    r"|up to date))?|why are (?:we|you|u) still (?:getting|sending|texting)(?: \w+){0,3}"
    r"|so (?:will not|wont) be (?:attending|coming|there)|(?:will|wont) not be attending"
    r"|(?:please )?(?:could|can) you (?:please )?(?:update|amend|change) (?:your"
    r"|the) (?:records?|system)"
    r"|(?:hi )?this is \w+s? phone|"
    rf"{BEFORE}{SADLY}(?:take (?:him|her|them|\w+) off (?:your|the) (?:list|system|records|books)"
    r"|(?:update|amend|change) (?:your|the) (?:records|system)"
    r"|cancel (?:(?:the|all|his|her|any|their) )*(?:\w+ )?(?:appointments?|visits?)"
    r"|(?:so )?(?:he|she|they) (?:wont|will not|cant) (?:be )?(?:coming|come|attend|attending"
    r"|there)"
    r"|(?:we|i) (?:told|have told) (?:you|the hospital|someone|the ward)"
    rf"|(?:do not|dont|stop) \w+(?: (?:us|me|him|her|{TEXTS}|again))*){AFTER}"
)

_child = re.compile(
    rf"{FIRST}(?:{CHILD}{SURNAME} {DIED}\b{NO_DEATH}.*|we(?: have|ve)? lost {CHILD}\b.*)"
)
_pronoun = re.compile(
    rf"{FIRST}(?:(?:he|she|hes|shes|the patient|your patient|this patient) (?:{DIED}|{PASSED})"
    rf"|we(?: have|ve)? lost (?:him|her)){WHEN}{AFTER}"
)
_somebody = re.compile(
    rf"{BEFORE}{SADLY}(\w{{2,20}})(?: \w{{2,20}})? (?:has |is |have )?(?:sadly )?"
    rf"(?:passed away|no longer with us|deceased|(?<=sadly )died){WHEN}{AFTER}"
)


def says_the_patient_died(text: str, names: Sequence[str] = ()) -> bool:
    """Return whether a text says that the young person has died; `names` are their first names."""
    parts = sentences(text)
    if not names:
        # "This is Sam's mum" says whose death is meant.
        names = [name for part in parts for name in WHOSE.findall(part)]
    if not any(OF_DEATH.search(part) for part in parts):
        return False
    if NOT_THE_PATIENT.search(plain_words(text)):
        return False
    if any(_child.fullmatch(part) or _is_named(part, names) for part in parts):
        return True
    said = [part for part in parts if _pronoun.fullmatch(part) or _is_somebody(part, names)]
    others = [part for part in parts if part not in said]
    return bool(said) and all(_goes_with_a_death(part) for part in others)


def _is_named(part: str, names: Sequence[str]) -> bool:
    known = "|".join(re.escape(plain) for name in names if (plain := plain_words(name)))
    if not known:
        return False
    name = f"(?:(?:{known}){SURNAME}|(?:{known})s)"
    whole = rf"{FIRST}(?:{CHILD} )?{name} {DIED}\b{NO_DEATH}.*"
    return re.fullmatch(whole, part) is not None


def _is_somebody(part: str, names: Sequence[str]) -> bool:
    """Whether somebody died who may be the patient, where nobody's name is known."""
    found = None if names else _somebody.fullmatch(part)
    return found is not None and not NO_PATIENT.fullmatch(found[1])


def _goes_with_a_death(part: str) -> bool:
    return bool(ONLY_POLITE.fullmatch(part) or FAREWELL.fullmatch(part) or asks_to_stop(part))
