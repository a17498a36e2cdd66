"""What stands at the edges of an answer and is no part of it (pure): greetings and thanks."""

import re
from functools import lru_cache

from app.conversations.openings import after_opening
from app.conversations.plain import LATELY

GAP = r"[\s,.:;!~\-\u2013\u2014]*"
COUNT = r"(?:1|2|3|4|one|two|three|four|few|couple(?: of)?|top|main|biggest)"
THINGS = (
    r"(?:things?|tings?|thingz|points?|priorit(?:y|ies)|ones?|questions?|topics?|issues?"
    r"|concerns?|worries)"
)
TALK = (
    r"(?:talk|chat|speak|ask|discuss|know|understand|mention|say|raise|go (?:over|through"
    r"|thru)|bring up|find out"
    r"|hear|cover|focus on|look at|get (?:help|advice) (?:with|on)|sort out)"
)
ABOUT = r"(?:\s+(?:more\s+)?(?:about|abt|bout|abour|regarding|on|re)\b)?"
WISH = r"(?:want(?:ed)?|wanna|need|like|love|hope|hoping|wish|prefer)"

FOREIGN_WISH = (
    r"(?:(?:i|a|e|y|et) )?(?:jeszcze|hefyd|te\u017c|tak\u017ce|tambi\u00e9n|anche|aussi"
    r"|ayr\u0131ca|de asemenea|tamb\u00e9m)\b(?! dobrze)|(?:a |i |e |y |et |oraz |jeszcze "
    r"|te\u017c |tak\u017ce |ac |hefyd |si |\u0219i |ve )*(?:chc\u0119 (?:zapyta\u0107"
    r"|porozmawia\u0107|pogada\u0107)(?: o)?|chcia\u0142(?:a)?bym (?:zapyta\u0107"
    r"|porozmawia\u0107)(?: o)?|dwi'?n? (?:isio|eisiau|ishe) (?:siarad|trafod|gofyn)(?: am)?"
    r"|hoffwn (?:i )?(?:siarad|drafod|ofyn)(?: am)?|quero (?:falar|saber|perguntar)(?: sobre"
    r"| de)?|quiero (?:hablar|saber|preguntar)(?: de| sobre)?|me gustar\u00eda (?:hablar"
    r"|saber)(?: de| sobre)?|je (?:veux|voudrais) (?:parler|savoir|demander)(?: de| du| des)?"
    r"|voglio (?:parlare|sapere|chiedere)(?: di| del| della)?|vorrei (?:parlare|sapere)(?: di"
    r"| del| della)?|vreau s\u0103? ?(?:vorbesc|stiu|\u0219tiu|intreb)(?: despre)?"
    r"|main baat karna chahta hu)"
)
GREETING = (
    r"(?:h+i+y?a*|he+y+a*|hello+|ello|y['\u2019]?alright|alri|aye aw?right|helo|hullo|hola|yo+"
    r"|eyup|ey up|ay up|awrite|aw?right|alright"
    r"|areet|wagwan|wag1|sup|salaam|salam|g'?day"
    r"|(?:good )?(?:morning|mornin|afternoon|evening)|dear \w+(?: \w+)?|to whom it may concern"
    r"|howdy|oi|haia|hei|\u4f60\u597d|\u60a8\u597d|\u0633\u0644\u0627\u0645"
    r"|\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645"
    r"|\u0645\u0631\u062d\u0628\u0627|\u09a8\u09ae\u09b8\u09cd\u0995\u09be\u09b0"
    r"|\u0ba4\u0bae\u0bbf\u0bb4\u0bcd \u0bb5\u0ba3\u0b95\u0bcd\u0b95\u0bae\u0bcd"
    r"|\u0bb5\u0ba3\u0b95\u0bcd\u0b95\u0bae\u0bcd|shwmae|helo|bore da|czesc|cze\u015b\u0107"
    r"|salut|bonjour|ciao|merhaba)"
    r"(?:\s+(?:there|all|guys|team|everyone|everybody|mate|butt|pal|doc|docs|dr|doctor|again"
    r"|fam|bro|bruv|its me(?: again)?|love|pet|mush|bab|hun|bud))*"
)
FILLER = (
    r"(?:so+|ok(?:ay)?|kk|yeah+|yh|yes|yep|ye|um+|erm+|er+|uh+|ah+|hm+|well|right (?:so|ok"
    r"|then)|right(?=,)|reet(?: so)?|basically|honestly|tbh|tbf|ngl|like|just|probs|probably"
    r"|mainly|mostly"
    r"|maybe|perhaps|actually|idk|lol|haha+|obvs|obviously|i mean|i think|i guess|i suppose"
    r"|fam|bro|bruv|mate|oh|ooh|omg|and|an|n|nd|&|\+|plus|but|then|also+"
    r"|lastly|finally|last of all|to start with|to begin with|first up|sent too early"
    r"|pressed send too early|on reflection|p\.?s\.?|another(?: (?:thing|one))?"
    r"|one more(?: thing)?|sorry|soz|really|rly|fine(?=[.,!])|btw|by the way|oh right|(?:naw"
    r"|nah|no)(?=[\s,]+(?:wait|actually|just|so|but|i mean|sorry|honestly)\b)|for me|thing is"
    r"|wait|anyway|anyways|hmm+|again|still|and that|forgot (?:to say|one|this one)"
    r"|thanks for asking|thank you for asking|cheers for asking|gonna sound (?:weird|silly"
    r"|stupid)(?: but)?|this is (?:long|embarrassing|awkward)|sorry this is long"
    r"|theres a few things(?: tbh)?|i(?:\s*['\u2019])?ve had a think|ive been thinking"
    r"|hope (?:you are|ur|youre|that(?:'?s)?) \w+)"
)
LEAD_IN = re.compile(
    rf"(?:(?:{GREETING})\b(?=[^\w/]|$){GAP}"
    rf"|(?:{FILLER})(?![\w/]|['\u2019]\w){GAP}"
    rf"|(?!(?:ones?|things?)\s+(?!is\b|r\b|are\b|would\b|wud\b))"
    rf"(?:(?:so|and|well|i think|i guess|think|ok)\s+)?(?:my|me|ma|mi|the|here are (?:my|the)"
    rf"|heres my"
    rf"|these are my|mine (?:are|is)|got|only got|i(?:\s*['\u2019])?ve got|i have|i got"
    rf"|there(?:\s*['\u2019])?s|theres|just)?\s*(?:(?:top|main|biggest|most important|first"
    rf"|second|third|other|next|last|only|final|\d(?:st|nd|rd"
    rf"|th))\s+)*(?:{COUNT}\s+)?(?:main\s+)?{THINGS}(?:\s+(?:for me|that matters? (?:to me"
    rf"|most)(?: to me)?|i(?:\s*['\u2019])?d (?:like to )?raise|on my mind|i want to talk about"
    rf"|i wanna talk about|id like to (?:talk about|discuss|raise)|im worried about|i have"
    rf"|to say|yeah))*\s*(?:are|r|is|would be|wud be|wld be|will be|:|=|;|\-|,)?(?:\s+(?:that"
    rf"|probably|prob|probs|just|mainly))*\b{GAP}"
    rf"|my\s+{COUNT}\s*(?:are|r|is|would be|:|=)\s*{GAP}"
    rf"|(?:and |then |my |the )*(?:first|second|third|fourth|last|next"
    rf"|final)(?:ly)?(?:\s+(?:thing|one|ting|of all))?\s+(?:is|would be|wud be)\b{GAP}"
    rf"|(?:main|biggest|most important|other|another|first|second|third|last|next) (?:thing"
    rf"|ting|one|worry|concern|issue|priority|q|question)(?:\s+(?:for me|is|s|would be|wud be"
    rf"|i guess|tbh|really|atm))*\b{GAP}"
    rf"|(?:numba|number|num|no\.?|nr)\s*(?:\d|one|two|three|four)\s*(?:is|=|:|would be)?\b{GAP}"
    rf"|more than (?:3|three)(?: (?:soz|sorry|lol|haha|x|tho|if thats ok))*\b{GAP}"
    rf"|only (?:got )?(?:{COUNT})\b(?!\s+(?:of|time|day|week|hour|tablet|puff)){GAP}"
    rf"|(?:pls |please |plz )?(?:can|could|cud) (?:u|you|someone|they) (?:pls |please )?(?:tell"
    rf"|explain to) me(?=\s+(?:why|how|what|if|when|whether|about))(?:\s+about)?{GAP}"
    rf"|i(?:\s*['\u2019])?ve been (?:meaning|wanting|trying) to {TALK}{ABOUT}{GAP}"
    rf"|{FOREIGN_WISH}{GAP}"
    rf"|(?:i|we)(?:\s*['\u2019]?(?:d|m|ll)|\s+would|\s+just|\s+do|\s+really|\s+also|\s+mainly"
    rf"|\s+only)*(?:\s+(?:mainly|really|also|just|still|rly|gonna|wud"
    rf"|would))*\s*{WISH}(?:\s+(?:u|you|someone|the (?:dr|doctor|nurse)|them|it))?\s+(?:to\s+"
    rf"|2\s+)?(?:also\s+|just\s+|maybe\s+)*(?:be able to\s+)?{TALK}(?:\s+(?:to|2|with) (?:u|you"
    rf"|someone|the (?:dr|doctor|nurse|team)|them|her|him"
    rf"|dr \w+))?{ABOUT}\s*(?:(?:the )?(?:following|these)(?: things)?)?{GAP}"
    rf"|(?:i\s+)?(?:wanna|want to|need to|wanted to|would like to|like to"
    rf"|gotta)\s+{TALK}(?:\s+(?:to|2|with) (?:u|you|someone|the (?:dr|doctor|nurse)"
    rf"|them))?{ABOUT}{GAP}"
    rf"|(?:pls |please |plz )?(?:can|could|cud|may|shall|will|would)\s+(?:we|i|u|you|someone"
    rf"|sum1|the (?:dr|doctor|nurse)|they)\s+(?:pls |please |plz |also |just "
    rf"|maybe )*{TALK}(?:\s+(?:to me|2 me|me|them|him|her|the (?:dr|doctor)"
    rf"|dr \w+))?{ABOUT}(?=\s+\S){GAP}"
    rf"|(?:talk|chat|speak|ask|asking|know|tell me|tell them|tell him|tell her|more info|info"
    rf"|question|worried|a chat|something|smth|it(?:'?s)? (?:just )?|help)\s+(?:about|abt"
    rf"|bout)\b{GAP}"
    rf"|(?:what|how)\s+(?:about|abt|bout)\b{GAP}"
    rf"|its\s+(?:just|all|mainly|mostly|about|abt|really|prob\w*)\s+(?:about\s+|abt\s+)?{GAP}"
    rf"|(?:i(?:\s*['\u2019]?m| am)?\s+)?(?:just\s+)?(?:mainly\s+|mostly\s+)?(?:thinking|thinkin"
    rf"|concerned|wondering)\s+(?:about\s+|abt\s+)?{GAP}(?!if|whether)"
    rf")",
    re.IGNORECASE,
)
ITS = re.compile(r"(?:it(?:\s*['\u2019])?s|its|is|r|are|would be|wud be)\s+(?=\w)", re.IGNORECASE)
ITS_ALONE = re.compile(
    r"^\W*(?:its|it's|it is|is|are|r|all done|done|the end|end)\W*$", re.IGNORECASE
)
KISSES = (
    r"(?:x{1,6}|xo+x*o*|\U0001f618|\u2764\ufe0f?|\U0001f60a|\U0001f64f[\U0001f3fb-\U0001f3ff]?"
    r"|\U0001f642|:\)|<3)"
)
THANKS = (
    r"(?:(?:thanks+|thank (?:you|u|ya))(?: so much| very much)?,? (?:for (?:asking|listening"
    r"|reading"
    r"|your (?:time|help|text|message)|the (?:text|message))(?: me)?|its? (?:is )?good to be asked"
    r"|it\s?['\u2019]s good to be asked)"
    r"|thank(?:s+|z|x)?(?:\s*(?:you|u|ya))?(?: (?:so|very) much| a lot| loads)?|thankyou|thx+"
    r"|tnx|ty+|tysm|cheers|chrs|sound ta"
    r"|tara a bit"
    r"|ta(?: pet| love| mate| duck| la)?|jazakallah(?: khair)?"
    r"|have a (?:good|nice|great|lovely) (?:day|one|weekend|evening)"
    r"|(?:kind|best|warm) (?:regards|wishes)|regards"
    r"|much appreciated|many thanks|nice one|safe"
    r"|please|pls|plz|plis|if thats ok(?:ay)?|if thats alright|if poss(?:ible)?"
    r"|diolch(?: yn fawr)?|gracias|merci|grazie|obrigad[oa]|dzi[e\u0119]kuj[e\u0119]"
    r"|te\u015fekk\u00fcrler|tesekkurler|mahadsanid|multumesc|mul\u021bumesc|shukriya)"
)
THATS_IT = (
    r"(?:(?:and |n |so |yeah |ok |but |i think |i guess )*(?:that\s*['\u2019]?s|thats|dats|das"
    r"|that is|thas)\s+(?:the only (?:one|thing)|my only (?:one|thing)|right|it|all|everything"
    r"|me|about it|the lot|my \w+|them"
    r"|mine)(?:\s+(?:really|rly|then|tbh|for now|lol|i think|i guess|folks|from me|for me"
    r"|innit|mate))*"
    r"|(?:just|only) (?:the )?(?:one|two|1|2)(?: then| tbh| really)?|one then|i guess|i think"
    r"|i suppose"
    r"|probably|probs|prolly|(?:sorry|soz) forgot"
    r"|(?:sorry|sory|soz) (?:for|about) (?:my|the) (?:spell?ing|speling|spelin|typos)"
    r"|(?:sorry|soz),? cant spell|full stop|the only thing|(?:nothing else|no more|nothing more"
    r"|finito)(?:\s+(?:done|now"
    r"|x))?|lol|haha+|innit|tbh|tho|rly|really|ngl|fr|idk|as well|aswell|too|tho|like"
    r"|so there is|mun|la|bro|fam|bruv|mate|man|smh|pal|hun)"
)
SIGN_OFF = re.compile(
    rf"(?<![\s,.!;:\-])[\s,.!;:\-]*+(?:(?<=\W)|(?<=\s))(?:(?:{THANKS}"
    rf"|{THATS_IT})(?!\w)(?:\s*(?:so much|very much|a lot|loads|again|in advance|{KISSES}"
    rf"|for asking|mate|bro|guys|x))*|{KISSES})[\s.!?)]*$",
    re.IGNORECASE,
)
REGARDS = re.compile(
    r"(?:^|[\s,.!;\-]+)(?i:with thanks|(?:with )?(?:kind|best|warm|many)\s+(?:regards|wishes"
    r"|thanks)"
    r"|regards|cheers"
    r"|thanks(?: very much| so much)?|thank you(?: very much| so much| ever so much)?"
    r"|diolch(?: yn fawr)?"
    r"|thx|ta|yours \w+|love|from|all the best|best)[\s"
    r",.!]+(?:from\s+)?[A-Z][a-z]+(?:\s+[A-Z][a-z]*\.?)?[\s.x]*$"
)
# Its rank behind a thing: "sleep is one", "my hip would be second".
RANKED = re.compile(
    r"\s+(?:is|are|would be|comes)\s+(?:one|another|first|second|third|last|the (?:other|last"
    r"|second)"
    r"|(?:my|the|a) (?:first|second|third|main|other|last|big|biggest)(?: one| thing| concern"
    r"| worry"
    r"| priority))[\s.]*$",
    re.IGNORECASE,
)
DANGLING = re.compile(r"[\s,]+(?:and|so|but|n|cos|because|or|nd|an)$", re.IGNORECASE)
SAYS_NOTHING = re.compile(rf"\W*(?:(?:{THANKS}|{THATS_IT}|{KISSES}|{GREETING})\W*)+", re.IGNORECASE)
EDGES = " \t\r\n\u00a0,;:.-\u2013\u2014\u2022*~>\u2192/&+"


