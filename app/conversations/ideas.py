"""Who asks what others raise (pure): IDEAS, "like what", "give me an example"."""

import re

from app.conversations.plain import plain_words
from app.conversations.spelling import spelled

_ASKING = (
    r"(?:(?:pls|plz|please|hi|ok|um|erm|some|any|got|have you got|do you have|give me|gimme|send"
    r"|send me|text|need|i need|can i have|can i get|could i have|more|a few|an|a|like|help) )*"
)
_OTHERS = (
    r"(?:(?:most|other|some|the) )*(?:people|ppl|others|patients|kids|teens|teenagers|everyone"
    r"|everybody)(?: else)?(?: my age)?"
)
IDEAS = re.compile(
    rf"{_ASKING}(?:ideas?|examples?|suggestions?|inspo)"
    r"(?: (?:pls|plz|please|thanks|x+|then|of what|tho|lol|for me))*"
    r"|like what(?: tho| though| then| for example)?|such as(?: what)?|for example|eg"
    rf"|what (?:do|did|does|would|have|can) {_OTHERS}(?: (?:usually|normally|mostly))?"
    r" (?:say|said|put|write|ask|asked|raise|raised|bring up|text|answer|send|talk about)"
    r"(?: about| for| here)?"
    rf"|what (?:kind|sort|type)s? of (?:things?|stuff|thing)(?: (?:do {_OTHERS} say|do you mean"
    r"|can i (?:say|put|ask)|like))?"
)


def asks_for_ideas(text: str) -> bool:
    """Return whether a whole text asks what others raise.

    >>> asks_for_ideas("IDEAS pls"), asks_for_ideas("my ideas about school")
    (True, False)
    """
    plain = plain_words(text[:200])
    return len(text) <= 200 and any(
        IDEAS.fullmatch(words) is not None for words in (plain, spelled(plain))
    )
