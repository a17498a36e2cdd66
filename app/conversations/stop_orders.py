"""Orders to stop that stand anywhere in a clause, with a reason behind or beside them (pure).

An order names what is to end (texts, a number on a list) and says that it is to end: so many words
of each are taken together in any way. What is told of somebody else or of a time is no order; and
what names a thing of health, body or life is not left out for an order that stands beside it.
"""

import re
from functools import lru_cache

from app.conversations.plain import LATELY, SENTENCE_END, plain_words, sentences
from app.conversations.spelling import both_ways
from app.conversations.stop_meant import GOES_ON, is_for_a_time
from app.conversations.stop_order_words import (
    ALONE,
    AS_WE_WRITE_IT,
    CLEAR,
    LOOSE,
    SAID_BEFORE,
    SENDING,
    SENT,
)
from app.conversations.stop_parts import AFTER, AT_TIMES, BEFORE
from app.conversations.topics import is_grave, names_a_topic

# Longer than this somebody tells a story.
LONGEST = 24
CLEAR_ORDER = re.compile(rf"\b(?:{'|'.join(CLEAR)})")
AGAIN_ORDER = re.compile(rf"\b(?:{'|'.join(SAID_BEFORE)})")
LOOSE_ORDER = re.compile("|".join(LOOSE))
ONLY_ORDER = re.compile(rf"{BEFORE}(?:{'|'.join(ALONE)}){AFTER}")
# Without one of these nothing is ordered about texts.
MAY_STOP = re.compile(
    r"te?xt|txt|mes+[ea]g|msg|sms|remind|notif|contact|these|subscri|unsub|opt|number|off|st+op"
    r"|r(?:e|me)?move|rmeove|my (?:phone|mobile)|send|cease|particip|take part|leave me"
)
OF_TEXTS = re.compile(r"te?xt|txt|mes+[ea]g|msg|sms|remind|notif|phone|number|repl|list\b|wrong")
# Whoever stands right before an order gives it, or it is asked about.
TOLD_BEFORE = re.compile(
    r"\b(?:(?<!i )said|say|says|saying|told me|tells|asked me|if|when|while|why|how|what|him|they"
    r"|ex|exs|bf|gf|boyfriend|girlfriend|friends?|mates?|people|group|teachers?|boss"
    r"|doctors?|nurses?|insta\w*|snap\w*|whatsapp|keeps?|scared|worried|afraid"
    r"|(?:i|we) (?:need|want|wanna|try|tried|should|have|had|cant|wont|never)(?: to)?"
    r"|(?:dont|do not) want to|trying(?: to)?|cant|cannot|wont|never"
    r"|(?:mum|mam|mom|dad|nan|sister|brother|bro|sis|her|them) to"
    r"|(?:will|would|did|do|does|are|why) (?:you|u|they|i|we))(?: (?:you|u|i))?$"
)
# Somebody tells of what others say or text.
OTHERS = re.compile(
    r"\b(?:(?<!as i )said|says|told (?:me|us|him|her|them|my)|texted|messaged|bully\w*|bullies"
    r"|group chat)\b"
)
OF_ANOTHER = re.compile(
    r"\b(?:he|she|they|ex|bf|gf|people|someone|boys?|girls?|lads?|man|guy) (?:\w+ ){0,2}"
    r"(?:text|messag|send|sent|spam|dm)\w*"
)
FOR_NOW = re.compile(
    r"\bfor (?:now|a (?:bit|while|few|week|month)|the moment|exams)\b"
    r"|\b(?:until|till?|while|during)\b|\b(?:this|next|one|a|1) (?:week|month)\b|right now"
    r"|at the moment|\bnow i ?a?m\b|\b4 a bit\b|by (?:mistake|accident)|didnt mean|\bignore"
    r"|time being|temporarily|\ba wee while\b|\bback in\b|have a rest|(?:break|rest) from"
)
# Texts that are wanted after all, or rest while somebody is away; or that a machine speaks of.
NOT_ENDED = re.compile(
    r"\b(?:undo|scrap the|want back|regret|carry on|never meant|wasnt me|still want|kinda want"
    r"|but i want"
    r"|(?:reply|text) stop to|stop to|credit|speak to me|(?<!dont )(?<!never )(?<!not )(?:ring"
    r"|call|phone) me|no roaming"
    r"|no phones|on hols|not back|text back)\b"
)
# Other ways to be told, and other places to be texted.
ELSEWHERE = re.compile(
    r"\b(?:by (?:letter|phone|post|email)|phon(?:e|ing)|letters?) .*\b(?:te?xt me|just te?xts?)\b"
    r"|\bprefer te?xts?\b|\b(?:snap\w*|insta\w*|whatsapp|tiktok|spotify)\b"
)
NO_ORDER = (AT_TIMES, FOR_NOW, ELSEWHERE)
NAMES_TEXTS = re.compile(rf"\b(?:{SENT}|{SENDING})\b")
# However it is typed.
STOPS = re.compile(r"\b(?:s+t+o+p+|s+t+a+h+p+|stpo|sotp|stawp)\b")


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
    if any(each.search(whole) for each in (GOES_ON, NOT_ENDED, OF_ANOTHER)):
        return False
    if AS_WE_WRITE_IT.search(text.strip()) and any(map(str.islower, text)):
        return True
    patterns = _looked_for(whole)
    return any(_has_an_order(sentence, patterns) for sentence in SENTENCE_END.split(text))


def _looked_for(whole: str) -> list[re.Pattern[str]]:
    """Return what may be an order in a text: of what it names, more or fewer patterns are sure."""
    found = [CLEAR_ORDER]
    # "Take me off please" may well be said of a medicine.
    if OF_TEXTS.search(whole) or not names_a_topic(whole):
        found.append(LOOSE_ORDER)
    # "He hurt me and i said stop" was not said to us.
    if NAMES_TEXTS.search(whole) and not is_grave(whole):
        found.append(AGAIN_ORDER)
    return found


def _has_an_order(sentence: str, patterns: list[re.Pattern[str]]) -> bool:
    clauses = sentences(sentence)
    return any(
        _orders(clause, patterns) and not OTHERS.search(" ".join(clauses[:place]))
        for place, clause in enumerate(clauses)
    )


def _orders(clause: str, patterns: list[re.Pattern[str]]) -> bool:
    clause = STOPS.sub("stop", clause)
    if len(clause.split()) > LONGEST or any(each.search(clause) for each in NO_ORDER):
        return False
    for pattern in patterns:
        found = pattern.search(clause)
        if found:
            before = clause[: found.start()].rstrip()
            return not TOLD_BEFORE.search(before) and not OTHERS.search(before)
    return False
