"""Whose point each thing is where a parent or carer writes (pure): their own, or the other's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.conversations.told import Priority

YOUNG_PERSON, CARER = "", "carer"
SAYS = (
    r"(?:says?|saying|said|sez|wants?|wanted|wanna|wantin|like[sd]?|love[sd]?|asks?|asked|asking"
    r"|told|tells?|reckons?|wonders?|wondering|wrote|put|picked|chose|pointed|mentioned"
    r"|thinks?|list)"
)
# Behind a name only what is said of somebody else: "sam wants", never "i want".
OF_OTHERS = (
    r"(?:says|said|sez|wants|wanted|would like|wud like|would love|d like|asks|asked|is asking"
    r"|told|tells|wonders|is wondering|wrote|has said|has asked|pointed)"
)
FOR_THEM = re.compile(
    rf"\b(?:he|she|they|hes|shes|(?:the|my|our) (?:boy|girl|lad|son|daughter|child|wee yin))\b"
    rf"(?:\s*['\u2019]\s*(?:s|d|ll|ve))?(?:\s+\w+){{0,3}}?\s+{SAYS}\b"
    rf"|\b(?!i\b|we\b|mum\b|dad\b|nan\b)[a-z]{{3,}}(?:\s*['\u2019]?(?:s|d))?\s+(?:\(\d+\)\s+)?"
    rf"{OF_OTHERS}\b"
    r"|\b(?:his|her|their)(?: own)? (?:list|words|three|3|answers?|things|points|top|bit)\b"
    r"|\b(?!mum\b|mummy\b|dad\b|mam\b|nan\b|me\b|is\b|are\b|things?\b)[a-z]{2,}\s*['\u2019]s"
    r" (?:bit|list|answers?|words|three|3|things)\b"
    r"|\b(?:for|from) (?:him|her|them)\b|\b(?:him|her|them|son|daughter)\s*:"
    r"|(?:^|[.\n]\s*)(?!mum|dad|mam|nan|me\b)[a-z]{3,}(?: is)? ?(?:\(?\d+\)?)?:"
    r"|\b(?:asked|told|wants) me to (?:say|text|send|write|tell|put|type)\b"
    r"|\b(?:sending|texting|writing|replying|answering|typing)(?: this)? for (?!me\b)"
    r"|\bit(?:\s*['\u2019]?s| is) \w+ (?:now|typing|here now|himself|herself)\b",
    re.IGNORECASE,
)
FOR_ME = re.compile(
    r"\b(?:from me|for me|my own|mine|my (?:question|worry|worries|point|concern|one|turn)s?)\b"
    r"|\b(?:me|mum|mummy|mam|dad|nan|mine|my bit)\s*:|\bmy bit\b"
    r"|\b(?:i|we)(?:\s*['\u2019]?(?:m|d|ll|ve))?\s+(?:also |just |really |personally |still )*"
    r"(?:want|wanna|would|wud|need|have|am|wonder|wondered|was wondering|worry|think|have got)\b"
    r"|\b(?:i['\u2019]?d|i['\u2019]?m|we['\u2019]?d|id|im|ive|i['\u2019]?ve)\b"
    r"|\b(?:can|could|may) i\b",
    re.IGNORECASE,
)
OF_MINE = re.compile(r"\s*(?:i['\u2019]?m|im|i|we|we['\u2019]?re)\b", re.IGNORECASE)


def by_whom(texts: Sequence[str], priorities: Sequence[Priority], first: int) -> list[Priority]:
    """Mark whose point each priority is, from text `first` on, where a parent or carer writes.

    What nobody is named for is their own who write. The young person's stand first.
    """
    marked = []
    speaker, reply, behind = CARER, -1, 0
    for each in sorted(priorities, key=lambda one: (one.reply, one.start)):
        if each.reply < first:
            continue
        behind = behind if each.reply == reply else 0
        between = " ".join(texts[reply + 1 : each.reply]) if 0 <= reply < each.reply - 1 else ""
        speaker = _speaker(f"{between} {texts[each.reply][behind : each.start]}", each, speaker)
        reply, behind = each.reply, each.end
        if speaker == CARER:
            marked.append((each.reply, each.start))
    told = [
        replace(each, told_by=CARER) if (each.reply, each.start) in marked else each
        for each in priorities
    ]
    return sorted(told, key=lambda each: each.told_by == CARER)


def _speaker(lead: str, each: Priority, speaker: str) -> str:
    """Say who speaks, by what stands before a thing: whoever is named last."""
    named = [(found.end(), YOUNG_PERSON) for found in FOR_THEM.finditer(lead)]
    named += [(found.end(), CARER) for found in FOR_ME.finditer(lead)]
    if named:
        return max(named)[1]
    return CARER if OF_MINE.match(each.text) and speaker == CARER else speaker
