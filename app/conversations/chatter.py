"""What people text on the way to the point, or instead of one (pure), in plain words."""

import re

WELL = re.compile(
    r"(?:(?:im|i am|its|all|everything|were|been|is|so|just) )*(?:killing it|smashing it|doing"
    r"|good|fine|great|ok|okay|calm"
    r"|well|alright|cool)(?: (?:at|in|with) (?:\w+ ?){1,2}| (?:good|fine|great|ok|well|now"
    r"|thanks))*"
)
# What comes before this is only chat.
TO_THE_POINT = re.compile(
    r"(?<=\w)\s*[,.!]\s*(?:i |so |but |and )*(?:just|only|really just) (?:wanna|want to"
    r"|need to|would like to)"
    r" (?:talk|chat|ask|speak) (?:about|abt|bout)\s+",
    re.IGNORECASE,
)
SURELY_A_MACHINE = re.compile(
    r"\b(?:do not disturb|auto\w* ?(?:reply|response|message)|out of (?:the )?office"
    r"|sent automatically)\b"
)
OF_ONESELF = re.compile(r"\b(?:i|im|ive|id|ill|my|me|he|she|they)\b")
MESSING = re.compile(
    r"(?:(?:lol|haha\w*|nah|no|jk|only|just|im|i was|ok|sorry|soz) )*(?:messing|joking|kidding"
    r"|playing|jk|trolling)\b"
)
SORRY_ONLY = re.compile(
    r"(?:sorry|soz|sry|my bad|apologies)(?: (?:i )?(?:was|just|been|only|took|didnt|forgot"
    r"|fell|for|about|bout|saw|sent)\b.{0,40})?"
)
FINGERS = " \U0001f595\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
LAUGHS = re.compile(
    r"[\s\U0001f602\U0001f923\U0001f480\U0001f605\U0001f606\U0001f62d\u200d\ufe0f]*[\U0001f602"
    r"\U0001f923\U0001f480\U0001f605\U0001f606][\s\U0001f602\U0001f923\U0001f480\U0001f605"
    r"\U0001f606\U0001f62d\ufe0f]*"
)
