"""What people text who want to be forgotten, or whom a text was never meant for (pure).

Each is a whole message or a sentence of its own: "i forget my meds" is a thing that matters.
"""

import re
from functools import lru_cache

from app.conversations.plain import LATELY, plain_words, sentences
from app.conversations.spelling import both_ways
from app.conversations.stop_parts import AFTER, BEFORE
from app.conversations.stop_words import ONLY_POLITE, is_directive
from app.conversations.topics import is_grave, names_a_topic

KEPT = r"(?:data|info|information|number|details|records?|messages|texts|account)"
FORGET = (
    r"(?:i )?(?:dont|do not|didnt) want (?:you|u|the hospital|anyone) (?:to )?(?:keep|keeping"
    r"|hold|holding|have|having|store|storing) (?:my|any|this|all my|the|any of my) (?:info"
    r"|information|data|details|number|texts|messages|answers|stuff)(?: \w+){0,4}",
    r"(?:under gdpr |gdpr )?(?:(?:id|i would|i)? ?(?:like|want|need|ask) (?:you"
    r"|u) to )?(?:delete|deleet|delet|erase|wipe|destroy|get rid of|remove|bin|clear) (?:all "
    r"|everything |every bit |of |the |my |ur |your )*(?:info|information|data|details|record"
    r"|records|file|history|personal data|data and texts)(?: (?!and start)\w+){0,7}",
    r"(?:delete|deleet|delet|erase|wipe|get rid of|remove|destroy) (?:everything|all|anything"
    r"|what|whatever)(?: that)? (?:i|ive|iv|you|u|ur|youve|uve) (?:(?!start"
    r"|instead)\w+ ){0,8}\w+",
    r"(?:get|take) (?:my|ma|me) (?:details|info|name|data|stuff|number) (?:off|aff|from"
    r"|out of) (?:your|yer|ur|the) (?:system|computer|records|database|files)",
    r"(?:\w+ ){0,5}right to be forgotten(?: \w+){0,5}",
    r"(?:gdpr |under gdpr )?(?:delete|erase|wipe|destroy|forget|get rid of) my (?:number|name"
    r"|data)(?: (?:from|off) (?:your|the|ur|this) \w+)?",
    rf"(?:delete|erase|wipe|destroy|remove"
    rf"|forget) (?!my number)(?:all )?(?:of )?my (?:personal )?{KEPT}"
    rf"(?: (?:and|n|&) (?:my )?{KEPT})*(?: (?:from|off) (?:your|the|ur|this) \w+)?",
    rf"(?:delete|erase|wipe|destroy|remove|forget) (?:everything|anything|all|what|whatever"
    rf"|(?:(?:all|any|the|all the) )?{KEPT}) ?(?:that )?(?:(?:you|u|ur|youve|uve|you guys) )?"
    r"(?:(?:have|have got|got|hold|know|keep|kept|store) )?(?:on|about|of) (?:me|us)",
    rf"(?:i )?(?:want|would like|id like|need|wish) (?:all )?(?:of )?my (?:personal )?{KEPT}"
    r" (?:to be )?(?:deleted|erased|removed|wiped|gone|forgotten)",
    r"(?:i )?(?:want|would like|id like|wish)(?: you)? to (?:be forgotten|forget (?:about )?me"
    rf"|delete my {KEPT})|(?:my )?right to be forgotten|right to erasure|gdpr (?:delete|erasure)",
    r"(?:i )?(?:want|need) everything (?:deleted|erased|wiped)",
)
FORGET_WHOLE = (
    r"forget (?:about )?me|forget all about me|delete (?:me|us)|erase me|wipe me"
    r"|delete (?:all|everything)|delete me from (?:everything|your records)",
)
WRONG_NUMBER = (
    r"(?:(?:you|u) (?:have|got|have got) (?:the )?)?wrong person(?: (?:mate|pal|love|sorry|bro"
    r"|hun|m8))*(?: (?:im|i am|ive|i have) .{0,40})?",
    r"(?:(?:who is this|who are you|i dont know any \w+|no|pal|mate|sorry|hi|think|its|this is"
    r"|you have the|you have|you got) ){0,6}(?:the |a )?wrong number(?: (?:please )?(?:stop"
    r"|stop texting|stop texting me|remove|delete|take me off|mate|pal)){0,6}",
    r"(?:(?:i am|im) (?:\d+|an adult|a grandad|a grandma|retired) (?:and )?)?(?:i )?(?:have "
    r"|ive )?(?:got )?(?:no idea|no clue) who (?!(?:she|he|they|it|this|that|you|u|i|my"
    r"|the|dr)\b)\w{2,20} (?:is|are)",
    r"(?:i )?think you(?:ve)? (?:got|have|texted) (?:the )?wrong (?:guy|girl|person|man|woman"
    r"|one|kid|family)",
    r"(?:(?:i think |think |im afraid |mate |pal )*(?:its|this is|that is|thats|it is|(?:you are"
    r"|u are|you|u|uve|youve|you have|u have|ur|youre)(?: (?:got|have|texting|texted|messaging|on"
    r"|rung|rang))?"
    r"|must be|text(?:ed|ing)?|got)? ?(?:the |a )?)?wrong (?:number|numba|numbr|nmber|num|no"
    r"|mobile"
    r"|phone number)",
    r"(?:im not|i am not|not|this isnt|this is not|who is|whos) \w{2,20} (?:this is )?(?:the )?"
    r"wrong (?:number|person)",
    r"this (?:number|phone) (?:belongs to|is) (?:someone|somebody) elses?"
    r"|this is (?:someone|somebody) elses (?:number|phone)|not the right (?:number|person)",
    r"this number (?:isnt|is not|is no longer) (?!mine)\w{2,20}(?: any ?more)?",
    r"i (?:dont|do not) have (?:a|any) (?:son|daughter|child|kid)(?: called \w{2,20}"
    r"| by that name)",
    r"(?:sorry )?(?:this|that) (?:isnt|is not|aint|isn t|no longer is) "
    r"(?!my )(?:[a-z]{2,20}s?) (?:number|phone|mobile|cell)(?: any ?more| any longer)?",
    r"not (?:his|her|their|[a-z]{2,15}s) (?:number|phone|mobile)(?: any ?more)?",
    r"(?:ive|i have|we have|weve) (?:had|got|owned) this (?:number|mobile number) "
    r"(?:for )?(?:\w+ ){0,3}(?:years?|ages|months|weeks|decades)(?: now)?",
    r"(?:there is|theres|theres|there) ?(?:isnt|aint|is)? ?no ?(?:one|body) (?:called|named"
    r"|here called"
    r"|here named|by that name|of that name)(?: \w{2,20}){0,2}(?: here| on this number)*",
    r"no ?(?:one|body) (?:called|named|by|of) (?:that name|\w{2,20})(?: lives)? ?(?:here"
    r"|on this number)",
    r"i (?:dont|do not|dnt) know (?:any ?one|any ?body|a person|a) (?:called|named) \w{2,20}"
    r"|i (?:dont|do not|dnt) know who (?!this|that|it|you)\w{2,20} is",
    r"(?:he|she|they|hes|shes|theyve)(?: has| have)? (?:got |changed |a |his |her |their )+"
    r"(?:new )?(?:number|mobile)(?: now)?",
    r"(?:he|she|they|\w{2,20}) (?:(?:doesnt|does not|dont) (?:use|have|own) this (?:number|phone)"
    r"(?: any ?more)?|(?:is not|isnt|is no longer|are not) on this number(?: any ?more)?)",
    r"i (?:just|only|recently) (?:got|bought) this (?:number|sim)(?: \w+){0,2}",
)
# Either of these may be about a text of their own, sent to the wrong place.
WRONG_PERSON = (
    r"(?:(?:this is|its|ur|youre|you have|youve got|you got|got"
    r"|texting) )?(?:the )?wrong (?:person"
    r"|guy|girl|man|woman|family|house)",
    r"(?:im|i am) not (?:him|her|them|that person|who you think|the person you want)",
)
ASKS_WHO = re.compile(
    r"(?:who(?:s| is| the hell is| tf is)?|whos) \w{2,20}|(?:im|i am) not \w{2,20}"
)
SLIPPED = re.compile(
    r"\b(?:oops|whoops|ignore (?:that|this|me|it)|my bad|meant (?:for|to)|wrong chat"
    r"|not for (?:you|u))\b"
)

