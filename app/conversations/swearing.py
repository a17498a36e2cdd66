"""Whether somebody only swears at us (pure), or says as well that they want no more texts."""

from app.conversations.plain import plain_words
from app.conversations.stop_words import asks_to_stop
from app.conversations.tones import ABUSE


def only_swears(text: str) -> bool:
    """Return whether what sounds like a stop is only abuse.

    >>> only_swears("f off"), only_swears("fuck off stop texting me")
    (True, False)
    """
    plain = plain_words(text)
    rest = " ".join(ABUSE.sub(" ", plain).split())
    return rest != plain and not asks_to_stop(rest)
