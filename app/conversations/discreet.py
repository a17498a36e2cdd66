"""What asks for discretion (pure): a phone that others read, being seen alone, words not to repeat.

It finds too much on purpose: all it does is to keep a text of ours neutral, or to put one plain
sentence on the clinic sheet. What is grave is judged elsewhere.
"""

import re
import unicodedata
from collections.abc import Sequence

from app.conversations.plain import plain_words
from app.conversations.spelling import spelled
from app.conversations.topics import is_grave

_SOMEBODY = (
    r"(?:he|she|they|mum|mam|mom|ma|dad|da|nan|gran|parents?|mother|father|stepdad|stepmum"
    r"|brother|sister|bf|gf|boyfriend|girlfriend|partner|ex|husband|wife|carer|uncle|aunt|auntie"
    r"|everyone|someone|somebody)"
)
READS_THE_PHONE = re.compile(
    rf"\b{_SOMEBODY}(?: (?:always|still|sometimes|also|both|might|may|can|could|will|would|is"
    r"|keeps?|does|has been|been))* (?:reads?|reading|checks?|checking|goes? through"
    r"|going through|looks? (?:at|through|on|in)|looking (?:at|through)|sees?|seeing|has|have|got"
    r"|uses?|using|took|takes|taken|monitors?|tracks?|snoops?)"
    r"(?: (?:all|through|in|on|of))* (?:my|this|the|our|these) (?:phone|mobile|texts?|messages?"
    r"|msgs?|fone)\b"
    r"|\b(?:not|isnt|is not) (?:my|a private) (?:own )?(?:phone|mobile)\b"
    r"|\b(?:this is|its) (?:my |a |the )?(?:\w+s |mums |dads |family |shared )(?:phone|mobile)\b"
)
SEEN_ALONE = re.compile(
    r"\b(?:speak|talk|talking|chat|see|seen|ask|go in|come in|be seen|listen)(?: \w+){0,3}"
    r" (?:alone|on my own|by myself|without|not my|not to my|in private|privately|one to one"
    r"|1 to 1|121)\b"
    rf"|\bwithout (?:my |me )?{_SOMEBODY}\b"
    rf"|\b(?:dont|do not|didnt|rather not|not) (?:want|like|wanna|have|need)(?: my| me)?"
    rf" {_SOMEBODY}(?: to be| being| to come)? (?:there|here|in|in the room|with me|present"
    r"|listening|around|near)\b"
    rf"|\b{_SOMEBODY} (?:always|just|keeps?|never)(?: \w+)? (?:talk|talks|talking|speak|speaks"
    r"|speaking|answers?|answering|lets? me)\b"
    rf"|\b{_SOMEBODY} (?:to )?(?:wait|stay|sit) (?:outside|out|in the waiting)\b"
    r"|\bsee (?:me|you|u) (?:alone|on my own)\b|\bcan i (?:come|go|be) (?:\w+ )?(?:alone"
    r"|on my own|by myself)\b"
)
NOT_TO_REPEAT = re.compile(
    r"\b(?:contracep\w*|the pill|morning after|condoms?|periods?|sexual\w*|sti|stis|std|stds"
    r"|chlamydia|hiv|hep(?:atitis)?|herpes|virgin\w*|gay|lesbian|bisexual|bi|queer|lgbt\w*|trans"
    r"|transgender|gender|pronouns|binder|wank\w*|erection\w*|penis|vagina\w*|boobs?|breasts?"
    r"|porn|horny|discharge|smear|thrush|weed|cannabis|spliff\w*|vap(?:e|es|ing)|smok\w*|alcohol"
    r"|drink(?:ing)?|pissed|ket|mdma|pills|mandy|coke|steroids? cycle|nos|balloons|anxi\w*"
    r"|depress\w*|panic|suicid\w*|mental\w*|camhs|therap\w*|counsell\w*|bull(?:y|ied|ying)\w*"
    r"|eating disorder|anorexi\w*|bulimi\w*|binge\w*|purg\w*|self ?harm\w*|wet(?:ting)? (?:the |my"
    r" )?bed|bedwett\w*|incontinen\w*|poo\w*|secret\w*|private\w*|police|court|prison|social"
    r" (?:worker|services)|foster\w*|divorc\w*|asylum|visa|immigration|boyfriend|girlfriend|bf|gf"
    r"|dat(?:e|ing)|body|weight|fat|ugly|shower\w*|smell\w*|sweat\w*)\b"
    rf"|\b{_SOMEBODY}\b"
)
LINK = re.compile(
    r"https?:|www\.|://|\b[\w-]+\.(?:com|co|uk|org|net|ly|io|me|info|gg|tv|app|link|xyz|ru|gl)\b"
    r"|\S@\S",
    re.IGNORECASE,
)
CODE = re.compile(r"[<>{}\[\]\\|^~`$#=_*]|--|\d{5,}|(?:\d[ -]?){6,}|&\w+;|%\w\w")


def is_read_by_others(text: str) -> bool:
    """Return whether a text says that somebody else reads this phone."""
    return READS_THE_PHONE.search(plain_words(text)) is not None


def wants_to_be_seen_alone(text: str) -> bool:
    """Return whether a text may ask that nobody else is there."""
    plain = plain_words(text)
    return any(SEEN_ALONE.search(words) is not None for words in (plain, spelled(plain)))


def may_be_said_back(texts: Sequence[str]) -> bool:
    """Return whether the words of a conversation may stand in a text of ours.

    Never a link, code, long numbers, or what cannot be seen; and nothing that is grave, or that
    somebody would not want read over their shoulder.
    """
    return not any(_is_not_for_others(text) for text in texts)


def _is_not_for_others(text: str) -> bool:
    plain = plain_words(text)
    return (
        LINK.search(text) is not None
        or CODE.search(text) is not None
        or any(
            unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") for char in _shown(text)
        )
        or any(
            is_grave(words) or NOT_TO_REPEAT.search(words) is not None
            for words in (plain, spelled(plain))
        )
    )


def _shown(text: str) -> str:
    return text.replace("\n", "").replace("\r", "").replace("\u200d", "")