def tidied(text: str, start: int, end: int) -> tuple[int, int]:
    """Take greetings, lead-ins, sign-offs and loose marks off the edges of a stretch of a text."""
    first, last = _tidied(text[start:end])
    return start + first, start + last


@lru_cache(LATELY)
def _tidied(text: str) -> tuple[int, int]:
    start, end = edged(text, 0, len(text))
    dangling = DANGLING.search(text, start, end)
    end = dangling.start() if dangling and dangling.start() > start else end
    start = after_lead_in(text, start, end)
    end = before_sign_off(text, start, end)
    return edged(text, start, end)


def after_lead_in(text: str, start: int, end: int) -> int:
    """Return where a stretch begins once what leads up to it is gone; never all of it."""
    begun = start
    while (behind := _behind_lead(text, start, end)) > start:
        if behind >= end or not text[behind:end].strip(EDGES):
            break
        start = behind
    its = ITS.match(text, start, end) if start > begun else None
    return its.end() if its and its.end() < end else start


def _behind_lead(text: str, start: int, end: int) -> int:
    return start + _length_of_lead(text[start:end])


@lru_cache(LATELY)
def _length_of_lead(words: str) -> int:
    """Return how long what leads up to a stretch is."""
    lead = LEAD_IN.match(words)
    behind = after_opening(words, 0, len(words))
    return max(behind, lead.end()) if lead else behind


def before_sign_off(text: str, start: int, end: int) -> int:
    """Return where a stretch ends once thanks, kisses and names are gone; never all of it."""
    regards = REGARDS.search(text, start, end)
    if regards and text[start : regards.start()].strip(EDGES):
        end = regards.start()
    ranked = RANKED.search(text, start, end)
    if ranked and text[start : ranked.start()].strip(EDGES):
        end = ranked.start()
    while (off := SIGN_OFF.search(text, start, end)) and text[start : off.start()].strip(EDGES):
        end = off.start()
    return end


def edged(text: str, start: int, end: int) -> tuple[int, int]:
    """Take loose marks off both ends."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES and text[end - 1] != ">":
        end -= 1
    return start, end


@lru_cache(LATELY)
def only_an_edge(words: str) -> bool:
    """Return whether a stretch is nothing but a greeting, a filler, a lead-in or a sign-off."""
    if REGARDS.fullmatch(words.strip()):
        return True
    at = 0
    while (behind := _behind_lead(words, at, len(words))) > at:
        at = behind
    rest = ITS_ALONE.sub("", words[at:])
    return not rest.strip(EDGES + "?!") or SAYS_NOTHING.fullmatch(rest) is not None
