"""Lists with nothing between their things (pure): pain sleep school, cant sleep cant eat cant run.

Only words that are a whole thing each, or the same opening words again; and never surely.
"""

import re
from functools import lru_cache

from app.conversations.piece import Piece
from app.conversations.plain import LATELY, plain_words
from app.conversations.topics import names_a_topic

_THINGS = """
    acne activities adhd alcohol allergies anger anxiety anaemia appetite apprenticeship army arms
    arthritis asthma attendance autism back bathroom bed belly bladder bloating bloods bowels boxing
    braces breakouts breathing bullies bullying bus buses camp carbs chemistry chest clothes clubs
    college confidence constipation contraception coughing coursework cramps creams crohns cycling
    dad dance dancing dating degree dehydration depression dialysis diarrhoea diet dizziness dramas
    drama drinking drink drips driving drops drugs ears eating eczema energy epilepsy exams eyes
    eyesight fainting family fatigue feet fertility fitness fits flares flashbacks flying food
    footie football footy freshers friends friendships future gaming gcses glasses goggles gym
    gymnastics hair hands hayfever headaches hearing height hives hockey holiday holidays homework
    hormones hospital hunger hypos hypers illness independence infections infusions inhalers
    injections insomnia insulin insurance isolation itching ivf job jobs joints judo ketones kidneys
    knees legs lessons letters libido licence liver loneliness lows lunch lungs marriage mates maths
    medication medicine meds memory metabolism migraines mobility mocks money mood moods mouth mum
    music nails nausea needles netball nightmares nosebleeds numbness nursery pads pain pains
    palpitations panic parents parties party pe periods pets phlegm physio piercings pip placement
    pimples pooing pregnancy prescriptions prom psoriasis pump pumps rashes relationships
    rent revision rugby running scans scars scarring school scoliosis seizures sensors sex shakes
    shoes shopping sickness siblings sister sisters brother skin sleep sleeping smoking social
    speech spots sport sports steroids stiffness stigma stoma stomach stress stretching studying
    sugar sugars surgery swallowing sweating swelling swimming tablets tattoos teachers teeth tests
    therapy tics tinnitus tiredness toilet toilets transition transplant transport travel travelling
    treatment tremor tremors trips uni uniform university vaccines vaping vertigo vision voice
    vomiting walking weed weight wheelchair wheezing work working wounds writing
"""
THINGS = frozenset(_THINGS.split())
# Two such words that are one thing: what it is of, and what it is.
_OF = """
    blood iron back chest head knee hip leg arm stomach belly tummy joint joints heart school
    period sleep skin hair food weight muscle bone eye ear mouth throat neck lung liver kidney bowel
    bladder panic asthma epilepsy diabetes insulin steroid pain mood hearing family sports work job
    night side peak brain growing hospital college uni exam speech drug sex social money mental day
    swimming football stress bus travel holiday needle vitamin sun sickle crohns contraceptive gym
    physio flare energy driving
"""
_IS = """
    pain pains ache aches test tests tablets tablet pressure infection infections clinic team trip
    trips dinners dinner work lessons nurse meds medicine medication problems problem issues dose
    doses jab jabs op scan scans cream creams loss gain study attacks attack sugar sugars swings
    transplant history life therapy stuff levels level count failure disease fog effects flow days
    uniform nerves stiffness bag pump aid aids stress anxiety insurance crisis health intake
    pass support sessions club allowance toilets phobia relief management diary plan weight writing
    intolerance
"""
OF, IS = frozenset(_OF.split()), frozenset(_IS.split())
_OPENERS = """
    cant cannot wanna want need no not my dont hate getting being missing losing more less stop
    always too never ma me mi
"""
OPENERS = frozenset(_OPENERS.split())
WORD = re.compile(r"\S+")
MOST_WORDS = 14
FEWEST = 3
MOST_THINGS = 6
LONGEST_OPENED = 5
LONGEST_CAPITAL = 2


@lru_cache(LATELY)
def bare_words(text: str) -> tuple[Piece, ...]:
    """Part a few words that are a thing each, or begin alike; empty if they might be one thing."""
    words = list(WORD.finditer(text))
    if not FEWEST <= len(words) <= MOST_WORDS:
        return ()
    plain = [plain_words(word[0]) for word in words]
    starts = _things(plain) or _opened(plain) or _capitals(words, plain)
    if not starts:
        return ()
    ends = [*(words[place - 1].end() for place in starts[1:]), len(text)]
    return tuple(
        Piece(words[place].start(), end, "bare", confident=False)
        for place, end in zip(starts, ends, strict=True)
    )


def _things(plain: list[str]) -> list[int]:
    starts: list[int] = []
    for place, word in enumerate(plain):
        if place and word in IS and plain[place - 1] in OF and starts[-1:] == [place - 1]:
            continue
        begins_pair = word in OF and plain[place + 1 : place + 2] and plain[place + 1] in IS
        if word not in THINGS and not begins_pair:
            return []
        starts.append(place)
    return starts if FEWEST <= len(starts) <= MOST_THINGS else []


def _opened(plain: list[str]) -> list[int]:
    """The same first word again and again: cant sleep cant eat cant do pe."""
    if plain[0] not in OPENERS:
        return []
    starts = [place for place, word in enumerate(plain) if word == plain[0]]
    lengths = [end - start for start, end in zip(starts, [*starts[1:], len(plain)], strict=True)]
    whole = min(lengths) > 1 and max(lengths) <= LONGEST_OPENED
    return starts if len(starts) >= FEWEST and whole else []


def _capitals(words: list[re.Match[str]], plain: list[str]) -> list[int]:
    """A capital at each new thing: Football Feeling dizzy Friends."""
    starts = [place for place, word in enumerate(words) if word[0][0].isupper()]
    if not FEWEST <= len(starts) <= MOST_THINGS or starts[0] or "i" in plain:
        return []
    if any(word[0].isupper() for word in words):
        return []
    cuts = [*starts, len(words)]
    parts = [" ".join(plain[one:other]) for one, other in zip(starts, cuts[1:], strict=True)]
    named = sum(part in THINGS or names_a_topic(part) for part in parts)
    short = max(len(part.split()) for part in parts) <= LONGEST_CAPITAL
    return starts if short and named >= len(parts) - 1 and parts[0] in THINGS else []
