"""How people lead up to what matters (pure): who they are, a heading, a polite start."""

import re

from app.conversations.first_names import FIRST_NAMES
from app.conversations.topics import is_grave, names_a_topic

GAP = r"[\s,.:;!~\-\u2013\u2014]*"
TALK = (
    r"(?:talk(?:ing)?|chat(?:ting)?|speak(?:ing)?|ask(?:ing)?|discuss(?:ing)?|cover(?:ing)?"
    r"|rais(?:e|ing)|mention|go(?:ing)? over|go(?:ing)? through|bring(?:ing)? up)"
)
TEAM = (
    r"(?:(?:the|my|our) )?(?:doctors?|docs?|dr|nurses?|team|consultant|specialist|clinic|them|him"
    r"|her|someone|somebody)"
)
ABOUT = r"(?:about|abt|abowt|aboot|bout)"
NAME = r"(?P<name>(?-i:[A-Z])[a-z]+(?:-(?-i:[A-Z])[a-z]+)?|[a-z]{2,12})"
GREETED = (
    r"(?:(?:hi+|hiya+|hey+a*|hello+|helo|yo|heya|good (?:morning|afternoon|evening)|morning"
    r"|afternoon|evening|alright|salaam)(?: there| all| again| everyone)?[\s,.!]*)"
)
ENDS = r"(?=\s*(?:[,.!:;\n\-\u2013]|\(|$|\d\s*[.):]))"
INTRO = re.compile(
    rf"(?P<greeted>{GREETED})?(?:and )?(?:(?P<its>it(?:\s?['\u2019])?s|it is|this is"
    rf"|my names?(?: is)?"
    rf"|names?|(?P<am>i\s?['\u2019]m|im|i am))\s+(?:only\s+|just\s+)?(?:me\s+|wee\s+)?{NAME}"
    rf"(?:\s+(?:here|again|speaking|btw|now|lol|x+))*{ENDS})\s*[,.!:;\-\u2013]*\s*",
    re.IGNORECASE,
)
HERE = re.compile(
    rf"(?P<greeted>{GREETED})?{NAME}\s+here(?=\s*(?:[,.!:;\n\-\u2013]|$))\s*[,.!:;\-\u2013]*\s*",
    re.IGNORECASE,
)
# Said of oneself as a name is: "I'm diabetic". No name ends like most of these.
STATES = re.compile(
    r".*(?:ing|etic|istic|eptic|less|ful|ous|ant)$|(?:me|my|the|about|just|fine|good|ok|okay|well"
    r"|ill|sick|deaf|blind|trans|gay|late|here|back|sorry|home|done|free|bored|new|not|no|yes|only"
    r"|all|also|so|really|mainly|mostly|everything|nothing|everyone|hard|bad|worse|long|mum|dad"
    r"|hell|true|real|legit|urgent|private|personal|embarrassing|awkward|that|this|it|both|more"
    r"|weird|rubbish|boring|scary|annoying)$",
    re.IGNORECASE,
)
_HEADING = (
    r"(?:here|are|is|these|my|mine|the|things?|stuff|points?|priorit(?:y|ies)|top|main|biggest"
    r"|most|important|list|what|matters?|to|me|for|of|at|about|clinic|appointment|appt|appoint"
    r"|visit|mon|tues?|weds?|thurs?|fri|(?:mon|tues|wednes|thurs|fri)day|tomorrow|2moro|today|next"
    r"|week|discuss|talk|ask|raise|say|want|wanna|would|like|i|id|i'd|and|that|as|follows"
    r"|following|ok|so|three|two|four|one|[2-4]|questions?|concerns?|worries|answers?|order|no"
    r"|particular|in|below|with|reasons?|cover|raise|please|find|are|doctor(?: \w+)?"
    r"|dr(?:\.? \w+)?|doc|nurse|u|you|asked|reply|3things|ones|topics|go|we|r|its"
    r"|it's|here's|heres|there|there's|theres)"
)
HEADING = re.compile(
    rf"(?:{_HEADING}\b[ \t,()]*+){{1,14}}+(?::+-?|(?=\n)|(?<=below)\.)\s*", re.IGNORECASE
)
HEADS = re.compile(
    r"\b(?:things?|mine|top|list|points?|priorit\w+|matters?|questions?|concerns?|worries|answers?"
    r"|follows|following|three|3|order|clinic|doctor|appointment|topics|heres|here|cover|raise"
    r"|discuss|below)\b",
    re.IGNORECASE,
)
LEADS = re.compile(
    rf"(?:(?:well|so|ok|and|honestly|just|i think|i guess|for me)[ ,]+)?(?:"
    rf"(?:the thing (?:that )?)?(?:what|wot)(?: really| most| mostly)? (?:matters?|bothers|worries"
    rf"|concerns|bugs|gets|scares)(?: the)?(?: most)?(?:(?: to| for)? me)?(?: the)?(?: most)?"
    rf" (?:is|are|rn is|atm is)(?: that)?\b"
    rf"|(?:the|a|my|one|another) (?:\w+ )?(?:things?|ones?|concerns?|worr(?:y|ies)|points?"
    rf"|questions?|issues?|priorit(?:y|ies)) (?:that )?(?:i(?:\s?['\u2019]?d| would)?(?: most"
    rf"| really"
    rf"| mostly| also| only)* (?:want|need|like|wanted|wanna)(?: to)? {TALK}(?: {ABOUT})?"
    rf"|(?:matters?|bothers|worries)(?: to)?(?: me)?(?: the)?(?: most)?(?: to me)?)"
    rf" (?:is|are)(?: that)?\b"
    rf"|(?:the |my |one |a )?(?:main|biggest|most important|first|second|third|other|last|only|next"
    rf"|final)? ?(?:thing|one|concern|worry|question|issue|priority) (?:for me )?is(?: that)?\b"
    rf"|(?:the )?most important(?: thing)?(?: for me| to me)? (?:is|has to be)(?: that)?\b"
    rf"|(?:i would|i should|i\s?['\u2019]?d|would)(?: really| very much| also)* (?:appreciate"
    rf"|value|love"
    rf"|like)(?: it)?(?: some)?(?: time| a chat| help| advice| a word)? ?(?:if we could "
    rf"|to )?{TALK}"
    rf"(?: (?:to|with) {TEAM})?(?: {ABOUT})?(?=\s)"
    rf"|(?:it would|it\s?['\u2019]?d|itd|would|wud) be (?:really |very )?(?:good|great|nice|helpful"
    rf"|useful|amazing) (?:to|if we could|if i could) {TALK}(?: {ABOUT})?(?=\s)"
    rf"|could do (?:wi|with|w)(?: a)? (?:{TALK}|chat|word|help)(?: {ABOUT}| on| with)?\b"
    rf"|(?:(?:pls|please) )?(?:can|could|cud|may) (?:we|i|you|u) (?:(?:pls|please"
    rf"|also) )*(?:have|get"
    rf"|{TALK})(?: (?:a|some))?(?: (?:wee|tidy|quick|little|proper|lil))* (?:chat|talk|word"
    rf"|time|info"
    rf"|help)?(?: to talk)? ?{ABOUT}\b"
    rf"|(?:(?:pls|please) )*(?:can|could|cud|will|would) (?:you|u|someone|ya) (?:(?:pls"
    rf"|please) )?(?:tell"
    rf"|let|ask) {TEAM}(?: know)?(?: {ABOUT}| that)\b"
    rf"|(?:(?:pls|please) )*(?:tell|let) {TEAM}(?: know)?(?: {ABOUT}| that)\b"
    rf"|i(?:\s?['\u2019]?d| would| want)(?: really)? (?:like )?{TEAM} to know that\b"
    rf"|(?:i am|i\s?['\u2019]?m) hoping (?:we could |to ){TALK}(?: {ABOUT})?(?=\s)"
    rf"|(?:i\s?['\u2019]?d|i would) be (?:very )?grateful (?:if (?:we|i|you) could"
    rf"|to) {TALK}(?: {ABOUT})?"
    rf"(?=\s)|(?:i\s?['\u2019]?d like |i would like |i want )?(?:some |any )?(?:advice"
    rf"|info) {ABOUT}\b"
    rf"|what i(?:\s?['\u2019]?d like| would like| want|d like) to {TALK}(?: {ABOUT})? is\b"
    rf"|(?:please |pls |could you |can you )*ask {ABOUT}\b|(?:my|the) list (?:would be|is|has)\b"
    rf"|(?:the )?things on my mind (?:are|is|r)\b|top of (?:the|my) list(?: is| are)?\b"
    rf"|here (?:you go|goes)\b"
    rf"|(?:i )?think (?:that )?(?:we|u|you) should {TALK}(?: {ABOUT})?\b"
    rf"|(?:number )?one has to be\b"
    rf"|(?:most important|least important|next|main one)(?=:)"
    rf"|(?:separately|additionally|followed by)(?=[\s,])"
    rf"|(?:there are |ive got )?(?:two|three|2|3) (?:things|matters"
    rf"|points) (?:that )?i(?:\s?['\u2019]?d| would)"
    rf" like to {TALK}(?: {ABOUT})?(?=:)|i (?:mostly|mainly) care {ABOUT}\b"
    rf"|i (?:was )?(?:just )?wonder(?:ed|ing)?(?: (?:if|whether) (?:we|i) (?:could|can|might)"
    rf" {TALK}(?: {ABOUT})?\b|(?= (?:if|whether)\b))"
    rf"|(?:for me|4 me) ?,? ?(?:it\s?['\u2019]?s|it is|its)(?: {ABOUT})?\b"
    rf"|(?:i\s?['\u2019]?m|i am|im) (?:most|mainly|mostly) (?:bothered|worried|concerned) {ABOUT}\b"
    rf"|(?:i )?(?:wont|want|wanna|wana|wantd)(?: to)? (?:talk|tork|tlk|tell u|tell you"
    rf"|ask) {ABOUT}\b"
    rf"|i hope (?:you are|you\s?['\u2019]?re|youre|ur|your|this finds you|all is|u r"
    rf"|u are)(?: all)?"
    rf"(?: keeping| doing)? (?:well|ok|okay|good|fine)\b"
    rf"|(?:there (?:are|is|r)|there\s?['\u2019]?s|ive got|i have|i\s?['\u2019]ve got)(?: just"
    rf"| only)?"
    rf" (?:one|two|three|four|2|3|4|a few|some|several|a couple of) (?:things?|points?|questions?"
    rf"|topics)\b(?=\s*[.:,\n]|$)"
    rf"|mine (?:is|are|r)\b|mine(?=:)|(?:i\s?['\u2019]?d|i would) (?:have to )?say(?! (?:i|that)\b)"
    rf"|(?:prolly|prob|jus|o(?= (?:n|and|my|also|yeah)\b)|for real|seriously(?: tho)?|srs"
    rf"|no(?=\. ))"
    rf"(?=[\s,.])"
    rf"|(?:first|second|third|fourth)ly\b|(?:after that|then) (?:it\s?['\u2019]?s|its|it is)\b"
    rf"|(?:sorry|sory|soz|apologies)(?: (?:for|about|abt|to be|this is|that was|bout))(?: (?:the|my"
    rf"|being|so))*"
    rf" (?:spell?ing|speling|spelin|typos?|delay|late(?: reply)?|slow(?: reply)?|long(?: one| text"
    rf"| message)?|rambling|a lot)\b"
    rf"|one more(?: thing)? if (?:that\s?['\u2019]?s|thats|its) (?:ok|okay|alright)"
    rf"|(?:sorry )?(?:only )?just (?:seen|saw) (?:this|it|your (?:text|message))"
    rf"|(?:give me a (?:sec|min|minute)|let me think|im typing)(?=\W|$)"
    rf"){GAP}",
    re.IGNORECASE,
)


def after_opening(text: str, start: int, end: int) -> int:
    """Return where a stretch goes on behind one opening; where it began if it has none."""
    lead = LEADS.match(text, start, end)
    if lead:
        return lead.end()
    heading = HEADING.match(text, start, end)
    if heading and HEADS.search(heading[0]):
        return heading.end()
    return _after_intro(text, start, end)


def _after_intro(text: str, start: int, end: int) -> int:
    """Who they are is no part of a list; a word that may be anything else stays."""
    intro = INTRO.match(text, start, end)
    if intro and _is_name(intro["name"], sure=bool(intro["greeted"]) and not intro["am"]):
        return intro.end()
    here = HERE.match(text, start, end)
    if here and _is_name(here["name"], sure=True):
        return here.end()
    return start


def _is_name(word: str, sure: bool) -> bool:
    """Whether a word is a first name we know, or one with a capital where a name is to stand."""
    plain = word.lower()
    if plain in FIRST_NAMES:
        return True
    if not word[:1].isupper() or not sure or word.isupper():
        return False
    return not (STATES.match(plain) or names_a_topic(plain) or is_grave(plain))
