"""Every rule of the room in the order in which it is asked, and a mark of them all (pure)."""

from hashlib import sha256

from app.safeguarding.breath import BREATH
from app.safeguarding.care import CARE
from app.safeguarding.crises import CRISES
from app.safeguarding.despair import DESPAIR
from app.safeguarding.elsewhere import ELSEWHERE
from app.safeguarding.emergencies import EMERGENCIES
from app.safeguarding.family import FAMILY
from app.safeguarding.figures_of_speech import FIGURES
from app.safeguarding.harm import HARM
from app.safeguarding.heights import HEIGHTS
from app.safeguarding.home import HOME
from app.safeguarding.life import LIFE
from app.safeguarding.living import LIVING
from app.safeguarding.only_topics import TOPICS
from app.safeguarding.partings import PARTINGS
from app.safeguarding.private import PRIVATE
from app.safeguarding.rules import Rule
from app.safeguarding.slots import SLOTS
from app.safeguarding.spellings import SPELLED
from app.safeguarding.weary import WEARY

RULES: tuple[Rule, ...] = (
    *FIGURES,
    *TOPICS,
    *LIFE,
    *WEARY,
    *HEIGHTS,
    *PARTINGS,
    *DESPAIR,
    *HARM,
    *BREATH,
    *CRISES,
    *EMERGENCIES,
    *HOME,
    *FAMILY,
    *LIVING,
    *CARE,
    *PRIVATE,
)


def fingerprint() -> str:
    """Return letters and digits that are others as soon as a phrase, slot or spelling is."""
    everything = repr((RULES, ELSEWHERE, sorted(SLOTS.items()), sorted(SPELLED.items())))
    return sha256(everything.encode()).hexdigest()[:10]
