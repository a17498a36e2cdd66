"""Lists without marks (pure): parted at lines, commas, sentences and joints such as "and"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.conversations.edges import after_lead_in, only_an_edge
from app.conversations.piece import Piece
from app.conversations.plain import TITLE
from app.conversations.tongues import ENGLISH, language_of

# White space taken whole and from its beginning, so that a long run of it costs no more than once.
SPACE = r"(?<!\s)\s*+"
SEPARATORS = (
    ("line", re.compile(r"(?<![ \t])[ \t]*+[\r\n]+[ \t]*")),
    ("semicolon", re.compile(SPACE + r"[;；]\s*")),
    (
        "sentence",
        re.compile(
            r"(?:(?<=[^\W\d]{2})|(?<=[?!)])|(?<=\d\d))[.!?]+(?:\s+|(?=[A-Z]))|[。！？।۔؟]\s*"
        ),
    ),
    (
        "plus",
        re.compile(
            SPACE + r"(?:(?<=\s)\+\s*|(?<![0-9])\+\s+|(?<=\s)plus\s+)|(?<=[a-z]{3})\+(?=[a-z]{2})"
        ),
    ),
    (
        "slash",
        re.compile(
            SPACE + r"(?:(?<=\s)/\s*|/\s+)|(?<=[a-z]{2})(?<!his)(?<!and)/"
            r"(?=[a-z]{2}[a-z ])(?!her\b|she\b)"
        ),
    ),
    (
        "comma",
        re.compile(
            SPACE + r"(?:,(?![0-9]{3})|،|、|，)\s*(?:(?:and also|and|n|an|&|also|as well as"
            r"|oh and|plus|et|und|ve|iyo|ac|و|اور|এবং"
            r"|ਅਤੇ)\b\s*)?",
            re.IGNORECASE,
        ),
    ),
)
JOINT = re.compile(
    SPACE + r"(?:(?<=\s)(?:and|n|an(?!\s+[aeiouh])|nd|&|plus|as well as"
    r"|(?<!\bi )(?<!\bwe )(?<!\bwould )also(?!\s+(?:want|wanna|like|need|has|have|had|is|was"
    r"|gets?|got)\b)"
    r"|y|oraz|et|ve|iyo|ac|اور|এবং|ਅਤੇ|અને|மற்றும்"
    r"|和)\s+(?:also\s+)?|&\s*)",
    re.IGNORECASE,
)
FOREIGN_JOINT = re.compile(
    SPACE + r"(?<=\s)(?:and|n|&|plus|i|oraz|e|a|ac|y|et|ve|iyo|si|\u0219i|و|اور|aur|এবং|আর|ਅਤੇ|ਤੇ|અને"
    r"|மற்றும்|和|跟)\s+",
    re.IGNORECASE,
)
# Two things that are one: a joint between them does not part them.
PAIRS = re.compile(
    r"\b(?:mum|mam|mom|dad|brother|sister|nan|gran|pins|salt|fish|ups|up|in|on|off|out|here"
    r"|now|stop|start"
    r"|again|back|backwards|bits|side|trial|touch|ins|nose|arms|hands|day|night|black|more"
    r"|less|over|round|me|him|her|friends|family"
    r"|rest|hit|toing|bed|aches|stiff|sick|food|pros|yes|his|safe|dos|nice|bread|mac|come|try"
    r"|wait|hot|cold|knife|trick"
    r"|left|high|low|good|bad|boys|girls|men|women|drum|rock|arts|rise|one|eat|live|watch|push"
    r"|ear|hearts?|sugar|blood|bone|skin|cut|go|rough|odds|day in)s?\s+(?:and|n|an|&)\s+"
    r"(?:dad|mum|mam|mom|sister|brother|grandad|gramps|needles|vinegar|chips|downs|down|out"
    r"|off|on|me|my mum|my dad|him|her|friends|family|stop|start"
    r"|there|then|again|forth|pieces|effects|error|go|throat|legs|feet|night|day|blue|more"
    r"|less|over|round|miss|froing|breakfast|pains|safety|shine|see"
    r"|right|low|high|cold|bad|good|girls|women|bass|roll|crafts|cheese|butter|fork|treat|cons"
    r"|no|hers|learn|drink|swallow|let live|shove|another|paste|tumble|ends|day out|soul"
    r"|joints?)\b"
    r"|\b[a-z] (?:and|n) [a-z]\b|\bpeace and quiet\b|\b(?:a\s?(?:&|n|and)\s?e|d\s?(?:&|n"
    r"|and)\s?v|r\s?(?:&|n|and)\s?r|p\s?(?:&|n|and)\s?p|q\s?(?:&|n|and)\s?a|b\s?(?:&|n"
    r"|and)\s?b|g\s?(?:&|n|and)\s?a|k\s?(?:&|n|and)\s?v)\b",
    re.IGNORECASE,
)
# Two words with a stroke between them that are one thing.
STROKES = re.compile(
    r"\b(?:mum/dad|dad/mum|morning/night|night/morning|day/night|sleep/wake|wake/sleep|him/her"
    r"|he/she|she/he|they/them|she/her|he/him|his/her|on/off|in/out|up/down|hot/cold|boys?/girls?"
    r"|and/or|yes/no|his/hers|brother/sister|mam/dad|am/pm|left/right|school/college|test/scan"
    r"|high/low|hypo/hyper|hypos/hypers|gp/nurse|dr/nurse|doctor/nurse|a/c|w/e)\b",
    re.IGNORECASE,
)
# Goes on with what was said before it.
GOES_ON = re.compile(
    r"(?:they|theyre|it|its|it's|this|that|thats|he|she|hes|shes|which|who|whos|because|bc|cos"
    r"|coz|cuz|so|especially|esp|even|whenever|since|as|although|though"
    r"|except|or|if|until|unless|where|while|with|without|than|not(?!\s+\w+in[g']?\b)"
    r"|apart from|including"
    r"|such as|like|for example|eg|e\.g|meaning|am i allowed|do i need it|is that|makes me"
    r"|making)\b",
    re.IGNORECASE,
)
NEW_TOPIC = re.compile(
    r"(?:my|the|whether|if|how|why|when|what|can|could|will|would|should|do|does|am|is|are|i"
    r"|im|i'm|ive|i've|id|a|being|having|getting|going|missing|not|who|where|which|mum|school"
    r"|college|uni|work|nobody|everyone|no ?one|people|ma|me|mi|wanna|want|cant|dont"
    r"|another thing|also|separately|secondly|thirdly|lastly|finally"
    r"|then (?:its|it's|my|the|whether|if|how|what|why|can|could|also|lastly|finally))\b",
    re.IGNORECASE,
)
# In a list of several, the last begins a thing of its own with one of these as well.
LAST_TOPIC = re.compile(
    r"(?:no|more|less|some|somebody|someone|his|her|our|their|new|(?!every|some|any|no)[a-z]{3,}"
    r"in[g']?|\w+ing)\b(?! (?:else|it|them|this|that)\b)",
    re.IGNORECASE,
)
# One of several questions, and no aside: behind a comma it begins a thing of its own.
ASKS = re.compile(
    r"(?:whether|why|how|what|(?:can|could|does|do|is|are|will|should|am|would)(?= )"
    r"|if (?:i|its|it|it's|theres|there's|there|the|my|we|im|i'm)\b|who (?:do |can |should )?i\b"
    r"|who (?:will|can|to|takes?|looks|tells|sees|else|do|should)\b"
    r"|which (?!is\b|are\b|was\b|makes?\b|means\b|i\b|then\b)\w+"
    r"|when (?:can|will|do|is|my|to|should)\b"
    r"|where (?:do|can|to|will|should|is)\b|that (?:i|my|im|i'm)\b)",
    re.IGNORECASE,
)
PARTED_FURTHER = ("line", "sentence", "semicolon", "plus")
LONGEST_JOINED_ITEM = 3
LONGEST_LISTED_ITEM = 11
LONGEST_SENTENCE = 6
LONGEST_IN_A_BREATH = 15


def separated(text: str, rule: str, separator: re.Pattern[str]) -> list[Piece]:
    """Part a text at one kind of separator; empty if that does not make a list of it."""
    spans = _gone_on(text, list(_spans(text, separator, rule)), rule)
    if len(spans) < 2:
        return []
    if rule in ("comma", "slash", "plus"):
        longest = max(len(text[start:end].split()) for start, end in spans[:-1])
        if longest > LONGEST_LISTED_ITEM:
            return []
    if rule == "comma":
        start, end = spans[-1]
        others = max(len(text[one:other].split()) for one, other in spans[:-1])
        last = _last_joined(text, start, end, others)
        whole = [Piece(start, end, rule) for start, end in spans]
        return [*whole[:-1], *last] if last else whole
    # What stands in a line or a sentence of its own may list things itself.
    kept = [(start, end) for start, end in spans if not only_an_edge(text[start:end])]
    if len(kept) == 1 and rule in ("line", "sentence"):
        return _alone(text, *kept[0])
    found: list[Piece] = []
    for start, end in kept:
        inner = _within(text, start, end, rule) if rule in PARTED_FURTHER else []
        found += inner or [Piece(start, end, rule)]
    return found


def _alone(text: str, start: int, end: int) -> list[Piece]:
    """Part what is left between a greeting and thanks as if it were the whole text."""
    start = after_lead_in(text, start, end)
    part = text[start:end]
    for rule, separator in SEPARATORS[1:]:
        inner = separated(part, rule, separator)
        if inner:
            break
    else:
        inner = joined(part, 0, len(part)) or [Piece(0, len(part), "sentence")]
    return [replace(each, start=start + each.start, end=start + each.end) for each in inner]


def _within(text: str, start: int, end: int, outer: str) -> list[Piece]:
    """Part one line or sentence further, at commas or joints, if it lists short things."""
    part = text[start:end]
    for rule, separator in SEPARATORS[2:] if outer != "plus" else SEPARATORS[-1:]:
        spans = _gone_on(part, list(_spans(part, separator, rule)), rule)
        short = all(len(part[one:other].split()) <= LONGEST_SENTENCE for one, other in spans)
        if len(spans) > 1 and (short or rule == "sentence"):
            last = _last_joined(part, *spans[-1]) if rule == "comma" else []
            whole = [Piece(one, other, rule) for one, other in spans]
            whole = [*whole[:-1], *last] if last else whole
            return [Piece(start + p.start, start + p.end, p.rule, None, p.confident) for p in whole]
    return []


def _gone_on(text: str, spans: list[tuple[int, int]], rule: str) -> list[tuple[int, int]]:
    """Join a span to the one before it if it only goes on with that."""
    joined: list[tuple[int, int]] = []
    several = rule in ("comma", "sentence") and _asks_several(text, spans)
    for start, end in spans:
        goes_on = rule in ("comma", "sentence") and GOES_ON.match(text, start, end)
        own = several and ASKS.match(text, start, end)
        if joined and goes_on and not own and not _asks(text[start:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _asks_several(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether two of the spans, or what stands behind the last "and", are questions."""
    if len(spans) < 2:
        return False
    asked = sum(ASKS.match(text, *span) is not None for span in spans)
    if asked == 1:
        joints = _joints(text[spans[-1][0] : spans[-1][1]])
        asked += bool(joints and ASKS.match(text, spans[-1][0] + joints[-1].end()))
    return asked > 1


