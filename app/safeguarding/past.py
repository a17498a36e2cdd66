"""Whether an emergency of the body is said to be over (pure): last year's is a topic, not an alarm.

Only in the same clause, and only without a word of what is so now. Never asked of what a young
person may do to themselves, or of what others do to them.
"""

import re

_MONTHS = "january february march april may june july august september october november december"
_OVER = rf"""
    years? ago|months? ago|weeks? ago|ages ago|a while ago|a while back|in the past
    last (?:year|month|week|summer|winter|spring|autumn|time|christmas|term|season|easter|holiday)
    when i was|as a (?:kid|child|baby|toddler)|since birth|at birth|at diagnosis|when diagnosed
    in primary|in year \d+|in 20\d\d|once before|years back|at new year|at christmas|at xmas
    in (?:the )?(?:{"|".join(_MONTHS.split())}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|summer)
    the other (?:day|week|month)|giving blood|my blood tests?|a blood test
"""
_WELL = r"""
    (?:but|is|am|are|was|and|all|it|now)? ?(?:ok|okay|fine|better|alright|sorted|gone|good) now
    now (?:fine|ok|okay|better|sorted)|but (?:ok|okay|fine|went|better)|sorted|fixed it|fixed with
    treated (?:it )?with|recovered|went away|came down fine|been fine since|passed quickly
"""
_NOW = r"""
    now|today|tonight|still|again|keep|keeps|this (?:morning|afternoon|evening)|can not|right
    since(?! birth)|temp(?:erature)? is|is \d+|worse|atm|not stopp\w*|currently|already
"""


def _any_of(block: str) -> re.Pattern[str]:
    ways = "|".join(line.strip() for line in block.splitlines() if line.strip())
    return re.compile(rf"(?<! not)(?<! never) (?:{ways})(?= )")


_IS_OVER, _IS_WELL, _IS_NOW = map(_any_of, (_OVER, _WELL, _NOW))


def is_over(clause: str) -> bool:
    """Return whether a clause, in words of the usual spelling, tells of what is over.

    >>> is_over("used my epipen last year"), is_over("used it last year and again today")
    (True, False)
    """
    padded = f" {clause} "
    if _IS_WELL.search(padded):
        return True
    return bool(_IS_OVER.search(padded)) and not _IS_NOW.search(padded)
