"""What people text in English to have texts stopped or begun again (pure).

An opt-out is a whole message or a clear directive, never a word inside one: "i want to stop my
meds" is a thing that matters. The patterns match whole messages, or whole sentences of them, in
plain words: lower case, no accents, no punctuation.
"""

import re
from functools import lru_cache

from app.conversations.other_tongues import says_stop_elsewhere
from app.conversations.plain import LATELY, plain_words, sentences
from app.conversations.spelling import both_ways, spelled
from app.conversations.stop_meant import GOES_ON
from app.conversations.stop_parts import (
    AFTER,
    AGAIN,
    ANOTHER_TEXTS,
    AT_TIMES,
    BEFORE,
    DONT,
    DONT_WANT,
    HERE,
    LIST,
    NOT_YET,
    OF_TEXTS,
    TEXT,
    TEXTING,
    TEXTS,
    THINGS,
    WANT,
    WHOM,
)

# Every repetition below ends: a text made to be slow to read must not be.
# Longer than this is a letter, and no message as a whole.
LONGEST_WHOLE = 200

# Clear wherever they stand as a sentence of their own.
DIRECTIVES = (
    rf"(?:stop|quit) (?:sending|sendin) (?:{WHOM} )?(?:these|them|this|stuff|it|things|{THINGS}"
    rf"|shit|crap|rubbish)(?: to {WHOM})?{AGAIN}",
    rf"no (?:more|further) (?:{THINGS}|these|of these)(?: (?:to|for|from|off"
    rf"|about) (?:\w+ ){{0,3}}\w+)?",
    rf"(?:cba|cant be (?:arsed|bothered)|sick|bored|fed up|had enough) (?:with|of) (?:these"
    rf"|{THINGS})(?: any ?more)?(?: (?:take|get) (?:us|me) off)?",
    rf"(?:take|get|remove|delete) (?:us|me|my number|this number|my no|my num|{WHOM})(?: off"
    rf"| from)(?: (?:ur|your|the|this|yer) (?:system|list|texts?|thing|service|contacts?"
    rf"|database|records))?",
    rf"{DONT} {TEXT} (?:me|us|{WHOM}) (?:by|on|via) (?:text|sms|this)(?: {AGAIN})?",
    rf"{DONT} {TEXT} (?:this (?:phone|number)|again|me|us|here|my (?:phone"
    rf"|number)){AGAIN}(?: (?:again|any ?more))?(?: (?:we|i|use|he|she) .{{0,40}})?",
    rf"stop {TEXTING} (?:this (?:number|phone)|my (?:number|phone|mobile)|{WHOM}) (?:use|its"
    rf"|ring|text|try) .{{0,40}}",
    rf"(?:st+o+p+|stpo|sotp|stp|st0p|sto|quit|cease|allow|pack in|pack it in wi?t?h?"
    rf"|enough of) (?:with )?(?:{TEXTING}|{THINGS})(?: (?:{WHOM}|to {WHOM}))?{AGAIN}",
    r"(?:stop|quit) (?:blowing?|blowin|pinging|spamming|clogging) (?:up )?my (?:phone|inbox"
    r"|mobile)",
    rf"gonnae no {TEXT}(?: {WHOM})?{AGAIN}",
    rf"(?:id|i would|we would|wed) rather not (?:get|have|receive|be sent) (?:{THINGS}"
    rf"|these){AGAIN}",
    rf"(?:i )?(?:do not|dont|no longer|withdraw my|didnt) consent to (?:receiving |getting "
    rf"|receive |get |be sent )?(?:{THINGS}|these|this)(?: from (?:this|the|your) \w+)?",
    rf"{DONT_WANT}(?:want|wanna|need) (?:any |no |ur |your |these |more |the "
    rf"|anymore )*{TEXTS}(?: (?:off|from) (?:the |this |your )?(?:\w+))?{AGAIN}",
    rf"(?:stop|quit|cease) {TEXTING}(?: {WHOM})?{AGAIN}",
    rf"(?:stop|quit) sendin?g?(?: {WHOM})?(?: (?:{THINGS}|these|this|stuff|things|any more))"
    rf"(?: to {WHOM})?{AGAIN}",
    rf"(?:stop|end|block) (?:with )?{THINGS}(?: to {WHOM})?{AGAIN}",
    r"(?:cancel|end) (?:my |this |the )?subscription|no more contact"
    r"|enough (?:of )?(?:these )?texts",
    rf"cancel (?:these |those |all |my |your |the )*{TEXTS}",
    rf"{DONT} {TEXT} (?:{WHOM}){AGAIN}",
    rf"{DONT} send (?:{WHOM} )?(?:{THINGS}|these|this|anything|any more|more|stuff)"
    rf"(?: of (?:these|this))?(?: to {WHOM})?{AGAIN}",
    rf"{DONT} bother {TEXTING}(?: {WHOM})?",
    rf"{DONT_WANT}(?:want|wanna|need|wish)(?: to)?(?: (?:get|receive|have|be sent|getting))? "
    rf"{THINGS}{AGAIN}",
    rf"{DONT_WANT}(?:want|wanna|wish)(?: to)? (?:get|receive|be sent) (?:these|this|them){AGAIN}",
    rf"{DONT_WANT}(?:want|wanna|wish)(?: to)?(?: be| get| being)? "
    rf"(?:texted|txted|contacted|messaged){AGAIN}",
    rf"{DONT_WANT}(?:want|wanna|wish) to be on (?:this|the|your|ur) {LIST}",
    rf"no (?:more|further) (?:of )?(?:{THINGS}|these){AGAIN}",
    rf"i (?:didnt|never) (?:ask|sign up|signed up|asked) (?:for|to) {THINGS}",
    rf"(?:(?:i|we)d?(?: would)? (?:rather|prefer) not (?:to )?)(?:get|have|receive|be) "
    rf"(?:{THINGS}|these|texted|contacted){AGAIN}",
    rf"(?:turn|switch) off {THINGS}|(?:turn|switch) (?:{THINGS}|these) off",
    rf"(?:is there a way to|how (?:do|can) (?:i|we|you)|can i|i need to)"
    r" (?:stop|turn off|cancel|block|end|get rid of) "
    rf"(?:getting |receiving )?(?:{THINGS}|these){AGAIN}",
    rf"(?:deactivate|withdraw|unenrol+|unregister|deregister|disenrol+) {WHOM}"
    r"(?: from (?:\w+ ){0,3}\w+)?",
    rf"(?:disable|kill|mute) {THINGS}(?: (?:to|on|for) {WHOM})?(?: permanently)?",
    rf"(?:id like to|i want to|i would like to) (?:cancel|end) {THINGS}{AGAIN}",
    rf"(?:id|i would) rather not (?:receive|get|have) anything(?: (?:more|else))?{AGAIN}",
    rf"{DONT} send (?:{WHOM} )?another (?:one|1|{TEXTS})",
    rf"{DONT} (?:bother|start|begin|restart) {TEXTING}(?: {WHOM})?{AGAIN}",
    rf"(?:(?:i|we) (?:want|need) (?:you|u)|id like (?:you|u)|i would like (?:you|u)) to stop"
    rf"(?: {TEXTING}(?: {WHOM})?| sending (?:{WHOM} )?(?:{THINGS}|these|this))?{AGAIN}",
    rf"{WANT} to stop (?:getting|receiving|having) (?:{THINGS}|these|them){AGAIN}",
    r"(?:(?:(?:how|where) (?:do|can)|can) (?:i|we) |(?:i|we)d? (?:want|wanna|like|would like|need"
    r"|wish) to )?"
    r"(?:uns?ub|un ?subsc?r?i?b?e?|unsuscribe|unsubscirbe|unsubcribe|unsubscibe|un subscribe)"
    rf"(?: {WHOM})?(?: from (?:this|these|all|everything|(?:(?:this|the|your|ur"
    rf"|these) )?{LIST}))?",
    rf"(?:{WANT} to )?opt(?:ing|ed)? ?out of {THINGS}|opt (?:me )?out",
    rf"(?:take|get|remove|delete) (?:{WHOM}|my name) (?:off|from|out of) "
    rf"(?:(?:this|the|your|ur|these|those|all) )*{LIST}",
    r"(?:im |i am |ive )?block(?:ing|ed) (?:you|u|this number)",
)
# Clear only where a message says nothing else.
WHOLE = (
    r"(?:reply |text |send |i (?:already )?(?:said|say|told you|asked you)(?: to)? )?(?:s+t+o+p+"
    r"|stpo|sotp|tsop|stp|st0p|sto p|st op|stoop"
    r"|st+a+h*p+|stopo|stope|s t o p)",
    r"stop(?: (?:means )?(?:stop|unsubscribe|lol))+|i want out"
    r"|stop ?all|stop ?2 ?end|stop (?:it|this|that|these)|stop sending|quit it",
    rf"stop (?:this|the|all this) (?:shit|crap|nonsense|rubbish|spam)|{DONT} {TEXT}",
    r"stop asking(?: me)?(?: (?:questions|stuff|things|this|these))?",
    rf"no {TEXTS}{AGAIN}",
    r"(?:i want to |(?:i )?wanna |id like to |i would like to |can i |how do i )?opt(?:ing)? ?out"
    r"|opt me out|i opt out",
    rf"leave (?:{WHOM}) (?:alone|be|in peace)",
    rf"(?:take|get) (?:{WHOM}) off(?: this)?|remove (?:{WHOM})"
    r"(?: from (?:this|(?:your|ur|the) \w+))?",
    r"go away",
    r"lose my number|block me",
    r"(?:im |i am )?not interested(?: in (?:this|these|it))?",
    r"i (?:didnt|never) (?:sign(?:ed)? up|ask(?:ed)?) (?:for|to) (?:this|these)",
    rf"{DONT} (?:call|ring) me (?:again|any ?more)",
)
# However it is worded: a word of stopping, soon after it one of texting, and nobody else's texts.
STOPPING = (
    r"(?:stop|quit|cease|no more|no further|allow|packs? (?:it )?in|leave off|lay off|give over"
    r"|knock off|dont send|do not send|rather you (?:didnt|dont|stopped)|wish to stop"
    r"|want to stop)"
)
TEXTED = (
    r"(?:texts?|texting|txts?|messages?|messaging|reminders?|sms|spam|spamming|notifications"
    r"|contacting|contact list|mailing list|text list)"
)
ANYHOW = re.compile(rf"\b{STOPPING}\b(?: \w+){{0,4}}? {TEXTED}\b")
SOMEBODY_ELSE = re.compile(
    r"\b(?:dont stop|do not stop|like them|love them|happy with|mums?|mam|mom|dads?|ex|exs|bf"
    r"|gf|boyfriend|girlfriend|friends?|mates?|people|they"
    r"|he|she|him|school"
    r"|teachers?|boss|work|group|whatsapp|insta\w*|snap\w*|wont stop|never stops?|keeps?"
    r"|cant stop|how (?:do|to|can) i"
    r"|addicted|phone time|screen time|in class|bully\w*|bullies|brother|sister|cousin|carer"
    r"|guy|lad|lads|girls?|boys?"
    r"|help me|meds?|tablets|doses?|inhaler|jabs|school texts)\b"
)
LONGEST_ANYHOW = 16
# Said in anger, in the middle of anything.
STRONG = re.compile(
    r"\b(?:bloody|fuc?kin[g]?|fking|fkn|effing|flipping|fkin|fckin|fukin|fukn|frickin|freaking"
    r"|chuffing|blooming|damn|sodding|literally|seriously) "
)
ONLY_POLITE = re.compile(
    rf"{BEFORE}(?:hi|hey|hello|hiya|pls|plz|please|sorry|thanks|thank you|thx|ty|ok|okay|ffs|omg"
    rf"|no|x+|{HERE}(?: here)?|who (?:is|are) (?:this|you)|who (?:r|dis) ?u?){AFTER}"
)
STARTS_AGAIN = re.compile(
    r"^(?:(?:please|pls|ok|hi|can you|could you|you can|yes|actually|sorry|oops|again"
    r"|would you) )*"
    r"(?:(?:start|resume|restart|begin|carry on|keep(?: on)?) (?:texting|messaging|sending"
    r"|reminding)"
    r"(?: me| us| them| these| it| those| the (?:texts|messages|reminders))*(?: again| back"
    r"| please| now| to me| coming)*"
    r"|(?:text|message|remind|ask|contact) me again(?: please| from now on| now| thanks"
    r"| if you want| its fine| x+)*"
    r"|put me back on(?: the)?(?: texts| messages| list| it)?(?: please)?"
    r"|re ?subscribe(?: me)?(?: please)?"
    r"|opt me back in(?: please)?|keep (?:them|em|the texts|the messages|my texts"
    r"|sending them) coming(?: to me)?)$"
    r"|\b(?:want|like|have|get|put|turn|switch|sign) (?:\w+ ){0,3}(?:texts?|messages?"
    r"|reminders?|them) (?:back|back on|on again|on)"
    r"(?: again| now| please)*$|\bopted out by (?:accident|mistake)\b|^turn (?:them|em"
    r"|it) back on(?: please)?$"
    r"|\b(?:brother|sister|mate|cousin|friend) (?:sent|texted|put|typed) (?:that )?stop$"
)
STARTS = re.compile(
    r"(?:(?:pls|plz|please|ok|hi) )*(?:start|unstop|opt ?in|opt me in|dechrau"
    r"|start (?:again|texts|texting me|texting again|messages|my texts)|start again with texts"
    r"|(?:you can )?text me again|subscribe|resubscribe|restart|turn (?:the )?texts (?:back )?on"
    r"|i want (?:the|my|your) texts (?:back|again))" + AFTER
)