def _asks(words: str) -> bool:
    return words.rstrip().endswith("?") and len(words.split()) > LONGEST_JOINED_ITEM


def _last_joined(text: str, start: int, end: int, others: int = 0) -> list[Piece]:
    """Part the end of a list at its "and", unless the two are one.

    `others` is the number of words of the longest thing before, if there are several.
    """
    within = text[start:end]
    joints = _joints(within)
    if not joints:
        return []
    joint = joints[-1]
    left, right = within[: joint.start()], within[joint.end() :]
    if not left.split() or not right.split() or len(left.split()) > LONGEST_LISTED_ITEM:
        return []
    short = 0 < others <= LONGEST_SENTENCE and len(left.split()) <= LONGEST_SENTENCE
    own = NEW_TOPIC.match(right) or (others and LAST_TOPIC.match(right))
    if len(right.split()) > (LONGEST_SENTENCE if short else LONGEST_JOINED_ITEM) and not own:
        return []
    return [
        Piece(start, start + joint.start(), "joint"),
        Piece(start + joint.end(), end, "joint"),
    ]


def _spans(text: str, separator: re.Pattern[str], rule: str) -> Iterable[tuple[int, int]]:
    at = 0
    for found in separator.finditer(text):
        if rule == "sentence" and _is_title(text, found):
            continue
        if rule == "slash" and _is_one(text, found):
            continue
        # Marks that say something, such as a question's, stay with their sentence.
        stop = found.end() if rule == "sentence" else found.start()
        if text[at : found.start()].strip():
            yield at, stop
        at = found.end()
    if text[at:].strip():
        yield at, len(text)


