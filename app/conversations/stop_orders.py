"""Orders to stop that stand anywhere in a clause, with a reason behind or beside them (pure).

An order names what is to end (texts, a number on a list) and says that it is to end: so many words
of each are taken together in any way. What is told of somebody else or of a time, or asked, is no
order; and an order never leaves out what stands beside it.
"""

import re
from functools import lru_cache

from app.conversations.plain import LATELY, plain_words, sentences
from app.conversations.spelling import both_ways
from app.conversations.stop_meant import GOES_ON, is_for_a_time
from app.conversations.stop_order_words import ALONE, AS_WE_WRITE_IT, CLEAR, LOOSE
from app.conversations.stop_parts import AFTER, AT_TIMES, BEFORE
from app.conversations.topics import names_a_topic

# Longer than this somebody tells a story.
LONGEST = 24
CLEAR_ORDER = re.compile(rf"\b(?:{'|'.join(CLEAR)})")
LOOSE_ORDER = re.compile("|".join(LOOSE))
ONLY_ORDER = re.compile(rf"{BEFORE}(?:{'|'.join(ALONE)}){AFTER}")
# Without one of these nothing is ordered about texts.
MAY_STOP = re.compile(
    r"te?xt|txt|mes+[ea]g|msg|sms|remind|notif|contact|these|subscri|unsub|opt|number|off|s+t+o+p"
    r"|r(?:e|me)?move|rmeove|my (?:phone|mobile)|send|cease|particip|take part"
)
OF_TEXTS = re.compile(r"te?xt|txt|mes+[ea]g|msg|sms|remind|notif|phone|number|repl|list\b|wrong")
# Whoever stands before an order gives it, or it is asked about.
TOLD_BEFORE = re.compile(
    r"\b(?:(?<!i )said|say|says|saying|told me|tells|asked me|if|when|while|will|would|did|do|does"
    r"|are|why"
    r"|how|what|him|ex|exs|bf|gf|boyfriend|girlfriend|friends?|mates?|people|group|teachers?|boss"
    r"|school|doctors?|nurses?|insta\w*|snap\w*|whatsapp|keeps?|scared|worried|afraid|they"
    r"|(?:i|we) (?:need|want|wanna|try|tried|should|have|had|cant|wont|never)(?: to)?"
    r"|trying(?: to)?"
    r"|cant|cannot|wont|never|(?:mum|mam|mom|dad|nan|sister|brother|bro|sis|her"
    r"|them) to)(?: (?:you|u|i))?$"
)
OTHERS = re.compile(r"\b(?:(?<!as i )said|says|told|texted|messaged|bully\w*|bullies|group chat)\b")
FOR_NOW = re.compile(
    r"\bfor (?:now|a (?:bit|while|few|week|month)|the moment|exams)\b|\buntil\b|\btill?\b"
    r"|\b(?:this|next|one|a|1) (?:week|month)\b|right now|at the moment|\bnow i ?a?m\b|\b4 a bit\b"
    r"|by (?:mistake|accident)|didnt mean|\bignore|time being|temporarily|\ba wee while\b"
    r"|\bback in\b"
    r"|have a rest|(?:break|rest) from"
)
# Texts that are wanted after all, or rest while somebody is away; or that a machine speaks of.
NOT_ENDED = re.compile(
    r"\b(?:undo|scrap the|opted out (?:before|last|in)|want back|regret|carry on|never meant"
    r"|wasnt me"
    r"|dont want to opt|want (?:them|the texts|these) back|still want|kinda want|but i want"
    r"|(?:reply|text) stop to|stop to|credit|speak to me|(?:ring|call|phone) me|no roaming"
    r"|no phones"
    r"|on hols|not back|text back)\b"
)


# Texts of somebody else are spoken of.
OF_ANOTHER = re.compile(
    r"\b(?:he|she|they|ex|bf|gf|people|someone|boys?|girls?|lads?|man|guy) (?:\w+ ){0,2}"
    r"(?:text|messag|send|sent|spam|dm)\w*"
)


def only_orders_to_stop(text: str) -> bool:
    """Return whether a text says nothing but an order that texts end.

    >>> only_orders_to_stop("can i come off this pls"), only_orders_to_stop("my knee. no texts pls")
    (True, False)
    """
    return any(ONLY_ORDER.fullmatch(each) for each in both_ways([plain_words(text)]))


@lru_cache(LATELY)
def orders_to_stop(text: str) -> bool:
    """Return whether a clause of a text orders that texts end, whatever else stands beside it.

    >>> orders_to_stop("my knee hurts. no need to text me again"), orders_to_stop("stop my meds")
    (True, False)
    """
    whole = plain_words(text)
    if not MAY_STOP.search(whole) or is_for_a_time(text):
        return False
    if AS_WE_WRITE_IT.search(text.strip()) and any(map(str.islower, text)):
        return True
    if any(each.search(whole) for each in (GOES_ON, NOT_ENDED, OF_ANOTHER)):
        return False
    # "Take me off please" may well be said of a medicine.
    loosely = OF_TEXTS.search(whole) is not None or not names_a_topic(whole)
    return any(_orders(clause, loosely) for clause in sentences(text))


def _orders(clause: str, loosely: bool) -> bool:
    if len(clause.split()) > LONGEST or AT_TIMES.search(clause) or FOR_NOW.search(clause):
        return False
    found = CLEAR_ORDER.search(clause) or (LOOSE_ORDER.search(clause) if loosely else None)
    if found is None:
        return False
    before = clause[: found.start()]
    return not TOLD_BEFORE.search(before.rstrip()) and not OTHERS.search(before)