_forget = re.compile(f"{BEFORE}(?:{'|'.join(FORGET)}){AFTER}")
_forget_whole = re.compile(f"{BEFORE}(?:{'|'.join((*FORGET, *FORGET_WHOLE))}){AFTER}")
_wrong = re.compile(f"{BEFORE}(?:{'|'.join(WRONG_NUMBER)}){AFTER}")
_wrong_person = re.compile(f"{BEFORE}(?:{'|'.join(WRONG_PERSON)}){AFTER}")


@lru_cache(LATELY)
def asks_to_be_forgotten(text: str) -> bool:
    """Return whether a text asks for what is held about somebody to be deleted."""
    whole = both_ways([plain_words(text)])
    if any(_forget_whole.fullmatch(each) for each in whole):
        return True
    parts = sentences(text)
    asked = [part for part in parts if any(map(_forget.fullmatch, both_ways([part])))]
    others = [part for part in parts if part not in asked]
    # "He has pictures of me, delete everything" asks for something else.
    return bool(asked) and not any(is_grave(part) for part in others)


@lru_cache(LATELY)
def says_wrong_number(text: str) -> bool:
    """Return whether a text says that the number is not the young person's."""
    plain, parts = plain_words(text), sentences(text)
    if SLIPPED.search(plain):
        return False
    if any(_wrong.fullmatch(part) for part in both_ways((plain, *parts))):
        others = [part for part in parts if not any(map(_wrong.fullmatch, both_ways([part])))]
        return not any(names_a_topic(part) or is_grave(part) for part in others)
    others = [
        part
        for part in parts
        if not any(_wrong_person.fullmatch(each) for each in both_ways([part]))
    ]
    return len(others) < len(parts) and all(_goes_with_wrong_person(part) for part in others)


def _goes_with_wrong_person(part: str) -> bool:
    return bool(ONLY_POLITE.fullmatch(part) or ASKS_WHO.fullmatch(part) or is_directive(part))