def _is_title(text: str, stop: re.Match[str]) -> bool:
    title = TITLE.search(text[max(0, stop.start() - 8) : stop.end()])
    # "PE. My bag": the lesson, and the end of a sentence.
    return title is not None and not (
        title[0].lower().startswith("pe") and text[stop.end() : stop.end() + 1].isupper()
    )


def _is_one(text: str, stroke: re.Match[str]) -> bool:
    near = STROKES.search(text, max(0, stroke.start() - 9), stroke.end() + 9)
    return near is not None and near.start() <= stroke.start() < near.end()


def _joints(text: str) -> list[re.Match[str]]:
    foreign = language_of(text) != ENGLISH
    pairs = [pair.span() for pair in PAIRS.finditer(text)]
    return [
        joint
        for joint in (FOREIGN_JOINT if foreign else JOINT).finditer(text)
        if not any(first <= joint.start() < last for first, last in pairs)
    ]


def joined(text: str, start: int, end: int) -> list[Piece]:
    """Part short things at `and` or `n`, and longer ones where a new one plainly begins."""
    within = text[start:end]
    joints = _joints(within)
    if not joints:
        return []
    cuts = [0, *(at for joint in joints for at in joint.span()), len(within)]
    parts = [(cuts[place], cuts[place + 1]) for place in range(0, len(cuts), 2)]
    words = [len(within[one:other].split()) for one, other in parts]
    if not all(words):
        return []
    short = all(count <= LONGEST_JOINED_ITEM for count in words)
    begins = all(NEW_TOPIC.match(within[one:other]) for one, other in parts[1:])
    breath = len(parts) > 2 and min(words) > 1
    if not short and not ((begins or breath) and max(words) <= LONGEST_IN_A_BREATH):
        return []
    sure = short or (len(joints) == 1 and max(words) <= LONGEST_SENTENCE)
    return [Piece(start + one, start + other, "joint", confident=sure) for one, other in parts]
