"""The words of which stopping and texting are put together, and who else may be meant (pure).

Patterns for plain words: lower case, no accents, no punctuation.
"""

import re

TEXTS = (
    r"(?:(?:text|txt|tex|sms|mesage|massage|message|msg|reminder|notification|alert)s?"
    r"(?: (?:message|msg)s?)?|texting|messaging)"
)
WHICH = (
    r"(?:these|those|this|the|your|ur|all|any|of|my|such|so many|more|further|daily"
    r"|other|stupid|silly|annoying|random|boring)"
)
THINGS = rf"(?:(?:{WHICH}) ){{0,4}}{TEXTS}"
CHILD = r"(?:my|our) (?:son|daughter|child|kid|boy|girl|lad)"
WHOM = rf"(?:me|us|him|her|{CHILD}|this number|this phone|my phone|my number|my mobile|here)"
TEXTING = (
    r"(?:te?xt?in'?g?|texing|messag(?:ing|in)|msging|contacting|spamming|bothering|bugging"
    r"|annoying|harr?ass?ing|hassling|pestering|bombarding|emailing|whatsapping|reminding)"
)
TEXT = r"(?:text|txt|message|msg|contact|sms|spam|bother|email|whatsapp|write to)"
DONT = r"(?:dont|do not|dnt|donot|dinnae|dont ever|do not ever|never|never ever)"
DONT_WANT = (
    r"(?:(?:i|we|he|she|they|my (?:son|daughter|child)) )?(?:really |just ){0,2}"
    r"(?:dont|do not|dnt|doesnt|does not|didnt|no longer) (?:even |really ){0,2}"
)
WANT = r"(?:(?:i|we)d?(?: would)? (?:want|wanna|like|need|wish)|(?:want|wanna))"
LIST = rf"(?:(?:text|texting|contact|mailing|sms) )?(?:list|lists|service|system|database|{TEXTS})"
AGAIN = r"(?: (?:again|any ?more|ever|ever again|at all|from (?:you|u|the hospital|the nhs))){0,3}"
HERE = (
    r"(?:this is|its|it is|im|i am) (?:(?:[a-z]+s|her|their|the|a) )?"
    r"(?:mum|mom|mam|mummy|dad|daddy|mother|father|parent|carer|guardian|nan|sister|brother)"
)
BEFORE = (
    r"(?:(?:pl+s+|plz|pl+e+a+s+e+|kindly|just|can (?:you|u)|could (?:you|u)|would (?:you|u)"
    r"|will (?:you|u)"
    r"|jus|also|then|and|omg|oi|bro|mate|now|how many times|after this|from now on|like i said"
    r"|i said|as i said|again|for the last time|if possible|naw|nah|you lot|guys|erm|um"
    r"|i(?: would|d) like (?:you|u) to|i want (?:you|u) to|i need (?:you|u) to|literally"
    r"|pretty"
    r"|hi|hey|hello|hiya|no|ok|okay|sorry|so|look|right|yes|yeah|ffs|omg|thanks"
    rf"|{HERE}(?: here)?) )*"
)
AFTER = (
    r"(?: (?:pl+s+|plz|please|plis|thanks|thank you|thankyou|very much|so much|thx|ty|ta"
    r"|cheers|now|right now|x+|mate|m8"
    r"|bro|man|ffs|asap|already|today|immediately|kindly|forever|for good|ok|okay|sorry"
    r"|full stop|if thats ok(?:ay)?|if possible|will ya|will you|would you|innit|like|lads?"
    r"|yeah|fam|bruv|pal|la|hun)){0,8}"
)
# Whose texts are meant, if somebody like this stands beside.
ANOTHER_TEXTS = re.compile(
    r"\b(?:he|she|they|ex|bf|gf|boyfriend|girlfriend|people|friends?|mates?|group|chat|someone|somebody"
    r"|guy|man|nudes|insta\w*|snap\w*|whatsapp)\b"
)
OF_TEXTS = re.compile(
    r"te?xt|msg|mes+[ea]ge?|messag|sms|remind|contact|number|unsub|subscri|list|spam|notif|opt"
    r"|phone"
    r"|bother|me\b|us\b|pester|nag|block"
)
NOT_YET = re.compile(
    r"\b(?:for (?:now|a (?:bit|while|few|week|month)|the moment)|until|till|til|later"
    r"|this week|next week|at the moment"
    r"|right now|so (?:late|early|many|often)|too (?:late|early|many|often)|again (?:in|after)"
    r"|back|by mistake|by accident|didnt mean|ignore)\b"
)
# Not now is not never.
AT_TIMES = re.compile(
    r"\b(?:so|this|too) (?:late|early|much|often)\b|\b(?:at|in|during|before|after|until|till) "
    r"(?:school|night|work|class|lessons?|exams?|\d+(?:[ap]m)?|the morning|the evening)\b"
)