_directive = re.compile(f"{BEFORE}(?:{'|'.join(DIRECTIVES)}){AFTER}")
_whole = re.compile(f"{BEFORE}(?:{'|'.join((*WHOLE, *DIRECTIVES))}){AFTER}")


@lru_cache(LATELY)
def asks_to_stop(text: str) -> bool:
    """Return whether a text asks for no more texts, as a whole or in a sentence of its own."""
    if len(text) <= LONGEST_WHOLE and (
        any(_is_whole(each) for each in both_ways([plain_words(text)])) or says_stop_elsewhere(text)
    ):
        return True
    parts = sentences(text)
    alone = len([part for part in parts if not ONLY_POLITE.fullmatch(part)]) == 1
    for part in both_ways(parts):
        # "Stop these" behind something else may well be about that.
        others = " ".join(each for each in parts if each != part)
        clear = alone or (OF_TEXTS.search(part) and not ANOTHER_TEXTS.search(others))
        if clear and is_directive(part):
            return True
        if _is_asked_anyhow(part) and not SOMEBODY_ELSE.search(" ".join(parts)):
            return True
    said = [part for part in parts if not ONLY_POLITE.fullmatch(part)]
    return bool(said) and all(_is_whole(part) or _is_whole(spelled(part)) for part in said)


def is_directive(sentence: str) -> bool:
    """Return whether a sentence in plain words asks for no more texts, whatever else is said."""
    calm = STRONG.sub("", sentence)
    return len(calm) <= LONGEST_WHOLE and _directive.fullmatch(calm) is not None


def _is_asked_anyhow(sentence: str) -> bool:
    if len(sentence.split()) > LONGEST_ANYHOW or AT_TIMES.search(sentence):
        return False
    if GOES_ON.search(sentence):
        return False
    return ANYHOW.search(STRONG.sub("", sentence)) is not None and not NOT_YET.search(sentence)


def _is_whole(plain: str) -> bool:
    return _whole.fullmatch(STRONG.sub("", plain)) is not None
