"""What is meant by stopping (pure): only for a time, or that it goes on."""

import re

from app.conversations.plain import plain_words, sentences
from app.conversations.stop_parts import DONT

# What is said of a time must be said of texts; what ends them by itself must be said of it too.
ABOUT_TEXTS = re.compile(r"\b(?:te?xt|msg|mes+[ea]g|sms|remind|notif)|(?:rest|break) from")
ENDS_BY_ITSELF = re.compile(
    rf"\b(?:s+t+[ao]+h?p|quit|unsub|opt (?:me )?out|(?:remove|delete|take|get) me"
    rf"|{DONT} te?xt|no more|leave me)"
)
# Whoever says so wants the texts, only asks about them, or means somebody else's.
GOES_ON = re.compile(
    r"\b(?:dont|do not|never|dnt) (?:ever |you ever |u ever )?(?:stop|quit|unsubscribe|unsub"
    r"|(?:take|get) me off|(?:remove|delete) me)\b"
    r"|(?<!dont )(?<!not )(?<!never )\b(?:start|begin|resume|restart) (?:again )?"
    r"(?:texting|messaging|sending)\b"
    r"|\b(?:pls|please|can (?:you|u)|(?:you|u) can) (?:text|message) me again\b"
    r"|\bput me back on\b|\bdo (?:these|the|ur|your) (?:texts|messages) (?:stop|end)\b"
    r"|\b(?:get|want|need|wish|make) (?:my (?!number|phone|mobile)|him|her|them|people|every ?one)"
    r" ?(?:\w+ ){0,3}?(?:to )?(?:stop|quit)\b"
    r"|\b(?:said|put|sent|texted) stop (?:before |earlier |last time )?but\b"
    r"|\bopted out (?:last|before|in|when|but|ages)\b.*\b(?:back|again|now)\b"
    r"|\b(?:turn|put|switch) (?:the |my |them |these )?(?:texts |messages |reminders )?back on\b"
    r"|\bwant (?:the texts|the messages|my texts|them|these) (?:back|again)\b"
    r"|\bunsub\w*(?: me)? from (?!this$|this (?:list|service|number|thing|text)|these"
    r"|the (?:text|list|mess)"
    r"|your|ur|te?xt|mess|list|all|it\b|every)"
    r"|\b(?:stop|quit) (?:sending|starting) (?:so many|every)\b"
    r"|\b(?:stop|quit|dont|do not) (?:phon|ring|call)\w*(?! (?:me )?n?or\b) .*\bte?xt"
    r"|^more (?:texts|reminders)\b"
    r"|\b(?:stop (?:sending|posting)(?: me)?|no(?: more)?) letters\b|\bblocked (?:him|her|them)\b"
    r"|\bsend me (?:a|the|another|my)\b|\btext me instead\b|\bdont mind (?:them|these)\b"
    r"|\bi want mine\b"
    r"|\bbut i said no\b"
    r"|\bsaid stop by (?:accident|mistake)\b|\btold (?:you|u) to stop not me\b"
)
AT_SOME_TIMES = re.compile(
    r"\b(?:dont|do not|stop|no|not) (?:te?xt|txt|messag|send)\w*(?: \w+){0,2} (?:after|before"
    r"|at|in|during|when|while)"
    r" (?!all\b|this\b|that\b|future\b)"
)
# Told of others: what they said or were told, or will not stop.
TELLS_OF_OTHERS = re.compile(
    r"\b(?:told|asked|said to|made|got) (?:him|her|them|my \w+) to stop\b|\b(?:he|she|they|ex"
    r"|people) "
    r"(?:\w+ ){0,2}(?:wont|doesnt|didnt|never|keeps?|carried|would not|wouldnt|will not)\b"
    r"|\b(?:him|her|them) to stop\b"
)
# Said of a time, however it is worded, it is a pause.
FOR_A_TIME = re.compile(
    r"\bfor (?:now|(?:like )?a (?:bit|while|few|couple|month|week|fortnight)"
    r"|(?:the )?(?:next )?(?:\d+|two|three|four|couple|few)(?: of)? (?:days?|weeks?|months?))\b"
    r"|\b(?:until|till|til)\b|\bwhile i ?m (?:on|there|away|in|off)\b|\brestart in\b"
    r"|\bback in (?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b|\ba (?:rest|break) from (?:them|these|it|texts)\b"
)


def goes_on(text: str) -> bool:
    """Return whether a text asks for texts to go on, only about some of them, or tells of others.

    >>> goes_on("please dont stop"), goes_on("dont text me again")
    (True, False)
    """
    plain = plain_words(text)
    return any(each.search(plain) for each in (GOES_ON, AT_SOME_TIMES, TELLS_OF_OTHERS))


def is_for_a_time(text: str) -> bool:
    """Return whether what a text says of texts is said of a time: a pause, not an end.

    A stop that stands by itself is an end, whatever lasts until when beside it.
    """
    parts = [(FOR_A_TIME.search(part) is not None, part) for part in sentences(text)]
    ends = [is_timed for is_timed, part in parts if ENDS_BY_ITSELF.search(part)]
    return all(ends) and any(is_timed and _is_about_texts(part) for is_timed, part in parts)


def _is_about_texts(sentence: str) -> bool:
    return bool(ABOUT_TEXTS.search(sentence) or ENDS_BY_ITSELF.search(sentence))
