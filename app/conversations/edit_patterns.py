"""How people word a change to what they answered before (pure): change 2 to, scrap that, *word."""

import re

WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "a": 1,
    "b": 2,
    "c": 3,
    "d": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "last": -1,
}
NUMBER = (
    r"(?:(?:the|my|a|pt|point|item)\s+)?(?:(?:number|numba|num|no\.?|nr|#|thing|priority"
    r"|question|q)\s*)?"
    r"(?P<n>\d{1,2}(?:st|nd|rd|th)?|\d\ufe0f?\u20e3|(?:one|two|three|four|first|second|third"
    r"|fourth|last|i{1,3}|iv|[a-d])\b)"
    r"(?:\s+(?:one|thing|item|point|1|priority))?\b"
)
SOFT = (
    r"(?:(?:(?:s?he|they) (?:says?|said)|on reflection|oops|whoops|should|hi|hey|hiya|hello"
    r"|its me again|pls|plz|please|can|could|cud|would|u"
    r"|you|i|actually|acc|wait|oh|sorry|soz|apologies|no|nah|naw|haud oan|hold on|hang on|ok"
    r"|okay|so|and|an|n|just|also|tbh|my bad"
    r"|want to|wanna|id like to|like to|need to|lets|let me|shall we|again|quickly|maybe|omg"
    r"|lol|well|um|erm|hmm|thinking about it|on second thoughts|changed my mind)\b[\s"
    r",.!;:\-]*)*"
)
CHANGE = (
    r"(?:change|chnage|chang|chage|cange|swap|swop|switch|replace|edit|update|correct|turn"
    r"|amend|alter|make|newid|zmie\u0144|zmien|cambia|changer?|schimb\u0103|troca|muda"
    r"|de\u011fi\u015ftir|sub|put)"
)
TO = r"(?:to|for|with|into|tae|2|as|by|wi|i|na|por|par|con|cu|=|:|->|\u2192)"
CAN_BE = re.compile(
    rf"(?:pls |please )?(?:can|could|make|let) {NUMBER}\s+(?:be|say)\s+(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
CHANGE_NUMBER = re.compile(
    rf"{SOFT}{CHANGE}\s+{NUMBER}\s*(?:{TO}|instead)?\s+(?:be\s+)?(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
CHANGE_WORDS = re.compile(
    rf"{SOFT}{CHANGE}\s+(?:out\s+)?['\"\u2018\u201c]?(?P<old>.+?)['\"\u2019\u201d]?\s+{TO}\s+['"
    rf"\"\u2018\u201c]?(?P<new>\S.*?)['\"\u2019\u201d]?[.!]*$",
    re.IGNORECASE | re.DOTALL,
)
AND_NUMBER = re.compile(
    rf"\s*(?:,|\band\b|\bn\b|&)\s*(?:{CHANGE}\s+)?{NUMBER}\s*{TO}\s+", re.IGNORECASE
)
NUMBER_IS = re.compile(
    rf"{SOFT}{NUMBER}\s*(?:=(?=\s)|(?:is wrong|wrong)[\s,.]*(?:its|it's|it should be"
    rf"|should be)?|(?:should|shud|shld|was meant to|is meant to|is supposed to"
    rf"|supposed to|meant to|is now|is actually|needs to) ?(?:be|say|read)?)\s+(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
NUMBER_AFTER_ALL = re.compile(
    rf"(?:(?:no|nah|wait|sorry|soz|actually|acc|oh|i mean|i meant)[\s"
    rf",]+)+{NUMBER}\s*[.:)\-]?\s+(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
NUMBER_INSTEAD = re.compile(
    rf"{SOFT}{NUMBER}[\s:,.\-]+(?P<new>\S.*?)\s+instead\b.*$", re.IGNORECASE | re.DOTALL
)
INSTEAD_OF = re.compile(
    r"(?:.*?\b)?(?:instead of|rather than|in place of)\s+(?P<old>.+?)(?:\s*[,;:\-]+\s*(?:(?:can"
    r"|could|may) (?:i|we|u|you) (?:please )?"
    r"(?:have|put|say|do|talk about|ask about)\s+)?"
    r"|\s+(?:(?:can|could) (?:i|we|u|you) (?:have|put|say|do|talk about)|put|say|its"
    r"|it should be|i want"
    r"|id like|make it|can it be)\s+)(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
NEW_INSTEAD = re.compile(
    r"(?:(?:can (?:i|we) (?:have|do|put|say)|put|have|say|do|make it|want|i want|its"
    r"|it should be|add)\s+)?(?P<new>\S.*?)\s+(?:instead of|rather than|not|no|isnt"
    r"|in place of)\s+(?:the\s+)?(?P<old>[^,;]+?)(?:\s+(?:sorry|soz|lol|oops|my bad|haha"
    r"|autocorrect|bloody|damn|stupid|phone|spelling|tho|please|pls|x+|.{0,3}))*$",
    re.IGNORECASE | re.DOTALL,
)
NOT_OLD_NEW = re.compile(
    rf"{SOFT}(?:wrong one[\s,]*)?(?:not|no)\s+(?P<old>[^,;.]+?)\s*[,;.]\s*(?:but\s+|its\s+"
    rf"|i meant\s+)?(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
MEANT = re.compile(
    rf"{SOFT}(?:i\s+|thats?\s+|that's\s+|that\s+)?(?:was\s+|is\s+)?(?:typo|meant|ment|mean"
    rf"|make that|make it|should (?:be|say|have (?:been"
    rf"|said)))\s+(?:to (?:say|put|write)\s+)?(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
STAR = re.compile(
    r"(?:\W*\*+\s*(?P<new>[^*\n.]+?)\s*(?:[.,]?\s*(?:not|no)\b.*)?|(?P<after>[^*\n"
    r",]{1,60}?)\*+(?:[\s,.!]*(?:not|no|lol|soz|sorry|haha|autocorrect|x)\b.*|[^\w*]+)?)$",
    re.IGNORECASE | re.DOTALL,
)
DROP = (
    r"(?:remove|delete|del|take off|take out|take away|scrap|scratch|forget|ignore|drop"
    r"|bin off|bin|sack off|leave out|leave off|lose|nvm|nevermind|never mind|nm|get rid of"
    r"|cross out|cross off|rub out"
    r"|i take back|take back|dont (?:need|want|worry about|bother with)|no need for|miss out"
    r"|skip|cancel|quita|tynnu|usu\u0144|enlève|disregard|not bothered about)"
)
DROP_NUMBER = re.compile(
    rf"{SOFT}{DROP}\s+(?:about\s+|off\s+)?{NUMBER}(?P<why>(?!\s+(?:to|for|with)\b).*)$",
    re.IGNORECASE | re.DOTALL,
)
# Of these no other sense is usual: "lose weight" takes no weight off a list.
DROP_NAMED = (
    r"(?:remove|delete|del|take off|take out|scrap|scratch|forget (?:about|the)|ignore the"
    r"|bin off|bin|leave out"
    r"|leave off|nvm|nevermind|never mind|nm|cross out|cross off|rub out|i take back|take back"
    r"|no need for|quita"
    r"|tynnu|usu\u0144|disregard|not bothered about)"
)
DROP_WORDS = re.compile(
    rf"{SOFT}{DROP_NAMED}\s+(?:about\s+|off\s+|the (?:one|bit"
    rf"|part) about\s+)?(?:the\s+)?(?P<old>.+?)(?:\s+(?:one|bit|thing|part|off|out|like|please"
    rf"|pls|plz))*[\s.!]*$",
    re.IGNORECASE | re.DOTALL,
)
TAKE_OFF = re.compile(
    rf"{SOFT}take\s+(?:the\s+)?(?P<old>.+?)\s+(?:off|out)\b.*$", re.IGNORECASE | re.DOTALL
)
THAT = (
    r"(?:(?:that |my |the )(?:first|last|other) (?:text|message|msg|list)|that one|that|tht"
    r"|it|this"
    r"|them|dat|the last (?:text|message|msg|bit)|last (?:text|message|msg)"
    r"|my last (?:text|message|msg)|(?:my |the |that )?first (?:text|message|msg)|the above"
    r"|previous(?: text| message)?|above)"
)
EVERYTHING = (
    r"(?:everything|all (?:of )?(?:that|it|this|them)|all|the lot|what i (?:just )?(?:said|put"
    r"|wrote|sent|texted)|those|them all|my (?:other|last|first) (?:list|answers?)|the (?:list"
    r"|others)|whatever i said)"
)
CLEAR = re.compile(
    rf"{SOFT}(?:(?:let me |lets |can i |gonna |ill )?start (?:again|over|afresh|from scratch)"
    rf"|(?:scrap|scratch|delete|disregard|clear|wipe)\s+(?P<what>{EVERYTHING}|{THAT})"
    r"|(?:ignore|forget)\s+(?:about\s+)?(?P<that>(?:that |my |the )(?:first|last) (?:text"
    r"|message|msg)|that one(?=\W*$)"
    r"|that|the last (?:text|message|msg)"
    r"|last (?:text|message|msg)"
    r"|my (?:last|first) (?:text|message|msg)|what i (?:just )?(?:said|put|wrote|sent|texted)"
    r"(?: before| earlier| above)?|all (?:of )?that))\b"
    r"(?!\s+(?:one|bit|when|if|because|cos|all the|for|at|in|on|is|has|a|the|to|of|with|but it"
    r"|and it|i(?! mean| meant|['\u2019]ll| will)"
    r"|my(?! \w+ (?:had|has|was|took|wrote|sent|nicked|got)\b))\b)"
    r"[\s,.:;!\-]*(?:(?:lol|haha|sorry|soz|pls|please|x|actually|instead|\U0001f602"
    r"|\U0001f62d)[\s,.:;!\-]*)*",
    re.IGNORECASE,
)
NEVER_MIND = re.compile(
    r"(?:actually\s+)?(?:nm|nvm|nevermind|never mind)\b(?!\s+the\b)[\s"
    r",.:;!\-]*(?:[^.!?]{0,40}[.!?]\s*)?",
    re.IGNORECASE,
)
ONLY = re.compile(
    r"(?:(?:actually|acc|no|nah|wait|sorry|oh|tbh|thinking about it|on second thoughts"
    r"|changed my mind)[\s,]*)+(?:can we |could we |lets |its |i |id )?(?:just|only)\s*(?:do"
    r"|talk about|say|put|want to talk about|like to talk about|my)\s+(?:about\s+)?(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
ADD = re.compile(
    rf"(?:{SOFT}(?:add|ad|adding|include|put|stick|chuck|pop|whack|ychwanegu|dodaj"
    rf"|a\u00f1ade)(?:\s+(?:in|on|to (?:that|it|the list|my list)"
    rf"|that))?(?!\s+\w+ first)\s*[:\-,]?\s+|{SOFT}(?:one more|another one|1 more|forgot one"
    rf"|missed one|another thing|another)\s*[:,;\-.]+\s*|{SOFT}(?:i )?(?:forgot to (?:say|add"
    rf"|mention|put))\s*[:,\-]?\s+)(?:that\s+)?(?P<new>\S.*?)(?:\s+(?:too|as well|aswell"
    rf"|on(?: the list| there)?|to (?:the|my) list|in))?(?:\s+(?:please|pls|plz|thanks|ta"
    rf"|x+))*[\s.!]*$",
    re.IGNORECASE | re.DOTALL,
)
SWAP = re.compile(
    rf"{SOFT}(?:swap|switch|swop|flip)\s+(?:(?:them|those|these|the two|it)\s*(?:round|around"
    rf"|over)?.*|{NUMBER}\s*(?:and|n|&|with|/|,)\s*(?:number\s*|no\.?\s*|#)?(?P<m>\d|two|three"
    rf"|one|last|second|third|first)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
FIRST = re.compile(
    rf"{SOFT}(?:(?:put|move|make|bump|have)\s+(?:the\s+)?(?P<old>.+?)\s+(?:first|top|number 1"
    rf"|no 1|at the top|to the top|as number 1|1st)|(?P<old2>.+?)\s+(?:is|comes|should be|goes"
    rf"|as|matters) (?:first|top|number 1|no 1|the most important|most important|most"
    rf"|1st))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
KEEP = re.compile(
    r"(?:(?:no|nah|actually|wait|oh|sorry)[\s,]*)+(?:keep|leave)\s+(?:it as "
    r"|the )?(?P<old>\S.*)",
    re.IGNORECASE,
)
IN_PASSING = re.compile(
    r"(?:(?:(?<=[,.;!?\n])|(?<=\s))\s*\(?(?=(?:actually|acc|no wait|wait no|oh wait|no actually"
    r"|naw|no i mean|hang on not|scrap|scratch that|sorry i meant|i mean)\b)"
    r"|(?<=[,.;!?\n(])\s*(?=(?:(?:also|and|pls|please) )*(?:(?:change|remove|delete|swap|take out)"
    r" (?!everything|what|my (?:data|info|number))|make (?:number |no )?\d )"
    r"|(?:the )?most important (?:one )?is\b"
    r"|(?:the )?\w+ (?:\w+ )?is (?:the|my) (?:main|most important) )"
    r"|\s*\((?=\w+ is (?:the|my) (?:main|most important) ))(?=[\s\S]{0,240}\Z)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:\s+(?:instead(?: of .+)?|now|please|pls|plz|thanks|thx|ta|x+|lol|sorry|soz|tho|haha"
    r"|ffs|omg|cant spell(?: it)?|typo|spelling|autocorrect|stupid phone|obvs|duh"
    r"|instead))+[\s.!]*$",
    re.IGNORECASE,
)
MEANT_SO = re.compile(
    r"^\W*(?:actually|no|nah|sorry)\b"
    r"|\b(?:keep|leave|matters?|counts?|others|the rest|scrap|actually)\b",
    re.IGNORECASE,
)
ONLY_THIS = re.compile(
    rf"{SOFT}(?:make|have|do)\s+(?:it|that)\s+(?:just|only)\s+(?:about\s+)?(?P<new>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
INSTEAD_OF_THAT = re.compile(
    rf"{SOFT}(?:instead of (?:that|this|it)|(?:no )?not that(?: one)?)(?:[\s,.:;!]+"
    rf"|$)",
    re.IGNORECASE,
)
NOT_THAT = re.compile(r"\W*(?:(?:no|nah|oh|wait|actually)\W+)*not that(?: one)?\W*", re.IGNORECASE)
KEEP_IT = re.compile(
    r"(?P<no>(?:(?:no|nah|actually|wait|oh|sorry|ok)\b[\s,.]*)*)(?:keep|leave)"
    r" (?:it|them|that|the list)"
    r"(?: in| on| as (?:it|they) (?:is|was|are|were)| like that| how it (?:is|was)| alone)?"
    r"(?:[\s,.!]*(?:sorry|soz|please|pls|thanks|ta|lol|x+))*[\s.!]*",
    re.IGNORECASE,
)
BACK = re.compile(
    r"(?:(?:actually|no|nah|wait|oh|sorry|soz)[\s,.]+)+(?:can (?:u|you) |pls |please )*"
    r"(?:put|add|bring|have)\s+(?:the\s+)?(?P<old>\S.{0,40}?)\s+back(?:\s+in)?"
    r"(?:\s+(?:please|pls|thanks|again|sorry))*[\s.!]*$",
    re.IGNORECASE,
)
NOTHING_YET = re.compile(rf"{SOFT}{CHANGE}\s+{NUMBER}(?:\s+(?:to|for|with))?\W*", re.IGNORECASE)
ADD_FIRST = re.compile(
    rf"{SOFT}(?:(?:add|put|stick|pop)\s+(?:(?P<new>\S.{{0,80}}?)\s+)?(?:at|to|on) the (?:very )?"
    rf"(?:top|start|front)(?:\s*[:,\-]+\s*(?P<new2>\S.{{0,120}}))?"
    rf"|(?:i )?forgot (?:the|my) (?:most important|main|biggest)(?: one"
    rf"| thing)?\W+(?P<new3>\S.{{0,120}}))$",
    re.IGNORECASE,
)
WHY_CLEARED = re.compile(
    r"(?=[^.!?]{0,80}\b(?:made|had|has|got|was|did|wrote|sent|ill|i'll|im|gonna|didnt|hacked|took"
    r"|nicked|wrong|better|properly)\b)[^.!?]{2,80}[.!?]+\s+(?=\S)",
    re.IGNORECASE,
)
ITS = re.compile(r"\s*(?:its|it's|it is|mine (?:is|are)|heres|here's)\s+(?=\w)", re.IGNORECASE)
NEXT_COMMAND = re.compile(
    r"(?<![\s,.;])(?:\s*[,.;]+\s*(?:(?:and|n|then|also|&|plus|please|pls)\s+)*"
    r"|\s+(?:(?:and|n|then|also|&|plus|please|pls)\s+)+)(?=(?:change|swap|swop|switch|replace"
    r"|remove|delete|scrap|drop|lose|add|put|take (?:out|off)|move|get rid|cross|make \d)\b)",
    re.IGNORECASE,
)
